/** Searching for numbers: one press a step, a field for what was found, and figures that say what it gave. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aUnit, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { textOf } from '../youth/youth.testbed.ts'
import { aNumber } from './outreach.testbed.ts'

let site: TestSite
let amina: Visitor
const list = '/uppsok/saknar-nummer'
const one = ({ subjectId }: MadeYouth) => `${list}/${subjectId}`
let anna: MadeYouth
let bo: MadeYouth
let hidden: MadeYouth

beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  anna = await aYouth(site.place, { given: 'Anna', family: 'Aronsson' })
  bo = await aYouth(site.place, { given: 'Bo', family: 'Berg' })
  const far = await aUnit(site.place, 'Dolda enheten')
  hidden = await aYouth(site.place, { given: 'Hemliga', family: 'Cel', protected: 'marked', ...far })
  const reachable = await aYouth(site.place, { given: 'Nåbar' })
  await aNumber(site.place, reachable.personId)
  await aYouth(site.place, { given: 'Utflyttad', untilOn: '2026-11-01' })
})
afterAll(() => site.close())

const searches = ({ personId }: MadeYouth) =>
  site.place.sql<{ step: string; result: string; struck: boolean }>(
    'select step, result, struck_at is not null as struck from outreach.search where person_id = $1 order by id',
    [personId],
  )

describe('the list', () => {
  test('is of covered youths without a live number, and of those the reader may see', async () => {
    const text = textOf((await amina.get(list)).html)
    expect([/Anna Aronsson/.test(text), /Bo Berg/.test(text)]).toEqual([true, true])
    expect(text).not.toMatch(/Nåbar|Utflyttad|Hemliga/)
    expect(text).toContain('Alla 2')
    const karin = await site.signedIn(['protectedHandler'])
    expect(textOf((await karin.get(list)).html)).toMatch(/Hemliga Cel.*skyddad/)
    expect(textOf((await karin.get(list)).html)).not.toContain('Dolda enheten')
    expect((await karin.send(one(hidden), { nothing: 'school' })).status).toBe(303)
    expect(textOf((await karin.get('/uppsok/utbyte')).html)).not.toContain('Dolda enheten')
  })

  test('is of the reader’s own unit for a counsellor', async () => {
    const { unit } = await aUnit(site.place, 'Farsta')
    const dana = await aYouth(site.place, { given: 'Dana', unit })
    const olof = await site.signedIn(['counsellor'], { unit: 'Farsta' })
    const text = textOf((await olof.get(list)).html)
    expect([text.includes('Dana'), text.includes('Anna')]).toEqual([true, false])
    expect((await olof.send(one(anna), { nothing: 'school' })).status).toBe(404)
    await aNumber(site.place, dana.personId)
  })
})

describe('a step', () => {
  test('is ticked by one press, stays ticked, and the list goes on in the same row', async () => {
    const { status, location } = await amina.send(one(anna), { nothing: 'school', view: 'all', page: '1', next: anna.subjectId })
    expect([status, location]).toEqual([303, `${list}#u-${anna.subjectId}`])
    const text = textOf((await amina.get(list)).html)
    expect(text).toMatch(/✓ Förra skolan/)
    expect(await searches(anna)).toEqual([{ step: 'school', result: 'nothing', struck: false }])
  })

  test('ticked twice in a day is one search, and can be taken back by the one who ticked it', async () => {
    await amina.send(one(anna), { nothing: 'school' })
    expect(await searches(anna)).toHaveLength(1)
    const [row] = await site.place.sql<{ id: string }>('select search_id as id from outreach.search where person_id = $1', [anna.personId])
    const sara = await site.signedIn(['coordinator'], { name: 'Sara' })
    const refused = await sara.send(`${one(anna)}/angra`, { search: row?.id ?? '' })
    expect([refused.status, textOf(refused.html).includes('du själv bockat av i dag')]).toEqual([422, true])
    expect((await amina.send(`${one(anna)}/angra`, { search: row?.id ?? '' })).status).toBe(303)
    expect(await searches(anna)).toEqual([{ step: 'school', result: 'nothing', struck: true }])
  })

  test('that the municipality does not allow is refused in its row', async () => {
    const { status, html } = await amina.send(one(anna), { nothing: 'facebook' })
    expect(status).toBe(422)
    expect(html).toMatch(new RegExp(`id="found-${anna.subjectId}-problem"[^>]*>Steget används inte`))
  })
})

describe('a find', () => {
  test('lands in the ledger with the step as its source, and takes the youth off the list; the work goes on with the next', async () => {
    const found = { found: '070 1740608', step: 'lookup', next: bo.subjectId }
    const { status, location } = await amina.send(one(anna), found)
    expect([status, location]).toEqual([303, `${list}#u-${bo.subjectId}`])
    const [way] = await site.place.sql('select value, source, source_detail from outreach.way where person_id = $1', [anna.personId])
    expect(way).toEqual({ value: '+46701740608', source: 'lookedUp', source_detail: 'lookup' })
    expect(textOf((await amina.get(list)).html)).not.toContain('Anna')
  })

  test.each([
    ['without where', { found: '070-174 06 09', step: '' }, 'Välj var du hittade det'],
    ['that is no number', { found: '070-17', step: 'lookup' }, 'för kort'],
    ['that is empty', { found: '', step: 'lookup' }, 'Fyll i fältet'],
  ])('%s is told in its row, and what was typed stands there', async (_, fields, says) => {
    const { status, html } = await amina.send(one(bo), fields)
    expect(status).toBe(422)
    expect(html).toMatch(new RegExp(`id="found-${bo.subjectId}-problem"[^>]*>[^<]*${says}`))
    if (fields.found !== '') expect(html).toContain(`value="${fields.found}"`)
    expect(await searches(bo)).toEqual([])
  })
})

describe('the yield', () => {
  test('is a figure on the page: searched, and how many of the finds hold', async () => {
    await amina.send(one(bo), { nothing: 'lookup' })
    expect(textOf((await amina.get(list)).html)).toContain('2 sökta, 1 gällande')
    const { status, html } = await amina.get('/uppsok/utbyte')
    expect(status).toBe(200)
    expect(textOf(html)).toMatch(/Nummerupplysning på nätet 2 1 1 50 %/)
  })

  test('counts a find no longer when somebody else turns out to have the number', async () => {
    await site.place.sql(
      `update outreach.way set last_result = 'wrongPerson', last_result_at = now(), cooldown_until = '2027-01-01' where person_id = $1`,
      [anna.personId],
    )
    expect(textOf((await amina.get(list)).html)).toContain('2 sökta, 0 gällande')
  })

  test('is of the days that are asked for', async () => {
    expect(textOf((await amina.get('/uppsok/utbyte?fran=2020-01-01&till=2020-12-31')).html)).toContain('Ingen har sökt')
    const bad = await amina.get('/uppsok/utbyte?fran=2020-13-01&till=x')
    expect([bad.status, textOf(bad.html).includes('Skriv dagar som')]).toEqual([422, true])
  })
})
