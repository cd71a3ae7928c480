/** How an attempt to send something ended, whatever it was sent with. What may be tried again depends on it. */
import { grant, refuse } from './decision.ts'

/**
 * `refused`: this message to this receiver was turned down, and will be each time.
 * `down`: certainly not accepted, and through no fault of the message (no connection, no credit, "try later"): try again later.
 * `unknown`: it may have been accepted before the answer was lost. To send it again by itself might be to send it twice.
 */
export type SendFailure = 'refused' | 'down' | 'unknown'

/** `code` says why in a word or a number. Nothing of the message or the receiver is in it. */
export type SendOutcome<Sent> =
  | { readonly granted: true; readonly value: Sent }
  | { readonly granted: false; readonly reason: SendFailure; readonly code: string }

export const sent = <Sent>(value: Sent): SendOutcome<Sent> => grant(value)
export const notSent = (reason: SendFailure, code: string): { granted: false; reason: SendFailure; code: string } => ({
  ...refuse(reason),
  code,
})
