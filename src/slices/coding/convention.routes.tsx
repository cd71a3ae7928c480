/** /kodning: choosing a convention for new records, and coding the past anew. Two actions: the second includes the first. */
import { timeInSweden } from '../../platform/clock.ts'
import { goTo, missing, page, signInAgain, type Answer, type Pages, type Visit } from '../access/index.ts'
import { webPatience } from '../matching/index.ts'
import { chooseConvention, readConventions, type PresentCoding } from './convention.actions.ts'
import { conventionTexts } from './convention.texts.ts'
import { ConventionsPage, conventionsPath } from './convention.views.tsx'
import type { Coder } from './known.actions.ts'
import { chooseForm, type ChooseForm } from './own.forms.ts'
import { addOwnConventionPages, wishOf } from './own.routes.tsx'
import { previewReplay } from './replay.actions.ts'
import { ownReplay, startReplay, waitFor } from './replay-run.actions.ts'
import { ReplayPage, ReplayPreviewPage } from './replay.views.tsx'

/** Who codes, at the moment of the request. */
export function coderOf({ place, actor, scope, today, nowMs, isFresh }: Visit): Coder {
  const [hours = '0', minutes = '0'] = timeInSweden(new Date(nowMs)).split(':')
  const now = { on: today, minute: Number(hours) * 60 + Number(minutes) }
  return { pool: place.pool, code: place.code, scope, staffId: actor.staffId, name: actor.name, now, isFresh, patience: webPatience }
}

const mayPlan = ({ may }: Visit): boolean => may('plans.write')

const show = (visit: Visit, present: PresentCoding, told: string | null, status: 200 | 409 | 422 | 503): Answer =>
  page(<ConventionsPage frame={visit.frame} mayPlan={mayPlan(visit)} present={present} told={told} once={visit.newOnce()} />, status)

async function refused(visit: Visit, reason: 'stale' | 'night-is-running' | 'unknown' | 'another-runs'): Promise<Answer> {
  const t = conventionTexts[visit.lang]
  const texts = { stale: t.stale, 'night-is-running': t.running, unknown: t.unknown, 'another-runs': t.anotherRuns }
  const status = reason === 'night-is-running' ? 503 : reason === 'unknown' ? 422 : 409
  return show(visit, await readConventions(visit.place.pool), texts[reason], status)
}

async function choose(visit: Visit, { convention, version }: ChooseForm): Promise<Answer> {
  const t = conventionTexts[visit.lang]
  const decision = await chooseConvention(wishOf(visit, version), convention)
  if (!decision.granted) return refused(visit, decision.reason)
  return goTo(conventionsPath, decision.value ? t.chosenNow : t.unchanged)
}

/** The preview has an address of its own, so that it can be loaded again. */
const toPreview = ({ convention }: ChooseForm): Answer => goTo(`${conventionsPath}/visa?konvention=${encodeURIComponent(convention)}`)

async function preview(visit: Visit): Promise<Answer> {
  const { place, scope, actor, isFresh, frame, newOnce, query } = visit
  const present = await readConventions(place.pool)
  const key = query.get('konvention') ?? present.chosen.key
  const convention = present.conventions.find((one) => one.key === key)
  if (convention === undefined) return missing
  const steps = await previewReplay({ pool: place.pool, scope, staffId: actor.staffId, isFresh }, convention)
  const may = { mayPlan: mayPlan(visit), mayCode: visit.may('coding.use') }
  return page(<ReplayPreviewPage frame={frame} {...may} convention={convention} present={present} steps={steps} once={newOnce()} />)
}

async function replay(visit: Visit, { convention, version }: ChooseForm, report: (error: unknown) => void): Promise<Answer> {
  // It writes about the protected youths of those with the right, as saving one coding does.
  if (visit.scope.mayReadProtected && !visit.isFresh) return signInAgain
  const decision = await chooseConvention(wishOf(visit, version), convention)
  if (!decision.granted) return refused(visit, decision.reason)
  const started = startReplay(coderOf(visit), report)
  return started.granted ? goTo(`${conventionsPath}/omrakning`) : refused(visit, started.reason)
}

/** A small municipality is done before anybody would look. */
const patienceMs = 1_500

async function progress(visit: Visit): Promise<Answer> {
  const { place, actor, frame } = visit
  const run = ownReplay(place.code, actor.staffId)
  if (run?.state === 'running') await waitFor(run, patienceMs)
  return page(<ReplayPage frame={frame} mayPlan={mayPlan(visit)} run={run} />)
}

/** Registers the pages. `report` is told of defects in what runs after the answer. */
export function addConventionPages(pages: Pages, report: (error: unknown) => void): void {
  const settings = { permit: 'coding.replay', shows: 'settings' } as const
  const persons = { permit: 'coding.replay', shows: 'persons', outlet: 'coding.page' } as const
  pages.get(conventionsPath, settings, async (visit) => show(visit, await readConventions(visit.place.pool), null, 200))
  pages.post(`${conventionsPath}/valj`, settings, chooseForm, choose)
  pages.post(`${conventionsPath}/visa`, settings, chooseForm, (_, form) => toPreview(form))
  pages.get(`${conventionsPath}/visa`, persons, preview)
  pages.post(`${conventionsPath}/rakna-om`, persons, chooseForm, (visit, form) => replay(visit, form, report))
  pages.get(`${conventionsPath}/omrakning`, { permit: 'coding.replay', shows: 'counts', outlet: 'coding.page' }, progress)
  addOwnConventionPages(pages)
}
