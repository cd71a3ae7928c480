/**
 * Records that may be one person, side by side; merges in force; and pairs that are two persons. The scope is the duplicates
 * page's own: nobody protected is ever here, for any reader.
 */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Part } from './runs.store.ts'
import type { Because, DuplicateRecord, Merge, MergeSnapshot, NotSame } from './sources.types.ts'

const seen = 'worklist.seen($1, $2)'

/** Names that sound alike, of somebody the condition picks and anybody else whom the second condition fits. */
const alike = (because: Because, picked: string, fits: string): string => `
  select least(c.person_id, o.person_id) as first_id, greatest(c.person_id, o.person_id) as second_id, '${because}' as because
  from ${seen} c join ${seen} o on o.search_key = c.search_key and o.person_id <> c.person_id
  where c.search_key <> '' and ${picked} and ${fits}`

/**
 * Names that sound alike and: the same birthday; the same year of birth where one number is a samordningsnummer, whose day is 60 or more
 * (a person who is given a personnummer later is the usual case); or one of them has neither number nor birthday. The few are picked by
 * an index each: the start page counts them.
 */
const pairs = `
  with twice as materialized (select search_key, born_on from ${seen} where search_key <> '' and born_on is not null
    group by search_key, born_on having count(*) > 1),
  pair as (
    select a.person_id as first_id, b.person_id as second_id, 'same-name-and-birthday' as because
    from twice t join ${seen} a on a.search_key = t.search_key and a.born_on = t.born_on
      join ${seen} b on b.search_key = t.search_key and b.born_on = t.born_on where a.person_id < b.person_id
    union ${alike('same-name-and-year', `substr(c.number, 7, 2) >= '60'`, 'left(coalesce(o.number, o.born_on::text), 4) = left(c.number, 4) and (o.born_on = c.born_on) is not true')}
    union ${alike('same-name-without-number', 'c.number is null and c.born_on is null', 'true')})
  select * from pair p where not exists (select from register.not_same n
    where n.known_until = 'infinity' and n.first_id = p.first_id and n.second_id = p.second_id)`

export type PairIds = { readonly first_id: number; readonly second_id: number; readonly because: Because }

/** Likely duplicates, the likeliest first. */
export const listPairs = (tx: Tx, { units, mayReadProtected }: Scope, { limit, offset }: Part): Promise<PairIds[]> =>
  tx.prepared<PairIds>(`select * from (${pairs}) d order by because, first_id, second_id limit $3 offset $4`, [
    units,
    mayReadProtected,
    limit,
    offset,
  ])

export const countPairs = async (tx: Tx, { units, mayReadProtected }: Scope): Promise<number> =>
  (await tx.prepared<{ n: number }>(`select count(*)::int as n from (${pairs}) d`, [units, mayReadProtected]))[0]?.n ?? 0

/** The records as they stand, with everything of those already merged into them. */
export const listRecords = (tx: Tx, { units, mayReadProtected }: Scope, ids: readonly number[]): Promise<DuplicateRecord[]> =>
  tx.prepared<DuplicateRecord>(
    `select y.person_id as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", y.number,
       coalesce((select array_agg(i.number order by i.replaced_by is not null, i.kind, i.id) from register.identity i
         where i.person_id = any (g.ids) and i.known_until = 'infinity'), '{}') as numbers,
       y.born_on as "bornOn",
       concat_ws(', ', nullif(y.street, ''), nullif(btrim(y.postal_code || ' ' || y.locality), '')) as address,
       coalesce((select array_agg(concat_ws(' ', e.school_type, nullif(e.education_code, ''), e.school_unit, e.start_on || '–' || coalesce(e.end_on::text, ''))
         order by e.start_on desc, e.id) from register.enrolment e where e.person_id = any (g.ids) and e.known_until = 'infinity'), '{}') as enrolments,
       coalesce((select json_agg(json_build_object('fromOn', r.from_on, 'untilOn', r.until_on, 'entryReason', r.entry_reason) order by r.from_on desc)
         from register.period r where r.person_id = y.person_id), '[]') as periods
     from worklist.seen($1, $2) y
     cross join lateral (select array_agg(m.absorbed_id) || y.person_id as ids from register.merged_now m where m.root_id = y.person_id) g
     where y.person_id = any ($3)`,
    [units, mayReadProtected, ids],
  )

/** A record by its random id; null when there is none for the reader. */
export async function findRecord(tx: Tx, { units, mayReadProtected }: Scope, subjectId: string): Promise<number | null> {
  const [row] = await tx.prepared<{ id: number }>('select y.person_id as id from worklist.seen($1, $2) y where y.subject_id = $3', [
    units,
    mayReadProtected,
    subjectId,
  ])
  return row?.id ?? null
}

const merges = `register.same_person s left join register.merged_now m on m.absorbed_id = s.kept_id
  join worklist.seen($1, $2) y on y.person_id = coalesce(m.root_id, s.kept_id) left join access.staff t on t.id::text = s.merged_by
  where s.known_until = 'infinity'`
const merge = `s.id, y.subject_id as "keptSubjectId", y.given_name || ' ' || y.family_name as "keptName", s.ground,
  coalesce(t.name, s.merged_by) as by, s.known_from::date as "mergedOn"`

/** Merges in force whose person the reader may see, newest first. */
export const listMerges = (tx: Tx, { units, mayReadProtected }: Scope, { limit, offset }: Part): Promise<Merge[]> =>
  tx.prepared<Merge>(`select ${merge} from ${merges} order by s.id desc limit $3 offset $4`, [units, mayReadProtected, limit, offset])

export const countMerges = async (tx: Tx, { units, mayReadProtected }: Scope): Promise<number> =>
  (await tx.prepared<{ n: number }>(`select count(*)::int as n from ${merges}`, [units, mayReadProtected]))[0]?.n ?? 0

/** A merge in force with its snapshot and the record that was absorbed. */
export type StoredMerge = MergeSnapshot & { readonly absorbedId: number }
export async function findMerge(tx: Tx, { units, mayReadProtected }: Scope, id: number): Promise<StoredMerge | null> {
  const [row] = await tx.prepared<StoredMerge>(`select ${merge}, s.absorbed_id as "absorbedId", s.snapshot from ${merges} and s.id = $3`, [
    units,
    mayReadProtected,
    id,
  ])
  return row ?? null
}

const notSame = `register.not_same n join worklist.seen($1, $2) a on a.person_id = n.first_id join worklist.seen($1, $2) b on b.person_id = n.second_id
  left join access.staff t on t.id::text = n.said_by where n.known_until = 'infinity'`

/** Pairs that are two persons, both of whom the reader may see, newest first. */
export const listNotSame = (tx: Tx, { units, mayReadProtected }: Scope, limit: number): Promise<NotSame[]> =>
  tx.prepared<NotSame>(
    `select n.id, array[a.given_name || ' ' || a.family_name, b.given_name || ' ' || b.family_name] as names, n.ground,
       coalesce(t.name, n.said_by) as by, n.known_from::date as "saidOn"
     from ${notSame} order by n.id desc limit $3`,
    [units, mayReadProtected, limit],
  )

/** Whether the reader may see the pair. */
export const isSeenPair = async (tx: Tx, { units, mayReadProtected }: Scope, id: number): Promise<boolean> =>
  (await tx.prepared(`select from ${notSame} and n.id = $3`, [units, mayReadProtected, id])).length > 0
