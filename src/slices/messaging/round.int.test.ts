/** Reviewing, releasing and cancelling a round, on a database: who may let it go, two who try at once, and what has changed since. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { protect } from '../worklist/worklist.testbed.ts'
import { cancelRound, reviewRound } from './round.actions.ts'
import { readRound } from './round-read.actions.ts'
import { releaseRound } from './round-release.actions.ts'
import { aPerson, aPrepared, aReceiver, aroundOf, morning, setMessages, toldOf, today, type Colleague } from './round.testbed.ts'

let place: TestPlace
let amina: Colleague
let karin: Colleague
let sara: Colleague
beforeAll(async () => {
  place = await aPlace()
  await setMessages(place, 'contactPhone', '+46846500400')
  await setMessages(place, 'contactName', 'Ungdomslinjen')
  amina = await aPerson(place, 'Amina')
  karin = await aPerson(place, 'Karin')
  sara = await aPerson(place, 'Sara', { mayReadProtected: true })
})
afterAll(() => place.installation.close())

type Row = Record<string, unknown>
const versionOf = async (roundId: string): Promise<number> =>
  (await place.sql<{ version: number }>('select version from messaging.round where round_id = $1', [roundId]))[0]?.version ?? 0
const review = async (by: Colleague, roundId: string) => reviewRound(by, roundId, await versionOf(roundId))
const release = async (by: Colleague, roundId: string, now = morning) =>
  releaseRound(aroundOf(place), by, { roundId, seen: await versionOf(roundId), now })
const reasonOf = (decision: { granted: boolean; reason?: string }): string => decision.reason ?? 'granted'
const messagesOf = (roundId: string): Promise<Row[]> =>
  place.sql<Row>(
    `select m.* from messaging.message m join messaging.round r on r.id = m.round_id where r.round_id = $1 order by m.person_id, m.channel`,
    [roundId],
  )

/** Cancels what earlier tests left, so that nobody is in another round, and takes everybody off the lists. */
async function afresh(): Promise<void> {
  await place.sql(
    `update messaging.round set state = 'cancelled', cancelled_by = $1, cancelled_at = now() where state in ('preparing', 'prepared', 'released')`,
    [amina.staffId],
  )
  await place.sql(`update worklist.youth set from_on = '2025-01-01', until_on = '2025-02-01', exit_reason = 'moved'`)
}

describe('reviewing and releasing', () => {
  it('takes two: the messages are queued when the second lets it go, in the versions that were reviewed', async () => {
    await afresh()
    const [plain, texted] = [await aReceiver(place, { phone: null }), await aReceiver(place, { lang: 'ar' })]
    const roundId = await aPrepared(place, amina)
    expect(reasonOf(await release(karin, roundId))).toBe('not-reviewed')
    expect(reasonOf(await review(amina, roundId))).toBe('granted')
    expect(reasonOf(await release(amina, roundId))).toBe('same-person')
    expect(await messagesOf(roundId)).toEqual([])
    await place.sql(
      `insert into messaging.template (key, lang, version, subject, body, saved_by) values ('firstLetter', 'sv', 1, 'Ny', 'Ny text', $1)`,
      [amina.staffId],
    )
    const released = await release(karin, roundId)
    expect(released).toEqual({ granted: true, value: { recipients: 2, messages: 3, changed: 0 } })
    const messages = await messagesOf(roundId)
    expect(
      messages.map((one) => [
        one['person_id'],
        one['channel'],
        one['template_key'],
        one['template_lang'],
        one['template_version'],
        one['state'],
      ]),
    ).toEqual([
      [plain.personId, 'letter', 'firstLetter', 'sv', 0, 'queued'],
      [texted.personId, 'letter', 'firstLetter', 'ar', 0, 'queued'],
      [texted.personId, 'sms', 'firstSms', 'ar', 0, 'queued'],
    ])
    expect(new Set(messages.map((one) => one['queued_by']))).toEqual(new Set([karin.staffId]))
    expect((await readRound(aroundOf(place), karin, roundId, today))?.changedTexts).toMatchObject([{ key: 'firstLetter', lang: 'sv' }])
    await place.sql('delete from messaging.template')
  })

  it('is done by one of two who try at once; the other hears of it', async () => {
    await afresh()
    await aReceiver(place)
    const roundId = await aPrepared(place, amina)
    await review(amina, roundId)
    const seen = await versionOf(roundId)
    const both = await Promise.all([karin, sara].map((who) => releaseRound(aroundOf(place), who, { roundId, seen, now: morning })))
    expect(both.map(reasonOf).toSorted()).toEqual(['already-released', 'granted'])
    expect(await messagesOf(roundId)).toHaveLength(2)
  })

  it('asks about everybody once more: what has changed is left out with its reason', async () => {
    await afresh()
    const [stays, protectedNow, said, moved, muted, dead, met] = [
      await aReceiver(place),
      await aReceiver(place),
      await aReceiver(place),
      await aReceiver(place),
      await aReceiver(place),
      await aReceiver(place, { address: 'none' }),
      await aReceiver(place),
    ]
    const roundId = await aPrepared(place, sara)
    await review(sara, roundId)
    await protect(place, protectedNow.personId, 'registration')
    await place.sql(`update outreach.standing set quiet_until = '2027-01-10' where person_id = $1`, [said.personId])
    await place.sql(`update worklist.youth set until_on = '2026-11-18', exit_reason = 'moved' where person_id = $1`, [moved.personId])
    await place.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, 'sms', 'prov')`, [muted.personId])
    await place.sql(`update outreach.way set dead_on = '2026-11-17', last_result = 'dead', last_result_at = now() where person_id = $1`, [
      dead.personId,
    ])
    await place.sql(`update outreach.standing set step = 'answerReply' where person_id = $1`, [met.personId])
    expect(await release(karin, roundId)).toEqual({ granted: true, value: { recipients: 2, messages: 3, changed: 6 } })
    const told = await Promise.all([stays, protectedNow, said, moved, muted, dead, met].map((youth) => toldOf(place, roundId, youth)))
    expect(told).toEqual(['letter+sms', 'protected', 'quiet', 'notCovered', 'letter', 'noAddress', 'waiting'])
    expect(new Set((await messagesOf(roundId)).map((one) => one['person_id']))).toEqual(new Set([stays.personId, muted.personId]))
    const counts = (await readRound(aroundOf(place), karin, roundId, today))?.counts
    expect([...(counts?.sinceExcluded ?? [])].map(([reason]) => reason).toSorted()).toEqual(['noAddress', 'notCovered', 'quiet', 'waiting'])
    expect(counts?.sinceDropped).toEqual({ letter: 3, sms: 5, email: 0 })
  })

  it('leaves out whoever is no longer at the step that the round asked for, and whoever another round wrote to meanwhile', async () => {
    await afresh()
    const [taken, still] = [await aReceiver(place), await aReceiver(place)]
    const roundId = await aPrepared(place, amina, { query: 'steg=brev' })
    await review(amina, roundId)
    await place.sql(`update outreach.standing set step = 'call' where person_id = $1`, [taken.personId])
    await release(karin, roundId)
    expect([await toldOf(place, roundId, taken), await toldOf(place, roundId, still)]).toEqual(['notSelected', 'letter+sms'])
    const later = await aPrepared(place, amina)
    expect(await toldOf(place, later, still)).toBe('inOtherRound')
    expect(await toldOf(place, later, taken)).toBe('letter+sms')
  })

  it('is for those who see everybody in it', async () => {
    await afresh()
    const [unit] = await place.sql<{ id: number }>(`insert into organisation.unit (name) values ('Väst') returning id`)
    const ulla = await aPerson(place, 'Ulla', { unit: unit?.id ?? 0 })
    await aReceiver(place, { unit: unit?.id ?? 0 })
    await aReceiver(place)
    const roundId = await aPrepared(place, amina)
    await review(amina, roundId)
    expect(reasonOf(await release(ulla, roundId))).toBe('not-all-seen')
    const shown = await readRound(aroundOf(place), ulla, roundId, today)
    expect([shown?.counts.recipients, shown?.isWhollySeen]).toEqual([1, false])
    await place.sql(`update worklist.youth set unit_id = $1 where unit_id is null`, [unit?.id])
    expect(reasonOf(await release(ulla, roundId))).toBe('granted')
  })
})

describe('cancelling', () => {
  it('stops what is not sent, also after the release', async () => {
    await afresh()
    await aReceiver(place)
    const roundId = await aPrepared(place, amina)
    await review(amina, roundId)
    await release(karin, roundId)
    await place.sql(
      `update messaging.message set state = 'sending', claimed_at = now() where channel = 'letter' and round_id = (select id from messaging.round where round_id = $1)`,
      [roundId],
    )
    expect(await cancelRound(amina, roundId)).toEqual({ granted: true, value: 1 })
    expect((await messagesOf(roundId)).map((one) => [one['channel'], one['state']])).toEqual([
      ['letter', 'sending'],
      ['sms', 'cancelled'],
    ])
    expect(reasonOf(await cancelRound(amina, roundId))).toBe('cancelled')
    expect(reasonOf(await release(karin, roundId))).toBe('cancelled')
  })
})

describe('the log', () => {
  it('has every step with counts, and never a name', async () => {
    const lines = await place.sql<Row>(`select * from audit.line where action like 'messages.%' order by id`)
    expect(new Set(lines.map((one) => one['action']))).toEqual(
      new Set(['messages.begin', 'messages.prepare', 'messages.review', 'messages.release', 'messages.cancel', 'messages.readRound']),
    )
    expect(JSON.stringify(lines)).not.toMatch(/Prov(?!s)|Provsson|Hemliga|174060/)
  })
})
