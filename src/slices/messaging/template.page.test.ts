/** Templates in the browser: the text in force, what may not be saved, versions beside each other, and who has proofread what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { infoOf, textOf } from '../../platform/pdf.testbed.ts'
import { shippedTemplates } from './shipped/shipped.ts'

let site: TestSite
let amina: Visitor
beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => site.close())

const path = '/utskick/mallar/firstSms/sv'
const save = (given: Record<string, string>, at = path) => amina.send(`${at}/andra`, { from: '0', subject: '', does: 'save', ...given })
const right = 'Hej! {{unit}} vill höra av dig. Svara: {{replyLink}}'
const text = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

describe('the templates', () => {
  it('stand with every language, and say what is to be proofread', async () => {
    const { status, html } = await amina.get('/utskick/mallar')
    expect(status).toBe(200)
    expect(html.match(/href="\/utskick\/mallar\/\w+\/\w+"/g)).toHaveLength(104)
    expect(text(html)).toContain('ska korrekturläsas')
  })

  it('show a text in its own direction, what it costs, and how it comes out', async () => {
    const { html } = await amina.get('/utskick/mallar/firstSms/ar')
    expect(html).toMatch(/lang="ar" dir="rtl"/)
    expect(text(html)).toMatch(/\d sms-delar · \d+ tecken \(tecken som tar dubbel plats\) · ungefär [\d,]+ kr per mottagare/)
    expect(html).toContain('EXEMPELKOD')
  })

  it('have a sample as a PDF in any language, with made-up values', async () => {
    const response = await site.app.request('/utskick/mallar/turning20/prs/prov?version=0', { headers: { cookie: amina.cookie } })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pdf = new Uint8Array(await response.arrayBuffer())
    expect([infoOf(pdf).get('Tagged'), infoOf(pdf).get('Pages')]).toEqual(['yes', '1'])
    expect(textOf(pdf)).toContain('Exempelsson')
  })

  it.each(['/utskick/mallar/firstSms/xx', '/utskick/mallar/nothing/sv', `${path}?version=7`, '/utskick/mallar/firstSms/sv/prov'])(
    'are not found at %s',
    async (address) => expect((await amina.get(address)).status).toBe(404),
  )

  it('are changed by those who may, and read by everybody', async () => {
    const karin = await site.signedIn(['unitManager'], { name: 'Karin' })
    expect((await karin.get(path)).status).toBe(200)
    expect((await karin.get(`${path}/andra`)).status).toBe(403)
    expect((await karin.get(path)).html).not.toContain('/andra')
  })
})

describe('a text that is written', () => {
  it.each([
    ['nobody can answer', 'Hej från {{unit}}', 'Mallen saknar fältet {{replyLink}}: utan det kan ingen svara.'],
    ['a field is not there', `${right} {{telefon}}`, 'Fältet {{telefon}} finns inte.'],
    ['the name would be seen', `${right} {{firstName}}`, 'Fältet {{firstName}} får inte stå'],
    ['the matter is named', `${right} Du har hoppat av.`, 'Ordet ”hoppat av” talar om vad saken gäller.'],
    ['it is empty', ' ', 'Fyll i'],
  ])('is not saved when %s, and comes back whole', async (_, body, says) => {
    const { status, html } = await save({ body })
    expect(status).toBe(422)
    expect(text(html)).toContain(says)
    expect(html).toContain('href="#body"')
    if (body.trim() !== '') expect(html).toContain(`>${body.trim()}</textarea>`)
    expect(await site.place.sql('select from messaging.template')).toEqual([])
  })

  it('is not saved when a letter does not fit on one page', async () => {
    const { subject, body } = shippedTemplates.sv.firstLetter
    const long = `${body}\n\n${'Ett stycke till som gör brevet längre än en sida. '.repeat(40)}`
    const { status, html } = await save({ subject, body: long }, '/utskick/mallar/firstLetter/sv')
    expect(status).toBe(422)
    expect(text(html)).toContain('Texten ryms inte på en sida.')
    expect(text(html)).toContain('2 sidor')
  })

  it('is looked at without being saved', async () => {
    const { status, html } = await save({ body: right, does: 'check' })
    expect(status).toBe(200)
    expect(text(html)).toContain('Inget fel hittades.')
    expect(text(html)).toContain('1 sms-del')
    expect(await site.place.sql('select from messaging.template')).toEqual([])
  })

  it('becomes a new version, with the difference to read, and who saved it', async () => {
    expect((await save({ body: right })).location).toBe(path)
    const { html } = await amina.get(path)
    expect(text(html)).toMatch(/Version 1 .* Amina Lind/)
    const compared = await amina.get(`${path}?version=0&jamfor=ja`)
    expect(compared.html).toMatch(/<del>.*<\/del>/s)
    expect(compared.html).toMatch(/<ins>.*<\/ins>/s)
    expect(text(compared.html)).toContain('Från Medföljande text till Version 1')
    const [line] = await site.place.sql(`select detail from audit.line where action = 'templates.save' and outcome = 'done'`)
    expect(line).toEqual({ detail: { key: 'firstSms', lang: 'sv', version: 1 } })
  })

  it('that somebody else saved meanwhile is shown beside one’s own, and saved over when one says so', async () => {
    const mine = `${right} Hälsningar`
    const { status, html } = await save({ body: mine })
    expect(status).toBe(409)
    expect(text(html)).toContain('Någon annan hann spara före dig')
    expect(html).toContain(`>${mine}</textarea>`)
    expect(html).toMatch(/name="from" value="1"/)
    expect((await save({ body: mine, from: '1' })).status).toBe(303)
    expect((await save({ body: mine, from: '2' })).location).toBe(path)
    expect(await site.place.sql('select version from messaging.template order by version')).toEqual([{ version: 1 }, { version: 2 }])
  })

  it('at once by two is one of them', async () => {
    const both = await Promise.all([save({ body: `${right} A`, from: '2' }), save({ body: `${right} B`, from: '2' })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
  })
})

describe('proofreading', () => {
  const uk = '/utskick/mallar/firstSms/uk'
  it('is noted of a version with the translator’s name, once, and not in the log', async () => {
    expect(text((await amina.get(uk)).html)).toContain('Ingen översättare har läst den här versionen än.')
    const noted = await amina.send(`${uk}/korrektur`, { version: '0', translator: 'Oksana Påhitt' })
    expect(noted.location).toBe(`${uk}?version=0`)
    expect(text((await amina.get(uk)).html)).toMatch(/Korrekturläst av Oksana Påhitt, antecknat i dag/)
    await amina.send(`${uk}/korrektur`, { version: '0', translator: 'Någon Annan' })
    expect(text((await amina.get(uk)).html)).toContain('Oksana Påhitt')
    const lines = await site.place.sql<{ outcome: string }>(`select * from audit.line where action = 'templates.proofread' order by id`)
    expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'already-noted'])
    expect(JSON.stringify(lines)).not.toContain('Oksana')
  })

  it('is asked for again when the text is changed', async () => {
    const body = shippedTemplates.uk.firstSms.body.replace('Привіт!', 'Вітаю!')
    await save({ body }, uk)
    expect(text((await amina.get(uk)).html)).toContain('Ingen översättare har läst den här versionen än.')
    expect(text((await amina.get(`${uk}?version=0`)).html)).toContain('Oksana Påhitt')
  })

  it('is not needed for easy Swedish', async () => {
    expect(text((await amina.get(path)).html)).toContain('Den behöver ingen översättare.')
  })

  it('is of a version that is there', async () => {
    expect((await amina.send(`${uk}/korrektur`, { version: '9', translator: 'X' })).status).toBe(404)
  })
})
