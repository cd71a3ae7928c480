/** What the database itself refuses: the log and the facts only grow, and every invariant has its twin (house rule 9). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { aDiplomasFile, anEnrolmentsFile, aPlace, aPopulation, aPost, type TestPlace } from '../support/places.ts'

const anna = '200803142389'
let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
  await place.feed('population', aPopulation(aPost({ number: anna })))
  await place.feed('enrolments', anEnrolmentsFile(`${anna};GY;SA;10000000;2024-08-19;2026-03-31;ja`))
  await place.feed('diplomas', aDiplomasFile(`${anna};studiebevis;2026-04-01`))
})
afterAll(() => place.installation.close())

const asProgram = (statement: string): Promise<unknown> => inTransaction(place.pool, (tx) => tx.query(statement))
const asOwner = (statement: string): Promise<unknown> => place.sql(statement)

describe('the program’s own role', () => {
  const factTables = [
    'identity',
    'registration',
    'deregistration',
    'death',
    'immigration',
    'protection',
    'particulars',
    'enrolment',
    'credential',
    'decision',
    'same_person',
  ]
  it.each([
    `update audit.line set actor = 'någon annan'`,
    'delete from audit.line',
    'truncate audit.line',
    'truncate register.person',
    'delete from register.person',
    'drop table audit.line',
    ...factTables.flatMap((table) => [
      `delete from register.${table}`,
      `truncate register.${table}`,
      `update register.${table} set known_from = now()`,
    ]),
  ])('may not: %s', async (statement) => {
    await expect(asProgram(statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('may close a fact, but only once', async () => {
    await asProgram(`update register.credential set known_until = now() where known_until = 'infinity'`)
    await expect(asProgram(`update register.credential set known_until = now() + interval '1 day'`)).rejects.toThrow(
      'a closed fact is never changed',
    )
  })
})

describe('the database refuses', () => {
  const person = `(select person_id from register.identity limit 1)`
  const known = `'prov', now()`
  it.each([
    [
      'a fact without a person',
      `insert into register.death (person_id, on_date, source, known_from) values (999999, '2026-01-01', ${known})`,
    ],
    [
      'one_enrolment_per_start',
      `insert into register.enrolment (person_id, source, school_unit, school_type, start_on, cancelled, education_code, authority, known_from)
      select person_id, source, school_unit, school_type, start_on, cancelled, education_code, authority, now() from register.enrolment`,
    ],
    [
      'an_end_before_the_start_is_a_withdrawal',
      `insert into register.enrolment (person_id, school_unit, school_type, start_on, end_on, cancelled, education_code, authority, source, known_from)
      values (${person}, '1', 'GY', '2026-02-01', '2026-01-01', false, '', '', ${known})`,
    ],
    [
      'one_person_per_number',
      `insert into register.identity (person_id, number, kind, source, known_from) values (${person}, '${anna}', 'personnummer', ${known})`,
    ],
    [
      'number_is_an_identity',
      `insert into register.identity (person_id, number, kind, source, known_from) values (${person}, '123', 'personnummer', ${known})`,
    ],
    [
      'municipality_is_a_code',
      `insert into register.registration (person_id, on_date, municipality, source, known_from) values (${person}, '2020-01-01', '18', ${known})`,
    ],
    [
      'cause_is_known',
      `insert into register.deregistration (person_id, on_date, cause, source, known_from) values (${person}, '2020-01-01', 'XX', ${known})`,
    ],
    [
      'a_decision_has_a_ground',
      `insert into register.decision (person_id, covers, from_on, ground, decided_by, source, known_from) values (${person}, true, '2026-01-01', '', 'Ada', ${known})`,
    ],
    [
      'a_decision_lasts',
      `insert into register.decision (person_id, covers, from_on, until_on, ground, decided_by, source, known_from) values (${person}, true, '2026-01-02', '2026-01-02', 'x', 'Ada', ${known})`,
    ],
    [
      'an_earlier_end_has_a_day',
      `insert into register.schooling_end (person_id, ground, decided_by, source, known_from) values (${person}, '7:14', 'Ada', ${known})`,
    ],
    [
      'nobody_is_merged_with_themselves',
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values (${person}, ${person}, 'x', 'Ada', '{}', now())`,
    ],
    ['periods_never_overlap', `insert into register.period values (${person}, '2019-01-01', null, 'unknown', null)`],
    ['ended_says_why', `insert into register.period values (${person}, '2010-01-01', '2010-02-01', 'unknown', null)`],
    [
      'one_value_at_a_time',
      `insert into settings.value (key, value, known_from, set_by) values ('x', '1', now(), 'a'), ('x', '2', now(), 'a')`,
    ],
    ['action_is_slice_dot_verb', `insert into audit.line (actor, action) values ('a', 'något')`],
    [
      'death_is_known_for_a_while',
      `insert into register.death (person_id, on_date, source, known_from, known_until) values (${person}, '2026-01-01', 'prov', now(), now())`,
    ],
  ])('%s', async (name, statement) => {
    await expect(asOwner(statement)).rejects.toThrow(name)
  })
})

describe('every change', () => {
  it('leaves an audit line in its own transaction, without a name, a number or an address', async () => {
    const lines = await place.sql<{ action: string; detail: object }>('select action, detail from audit.line order by id')
    expect(lines.map(({ action }) => action)).toContain('matching.run')
    expect(JSON.stringify(lines)).not.toMatch(/\d{12}|Prov/)
  })
})
