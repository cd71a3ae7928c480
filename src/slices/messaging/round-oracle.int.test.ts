/** A round over a hundred youths drawn at random, against a slower way to the same answer: one youth at a time, from how they were made. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomFrom, type Random } from '../../../simulators/municipality/random.ts'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { MadeYouth } from '../worklist/worklist.testbed.ts'
import { readRound } from './round-read.actions.ts'
import {
  aPerson,
  aPrepared,
  aReceiver,
  aroundOf,
  recipientsOf,
  setMessages,
  stateOf,
  today,
  toldOf,
  type Colleague,
  type Given,
} from './round.testbed.ts'

let place: TestPlace
let sara: Colleague
beforeAll(async () => {
  place = await aPlace()
  await setMessages(place, 'contactPhone', '+46846500400')
  await setMessages(place, 'contactName', 'Ungdomslinjen')
  sara = await aPerson(place, 'Sara', { mayReadProtected: true })
})
afterAll(() => place.installation.close())

type Made = MadeYouth & { readonly given: Given; readonly isTaken: boolean }

function drawn(random: Random): Given {
  const address = random.weighted({ home: 8, none: 1, returned: 1 })
  return {
    phone: random.pick(['live', 'live', 'dead', 'resting', 'fixed', null] as const),
    email: random.chance(0.3),
    lang: random.pick<ContactLang>(['sv', 'sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk']),
    optedOut: (['letter', 'sms', 'email'] as const).filter(() => random.chance(0.1)),
    quietUntil: random.chance(0.1) ? random.pick(['2026-11-18', '2026-11-19']) : null,
    step: random.weighted({ letter: 6, furtherLetter: 2, call: 2, keepMeeting: 1, answerReply: 1 }),
    stepFrom: random.pick(['2026-11-10', '2026-11-18', '2026-11-19']),
    waitsFor: random.pick(['us', 'youth', 'school', 'nobody']),
    reached: random.chance(0.4),
    reason: random.pick(['neverStarted', 'studyCertificate']),
    ...(address === 'home' ? {} : { address }),
    ...(random.chance(0.1) ? { protected: 'marked' as const } : {}),
  }
}

/** What the round should have for the youth, in the plainest words. */
function expected({ given, isTaken }: Made): string {
  const { phone, email, optedOut = [], quietUntil, step, stepFrom = '', waitsFor, reached, address } = given
  if (given.protected !== undefined) return 'protected'
  if (isTaken) return 'inOtherRound'
  if (quietUntil === '2026-11-19') return 'quiet'
  if (step === 'keepMeeting' || step === 'answerReply') return 'waiting'
  if (reached === true && stepFrom > '2026-11-18' && (waitsFor === 'youth' || waitsFor === 'school')) return 'waiting'
  const letter = address === undefined && !optedOut.includes('letter')
  const sms = phone === 'live' && !optedOut.includes('sms')
  if (letter && sms) return 'letter+sms'
  if (letter) return 'letter'
  if (sms) return 'sms'
  if (email === true && !optedOut.includes('email')) return 'email'
  return optedOut.includes('letter') ? 'optedOut' : 'noAddress'
}

const counted = (texts: readonly string[]): Record<string, number> => {
  const numbers: Record<string, number> = {}
  for (const text of texts) numbers[text] = (numbers[text] ?? 0) + 1
  return numbers
}

/** The first five are in a round of their own already. */
async function population(random: Random): Promise<Made[]> {
  const taken: Made[] = []
  for (let nth = 0; nth < 5; nth++) taken.push({ ...(await aReceiver(place)), given: {}, isTaken: true })
  const first = await aPrepared(place, sara)
  expect([await stateOf(place, first), (await recipientsOf(place, first)).length]).toEqual(['prepared', 5])
  const others: Made[] = []
  for (let nth = 0; nth < 110; nth++) {
    const given = drawn(random)
    others.push({ ...(await aReceiver(place, given)), given, isTaken: false })
  }
  return [...taken, ...others]
}

describe('a round over many', () => {
  it('leaves out each for the reason that a plain reading gives, and counts them all', async () => {
    const everybody = await population(randomFrom(20_261_118))
    const roundId = await aPrepared(place, sara)
    const told = await Promise.all(everybody.map((one) => toldOf(place, roundId, one)))
    expect(told).toEqual(everybody.map(expected))
    const shown = await readRound(aroundOf(place), sara, roundId, today)
    const excluded = told.filter((one) => !/^(letter|sms|email)/.test(one))
    expect(Object.fromEntries(shown?.counts.excluded ?? [])).toEqual(counted(excluded))
    expect(shown?.counts.recipients).toBe(everybody.length - excluded.length)
    expect(shown?.counts.byChannel.letter).toBe(told.filter((one) => one.startsWith('letter')).length)
    expect(shown?.counts.byChannel.sms).toBe(told.filter((one) => one.endsWith('sms')).length)
    const written = everybody.filter((_, index) => !excluded.includes(told[index] ?? ''))
    expect(Object.fromEntries(shown?.counts.byLang ?? [])).toEqual(counted(written.map(({ given }) => given.lang ?? 'sv')))
    const letters = everybody.filter((_, index) => told[index]?.startsWith('letter') === true)
    const keyOf = ({ given }: Made): string =>
      given.step === 'furtherLetter' ? 'furtherLetter' : given.reason === 'studyCertificate' ? 'studyCertificate' : 'firstLetter'
    expect(Object.fromEntries(shown?.counts.byLetter ?? [])).toEqual(counted(letters.map(keyOf)))
    // The draw meets every reason that it can.
    expect(new Set(excluded)).toEqual(new Set(['protected', 'inOtherRound', 'quiet', 'waiting', 'optedOut', 'noAddress']))
  })
})
