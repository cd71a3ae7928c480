/** Sums of attendance as the standard has them: a pupil and activity over the days that are asked for. */
import type { Wrong } from './paging.ts'
import type { Attendance } from './world.ts'

export type Aggregated = Omit<Attendance, 'on'> & { startDate: string; endDate: string }

const sums = ['attendanceSum', 'validAbsenceSum', 'invalidAbsenceSum', 'otherAttendanceSum', 'reportedSum', 'offeredSum'] as const

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** The sums from `startDate` to `endDate`, both included and both required; of the pupils in `student`, when it is given. */
export function aggregated(attendances: readonly Attendance[], query: URLSearchParams): readonly Aggregated[] | Wrong {
  const [startDate, endDate] = [query.get('startDate'), query.get('endDate')]
  if (!isDay(startDate) || !isDay(endDate)) return { wrong: 'startDate och endDate krävs och ska vara datum.' }
  const students = query.getAll('student')
  const found = new Map<string, Aggregated>()
  for (const { on, ...one } of attendances) {
    if (on < startDate || on > endDate || (students.length > 0 && !students.includes(one.student.id))) continue
    const key = `${one.student.id} ${one.activity.id}`
    const before = found.get(key)
    const sum = { ...one, startDate, endDate }
    if (before !== undefined) for (const name of sums) sum[name] += before[name]
    found.set(key, sum)
  }
  return [...found.values()]
}
