/** Units, districts and staff as the pages show them. `version` goes up with every change. */
import type { Role } from '../../kernel/actor.ts'
import type { CodeRange } from './routing.rules.ts'

export type Unit = {
  readonly id: number
  readonly name: string
  readonly active: boolean
  readonly version: number
  readonly districts: readonly string[]
  readonly staff: number
}

export type District = {
  readonly id: number
  readonly name: string
  readonly unitId: number | null
  readonly unit: string | null
  readonly version: number
  readonly codes: readonly CodeRange[]
}

export type StaffMember = {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly unitId: number | null
  readonly unit: string | null
  readonly active: boolean
  /** At work: in E.164, and an e-mail address; null when not said. */
  readonly phone: string | null
  readonly email: string | null
  /** Swedish local time, to the minute; null when never. */
  readonly lastSignedInAt: string | null
  readonly version: number
}

/** What a form wants a thing to be. `id` null: a new one. `version`: the one the form was made from. */
export type UnitWish = { readonly id: number | null; readonly name: string; readonly active: boolean; readonly version: number }
export type DistrictWish = {
  readonly id: number | null
  readonly name: string
  readonly unitId: number | null
  readonly codes: readonly CodeRange[]
  readonly version: number
}
export type StaffWish = {
  readonly id: string
  readonly unitId: number | null
  readonly active: boolean
  readonly phone: string | null
  readonly email: string | null
  readonly version: number
}
