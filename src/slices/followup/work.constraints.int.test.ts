/** The database refuses what the rules refuse: each invariant of the work asked for past the rules, under the sealed role. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFollowed, answersOf, aWorkPlace, type WorkPlace } from './work.testbed.ts'
import {
  anAct,
  aRevision,
  aScore,
  aSignal,
  aTalk,
  aReport,
  aReportVersion,
  aJudgement,
  aPosition,
  noTalk,
  refusal,
  type Statement,
  type Whose,
} from './rows.testbed.ts'

let work: WorkPlace
let whose: Whose
beforeAll(async () => {
  work = await aWorkPlace()
  whose = await aFollowed(work)
})
afterAll(() => work.close())

type Case = readonly [string, readonly Statement[], string]
const cases = (): readonly Case[] => {
  const { school1: _, ...without } = answersOf({ health: 1000 })
  const full = answersOf({ school: 1000, housing: 1000, health: 1000 })
  return [
    ['a revision with its scores', [aRevision(whose, 2, full), aScore(whose, 2, 'school', 1000)], 'granted'],
    ['an item without an answer', [aRevision(whose, 2, without)], 'every area has as many answers as the instrument asks for'],
    ['an answer outside the scale', [aRevision(whose, 2, { ...full, school1: 2501 })], 'answers keep to the scale of their items'],
    ['an answer to no item', [aRevision(whose, 2, { ...full, sleep1: 1 })], 'answers keep to the scale of their items'],
    ['an answer in words', [aRevision(whose, 2, { ...full, school1: 'bra' })], 'answers keep to the scale of their items'],
    ['a revision that skips one', [aRevision(whose, 3, full)], 'revisions follow each other'],
    ['a correction without a reason', [aRevision(whose, 2, full, { why: ' ' })], 'a_correction_says_why'],
    ['an assessment before its quarter', [aRevision(whose, 2, full, { on: '2026-06-30' })], 'a youth is assessed after the quarter began'],
    ['an assessment ahead', [aRevision(whose, 2, full, { on: '2026-10-01' })], 'nobody_is_assessed_ahead'],
    [
      'a score that the answers do not give',
      [aRevision(whose, 2, full), aScore(whose, 2, 'school', 1001)],
      'a score is what the answers give',
    ],
    ['a signal of a score that is not low', [aSignal(whose, 'economy', 2000)], 'a signal is of a score on the low side of the threshold'],
    ['a second open signal', [aSignal(whose, 'housing', null, 'Orolig.')], 'one open signal an area'],
    ['a signal of nothing', [aSignal(whose, 'economy', null)], 'a_signal_comes_from_a_score_or_a_ground'],
    ['a signal without a ground', [aSignal(whose, 'economy', null, ' ')], 'an_added_signal_has_a_ground'],
    ['a signal in no area', [aSignal(whose, 'sleep', null, 'Orolig.')], 'a signal is in an area of its instrument'],
    ['a signal after a dismissed one', [aSignal(whose, 'school', null, 'Orolig.')], 'granted'],
    ['a signal confirmed twice', [anAct(whose, 'housing', 2, 'confirm', '2026-10-01')], 'a signal goes its way'],
    ['a dismissed signal confirmed', [anAct(whose, 'school', 2, 'confirm', '2026-10-01')], 'a signal goes its way'],
    ['a proposed signal acknowledged', [anAct(whose, 'health', 1, 'acknowledge', '2026-10-01')], 'a signal goes its way'],
    [
      'a dismissal without a ground',
      [anAct(whose, 'health', 1, 'dismiss', '2026-10-01', { ground: '' })],
      'an_act_with_consequences_has_a_ground',
    ],
    [
      'a stop before the assessment',
      [anAct(whose, 'housing', 2, 'stop', '2026-12-01')],
      'a signal is stopped after the next quarterly assessment',
    ],
    ['an adjustment to nobody', [anAct(whose, 'housing', 2, 'adjust', '2026-10-01')], 'only_an_adjustment_says_to_whom'],
    [
      'an adjustment to the same',
      [anAct(whose, 'housing', 2, 'adjust', '2026-10-01', { to: 'housing' })],
      'an adjustment changes the recipient',
    ],
    ['an act before the last one', [anAct(whose, 'housing', 2, 'acknowledge', '2026-09-29')], 'acts follow each other'],
    ['an act ahead', [anAct(whose, 'housing', 2, 'acknowledge', '2027-01-01')], 'nothing_is_done_ahead'],
    ['a talk in no follow-up', [aTalk(whose, 'labourMarket', '2026-10-10', '2026-10-20')], 'a talk is called while the follow-up lasts'],
    [
      'a talk that nobody is called to',
      [aTalk(whose, 'housing', '2026-10-10', '2026-10-20')],
      'the youth, the trustee and the housing staff are called',
    ],
    ['a talk backwards', [aTalk(whose, 'housing', '2026-10-10', '2026-10-09')], 'a_talk_is_called_ahead'],
    ['a report with its text', [aReport(whose, 'housing', '2026-11-01'), aReportVersion(whose, 1, '2026-10-20')], 'granted'],
    ['a report of no first', [aReport(whose, 'housing', '2026-11-02')], 'a_report_is_due_a_first'],
    ['two reports of a month', [aReport(whose, 'housing', '2026-11-01'), aReport(whose, 'housing', '2026-11-01')], 'one_report_a_month'],
    [
      'a report in no follow-up',
      [aReport(whose, 'labourMarket', '2026-11-01'), aReportVersion(whose, 1, '2026-10-20')],
      'a report is written while the follow-up lasts',
    ],
    [
      'a report of the month it began',
      [aReport(whose, 'housing', '2026-09-01'), aReportVersion(whose, 1, '2026-10-20')],
      'a report is written while the follow-up lasts',
    ],
    [
      'a report far ahead',
      [aReport(whose, 'housing', '2026-12-01'), aReportVersion(whose, 1, '2026-10-20')],
      'a report is written at the earliest a month',
    ],
    [
      'a report of no talk',
      [aReport(whose, 'housing', '2026-11-01'), aReportVersion(whose, 1, '2026-10-20', { noTalkWhy: '' })],
      'a_report_documents_a_talk',
    ],
    [
      'a report of a talk not held',
      [aReport(whose, 'housing', '2026-11-01'), aReportVersion(whose, 1, '2026-10-20', { talk: noTalk, noTalkWhy: '' })],
      'a report documents a talk that was held',
    ],
    [
      'a report corrected without a reason',
      [aReport(whose, 'housing', '2026-11-01'), aReportVersion(whose, 1, '2026-10-20'), aReportVersion(whose, 2, '2026-10-20')],
      'a_corrected_report_says_why',
    ],
    ['a judgement', [aJudgement(whose, 'housing', '2026-11-01', 1)], 'granted'],
    [
      'a judgement twice',
      [aJudgement(whose, 'housing', '2026-11-01', 1), aJudgement(whose, 'housing', '2026-11-01', 1)],
      'versions of a judgement follow each other',
    ],
    ['a judgement without a ground', [aJudgement(whose, 'housing', '2026-11-01', 1, { ground: ' ' })], 'a_judgement_has_a_ground'],
    ['a judgement of nobody’s signal', [aJudgement(whose, 'health', '2026-11-01', 1)], 'a judgement is of a signal in force'],
    ['a judgement of before', [aJudgement(whose, 'housing', '2026-09-01', 1)], 'a judgement is of a signal in force'],
    [
      'a position on a mark twice',
      [aPosition(whose, '2027-03-30', false, '2027-03-30'), aPosition(whose, '2027-03-30', false, '2027-03-30')],
      'one_position_a_mark',
    ],
    [
      'a position after one that opens',
      [aPosition(whose, null, true, '2026-10-10'), aPosition(whose, null, false, '2026-10-11')],
      'an investigation is opened once',
    ],
    [
      'a position before the follow-up',
      [aPosition(whose, null, false, '2026-09-29')],
      'a position is taken while the youth is followed up',
    ],
    ['a position far ahead', [aPosition(whose, '2027-03-30', false, '2026-10-10')], 'a_mark_is_not_far_ahead'],
  ]
}

describe('the database', () => {
  it('refuses what the rules refuse, each by its name', async () => {
    const said: (readonly [string, string])[] = []
    for (const [what, statements, expected] of cases()) {
      const answer = await refusal(work, ...statements)
      said.push([what, answer.includes(expected) ? expected : answer])
    }
    expect(said).toEqual(cases().map(([what, , expected]) => [what, expected]))
  })

  it('lets nobody rewrite or take away what was written, under the role that writes it', async () => {
    const tables = [
      'instrument',
      'template',
      'assessment_revision',
      'score',
      'signal',
      'signal_act',
      'rating',
      'rated',
      'report',
      'report_version',
      'judgement',
      'investigation_decision',
    ]
    for (const table of tables) {
      const [column] = await work.place.sql<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1`,
        [`followup.${table}`],
      )
      for (const statement of [
        `update followup.${table} set ${column?.name} = ${column?.name}`,
        `delete from followup.${table}`,
        `truncate followup.${table}`,
      ]) {
        expect(await refusal(work, [statement]), statement).toMatch(/permission denied/)
      }
    }
    for (const table of ['assessment', 'talk', 'invitation'])
      expect(await refusal(work, [`delete from followup.${table}`])).toMatch(/permission denied/)
  })
})

describe('the routine in the database', () => {
  const set = (value: string): Promise<string> =>
    refusal(work, [`insert into followup.setting (key, value, set_by) values ('routine', $1, 'prov')`, value])
  it('keeps its bounds', async () => {
    expect(await set('{}')).toContain('a_routine_keeps_its_bounds')
    expect(await set(JSON.stringify({ onHoliday: 'never' }))).toContain('a_routine_keeps_its_bounds')
  })
})
