/** The forms of measures, read once at the edge. */
import { z } from 'zod'
import { choiceField, dateField, manyField, optionalDate, optionalText, textField, tickField, wholeField } from '../../platform/form.ts'
import { keptField } from '../hygiene/index.ts'
import { occupations } from '../ladder/index.ts'
import { longestItemName, longestStageName, mostStages } from './item.rules.ts'
import { longestNote } from './measure.rules.ts'
import { decisionOutcomes, occupationSources, responsibleParties } from './measures.types.ts'
import { groundLength } from './round.rules.ts'

const key = textField(40)
/** A reason that says something. */
const saidField = (longest: number) => textField(longest).refine((text) => text.length >= groundLength.shortest, 'say-why')
const department = optionalText(30).transform((text) => (text === '' ? null : text))
/** What the youth does afterwards; empty: nobody asked. */
const occupation = z.union([z.literal('').transform(() => null), choiceField(occupations)]).default(null)
const source = choiceField(occupationSources).default('youth')

const content = {
  from: dateField,
  until: optionalDate,
  responsible: choiceField(responsibleParties),
  department,
  note: optionalText(longestNote),
  noteKept: keptField,
}
/** `step`: the step of the plan that it comes of; empty: none. */
const step = z.union([z.literal('').transform(() => null), z.uuid('unknown-choice')]).default(null)
export const newForm = z.strictObject({ item: key, step, ...content })
export type NewForm = z.infer<typeof newForm>
export const changeForm = z.strictObject({ version: wholeField, ...content })
export type ChangeForm = z.infer<typeof changeForm>
export const endForm = z.strictObject({ version: wholeField, on: optionalDate, reason: key, occupation, source })
export const resumeForm = z.strictObject({ version: wholeField })
export const stageForm = z.strictObject({ version: wholeField, stage: key, stageFrom: dateField })
export const interruptForm = z.strictObject({
  version: wholeField,
  stopOn: dateField,
  stopReason: key,
  after: choiceField(['end', 'goesOn']),
  occupation,
  source,
})
export const strikeForm = z.strictObject({ version: wholeField, why: saidField(200), noteKept: keptField })
export const strikeOfferForm = z.strictObject({ why: saidField(200), noteKept: keptField })
export const offerForm = z.strictObject({ item: key, on: dateField, reason: key, note: optionalText(longestNote), noteKept: keptField })
export type OfferForm = z.infer<typeof offerForm>

export const roundForm = z.strictObject({ on: dateField, present: manyField.default([]) })
export const closeForm = z.strictObject({})
export const decideForm = z.strictObject({
  measure: z.uuid('unknown-choice'),
  outcome: choiceField(decisionOutcomes),
  ground: saidField(groundLength.longest),
  noteKept: keptField,
})

const stageRow = (n: number) => ({
  [`stageKey${n}`]: optionalText(40),
  [`stageStep${n}`]: optionalText(1),
  [`stageSv${n}`]: optionalText(longestStageName),
  [`stageEn${n}`]: optionalText(longestStageName),
  [`stageLength${n}`]: optionalText(3),
  [`stageUnit${n}`]: choiceField(['days', 'weeks', 'months']).default('weeks'),
  [`stageReasons${n}`]: manyField.default([]),
})
/** The numbers of the rows of stages in a form. */
export const stageRows = Array.from({ length: mostStages }, (_, index) => index + 1)
const rows = Object.assign({}, ...stageRows.map(stageRow)) as Record<string, z.ZodType<string | string[]>>

/** An item of the catalogue; rows of stages that say nothing are left out. `version` 0: a new item. */
export const itemForm = z.strictObject({
  version: wholeField,
  nameSv: textField(longestItemName),
  nameEn: textField(longestItemName),
  from: dateField,
  until: optionalDate,
  department,
  counts: tickField,
  exclusive: tickField,
  needsDecision: tickField,
  code: optionalText(20),
  ...rows,
})
export type ItemForm = Readonly<Record<string, unknown>> & {
  readonly version: number
  readonly nameSv: string
  readonly nameEn: string
  readonly from: z.infer<typeof dateField>
  readonly until: z.infer<typeof optionalDate>
  readonly department: string | null
  readonly counts: boolean
  readonly exclusive: boolean
  readonly needsDecision: boolean
  readonly code: string
}
