/** What the database says of questionnaires, codes and answers, whoever asks: nobody can see whose an answer is, or write one without a code. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dayOf } from '../../platform/plain-date.ts'
import { answerQuestionnaire, openQuestionnaire } from './answer.actions.ts'
import { forgetExpiredCodes, handOut } from './hand.actions.ts'
import { codeLastsUntil } from './hand.rules.ts'
import { afterMeeting } from './shipped-meeting.ts'

let place: TestPlace
let staffId: string
let unitId: number

beforeAll(async () => {
  place = await aPlace()
  const [unit] = await place.sql<{ id: number }>(`insert into organisation.unit (name) values ('Enhet Nord') returning id`)
  const [staff] = await place.sql<{ id: string }>(
    `insert into access.staff (issuer, subject, name, roles) values ('prov', 'prov', 'Prov', '{coordinator}') returning id`,
  )
  unitId = unit?.id ?? 0
  staffId = staff?.id ?? ''
})
afterAll(() => place.installation.close())

const handing = () => ({ staffId, scope: { units: null, mayReadProtected: false }, today: todayInSweden() })

async function codes(count = 1, key = 'afterMeeting'): Promise<readonly string[]> {
  const handed = await handOut(place.pool, handing(), { key, unitId, count })
  if (!handed.granted) throw new Error(handed.reason)
  return handed.value.codes
}

const code = async (): Promise<string> => (await codes())[0] ?? ''
const tallies = () =>
  place.sql<{ question: string; option: number; n: number }>(
    'select question, option, sum(n)::int as n from survey.tally group by 1, 2 order by 1, 2',
  )
const asApp = (text: string, values: unknown[] = []) => inTransaction(place.pool, (tx) => tx.query(text, values))

describe('an answer', () => {
  it('is counted once for its code, and leaves nothing else behind', async () => {
    const given = await code()
    expect(await openQuestionnaire(place.pool, given)).toEqual(afterMeeting)
    const lines = await place.sql('select id from audit.line')
    expect(await answerQuestionnaire(place.pool, given, { meeting: 4, helped: 0 })).toMatchObject({ granted: true })
    expect(await tallies()).toEqual([
      { question: 'helped', option: 0, n: 1 },
      { question: 'meeting', option: 4, n: 1 },
    ])
    expect(await answerQuestionnaire(place.pool, given, { meeting: 0 })).toMatchObject({ reason: 'no-such-code' })
    expect(await openQuestionnaire(place.pool, given)).toBeNull()
    expect(await place.sql('select from survey.code')).toHaveLength(0)
    expect(await place.sql('select id from audit.line')).toEqual(lines)
  })

  it('given twelve times at once with one code is one answer', async () => {
    const given = await code()
    const before = (await tallies()).find(({ question, option }) => question === 'helped' && option === 1)?.n ?? 0
    const all = await Promise.all(Array.from({ length: 12 }, () => answerQuestionnaire(place.pool, given, { helped: 1, meeting: 2 })))
    expect(all.filter(({ granted }) => granted)).toHaveLength(1)
    expect((await tallies()).find(({ question, option }) => question === 'helped' && option === 1)?.n).toBe(before + 1)
  })

  it('given by twenty with codes of their own at once is twenty answers', async () => {
    const [before, given] = [(await tallies()).reduce((sum, { n }) => sum + n, 0), await codes(20)]
    const all = await Promise.all(given.map((one, nth) => answerQuestionnaire(place.pool, one, { meeting: nth % 5, helped: nth % 2 })))
    expect(all.every(({ granted }) => granted)).toBe(true)
    expect((await tallies()).reduce((sum, { n }) => sum + n, 0)).toBe(before + 40)
  })

  it('outside the options leaves the code and the counts as they were', async () => {
    const [given, before] = [await code(), await tallies()]
    for (const said of [{ meeting: 5 }, { other: 0 }, { meeting: -1 }, { meeting: 1.5 }, {}]) {
      await expect(answerQuestionnaire(place.pool, given, said)).rejects.toThrow(/an answer (is one of|says which)/)
    }
    expect(await tallies()).toEqual(before)
    expect(await openQuestionnaire(place.pool, given)).not.toBeNull()
  })
})

describe('handing out', () => {
  it('is a line in the log that says how many and of what, and nothing of to whom', async () => {
    await codes(3)
    const [line] = await place.sql<{ detail: object; subject_id: null }>(
      `select detail, subject_id from audit.line where action = 'survey.hand' order by id desc limit 1`,
    )
    expect(line).toEqual({ detail: { count: 3, key: 'afterMeeting', version: 1 }, subject_id: null })
    expect(await place.sql('select distinct expires_on from survey.code')).toEqual([
      { expires_on: codeLastsUntil(dayOf(todayInSweden()), 30) },
    ])
  })
  it('is refused for a questionnaire or a unit that is not there, or not the giver’s', async () => {
    const refused = async (wanted: object, scope = handing().scope) =>
      handOut(place.pool, { ...handing(), scope }, { key: 'start', unitId, count: 1, ...wanted })
    expect(await refused({ key: 'none' })).toMatchObject({ reason: 'unknown-questionnaire' })
    expect(await refused({ unitId: 9999 })).toMatchObject({ reason: 'unknown-unit' })
    expect(await refused({}, { units: [9999], mayReadProtected: false } as never)).toMatchObject({ reason: 'unknown-unit' })
  })
  it('ends when the code has run out: it leads nowhere, and is forgotten', async () => {
    const given = await code()
    await place.sql(`update survey.code set expires_on = '2026-01-04'`)
    expect(await openQuestionnaire(place.pool, given)).toBeNull()
    expect(await answerQuestionnaire(place.pool, given, { helped: 0 })).toMatchObject({ reason: 'no-such-code' })
    await code()
    expect(await forgetExpiredCodes(place.pool)).toBeGreaterThanOrEqual(1)
    expect(await place.sql('select from survey.code')).toHaveLength(1)
    expect(await forgetExpiredCodes(place.pool)).toBe(0)
  })
})

describe('the database', () => {
  it.each([
    ['see codes', 'select * from survey.code'],
    ['take codes away', 'delete from survey.code'],
    ['write answers', `insert into survey.tally select version_id, unit_id, quarter, question, option, 1 from survey.tally limit 1`],
    ['change answers', 'update survey.tally set n = n + 1'],
    ['take answers away', 'delete from survey.tally'],
    ['change what was asked', `update survey.version set content = content`],
    ['take away what was asked', 'delete from survey.version'],
  ])('does not let the product %s', async (_, statement) => {
    await expect(asApp(statement)).rejects.toThrow(/permission denied/)
  })
  it.each([
    ['a version that is changed', `update survey.version set version = 2`, /what was asked stays as it was/],
    ['a version that is taken away', `delete from survey.version`, /what was asked stays as it was/],
    ['answers that are taken away', 'delete from survey.tally', /answers are only added/],
    ['answers that become more by two', 'update survey.tally set n = n + 2', /answers are only added/],
    [
      'an answer on a day',
      `insert into survey.tally select version_id, unit_id, '2026-11-26', question, option, 1 from survey.tally limit 1`,
      /a_quarter_begins/,
    ],
    [
      'an option that is none',
      `insert into survey.tally select version_id, unit_id, quarter, 'helped', 2, 1 from survey.tally limit 1`,
      /one of the options/,
    ],
    ['a code that says its day', `update survey.code set expires_on = '2026-12-28'`, /a_code_expires_with_a_week/],
    ['a code that is written out', `update survey.code set code_hash = 'ABCDEFGHJK'`, /code_is_hashed/],
    [
      'a minimum below five',
      `insert into settings.value (key, value, known_from, set_by) values ('survey.minimum', '4', now(), 'prov')`,
      /a_survey_setting_has_its_shape/,
    ],
    [
      'a setting that is none of ours',
      `insert into settings.value (key, value, known_from, set_by) values ('survey.other', '4', now(), 'prov')`,
      /a_survey_setting_has_its_shape/,
    ],
  ] as const)('refuses %s', async (_, statement, complaint) => {
    await expect(place.sql(statement)).rejects.toThrow(complaint)
  })
  it.each([
    ['free text', { ...afterMeeting, questions: [{ key: 'a', kind: 'text', text: { sv: 'Vem är du?' } }] }],
    ['no question', { ...afterMeeting, questions: [] }],
    ['two questions of one key', { ...afterMeeting, questions: [afterMeeting.questions[0], afterMeeting.questions[0]] }],
    ['one option', { ...afterMeeting, questions: [{ key: 'a', kind: 'choice', text: { sv: 'A?' }, options: [{ sv: 'B' }] }] }],
    ['no Swedish', { ...afterMeeting, title: { en: 'Hello' } }],
    ['another language', { ...afterMeeting, title: { sv: 'Hej', tlh: 'nuqneH' } }],
    ['no occasion', { ...afterMeeting, occasion: 'any' }],
    ['something else', []],
  ])('refuses a questionnaire with %s', async (_, content) => {
    const insert = place.sql(`insert into survey.version (key, version, content) values ('own', 1, $1)`, [JSON.stringify(content)])
    await expect(insert).rejects.toThrow(/a_questionnaire_has_its_shape/)
  })
  it('refuses a version that does not follow the one before', async () => {
    const insert = asApp(`insert into survey.version (key, version, content, saved_by) values ('own', 2, $1, $2)`, [
      JSON.stringify(afterMeeting),
      staffId,
    ])
    await expect(insert).rejects.toThrow(/a version follows the one before/)
  })
})
