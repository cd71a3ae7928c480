/** Manual facts and decisions (A6): a person says something no source says, with ground and dates, and it can be taken back. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { studiesAbroad } from '../law/index.ts'
import { findPerson, markPersons, mergePersons, now, unmergePersons } from '../register/index.ts'
import { alone } from './lock.actions.ts'
import type { RunPlace } from './matching.actions.ts'
import { settleChange } from './settle.actions.ts'
import { closePupilLink, insertPupilLink } from './pupil.store.ts'
import { nextInstant } from './run.store.ts'

/** What a person can say. Dates are half-open [fromOn, untilOn) except studies abroad, whose last day is included. */
export type ManualFact =
  | {
      readonly kind: 'decision'
      readonly covers: boolean
      readonly fromOn: PlainDate
      readonly untilOn: PlainDate | null
      readonly ground: string
    }
  | { readonly kind: 'schooling-end'; readonly paragraph: '7:13' }
  | { readonly kind: 'schooling-end'; readonly paragraph: '7:14'; readonly endOn: PlainDate }
  | { readonly kind: 'stay'; readonly municipality: string; readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }
  | { readonly kind: 'studies-abroad'; readonly startOn: PlainDate; readonly endOn: PlainDate | null }

export type Saying = { readonly number: string; readonly by: string; readonly on: PlainDate }

/** A manual fact as a row: what names it, and what it says. */
export type Row = { table: string; key: Record<string, unknown>; values: Record<string, unknown> }

/** The row of a manual fact. */
export function rowOf(fact: ManualFact, by: string): Row {
  switch (fact.kind) {
    case 'decision': {
      const { covers, fromOn, untilOn, ground } = fact
      return { table: 'decision', key: { from_on: fromOn }, values: { covers, until_on: untilOn, ground, decided_by: by } }
    }
    case 'schooling-end':
      return {
        table: 'schooling_end',
        key: { ground: fact.paragraph },
        values: { end_on: fact.paragraph === '7:14' ? fact.endOn : null, decided_by: by },
      }
    case 'stay':
      return {
        table: 'stay',
        key: { from_on: fact.fromOn },
        values: { municipality: fact.municipality, until_on: fact.untilOn, confirmed_by: by },
      }
    case 'studies-abroad':
      return {
        table: 'enrolment',
        key: { school_unit: 'utomlands', school_type: studiesAbroad, start_on: fact.startOn },
        values: { end_on: fact.endOn, cancelled: false, education_code: '', authority: by },
      }
  }
}

async function closeOpen(tx: Tx, { table, key }: Row, personId: number, at: string): Promise<number> {
  const names = Object.keys(key)
  const conditions = names.map((name, index) => `${name} = $${index + 3}`).join(' and ')
  const closed = await tx.query(
    `update register.${table} set known_until = $2 where person_id = $1 and source = 'manuellt' and ${conditions} and known_until = 'infinity' returning id`,
    [personId, at, ...Object.values(key)],
  )
  return closed.length
}

/** Adds the fact, known from the instant on. Returns its id. */
export async function insertFact(tx: Tx, { table, key, values }: Row, personId: number, at: string): Promise<number> {
  const all = { ...key, ...values }
  const columns = Object.keys(all)
  const places = columns.map((_, index) => `$${index + 3}`).join(', ')
  const [row] = await tx.query<{ id: number }>(
    `insert into register.${table} (person_id, source, known_from, ${columns.join(', ')}) values ($1, 'manuellt', $2, ${places}) returning id`,
    [personId, at, ...Object.values(all)],
  )
  return row?.id ?? 0
}

/**
 * A change by hand as a run of its own: the work, then those concerned recomputed, all in one transaction.
 * @throws NightIsRunning when a running night outlasts the place's patience
 */
export async function changeByHand<Reason extends string>(
  { code, pool, patience }: RunPlace,
  on: PlainDate,
  work: (tx: Tx, at: string) => Promise<Decision<unknown, Reason>>,
): Promise<Decision<unknown, Reason>> {
  return alone(
    pool,
    () => {},
    () =>
      inTransaction(pool, async (tx) => {
        const decision = await work(tx, (await nextInstant(tx, on)).knownAt)
        await settleChange(tx, code, on)
        return decision
      }),
    patience,
  )
}

type NoPerson = 'no-such-person'

/** Records a manual fact; the same kind and start said again replaces what was said before. */
export const recordManualFact = (place: RunPlace, saying: Saying, fact: ManualFact): Promise<Decision<unknown, NoPerson>> =>
  changeByHand(place, saying.on, async (tx, at) => {
    const personId = await findPerson(tx, saying.number, now)
    const outcome = personId === null ? 'no-such-person' : 'done'
    await writeAuditLine(tx, { actor: saying.by, action: 'register.record', outcome, detail: { kind: fact.kind, personId } })
    if (personId === null) return refuse('no-such-person')
    const row = rowOf(fact, saying.by)
    await closeOpen(tx, row, personId, at)
    await insertFact(tx, row, personId, at)
    await markPersons(tx, [personId])
    return grant(null)
  })

/** Takes back a manual fact. It stays readable as known before. */
export const withdrawManualFact = (place: RunPlace, saying: Saying, fact: ManualFact): Promise<Decision<unknown, NoPerson | 'not-said'>> =>
  changeByHand<NoPerson | 'not-said'>(place, saying.on, async (tx, at) => {
    const personId = await findPerson(tx, saying.number, now)
    if (personId === null) return refuseUnknown(tx, saying.by, 'register.withdraw')
    const closed = await closeOpen(tx, rowOf(fact, saying.by), personId, at)
    const outcome = closed === 0 ? 'not-said' : 'done'
    await writeAuditLine(tx, { actor: saying.by, action: 'register.withdraw', outcome, detail: { kind: fact.kind, personId } })
    await markPersons(tx, [personId])
    return closed === 0 ? refuse('not-said') : grant(null)
  })

/** A refusal is on record too (design idea 4). */
async function refuseUnknown(tx: Tx, by: string, action: string): Promise<Decision<never, NoPerson>> {
  await writeAuditLine(tx, { actor: by, action, outcome: 'no-such-person' })
  return refuse('no-such-person')
}

/** Merges the records of two numbers; the second number's record is kept. */
export const mergeByHand = (
  place: RunPlace,
  saying: Saying & { keep: string; ground: string },
): Promise<Decision<unknown, NoPerson | 'already-one-person'>> =>
  changeByHand<NoPerson | 'already-one-person'>(place, saying.on, async (tx, at) => {
    const [absorbedId, keptId] = [await findPerson(tx, saying.number, now), await findPerson(tx, saying.keep, now)]
    if (absorbedId === null || keptId === null) return refuseUnknown(tx, saying.by, 'register.merge')
    return mergePersons(tx, { absorbedId, keptId, ground: saying.ground, by: saying.by, at })
  })

/** Undoes the merge of the number's own record. */
export const unmergeByHand = (place: RunPlace, saying: Saying): Promise<Decision<unknown, NoPerson | 'not-merged'>> =>
  changeByHand<NoPerson | 'not-merged'>(place, saying.on, async (tx, at) => {
    const absorbedId = await findPerson(tx, saying.number, now)
    return absorbedId === null ? refuseUnknown(tx, saying.by, 'register.unmerge') : unmergePersons(tx, { absorbedId, by: saying.by, at })
  })

/** A person says whom a pupil is (TF numbers, missing numbers). The pupil's rows are used from the next read on. */
export const linkPupil = (place: RunPlace, saying: Saying & { source: string; pupilId: string }): Promise<Decision<unknown, NoPerson>> =>
  changeByHand(place, saying.on, async (tx, at) => {
    const personId = await findPerson(tx, saying.number, now)
    const outcome = personId === null ? 'no-such-person' : 'done'
    await writeAuditLine(tx, { actor: saying.by, action: 'feeds.link', outcome, detail: { source: saying.source, personId } })
    if (personId === null) return refuse('no-such-person')
    const { source, pupilId, by } = saying
    await closePupilLink(tx, source, pupilId, at)
    await insertPupilLink(tx, { source, pupilId, personId, by }, at)
    return grant(null)
  })
