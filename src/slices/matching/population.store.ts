/**
 * Staged population records against known facts (FEEDS.md 1). Each record replaces what is known of the person from its dates
 * on, and what it does not mention stays; several records of one person act in the order they were delivered.
 * Expects `resolved` (numbers -> persons) and `life_root` (merged persons).
 */
import { compareFacts, quoted, type Applied, type FactTable, type Moment } from '../../platform/db/compare.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { applyAndMark } from '../register/index.ts'

const registration: FactTable = { table: 'register.registration', key: ['person_id', 'on_date'], values: ['municipality'] }
const deregistration: FactTable = { table: 'register.deregistration', key: ['person_id', 'on_date'], values: ['cause'] }
const immigration: FactTable = { table: 'register.immigration', key: ['person_id', 'on_date'], values: [] }
const death: FactTable = { table: 'register.death', key: ['person_id'], values: ['on_date'] }
const protection: FactTable = {
  table: 'register.protection',
  key: ['person_id', 'source'],
  values: ['secrecy_marked', 'protected_registration', 'since_on'],
}
const particulars: FactTable = {
  table: 'register.particulars',
  key: ['person_id'],
  values: ['given_name', 'family_name', 'care_of', 'street', 'postal_code', 'locality', 'special_address'],
}

/** `post`: the records with their persons. Facts of a merged person are written on the kept record. */
export async function preparePosts(tx: Tx): Promise<void> {
  await tx.script(`
    drop table if exists post;
    create temp table post on commit drop as
    select s.*, coalesce(l.root_id, r.person_id) as person_id
    from staged_post s join resolved r using (number) left join life_root l on l.absorbed_id = r.person_id;
    analyze post (person_id)`)
}

const postPersons = 'select person_id from post'
/** Persons whose registrations may change; see `findMoving`. */
const moving = 'select person_id from moving'

/** The persons whose home is the municipality on the day, but who are not in the complete population delivered. */
export async function findAbsent(tx: Tx, municipality: string, on: string): Promise<number> {
  await tx.query(
    `insert into absent
     select r.person_id, greatest(r.on_date, $2::date) from (
       select distinct on (person_id) person_id, on_date, municipality from register.registration
       where known_until = 'infinity' and on_date <= $2 order by person_id, on_date desc) r
     where r.municipality = $1
       and not exists (select from post p where p.person_id = r.person_id)
       and not exists (select from life_root l where l.absorbed_id = r.person_id)
       and not exists (select from register.death d where d.person_id = r.person_id and d.known_until = 'infinity')
       and not exists (select from register.deregistration d
         where d.person_id = r.person_id and d.known_until = 'infinity' and d.on_date >= r.on_date and d.on_date <= $2)`,
    [municipality, on],
  )
  return (await tx.query<{ n: number }>('select count(*)::int as n from absent'))[0]?.n ?? 0
}

/**
 * Everybody delivered but those whose one record says what is known last: it replaces what is known from its date on, and that
 * is itself. Most nights this leaves a handful.
 */
const findMoving = `
  create temp table moving on commit drop as
  select p.person_id from (
    select person_id, count(*) as records, max(registered_on) as on_date, max(municipality) as municipality
    from post where registered_on is not null group by person_id) p
  left join (
    select distinct on (person_id) person_id, on_date, municipality from register.registration
    where known_until = 'infinity' order by person_id, on_date desc) k using (person_id)
  where p.records > 1 or (p.on_date, p.municipality) is distinct from (k.on_date, k.municipality)
  union select person_id from absent`

/**
 * The wanted registrations. A person's first record says with its history when the residence began; later ones add what comes
 * from their date on (DOMAIN.md 3.3). A record of a replaced number (GN, GS) says nothing new about somebody already known.
 */
const wantedRegistrations = `
  create temp table wanted on commit drop as
  with known as (
    select f.person_id, f.on_date, f.municipality from register.registration f
    where f.known_until = 'infinity' and f.person_id in (${moving})
  ), delivered as (
    select p.seq, p.person_id, p.registered_on, p.municipality, p.history from post p
    where p.registered_on is not null and p.person_id in (${moving})
      and (p.replaced_by is null or not exists (select from known k where k.person_id = p.person_id))
  ), first_seq as (
    select d.person_id, min(d.seq) as seq from delivered d
    where not exists (select from known k where k.person_id = d.person_id) group by d.person_id
  ), event as (
    select person_id, 0 as seq, on_date, municipality, 0::bigint as rank from known
    union all select person_id, seq, registered_on, municipality, 2147483647 from delivered
    union all
    select d.person_id, d.seq, split_part(h.past, ':', 1)::date, split_part(h.past, ':', 2), h.place
    from delivered d join first_seq f using (person_id, seq) cross join unnest(d.history) with ordinality h (past, place)
    union all select person_id, 2147483647, on_date, null, 0 from absent
  ), starts as (
    select person_id, seq, min(on_date) as starts_on from event where seq > 0 group by person_id, seq
  )
  select distinct on (e.person_id, e.on_date) e.person_id, e.on_date, e.municipality from event e
  where not exists (select from starts s where s.person_id = e.person_id and s.seq > e.seq and s.starts_on <= e.on_date)
  order by e.person_id, e.on_date, e.seq desc, e.rank desc`

/** The wanted rows of a dated fact that a record replaces from its date on, without history. */
const wantedFrom = (table: string, delivered: string, columns: string): string => `
  create temp table wanted on commit drop as
  with event as (
    select f.person_id, 0 as seq, f.on_date${columns} from ${table} f
    where f.known_until = 'infinity' and f.person_id in (${postPersons})
    union all ${delivered}
  )
  select distinct on (e.person_id, e.on_date) e.* from event e
  where not exists (select from event s where s.seq > 0 and s.person_id = e.person_id and s.seq > e.seq and s.on_date <= e.on_date)
  order by e.person_id, e.on_date, e.seq desc`

const wantedDeaths = `
  create temp table wanted on commit drop as
  select distinct on (person_id) person_id, died_on as on_date from post where died_on is not null order by person_id, seq desc`

/** Secrecy absent means N; protected registration absent means that what was known stays. Only what differs from open is stored. */
const wantedProtection = `
  create temp table wanted on commit drop as
  select * from (
    select distinct on (p.person_id) p.person_id, $1::text as source, p.secrecy_marked,
      coalesce(p.protected_registration, k.protected_registration, false) as protected_registration,
      case when coalesce(p.protected_registration, k.protected_registration, false) = k.protected_registration
        and p.secrecy_marked = k.secrecy_marked then k.since_on
        when k.protected_registration and coalesce(p.protected_registration, true) then k.since_on else $2::date end as since_on, k.id
    from post p
    left join register.protection k on k.person_id = p.person_id and k.source = $1 and k.known_until = 'infinity'
    order by p.person_id, p.seq desc) w
  where w.id is not null or w.secrecy_marked or w.protected_registration`

const wantedParticulars = `
  create temp table wanted on commit drop as
  select p.person_id,
    coalesce(n.given_name, k.given_name, '') as given_name, coalesce(n.family_name, k.family_name, '') as family_name,
    coalesce(a.care_of, k.care_of, '') as care_of, coalesce(a.street, k.street, '') as street,
    coalesce(a.postal_code, k.postal_code, '') as postal_code, coalesce(a.locality, k.locality, '') as locality,
    coalesce(a.special_address, k.special_address, '') as special_address
  from (select distinct person_id from post) p
  left join (select distinct on (person_id) person_id, given_name, family_name from post
    where given_name is not null order by person_id, seq desc) n using (person_id)
  left join (select distinct on (person_id) person_id, care_of, street, postal_code, locality, special_address from post
    where street is not null order by person_id, seq desc) a using (person_id)
  left join register.particulars k on k.person_id = p.person_id and k.known_until = 'infinity'
  where (n.person_id is not null or a.person_id is not null)
    and (k.id is null or (coalesce(n.given_name, k.given_name), coalesce(n.family_name, k.family_name)) is distinct from (k.given_name, k.family_name)
      or (a.person_id is not null and (a.care_of, a.street, a.postal_code, a.locality, a.special_address)
        is distinct from (k.care_of, k.street, k.postal_code, k.locality, k.special_address)))`

const inPosts = `f.person_id in (${postPersons})`

/** What the delivery mentions at all: a kind of fact that no record mentions cannot have changed. */
type Mentioned = {
  registered: boolean
  deregistered: boolean
  immigrated: boolean
  died: boolean
  protection: boolean
  particulars: boolean
}

async function mentionedIn(tx: Tx, source: string): Promise<Mentioned> {
  const [row] = await tx.query<Mentioned>(
    `select count(registered_on) > 0 or exists (select from absent) as registered, count(deregistered_on) > 0 as deregistered,
       count(immigrated_on) > 0 as immigrated, count(died_on) > 0 as died, count(given_name) + count(street) > 0 as particulars,
       coalesce(bool_or(secrecy_marked or protected_registration is not null), false)
         or exists (select from register.protection where source = $1 and known_until = 'infinity') as protection
     from post`,
    [source],
  )
  return row ?? { registered: false, deregistered: false, immigrated: false, died: false, protection: false, particulars: false }
}

type Step = { mentioned: keyof Mentioned; facts: FactTable; wanted: string; values?: readonly unknown[]; known: string; mayEnd: string }

async function compareAndApply(tx: Tx, step: Step, moment: Moment): Promise<Applied> {
  await tx.script('drop table if exists wanted')
  await tx.query(step.wanted, step.values ?? [])
  await tx.script('analyze wanted (person_id)')
  const applied = await compareFacts(tx, step.facts, 'wanted', step)
  await applyAndMark(tx, step.facts, moment, applied)
  return applied
}

const dated = (mentioned: keyof Mentioned, facts: FactTable, column: string, extra: string): Step => ({
  mentioned,
  facts,
  wanted: wantedFrom(
    facts.table,
    `select person_id, seq, ${column}${extra} from post where ${column} is not null`,
    facts.values.map((value) => `, f.${value}`).join(''),
  ),
  known: inPosts,
  mayEnd: 'true',
})

const stepsOf = (moment: Moment, on: string): Step[] => [
  {
    mentioned: 'registered',
    facts: registration,
    wanted: wantedRegistrations,
    known: `f.person_id in (${moving})`,
    mayEnd: 'true',
  },
  dated('deregistered', deregistration, 'deregistered_on', ', cause'),
  dated('immigrated', immigration, 'immigrated_on', ''),
  { mentioned: 'died', facts: death, wanted: wantedDeaths, known: inPosts, mayEnd: 'false' },
  {
    mentioned: 'protection',
    facts: protection,
    wanted: wantedProtection,
    values: [moment.source, on],
    known: `f.source = ${quoted(moment.source)} and ${inPosts}`,
    mayEnd: 'false',
  },
  {
    mentioned: 'particulars',
    facts: particulars,
    wanted: wantedParticulars,
    known: 'f.person_id in (select person_id from wanted)',
    mayEnd: 'false',
  },
]

/** Compares and applies every kind of fact. `absent` may be empty. Returns what changed, all kinds together. */
export async function applyPopulation(tx: Tx, moment: Moment, on: string): Promise<Applied> {
  await tx.script(findMoving)
  const mentioned = await mentionedIn(tx, moment.source)
  const total = { new: 0, changed: 0, ended: 0, unchanged: 0 }
  for (const step of stepsOf(moment, on).filter((one) => mentioned[one.mentioned])) {
    const one = await compareAndApply(tx, step, moment)
    total.new += one.new
    total.changed += one.changed
    total.ended += one.ended
    total.unchanged += one.unchanged
  }
  return total
}
