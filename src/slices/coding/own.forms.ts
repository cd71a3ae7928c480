/** The form of the municipality's own convention: for each event that may be decided an occupation, an item and who is responsible. */
import { z } from 'zod'
import { optionalText, textField, wholeField } from '../../platform/form.ts'
import type { Typed } from '../access/index.ts'
import { freeEvents, type FreeEvent } from './coding.types.ts'
import type { OwnConvention } from './convention.rules.ts'

const parts = ['occupation', 'item', 'responsible'] as const
export type OwnPart = (typeof parts)[number]

/** `occupation.workFound`. */
export const fieldName = (part: OwnPart, event: FreeEvent): string => `${part}.${event}`

const names = freeEvents.flatMap((event) => parts.map((part) => fieldName(part, event)))

export const ownForm = z.strictObject({
  version: wholeField,
  name: optionalText(200),
  ...Object.fromEntries(names.map((name) => [name, optionalText(60)])),
})

/** A convention pasted as text. */
export const pasteForm = z.strictObject({ version: wholeField, text: textField(20_000) })

/** What is chosen: the convention, from what was seen. */
export const chooseForm = z.strictObject({ version: wholeField, convention: z.string().max(40) })
export type ChooseForm = z.infer<typeof chooseForm>

/** What the form says, as a convention to be judged. An empty choice is none. */
export function givenFrom(typed: Typed): unknown {
  const value = (name: string): string | null => {
    const text = typed[name]?.[0] ?? ''
    return text === '' ? null : text
  }
  const lineOf = (event: FreeEvent) => {
    const item = value(fieldName('item', event))
    const measure = item === null ? null : { item, responsible: value(fieldName('responsible', event)) }
    return [event, { occupation: value(fieldName('occupation', event)), measure }] as const
  }
  return { name: value('name') ?? '', lines: Object.fromEntries(freeEvents.map(lineOf)) }
}

/** The form as it stands for a convention. */
export const typedOwn = ({ name, lines }: Pick<OwnConvention, 'lines'> & { readonly name: string }): Typed => ({
  name: [name],
  ...Object.fromEntries(
    freeEvents.flatMap((event) => {
      const { occupation, measure } = lines[event]
      return [
        [fieldName('occupation', event), [occupation ?? '']],
        [fieldName('item', event), [measure?.item ?? '']],
        [fieldName('responsible', event), [measure?.responsible ?? 'municipality']],
      ]
    }),
  ),
})
