/** What an item of the catalogue may say, and what differs between two versions of one. */
import type { Item, ItemStage, Reason } from './measures.types.ts'

export const longestItemName = 80
export const longestStageName = 60
export const mostStages = 6
/** The profile that the codes of the forms belong to: a draft, not verified against SCB's file description. */
export const draftProfile = 'draft'

/** What can be said of an item. */
export type ItemContent = Omit<Item, 'key' | 'version' | 'isShipped'>

export type ItemProblem = 'end-before-start' | 'stages-in-order' | 'same-name'
export type ItemProblemAt = { readonly field: string; readonly problem: ItemProblem }

/** The steps are numbered from one without gaps: alternatives share a number. */
const areInOrder = (stages: readonly ItemStage[]): boolean => {
  const steps = new Set(stages.map(({ step }) => step))
  return [...steps].every((step) => step === 1 || steps.has(step - 1))
}

const sameText = (one: string, other: string): boolean => one.localeCompare(other, 'sv', { sensitivity: 'base' }) === 0

/** What is wrong with an item; `others` are the other items in force. */
export function itemProblems({ name, fromOn, untilOn, stages }: ItemContent, others: readonly Item[]): ItemProblemAt[] {
  return [
    ...(others.some((other) => sameText(other.name.sv, name.sv)) ? [{ field: 'nameSv', problem: 'same-name' } as const] : []),
    ...(untilOn !== null && untilOn <= fromOn ? [{ field: 'until', problem: 'end-before-start' } as const] : []),
    ...(areInOrder(stages) ? [] : [{ field: 'stageStep1', problem: 'stages-in-order' } as const]),
  ]
}

/** A stage that nobody has chosen reasons for may be interrupted for every one there is. */
export function withReasons(content: ItemContent, reasons: readonly Reason[]): ItemContent {
  const all = reasons.filter(({ uses }) => uses.includes('interruption')).map(({ key }) => key)
  return { ...content, stages: content.stages.map((stage) => (stage.reasons.length === 0 ? { ...stage, reasons: all } : stage)) }
}

/** Whether two say the same. */
export const isSame = (one: ItemContent, other: ItemContent): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other))

const plain = ({ name, fromOn, untilOn, department, counts, isExclusive, needsDecision, stages, codes }: ItemContent): unknown => [
  name.sv,
  name.en,
  fromOn,
  untilOn,
  department,
  counts,
  isExclusive,
  needsDecision,
  stages.map(({ key, step, sv, en, length, reasons }) => [key, step, sv, en, Object.entries(length), [...reasons].toSorted()]),
  Object.entries(codes).toSorted(([a], [b]) => (a < b ? -1 : 1)),
]
