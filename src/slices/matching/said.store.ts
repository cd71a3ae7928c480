/** Manual facts by id, and on what ground somebody said or took them back. */
import type { Tx } from '../../platform/db/tx.ts'

export type SaidKind = 'decision' | 'schooling-end' | 'stay' | 'studies-abroad'

/** Where each kind is kept. */
const tables: Readonly<Record<SaidKind, string>> = {
  decision: 'decision',
  'schooling-end': 'schooling_end',
  stay: 'stay',
  'studies-abroad': 'enrolment',
}

export type SaidAct = {
  readonly kind: SaidKind
  readonly factId: number
  readonly act: 'said' | 'withdrawn'
  readonly ground: string
  readonly name: string
  readonly staffId: string
}

/** Keeps who did it and why. */
export const insertAct = (tx: Tx, { kind, factId, act, ground, name, staffId }: SaidAct, at: string): Promise<unknown> =>
  tx.query('insert into register.manual_act (kind, fact_id, act, ground, by_name, staff_id, at) values ($1, $2, $3, $4, $5, $6, $7)', [
    kind,
    factId,
    act,
    ground,
    name,
    staffId,
    at,
  ])

/** Closes a manual fact of one of the records. Returns whose it was; null when it was not open. */
export async function closeSaid(tx: Tx, kind: SaidKind, factId: number, personIds: readonly number[], at: string): Promise<number | null> {
  const [row] = await tx.query<{ person_id: number }>(
    `update register.${tables[kind]} set known_until = $3
     where id = $1 and person_id = any ($2) and source = 'manuellt' and known_until = 'infinity' returning person_id`,
    [factId, personIds, at],
  )
  return row?.person_id ?? null
}
