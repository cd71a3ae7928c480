/** The round on the telephone: the page that works without script, and what a telephone without a network asks for and sends. */
import {
  data,
  goTo,
  missing,
  page,
  problemText,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { FieldPage, PocketShell } from './field-page.views.tsx'
import { writeChange } from './field.actions.ts'
import { fieldForm, settleForm, syncForm, type FieldForm, type SettleForm } from './field.forms.ts'
import { fieldTexts } from './field.texts.ts'
import type { FieldDraft } from './field.views.tsx'
import { noFields } from './plan.forms.ts'
import { nextStop, pocketOf } from './pocket.rules.ts'
import { syncPocket, takePocket } from './pocket.actions.ts'
import { baseFor, picked, pressed } from './press.rules.ts'
import { readRound, type ReadRound } from './read.actions.ts'
import { readerOf, roundIdOf, uuid } from './visit-reader.ts'
import type { FieldChange, SomeFields, VisitFields } from './visits.types.ts'

const json = (body: unknown, status: 200 | 404 | 409 = 200): Answer => data('application/json; charset=utf-8', JSON.stringify(body), status)

async function show(visit: Visit, draft: FieldDraft | null, status: 200 | 409 | 422 | 503): Promise<Answer> {
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  if (found === null) return missing
  const { frame, today, actor, newOnce } = visit
  return page(<FieldPage {...{ frame, today, found, draft, newOnce }} staffId={actor.staffId} />, status)
}

type Written = Pick<FieldForm, 'stop' | 'change' | 'version' | 'back'> & { readonly base: VisitFields; readonly settles: string | null }

const changeOf = ({ stop, change, version, base, settles }: Written, fields: SomeFields, now: number): FieldChange => ({
  changeId: change,
  stopId: stop,
  madeAt: now,
  baseVersion: version,
  base: baseFor(fields, base),
  fields,
  settles,
})

const backOf = (visit: Visit, { back }: Pick<Written, 'back'>): string =>
  back === 'falt' ? `/besok/${roundIdOf(visit)}/falt` : `/besok/${roundIdOf(visit)}`

async function write(visit: Visit, given: Written, fields: SomeFields, notice: string): Promise<Answer> {
  const decision = await writeChange(readerOf(visit), roundIdOf(visit), changeOf(given, fields, visit.nowMs))
  if (decision.granted) return goTo(backOf(visit, given), decision.value.conflicts.length > 0 ? null : notice)
  if (decision.reason === 'missing') return missing
  const text = fieldTexts[visit.lang].refused[decision.reason]
  return show(
    visit,
    { stopId: given.stop, result: '', note: '', problems: [{ field: 'main', text }] },
    decision.reason === 'night-is-running' ? 503 : 409,
  )
}

/** On a later day the visit is written as made when it was planned; null on the day itself. */
function lateAt({ round, stops }: ReadRound, stopId: string, today: string): number | null {
  if (round.on >= today) return null
  const planned = stops.find((one) => one.stopId === stopId)?.plannedAt ?? round.startsAt
  const [hour = 0, minute = 0] = planned.split(':').map(Number)
  const [endHour = 0, endMinute = 0] = round.endsAt.split(':').map(Number)
  return round.endsAtMs - ((endHour - hour) * 60 + endMinute - minute) * 60_000
}

/** Where the field with the problem is: the visit may stand at the top or in the list. */
function fieldIdOf(found: ReadRound, stopId: string, field: string): string {
  const pocket = pocketOf(found)
  const n = nextStop(pocket)?.stopId === stopId ? 0 : pocket.stops.findIndex((one) => one.stopId === stopId) + 1
  return `${field}-${n}`
}

async function refuse(visit: Visit, stopId: string, typed: Typed, problems: readonly { field: string; text: string }[]): Promise<Answer> {
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  if (found === null) return missing
  const placed = problems.map(({ field, text }) => ({ field: fieldIdOf(found, stopId, field), text }))
  return show(visit, { stopId, result: typedValue(typed, 'result'), note: typedValue(typed, 'note'), problems: placed }, 422)
}

async function press(visit: Visit, form: FieldForm, typed: Typed): Promise<Answer> {
  const texts = fieldTexts[visit.lang]
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  if (found === null) return missing
  const { act, result, note, base } = form
  const fields = pressed({ act, result, note }, { base, now: visit.nowMs, lateAt: lateAt(found, form.stop, visit.today) })
  if (fields === 'choose-result') return refuse(visit, form.stop, typed, [{ field: 'result', text: texts.chooseResult }])
  return write(visit, { ...form, settles: null }, fields, act === 'save-out' || act === 'out' ? texts.savedOut : texts.saved)
}

async function settle(visit: Visit, form: SettleForm): Promise<Answer> {
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  const conflict = found?.conflicts.find(({ changeId }) => changeId === form.conflict)
  if (found === null) return missing
  const texts = fieldTexts[visit.lang].differ
  // Somebody else has chosen already.
  if (conflict === undefined) return goTo(backOf(visit, form), texts.settled)
  const names = ['checkedInAt', 'checkedOutAt', 'result', 'note'] as const
  const picks = Object.fromEntries(names.map((name) => [name, form[`pick-${name}`]]))
  return write(visit, { ...form, settles: conflict.changeId }, picked(conflict.mine, form.base, picks), texts.settled)
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  refuse(
    visit,
    typedValue(typed, 'stop'),
    typed,
    problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
  )

async function take(visit: Visit): Promise<Answer> {
  const decision = await takePocket(readerOf(visit), roundIdOf(visit))
  if (decision.granted) return json({ pocket: decision.value, now: visit.nowMs, staffId: visit.actor.staffId })
  return json({ refused: decision.reason }, decision.reason === 'missing' ? 404 : 409)
}

async function sync(visit: Visit, changes: readonly FieldChange[]): Promise<Answer> {
  const answer = await syncPocket(readerOf(visit), roundIdOf(visit), changes)
  return answer === null ? json({ refused: 'missing' }, 404) : json(answer)
}

/** The page for the telephone, and what it carries. */
export function addFieldPages(pages: Pages): void {
  const path = `/besok/:id{${uuid}}`
  const shown = { permit: 'visits.make', shows: 'persons', outlet: 'visits.page' } as const
  const carried = { permit: 'visits.make', shows: 'persons', outlet: 'visits.pocket' } as const
  const nothing = { permit: 'visits.make', shows: 'nothing' } as const
  pages.get(`${path}/falt`, shown, (visit) => show(visit, null, 200))
  pages.post(`${path}/falt`, shown, fieldForm, press, reshow)
  pages.post(`${path}/skillnader`, shown, settleForm, settle, reshow)
  pages.post(`${path}/ficka`, carried, noFields, take)
  pages.post(`${path}/synk`, carried, syncForm, (visit, { changes }) => sync(visit, changes))
  pages.get('/besok/ficka', nothing, ({ lang }) => page(<PocketShell lang={lang} />))
  // What a telephone that was away needs before it can send: who is signed in, the form's token, and what time it is.
  pages.get('/besok/ficka/nyckel', nothing, ({ frame, actor, nowMs }) =>
    json({ formToken: frame.formToken, staffId: actor.staffId, now: nowMs }),
  )
}
