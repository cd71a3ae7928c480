/** The snapshot of a merge: both records as they were, in lines that a person reads. */
import { dateOf, type Day } from '../../platform/plain-date.ts'
import type { Life } from '../law/index.ts'

/** A record of a snapshot, as it is stored. */
type StoredRecord = { readonly subjectId: string; readonly life: Life }

/** A record as it was when it was merged. */
export type SnapshotRecord = {
  readonly bornOn: string | null
  readonly registrations: readonly string[]
  readonly enrolments: readonly string[]
  readonly credentials: readonly string[]
  readonly decisions: readonly string[]
}

const until = (day: Day | null): string => (day === null ? '' : dateOf(day))

const recordOf = ({ life }: StoredRecord): SnapshotRecord => ({
  bornOn: life.bornOn === null ? null : dateOf(life.bornOn),
  registrations: life.registrations.map(({ on, municipality }) => `${dateOf(on)} ${municipality ?? ''}`.trim()),
  enrolments: life.enrolments.map(({ startOn, endOn, schoolType, educationCode }) =>
    `${schoolType} ${educationCode} ${dateOf(startOn)}–${until(endOn)}`.replaceAll(/ +/g, ' '),
  ),
  credentials: life.credentials.map(({ on, type }) => `${dateOf(on)} ${type}`),
  decisions: life.decisions.map(({ fromOn, untilOn, ground }) => `${dateOf(fromOn)}–${until(untilOn)}: ${ground}`),
})

/** The records of a snapshot; none when it is not one. */
export const snapshotRecords = (snapshot: unknown): SnapshotRecord[] =>
  Array.isArray(snapshot) ? (snapshot as readonly StoredRecord[]).map(recordOf) : []
