/** A week of meetings, those that nobody has said anything of, and the calendar to subscribe to. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState, Figures, Tag } from '../../ui/card.tsx'
import { instantText, shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { MeetingsList } from './list.actions.ts'
import { StateTag } from './meeting-page.views.tsx'
import { meetingTexts } from './meetings.texts.ts'
import { meetingStates, type ListedMeeting } from './meetings.types.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly list: MeetingsList
  readonly calendarMadeAt: string | null
  readonly newOnce: () => string
}

/** The address of a week. */
const hrefOf = (day: PlainDate, isMine: boolean): string => `/moten?dag=${day}${isMine ? '' : '&vilka=alla'}`

const rowOf = (meeting: ListedMeeting, lang: Lang) => {
  const texts = meetingTexts[lang]
  const { subjectId, name, isProtected, on, time, endsTime, way, place, staff } = meeting
  return [
    <TwoLines below={`${time}–${endsTime}`}>{shortDay(on, lang)}</TwoLines>,
    <span>
      <a href={`/ungdomar/${subjectId}/moten`}>{name}</a>
      {isProtected ? [' ', <Tag tone="warning">{texts.protectedTag}</Tag>] : ''}
    </span>,
    <TwoLines below={place}>{texts.ways[way]}</TwoLines>,
    staff,
    <StateTag meeting={meeting} lang={lang} />,
  ]
}

const Rows = ({ meetings, lang }: { meetings: readonly ListedMeeting[]; lang: Lang }) => {
  const { when, youth, how, staff, state } = meetingTexts[lang].columns
  const columns = [when, youth, how, staff, state].map((title) => ({ title }))
  return <Table columns={columns} rows={meetings.map((meeting) => rowOf(meeting, lang))} headed stacks />
}

const Weeks = ({ frame: { lang }, today, list: { week, isMine } }: Props) => {
  const texts = meetingTexts[lang]
  const step = (days: number): PlainDate => dateOf(plusDays(dayOf(week.from), days))
  return (
    <nav class="row" aria-label={texts.title}>
      <a href={hrefOf(step(-7), isMine)}>{texts.previous}</a>
      <strong>{texts.week(shortDay(week.from, lang), shortDay(step(6), lang))}</strong>
      <a href={hrefOf(step(7), isMine)}>{texts.next}</a>
      {(today < week.from || today >= week.until) && <a href={hrefOf(today, isMine)}>{texts.thisWeek}</a>}
    </nav>
  )
}

const Calendar = ({ frame, today, calendarMadeAt, newOnce }: Props) => {
  const texts = meetingTexts[frame.lang]
  const { calendarDrop: label, calendarDropQuestion: question, calendarDropDo: confirm } = texts
  return (
    <Card heading={texts.calendar}>
      <p>{texts.calendarText}</p>
      {calendarMadeAt !== null && <p class="muted">{texts.calendarMade(instantText(calendarMadeAt, today, frame.lang))}</p>}
      <Form frame={frame} action="/moten/kalender" once={newOnce()} inline>
        <Button variant="secondary">{calendarMadeAt === null ? texts.calendarMake : texts.calendarAgain}</Button>
      </Form>
      {calendarMadeAt !== null && (
        <Confirm
          frame={frame}
          action="/moten/kalender/ta-bort"
          once={newOnce()}
          label={label}
          question={question}
          confirm={confirm}
          danger
        />
      )}
    </Card>
  )
}

const Unsaid = ({ frame: { lang }, list: { unsaid } }: Props) => {
  const texts = meetingTexts[lang]
  if (unsaid.length === 0) return null
  return (
    <Card heading={texts.unsaidTitle}>
      <Alert kind="warning">{texts.unsaidText(unsaid.length)}</Alert>
      <Rows meetings={unsaid} lang={lang} />
    </Card>
  )
}

const Listed = ({ frame: { lang }, list: { meetings } }: Props) => {
  const texts = meetingTexts[lang]
  if (meetings.length > 0) {
    return (
      <Card>
        <Rows meetings={meetings} lang={lang} />
      </Card>
    )
  }
  return (
    <EmptyState title={texts.empty}>
      <p>{texts.emptyHelp}</p>
    </EmptyState>
  )
}

/** The page. */
export const MeetingsListPage = (props: Props) => {
  const { frame, list } = props
  const texts = meetingTexts[frame.lang]
  const tab = (isMine: boolean, label: string) => ({
    href: hrefOf(list.week.from, isMine),
    label,
    count: null,
    current: list.isMine === isMine,
  })
  return (
    <Page frame={frame} title={texts.title}>
      <PageHead heading={texts.title} below={texts.below} />
      <div class="stack">
        <Tabs label={texts.whose} links={[tab(true, texts.mine), tab(false, texts.all)]} />
        <Unsaid {...props} />
        <Weeks {...props} />
        <Listed {...props} />
        <Card heading={texts.countsTitle}>
          <Figures figures={meetingStates.map((state) => ({ label: texts.states[state], value: list.counts[state] }))} />
        </Card>
        <Calendar {...props} />
      </div>
    </Page>
  )
}

/** The address, once. */
export const CalendarPage = ({ frame, address }: { readonly frame: Frame; readonly address: string }) => {
  const texts = meetingTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.calendarReady}>
      <PageHead heading={texts.calendarReady} below={texts.calendarReadyText} />
      <div class="stack">
        <Card>
          <Field name="address" label={texts.address} value={address} readonly />
        </Card>
        <LinkButton href="/moten" variant="primary">
          {texts.back}
        </LinkButton>
      </div>
    </Page>
  )
}
