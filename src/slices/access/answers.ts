/** What a page can answer. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Answer, OpenAnswer, Pass, Typed } from './pages.ts'

type PageStatus = Extract<Answer, { kind: 'page' }>['status']

/** A page. A form shown again because of its problems has status 422, one that somebody else was before has 409. */
export const page = (body: JSX.Element, status: PageStatus = 200): Answer => ({ kind: 'page', body, status })

/** On to another page of ours, with a line that says what was done (no personal data: it travels in a cookie). */
export const goTo = (to: string, notice: string | null = null): Answer => ({ kind: 'redirect', to, notice })

/** A file to save. The name says nothing of a person. */
export const file = (name: string, type: string, bytes: Uint8Array<ArrayBuffer> | string): Answer => ({ kind: 'file', name, type, bytes })

/** What a program reads: JSON for our own script, a calendar for somebody's. */
export const data = (type: string, body: string, status: Extract<Answer, { kind: 'data' }>['status'] = 200): Answer => ({
  kind: 'data',
  type,
  body,
  status,
})

/** An open page's answer, with the secret of a short stay that the browser is to keep; null: it is to forget it. */
export const withPass = (pass: Pass | null, answer: OpenAnswer): OpenAnswer => ({ kind: 'with-pass', pass, answer })

/** There is no such thing, or not for this reader: the answer is the same. */
export const missing: Answer = { kind: 'missing' }

/** The reader must show who they are once more (a protected record). */
export const signInAgain: Answer = { kind: 'sign-in-again' }

/** The one value of a field as it was typed; empty when it did not come. */
export const typedValue = (typed: Typed, field: string): string => typed[field]?.[0] ?? ''
