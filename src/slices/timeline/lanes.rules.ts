/** The lanes of the picture of time, as days without words. */
import { birthday, dayOf, plusDays, type Day } from '../../platform/plain-date.ts'
import {
  educationRow,
  never,
  residencesOf,
  type EducationKind,
  type LawSettings,
  type Life,
  type ResponsibilityPeriod,
} from '../law/index.ts'
import type { CredentialRecord } from '../register/index.ts'

type Span = { readonly from: Day; readonly until: Day | null }

/** What happened when. Each inner list of studies fits on one row without overlapping. */
export type TimeLanes = {
  readonly first: Day
  readonly last: Day
  readonly periods: readonly Span[]
  readonly residences: readonly (Span & { readonly municipality: string | null })[]
  readonly studies: readonly (readonly Study[])[]
  readonly credentials: readonly { readonly on: Day; readonly type: string }[]
  readonly decisions: readonly (Span & { readonly covers: boolean })[]
}
export type Study = Span & { readonly schoolType: string; readonly educationCode: string; readonly kind: EducationKind }

const finite = (until: Day): Day | null => (until === never ? null : until)

/** Each study goes on the first row where it does not overlap. */
export function inRows<S extends Span>(spans: readonly S[]): S[][] {
  const rows: S[][] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const row = rows.find((one) => (one.at(-1)?.until ?? Infinity) <= span.from)
    if (row === undefined) rows.push([span])
    else row.push(span)
  }
  return rows
}

function studiesOf(life: Life, law: LawSettings): Study[] {
  return life.enrolments.flatMap(({ startOn, endOn, schoolType, educationCode }) =>
    endOn !== null && endOn < startOn
      ? []
      : [
          {
            from: startOn,
            until: endOn === null ? null : plusDays(endOn, 1),
            schoolType,
            educationCode,
            kind: educationRow(law.educations, schoolType, educationCode).counts,
          },
        ],
  )
}

const year = 365

/** What lanes are made of. */
type LanesSource = {
  readonly life: Life
  readonly periods: readonly ResponsibilityPeriod[]
  readonly credentials: readonly CredentialRecord[]
  readonly law: LawSettings
  /** Days on which something else begins that the axis is to hold. */
  readonly begins?: readonly Day[]
}

/** The lanes, on an axis that holds the last years and what is known to come. */
export function lanesOf({ life, periods, credentials, law, begins: others = [] }: LanesSource, on: Day): TimeLanes {
  const studies = studiesOf(life, law)
  const decisions = life.decisions.map(({ fromOn, untilOn, covers }) => ({ from: fromOn, until: untilOn, covers }))
  const begins = [
    ...studies.map(({ from }) => from),
    ...periods.map(({ fromOn }) => fromOn),
    ...decisions.map(({ from }) => from),
    ...others,
  ]
  const sixteen = life.bornOn === null ? on - 3 * year : birthday(life.bornOn, 16)
  const first = Math.max(Math.min(on - year, sixteen, ...begins) - 60, on - 8 * year) as Day
  const last = Math.min(Math.max(on, ...begins) + 240, on + 3 * year) as Day
  return {
    first,
    last,
    // An end that lies ahead is told among what is to come, not drawn.
    periods: periods.map(({ fromOn, untilOn }) => ({ from: fromOn, until: untilOn !== null && untilOn > on ? null : untilOn })),
    residences: residencesOf(life).map(({ from, until, municipality }) => ({ from, until: finite(until), municipality })),
    studies: inRows(studies),
    credentials: credentials.map(({ on: date, type }) => ({ on: dayOf(date), type })),
    decisions,
  }
}
