/** The team's page: who is away, who stands in, and how much each has. Counts only, of those the reader may see: no read line. */
import type { Scope } from '../../kernel/actor.ts'
import { dateOf, dayOf, plusDays, weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { readLoads } from '../worklist/index.ts'
import { maySetFor, notesOn, sightOf, substituteProblem, worksWithYouths } from './absence.rules.ts'
import { findAbsence, listAbsences, listColleagues, listRelatedAbsences, standsInFor, unreadAbsences } from './absence.store.ts'
import type { Absence, Colleague, CoverNote, Load, Setter, Staying } from './cover.types.ts'
import { countMeetings, countOutside } from './team.store.ts'

/** Somebody who reads of the team. */
export type TeamReader = {
  readonly pool: Pool
  readonly code: string
  readonly scope: Scope
  readonly today: PlainDate
  readonly setter: Setter
}

/** An absence with what is to be said of it. */
export type ShownAbsence = Absence & { readonly notes: readonly CoverNote[]; readonly staying: Staying; readonly mayChange: boolean }

/** A colleague, or nobody (null), with the load. */
export type LoadRow = { readonly colleague: Colleague | null; readonly load: Load; readonly awayUntil: PlainDate | null }

export type Team = { readonly absences: readonly ShownAbsence[]; readonly loads: readonly LoadRow[]; readonly unread: readonly Absence[] }

async function stayingOf(tx: Tx, { scope, today }: TeamReader, staffId: string, substitute: Colleague | undefined): Promise<Staying> {
  const sight = substitute === undefined ? { units: [], mayReadProtected: false } : sightOf(substitute)
  const { outside, protected: hidden } = await countOutside(tx, scope, staffId, sight.units, today)
  return { outside, protected: scope.mayReadProtected ? (sight.mayReadProtected ? 0 : hidden) : null }
}

async function shownAbsences(tx: Tx, reader: TeamReader, colleagues: readonly Colleague[]): Promise<ShownAbsence[]> {
  const { scope, setter, today } = reader
  const absences = await listAbsences(tx, scope.units, setter.staffId, today)
  const staff = [...new Set(absences.flatMap(({ staffId, substituteId }) => [staffId, substituteId]))]
  const related = absences.length === 0 ? [] : await listRelatedAbsences(tx, staff, today)
  const shown: ShownAbsence[] = []
  for (const one of absences) {
    const substitute = colleagues.find(({ id }) => id === one.substituteId)
    const staying = await stayingOf(tx, reader, one.staffId, substitute)
    shown.push({ ...one, notes: notesOn(one, related), staying, mayChange: maySetFor(setter, { id: one.staffId, unitId: one.unitId }) })
  }
  return shown
}

const noLoad: Omit<Load, 'staffId'> = {
  youths: 0,
  toAct: 0,
  overdue: 0,
  dueThisWeek: 0,
  notReached: 0,
  watching: 0,
  meetings: 0,
  meetingsOutside: 0,
}

/** Colleagues of the reader's units who work with youths, and everybody else who has one that the reader may see. */
async function loadRows(tx: Tx, reader: TeamReader, colleagues: readonly Colleague[], absences: readonly Absence[]): Promise<LoadRow[]> {
  const { scope, today } = reader
  const loads = new Map((await readLoads(tx, reader)).map((load) => [load.staffId, load]))
  const monday = dateOf(plusDays(dayOf(today), 8 - weekdayOf(dayOf(today))))
  const meetings = new Map((await countMeetings(tx, scope, today, monday)).map((counted) => [counted.staffId, counted]))
  const isOfTeam = (one: Colleague): boolean =>
    loads.has(one.id) || (worksWithYouths(one) && (scope.units === null || scope.units.some((unit) => unit === one.unitId)))
  const rowOf = (colleague: Colleague | null): LoadRow => {
    const staffId = colleague?.id ?? null
    const away = absences.find((one) => one.staffId === staffId && one.fromOn <= today)
    const { n = 0, outside = 0 } = meetings.get(staffId ?? '') ?? {}
    const load = { ...noLoad, ...loads.get(staffId), staffId, meetings: n, meetingsOutside: outside }
    return { colleague, load, awayUntil: away?.untilOn ?? null }
  }
  return [...colleagues.filter(isOfTeam).map(rowOf), ...(loads.has(null) ? [rowOf(null)] : [])]
}

/** The whole page. */
export const readTeam = (reader: TeamReader): Promise<Team> =>
  inTransaction(reader.pool, async (tx) => {
    const colleagues = await listColleagues(tx)
    const absences = await shownAbsences(tx, reader, colleagues)
    const loads = await loadRows(tx, reader, colleagues, absences)
    return { absences, loads, unread: await unreadAbsences(tx, reader.setter.staffId, reader.today) }
  })

/** Whom an absence can be set for, and who can stand in for at least one of them. */
export type Choices = { readonly staff: readonly Colleague[]; readonly substitutes: readonly Colleague[] }

/** What can be chosen in the form; for a colleague given, only who can stand in for that colleague. */
export const readChoices = ({ pool, setter }: TeamReader, staffId: string | null): Promise<Choices> =>
  inTransaction(pool, async (tx) => {
    const colleagues = await listColleagues(tx)
    const staff = colleagues.filter((one) => (one.id === setter.staffId || worksWithYouths(one)) && maySetFor(setter, one))
    const covered = staffId === null ? staff : colleagues.filter(({ id }) => id === staffId)
    return { staff, substitutes: colleagues.filter((one) => covered.some((other) => substituteProblem(other, one) === null)) }
  })

/** One absence that the reader may change; null when there is none such. */
export const readAbsence = ({ pool, setter }: TeamReader, absenceId: string): Promise<Absence | null> =>
  inTransaction(pool, async (tx) => {
    const found = await findAbsence(tx, absenceId)
    return found !== null && maySetFor(setter, { id: found.staffId, unitId: found.unitId }) ? found : null
  })

/** What the start page says of cover: whom the reader stands in for today, and absences of their own with something to read. */
export type OwnCover = { readonly standsInFor: readonly Absence[]; readonly unread: readonly Absence[] }

export const readOwnCover = async (tx: Tx, staffId: string, today: PlainDate): Promise<OwnCover> => ({
  standsInFor: await standsInFor(tx, staffId, today),
  unread: await unreadAbsences(tx, staffId, today),
})
