/**
 * Counting a published figure again: which youths and things entered or left each count since, and why. Both sides are the same question of the same
 * definition; what differs is what is known.
 */
import { countedMarks, marginsOf, placeOf, type Marked } from './cells.rules.ts'
import { differencesOf, type Difference } from './differences.rules.ts'
import type { Facts, FactYouth } from './facts.types.ts'
import { cellKey, type At, type Indicator, type IndicatorQuestion, type Mark, type Ref } from './indicator.types.ts'

/** What became known of the life behind a period: a source said it late, said something else, or took it back. */
export type LifeChange = { readonly what: string; readonly why: 'late' | 'correctedDay' | 'struck' | 'merged' }

/** `moved`: counted in another unit or group now. `rules`: nothing of the youth differs, so a setting does. */
export type Why = 'late' | 'correctedDay' | 'corrected' | 'struck' | 'merged' | 'moved' | 'rules'
export type Cause = { readonly why: Why; readonly what: string }

export type ChangedMark = { readonly personId: number; readonly direction: 'entered' | 'left'; readonly cause: Cause }
/** A count that is made of something else now. */
export type ChangedCell = { readonly row: string; readonly at: At; readonly marks: readonly ChangedMark[] }

/** What is known of how knowledge changed. `rootOf`: who a record stands for now; `changes`: by youth, as recorded now. */
export type Knowledge = { readonly rootOf: (personId: number) => number; readonly changes: ReadonlyMap<number, readonly LifeChange[]> }

export type Side = { readonly facts: Facts; readonly rootOf: (personId: number) => number }

const isOnce = (kind: string): boolean => kind === 'youths'

/** What tells one counted thing from another: the youth, or what it is made of. */
function keyOf(mark: Mark, personId: number, once: boolean): string {
  if (once) return String(personId)
  const own = mark.refs.filter(({ kind }) => kind !== 'period').map(({ kind, id }) => `${kind}${id}`)
  return own.length === 0 ? `${personId} ${mark.on}` : own.join('+')
}

type Keyed = { readonly personId: number; readonly marked: Marked; readonly place: At }
type Rows = ReadonlyMap<string, ReadonlyMap<string, Keyed>>

function keyedRows({ facts, rootOf }: Side, indicator: Indicator, question: IndicatorQuestion, once: ReadonlySet<string>): Rows {
  const rows = new Map<string, Map<string, Keyed>>()
  for (const [row, marks] of countedMarks(facts, indicator, question)) {
    const keyed = new Map<string, Keyed>()
    for (const marked of marks) {
      const personId = rootOf(marked.mark.personId)
      let key = keyOf(marked.mark, personId, once.has(row))
      // Two records that are one human being now were two then.
      if (keyed.has(key)) key = `${key} as ${marked.mark.personId}`
      keyed.set(key, { personId, marked, place: placeOf(marked, question.by) })
    }
    rows.set(row, keyed)
  }
  return rows
}

type Found = {
  readonly row: string
  readonly at: At
  readonly keyed: Keyed
  readonly direction: 'entered' | 'left'
  readonly isMove: boolean
}

const placesOf = (keyed: Keyed | undefined): At[] => (keyed === undefined ? [] : marginsOf(keyed.place))

const has = (places: readonly At[], at: At): boolean => places.some((one) => one.join('|') === at.join('|'))

/** Every count that the thing is in on one side and not on the other. */
function changesOf(row: string, then: Keyed | undefined, now: Keyed | undefined): Found[] {
  const [before, after] = [placesOf(then), placesOf(now)]
  const isMove = then !== undefined && now !== undefined
  const left =
    then === undefined
      ? []
      : before.filter((at) => !has(after, at)).map((at): Found => ({ row, at, keyed: then, direction: 'left', isMove }))
  const entered =
    now === undefined
      ? []
      : after.filter((at) => !has(before, at)).map((at): Found => ({ row, at, keyed: now, direction: 'entered', isMove }))
  return [...left, ...entered]
}

/** What left and entered the same count for the same youth is no change of it. */
function withoutPairs(found: readonly Found[]): Found[] {
  const [entered, left] = [found.filter(({ direction }) => direction === 'entered'), found.filter(({ direction }) => direction === 'left')]
  const open = [...left]
  const alone = entered.filter(({ keyed }) => {
    const pair = open.findIndex((one) => one.keyed.personId === keyed.personId)
    if (pair === -1) return true
    open.splice(pair, 1)
    return false
  })
  return [...alone, ...open]
}

type Youths = ReadonlyMap<number, readonly FactYouth[]>

const youthsOf = ({ facts, rootOf }: Side): Youths => {
  const found = new Map<number, FactYouth[]>()
  for (const youth of facts.youths) found.set(rootOf(youth.personId), [...(found.get(rootOf(youth.personId)) ?? []), youth])
  return found
}

const isOf = ({ ref }: Difference, one: Ref): boolean =>
  ref.kind === one.kind && (ref.id === one.id || ref.kind === 'period' || ref.kind === 'occupation')

/** Why one thing entered or left: what differs of what it is made of, before anything else that differs of the youth. */
function causeOf({ keyed, isMove }: Found, then: Youths, now: Youths, knowledge: Knowledge): Cause {
  const { personId, marked } = keyed
  const [before, after] = [then.get(personId) ?? [], now.get(personId) ?? []]
  if (before.length > 1 || after.length > 1) return { why: 'merged', what: 'person' }
  const differences = differencesOf(before[0] ?? null, after[0] ?? null)
  const own = marked.mark.refs.flatMap((ref) => differences.filter((one) => isOf(one, ref)))
  const [first] = own.length > 0 ? own : isMove ? [] : differences
  if (first === undefined) return isMove ? { why: 'moved', what: 'unit' } : { why: 'rules', what: 'settings' }
  if (first.ref.kind !== 'period') return { why: first.why, what: first.ref.kind }
  return knowledge.changes.get(personId)?.[0] ?? (isMove ? { why: 'moved', what: 'unit' } : { why: 'rules', what: 'settings' })
}

export type AgainQuestion = {
  readonly indicator: Indicator
  readonly question: IndicatorQuestion
  readonly past: Side
  readonly present: Side
}

/** Whose periods, studies or other schooling are known to be other than they were: of them it is asked what became known. */
export function changedLives({ past, present }: Pick<AgainQuestion, 'past' | 'present'>): number[] {
  const [before, after] = [youthsOf(past), youthsOf(present)]
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  return ids.filter((id) => differencesOf(before.get(id)?.[0] ?? null, after.get(id)?.[0] ?? null).some(({ ref }) => ref.kind === 'period'))
}

/** Every count of the figure that is made of something else now than it was then. */
export function changedCells({ indicator, question, past, present }: AgainQuestion, knowledge: Knowledge): ChangedCell[] {
  const once = new Set(
    indicator
      .rows(present.facts, { fromOn: question.fromOn, untilOn: question.untilOn, lastOn: question.on })
      .flatMap(({ key, kind }) => (isOnce(kind) ? [key] : [])),
  )
  const [before, after] = [keyedRows(past, indicator, question, once), keyedRows(present, indicator, question, once)]
  const [youthsThen, youthsNow] = [youthsOf(past), youthsOf(present)]
  const cells = new Map<string, Found[]>()
  for (const row of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(row) ?? new Map<string, Keyed>(), after.get(row) ?? new Map<string, Keyed>()]
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      for (const found of changesOf(row, was.get(key), is.get(key))) {
        const cell = cellKey(row, found.at)
        cells.set(cell, [...(cells.get(cell) ?? []), found])
      }
    }
  }
  return [...cells.values()].flatMap((found) => {
    const marks = withoutPairs(found).map((one) => ({
      personId: one.keyed.personId,
      direction: one.direction,
      cause: causeOf(one, youthsThen, youthsNow, knowledge),
    }))
    const [first] = found
    return first === undefined || marks.length === 0 ? [] : [{ row: first.row, at: first.at, marks }]
  })
}
