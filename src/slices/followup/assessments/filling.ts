/** What stands in the fields of an assessment, and what is wrong with it, in words. */
import type { Lang } from '../../../kernel/lang.ts'
import type { Difference } from '../../../ui/both.tsx'
import type { FieldProblem } from '../../../ui/form.tsx'
import { areaOf } from '../instrument/instrument.rules.ts'
import type { Answers, Instrument } from '../instrument/instrument.types.ts'
import { areaName, pointsIn } from '../instrument/points.texts.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import { itemField, type ItemFault } from './answers.rules.ts'
import { assessmentPageTexts } from './pages.texts.ts'

/** Answers as the fields show them. */
export function savedAnswers(answers: Answers, lang: Lang, also: Readonly<Record<string, string>> = {}): TypedFields {
  const fields = Object.fromEntries(Object.entries(answers).map(([key, points]) => [itemField(key), pointsIn(points, lang)]))
  return (field) => fields[field] ?? also[field] ?? ''
}

/** What is wrong with answers, in words and at its field. */
export const faultsInWords = (instrument: Instrument, faults: readonly ItemFault[], lang: Lang): FieldProblem[] =>
  faults.map(({ field, area, item, problem }) => {
    const { min, max } = instrument.scale
    const asked = areaOf(instrument, area)?.items.find(({ key }) => key === item)
    const of = {
      area: areaName(instrument, area, lang),
      item: asked?.[lang] ?? '',
      range: `${pointsIn(min, lang)}–${pointsIn(max, lang)}`,
      atLeast: instrument.missing.kind === 'answered' ? instrument.missing.atLeast : 0,
    }
    return { field, text: assessmentPageTexts[lang].faults(problem, of) }
  })

/** Where what was typed is not what is saved now. */
export const answerDifferences = (instrument: Instrument, typed: TypedFields, now: TypedFields, lang: Lang): Difference[] =>
  instrument.areas.flatMap((area) =>
    area.items
      .map(({ key, ...item }) => ({
        what: `${area[lang]}: ${item[lang]}`,
        mine: typed(itemField(key)).trim(),
        theirs: now(itemField(key)),
      }))
      .filter(({ mine, theirs }) => mine.replace('.', ',') !== theirs.replace('.', ',')),
  )
