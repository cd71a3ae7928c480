/** The meetings of one youth: booking one, moving one, and saying how it went. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Details, EmptyState, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Form, FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { Lang } from '../../kernel/lang.ts'
import { notWarned } from '../hygiene/index.ts'
import { MeetingForm, type MeetingDraft } from './meeting-form.views.tsx'
import { canEnd } from './meetings.rules.ts'
import { meetingTexts } from './meetings.texts.ts'
import { endings, type Meeting } from './meetings.types.ts'

export type MeetingPageProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly name: string
  readonly isProtected: boolean
  readonly today: PlainDate
  readonly now: string
  readonly meetings: readonly Meeting[]
  readonly hosts: readonly { readonly id: string; readonly name: string }[]
  /** The new booking as typed. */
  readonly draft: MeetingDraft
  /** The meeting that is being moved, with what was typed. */
  readonly moving: { readonly meetingId: string; readonly draft: MeetingDraft } | null
  readonly problem: string | null
  readonly newOnce: () => string
}

const pathOf = (subjectId: string): string => `/ungdomar/${subjectId}/moten`

/** `26 nov 2026 14:00–14:30, hos oss`. */
export function meetingText({ on, time, endsTime, way, place }: Meeting, lang: Lang): string {
  const how = meetingTexts[lang].ways[way].toLowerCase()
  return `${shortDay(on, lang)} ${time}–${endsTime}, ${how}${place === '' ? '' : ` (${place})`}`
}

/** Where a meeting stands; one that nobody has said anything of is told apart by words. */
export const StateTag = ({ meeting, lang }: { readonly meeting: Meeting; readonly lang: Lang }) => {
  const texts = meetingTexts[lang]
  if (meeting.isUnsaid) return <Tag tone="warning">{texts.how}</Tag>
  const tones = { booked: 'info', held: 'success', noShow: 'warning', cancelledByYouth: 'neutral', cancelledByUs: 'neutral' } as const
  return <Tag tone={tones[meeting.state]}>{texts.states[meeting.state]}</Tag>
}

const draftOf = (meeting: Meeting): MeetingDraft => ({
  value: (field) => String({ ...meeting, minutes: meeting.minutes }[field as keyof Meeting] ?? ''),
  isTicked: () => meeting.remind,
  problems: [],
  note: notWarned,
})

const Endings = ({ meeting, props }: { meeting: Meeting; props: MeetingPageProps }) => {
  const { frame, subjectId, today, now, newOnce } = props
  const texts = meetingTexts[frame.lang]
  const hasBegun = meeting.on < today || (meeting.on === today && meeting.time <= now)
  return (
    <Form frame={frame} action={`${pathOf(subjectId)}/${meeting.meetingId}/utfall`} once={newOnce()} inline label={texts.how}>
      <input type="hidden" name="version" value={String(meeting.version)} />
      {endings
        .filter((ending) => canEnd(ending, hasBegun))
        .map((ending) => (
          <Button variant="secondary" name="ending" value={ending}>
            {texts.endings[ending]}
          </Button>
        ))}
    </Form>
  )
}

const Booked = ({ meeting, props }: { meeting: Meeting; props: MeetingPageProps }) => {
  const { frame, subjectId, moving, hosts, isProtected, today, newOnce } = props
  const texts = meetingTexts[frame.lang]
  const isMoving = moving?.meetingId === meeting.meetingId
  // Without its own colleague among the choices, the first of them would take over the meeting unseen.
  const own = { id: meeting.staffId, name: meeting.staff }
  const choices = isProtected || hosts.some(({ id }) => id === own.id) ? hosts : [own, ...hosts]
  return (
    <li>
      <p>
        <strong>{meetingText(meeting, frame.lang)}</strong> <StateTag meeting={meeting} lang={frame.lang} />
        <br />
        <small class="muted">{meeting.staff}</small>
      </p>
      <Endings meeting={meeting} props={props} />
      <Details summary={texts.change} open={isMoving}>
        <MeetingForm
          {...{ frame, hosts: choices, isProtected, today, once: newOnce(), version: meeting.version, submit: texts.changeDo }}
          prefix={`${meeting.meetingId}-`}
          action={`${pathOf(subjectId)}/${meeting.meetingId}`}
          draft={isMoving ? moving.draft : draftOf(meeting)}
        />
      </Details>
    </li>
  )
}

const Over = ({ meetings, lang }: { meetings: readonly Meeting[]; lang: Lang }) => (
  <ul class="plain stack">
    {meetings.map((meeting) => (
      <li>
        {meetingText(meeting, lang)} <StateTag meeting={meeting} lang={lang} />
        <br />
        <small class="muted">{meeting.staff}</small>
      </li>
    ))}
  </ul>
)

const Lists = (props: MeetingPageProps) => {
  const { frame, meetings } = props
  const texts = meetingTexts[frame.lang]
  const booked = meetings.filter(({ state }) => state === 'booked')
  const over = meetings.filter(({ state }) => state !== 'booked')
  if (meetings.length === 0) return <EmptyState title={texts.none} />
  return (
    <Card heading={texts.title}>
      <ul class="plain stack">
        {booked.map((meeting) => (
          <Booked meeting={meeting} props={props} />
        ))}
      </ul>
      {over.length > 0 && <Over meetings={over} lang={frame.lang} />}
    </Card>
  )
}

const NewMeeting = ({ frame, subjectId, draft, newOnce, hosts, isProtected, today }: MeetingPageProps) => {
  const { book, bookDo: submit } = meetingTexts[frame.lang]
  const form = { frame, hosts, isProtected, today, draft, submit, once: newOnce(), version: null, prefix: '', action: pathOf(subjectId) }
  return (
    <Card heading={book}>
      <MeetingForm {...form} />
    </Card>
  )
}

/** The problems of the form that was sent, at its own fields: that of a meeting being moved has ids of its own. */
const problemsIn = ({ draft, moving }: MeetingPageProps) =>
  moving === null ? draft.problems : moving.draft.problems.map(({ field, text }) => ({ field: `${moving.meetingId}-${field}`, text }))

/** The page. */
export const MeetingPage = (props: MeetingPageProps) => {
  const { frame, subjectId, name, problem } = props
  const texts = meetingTexts[frame.lang]
  const crumbs = [
    { href: '/ungdomar', label: texts.youths },
    { href: `/ungdomar/${subjectId}`, label: texts.youth },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <PageHead heading={texts.title} below={name} />
      <div class="stack">
        {problem !== null && <Alert kind="warning">{problem}</Alert>}
        <FormErrors problems={problemsIn(props)} />
        <Lists {...props} />
        <NewMeeting {...props} />
      </div>
    </Page>
  )
}
