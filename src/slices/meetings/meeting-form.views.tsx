/** The form of a booking: new, or of a meeting that is moved. */
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { keptName, NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { meetingTexts } from './meetings.texts.ts'
import { lengths, meetingWays } from './meetings.types.ts'

/** What stands in the form, and what is wrong with it. `prefix` keeps the ids of several forms on a page apart. */
export type MeetingDraft = {
  readonly value: (field: string) => string
  readonly isTicked: (field: string) => boolean
  readonly problems: readonly FieldProblem[]
  /** The warning of what is in the place. */
  readonly note: NoteDraft
}

type Props = {
  readonly frame: Frame
  readonly action: string
  readonly once: string
  readonly draft: MeetingDraft
  readonly hosts: readonly { readonly id: string; readonly name: string }[]
  readonly isProtected: boolean
  readonly today: string
  readonly submit: string
  readonly prefix: string
  readonly version: number | null
}

const When = ({ frame, draft, today, prefix }: Props) => {
  const texts = meetingTexts[frame.lang]
  const at = (name: string) => ({ name, id: `${prefix}${name}`, value: draft.value(name), problem: problemOf(draft.problems, name) })
  const minutes = lengths.map((n) => ({ value: String(n), label: texts.minuteCount(n) }))
  return (
    <div class="row low">
      <Field {...at('on')} type="date" label={texts.on} min={today} />
      <Field {...at('time')} type="time" label={texts.time} />
      <Select {...at('minutes')} label={texts.minutes} options={minutes} />
    </div>
  )
}

/** The form. */
export const MeetingForm = (props: Props) => {
  const { frame, action, once, draft, hosts, isProtected, submit, prefix, version } = props
  const texts = meetingTexts[frame.lang]
  const at = (name: string) => ({ name, id: `${prefix}${name}`, value: draft.value(name), problem: problemOf(draft.problems, name) })
  const ways = meetingWays.map((value) => ({ value, label: texts.ways[value] }))
  return (
    <Form frame={frame} action={action} once={once}>
      {version !== null && <input type="hidden" name="version" value={String(version)} />}
      <Select {...at('staffId')} label={texts.staff} options={hosts.map(({ id: value, name: label }) => ({ value, label }))} />
      <When {...props} />
      <RadioGroup {...at('way')} label={texts.way} options={ways} inline />
      <Field {...at('place')} label={texts.place} hint={texts.placeHint} maxlength={120} />
      <NoteWarning {...draft.note} lang={frame.lang} id={`${prefix}${keptName}`} />
      {isProtected ? (
        <p class="muted">{texts.remindProtected}</p>
      ) : (
        <Checkbox name="remind" id={`${prefix}remind`} label={texts.remind} checked={draft.isTicked('remind')} />
      )}
      <Button>{submit}</Button>
    </Form>
  )
}
