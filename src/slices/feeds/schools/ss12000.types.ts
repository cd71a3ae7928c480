/** What a school source over SS 12000:2020 (2.1.0) needs to be asked, and what comes back. */

/** How a source recognises us. The standard only says "bearer"; how the token is had differs from vendor to vendor. */
export type Ss12000Auth =
  | {
      readonly kind: 'oauth2'
      readonly tokenUrl: string
      readonly clientId: string
      readonly clientSecret: string
      /** `basic` follows RFC 6749 2.3.1 and percent-encodes both halves; a server that cannot undo that wants `form`. */
      readonly style: 'basic' | 'form'
      readonly scope?: string
    }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'mtls'; readonly certFile: string; readonly keyFile: string; readonly caFile?: string }

export type Ss12000Source = {
  readonly baseUrl: string
  readonly auth: Ss12000Auth
  /** For one request, body included; 30 seconds when absent. */
  readonly timeoutMs?: number
  /** Tries after the first one; 4 when absent. */
  readonly retries?: number
  /** Persons asked for at a time; 1 000 when absent. */
  readonly pageSize?: number
  /** The first wait between two tries, doubled each time; half a second when absent. */
  readonly backoffMs?: number
}

export type FetchedPersons = {
  readonly kind: 'full' | 'changes'
  /** Yields pages as they come. When it throws, the read is incomplete and nothing of it may be applied. */
  readonly pages: AsyncGenerator<unknown[]>
  /** Persons the source has removed since; empty after a full read. Only after `pages` has been read to its end. */
  readonly deletedPersonIds: () => readonly string[]
}

export type SchoolUnit = { readonly code: string; readonly name: string }

/** Receives lines for the operator: never a name, an identity number, a token or a query string. */
export type Log = (line: string) => void
