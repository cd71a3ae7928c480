/** The controls of a return: what is asked of every record before it is sent, and what a broken one points at. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Block, Field } from './returns.types.ts'

/**
 * Each control with its block and the field that is to be mended. Which of them count is the profile's to say.
 * `numberTwice`: two youths with one number. `exitNotOn20`: turned twenty, on another day than the birthday. The `...Outside`,
 * `...AfterExit` and `openAtExit` are of what the file leaves out.
 */
export const controls = {
  numberMissing: { block: 'youth', field: 'identityNumber' },
  numberCheckDigit: { block: 'youth', field: 'identityNumber' },
  numberTwice: { block: 'youth', field: 'identityNumber' },
  entryReasonUnknown: { block: 'youth', field: 'registrationReason' },
  occupationNotAsked: { block: 'youth', field: 'occupationAtRegistration' },
  periodsOverlap: { block: 'youth', field: 'registeredOn' },
  contactOccupationMissing: { block: 'contact', field: 'contactOccupation' },
  contactTwice: { block: 'contact', field: 'contactOn' },
  contactAfterExit: { block: 'contact', field: 'contactOn' },
  measureKindWithoutCode: { block: 'measureBegun', field: 'measureKind' },
  measureOutside: { block: 'measureBegun', field: 'measureBegunOn' },
  measureEndBeforeStart: { block: 'measureEnded', field: 'measureEndedOn' },
  measureEndReasonMissing: { block: 'measureEnded', field: 'measureEndReason' },
  measureEndReasonWithoutCode: { block: 'measureEnded', field: 'measureEndReason' },
  occupationAfterMissing: { block: 'measureEnded', field: 'occupationAfterMeasure' },
  measureEndAfterExit: { block: 'measureEnded', field: 'measureEndedOn' },
  plannedEndPassed: { block: 'measureEnded', field: 'measureEndedOn' },
  openAtExit: { block: 'measureEnded', field: 'measureEndedOn' },
  exitBeforeRegistration: { block: 'exit', field: 'exitOn' },
  exitReasonMissing: { block: 'exit', field: 'exitReason' },
  exitNotOn20: { block: 'exit', field: 'exitOn' },
} as const satisfies Readonly<Record<string, { readonly block: Block; readonly field: Field }>>
export type Control = keyof typeof controls
export const controlKeys = Object.keys(controls) as readonly Control[]

/** `error`: the return is not to be sent with it. `warning`: worth a look. `off`: not asked. */
export const controlLevels = ['error', 'warning', 'off'] as const

/** Where something is mended: the page of that kind, of the youth or of one thing. */
export const mendPlaces = [
  'youth',
  'correct',
  'contacts',
  'occupation',
  'measures',
  'measure',
  'duplicates',
  'catalogue',
  'profile',
] as const
export type MendPlace = (typeof mendPlaces)[number]

/** A broken control: whose, where in the return, and where it is mended. */
export type BrokenControl = {
  readonly control: Control
  readonly level: 'error' | 'warning'
  readonly block: Block
  readonly field: Field
  readonly personId: number
  readonly subjectId: string
  /** The contact or the measure it is about. */
  readonly refId: string | null
  /** The day it is about: with the control and the reference it names the work item. */
  readonly on: string
  readonly mend: MendPlace
  /** The item of the catalogue that has no code. */
  readonly itemKey: string | null
}

/** A work item as a list shows it. Its address is `mendAddress`. */
export type Finding = Pick<BrokenControl, 'control' | 'level' | 'block' | 'field' | 'subjectId' | 'refId' | 'mend' | 'itemKey'> & {
  readonly findingId: string
  readonly youth: string
  readonly isProtected: boolean
  readonly on: PlainDate
  readonly firstSeenOn: PlainDate
}
