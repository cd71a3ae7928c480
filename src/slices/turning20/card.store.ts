/** The little that the person page and the start page ask: the birthday, and how it ended. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Outcome } from './turning20.types.ts'

type Found = { readonly bornOn: PlainDate; readonly outcome: Outcome | null }

/** Of somebody whom the responsibility covers, or has covered until turning 20. */
export async function findCard(tx: Tx, personIds: readonly number[]): Promise<Found | null> {
  const [row] = await tx.prepared<Found>(
    `select y.born_on as "bornOn", (select n.outcome from turning20.ending n where n.person_id = any ($1) and n.struck_at is null limit 1) as outcome
     from worklist.youth y where y.person_id = any ($1) and y.born_on is not null and y.from_on is not null
       and (y.until_on is null or y.exit_reason = 'turned20') limit 1`,
    [personIds],
  )
  return row ?? null
}

/** The birthdays, within the scope, of those who turn 20 between the days, of whom nobody has said how it ended. */
export const listUnended = async (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  today: PlainDate,
  { fromOn, untilOn }: { readonly fromOn: PlainDate; readonly untilOn: PlainDate },
): Promise<PlainDate[]> =>
  (
    await tx.query<{ bornOn: PlainDate }>(
      `select y.born_on as "bornOn" from worklist.seen($1, $2) y
       where y.born_on + interval '20 years' between $4::date and $5::date and y.from_on <= $3::date
         and (y.until_on is null or y.until_on > $3::date or y.exit_reason = 'turned20')
         and not exists (select from turning20.ending n where n.struck_at is null and n.person_id in (select turning20.same(y.person_id)))`,
      [units, mayReadProtected, today, fromOn, untilOn],
    )
  ).map(({ bornOn }) => bornOn)
