/** Whether a letter by the forwarding route may be written to a youth. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { ComposeRefusal } from './message.types.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

/** The letters that can be forwarded. */
export const forwardedKeys = ['firstLetter', 'furtherLetter', 'studyCertificate', 'turning20'] as const satisfies readonly TemplateKey[]
export type ForwardedKey = (typeof forwardedKeys)[number]

export type ForwardRefusal = 'not-protected' | 'not-set' | 'unconfirmed' | 'opted-out' | 'not-covered' | ComposeRefusal

export type ForwardFacts = {
  readonly isProtected: boolean
  /** The municipality writes to protected youths by the forwarding route (a setting). */
  readonly mayForward: boolean
  /** Nobody has confirmed where the youth stays. */
  readonly isUnconfirmed: boolean
  readonly isOptedOut: boolean
  readonly isCovered: boolean
}

/** The first reason against it. */
export function mayForwardTo(facts: ForwardFacts, key: ForwardedKey): Decision<null, ForwardRefusal> {
  if (!facts.mayForward) return refuse('not-set')
  if (!facts.isProtected) return refuse('not-protected')
  if (facts.isUnconfirmed) return refuse('unconfirmed')
  if (facts.isOptedOut) return refuse('opted-out')
  return facts.isCovered || key === 'turning20' ? grant(null) : refuse('not-covered')
}
