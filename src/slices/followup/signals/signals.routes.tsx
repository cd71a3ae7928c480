/** A youth's signals in the browser: answered, given to the other process, stopped, added. Acknowledging is the recipient's. */
import { signalTexts } from './signals.texts.ts'
import { z } from 'zod'
import { choiceField, optionalText } from '../../../platform/form.ts'
import { goTo, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { recipients } from '../instrument/instrument.types.ts'
import { isUnreached, typedFields, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import { sectionFrameOf } from '../reader.ts'
import { waitText, type SignalDraft } from './deeds.views.tsx'
import { readSignals, type YouthSignals } from './pages.actions.ts'
import { actOnSignal, addSignal, type SignalRefusal } from './signals.actions.ts'
import { isConfirmed } from './signals.rules.ts'
import { signalPageTexts } from './pages.texts.ts'
import { SignalsPage } from './signals.views.tsx'
import { stopWait } from './stop.rules.ts'

const recipientField = z
  .enum(['', ...recipients], { error: 'unknown-choice' })
  .default('')
  .transform((value) => (value === '' ? null : value))

const actForm = z.strictObject({
  kind: choiceField(['confirm', 'adjust', 'dismiss', 'stop']),
  ground: optionalText(1000),
  recipient: recipientField,
})
type ActForm = z.infer<typeof actForm>

const addForm = z.strictObject({ area: optionalText(40), ground: optionalText(1000), recipient: recipientField })
type AddForm = z.infer<typeof addForm>

type Status = 200 | 409 | 422

async function show(visit: Visit, draft: SignalDraft | null, status: Status): Promise<Answer> {
  const read = await readSignals(visit.place.pool, writerOf(visit), youthIdOf(visit))
  if (typeof read === 'string') return unreached(read)
  return page(<SignalsPage shown={sectionFrameOf(visit)} read={read} draft={draft} />, status)
}

/** What somebody else did first: the page shows how the signal is now. */
const overtaken = new Set<SignalRefusal>(['already-answered', 'dismissed', 'ended', 'same-recipient'])

/** Why it was refused; a stop before its time says when the time is. */
function refusalText(read: YouthSignals, signalId: string, reason: Exclude<SignalRefusal, 'missing'>, { lang, today }: Visit): string {
  const t = signalTexts[lang]
  const signal = read.traced.find((one) => one.signal.signalId === signalId)?.signal
  const wait = signal !== undefined && isConfirmed(signal) ? stopWait(signal, read.assessments, today) : null
  return reason === 'assessment-first' && wait !== null ? `${t.refusals[reason]} ${waitText(wait, lang)}` : t.refusals[reason]
}

async function act(visit: Visit, { kind, ground, recipient }: ActForm, typed: Typed): Promise<Answer> {
  const { place, lang } = visit
  const [youthId, signalId] = [youthIdOf(visit), visit.params['signal'] ?? '']
  const decision = await actOnSignal(place.pool, writerOf(visit), { youthId, signalId }, { kind, ground, recipient })
  if (decision.granted) return goTo(`/uppfoljning/ungdom/${youthId}/signaler`, signalPageTexts[lang].done[kind])
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  const read = await readSignals(place.pool, writerOf(visit), youthId)
  if (typeof read === 'string') return unreached(read)
  const isLate = overtaken.has(reason)
  const field = isLate || kind === 'confirm' ? `signal-${signalId}` : `ground-${kind}-${signalId}`
  const problems = [{ field, text: refusalText(read, signalId, reason, visit) }]
  const draft = { of: signalId, kind, typed: typedFields(typed), problems }
  return page(<SignalsPage shown={sectionFrameOf(visit)} read={read} draft={draft} />, isLate ? 409 : 422)
}

async function add(visit: Visit, { area, ground, recipient }: AddForm, typed: Typed): Promise<Answer> {
  const { place, lang } = visit
  const youthId = youthIdOf(visit)
  const decision = await addSignal(place.pool, writerOf(visit), youthId, { area, ground, recipient })
  if (decision.granted) return goTo(`/uppfoljning/ungdom/${youthId}/signaler`, signalPageTexts[lang].addedNow)
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  const problems = [{ field: reason === 'no-ground' ? 'ground' : 'area', text: signalTexts[lang].refusals[reason] }]
  return show(visit, { of: 'new', kind: '', typed: typedFields(typed), problems }, reason === 'already-open' ? 409 : 422)
}

const told = (problems: readonly { field: string; problem: string }[], { lang }: Visit): FieldProblem[] =>
  problems.map(({ field, problem }) => ({ field, text: problemText(lang, problem) }))

/** Registers the pages, for the authority process. */
export function addSignalPages(pages: Pages): void {
  const one = { permit: 'followup.signal', shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id/signaler'
  pages.get(path, one, (visit) => show(visit, null, 200))
  pages.post(path, one, addForm, add, (visit, problems, typed) =>
    show(visit, { of: 'new', kind: '', typed: typedFields(typed), problems: told(problems, visit) }, 422),
  )
  pages.post(`${path}/:signal`, one, actForm, act, (visit, problems, typed) => {
    const [of, kind] = [visit.params['signal'] ?? '', typed['kind']?.[0] ?? '']
    const own = told(problems, visit).map(({ field, text }) => ({ field: `${field}-${kind}-${of}`, text }))
    return show(visit, { of, kind, typed: typedFields(typed), problems: own }, 422)
  })
}
