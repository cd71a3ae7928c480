/** A profile as a noun: what the shape of `profile-shape.rules` lets through. */
import type { z } from 'zod'
import type { profileShape } from './profile-shape.rules.ts'

/** The export profile of a half-year, in force or as somebody saved it. */
export type Profile = z.infer<typeof profileShape>
export type ProfileColumn = Profile['columns'][number]
export type ProfileRules = Profile['rules']
export type ProfileFile = Profile['file']

export type NamedInCatalogue = { readonly key: string; readonly name: { readonly sv: string; readonly en: string } }
/** What the catalogue calls its items and the reasons that measures end for. */
export type CatalogueWords = { readonly items: readonly NamedInCatalogue[]; readonly endReasons: readonly NamedInCatalogue[] }
