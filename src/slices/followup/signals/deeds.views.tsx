/** What the authority process can do with an open signal: answer it, give it to the other process, or stop it. */
import { followupTexts } from '../followup.texts.ts'
import { Button } from '../../../ui/button.tsx'
import { longDay } from '../../../ui/day.texts.ts'
import { TextArea } from '../../../ui/field.tsx'
import { Confirm, Form, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { Lang } from '../../../kernel/lang.ts'
import { quarterText } from '../calendar/calendar.texts.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import type { SectionFrame } from '../section.ts'
import type { TracedSignal, YouthSignals } from './pages.actions.ts'
import { isConfirmed } from './signals.rules.ts'
import { signalPageTexts } from './pages.texts.ts'
import { stopWait, type StopWait } from './stop.rules.ts'

/** What was sent and refused: with which signal (`new`: the form for adding), what was to be done, and what was typed. */
export type SignalDraft = {
  readonly of: string
  readonly kind: string
  readonly typed: TypedFields
  readonly problems: readonly FieldProblem[]
}

export type SignalsProps = { readonly shown: SectionFrame; readonly read: YouthSignals; readonly draft: SignalDraft | null }

type Props = SignalsProps & { readonly traced: TracedSignal }
type Asked = { readonly kind: 'adjust' | 'dismiss' | 'stop'; readonly label: string; readonly question: string }

/** When it can be stopped, in words. */
export const waitText = ({ quarter, fromOn, byOn }: StopWait, lang: Lang): string =>
  signalPageTexts[lang].wait({ quarter: quarterText(quarter, lang), from: longDay(fromOn, lang), by: longDay(byOn, lang) })

const other = ({ signal }: TracedSignal) => (signal.recipient === 'housing' ? 'labourMarket' : 'housing')

/** A deed with a ground, asked for before it is done. */
const Deed = ({ shown: { frame, lang, newOnce }, read, traced, draft, kind, label, question }: Props & Asked) => {
  const t = signalPageTexts[lang]
  const { signalId } = traced.signal
  const isMine = draft?.of === signalId && draft.kind === kind
  const id = `ground-${kind}-${signalId}`
  const ground = { id, value: isMine ? draft.typed('ground') : '', problem: isMine ? problemOf(draft.problems, id) : undefined }
  return (
    <Confirm
      frame={frame}
      action={`/uppfoljning/ungdom/${read.youth.id}/signaler/${signalId}`}
      once={newOnce()}
      label={label}
      question={question}
      confirm={label.replace(' …', '')}
      danger={kind === 'stop'}
      open={isMine}
    >
      <input type="hidden" name="kind" value={kind} />
      {kind === 'adjust' && <input type="hidden" name="recipient" value={other(traced)} />}
      <TextArea name="ground" {...ground} label={t.ground} hint={t.groundHint} rows={3} maxlength={1000} required />
    </Confirm>
  )
}

const Answer = ({ shown: { frame, lang, newOnce }, read, traced: { signal } }: Props) => {
  const t = signalPageTexts[lang]
  return (
    <Form frame={frame} action={`/uppfoljning/ungdom/${read.youth.id}/signaler/${signal.signalId}`} once={newOnce()}>
      <input type="hidden" name="kind" value="confirm" />
      <div>
        <Button>{t.confirm(followupTexts[lang].processes[signal.recipient])}</Button>
      </div>
    </Form>
  )
}

/** The deeds of an open signal. */
export const SignalDeeds = (props: Props) => {
  const { shown, read, traced } = props
  const { signal } = traced
  const t = signalPageTexts[shown.lang]
  const to = followupTexts[shown.lang].processes[other(traced)]
  const wait = isConfirmed(signal) ? stopWait(signal, read.assessments, shown.today) : null
  return (
    <div class="stack">
      {signal.state === 'proposed' && <Answer {...props} />}
      {isConfirmed(signal) && <p class="muted">{wait === null ? t.mayStop : waitText(wait, shown.lang)}</p>}
      <div class="row">
        <Deed {...props} kind="adjust" label={t.give(to)} question={t.giveAsk(to)} />
        {signal.state === 'proposed' ? (
          <Deed {...props} kind="dismiss" label={t.dismiss} question={t.dismissAsk} />
        ) : (
          <Deed {...props} kind="stop" label={t.stop} question={t.stopAsk} />
        )}
      </div>
    </div>
  )
}
