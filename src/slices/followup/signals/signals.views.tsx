/** The page of a youth's signals: each with where it comes from, what has happened and what can be done, and a form for adding one. */
import { followupTexts } from '../followup.texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Card, Columns, EmptyState } from '../../../ui/card.tsx'
import { Select, TextArea } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf } from '../../../ui/form.tsx'
import { recipients } from '../instrument/instrument.types.ts'
import { Room } from '../people/room.views.tsx'
import type { TracedSignal } from './pages.actions.ts'
import { SignalDeeds, type SignalsProps } from './deeds.views.tsx'
import { isOpen } from './signals.rules.ts'
import { signalPageTexts } from './pages.texts.ts'
import { SignalFacts, SignalHistory, StateTag } from './signal.views.tsx'

const One = (props: SignalsProps & { readonly traced: TracedSignal }) => {
  const { shown, traced } = props
  const { signal, instrument } = traced
  const name = instrument.areas.find(({ key }) => key === signal.area)?.[shown.lang] ?? signal.area
  return (
    <Card heading={name} action={<StateTag lang={shown.lang} state={signal.state} />} level={3} id={`signal-${signal.signalId}`}>
      <div class="stack">
        <SignalFacts lang={shown.lang} traced={traced} youthId={props.read.youth.id} />
        {isOpen(signal) && <SignalDeeds {...props} />}
        <SignalHistory lang={shown.lang} acts={traced.acts} />
      </div>
    </Card>
  )
}

const AddForm = ({ shown: { frame, lang, newOnce }, read: { youth, traced, instrument }, draft }: SignalsProps) => {
  const t = signalPageTexts[lang]
  const isMine = draft?.of === 'new'
  const problems = isMine ? draft.problems : []
  const field = (name: string) => ({ name, value: isMine ? draft.typed(name) : '', problem: problemOf(problems, name) })
  const free = instrument.areas.filter(({ key }) => !traced.some(({ signal }) => signal.area === key && isOpen(signal)))
  const areas = free.map((area) => ({ value: area.key, label: area[lang] }))
  const processes = recipients.map((value) => ({ value, label: followupTexts[lang].processes[value] }))
  return (
    <Card heading={t.add}>
      <p class="muted">{t.addLead}</p>
      <Form frame={frame} action={`/uppfoljning/ungdom/${youth.id}/signaler`} once={newOnce()} label={t.add}>
        <Select {...field('area')} label={t.area} options={areas} blank required />
        <Select {...field('recipient')} label={t.recipient} options={processes} blank={t.ownRecipient} />
        <TextArea {...field('ground')} label={t.ground} hint={t.groundHint} rows={3} maxlength={1000} required />
        <div>
          <Button variant="secondary">{t.addIt}</Button>
        </div>
      </Form>
    </Card>
  )
}

/** GET /uppfoljning/ungdom/:id/signaler. */
export const SignalsPage = (props: SignalsProps) => {
  const { shown, read, draft } = props
  const t = signalPageTexts[shown.lang]
  const [open, past] = [read.traced.filter(({ signal }) => isOpen(signal)), read.traced.filter(({ signal }) => !isOpen(signal))]
  const main = (
    <>
      <h2>{t.open}</h2>
      {open.length === 0 && <EmptyState title={t.noneOpen} />}
      {open.map((traced) => (
        <One {...props} traced={traced} />
      ))}
      {past.length > 0 && <h2>{t.past}</h2>}
      {past.toReversed().map((traced) => (
        <One {...props} traced={traced} />
      ))}
    </>
  )
  return (
    <Room shown={shown} youth={read.youth} title={t.title} below={t.lead}>
      <FormErrors problems={draft?.problems ?? []} />
      <Columns main={main} side={<AddForm {...props} />} />
    </Room>
  )
}
