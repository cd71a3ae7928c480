/** Preparing a round, on a database: whom it reaches and whom it leaves out, and that nobody is in two. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { protect } from '../worklist/worklist.testbed.ts'
import { readRound } from './round-read.actions.ts'
import {
  aPerson,
  aPrepared,
  aReceiver,
  aroundOf,
  recipientsOf,
  setMessages,
  stateOf,
  toldOf,
  today,
  type Colleague,
  type Given,
} from './round.testbed.ts'

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

/** Cancels what earlier tests left, so that nobody is in another round, and takes everybody off the lists. */
async function afresh(): Promise<void> {
  await place.sql(
    `update messaging.round set state = 'cancelled', cancelled_by = $1, cancelled_at = now() where state in ('preparing', 'prepared', 'released')`,
    [amina.staffId],
  )
  await place.sql(`update worklist.youth set from_on = '2025-01-01', until_on = '2025-02-01', exit_reason = 'moved'`)
}

describe('preparing', () => {
  it.each<[string, string, Given]>([
    ['an address and a mobile', 'letter+sms', {}],
    ['no number', 'letter', { phone: null }],
    ['a dead number', 'letter', { phone: 'dead' }],
    ['a number that rests', 'letter', { phone: 'resting' }],
    ['a fixed line', 'letter', { phone: 'fixed' }],
    ['no address', 'sms', { address: 'none' }],
    ['an address that came back', 'sms', { address: 'returned' }],
    ['nothing but e-mail', 'email', { address: 'none', phone: null, email: true }],
    ['nothing at all', 'noAddress', { address: 'none', phone: null }],
    ['said no to letters and SMS', 'optedOut', { optedOut: ['letter', 'sms'] }],
    ['said no, and it is quiet', 'quiet', { quietUntil: '2026-12-01' }],
    ['a meeting with us', 'waiting', { step: 'keepMeeting' }],
    ['been reached, and is to come back', 'waiting', { step: 'call', stepFrom: '2026-12-01', waitsFor: 'youth', reached: true }],
    ['no line of standing, as on the first day', 'letter+sms', { step: null }],
    ['a name of signs alone', 'fieldMissing', { given: '  ' }],
  ])('of somebody who has %s gives %s', async (_, told, given) => {
    await afresh()
    const youth = await aReceiver(place, given)
    const roundId = await aPrepared(place, amina)
    expect(await stateOf(place, roundId)).toBe('prepared')
    expect(await toldOf(place, roundId, youth)).toBe(told)
  })

  it('measures every letter and text, and remembers three previews of different languages', async () => {
    await afresh()
    for (const lang of ['sv', 'sv', 'sv', 'sv', 'ar', 'uk'] as const) await aReceiver(place, { lang })
    const rows = await recipientsOf(place, await aPrepared(place, amina))
    expect(rows.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 1, 1])
    expect(rows.every(({ lang, segments }) => (lang === 'sv' ? (segments ?? 9) <= 2 : (segments ?? 0) >= 2))).toBe(true)
    const previews = rows.filter(({ preview }) => preview !== null)
    expect(new Set(previews.map(({ preview }) => preview))).toEqual(new Set([1, 2, 3]))
    expect(new Set(previews.map(({ lang }) => lang))).toEqual(new Set(['sv', 'ar', 'uk']))
  })

  it('puts nobody in two rounds, also when two are prepared at once', async () => {
    await afresh()
    const youths = [await aReceiver(place), await aReceiver(place)]
    const rounds = await Promise.all([aPrepared(place, amina), aPrepared(place, karin)])
    for (const youth of youths) {
      const told = [await toldOf(place, rounds[0], youth), await toldOf(place, rounds[1], youth)]
      expect(told.toSorted()).toEqual(['inOtherRound', 'letter+sms'])
    }
  })

  it('says nothing of a protected youth to whoever may not know, and leaves them out for whoever may', async () => {
    await afresh()
    const youth = await aReceiver(place)
    await protect(place, youth.personId, 'marked')
    const [hers, hidden] = [await aPrepared(place, sara), await aPrepared(place, amina)]
    expect(await toldOf(place, hers, youth)).toBe('protected')
    expect(await toldOf(place, hidden, youth)).toBe('-')
    const excludedFor = async (who: Colleague) => [...((await readRound(aroundOf(place), who, hers, today))?.counts.excluded ?? [])]
    expect(await excludedFor(sara)).toEqual([['protected', 1]])
    expect(await excludedFor(amina)).toEqual([])
  })

  it('leaves a language that nobody has read alone where the municipality says so', async () => {
    await afresh()
    const [youth, other] = [await aReceiver(place, { lang: 'ti' }), await aReceiver(place)]
    const allowed = await aPrepared(place, amina)
    expect(await toldOf(place, allowed, youth)).toBe('letter+sms')
    expect(
      (await readRound(aroundOf(place), amina, allowed, today))?.unproofread.map(({ key, lang }) => `${key}.${lang}`).toSorted(),
    ).toEqual(['firstLetter.ti', 'firstSms.ti'])
    await afresh()
    await place.sql(`update worklist.youth set from_on = '2026-10-01', until_on = null, exit_reason = null where person_id = any ($1)`, [
      [youth.personId, other.personId],
    ])
    await setMessages(place, 'mayUnproofread', false)
    const strict = await aPrepared(place, amina)
    expect([await toldOf(place, strict, youth), await toldOf(place, strict, other)]).toEqual(['notProofread', 'letter+sms'])
    await place.sql(`delete from settings.value where key = 'messages.mayUnproofread'`)
  })

  it('takes those on any of its lists, each once', async () => {
    await afresh()
    const [first, further, called] = [
      await aReceiver(place),
      await aReceiver(place, { step: 'furtherLetter' }),
      await aReceiver(place, { step: 'call' }),
    ]
    const roundId = await aPrepared(place, amina, { query: 'steg=brev\nsteg=nytt-brev\nsteg=brev' })
    const rows = await recipientsOf(place, roundId)
    expect(rows.map(({ person_id, letter_key }) => [person_id, letter_key])).toEqual([
      [first.personId, 'firstLetter'],
      [further.personId, 'furtherLetter'],
    ])
    expect(await toldOf(place, roundId, called)).toBe('-')
  })
})

describe('the database', () => {
  const refused = async (sql: string, values: unknown[], says: string): Promise<void> => {
    await expect(place.sql(sql, values)).rejects.toThrow(says)
  }
  it('refuses what the rules refuse', async () => {
    await afresh()
    const youth = await aReceiver(place)
    const roundId = await aPrepared(place, amina)
    const by = `where round_id = '${roundId}'`
    await refused(`update messaging.round set state = 'released' ${by}`, [], 'only_released_rounds_are_sent')
    const second = 'a_second_person_releases'
    await refused(`update messaging.round set released_by = $1, released_at = now() ${by}`, [karin.staffId], second)
    const both = `update messaging.round set reviewed_by = $1, reviewed_at = now(), released_by = $2, released_at = now() ${by}`
    await refused(both, [karin.staffId, karin.staffId], second)
    await refused(both, [karin.staffId, amina.staffId], second)
    await refused(`update messaging.round set state = 'preparing' ${by}`, [], 'a round moves forward')
    const nothing = `update messaging.recipient set channels = '{}' where person_id = $1 and excluded is null`
    await refused(nothing, [youth.personId], 'excluded_or_sent_to')
    const shielded = await aReceiver(place, { protected: 'marked' })
    const added = `insert into messaging.recipient (round_id, person_id, lang, channels, letter_key)
      select id, $1, 'sv', '{letter}', 'firstLetter' from messaging.round ${by}`
    await refused(added, [shielded.personId], 'no round is for a protected youth')
  })
})
