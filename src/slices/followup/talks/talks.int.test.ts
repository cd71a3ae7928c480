/** Talks and monthly reports on a real database: who is called, what is written when, and two at the same moment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { saveActor } from '../people/people.actions.ts'
import { actIn, answerOf, assessOn, aWorkPlace, must, type WorkPlace } from '../work.testbed.ts'
import { saveReport, saveTemplate, type ReportWish } from './report.actions.ts'
import { listWrittenReports } from './report.store.ts'
import { answerInvitation, callTalk, cancelTalk, holdTalk } from './talks.actions.ts'
import { listCalledTalks } from './talks.store.ts'
import type { CalledTalk, Invitation, LeftOut } from './talks.types.ts'
import { shippedTemplate } from './template.rules.ts'

let work: WorkPlace
beforeAll(async () => {
  work = await aWorkPlace()
})
afterAll(() => work.close())

/** A youth that housing follows up in two areas from 30 September, with a trustee and somebody of the housing staff; their ids. */
async function followed(): Promise<{ readonly youthId: string; readonly everybody: readonly Invitation[] }> {
  const youthId = await work.aYouth('2026-01-10')
  await assessOn(work, youthId, '2026-09-28', { housing: 1000, health: 1000 })
  await actIn(work, youthId, ['housing', 'confirm', '2026-09-30'])
  await actIn(work, youthId, ['health', 'confirm', '2026-09-30'])
  const by = await work.writer(['authority'], '2026-09-30')
  const actor = async (kind: 'trustee' | 'housing'): Promise<Invitation> => ({
    actor: kind,
    actorId: must(
      await saveActor(
        work.sealed,
        by,
        { youthId, actorId: null, version: 0, isCalled: true },
        { kind, name: `Prov ${kind}`, phone: '', email: '' },
      ),
    ),
  })
  return { youthId, everybody: [{ actor: 'youth', actorId: null }, await actor('trustee'), await actor('housing')] }
}

type Called = {
  readonly on?: string
  readonly today?: string
  readonly invited: readonly Invitation[]
  readonly leftOut?: readonly LeftOut[]
  readonly process?: 'housing' | 'labourMarket'
}
const call = async (
  youthId: string,
  { on = '2026-10-20', today = '2026-10-10', invited, leftOut = [], process = 'housing' }: Called,
): Promise<string> =>
  answerOf(
    await callTalk(work.sealed, await work.writer([process], today), youthId, {
      recipient: process,
      on: date(on),
      at: '14:30',
      place: 'Boendet',
      invited,
      leftOut,
    }),
  )
const talksOf = (youthId: string): Promise<CalledTalk[]> => work.inside((tx) => listCalledTalks(tx, youthId))

describe('a talk', () => {
  it('calls the youth, the trustee and the housing staff, and says who came', async () => {
    const { youthId, everybody } = await followed()
    expect(await call(youthId, { invited: everybody.slice(0, 2) })).toBe('actor-left-out')
    expect(await call(youthId, { invited: everybody, on: '2026-10-09' })).toBe('passed')
    expect(await call(youthId, { invited: [...everybody, { actor: 'school', actorId: youthId }] })).toBe('unknown-actor')
    expect(await call(youthId, { invited: everybody })).toBe('granted')
    const [talk] = await talksOf(youthId)
    expect(talk).toMatchObject({ on: '2026-10-20', at: '14:30', state: 'called', version: 1 })
    expect(talk?.invited.map(({ actor, name }) => [actor, name])).toEqual([
      ['youth', ''],
      ['trustee', 'Prov trustee'],
      ['housing', 'Prov housing'],
    ])
    const at = { youthId, talkId: talk!.talkId, version: 1 }
    const [youth, trustee] = talk!.invited
    const early = await work.writer(['housing'], '2026-10-12')
    must(await answerInvitation(work.sealed, early, { ...at, invitationId: trustee!.invitationId }, 'notComing'))
    expect(answerOf(await holdTalk(work.sealed, early, at, [youth!.invitationId]))).toBe('ahead')
    const by = await work.writer(['housing'], '2026-10-20')
    expect(answerOf(await holdTalk(work.sealed, by, at, []))).toBe('nobody-came')
    must(await holdTalk(work.sealed, by, at, [youth!.invitationId]))
    expect(answerOf(await holdTalk(work.sealed, by, { ...at, version: 2 }, [youth!.invitationId]))).toBe('already-held')
    expect(answerOf(await cancelTalk(work.sealed, by, { ...at, version: 2 }, 'Sjuk.'))).toBe('already-held')
    expect((await talksOf(youthId))[0]?.invited.map(({ answer, came }) => [answer, came])).toEqual([
      ['waiting', true],
      ['notComing', false],
      ['waiting', false],
    ])
  })

  it('leaves somebody out for a reason, and is cancelled with one', async () => {
    const { youthId, everybody } = await followed()
    const leftOut: readonly LeftOut[] = [{ actor: 'trustee', why: 'Myndig sedan i maj.' }]
    expect(await call(youthId, { invited: [everybody[0]!, everybody[2]!], leftOut })).toBe('granted')
    const [talk] = await talksOf(youthId)
    const by = await work.writer(['housing'], '2026-10-11')
    const at = { youthId, talkId: talk!.talkId, version: 1 }
    expect(answerOf(await cancelTalk(work.sealed, by, at, ' '))).toBe('no-why')
    const both = await Promise.all([1, 2].map(() => cancelTalk(work.sealed, by, at, 'Ungdomen är sjuk.')))
    expect(both.map(answerOf).toSorted()).toEqual(['granted', 'somebody-else-first'])
  })

  it('is cancelled with the follow-up when it would come after it, and not while another area goes on', async () => {
    const { youthId, everybody } = await followed()
    await assessOn(work, youthId, '2026-12-15', {})
    const ask = { invited: everybody, today: '2026-12-16' }
    expect(await call(youthId, { ...ask, on: '2026-12-18' })).toBe('granted')
    expect(await call(youthId, { ...ask, on: '2026-12-22' })).toBe('granted')
    const states = async (): Promise<string[]> => (await talksOf(youthId)).map(({ on, state }) => `${on} ${state}`)
    await actIn(work, youthId, ['housing', 'stop', '2026-12-18'])
    expect(await states()).toEqual(['2026-12-22 called', '2026-12-18 called'])
    await actIn(work, youthId, ['health', 'stop', '2026-12-18'])
    expect(await states()).toEqual(['2026-12-22 cancelled', '2026-12-18 called'])
  })

  it('is called by the process that has the youth', async () => {
    const { youthId, everybody } = await followed()
    expect(await call(youthId, { invited: everybody, process: 'labourMarket' })).toBe('missing')
    expect(
      answerOf(
        await callTalk(work.sealed, await work.writer(['authority'], '2026-10-10'), youthId, {
          recipient: 'housing',
          on: date('2026-10-20'),
          at: '14:30',
          place: 'x',
          invited: everybody,
          leftOut: [],
        }),
      ),
    ).toBe('not-yours')
  })
})

const texts = (areas: readonly string[]): Readonly<Record<string, string>> => ({
  since: 'Lugnt.',
  youth: 'Det går bra.',
  agreed: 'Vi ses igen.',
  ...Object.fromEntries(areas.map((area) => [`status.${area}`, 'Bättre.'])),
})
type Written = Partial<Omit<ReportWish, 'month'>> & { readonly today: string }
const write = async (youthId: string, month: string, { today, ...of }: Written): Promise<string> =>
  answerOf(
    await saveReport(work.sealed, await work.writer(['housing'], today), youthId, {
      recipient: 'housing',
      month: date(month),
      talkId: null,
      noTalkWhy: 'Ungdomen var bortrest.',
      texts: texts(['housing', 'health']),
      seen: null,
      why: '',
      ...of,
    }),
  )

describe('a monthly report', () => {
  it('documents a talk that was held, by the template, once a month; a correction is a version', async () => {
    const { youthId, everybody } = await followed()
    await call(youthId, { invited: everybody })
    const [talk] = await talksOf(youthId)
    const talkId = talk!.talkId
    expect(await write(youthId, '2026-11-01', { today: '2026-10-21', talkId })).toBe('talk-not-held')
    must(
      await holdTalk(work.sealed, await work.writer(['housing'], '2026-10-20'), { youthId, talkId, version: 1 }, [
        talk!.invited[0]!.invitationId,
      ]),
    )
    expect(await write(youthId, '2026-11-01', { today: '2026-10-21', texts: texts(['housing']) })).toBe('texts')
    expect(await write(youthId, '2026-11-01', { today: '2026-10-21', noTalkWhy: ' ' })).toBe('no-talk')
    expect(await write(youthId, '2026-11-01', { today: '2026-10-21', talkId })).toBe('granted')
    expect(await write(youthId, '2026-11-01', { today: '2026-10-22', talkId })).toBe('already-reported')
    expect(await write(youthId, '2026-11-01', { today: '2026-10-22', talkId, seen: 1 })).toBe('no-why')
    expect(await write(youthId, '2026-11-01', { today: '2026-10-22', talkId, seen: 1, why: 'Fel ord.' })).toBe('granted')
    expect(await write(youthId, '2026-12-01', { today: '2026-10-22' })).toBe('month-ahead')
    expect(await write(youthId, '2026-10-01', { today: '2026-10-22' })).toBe('not-owed')
    const [report] = await work.inside((tx) => listWrittenReports(tx, youthId))
    expect(report).toMatchObject({
      month: '2026-11-01',
      dueOn: '2026-11-02',
      templateVersion: 1,
      areas: ['housing', 'health'],
      version: 2,
      madeOn: '2026-10-22',
    })
    expect(report?.versions.map(({ version, why }) => [version, why])).toEqual([
      [2, 'Fel ord.'],
      [1, ''],
    ])
  })

  it('is refused after the signal ended, also by somebody who still sees the youth', async () => {
    const { youthId } = await followed()
    await assessOn(work, youthId, '2026-12-15', {})
    await actIn(work, youthId, ['housing', 'stop', '2026-12-16'])
    expect(await write(youthId, '2027-01-01', { today: '2026-12-17', texts: texts(['health']) })).toBe('granted')
    await actIn(work, youthId, ['health', 'stop', '2026-12-20'])
    const { reader } = await work.writer(['housing'], '2026-12-21')
    await work.place.sql(
      `insert into followup.follower (youth_id, staff_id, process, from_on, noted_on) values ($1, $2, 'housing', '2026-12-01', '2026-12-01')`,
      [youthId, reader.staffId],
    )
    expect(await write(youthId, '2027-01-01', { today: '2026-12-21', texts: texts(['health']), seen: 1, why: 'Fel.' })).toBe('ended')
    expect(await write(youthId, '2026-12-01', { today: '2026-12-21' })).toBe('ended')
  })

  it('written by two at the same moment is written once', async () => {
    const { youthId } = await followed()
    const both = await Promise.all([1, 2].map(() => write(youthId, '2026-11-01', { today: '2026-10-21' })))
    expect(both.toSorted()).toEqual(['already-reported', 'granted'])
  })

  it('keeps the template it was written by when a new one comes in force', async () => {
    const { youthId } = await followed()
    expect(await write(youthId, '2026-11-01', { today: '2026-10-21' })).toBe('granted')
    const setter = { staffId: (await work.writer(['administrator'], '2026-10-25')).reader.staffId, name: 'Prov', today: date('2026-10-25') }
    const [first, ...rest] = shippedTemplate.sections
    const longer = { sections: [{ ...first!, sv: 'Det som har hänt' }, ...rest, { ...first!, key: 'risk', sv: 'Risker', en: 'Risks' }] }
    expect(answerOf(await saveTemplate(work.sealed, setter, shippedTemplate, 1))).toBe('nothing-changed')
    expect(answerOf(await saveTemplate(work.sealed, setter, { sections: [] }, 1))).toBe('not-valid')
    expect(await saveTemplate(work.sealed, setter, longer, 1)).toEqual({ granted: true, value: 2 })
    expect(answerOf(await saveTemplate(work.sealed, setter, longer, 1))).toBe('somebody-else-first')
    expect(await write(youthId, '2026-11-01', { today: '2026-10-26', seen: 1, why: 'Fel ord.' })).toBe('granted')
    expect(await write(youthId, '2026-12-01', { today: '2026-11-20' })).toBe('texts')
    expect(await write(youthId, '2026-12-01', { today: '2026-11-20', texts: { ...texts(['housing', 'health']), risk: 'Inga.' } })).toBe(
      'granted',
    )
    const reports = await work.inside((tx) => listWrittenReports(tx, youthId))
    expect(reports.map(({ month, templateVersion }) => [month, templateVersion])).toEqual([
      ['2026-12-01', 2],
      ['2026-11-01', 1],
    ])
  })
})
