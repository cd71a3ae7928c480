/** From what was typed to answers, item by item: what was written, and what is wrong with it where it stands. Pure. */
import type { Answers, Instrument, Item } from '../instrument/instrument.types.ts'
import { answerProblem, parsePoints, sheetProblems } from '../instrument/score.rules.ts'

/** Where an item is answered in the form. */
export const itemField = (key: string): string => `item-${key}`

export type ItemFault = {
  readonly field: string
  readonly area: string
  /** Null: it is about the area. */
  readonly item: string | null
  readonly problem: 'not-points' | 'outside' | 'off-step' | 'missing' | 'too-few'
}

type WrittenAnswers = { readonly answers: Answers; readonly faults: readonly ItemFault[] }

/** The answers in the form; an empty field has no answer. `typed`: what stands in a field. */
export function readAnswers(instrument: Instrument, typed: (field: string) => string): WrittenAnswers {
  const answers: Record<string, number> = {}
  const faults: ItemFault[] = []
  const read = (area: string, { key }: Item): void => {
    const text = typed(itemField(key)).trim()
    if (text === '') return
    const points = parsePoints(text)
    const problem = points === null ? 'not-points' : answerProblem(instrument.scale, points)
    if (points === null || problem !== null) faults.push({ field: itemField(key), area, item: key, problem: problem ?? 'not-points' })
    else answers[key] = points
  }
  for (const { key, items } of instrument.areas) for (const item of items) read(key, item)
  return { answers, faults }
}

/** What is not answered that has to be, each where it is to be mended. What is wrong in another way is not said to be missing too. */
export const missingFaults = (instrument: Instrument, { answers, faults }: WrittenAnswers): ItemFault[] =>
  sheetProblems(instrument, answers).flatMap(({ area, item, problem }): ItemFault[] => {
    const first = instrument.areas.find(({ key }) => key === area)?.items[0]?.key ?? ''
    const field = itemField(item ?? first)
    return (problem === 'missing' || problem === 'too-few') && !faults.some((fault) => fault.field === field)
      ? [{ field, area, item, problem }]
      : []
  })
