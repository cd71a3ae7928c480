/** The nouns of prevention: absence sums of pupils, and matters with a school about somebody who is still enrolled. */
import type { PlainDate } from '../../platform/plain-date.ts'

export const matterKinds = ['complaint', 'gone'] as const
export type MatterKind = (typeof matterKinds)[number]

/** How a head is told of a complaint by somebody; or by a link that asks whether the head takes it in hand. */
export const handWays = ['phone', 'meeting', 'letter'] as const
export type HandWay = (typeof handWays)[number]
export type ReferralWay = HandWay | 'link'

export const closings = ['headTakesOver', 'deregistered', 'backInSchool', 'withdrawn'] as const
export type Closing = (typeof closings)[number]

/** Invalid absence in minutes of two months. `offered` null: the source does not say how much there was to attend. */
export type AbsenceSums = {
  readonly month: PlainDate
  readonly invalid: number
  readonly offered: number | null
  /** The month before. */
  readonly before: number
}

/** A school that somebody goes to. */
export type School = { readonly code: string; readonly name: string }

/** A pupil on the desk, within the reader's scope. */
export type Pupil = {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly unit: string | null
  readonly isProtected: boolean
  readonly school: School | null
  readonly isWatched: boolean
  /** The last attempt or contact; null when there is none. */
  readonly lastContactOn: PlainDate | null
}

export type AbsentPupil = Pupil & { readonly absence: AbsenceSums }
export type WatchedPupil = Pupil & { readonly sinceOn: PlainDate; readonly byName: string | null }

/** Where the question to the school stands. */
export type AskedState = 'waiting' | 'opened' | 'answered' | 'expired' | 'revoked'
export type AskedSchool = {
  readonly state: AskedState
  readonly askedOn: PlainDate
  readonly answer: 'yes' | 'no' | 'unknown' | null
  readonly sinceOn: PlainDate | null
}

export type Matter = {
  readonly matterId: string
  readonly kind: MatterKind
  readonly school: School
  readonly openedOn: PlainDate
  readonly byName: string
  readonly referredOn: PlainDate | null
  readonly referredHow: ReferralWay | null
  readonly asked: AskedSchool | null
  /** Whether a source still has the youth enrolled there today. */
  readonly isEnrolled: boolean
  readonly closedOn: PlainDate | null
  readonly closing: Closing | null
}
export type PupilMatter = Matter & Pick<Pupil, 'subjectId' | 'givenName' | 'familyName' | 'isProtected'>

/** What a source last handed out: how many pupils, never which. */
export type AbsenceRead = {
  readonly source: string
  readonly month: PlainDate
  readonly untilOn: PlainDate
  readonly readOn: PlainDate
  readonly pupils: number
  readonly kept: number
  readonly unknownPupils: number
}
