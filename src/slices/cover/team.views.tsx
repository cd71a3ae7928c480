/** The team: who is away and who stands in, and how much each has. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines, type Cell } from '../../ui/table.tsx'
import { loadAddresses } from '../worklist/index.ts'
import { teamPaths } from './cover.paths.ts'
import { coverTexts } from './cover.texts.ts'
import type { CoverNote, Load } from './cover.types.ts'
import { daysText } from './span.texts.ts'
import type { LoadRow, ShownAbsence, Team } from './team.actions.ts'

type Told = { readonly lang: Lang; readonly today: PlainDate }
type Props = { readonly frame: Frame; readonly today: PlainDate; readonly team: Team }

function noteText(note: CoverNote, lang: Lang): string {
  const t = coverTexts[lang]
  const days = daysText(note.span, lang)
  return note.kind === 'substitute-away' ? t.substituteAway(days) : t.standsInToo(note.name, days)
}

/** What does not come along, and where cover fails: in words, warnings first. */
function notesOf({ notes, staying }: ShownAbsence, lang: Lang): string[] {
  const t = coverTexts[lang]
  return [
    ...notes.map((note) => noteText(note, lang)),
    ...(staying.outside > 0 ? [t.outside(staying.outside)] : []),
    ...((staying.protected ?? 0) > 0 ? [t.hidden(staying.protected ?? 0)] : []),
  ]
}

const Notes = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? (
    <>–</>
  ) : (
    <ul class="plain">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

function absenceRow(one: ShownAbsence, { lang, today }: Told): Cell[] {
  const t = coverTexts[lang]
  const name = one.mayChange ? <a href={teamPaths.absence(one.absenceId)}>{one.staff}</a> : one.staff
  return [
    <TwoLines below={t.setBy(one.setBy)}>
      {name} {one.fromOn <= today && <Tag tone="info">{t.now}</Tag>}
    </TwoLines>,
    shortDay(one.fromOn, lang),
    shortDay(one.untilOn, lang),
    one.substitute,
    <Notes lines={notesOf(one, lang)} />,
  ]
}

const Absences = ({ frame: { lang }, today, team: { absences } }: Props) => {
  const t = coverTexts[lang]
  const { staff, from, until, substitute, notes } = t.columns
  return (
    <Card heading={t.absences}>
      {absences.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneText}</p>
        </EmptyState>
      ) : (
        <>
          <Table
            columns={[staff, from, until, substitute, notes].map((title) => ({ title }))}
            rows={absences.map((one) => absenceRow(one, { lang, today }))}
            headed
            stacks
          />
          <p class="muted">{t.protectedNote}</p>
        </>
      )}
    </Card>
  )
}

const linked = (n: number, href: string): Cell => (n === 0 ? n : <a href={href}>{n}</a>)

/** Those with youths outside the target group are told beside the others, not among them. */
const meetingCell = ({ meetings, meetingsOutside }: Load, lang: Lang): Cell =>
  meetingsOutside === 0 ? meetings : <TwoLines below={coverTexts[lang].meetingsOutside(meetingsOutside)}>{meetings}</TwoLines>

function loadRow({ colleague, load, awayUntil }: LoadRow, { lang, today }: Told): Cell[] {
  const t = coverTexts[lang]
  const lists = loadAddresses(colleague?.id ?? 'nobody', today)
  const [name, unit] = [colleague?.name ?? t.nobody, colleague?.unit ?? null]
  const below = [...(unit === null ? [] : [unit]), ...(awayUntil === null ? [] : [t.awayUntil(shortDay(awayUntil, lang))])]
  return [
    below.length === 0 ? name : <TwoLines below={below.join(' · ')}>{name}</TwoLines>,
    load.youths,
    linked(load.toAct, lists.toAct),
    linked(load.overdue, lists.overdue),
    linked(load.dueThisWeek, lists.dueThisWeek),
    linked(load.notReached, lists.notReached),
    linked(load.watching, lists.watching),
    colleague === null ? '–' : meetingCell(load, lang),
  ]
}

const Loads = ({ frame: { lang }, today, team: { loads } }: Props) => {
  const t = coverTexts[lang]
  const { staff, ...numbers } = t.loadColumns
  const { youths, toAct, overdue, dueThisWeek, notReached, watching, meetings } = numbers
  const columns = [youths, toAct, overdue, dueThisWeek, notReached, watching, meetings].map((title) => ({ title, isNumber: true }))
  return (
    <Card heading={t.load}>
      <Table
        columns={[{ title: staff }, ...columns]}
        rows={loads.map((row) => loadRow(row, { lang, today }))}
        empty={t.noLoad}
        headed
        stacks
      />
    </Card>
  )
}

/** GET /arbetslag */
export const TeamPage = (props: Props) => {
  const { frame, team } = props
  const { lang } = frame
  const t = coverTexts[lang]
  return (
    <Page frame={frame} title={t.title} wide>
      <PageHead heading={t.title} below={t.below}>
        <LinkButton href={teamPaths.add} variant="primary">
          {t.add}
        </LinkButton>
      </PageHead>
      <div class="stack">
        {team.unread.map((one) => (
          <Alert kind="info">
            <p>
              {`${t.unread(daysText(one, lang))} `}
              <a href={teamPaths.summary(one.absenceId)}>{t.toSummary}</a>
            </p>
          </Alert>
        ))}
        <Absences {...props} />
        <Loads {...props} />
      </div>
    </Page>
  )
}
