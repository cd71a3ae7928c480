/** The nouns of the made-up municipality. Every fact says on which night its source first knew it. */
import type { Day } from '../../src/platform/plain-date.ts'
import type { Random } from './random.ts'

export type Address = { readonly street: string; readonly postalCode: string; readonly locality: string }

/** The nights that are simulated, both included. */
export type Window = { readonly firstNight: Day; readonly lastNight: Day }

/** What the population register says of a person at one time. */
export type PopulationRecord = {
  readonly number: string
  /** The number that has replaced this one (GN). */
  readonly replacedBy: string | null
  readonly secrecyMarking: boolean
  readonly protectedRegistration: boolean
  readonly givenName: string
  readonly surname: string
  readonly registeredOn: Day
  readonly municipality: string
  readonly address: Address | null
  readonly deregistration: { readonly cause: 'AV' | 'UV' | 'OB' | 'GN'; readonly on: Day } | null
  readonly immigratedOn: Day | null
  readonly earlier: readonly { readonly on: Day; readonly municipality: string }[]
}

/** What the register delivers of a person on one day: mostly one record, two when a number is replaced. */
export type PopulationChange = { readonly knownOn: Day; readonly records: readonly PopulationRecord[] }

export type School = { readonly unit: string; readonly authority: string; readonly name: string }

/** What the schools say of an enrolment from a night on. Cancelled with an end before the start: never came. */
export type EnrolmentVersion = { readonly knownOn: Day; readonly endOn: Day | null; readonly cancelled: boolean }

export type EnrolmentFact = {
  readonly schoolType: string
  readonly educationCode: string
  readonly school: School
  readonly startOn: Day
  /** In order of time; the last one known tonight is what tonight's file says. */
  readonly versions: readonly EnrolmentVersion[]
}

export type CredentialFact = {
  readonly type: string
  readonly on: Day
  readonly educationCode: string
  readonly school: School
  readonly knownOn: Day
}

export type Studies = { readonly enrolments: readonly EnrolmentFact[]; readonly credentials: readonly CredentialFact[] }

/** One made-up youth. */
export type MadeUpLife = Studies & {
  /** In order of time; the first is what the register said when the person came into view. */
  readonly population: readonly PopulationChange[]
  /** The schools' files name the person from this night on (a mover-in is not there before the move is known). */
  readonly visibleFrom: Day
}

/** What a life is drawn with. */
export type Draw = { readonly random: Random; readonly window: Window; readonly municipality: string }
