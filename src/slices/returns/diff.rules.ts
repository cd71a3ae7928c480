/** What has changed since a return was sent: rows added, gone and changed, youth by youth, and why as far as it can be said. */
import type { ChangeKind, KnownChange } from './change.types.ts'
import { fields, type Block, type Field, type ReturnRecord } from './returns.types.ts'

/** A record before and after; null where it was or is not there. */
export type RecordChange = {
  readonly block: Block
  readonly before: ReturnRecord | null
  readonly after: ReturnRecord | null
  /** The fields that say something else; empty for what is added or gone. */
  readonly fields: readonly Field[]
}

/** `late`: became known since. `corrected`: was known otherwise then. */
export type Why = { readonly kind: ChangeKind; readonly how: 'late' | 'corrected' }

export type YouthDiff = {
  readonly personId: number
  readonly subjectId: string
  readonly number: string | null
  readonly changes: readonly RecordChange[]
  /** Empty: nothing of the youth's own has changed; the profile, the settings or the catalogue has. */
  readonly why: readonly Why[]
}

export type ReturnDiff = {
  readonly youths: readonly YouthDiff[]
  readonly added: number
  readonly gone: number
  readonly changed: number
}

/** The fields whose cells differ. The number and the record type are the same thing said on every line. */
const differing = (before: ReturnRecord, after: ReturnRecord): Field[] =>
  fields.filter((field) => field !== 'recordType' && (before.cells[field] ?? '') !== (after.cells[field] ?? ''))

/** Whether a record that is gone and one that is new may be the same thing said otherwise: a period that begins on another day. */
const isOfPeriod = ({ block }: ReturnRecord): boolean => block === 'youth' || block === 'exit'

function changesOf(before: readonly ReturnRecord[], after: readonly ReturnRecord[]): RecordChange[] {
  const afterByKey = new Map(after.map((record) => [record.key, record]))
  const beforeKeys = new Set(before.map(({ key }) => key))
  const both = before.flatMap((record): RecordChange[] => {
    const now = afterByKey.get(record.key)
    if (now === undefined) return []
    const changed = differing(record, now)
    return changed.length === 0 ? [] : [{ block: record.block, before: record, after: now, fields: changed }]
  })
  const gone = before.filter(({ key }) => !afterByKey.has(key))
  const added = after.filter(({ key }) => !beforeKeys.has(key))
  const moved: RecordChange[] = []
  for (const record of gone.filter(isOfPeriod)) {
    const now = added.find((one) => one.block === record.block && !moved.some((change) => change.after === one))
    if (now !== undefined) moved.push({ block: record.block, before: record, after: now, fields: differing(record, now) })
  }
  const isMoved = (record: ReturnRecord): boolean => moved.some((change) => change.before === record || change.after === record)
  return [
    ...both,
    ...moved,
    ...gone
      .filter((record) => !isMoved(record))
      .map((record): RecordChange => ({ block: record.block, before: record, after: null, fields: [] })),
    ...added
      .filter((record) => !isMoved(record))
      .map((record): RecordChange => ({ block: record.block, before: null, after: record, fields: [] })),
  ]
}

const whyOf = (changes: readonly KnownChange[]): Why[] =>
  changes.flatMap(({ kind, added, ended }): Why[] => {
    if (ended > 0) return [{ kind, how: 'corrected' }]
    return added > 0 ? [{ kind, how: 'late' }] : []
  })

/** Records by the youth that each is of now. */
function byYouth(records: readonly ReturnRecord[], rootOf: (personId: number) => number): Map<number, ReturnRecord[]> {
  const found = new Map<number, ReturnRecord[]>()
  for (const record of records) {
    const personId = rootOf(record.personId)
    const own = found.get(personId)
    if (own === undefined) found.set(personId, [record])
    else own.push(record)
  }
  return found
}

type Side = readonly ReturnRecord[]

/** Which youths have records that differ. `rootOf`: whose a record is now, when some have been merged since. */
export function differingYouths(before: Side, after: Side, rootOf: (personId: number) => number): Omit<YouthDiff, 'why'>[] {
  const [was, is] = [byYouth(before, rootOf), byYouth(after, rootOf)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((personId) => {
    const [own, now] = [was.get(personId) ?? [], is.get(personId) ?? []]
    const changes = changesOf(own, now)
    const one = now[0] ?? own[0]
    if (changes.length === 0 || one === undefined) return []
    return [{ personId, subjectId: one.subjectId, number: one.number, changes }]
  })
}

const count = (youths: readonly YouthDiff[], is: (change: RecordChange) => boolean): number =>
  youths.reduce((sum, { changes }) => sum + changes.filter(is).length, 0)

/** The difference with its reasons. */
export function explainedDiff(youths: readonly Omit<YouthDiff, 'why'>[], known: readonly KnownChange[]): ReturnDiff {
  const explained = youths.map((youth): YouthDiff => ({
    ...youth,
    why: whyOf(known.filter(({ personId }) => personId === youth.personId)),
  }))
  return {
    youths: explained,
    added: count(explained, ({ before }) => before === null),
    gone: count(explained, ({ after }) => after === null),
    changed: count(explained, ({ before, after }) => before !== null && after !== null),
  }
}
