/**
 * Attendance sums of a school system (SS 12000 2.1.0, `/aggregatedAttendance`): minutes a pupil and activity, added up a pupil. What is read is how
 * much; why somebody was away is not in it.
 */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { asObject, bodiesFrom, bodyOf, isNotOffered, notAsAgreed, openSession, recordsOf } from './ss12000.session.ts'
import type { Log, Ss12000Source } from './ss12000.types.ts'

/** The minutes of one pupil. `offered` null: the source does not say. */
export type AttendanceSum = { readonly pupilId: string; readonly invalid: number; readonly offered: number | null }
/** The days of a month, both included. */
export type AttendanceMonth = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }

const path = '/aggregatedAttendance'

/** Minutes of a sum; null when it is not given, or is no whole number from zero. */
const minutesIn = (value: unknown): number | null => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null)

/** One record: the pupil and her minutes; null when it does not say whose it is or how much. */
function attendanceIn(record: unknown): AttendanceSum | null {
  const { student, invalidAbsenceSum, offeredSum } = asObject(record) ?? {}
  const pupilId = asObject(student)?.['id']
  // The standard requires attendanceSum alone: a pupil without invalid absence may lack the others.
  const invalid = invalidAbsenceSum === undefined || invalidAbsenceSum === null ? 0 : minutesIn(invalidAbsenceSum)
  return typeof pupilId !== 'string' || invalid === null ? null : { pupilId, invalid, offered: minutesIn(offeredSum) }
}

const added = (a: AttendanceSum, b: AttendanceSum): AttendanceSum => ({
  pupilId: a.pupilId,
  invalid: a.invalid + b.invalid,
  offered: a.offered === null || b.offered === null ? null : a.offered + b.offered,
})

/**
 * The sums of all pupils over the days; null when the source does not hand out attendance.
 * @throws Failure when the list could not be read to its end: then nothing of it may be used
 */
export async function fetchAttendance(
  source: Ss12000Source,
  { fromOn, untilOn }: AttendanceMonth,
  log: Log = () => undefined,
): Promise<AttendanceSum[] | null> {
  const session = openSession(source, log)
  const answer = await session.get(path, { startDate: fromOn, endDate: untilOn, limit: String(source.pageSize ?? 1000) })
  if (isNotOffered(answer)) return null
  const sums = new Map<string, AttendanceSum>()
  for await (const body of bodiesFrom(session, path, bodyOf(session, path, answer))) {
    for (const record of recordsOf(session, path, body)) {
      const sum = attendanceIn(record)
      if (sum === null) throw notAsAgreed(session, path, 'svarade med närvaro som inte går att tolka')
      const before = sums.get(sum.pupilId)
      sums.set(sum.pupilId, before === undefined ? sum : added(before, sum))
    }
  }
  return [...sums.values()]
}
