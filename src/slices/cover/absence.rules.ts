/** Who may be away when, and who can stand in for whom. Each refusal has its twin in the database. */
import { mayDo, scopeOf } from '../../kernel/permission.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Scope } from '../../kernel/actor.ts'
import type { Absence, AbsenceRefusal, AbsenceWish, Colleague, CoverNote, Setter, Span, SubstituteProblem } from './cover.types.ts'

const longestDays = 366

/** What a colleague may see, by role and unit. */
export const sightOf = ({ id, name, roles, unitId, unit }: Colleague): Scope =>
  scopeOf({ staffId: id, name, roles, unit: unitId === null ? null : { id: unitId, name: unit ?? '' } })

/** Works with youths: others have no lists that cover could be on. */
export const worksWithYouths = ({ roles }: Pick<Colleague, 'roles'>): boolean => mayDo(roles, 'outreach.log')

/** Whether the setter may say that the colleague is away: oneself always, others' as coordinator or unit manager. */
export const maySetFor = ({ staffId, mayEdit, units }: Setter, { id, unitId }: Pick<Colleague, 'id' | 'unitId'>): boolean =>
  id === staffId || (mayEdit && (units === null || units.some((unit) => unit === unitId)))

/** Why somebody cannot stand in for a colleague; null when they can. Of the same unit, or with the whole municipality in sight. */
export function substituteProblem(staff: Colleague, substitute: Colleague): SubstituteProblem | null {
  if (substitute.id === staff.id) return 'oneself'
  if (!substitute.active) return 'substitute-not-active'
  if (!worksWithYouths(substitute)) return 'substitute-not-with-youths'
  const seesAll = sightOf(substitute).units === null
  return seesAll || (substitute.unitId !== null && substitute.unitId === staff.unitId) ? null : 'substitute-other-unit'
}

const overlap = (one: Span, other: Span): Span | null => {
  const fromOn = one.fromOn > other.fromOn ? one.fromOn : other.fromOn
  const untilOn = one.untilOn < other.untilOn ? one.untilOn : other.untilOn
  return fromOn < untilOn ? { fromOn, untilOn } : null
}

/** The first of the spans that shares a day with the one asked about. */
export const firstOverlap = <One extends Span>(span: Span, others: readonly One[]): One | null =>
  others.find((other) => overlap(span, other) !== null) ?? null

/** What is known when an absence is decided. `others`: the colleague's other absences. */
export type KnownOfAbsence = {
  readonly staff: Colleague | null
  readonly substitute: Colleague | null
  readonly others: readonly Span[]
  readonly today: PlainDate
}

function spanProblem({ fromOn, untilOn }: Span, today: PlainDate): AbsenceRefusal | null {
  if (untilOn <= fromOn) return 'end-before-start'
  if (untilOn <= today) return 'over-already'
  return dayOf(untilOn) - dayOf(fromOn) > longestDays ? 'too-long' : null
}

/** Decides an absence, new or changed. It may have begun (somebody fell ill yesterday), but not be over. */
export function absenceFor(setter: Setter, wish: AbsenceWish, known: KnownOfAbsence): Decision<null, AbsenceRefusal> {
  const { staff, substitute, others, today } = known
  if (staff === null || substitute === null) return refuse('unknown-colleague')
  if (!maySetFor(setter, staff)) return refuse('not-yours')
  const problem = spanProblem(wish, today) ?? substituteProblem(staff, substitute)
  if (problem !== null) return refuse(problem)
  return firstOverlap(wish, others) === null ? grant(null) : refuse('overlaps')
}

/** How an absence is ended: one that has not begun is taken away, one under way ends today, one that is over stands. */
export function endingOf({ fromOn, untilOn }: Span, today: PlainDate): 'taken-away' | 'back-today' | 'over' {
  if (untilOn <= today) return 'over'
  return fromOn >= today ? 'taken-away' : 'back-today'
}

/** What the absence is to say besides, among all that are known. */
export function notesOn(absence: Absence, all: readonly Absence[]): CoverNote[] {
  return all.flatMap((other): CoverNote[] => {
    const span = overlap(absence, other)
    if (span === null || other.absenceId === absence.absenceId) return []
    if (other.staffId === absence.substituteId) return [{ kind: 'substitute-away', span }]
    return other.substituteId === absence.staffId ? [{ kind: 'stands-in-for', name: other.staff, span }] : []
  })
}
