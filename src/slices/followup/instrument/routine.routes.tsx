/** The routine's numbers in the browser, for administrators of the module. */
import { instrumentTexts } from './instrument.texts.ts'
import { z } from 'zod'
import { choiceField, optionalText } from '../../../platform/form.ts'
import { goTo, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { Difference } from '../../../ui/both.tsx'
import type { FieldProblem } from '../../../ui/form.tsx'
import { holidayRules } from '../calendar/month.rules.ts'
import { followupTexts } from '../followup.texts.ts'
import { typedFields } from '../people/file-visit.ts'
import { readInstrumentSettings, saveRoutine } from './instrument.actions.ts'
import { instrumentPageTexts } from './pages.texts.ts'
import { routineBounds, routineNumbers, routineProblems } from './routine.rules.ts'
import { RoutinePage } from './routine.views.tsx'
import type { Routine } from './routine.types.ts'

const path = '/uppfoljning/installningar/rutin'

/** Beside each field comes what it was when the form was made: two who save it are told apart by that. */
const form = z.object({ onHoliday: choiceField(holidayRules) }).catchall(optionalText(20))

type Fields = (field: string) => string
type Draft = { readonly typed: Fields; readonly problems: readonly FieldProblem[]; readonly isStale?: boolean }

const wholeIn = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** The routine in the fields; with a prefix the one that the form was made from. */
function routineFrom(fields: Fields, prefix: '' | 'seen-'): Routine {
  const onHoliday = holidayRules.find((rule) => rule === fields(`${prefix}onHoliday`)) ?? 'same'
  const numbers = Object.fromEntries(routineNumbers.map((key) => [key, wholeIn(fields(`${prefix}${key}`))]))
  return { ...(numbers as Omit<Routine, 'onHoliday'>), onHoliday }
}

function differencesOf(typed: Fields, now: Routine, { lang }: Visit): Difference[] {
  const t = instrumentPageTexts[lang]
  const rule = holidayRules.find((one) => one === typed('onHoliday')) ?? 'same'
  return [
    { what: t.onHoliday, mine: instrumentTexts[lang].holidays[rule], theirs: instrumentTexts[lang].holidays[now.onHoliday] },
    ...routineNumbers.map((key) => ({ what: instrumentTexts[lang].routine[key], mine: typed(key), theirs: String(now[key]) })),
  ].filter(({ mine, theirs }) => mine !== theirs)
}

async function show(visit: Visit, draft: Draft | null, status: 200 | 409 | 422): Promise<Answer> {
  const { place, frame, may, newOnce } = visit
  const { routine } = await readInstrumentSettings(place.pool)
  const typed = draft?.typed ?? ((field: string) => String(routine[field as keyof Routine] ?? ''))
  const differences = draft?.isStale === true ? differencesOf(typed, routine, visit) : null
  const shown = { frame, may, typed, problems: draft?.problems ?? [], differences, routine, once: newOnce() }
  return page(<RoutinePage {...shown} />, status)
}

async function save(visit: Visit, _: z.infer<typeof form>, fields: Typed): Promise<Answer> {
  const { place, actor, lang, today } = visit
  const t = instrumentPageTexts[lang]
  const typed = typedFields(fields)
  const routine = routineFrom(typed, '')
  const problems = routineProblems(routine).map((field) => ({ field, text: t.between(...routineBounds[field]) }))
  if (problems.length > 0) return show(visit, { typed, problems }, 422)
  const setter = { staffId: actor.staffId, name: actor.name, today }
  const decision = await saveRoutine(place.pool, setter, routine, routineFrom(typed, 'seen-'))
  if (decision.granted) return goTo(path, followupTexts[lang].saved)
  if (decision.reason === 'nothing-changed')
    return show(visit, { typed, problems: [{ field: 'onHoliday', text: instrumentTexts[lang].refusals['nothing-changed'] }] }, 422)
  return show(visit, { typed, problems: [], isStale: true }, 409)
}

/** Registers the page. */
export function addRoutinePages(pages: Pages): void {
  const declared = { permit: 'followup.settings', shows: 'settings' } as const
  pages.get(path, declared, (visit) => show(visit, null, 200))
  pages.post(path, declared, form, save, (visit, problems, typed) =>
    show(
      visit,
      { typed: typedFields(typed), problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })) },
      422,
    ),
  )
}
