/** Who would enter and who would leave if other settings were in force (A9). Pure: lives and two settings in, differences out. */
import { dayFrom, partsOf, type Day } from '../../platform/plain-date.ts'
import { explain, responsibilityPeriods, type LawSettings, type Life, type ResponsibilityPeriod } from '../law/index.ts'

/** Somebody whose answer differs. `reason`: the entry reason of who enters, why not of who leaves; null when today is the same. */
export type Shift = {
  readonly personId: number
  readonly today: 'enters' | 'leaves' | null
  readonly reason: string | null
  /** Covered on some day of the half-year so far: with the draft but not now, or the other way round. */
  readonly halfYear: 'enters' | 'leaves' | null
}

export type Question = { readonly present: LawSettings; readonly draft: LawSettings; readonly municipality: string; readonly day: Day }

/** The first day of the half-year that the day lies in. */
export function halfYearStart(day: Day): Day {
  const { year, month } = partsOf(day)
  return dayFrom(year, month < 7 ? 1 : 7, 1)
}

const on = (periods: readonly ResponsibilityPeriod[], day: Day): ResponsibilityPeriod | undefined =>
  periods.find(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day < untilOn))

const within = (periods: readonly ResponsibilityPeriod[], first: Day, last: Day): boolean =>
  periods.some(({ fromOn, untilOn }) => fromOn <= last && (untilOn === null || untilOn > first))

const shiftOf = (before: boolean, after: boolean): 'enters' | 'leaves' | null => (before === after ? null : after ? 'enters' : 'leaves')

/** One life by both settings; null when neither today nor the half-year differs. */
function shift(personId: number, life: Life, { present, draft, municipality, day }: Question): Shift | null {
  const [before, after] = [responsibilityPeriods(life, municipality, present), responsibilityPeriods(life, municipality, draft)]
  const entered = on(after, day)
  const today = shiftOf(on(before, day) !== undefined, entered !== undefined)
  const first = halfYearStart(day)
  const halfYear = shiftOf(within(before, first, day), within(after, first, day))
  if (today === null && halfYear === null) return null
  const left = today === 'leaves' ? explain(life, municipality, draft, day).reason : null
  return { personId, today, reason: today === 'enters' ? (entered?.entryReason ?? null) : left, halfYear }
}

/** Everybody whose answer differs. */
export const rehearse = (lives: readonly { readonly personId: number; readonly life: Life }[], question: Question): Shift[] =>
  lives.flatMap(({ personId, life }) => shift(personId, life, question) ?? [])
