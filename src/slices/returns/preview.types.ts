/** The nouns of the preview: the return as it would be sent now, a page of one block of it. */
import type { HalfYear } from './half-year.rules.ts'
import type { Profile } from './profile.types.ts'
import type { Block, ProfileOrigin, ReturnCounts, ReturnRecord, SeenInReturn } from './returns.types.ts'

export type PreviewRow = { readonly record: ReturnRecord; readonly youth: SeenInReturn }

/** A return as it would be sent, and one page of the records of a block. */
export type Preview = {
  readonly half: HalfYear
  readonly profile: Profile
  readonly origin: ProfileOrigin
  readonly fileName: string
  readonly sha256: string
  readonly counts: ReturnCounts
  readonly uncoded: readonly string[]
  readonly errors: number
  readonly warnings: number
  readonly block: Block
  readonly page: number
  readonly rows: readonly PreviewRow[]
  /** Records of the block that the reader may see, and those of youths whom they may not. */
  readonly seen: number
  readonly hidden: number
  /** The file is for those with the right to protected identities alone, and the reader is none of them. */
  readonly isForHolders: boolean
  readonly holders: readonly string[]
}

export const previewPageSize = 50

export type PreviewWish = { readonly half: string; readonly block: Block; readonly page: number }
