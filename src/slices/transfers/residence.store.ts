/** Where the register says that somebody lives, as SQL that other questions are made of; and what is known of a youth who may be handed over. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Residence } from './transfers.types.ts'

/**
 * Joins that give `r.is_at` and `re.municipality` for the records `m.ids` of one human being (DOMAIN.md 3.3). Of somebody
 * protected nothing is said at all, here or elsewhere: an answer to another municipality would tell where hen lives. `code` and `day` are parameters.
 */
export const residenceJoins = (code: string, day: string): string => `
  left join lateral (select bool_or(f.secrecy_marked or f.protected_registration) as hidden from register.protection f
    where f.person_id = any (m.ids) and f.known_until = 'infinity') pr on true
  left join lateral (select f.municipality, f.on_date from register.registration f where f.person_id = any (m.ids) and f.known_until = 'infinity'
    and f.on_date <= ${day}::date order by f.on_date desc, f.id desc limit 1) re on true
  left join lateral (select max(f.on_date) as on_date from (select d.on_date from register.deregistration d where d.person_id = any (m.ids)
      and d.known_until = 'infinity' union all select e.on_date from register.death e where e.person_id = any (m.ids) and e.known_until = 'infinity') f
    where f.on_date <= ${day}::date) gone on true
  left join lateral (select case when coalesce(pr.hidden, false) then 'hidden' when re.municipality is null then 'unknown' when gone.on_date >= re.on_date then 'gone' when re.municipality = ${code} then 'here'
    else 'elsewhere' end as is_at) r on true`

/** The records of one human being whose own record is `root`, as `m.ids`. */
export const recordsOf = (root: string): string =>
  `left join lateral (select array(select ${root} union select x.absorbed_id from register.merged_now x where x.root_id = ${root}) as ids) m on true`

type Row = {
  readonly number: string | null
  readonly bornOn: PlainDate | null
  readonly isProtected: boolean
  readonly isAt: Residence['at'] | null
  readonly municipality: string | null
}
export type KnownMover = Omit<Row, 'isAt' | 'municipality'> & { readonly residence: Residence }

/** What `is_at` and the register's municipality say together. */
function residenceFrom(isAt: Residence['at'] | null, municipality: string | null): Residence {
  if (isAt === 'elsewhere') return municipality === null ? { at: 'unknown' } : { at: 'elsewhere', municipality }
  return { at: isAt ?? 'unknown' }
}

/** What is known of the youth on the day; null when the record stands for nobody any more. */
export async function findMover(tx: Tx, personId: number, code: string, today: PlainDate): Promise<KnownMover | null> {
  const [row] = await tx.query<Row>(
    `select y.number, y.born_on as "bornOn", register.is_protected(y.person_id) as "isProtected", r.is_at as "isAt", re.municipality
     from worklist.youth y ${recordsOf('y.person_id')} ${residenceJoins('$2', '$3')} where y.person_id = register.root_now($1)`,
    [personId, code, today],
  )
  if (row === undefined) return null
  const { number, bornOn, isProtected, isAt, municipality } = row
  return { number, bornOn, isProtected, residence: residenceFrom(isAt, municipality) }
}
