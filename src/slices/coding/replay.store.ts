/** The codings that a replay looks at, within the reader's scope: what they wrote, and whether anybody has acted since. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { OccupationSource } from '../outreach/index.ts'
import type { Written } from './coding.store.ts'
import type { PastCoding } from './replay.types.ts'

/** A coding with whose it is, and what is needed to write it anew. */
export type ReplayRow = Omit<PastCoding, 'written'> &
  Written & {
    readonly subjectId: string
    readonly givenName: string
    readonly familyName: string
    readonly revision: number
    readonly saidOn: PlainDate
    readonly source: OccupationSource
    readonly sinceOn: PlainDate | null
    readonly untilOn: PlainDate | null
    readonly contactId: number | null
    /** Who wrote it down first: it stays theirs. */
    readonly byId: string
    readonly byName: string
    readonly isProtected: boolean
    /** The measure as its slice names it. */
    readonly measureKey: string | null
  }

const isRetracted = (row: string): string =>
  `exists (select from outreach.occupation_retraction r where r.occupation_id = coalesce(${row}.restates_id, ${row}.id))`

/** Statements by hand of the same human being, of a later day or written after the coding the same day. */
const saidSince = `exists (select from outreach.occupation h
  where h.person_id in (select y.person_id union select m.absorbed_id from register.merged_now m where m.root_id = y.person_id)
    and h.restates_id is null and not ${isRetracted('h')} and not exists (select from coding.coded k where k.occupation_id = h.id)
    and (h.stated_on > c.said_on or (h.stated_on = c.said_on and h.known_from > f.coded_at)))`

const rowsQuery = `
  select c.coded_id as "codedId", y.person_id as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName",
    c.revision, c.event, c.said_on as "saidOn", c.source, c.since_on as "sinceOn", c.until_on as "untilOn", c.occupation, c.occupation_id as "occupationId",
    c.item, c.responsible, c.measure_id as "measureId", c.measure_version as "measureVersion", m.measure_id as "measureKey", c.contact_id as "contactId",
    f.staff_id as "byId", f.by_name as "byName", register.is_protected(y.person_id) as "isProtected",
    coalesce(t.struck_at is not null, false) or coalesce(${isRetracted('o')}, false) as "isTakenBack", ${saidSince} as "isSaidSince",
    coalesce(m.version <> c.measure_version or m.struck_at is not null, false) as "isMeasureTouched"
  from coding.standing c join coding.coded f on f.coded_id = c.coded_id and f.revision = 1
  join worklist.seen($1, $2) y on y.person_id = register.root_now(c.person_id)
  left join outreach.contact t on t.id = c.contact_id left join outreach.occupation o on o.id = c.occupation_id
  left join measures.measure m on m.id = c.measure_id
  where $3::bigint[] is null or y.person_id = any ($3)
  order by y.person_id, c.said_on, f.id`

/** All that stand and the reader may see, youth by youth, the earliest event of each first; of some youths only when their ids are given. */
export const listPast = (tx: Tx, { units, mayReadProtected }: Scope, personIds: readonly number[] | null): Promise<ReplayRow[]> =>
  tx.query<ReplayRow>(rowsQuery, [units, mayReadProtected, personIds])
