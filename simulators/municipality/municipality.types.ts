/** What the made-up municipality hands out. */
import type { PlainDate } from '../../src/platform/plain-date.ts'
import type { Story } from './story.ts'

export type NightFile = {
  readonly feed: 'population' | 'enrolments' | 'diplomas' | 'schools'
  readonly kind: 'full' | 'changes'
  readonly source: string
  readonly name: string
  readonly content: string
}

export type Night = { readonly on: PlainDate; readonly files: readonly NightFile[] }

export type MadeUpMunicipality = {
  readonly code: string
  readonly name: string
  readonly termEnds: ReadonlyMap<number, PlainDate>
  /** The nights that can carry files, known before any is drawn up (for a progress line). */
  readonly nightsOn: readonly PlainDate[]
  /** Drawn up one at a time and once: ask for the municipality again to go through them again. */
  readonly nights: Generator<Night>
  readonly story: readonly Story[]
}
