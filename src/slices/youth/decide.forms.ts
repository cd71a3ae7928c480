/** What the decision page sends. `toOn` is a last day, included. */
import { z } from 'zod'
import { choiceField, dateField, optionalDate, textField, wholeField } from '../../platform/form.ts'
import { keptField } from '../hygiene/index.ts'
import type { DecideForm } from './decide.types.ts'

const said = { ground: textField(1000), noteKept: keptField }

/** One form a kind; which one it is decides which fields there are. */
export const decideForm: z.ZodType<DecideForm> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('decision'),
      verdict: choiceField(['covers', 'not']),
      fromOn: dateField,
      toOn: optionalDate,
      ...said,
    }),
    z.strictObject({ kind: z.literal('schooling-end'), paragraph: choiceField(['7:13', '7:14']), endOn: optionalDate, ...said }),
    z.strictObject({ kind: z.literal('stay'), municipality: textField(10), fromOn: dateField, toOn: optionalDate, ...said }),
    z.strictObject({ kind: z.literal('studies-abroad'), fromOn: dateField, toOn: optionalDate, ...said }),
  ],
  { error: 'unknown-choice' },
)

/** Taking a fact back. */
export const withdrawForm = z.strictObject({
  kind: choiceField(['decision', 'schooling-end', 'stay', 'studies-abroad']),
  factId: wholeField,
  ...said,
})
export type WithdrawForm = z.infer<typeof withdrawForm>
