/** Which consents cover handing something to a receiver for a purpose on a day: asked by whoever shares something out of the register. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { consentState } from './consent.rules.ts'
import type { Consent, Purpose, ReceiverKind } from './consents.types.ts'

/** What is to be shared: for what, and to whom. What is left out is not asked about. */
export type Cover = {
  readonly purpose: Purpose
  readonly receiverKind?: ReceiverKind
  /** The receiver's name as it was written in the consent. Capital letters and spaces around it make no difference. */
  readonly receiverName?: string
}

const plain = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('sv')

/** Whether the consent is for this. A consent whose receiver has no name any more covers nobody who is named. */
const isFor = ({ purpose, receiverKind, receiverName }: Consent, asked: Cover): boolean =>
  purpose === asked.purpose &&
  (asked.receiverKind === undefined || receiverKind === asked.receiverKind) &&
  (asked.receiverName === undefined || (receiverName !== '' && plain(receiverName) === plain(asked.receiverName)))

/** Those in force on the day that cover it, in the order given; those given later than the day do not. Only the fields of each may be shared. */
export const coveringConsents = (consents: readonly Consent[], asked: Cover, on: PlainDate): Consent[] =>
  consents.filter((one) => one.givenOn <= on && consentState(one, on) === 'live' && isFor(one, asked))
