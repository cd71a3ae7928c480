/**
 * Staged enrolments and credentials against known facts of the same source (FEEDS.md 2-4). A full read may end what it no longer
 * holds; somebody with a row that could not be used keeps all they had, and a pupil nobody has matched is never guessed.
 */
import { compareFacts, quoted, type Applied, type FactTable, type Moment } from '../../platform/db/compare.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { applyAndMark, markPersons } from '../register/index.ts'

export const enrolment: FactTable = {
  table: 'register.enrolment',
  key: ['person_id', 'source', 'school_unit', 'school_type', 'start_on'],
  values: ['end_on', 'cancelled', 'education_code', 'authority'],
}
export const credential: FactTable = {
  table: 'register.credential',
  key: ['person_id', 'source', 'type', 'on_date'],
  values: ['education_code', 'school_unit'],
}

/** The staged table of each kind of study fact. */
export const stagedOf = (facts: FactTable): 'staged_enrolment' | 'staged_credential' =>
  facts === enrolment ? 'staged_enrolment' : 'staged_credential'

/** Remembers which person a pupil id belongs to when the source itself gave a number that stands on its own. */
export async function rememberPupils(tx: Tx, moment: Moment): Promise<void> {
  await tx.query(
    `create temp table pupil_now on commit drop as
     select distinct on (s.pupil_id) s.pupil_id, r.person_id from staged_pupil s join resolved r using (number) order by s.pupil_id, s.seq desc`,
  )
  await tx.query(
    `update feeds.pupil p set known_until = $2 from pupil_now n
     where p.source = $1 and p.pupil_id = n.pupil_id and p.person_id <> n.person_id and p.known_until = 'infinity'`,
    [moment.source, moment.knownAt],
  )
  await tx.query(
    `insert into feeds.pupil (source, pupil_id, person_id, linked_by, known_from)
     select $1, n.pupil_id, n.person_id, 'civicNo', $2 from pupil_now n
     where not exists (select from feeds.pupil p where p.source = $1 and p.pupil_id = n.pupil_id and p.known_until = 'infinity')`,
    [moment.source, moment.knownAt],
  )
}

/** `subject(subject, person_id)`: who each delivered row is about. Grade documents name pupils of any school source. */
export async function resolveSubjects(tx: Tx, table: string, source: string, anySource: boolean): Promise<void> {
  await tx.query(
    `create temp table subject on commit drop as
     select s.subject, coalesce(r.person_id, p.person_id) as person_id
     from (select subject, max(number) as number, max(pupil_id) as pupil_id
       from (select subject, number, pupil_id from ${table} union all select subject, number, pupil_id from staged_mention
         union all select subject, number, pupil_id from staged_pupil) a group by subject) s
     left join resolved r on r.number = s.number
     left join (select distinct on (pupil_id) pupil_id, person_id from feeds.pupil
       where known_until = 'infinity' and (source = $1 or $2) order by pupil_id, (source = $1) desc) p
       on s.number is null and p.pupil_id = s.pupil_id`,
    [source, anySource],
  )
  await tx.script('analyze subject')
}

/** Pupils that no person has matched go to the inbox, once each. */
export async function reportUnmatched(tx: Tx, table: string): Promise<void> {
  await tx.script(`
    insert into staged_problem (kind, field, reason, row_reference, content_key, number, pupil_id)
    select case when s.pupil_id ~ '^[0-9]{6,8}[A-Z]' then 'interim-number' else 'unmatched-pupil' end, 'personnummer',
      case when s.pupil_id ~ '^[0-9]{6,8}[A-Z]' then 'Tillfälligt nummer: eleven måste kopplas till en person.'
        else 'Eleven saknar nummer som går att lita på och måste kopplas till en person.' end,
      min(s.row_reference), 'pupil ' || md5(s.pupil_id), null, s.pupil_id
    from ${table} s join subject u using (subject)
    where u.person_id is null and s.number is null group by s.pupil_id`)
}

/** Where two rows are about the same thing the later one wins. */
const wantedOf = (facts: FactTable, table: string): string => {
  const own = facts.key.filter((column) => column !== 'person_id' && column !== 'source')
  return `
  create temp table wanted on commit drop as
  select distinct on (u.person_id, ${own.map((c) => `s.${c}`).join(', ')})
    u.person_id, $1::text as source, ${[...own, ...facts.values].map((c) => `s.${c}`).join(', ')}
  from ${table} s join subject u using (subject)
  where u.person_id is not null
  order by u.person_id, ${own.map((c) => `s.${c}`).join(', ')}, s.seq desc`
}

/** A row about the same school unit (or type of document) was delivered but could not be used. */
const mentioned = (within: string): string => `exists (select from staged_mention m join subject u using (subject)
  where u.person_id = c.person_id and (m.within is null or m.within = c.${within}))`
const listed = `select u.person_id from staged_pupil p join subject u using (subject) where p.lists_enrolments`

/**
 * When a fact that is not delivered may end: in a full read, and in changes from a school system whose record of a person
 * lists all of the person's enrolments.
 */
export type Ending = 'all' | 'listed-persons' | 'none'

function mayEnd(ending: Ending, within: string): string {
  switch (ending) {
    case 'all':
      return `not ${mentioned(within)}`
    case 'listed-persons':
      return `c.person_id in (${listed}) and not ${mentioned(within)}`
    case 'none':
      return 'false'
  }
}

/** Compares and applies. `subject` is resolved. */
export async function applyStudies(tx: Tx, facts: FactTable, ending: Ending, moment: Moment): Promise<Applied> {
  await tx.script('drop table if exists wanted')
  await tx.query(wantedOf(facts, stagedOf(facts)), [moment.source])
  await tx.script('analyze wanted (person_id)')
  const source = `f.source = ${quoted(moment.source)}`
  const known = ending === 'all' ? source : `${source} and f.person_id in (select person_id from subject)`
  const applied = await compareFacts(tx, facts, 'wanted', { known, mayEnd: mayEnd(ending, facts === enrolment ? 'school_unit' : 'type') })
  await applyAndMark(tx, facts, moment, applied)
  return applied
}

/** Ends everything a school system has said of pupils it has deleted. */
export async function endDeletedPupils(tx: Tx, pupilIds: readonly string[], moment: Moment): Promise<number> {
  if (pupilIds.length === 0) return 0
  const rows = await tx.query<{ person_id: number }>(
    `update register.enrolment e set known_until = $3 from feeds.pupil p
     where p.source = $1 and p.pupil_id = any($2) and p.known_until = 'infinity'
       and e.person_id = p.person_id and e.source = $1 and e.known_until = 'infinity' and e.known_from < $3 returning e.person_id`,
    [moment.source, pupilIds.map((id) => id.toLowerCase()), moment.knownAt],
  )
  await markPersons(
    tx,
    rows.map((row) => row.person_id),
  )
  return rows.length
}

const schoolProtection: FactTable = {
  table: 'register.protection',
  key: ['person_id', 'source'],
  values: ['secrecy_marked', 'protected_registration', 'since_on'],
}

/** What the school system says of protection counts too: the strongest of all sources holds (fail closed). */
export async function applyPupilFacts(tx: Tx, moment: Moment, on: string): Promise<void> {
  await tx.script('drop table if exists wanted')
  await tx.query(
    `create temp table wanted on commit drop as
     select distinct on (u.person_id) u.person_id, $1::text as source, p.secrecy_marked, p.protected_registration,
       case when k.secrecy_marked = p.secrecy_marked and k.protected_registration = p.protected_registration then k.since_on else $2::date end as since_on
     from staged_pupil p join subject u using (subject)
     left join register.protection k on k.person_id = u.person_id and k.source = $1 and k.known_until = 'infinity'
     where u.person_id is not null and (p.secrecy_marked or k.id is not null)
     order by u.person_id, p.seq desc`,
    [moment.source, on],
  )
  const marked = await compareFacts(tx, schoolProtection, 'wanted', { known: `f.source = ${quoted(moment.source)}`, mayEnd: 'false' })
  await applyAndMark(tx, schoolProtection, moment, marked)
  await tx.script('drop table wanted')
  await tx.query(
    `create temp table wanted on commit drop as
     select distinct on (u.person_id) u.person_id, $1::text as source, p.stated_born_on as born_on
     from staged_pupil p join subject u using (subject)
     where u.person_id is not null and p.stated_born_on is not null
       and not exists (select from register.identity i where i.person_id = u.person_id and i.known_until = 'infinity' and i.born_on is not null)
     order by u.person_id, p.seq desc`,
    [moment.source],
  )
  const birth: FactTable = { table: 'register.birth', key: ['person_id', 'source'], values: ['born_on'] }
  const born = await compareFacts(tx, birth, 'wanted', { known: `f.source = ${quoted(moment.source)}`, mayEnd: 'false' })
  await applyAndMark(tx, birth, moment, born)
}
