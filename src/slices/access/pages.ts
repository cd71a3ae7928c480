/** What a page is handed, and what it answers. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Actor, Scope } from '../../kernel/actor.ts'
import type { Outlet } from '../../kernel/disclosure.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { MunicipalityCode } from '../../kernel/municipality-code.ts'
import type { Permission, SealedPermission } from '../../kernel/permission.ts'
import type { Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Frame } from '../../ui/frame.ts'

/** A municipality as a page needs it. The pages of the sealed module are handed a pool of that module's role, and no other page is. */
export type Place = { readonly code: MunicipalityCode; readonly name: string; readonly pool: Pool }

/** What somebody may do: where a route says which, it is one of ours or one of the sealed module's, which only its own roles give. */
export type Permit = Permission | SealedPermission

/**
 * A route states who may use it and what it shows, or it does not exist (house rule 8): nothing personal, staff, settings, or youths –
 * counted, one, or several – and then through which outlet of the disclosure gate.
 */
export type Declared = { readonly permit: Permit | 'signed-in' } & (
  | { readonly shows: 'nothing' | 'staff' | 'settings' }
  | { readonly shows: 'counts' | 'person' | 'persons'; readonly outlet: Outlet }
)
/** Open to anybody: shows nothing of any person, or to whoever holds a secret link what was chosen to be shown of one. */
export type DeclaredOpen = { readonly permit: 'public' } & (
  | { readonly shows: 'nothing' }
  | { readonly shows: 'person'; readonly outlet: Outlet }
)
/** For programs of others: those that have a client of their own here, and through which outlet. */
export type DeclaredApi = { readonly permit: 'client'; readonly shows: 'person'; readonly outlet: Outlet } | DeclaredOpen
export type DeclaredRoute = (Declared | DeclaredOpen | DeclaredApi) & { readonly method: 'GET' | 'POST'; readonly path: string }

/** One request by somebody signed in. */
export type Visit = {
  readonly place: Place
  readonly actor: Actor
  /** What may be seen on this page: the reader's units, narrowed by the page's outlet. */
  readonly scope: Scope
  readonly lang: Lang
  readonly today: PlainDate
  /** The web's clock as the request came, in milliseconds since 1970. */
  readonly nowMs: number
  readonly frame: Frame
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Path and query of this request: where to come back to. */
  readonly address: string
  /** On a page of the sealed module: what its roles give. On every other page: what ours give. Never both. */
  readonly may: (permission: Permit) => boolean
  /** Signed in recently enough to open a protected record. */
  readonly isFresh: boolean
  /** For the session's own changes: ends it, turns Möteläge on. */
  readonly withToken: <T>(work: (token: string) => Promise<T>) => Promise<T>
  /** A new one-time token for each form on the page. */
  readonly newOnce: () => string
}

export type Answer =
  | { readonly kind: 'page'; readonly body: JSX.Element; readonly status: 200 | 400 | 403 | 404 | 409 | 422 | 429 | 503 }
  | { readonly kind: 'redirect'; readonly to: string; readonly notice: string | null }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> | string }
  /** Something a program reads: a calendar, an answer to a script. Not a page and not saved by a browser. */
  | { readonly kind: 'data'; readonly type: string; readonly body: string; readonly status: 200 | 404 | 409 | 422 | 429 }
  | { readonly kind: 'missing' }
  | { readonly kind: 'sign-in-again' }

/** A visit by somebody who is not signed in, to a page that shows nothing of anybody. `code` in the path says which municipality. */
export type OpenVisit = {
  readonly place: Place
  readonly today: PlainDate
  readonly nowMs: number
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The address that the request comes from, for limits of rate; never stored. */
  readonly from: string
  /** The secret of a short stay, from a cookie of its own; null when the browser has none. */
  readonly pass: string | null
}

/** A request by a program of somebody else's. Nobody has said who it is: the handler reads the headers. */
export type ApiVisit = Omit<OpenVisit, 'pass'> & { readonly header: (name: string) => string | null; readonly body: string }

/** What a program is answered. */
export type ApiAnswer = {
  readonly status: 200 | 201 | 207 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly type: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A short stay on an open page: the secret, which the browser sends back under the page's first path alone, and for how long. */
export type Pass = { readonly token: string; readonly seconds: number }

/** What an open page answers. With a pass the browser keeps it; with none it forgets the one it has. */
export type OpenAnswer = Answer | { readonly kind: 'with-pass'; readonly pass: Pass | null; readonly answer: OpenAnswer }

/** What a slice's card on the person page is handed: what it read, whose page it is, and what may be done there. */
export type PersonCard<Of> = {
  readonly of: Of
  readonly subjectId: string
  readonly isProtected: boolean
  readonly frame: Frame
  readonly lang: Lang
  readonly today: PlainDate
  /** False for the past, and in meeting mode: then nothing can be done from the card. */
  readonly acts: boolean
  readonly may: (permission: Permission) => boolean
  readonly staffId: string
  readonly newOnce: () => string
}

/** What was typed, as it came: to show the form again with nothing lost. */
export type Typed = Readonly<Record<string, readonly string[]>>
export type FieldProblem = { readonly field: string; readonly problem: string }

type Promised<T> = T | Promise<T>
export type Handle = (visit: Visit) => Promised<Answer>
export type HandleForm<Form> = (visit: Visit, form: Form, typed: Typed) => Promised<Answer>
export type HandleOpen = (visit: OpenVisit) => Promised<OpenAnswer>
export type HandleOpenForm = (visit: OpenVisit, typed: Typed) => Promised<OpenAnswer>
export type HandleApi = (visit: ApiVisit) => Promised<ApiAnswer>
export type Reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed) => Promised<Answer>
