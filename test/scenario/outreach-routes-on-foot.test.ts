/** Entry to reached by calls logged from the list, by a card and a home visit of two with a third on watch, and by a meeting. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weekdayOf, dayOf } from '../../src/platform/plain-date.ts'
import { contactsOf, expectEvidence, figuresOf, fileFrom, expectCleanLog, pdfText, standingOf } from '../support/outreach-proof.ts'
import {
  codeIn,
  letterTo,
  looksAt,
  logsCall,
  logsContact,
  preparesRound,
  releases,
  replyLink,
  reviews,
  saysWay,
  sends,
} from '../support/outreach-steps.ts'
import {
  ago,
  aTown,
  daysPass,
  meetingBegins,
  today,
  visitDayComes,
  workingDayAhead,
  type CameIn,
  type Town,
} from '../support/outreach-town.ts'

const blank = { checkedInAt: null, checkedOutAt: null, result: null, note: '' }

let town: Town
let called: CameIn
let visited: CameIn
let met: CameIn

beforeAll(async () => {
  town = await aTown()
  called = await town.comesIn('Ringmar')
  visited = await town.comesIn('Knackis')
  met = await town.comesIn('Mötesia')
  await saysWay(town.amina, called, 'phone', '070-174 06 11')
  await saysWay(town.amina, visited, 'phone', '070-174 06 12')
  await saysWay(town.amina, met, 'phone', '070-174 06 13')
})
afterAll(() => town.close())

const letterSent = (youth: CameIn, days: number): Promise<string> =>
  logsContact(town.amina, youth, { channel: 'letter', outcome: 'sent', on: ago(days), at: '09:00' })

describe('three calls', () => {
  it('on weekdays and in parts of the day of their own are asked for one by one, and the third reaches', async () => {
    await letterSent(called, 20)
    expect(await standingOf(town, called)).toMatchObject({ step: 'call', nth: 1 })
    await logsCall(town.amina, called, { outcome: 'noAnswer', on: ago(10), at: '09:10' })
    expect(await standingOf(town, called)).toMatchObject({ step: 'call', nth: 2, waitsFor: 'youth' })
    await logsCall(town.amina, called, { outcome: 'voicemail', on: ago(8), at: '13:10' })
    expect(await standingOf(town, called)).toMatchObject({ step: 'call', nth: 3 })
    expect(new Set([10, 8, 6].map((days) => weekdayOf(dayOf(ago(days))))).size).toBe(3)
    await logsCall(town.amina, called, { outcome: 'reached', on: ago(6), at: '17:20', occupation: 'work' })
    const { step, nth } = await standingOf(town, called)
    expect([step, nth]).not.toEqual(['furtherLetter', 1])
    expect(await contactsOf(town, called)).toEqual(['letter sent ?', 'phone noAnswer ?', 'phone voicemail ?', 'phone reached ?!'])
    expect(await standingOf(town, called)).toMatchObject({ reached: 'phone', firstReachedOn: ago(6) })
    expect(await figuresOf(town)).toEqual({ letter: '1/0/0', phone: '3/1/1', 'youths reached': '1' })
    await expectEvidence(town, town.amina, called, await contactsOf(town, called))
  })
})

describe('a home visit', () => {
  const on = workingDayAhead(3)
  let round = ''
  let stop = ''

  it('comes after a letter, three calls and a further letter that says so', async () => {
    await letterSent(visited, 34)
    for (const [days, at] of [
      [24, '09:10'],
      [22, '13:10'],
      [20, '17:10'],
    ] as const) {
      await logsCall(town.amina, visited, { outcome: 'noAnswer', on: ago(days), at })
    }
    expect(await standingOf(town, visited)).toMatchObject({ step: 'furtherLetter' })
    const { address } = await preparesRound(town.amina, '/ungdomar?steg=nytt-brev')
    await reviews(town.amina, address)
    await releases(town.karin, address)
    await town.works()
    expect(letterTo(town, visited)).toContain('Vi har skrivit till dig förut.')
    await daysPass(town, visited, 14)
    expect(await standingOf(town, visited)).toMatchObject({ step: 'visitCard' })
  })

  it('is planned for two and a third, with a card that has a code of its own and is delivered before', async () => {
    const [first, second, watch] = [await town.staffId('Amina Lind'), await town.staffId('Erik Nyholm'), await town.staffId('Karin Ahlvik')]
    await town.place.sql(`update access.staff set phone = '+46701740690' where name = 'Karin Ahlvik'`)
    const wish = { on, district: '', area: 'Söder', startsAt: '13:00', endsAt: '15:00', first, second, watch }
    expect((await town.amina.send('/besok/ny', { ...wish, second: first })).status).toBe(422)
    round = await sends(town.amina, '/besok/ny', wish)
    await sends(town.amina, `${round}/ungdomar`, { youth: visited.subjectId })
    stop = /name="stop" value="([\da-f-]{36})"/.exec((await town.amina.get(round)).html)?.[1] ?? ''
    await sends(town.amina, `${round}/tider`, { stop, time: '13:20' })
    const text = pdfText(await fileFrom(town, town.amina, `${round}/kort`, { which: 'missing' }))
    expect(text).toContain('klockan 13.20')
    const { status, html } = await looksAt(replyLink(town, codeIn(text)))
    expect([status, html.includes('Knackis')]).toEqual([200, false])
    await sends(town.amina, `${round}/kort/utlamnade`, { card: stop, on: today })
    expect(await standingOf(town, visited)).toMatchObject({ step: 'homeVisit', fromOn: on, attempt: 'visitCard' })
  })

  it('is watched: whoever stays inside too long is asked after, and the visit reaches', async () => {
    await daysPass(town, visited, 3)
    await visitDayComes(town, round)
    const press = (more: Record<string, string>) => sends(town.erik, `${round}/falt`, { stop, change: randomUUID(), version: '1', ...more })
    await press({ act: 'in', base: JSON.stringify(blank) })
    const inside = Math.floor(Date.now() / 60_000) * 60_000
    const texts = town.sms.sent().length
    await town.works(new Date(inside + 44 * 60_000))
    expect(town.sms.sent().length).toBe(texts)
    await town.works(new Date(inside + 46 * 60_000))
    const alarm = town.sms.sent().at(-1)
    expect(alarm?.to).toBe('+46701740690')
    expect(alarm?.message).toContain('är inte avslutat i tid')
    expect(alarm?.message).not.toMatch(/Knackis|Söder/)
    await sends(town.karin, `/besok/larm/${stop}`, { note: 'Ringde Amina: allt är bra' })
    const { html } = await town.erik.get(`${round}/falt`)
    const base = (/name="base" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"')
    await press({ act: 'save-out', base, version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '', result: 'reached' })
    await sends(town.amina, `${round}/avsluta`)
    const calls = Array.from({ length: 3 }, () => 'phone noAnswer ?')
    const all = ['letter sent ?', ...calls, 'letter sent ?', 'visitCard sent ?', 'homeVisit reached ?!']
    expect((await contactsOf(town, visited)).filter((one) => !one.startsWith('sms'))).toEqual(all)
    expect(await standingOf(town, visited)).toMatchObject({ attempt: 'homeVisit', reached: 'homeVisit', firstReachedOn: today })
    await expectEvidence(town, town.amina, visited, await contactsOf(town, visited))
  })
})

describe('a meeting', () => {
  const on = workingDayAhead(9)

  it('is booked, reminded of once by a text that names nothing, held, and a reach', async () => {
    await letterSent(met, 12)
    const texts = town.sms.sent().length
    const staffId = await town.staffId('Amina Lind')
    const booking = { staffId, on, time: '10:00', minutes: '30', way: 'office', place: 'Torget 1', remind: 'ja' }
    await sends(town.amina, `${met.path}/moten`, booking)
    expect(await standingOf(town, met)).toMatchObject({ step: 'keepMeeting', fromOn: on })
    await town.works()
    expect(town.sms.sent().length).toBe(texts)
    await town.works(new Date(`${on}T07:00:00Z`))
    await town.works(new Date(`${on}T07:10:00Z`))
    expect(town.sms.sent().length).toBe(texts + 1)
    const reminder = town.sms.sent().at(-1)
    expect(reminder?.to).toBe('+46701740613')
    expect(reminder?.message).toMatch(/10[:.]00.*Torget 1/)
    await meetingBegins(town, met)
    const { html } = await town.amina.get(`${met.path}/moten`)
    const meeting = /\/moten\/([\da-f-]{36})\/utfall/.exec(html)?.[1] ?? ''
    const version = /utfall[\s\S]*?name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    await sends(town.amina, `${met.path}/moten/${meeting}/utfall`, { version, ending: 'held' })
    expect((await contactsOf(town, met)).toSorted()).toEqual(['inPerson reached ?!', 'letter sent ?', 'sms sent ?'])
    expect(await standingOf(town, met)).toMatchObject({ reached: 'inPerson' })
    await expectEvidence(town, town.amina, met, await contactsOf(town, met))
  })
})

describe('afterwards', () => {
  it('the figures and the log agree', async () => {
    const { sms, ...rest } = await figuresOf(town)
    expect(rest).toEqual({
      letter: '4/0/0',
      phone: '6/1/1',
      visitCard: '1/0/0',
      homeVisit: '1/1/1',
      inPerson: '1/1/1',
      'youths reached': '3',
    })
    expect(sms).toBe('2/0/0')
    await expectCleanLog(town, [called, visited, met])
  })
})

it('met no defect on the way', () => expect(town.site.reported).toEqual([]))
