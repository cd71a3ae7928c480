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
import { flagsIn, keptName, noteDraft, noteProblems, notWarned, type FieldFlag, type NoteDraft } from '../hygiene/index.ts'
import { FieldPage, PocketShell } from './field-page.views.tsx'
import { asks, hasAsked, writeChange } from './field.actions.ts'
import { fieldForm, settleForm, syncForm, type FieldForm, type SettleForm } from './field.forms.ts'
import { fieldTexts } from './field.texts.ts'
import type { FieldDraft } from './field.views.tsx'
import { noFields } from './plan.forms.ts'
import { fieldIdOf, pocketOf } from './pocket.rules.ts'
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

type Written = Pick<FieldForm, 'stop' | 'change' | 'version' | 'back'> & {
  readonly base: VisitFields
  readonly settles: string | null
  readonly noteKept?: string
}

const changeOf = ({ stop, change, version, base, settles, noteKept }: Written, fields: SomeFields, now: number): FieldChange => ({
  changeId: change,
  stopId: stop,
  madeAt: now,
  baseVersion: version,
  base: baseFor(fields, base),
  fields,
  settles,
  noteKept,
})

const backOf = (visit: Visit, { back }: Pick<Written, 'back'>): string =>
  back === 'falt' ? `/besok/${roundIdOf(visit)}/falt` : `/besok/${roundIdOf(visit)}`

type WriteProblem = keyof (typeof fieldTexts)['sv']['refused']

function refusedWith(visit: Visit, { stop: stopId }: Written, reason: WriteProblem): Promise<Answer> | Answer {
  if (reason === 'missing') return missing
  const problems = [{ field: 'main', text: fieldTexts[visit.lang].refused[reason] }]
  return show(visit, { stopId, result: '', note: '', problems, warning: notWarned }, reason === 'night-is-running' ? 503 : 409)
}

/** On a later day the visit is written as made when it was planned; null on the day itself. */
function lateAt({ round, stops }: ReadRound, stopId: string, today: string): number | null {
  if (round.on >= today) return null
  const planned = stops.find((one) => one.stopId === stopId)?.plannedAt ?? round.startsAt
  const [hour = 0, minute = 0] = planned.split(':').map(Number)
  const [endHour = 0, endMinute = 0] = round.endsAt.split(':').map(Number)
  return round.endsAtMs - ((endHour - hour) * 60 + endMinute - minute) * 60_000
}

type Problems = readonly { readonly field: string; readonly text: string }[]

async function refuse(visit: Visit, stopId: string, typed: Typed, problems: Problems, warning: NoteDraft): Promise<Answer> {
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  if (found === null) return missing
  const placed = problems.map(({ field, text }) => ({ field: fieldIdOf(pocketOf(found), stopId, field), text }))
  return show(visit, { stopId, result: typedValue(typed, 'result'), note: typedValue(typed, 'note'), problems: placed, warning }, 422)
}

/** A note with what may not belong: the form again, at the note that was written in. */
function askAbout(visit: Visit, form: FieldForm, typed: Typed, flags: readonly FieldFlag[]): Promise<Answer> {
  const placed = flags.map((flag) => ({ ...flag, field: form.act === 'skip' ? 'skip' : 'note' }))
  return refuse(visit, form.stop, typed, noteProblems(placed, visit.lang), noteDraft(flags, ''))
}

async function press(visit: Visit, form: FieldForm, typed: Typed): Promise<Answer> {
  const texts = fieldTexts[visit.lang]
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  if (found === null) return missing
  const { act, result, note, base } = form
  const fields = pressed({ act, result, note }, { base, now: visit.nowMs, lateAt: lateAt(found, form.stop, visit.today) })
  if (fields === 'choose-result')
    return refuse(visit, form.stop, typed, [{ field: 'result', text: texts.chooseResult }], noteDraft([], form.noteKept))
  const given = { ...form, settles: null }
  const decision = await writeChange(readerOf(visit), roundIdOf(visit), changeOf(given, fields, visit.nowMs), asks)
  if (decision.granted) {
    const notice = act === 'save-out' || act === 'out' ? texts.savedOut : texts.saved
    return goTo(backOf(visit, given), decision.value.conflicts.length > 0 ? null : notice)
  }
  return decision.reason === 'note-flags' ? askAbout(visit, form, typed, flagsIn(decision)) : refusedWith(visit, given, decision.reason)
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
  const given = { ...form, settles: conflict.changeId }
  const change = changeOf(given, picked(conflict.mine, form.base, picks), visit.nowMs)
  // Both texts were written, and answered for, before.
  const decision = await writeChange(readerOf(visit), roundIdOf(visit), change, hasAsked)
  if (!decision.granted) return refusedWith(visit, given, decision.reason)
  return goTo(backOf(visit, form), decision.value.conflicts.length > 0 ? null : texts.settled)
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  refuse(
    visit,
    typedValue(typed, 'stop'),
    typed,
    problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
    noteDraft([], typedValue(typed, keptName)),
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
