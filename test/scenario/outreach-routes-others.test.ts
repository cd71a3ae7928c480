/** Routes by others, and by none: a school answers a question, a partner is told, a youth says no; a protected youth is written to by the forwarding route. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  contactsOf,
  expectEvidence,
  figuresOf,
  fileFrom,
  isOnList,
  expectCleanLog,
  pageText,
  pdfText,
  standingOf,
} from '../support/outreach-proof.ts'
import {
  accepts,
  answers,
  codeIn,
  logsCall,
  logsContact,
  looksAt,
  preparesRound,
  printedLetters,
  releases,
  replyLink,
  reviews,
  saysWay,
  sends,
} from '../support/outreach-steps.ts'
import { ago, aTown, today, type CameIn, type Town } from '../support/outreach-town.ts'

let town: Town
let asked: CameIn
let declining: CameIn
let hidden: CameIn
let late: CameIn

beforeAll(async () => {
  town = await aTown()
  asked = await town.comesIn('Skolina')
  declining = await town.comesIn('Nejla')
  hidden = await town.comesIn('Hemligo', { secrecy: 'J' })
  await town.place.sql(
    `insert into settings.value (key, value, known_from, set_by) values ('outreach.forwardLetters', 'true', '-infinity', 'prov')`,
  )
})
afterAll(() => town.close())

describe('a question to a school', () => {
  it('is answered once without account, and becomes a fact with its source; nobody is reached by it', async () => {
    const wish = { kind: 'school', name: 'Provgymnasiet', shown: ['givenName', 'familyName'], days: '14' }
    const made = await town.amina.send(`${asked.path}/fragor`, wish)
    const link = (/\/fraga\/0180\/[\w-]{24}/.exec(made.html)?.[0] ?? '').replace(/^/, town.address)
    const shown = await looksAt(link)
    expect([shown.status, shown.html.includes('Skolina'), /2009|Skolinagatan/.test(shown.html)]).toEqual([200, true, false])
    const answer = (): Promise<Response> => fetch(link, { method: 'POST', body: new URLSearchParams({ answer: 'yes', since: ago(20) }) })
    expect([(await answer()).status, (await answer()).status, (await looksAt(link)).status]).toEqual([200, 409, 409])
    expect(
      await town.place.sql('select kind, source, since_on::text as since from outreach.occupation where person_id = $1', [asked.personId]),
    ).toEqual([{ kind: 'studies', source: 'school', since: ago(20) }])
    expect(pageText((await town.amina.get(asked.path)).html)).toContain('Provgymnasiet')
    expect(await standingOf(town, asked)).toMatchObject({ reached: null, firstReachedOn: null })
  })

  it('beside a partner who is told: an attempt at nobody, that moves no step', async () => {
    const before = await standingOf(town, asked)
    await logsContact(town.amina, asked, { channel: 'partner', outcome: 'informed', note: 'Fältarna håller utkik' })
    expect(await standingOf(town, asked)).toMatchObject({ step: before.step, reached: null })
    const contacts = await contactsOf(town, asked)
    expect(contacts).toContain('partner informed ?')
    expect(contacts.some((one) => one.includes('!'))).toBe(false)
    expect(await figuresOf(town)).toEqual({ 'youths reached': '0' })
    await expectEvidence(town, town.amina, asked, contacts)
  })
})

describe('a no', () => {
  it('is respected until the natural moment: no step before, no round, and then the ladder begins again', async () => {
    await saysWay(town.amina, declining, 'phone', '070-174 06 21')
    await logsCall(town.amina, declining, { outcome: 'declined', on: today, at: '00:00' })
    const { step, fromOn, quietUntil, waitsFor } = await standingOf(town, declining)
    expect([(quietUntil ?? '') > today, waitsFor]).toEqual([true, 'nobody'])
    expect([step, (fromOn ?? '') >= (quietUntil ?? '~')]).toEqual(['letter', true])
    const { html, address } = await preparesRound(town.amina, '/ungdomar')
    expect(pageText(html)).toContain('Har sagt nej, och vilar 1')
    await sends(town.amina, `${address}/avbryt`)
    for (const list of ['lista=forfallet', 'lista=vantar-pa-oss']) expect(await isOnList(town, declining, list, today), list).toBe(false)
    const contacts = await contactsOf(town, declining)
    expect(contacts).toEqual(['phone declined ?!'])
    await expectEvidence(town, town.amina, declining, contacts)
    expect(await figuresOf(town)).toEqual({ phone: '1/1/1', 'youths reached': '1' })
  })
})

describe('a protected youth', () => {
  it('is in no round, no visit and no question, and nobody without the right finds the pages', async () => {
    const { html, address } = await preparesRound(town.amina, '/ungdomar')
    await sends(town.amina, `${address}/avbryt`)
    expect(html).not.toContain('Hemligo')
    expect(await town.place.sql('select from messaging.recipient where person_id = $1', [hidden.personId])).toEqual([])
    for (const part of ['', '/kontakter', '/vagar', '/bevis', '/fragor', '/formedlat-brev', '/moten']) {
      expect([403, 404], part).toContain((await town.amina.get(`${hidden.path}${part}`)).status)
    }
    const wish = { kind: 'school', name: 'Provgymnasiet', shown: ['givenName', 'familyName'], days: '14' }
    expect((await town.sara.send(`${hidden.path}/fragor`, wish)).status).toBe(404)
  })

  it('gets a letter without address from a holder of the right; the answer is seen by the holder alone', async () => {
    const letter = pdfText(await fileFrom(town, town.sara, `${hidden.path}/formedlat-brev`, { template: 'firstLetter', lang: 'sv' }))
    expect(letter).not.toMatch(/gatan|123 ?45/)
    await answers(replyLink(town, codeIn(letter)), 'working', { place: 'Gömstället', since: '' })
    for (const path of ['/uppsok/svar', '/uppsok', '/ungdomar', '/']) {
      expect((await town.amina.get(path)).html, path).not.toMatch(/Hemligo|Gömstället/)
    }
    expect((await town.sara.get('/uppsok/svar')).html).toContain('Gömstället')
    await accepts(town.sara, hidden)
    const contacts = await contactsOf(town, hidden)
    expect(contacts).toEqual(['letter sent ?', 'letter replied !'])
    expect(await standingOf(town, hidden)).toMatchObject({ reached: 'letter', firstReachedOn: today })
    await expectEvidence(town, town.sara, hidden, contacts)
    expect(await figuresOf(town, true)).toMatchObject({ letter: '1/1/1', 'youths reached': '2' })
    expect(await figuresOf(town)).toEqual({ phone: '1/1/1', 'youths reached': '1' })
    expect([town.sms.sent(), town.mail.sent(), printedLetters(town)]).toEqual([[], [], []])
  })
})

describe('a flag that comes in the middle of a released round', () => {
  it('cancels what is queued, and ends the numbers found before it', async () => {
    late = await town.comesIn('Sentan')
    await saysWay(town.amina, late, 'phone', '070-174 06 22')
    const { address } = await preparesRound(town.amina)
    await reviews(town.amina, address)
    await releases(town.karin, address)
    const states = () =>
      town.place.sql<{ told: string }>(`select channel || ' ' || state as told from messaging.message where person_id = $1 order by 1`, [
        late.personId,
      ])
    expect(await states()).toEqual([{ told: 'letter queued' }, { told: 'sms queued' }])
    await town.isMarked(late)
    await town.works()
    expect(await states()).toEqual([{ told: 'letter cancelled' }, { told: 'sms cancelled' }])
    expect(town.sms.sent()).toEqual([])
    expect(printedLetters(town).filter(({ text }) => text.includes('Sentan'))).toEqual([])
    expect(await town.place.sql('select from outreach.way where person_id = $1 and ended_at is null', [late.personId])).toEqual([])
    expect(await contactsOf(town, late)).toEqual([])
    expect((await town.amina.get(late.path)).status).toBe(404)
    expect((await town.karin.get(address)).html).not.toContain('Sentan')
  })

  it('and the log has nothing of anybody, and holds together', async () => {
    await expectCleanLog(town, [asked, declining, hidden, late])
  })
})

it('met no defect on the way', () => expect(town.site.reported).toEqual([]))
