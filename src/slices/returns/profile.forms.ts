/** The form of a half-year's profile: a code for each thing that the return tells, and whether the municipality has compared it with SCB's file. */
import { z } from 'zod'
import { optionalText, textField, wholeField } from '../../platform/form.ts'
import type { Typed } from '../access/index.ts'
import type { CatalogueWords, Profile } from './profile.types.ts'

/** The lists of codes that rows of the form have. */
export const codeLists = ['entryReasons', 'occupations', 'measureKinds', 'measureEndReasons', 'exitReasons'] as const
export type CodeList = (typeof codeLists)[number]

/** Refinements of an exit's reason that a profile may have a code of its own for. */
const refinements = ['national', 'introductory', 'adapted', 'equivalent', 'abroad'].map((kind) => `inEducation.${kind}`)

/** `codes.exitReasons.moved`: the field's way in the profile, and its id on the page. */
export const codeField = (list: CodeList, key: string): string => `codes.${list}.${key}`

/** The keys of a list, in the order that its rows stand: what the profile has, and what the catalogue has besides. */
export function keysOf(list: CodeList, { codes }: Profile, { items, endReasons }: CatalogueWords): string[] {
  const own = Object.keys(codes[list])
  const besides = {
    measureKinds: items.map(({ key }) => key),
    measureEndReasons: endReasons.map(({ key }) => key),
    exitReasons: refinements,
  }
  const more: readonly string[] = besides[list as keyof typeof besides] ?? []
  return [...own, ...more.filter((key) => !own.includes(key))]
}

const seen = { halvar: textField(20), version: wholeField, origin: z.enum(['own', 'shipped', 'none']) }

/** The names of the code fields are the profile's own: which of them there are is the profile's to judge. */
export const codesForm = z
  .object({ ...seen, status: z.enum(['draft', 'verified'], { error: 'unknown-choice' }), note: optionalText(500) })
  .catchall(optionalText(60))
export type CodesForm = z.infer<typeof codesForm>

/** A profile as text, written in the field or in a file that is sent. */
export const pasteForm = z.strictObject({ ...seen, text: optionalText(100_000), file: optionalText(100_000) })
export const backForm = z.strictObject({ halvar: textField(20), version: wholeField })

/** The profile with what the form says; an empty code of what may be without one is left out. */
export function givenFrom(base: Profile, typed: Typed): object {
  const value = (name: string): string => (typed[name]?.[0] ?? '').trim()
  const codes: Record<string, unknown> = { ...base.codes }
  for (const list of codeLists) {
    const prefix = `codes.${list}.`
    const keys = Object.keys(typed).filter((name) => name.startsWith(prefix))
    const isRequired = (key: string): boolean => list !== 'measureKinds' && !refinements.includes(key)
    codes[list] = Object.fromEntries(
      keys.map((name) => [name.slice(prefix.length), value(name)] as const).filter(([key, code]) => code !== '' || isRequired(key)),
    )
  }
  return { ...base, codes, status: value('status'), note: value('note') }
}

/** The form as it stands for a profile. */
export const typedProfile = (profile: Profile): Typed => ({
  status: [profile.status],
  note: [profile.note],
  ...Object.fromEntries(
    codeLists.flatMap((list) => Object.entries(profile.codes[list]).map(([key, code]) => [codeField(list, key), [code ?? '']])),
  ),
})
