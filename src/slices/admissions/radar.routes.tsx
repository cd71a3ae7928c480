/** /radar: the list, what is done for those marked, and the figures. */
import { z } from 'zod'
import { choiceField, dateField, manyField, optionalText } from '../../platform/form.ts'
import { isRandomId } from '../../platform/random-id.ts'
import {
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
import type { ApplySettings } from '../settings/index.ts'
import { stepKinds } from './admissions.types.ts'
import { RadarFiguresPage } from './figures.views.tsx'
import { addListPages } from './lists.routes.tsx'
import { radarTabs, tabWords, type RadarTab } from './radar-tabs.rules.ts'
import { readRadar, readRadarFigures, type RadarReader } from './radar.actions.ts'
import { addRadarSettingsPages } from './radar-settings.routes.tsx'
import { radarTexts } from './radar.texts.ts'
import { RadarPage, radarPath } from './radar.views.tsx'
import { sayStep, sayStepOfMany, takeBackStep } from './step.actions.ts'

const readerOf = ({ place, scope, actor, today }: Visit): RadarReader => ({
  pool: place.pool,
  code: place.code,
  scope,
  staffId: actor.staffId,
  today,
})

/** A year as it was asked for; null when none is, or it cannot be one. */
function yearIn(text: string | null): number | null {
  const year = Number(text)
  return Number.isInteger(year) && year >= 2015 && year <= 2099 ? year : null
}

type Draft = { readonly typed: Typed; readonly problems: readonly { readonly field: string; readonly text: string }[] }
const nothingTyped: Draft = { typed: {}, problems: [] }

const tabOf = (word: string): RadarTab => radarTabs.find((one) => tabWords[one] === word) ?? 'lacking'

async function show(visit: Visit, { typed, problems }: Draft): Promise<Answer> {
  const { frame, today, query, may, newOnce } = visit
  const radar = await readRadar(readerOf(visit), yearIn(query.get('ar') ?? typedValue(typed, 'ar')))
  const tab = tabOf(problems.length === 0 ? (query.get('flik') ?? '') : typedValue(typed, 'flik'))
  const shown = Math.min(Math.max(1, Math.trunc(Number(query.get('sida'))) || 1), 10_000)
  const rights = { mayLists: may('radar.lists'), mayFigures: may('figures.read'), maySettings: may('settings.edit') }
  const drawn = { frame, today, radar, tab, page: shown, rights, problems, ticked: typed['subject'] ?? [], once: newOnce() }
  return page(<RadarPage {...drawn} typed={(field) => typedValue(typed, field)} />, problems.length === 0 ? 200 : 422)
}

async function figures(visit: Visit): Promise<Answer> {
  const read = await readRadarFigures(readerOf(visit), yearIn(visit.query.get('ar')))
  return page(<RadarFiguresPage frame={visit.frame} figures={read} may={visit.may} />)
}

const step = { kind: choiceField(stepKinds), on: dateField }
const manyForm = z.strictObject({ ...step, subject: manyField, flik: optionalText(30), ar: optionalText(4) })
const oneForm = z.strictObject(step)

/** Where somebody was: the season and the tab. */
function backTo(year: number | null, tab: RadarTab): string {
  const query = new URLSearchParams({
    ...(year === null ? {} : { ar: String(year) }),
    ...(tabWords[tab] === '' ? {} : { flik: tabWords[tab] }),
  })
  return query.size === 0 ? radarPath : `${radarPath}?${query.toString()}`
}

async function sayMany(visit: Visit, { subject, kind, on, flik, ar }: z.infer<typeof manyForm>, typed: Typed): Promise<Answer> {
  const texts = radarTexts[visit.lang]
  const ids = subject.filter(isRandomId)
  if (ids.length === 0) return show(visit, { typed, problems: [{ field: 'steg', text: texts.chooseSome }] })
  const { done, not } = await sayStepOfMany(readerOf(visit), ids, { kind, on })
  return goTo(backTo(yearIn(ar), tabOf(flik)), texts.saved(done, not))
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  show(visit, { typed, problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })) })

/** From the person page: the answer is said there. */
async function sayOne(visit: Visit, said: z.infer<typeof oneForm>): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const decision = await sayStep(readerOf(visit), subjectId, said)
  const texts = radarTexts[visit.lang]
  if (!decision.granted && decision.reason === 'missing') return missing
  return goTo(`/ungdomar/${subjectId}`, decision.granted ? texts.said : texts.refusals[decision.reason])
}

async function strike(visit: Visit): Promise<Answer> {
  const [subjectId, stepId] = [visit.params['id'] ?? '', visit.params['step'] ?? '']
  if (!isRandomId(subjectId) || !isRandomId(stepId)) return missing
  const decision = await takeBackStep(readerOf(visit), subjectId, stepId)
  if (!decision.granted && decision.reason === 'missing') return missing
  const { struck, struckBefore } = radarTexts[visit.lang]
  return goTo(`/ungdomar/${subjectId}`, decision.granted ? struck : struckBefore)
}

/** A day that cannot be read, on the person page's small form. */
const unread = (visit: Visit): Promise<Answer> => {
  const subjectId = visit.params['id'] ?? ''
  return Promise.resolve(isRandomId(subjectId) ? goTo(`/ungdomar/${subjectId}`, radarTexts[visit.lang].wrongDay) : missing)
}

/** Registers the pages. `apply` saves settings (matching). */
export function addAdmissionsPages(pages: Pages, apply: ApplySettings): void {
  const work = { permit: 'radar.work', outlet: 'radar.page' } as const
  pages.get(radarPath, { ...work, shows: 'persons' }, (visit) => show(visit, nothingTyped))
  pages.post(`${radarPath}/steg`, { ...work, shows: 'persons' }, manyForm, sayMany, reshow)
  pages.get(`${radarPath}/siffror`, { permit: 'figures.read', shows: 'counts', outlet: 'radar.page' }, figures)
  const person = { ...work, shows: 'person' } as const
  pages.post('/ungdomar/:id{[0-9a-f-]+}/radar', person, oneForm, sayOne, unread)
  pages.post('/ungdomar/:id{[0-9a-f-]+}/radar/:step{[0-9a-f-]+}/stryk', person, z.strictObject({}), strike)
  addListPages(pages)
  addRadarSettingsPages(pages, apply)
}
