/** The municipality's own convention: changed line by line, pasted as text, and downloaded. */
import {
  file,
  goTo,
  page,
  problemText,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { saveOwn, readConventions, type ConventionWish } from './convention.actions.ts'
import { codingTexts } from './coding.texts.ts'
import { freeEvents, type CodingEvent, type FreeEvent } from './coding.types.ts'
import type { ConventionProblem } from './convention.rules.ts'
import { conventionTexts } from './convention.texts.ts'
import { conventionsPath } from './convention.views.tsx'
import { fieldName, givenFrom, ownForm, pasteForm, typedOwn } from './own.forms.ts'
import { OwnConventionPage } from './own.views.tsx'
import { wordTexts } from './words.texts.ts'

/** Who changes a convention, from what was seen. */
export const wishOf = ({ place, actor, today }: Visit, version: number): ConventionWish => ({
  place,
  version,
  staffId: actor.staffId,
  on: today,
})

type Shown = {
  readonly typed: Typed | null
  readonly problems?: readonly { readonly field: string; readonly text: string }[]
  readonly pasted?: string | null
  readonly told?: string | null
}

async function show(
  visit: Visit,
  { typed, problems = [], pasted = null, told = null }: Shown,
  status: 200 | 409 | 422 | 503,
): Promise<Answer> {
  const { own, chosen, items, version } = await readConventions(visit.place.pool)
  const { lang, frame, newOnce } = visit
  // One that was never made begins as a copy of the one in force.
  const start = typedOwn({ name: own?.name ?? codingTexts[lang].conventionName({ key: 'egen', name: null }), lines: (own ?? chosen).lines })
  const shown = typed ?? start
  const value = (field: string): string => typedValue(shown, field)
  const props = { frame, mayPlan: visit.may('plans.write'), items, version, hasOwn: own !== null, value, problems, pasted, told, newOnce }
  return page(<OwnConventionPage {...props} />, status)
}

const isFree = (event: string): event is FreeEvent => freeEvents.some((one) => one === event)
const isKnown = (event: string, lang: Visit['lang']): event is CodingEvent => Object.hasOwn(wordTexts[lang].events, event)

/** `värnplikt, item: Åtgärden finns inte i kommunens katalog.` */
function problemInWords({ event, field, fault }: ConventionProblem, lang: Visit['lang']): string {
  const words = event === null ? null : isKnown(event, lang) ? wordTexts[lang].events[event] : event
  const where = [words, field].filter((part) => part !== null).join(', ')
  return where === '' ? conventionTexts[lang].faults[fault] : `${where}: ${conventionTexts[lang].faults[fault]}`
}

/** The select that a problem of a line stands at. */
function placeOf({ event, field }: ConventionProblem): string {
  if (event === null || !isFree(event)) return 'name'
  return fieldName(field === 'item' || field === 'responsible' ? field : 'occupation', event)
}

type Given = { readonly value: unknown; readonly version: number; readonly typed: Typed; readonly pasted: string | null }

async function save(visit: Visit, { value, version, typed, pasted }: Given): Promise<Answer> {
  const t = conventionTexts[visit.lang]
  const made = await saveOwn(wishOf(visit, version), value)
  const again = pasted === null ? { typed } : { typed: null, pasted }
  switch (made.kind) {
    case 'saved':
      return goTo(conventionsPath, made.isChosen ? t.savedInForce : t.saved)
    case 'problems': {
      const problems = made.problems.map((one) => ({
        field: pasted === null ? placeOf(one) : 'text',
        text: problemInWords(one, visit.lang),
      }))
      return show(visit, { ...again, problems }, 422)
    }
    case 'stale':
      return show(visit, { ...again, told: t.stale }, 409)
    case 'night-is-running':
      return show(visit, { ...again, told: t.running }, 503)
  }
}

/** JSON, or something that is no convention. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const worded = (visit: Visit, problems: readonly FieldProblem[]) =>
  problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))

async function download({ place }: Visit): Promise<Answer> {
  const { own } = await readConventions(place.pool)
  if (own === null) return goTo(`${conventionsPath}/egen`)
  const { name, lines } = own
  return file('konvention.json', 'application/json', `${JSON.stringify({ name, lines }, null, 2)}\n`)
}

/** Registers the pages. */
export function addOwnConventionPages(pages: Pages): void {
  const declared = { permit: 'coding.replay', shows: 'settings' } as const
  const path = `${conventionsPath}/egen`
  pages.get(path, declared, (visit) => show(visit, { typed: null }, 200))
  pages.get(`${path}.json`, declared, download)
  pages.post(
    path,
    declared,
    ownForm,
    (visit, { version }, typed) => save(visit, { value: givenFrom(typed), version, typed, pasted: null }),
    (visit, problems, typed) => show(visit, { typed, problems: worded(visit, problems) }, 422),
  )
  pages.post(
    `${path}/klistra`,
    declared,
    pasteForm,
    (visit, { version, text }, typed) => save(visit, { value: parsed(text), version, typed, pasted: text }),
    (visit, problems, typed) => show(visit, { typed: null, pasted: typedValue(typed, 'text'), problems: worded(visit, problems) }, 422),
  )
}
