/** A team with youths, signed in: two units, counsellors, those who lead, and one with the right to protected identities. */
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import type { Role } from '../../kernel/actor.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { aUnit, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'

export type Person = Visitor & { readonly id: string }
type Names = 'leila' | 'per' | 'erik' | 'karin' | 'amina' | 'sara'
type Families = 'near' | 'far' | 'secret' | 'pers'

export type TeamSite = {
  readonly site: TestSite
  readonly people: Readonly<Record<Names, Person>>
  readonly youths: Readonly<Record<Families, MadeYouth>>
  readonly person: (name: string, roles: readonly Role[], unit?: string) => Promise<Person>
  /** Sends the form of a new absence: from and back in so many days. */
  readonly set: (who: Person, staff: Person, substitute: Person | null, from: number, until: number) => ReturnType<Visitor['send']>
  readonly lastAbsence: () => Promise<{ readonly id: string; readonly version: number }>
  /** Takes all absences away, as nobody but the owner of the database can. */
  readonly forget: () => Promise<unknown>
}

/** A day so many days from today. */
export const inDays = (days: number): string => dateOf(plusDays(dayOf(todayInSweden()), days))

/** Whose names of the team's youths the page links. */
export const families = (html: string): string[] =>
  ['Nära', 'Fjärran', 'Hemligsson', 'Persson'].filter((family) => html.includes(`Prov ${family}</a>`))

/** Assignments as they would be had they been made long ago. */
const backdate = (site: TestSite) =>
  site.place.sql(`with old as (delete from worklist.assignment returning *)
    insert into worklist.assignment (person_id, unit_id, staff_id, how, assigned_by, known_from)
    select person_id, unit_id, staff_id, how, assigned_by, now() - interval '40 days' from old`)

async function aPerson(site: TestSite, name: string, roles: readonly Role[], unit?: string): Promise<Person> {
  const visitor = await site.signedIn(roles, { name, ...(unit === undefined ? {} : { unit }) })
  const [row] = await site.place.sql<{ id: string }>('select id from access.staff where name = $1', [name])
  return { ...visitor, id: row?.id ?? '' }
}

async function theirYouths(site: TestSite, { leila, per }: TeamSite['people'], units: readonly [north: number, south: number]) {
  const of = (staff: Person, family: string, unit: number, more = {}) =>
    aYouth(site.place, { family, unit, staff: staff.id, fromOn: inDays(-40), ...more })
  const youths = {
    near: await of(leila, 'Nära', units[0]),
    far: await of(leila, 'Fjärran', units[1]),
    secret: await of(leila, 'Hemligsson', units[0], { protected: 'marked' }),
    pers: await of(per, 'Persson', units[0]),
  }
  await backdate(site)
  return youths
}

/** Leila has one youth in her unit, one in another and a protected one; Per, of the same unit, has one. The caller closes the site. */
export async function aTeam(): Promise<TeamSite> {
  const site = await aSite()
  const [north, south] = [await aUnit(site.place, 'Norr'), await aUnit(site.place, 'Söder')]
  const people = {
    leila: await aPerson(site, 'Leila Holm', ['counsellor'], 'Norr'),
    per: await aPerson(site, 'Per Sand', ['counsellor'], 'Norr'),
    erik: await aPerson(site, 'Erik Ny', ['counsellor'], 'Söder'),
    karin: await aPerson(site, 'Karin Ahl', ['unitManager'], 'Norr'),
    amina: await aPerson(site, 'Amina Lind', ['coordinator']),
    sara: await aPerson(site, 'Sara Vik', ['coordinator', 'protectedHandler']),
  }
  return {
    site,
    people,
    youths: await theirYouths(site, people, [north.unit, south.unit]),
    person: (name, roles, unit) => aPerson(site, name, roles, unit),
    set: (who, staff, substitute, from, until) =>
      who.send('/arbetslag/franvaro/ny', { staff: staff.id, substitute: substitute?.id ?? '', from: inDays(from), until: inDays(until) }),
    lastAbsence: async () => {
      const [row] = await site.place.sql<{ id: string; version: number }>(
        'select absence_id as id, version from cover.absence order by id desc limit 1',
      )
      return row ?? { id: '', version: 0 }
    },
    forget: () => site.place.sql('with gone as (delete from cover.absence) update worklist.edition set n = n + 1 where slot = 1'),
  }
}
