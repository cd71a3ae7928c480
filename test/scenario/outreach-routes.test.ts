/** Entry to reached by what is sent: a letter, a text and a mail of one round, that one prepares and reviews and another releases. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateOf, dayOf, parseDate, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { contactsOf, expectEvidence, figuresOf, isOnList, expectCleanLog, pageText, standingOf } from '../support/outreach-proof.ts'
import {
  accepts,
  answers,
  codeIn,
  letterTo,
  linkIn,
  looksAt,
  preparesRound,
  printedLetters,
  releases,
  replyLink,
  reviews,
  saysWay,
} from '../support/outreach-steps.ts'
import { aTown, today, type CameIn, type Town } from '../support/outreach-town.ts'

let town: Town
let written: CameIn
let texted: CameIn
let mailed: CameIn

beforeAll(async () => {
  town = await aTown()
  written = await town.comesIn('Brevan')
  texted = await town.comesIn('Essemessa')
  mailed = await town.comesIn('Mejla', { hasAddress: false })
  await saysWay(town.amina, texted, 'phone', '070-174 06 05')
  await saysWay(town.amina, mailed, 'email', 'mejla@example.org')
})
afterAll(() => town.close())

const dayAfter = (text: string | null): PlainDate => dateOf(plusDays(dayOf(parseDate(text ?? '') ?? today), 1))

/** The ladder stands still: nothing is due for so long as the youth has been heard, and then something is. */
async function restsAndResumes(youth: CameIn): Promise<void> {
  const { step, fromOn, dueOn, firstReachedOn } = await standingOf(town, youth)
  expect([firstReachedOn, step !== null, (fromOn ?? '') > today]).toEqual([today, true, true])
  expect(await isOnList(town, youth, 'lista=forfallet', today)).toBe(false)
  expect(await isOnList(town, youth, 'lista=forfallet', dayAfter(dueOn))).toBe(true)
}

describe('a round', () => {
  let address = ''

  it('is prepared for those who came in: the letter, and the text beside it', async () => {
    for (const youth of [written, texted]) expect(await standingOf(town, youth)).toMatchObject({ step: 'letter', attempt: null })
    const round = await preparesRound(town.amina)
    address = round.address
    expect(pageText(round.html)).toMatch(/Mottagare 2 Brev 2 Sms 1 E-post 0/)
    await town.works()
    expect([town.sms.sent(), town.mail.sent(), printedLetters(town)]).toEqual([[], [], []])
  })

  it('goes nowhere until somebody else than the one who read it lets it go', async () => {
    await reviews(town.amina, address)
    const { html } = await town.amina.get(address)
    expect(pageText(html)).toContain('En kollega släpper den.')
    await releases(town.karin, address)
    expect(printedLetters(town)).toEqual([])
    await town.works()
    await town.works()
    expect([town.sms.sent().length, town.mail.sent().length, printedLetters(town).length]).toEqual([1, 0, 2])
    expect(pageText((await town.karin.get(address)).html)).toMatch(/klar Så långt har det kommit .* 3 \/ 3 /)
    expect(await figuresOf(town)).toEqual({ letter: '2/0/0', sms: '1/0/0', 'youths reached': '0' })
  })
})

describe('a letter', () => {
  it('has a code that leads to a page without anybody’s name; the answer is a proposal, and accepted it is a reach', async () => {
    const letter = letterTo(town, written)
    expect(letter).toContain('Brevangatan 3')
    const link = replyLink(town, codeIn(letter))
    const { html } = await looksAt(link)
    expect(html).not.toMatch(/Brevan|Provsson|2009/)
    await answers(link, 'studying', { place: 'Komvux', since: '' })
    expect(await standingOf(town, written)).toMatchObject({ step: 'answerReply', waitsFor: 'us', reached: null })
    expect(await contactsOf(town, written)).toEqual(['letter sent ?'])
    const { html: after } = await accepts(town.amina, written)
    expect(pageText(after)).toContain('Komvux')
    expect(await contactsOf(town, written)).toEqual(['letter sent ?', 'letter replied !'])
    await restsAndResumes(written)
  })
})

describe('a text', () => {
  it('is delivered, leads to the same page, and the answer counts', async () => {
    const [sms] = town.sms.sent()
    expect(sms?.to).toBe('+46701740605')
    expect(sms?.message).not.toMatch(/Essemessa|skola|aktivitetsansvar|gymnasi/i)
    expect(await town.sms.report(sms?.id ?? '', 'delivered')).toBe(200)
    expect(pageText((await town.amina.get(texted.path)).html)).toMatch(/[Ff]ramme/)
    await answers(linkIn(sms?.message ?? ''), 'callMe', { day: 'any', part: 'afternoon', phone: '070-174 06 06' })
    await accepts(town.karin, texted)
    // Which of the two left first is as it happens.
    expect((await contactsOf(town, texted)).toSorted()).toEqual(['letter sent ?', 'sms replied !', 'sms sent ?'])
    expect(await standingOf(town, texted)).toMatchObject({ step: 'keepAgreement', reached: 'sms', firstReachedOn: today })
    expect(pageText((await town.amina.get(`${texted.path}/vagar`)).html)).toContain('070-174 06 06')
  })
})

describe('a mail', () => {
  it('goes where there is neither number nor address, names nothing, and the answer counts', async () => {
    expect(await standingOf(town, mailed)).toMatchObject({ step: null, attempt: null })
    const { address, html } = await preparesRound(town.karin, '/ungdomar?lista=saknar-nummer')
    expect(pageText(html)).toMatch(/Mottagare 1 Brev 0 Sms 0 E-post 1 .*Undantagna/)
    await reviews(town.karin, address)
    await releases(town.amina, address)
    await town.works()
    const [mail] = town.mail.sent()
    expect(mail?.to).toEqual(['mejla@example.org'])
    await answers(linkIn(mail?.text ?? ''), 'working', { place: 'Lagret', since: '' })
    await accepts(town.amina, mailed)
    expect(await contactsOf(town, mailed)).toEqual(['email sent ?', 'email replied !'])
    // No step of the ladder can be taken by mail alone.
    expect(await standingOf(town, mailed)).toMatchObject({ step: null, attempt: 'email', reached: 'email', firstReachedOn: today })
  })
})

describe('afterwards', () => {
  it('a round finds nobody to write to', async () => {
    const { html } = await preparesRound(town.amina)
    expect(pageText(html)).toContain('Ingen får något i den här rundan.')
  })

  it('the figures, the evidence and the log agree', async () => {
    const { letter, sms, ...rest } = await figuresOf(town)
    expect(rest).toEqual({ email: '1/1/1', 'youths reached': '3' })
    // The answer to the text counts to whichever of letter and text left last (docs/figures.md).
    expect(['2/2/2 1/0/0', '2/1/1 1/1/1']).toContain(`${letter} ${sms}`)
    for (const youth of [written, texted, mailed]) await expectEvidence(town, town.amina, youth, await contactsOf(town, youth))
    await expectCleanLog(town, [written, texted, mailed])
  })
})

it('met no defect on the way', () => expect(town.site.reported).toEqual([]))
