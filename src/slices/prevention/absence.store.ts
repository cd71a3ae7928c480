/** Absence sums: replaced month by month as a source says them, and forgotten after a time. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AbsenceRead } from './prevention.types.ts'

/** A sum to be kept, by the source's own id of the pupil. */
export type KeptSum = { readonly pupilId: string; readonly invalid: number; readonly offered: number | null }

export type NewRead = {
  readonly source: string
  /** The municipality: of those who live elsewhere nothing is kept. */
  readonly code: string
  readonly month: PlainDate
  readonly untilOn: PlainDate
  readonly pupils: number
}

const linked = `
  select register.root_now(p.person_id) as person_id, r."pupilId" as pupil_id, r.invalid, r.offered
  from jsonb_to_recordset($1::jsonb) as r ("pupilId" text, invalid integer, offered integer)
  join feeds.pupil p on p.source = $2 and p.pupil_id = r."pupilId" and p.known_until = 'infinity'
  where register.lives_in(register.root_now(p.person_id), $3, $4)`

/** How many of the pupils the register does not know as living here. */
async function countUnknown(tx: Tx, asked: readonly unknown[], given: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from (${linked}) l`, [...asked])
  return given - (row?.n ?? 0)
}

/** Puts a month's sums of a source in the place of what it said before. Of pupils whom nobody knows only the number is kept. */
export async function replaceMonth(tx: Tx, { source, code, month, untilOn, pupils }: NewRead, kept: readonly KeptSum[]): Promise<number> {
  const asked = [JSON.stringify(kept), source, code, untilOn]
  const unknown = await countUnknown(tx, asked, kept.length)
  const [made] = await tx.query<{ id: number }>(
    `insert into prevention.absence_read (source, month, until_on, pupils, kept, unknown_pupils) values ($1, $2, $3, $4, $5, $6) returning id`,
    [source, month, untilOn, pupils, kept.length - unknown, unknown],
  )
  await tx.query('delete from prevention.absence where source = $1 and month = $2', [source, month])
  await tx.query(
    `insert into prevention.absence (source, person_id, month, invalid_minutes, offered_minutes, read_id)
     select $2, l.person_id, $5, sum(l.invalid), sum(l.offered), $6 from (${linked}) l group by l.person_id`,
    [...asked, month, made?.id],
  )
  return kept.length - unknown
}

/** Takes away sums of months before the given. Returns how many. */
export const forgetMonths = async (tx: Tx, before: PlainDate): Promise<number> =>
  (await tx.query('delete from prevention.absence where month < $1 returning month', [before])).length

/** The last read of each source and month, the newest first. */
export const listReads = (tx: Tx): Promise<AbsenceRead[]> =>
  tx.query<AbsenceRead>(
    `select source, month, until_on as "untilOn", (read_at at time zone 'Europe/Stockholm')::date as "readOn", pupils, kept, unknown_pupils as "unknownPupils"
     from (select distinct on (source, month) * from prevention.absence_read order by source, month, id desc) r order by month desc, source limit 12`,
  )
