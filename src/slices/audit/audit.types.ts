/** The words of the log: its lines, and what is known of the chain that runs through them. */

/** Which log: the schema of its lines and links, and the role that writes it. The sealed module has one of its own. */
export type LogPlace = { readonly schema: 'audit' | 'followup'; readonly role: 'lots_app' | 'lots_followup' }

/** What is said in the log about one change, refusal or reading. */
export type AuditLine = {
  readonly actor: string
  /** `slice.verb`, the same word as the permission. */
  readonly action: string
  readonly outcome?: string
  readonly subjectId?: string | null
  readonly runId?: number | null
  /** Counts and codes only; never a name, a number or an address. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** A line as it stands in the log. */
export type WrittenLine = Required<AuditLine> & {
  readonly id: number
  /** The instant as PostgreSQL writes it, in the transaction's time zone. */
  readonly at: string
}

/** A place in the chain with its hash in hex: noted elsewhere it shows later that nothing before it was cut away or written anew. */
export type ChainHead = { readonly seq: number; readonly hash: string }

/** What is wrong at a place in the chain. */
export type FaultKind = 'lineChanged' | 'lineRemoved' | 'linkChanged' | 'linkRemoved'

export type ChainFault = { readonly seq: number; readonly lineId: number | null; readonly kind: FaultKind }

/** What a pass over the whole chain found. */
export type ChainReport = {
  readonly lines: number
  readonly links: number
  readonly head: ChainHead | null
  readonly firstFault: ChainFault | null
  readonly faults: number
  /** Lines without a link: the trigger was off, or links were removed at the end. */
  readonly unlinked: number
  readonly firstUnlinked: number | null
  /** Whether the head noted earlier is still in its place; null when none was given. */
  readonly earlierHeadIsThere: boolean | null
}
