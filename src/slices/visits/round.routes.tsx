/** The page of a round: its stops, its cards, and ending it. */
import type { z } from 'zod'
import { file, goTo, missing, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { searchYouths, type Found } from '../worklist/index.ts'
import { cardTexts } from './cards.texts.ts'
import { cancelRound, closeRound } from './plan.actions.ts'
import { addForm, deliverForm, noFields, orderForm, printForm, readTime, searchForm, stopForm, timesForm } from './plan.forms.ts'
import { readPlan, readRound } from './read.actions.ts'
import { HitsPage, noDraft, RoundPage, type RoundDraft } from './round.views.tsx'
import { deliverCards, printCards } from './sheet.actions.ts'
import { addStops, arrangeStops, dropStop, planTimes, type Added, type Arrangement } from './stops.actions.ts'
import { stopTexts } from './stops.texts.ts'
import { planTexts } from './plan.texts.ts'
import { readerOf, roundIdOf, uuid } from './visit-reader.ts'
import { visitTexts } from './visits.texts.ts'

const here = (visit: Visit): string => `/besok/${roundIdOf(visit)}`

async function show(visit: Visit, draft: RoundDraft, status: 200 | 409 | 422 | 503): Promise<Answer> {
  const found = await readPlan(readerOf(visit), roundIdOf(visit))
  if (found === null) return missing
  const { frame, today, actor, newOnce } = visit
  const { candidates } = found
  return page(<RoundPage {...{ frame, today, found, candidates, draft, newOnce }} staffId={actor.staffId} />, status)
}

const refused = (visit: Visit, field: string, text: string, status: 409 | 422 | 503 = 422): Promise<Answer> =>
  show(visit, { ...noDraft, problems: [{ field, text }] }, status)

/** Names are read through the page's scope: of somebody who may not be seen nothing is said but that. */
async function notAdded(visit: Visit, added: readonly Added[]): Promise<string[]> {
  const texts = stopTexts[visit.lang]
  return added.flatMap(({ decision }) => (decision.granted ? [] : [`${texts.somebody} ${texts.addProblems[decision.reason]}`]))
}

async function add(visit: Visit, subjectIds: readonly string[]): Promise<Answer> {
  const texts = stopTexts[visit.lang]
  const ids = subjectIds.filter((id) => new RegExp(`^${uuid}$`).test(id))
  if (ids.length === 0) return refused(visit, 'main', texts.noneChosen)
  const added = await addStops(readerOf(visit), roundIdOf(visit), ids)
  if (added.every(({ decision }) => !decision.granted && decision.reason === 'missing')) return missing
  const problems = await notAdded(visit, added)
  if (problems.length > 0) return show(visit, { ...noDraft, notAdded: problems }, 409)
  return goTo(here(visit), texts.added(added.length))
}

const hitsOf = ({ hits }: Found) =>
  hits.map(({ subjectId, givenName, familyName, address, bornOn }) => ({
    subjectId,
    name: `${givenName} ${familyName}`.trim(),
    address: address ?? '',
    bornOn,
  }))

async function search(visit: Visit, written: string): Promise<Answer> {
  const { frame, newOnce, place, actor, scope, today } = visit
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  if (found === null) return missing
  const reader = { pool: place.pool, code: place.code, staffId: actor.staffId, unitId: actor.unit?.id ?? null, scope, today }
  const hits = await searchYouths(reader, written)
  const problem =
    hits.kind === 'empty' || hits.kind === 'too-long' ? problemText(visit.lang, hits.kind === 'empty' ? 'required' : 'too-long') : undefined
  const shown = { frame, found, newOnce, written: written.slice(0, 100), hits: hitsOf(hits), isCut: hits.isCut, problem }
  return page(<HitsPage {...shown} />, problem === undefined ? 200 : 422)
}

/** `address`, `times`, `up:<stop>` or `down:<stop>`. */
function arrangementOf(order: string): Arrangement {
  if (order === 'address' || order === 'times') return { how: order }
  const [way, stopId = ''] = order.split(':')
  return { how: 'step', stopId, step: way === 'up' ? -1 : 1 }
}

async function arrange(visit: Visit, { order }: z.infer<typeof orderForm>): Promise<Answer> {
  const decision = await arrangeStops(readerOf(visit), roundIdOf(visit), arrangementOf(order))
  if (decision.granted) return goTo(here(visit))
  return decision.reason === 'missing' ? missing : goTo(here(visit), visitTexts[visit.lang].endProblems['already-over'])
}

async function saveTimes(visit: Visit, { stop, time }: z.infer<typeof timesForm>): Promise<Answer> {
  const [texts, plan] = [stopTexts[visit.lang], planTexts[visit.lang]]
  const typedTimes = new Map(stop.map((id, index) => [id, (time[index] ?? '').trim()]))
  const read = new Map([...typedTimes].map(([id, text]) => [id, text === '' ? null : readTime(text)]))
  if ([...read].some(([id, value]) => value === null && typedTimes.get(id) !== '')) {
    return show(visit, { ...noDraft, typedTimes, timesProblem: plan.notATime }, 422)
  }
  const decision = await planTimes(readerOf(visit), roundIdOf(visit), read)
  if (decision.granted) return goTo(here(visit), texts.timesSaved)
  if (decision.reason === 'missing') return missing
  if (decision.reason === 'already-over') return goTo(here(visit), visitTexts[visit.lang].endProblems['already-over'])
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  const { startsAt = '', endsAt = '' } = found?.round ?? {}
  return show(visit, { ...noDraft, typedTimes, timesProblem: texts.outside(startsAt, endsAt) }, 422)
}

async function remove(visit: Visit, { stop: stopId }: z.infer<typeof stopForm>): Promise<Answer> {
  const texts = stopTexts[visit.lang]
  const decision = await dropStop(readerOf(visit), roundIdOf(visit), stopId)
  if (decision.granted) return goTo(here(visit), texts.removed)
  const { endProblems } = visitTexts[visit.lang]
  switch (decision.reason) {
    case 'missing':
      return missing
    case 'already-visited':
      return refused(visit, 'main', texts.notRemoved['already-visited'], 409)
    case 'already-over':
    case 'night-is-running':
      return goTo(here(visit), endProblems[decision.reason])
  }
}

async function print(visit: Visit, which: z.infer<typeof printForm>['which'], publicUrl: string): Promise<Answer> {
  const { place, today } = visit
  const decision = await printCards(readerOf(visit), roundIdOf(visit), { which, from: { place, publicUrl, today } })
  if (decision.granted) return file('knackakort.pdf', 'application/pdf', new Uint8Array(decision.value))
  if (decision.reason === 'missing') return missing
  const { notPrinted } = cardTexts[visit.lang]
  return refused(visit, 'kort', notPrinted[decision.reason])
}

async function deliver(visit: Visit, { card, on }: z.infer<typeof deliverForm>): Promise<Answer> {
  const texts = cardTexts[visit.lang]
  if (card.length === 0) return refused(visit, 'card', texts.noneTicked)
  const { delivered, refused: reason } = await deliverCards(readerOf(visit), roundIdOf(visit), card, on)
  if (reason === null) return goTo(here(visit), texts.deliveredNotice(delivered))
  const isOfDay = reason === 'day-is-not-past' || reason === 'after-the-visit'
  const text = delivered === 0 ? texts.notDelivered[reason] : `${texts.deliveredNotice(delivered)} ${texts.notDelivered[reason]}`
  return refused(visit, isOfDay ? 'delivered-on' : 'kort', text)
}

async function end(visit: Visit, which: 'close' | 'cancel'): Promise<Answer> {
  const texts = visitTexts[visit.lang]
  const decision = await (which === 'close' ? closeRound : cancelRound)(readerOf(visit), roundIdOf(visit))
  if (decision.granted) return goTo(here(visit), which === 'close' ? texts.closed : texts.cancelled)
  if (decision.reason === 'missing') return missing
  return refused(visit, 'main', texts.endProblems[decision.reason], decision.reason === 'night-is-running' ? 503 : 409)
}

/** What was ticked and typed is shown as it is now: the lists are short, and nothing of them was written by hand. */
const again = (visit: Visit, typed: Typed, field: string): Promise<Answer> =>
  refused(visit, field, problemText(visit.lang, (typed[field] ?? []).length === 0 ? 'required' : 'unknown-choice'))

const path = `/besok/:id{${uuid}}`
const shown = { permit: 'visits.make', shows: 'persons', outlet: 'visits.page' } as const
const carriedOut = { permit: 'visits.make', shows: 'persons', outlet: 'visits.file' } as const

function addStopForms(pages: Pages): void {
  pages.post(`${path}/ungdomar`, shown, addForm, (visit, { youth }) => add(visit, youth))
  pages.post(
    `${path}/sok`,
    shown,
    searchForm,
    (visit, { q }) => search(visit, q),
    (visit) => search(visit, ''),
  )
  pages.post(`${path}/ordning`, shown, orderForm, arrange, (visit, _, typed) => again(visit, typed, 'order'))
  pages.post(`${path}/tider`, shown, timesForm, saveTimes)
  pages.post(`${path}/ta-bort`, shown, stopForm, remove, (visit, _, typed) => again(visit, typed, 'stop'))
}

function addCardForms(pages: Pages, publicUrl: string): void {
  const printed = (visit: Visit, { which }: z.infer<typeof printForm>): Promise<Answer> => print(visit, which, publicUrl)
  pages.post(`${path}/kort`, carriedOut, printForm, printed, (visit, _, typed) => again(visit, typed, 'kort'))
  pages.post(`${path}/kort/utlamnade`, shown, deliverForm, deliver, (visit, problems) =>
    refused(visit, 'delivered-on', problemText(visit.lang, problems[0]?.problem ?? 'required')),
  )
}

/** Everything on a round's page. The codes on its cards lead to `publicUrl`. */
export function addRoundPages(pages: Pages, publicUrl: string): void {
  pages.get(path, shown, (visit) => show(visit, noDraft, 200))
  addStopForms(pages)
  addCardForms(pages, publicUrl)
  pages.post(`${path}/avsluta`, shown, noFields, (visit) => end(visit, 'close'))
  pages.post(`${path}/stall-in`, shown, noFields, (visit) => end(visit, 'cancel'))
}
