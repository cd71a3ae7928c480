/** Why something of a referral cannot be said or done, for those who refer. The receiver has words of her own (`open.texts.ts`). */
import type { Lang } from '../../kernel/lang.ts'
import type { MeasureRefusal } from './measure.actions.ts'
import type { ReferralRefusal } from './referral.rules.ts'

type Texts = Readonly<Record<ReferralRefusal | MeasureRefusal, string>>

const sv: Texts = {
  over: 'Hänvisningen är redan avslutad, återkallad eller utgången.',
  answered: 'Svaret är redan inskrivet.',
  'outcome-ahead': 'Dagen har inte varit än.',
  'outcome-before': 'Dagen är före hänvisningen, eller före den dag ungdomen började.',
  'already-said': 'Det är redan inskrivet.',
  'has-begun': 'Mottagaren har sagt att ungdomen har börjat. Välj hur det slutade.',
  'unknown-item': 'Välj en insats.',
  'item-not-valid': 'Insatsen gäller inte den dagen. Välj en annan dag eller insats.',
  'outside-period': 'Ungdomen omfattades eller bevakades inte den dagen. Välj en annan dag.',
  'start-too-far': 'Dagen ligger för långt fram.',
  'end-before-start': 'Slutet är före början.',
  'end-too-far': 'Slutet ligger för långt fram.',
  overlaps: 'Ungdomen har redan en åtgärd den dagen som inte kan pågå samtidigt.',
  'note-too-long': 'Anteckningen är för lång.',
  'not-accepted': 'Mottagaren har inte tackat ja.',
  'has-measure': 'Hänvisningen är redan skriven som åtgärd.',
}

const en: Texts = {
  over: 'The referral has ended already, is called back or has run out.',
  answered: 'The answer is written already.',
  'outcome-ahead': 'The day has not been yet.',
  'outcome-before': 'The day is before the referral, or before the day that the youth began.',
  'already-said': 'That is written already.',
  'has-begun': 'The receiver has said that the youth has begun. Choose how it ended.',
  'unknown-item': 'Choose what is done.',
  'item-not-valid': 'It is not in force on that day. Choose another day or something else.',
  'outside-period': 'The youth was neither covered nor watched that day. Choose another day.',
  'start-too-far': 'The day is too far ahead.',
  'end-before-start': 'The end is before the beginning.',
  'end-too-far': 'The end is too far ahead.',
  overlaps: 'The youth has a measure that day already that cannot go on at the same time.',
  'note-too-long': 'The note is too long.',
  'not-accepted': 'The receiver has not accepted.',
  'has-measure': 'The referral is written as a measure already.',
}

export const referralProblems: Readonly<Record<Lang, Texts>> = { sv, en }
