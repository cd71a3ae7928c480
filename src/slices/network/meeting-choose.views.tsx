/** Whom to ask a partner about: the candidates with the consent of each, and the ground that is said for the others. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Select } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Table } from '../../ui/table.tsx'
import { groundsFor } from './ask.rules.ts'
import type { OneMeeting } from './meeting.actions.ts'
import { viewText } from './meeting.rules.ts'
import { meetingTexts } from './meeting.texts.ts'
import { meetingPath, youthName } from './words.views.tsx'

export type MeetingProps = {
  readonly frame: Frame
  readonly one: OneMeeting
  readonly chosen: readonly string[]
  readonly ground: string
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

/** Whose candidates are looked at: all, the reader's own, or those of a unit or district. */
const View = ({ frame: { lang }, one: { meeting, view, counts, places } }: MeetingProps) => {
  const t = meetingTexts[lang]
  const options = [
    { value: viewText({ of: 'all' }), label: t.viewAll(counts.all) },
    ...(counts.mine === 0 ? [] : [{ value: viewText({ of: 'mine' }), label: t.viewMine(counts.mine) }]),
    { value: viewText({ of: 'consenting' }), label: t.viewConsenting },
    ...places.map(({ of, id, name, n }) => ({ value: viewText({ of, id }), label: t.viewPlace(name, n) })),
  ]
  return (
    <form class="row low" method="get" action={meetingPath(meeting.meetingId)}>
      <Select name="visa" label={t.viewLabel} options={options} value={viewText(view)} />
      <Button variant="secondary">{t.viewDo}</Button>
    </form>
  )
}

const Candidates = ({ frame: { lang }, one: { candidates }, chosen }: MeetingProps) => {
  const t = meetingTexts[lang]
  const rows = candidates.map((youth) => ({
    cells: [
      youthName(youth),
      youth.birthYear ?? '',
      youth.unit ?? '',
      youth.lastContactOn === null ? t.never : shortDay(youth.lastContactOn, lang),
      youth.consentUntil === null ? <span class="muted">{t.consentNone}</span> : t.consentTo(shortDay(youth.consentUntil, lang)),
    ],
    value: youth.subjectId,
    label: youthName(youth),
    checked: chosen.includes(youth.subjectId),
  }))
  return (
    <Table
      columns={Object.values(t.candidateColumns).map((title) => ({ title }))}
      rows={rows}
      empty={t.candidatesNone}
      selection={{ name: 'youth', oneByOne: true }}
      headed
      stacks
    />
  )
}

const Ground = ({ frame: { lang }, one: { meeting }, ground, problems }: MeetingProps) => {
  const t = meetingTexts[lang]
  const options = groundsFor(meeting.partnerKind).map((value) => ({ value, label: t.grounds[value][0], hint: t.grounds[value][1] }))
  return (
    <RadioGroup
      name="ground"
      label={t.ground}
      hint={t.groundHint}
      options={options}
      value={ground}
      problem={problemOf(problems, 'ground')}
      required
    />
  )
}

/** The form, with the ground before the list: it is what to think of at each name. Or why nobody can be asked about today. */
export const Choose = (props: MeetingProps) => {
  const { frame, one, newOnce } = props
  const { meeting, candidates, counts, view } = one
  const t = meetingTexts[frame.lang]
  if (one.refusal !== null) return <Alert kind="info">{t.refusals[one.refusal]}</Alert>
  return (
    <Card heading={t.choose} id="youth">
      <p class="muted">{t.chooseHint}</p>
      <View {...props} />
      <Form frame={frame} action={meetingPath(meeting.meetingId)} once={newOnce()}>
        <input type="hidden" name="show" value={viewText(view)} />
        <Ground {...props} />
        <p class="muted">{t.consentHow(meeting.partnerName)}</p>
        <Candidates {...props} />
        {view.of === 'all' && candidates.length < counts.all && <p class="muted">{t.more(candidates.length)}</p>}
        <Button>{t.askDo}</Button>
      </Form>
    </Card>
  )
}
