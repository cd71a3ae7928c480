/** How two looks at one youth's facts differ: what became known late, what was corrected, what was struck. */
import type { FactMeasure, FactYouth } from './facts.types.ts'
import type { Ref, RefKind } from './indicator.types.ts'

export type Difference = { readonly ref: Ref; readonly why: 'late' | 'correctedDay' | 'corrected' | 'struck' }

type Thing = { readonly id: number }

/** Whose it is follows from where it stands: a record that was merged since says nothing else. */
const textOf = (value: unknown): string => JSON.stringify(value, (key, own: unknown) => (key === 'personId' ? undefined : own))
const same = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b)

/** Things that are only on one side, or that say something else on the other. */
function ofThings<One extends Thing>(
  kind: RefKind,
  before: readonly One[],
  after: readonly One[],
  whyChanged: (then: One, now: One) => Difference['why'],
): Difference[] {
  const [then, now] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))]
  const late = after.filter(({ id }) => !then.has(id)).map(({ id }): Difference => ({ ref: { kind, id }, why: 'late' }))
  const struck = before.filter(({ id }) => !now.has(id)).map(({ id }): Difference => ({ ref: { kind, id }, why: 'struck' }))
  const changed = before.flatMap((one): Difference[] => {
    const other = now.get(one.id)
    return other === undefined || same(one, other) ? [] : [{ ref: { kind, id: one.id }, why: whyChanged(one, other) }]
  })
  return [...late, ...struck, ...changed]
}

const dayChanged = (then: Pick<FactMeasure, 'fromOn' | 'untilOn'>, now: Pick<FactMeasure, 'fromOn' | 'untilOn'>): Difference['why'] => {
  if (then.fromOn !== now.fromOn) return 'correctedDay'
  if (then.untilOn === now.untilOn) return 'corrected'
  // An end that nobody had said is no correction: it was said late.
  return then.untilOn === null ? 'late' : 'correctedDay'
}

const stagesOf = ({ measures }: FactYouth) => measures.flatMap(({ stages }) => stages)

const spansOf = ({ periods, otherForms, studies, watches }: FactYouth): unknown => [
  periods.map(({ fromOn, untilOn, entryReason, exitReason }) => [fromOn, untilOn, entryReason, exitReason]),
  ...[otherForms, studies, watches].map((spans) => spans.map(({ fromOn, untilOn }) => `${fromOn} ${untilOn}`).toSorted()),
]

const nobody: Omit<FactYouth, 'personId'> = {
  bornOn: null,
  sex: null,
  isProtected: false,
  unitId: null,
  districtId: null,
  periods: [],
  otherForms: [],
  studies: [],
  watches: [],
  contacts: [],
  occupations: [],
  measures: [],
  offers: [],
  searches: [],
}

const corrected = (): Difference['why'] => 'corrected'
/** Stages are told by themselves. */
const measuresOf = ({ measures }: FactYouth) => measures.map((one) => ({ ...one, stages: [] }))

/** What differs; null: not known of at all then, or now. */
export function differencesOf(before: FactYouth | null, after: FactYouth | null): Difference[] {
  const personId = after?.personId ?? before?.personId ?? 0
  const [then, now] = [before ?? { ...nobody, personId }, after ?? { ...nobody, personId }]
  const said = ofThings('occupation', then.occupations, now.occupations, corrected)
  const lives: Difference[] = same(spansOf(then), spansOf(now)) ? [] : [{ ref: { kind: 'period', id: personId }, why: 'corrected' }]
  return [
    ...ofThings('contact', then.contacts, now.contacts, corrected),
    ...said,
    ...ofThings('stage', stagesOf(then), stagesOf(now), (a, b) => (a.endedOn === null && b.endedOn !== null ? 'late' : 'corrected')),
    ...ofThings('measure', measuresOf(then), measuresOf(now), dayChanged),
    ...ofThings('offer', then.offers, now.offers, corrected),
    ...ofThings('search', then.searches, now.searches, corrected),
    ...lives,
  ]
}
