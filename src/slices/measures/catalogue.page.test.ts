/** The municipality's catalogue in the browser: added to, changed version by version, ended; nothing is ever taken away. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aMeasuresSite, inDays, type MeasuresSite } from './measures.testbed.ts'

let at: MeasuresSite
beforeAll(async () => {
  at = await aMeasuresSite()
})
afterAll(() => at.site.close())
const sql = <Found extends object>(text: string, values?: unknown[]) => at.site.place.sql<Found>(text, values)

type Fields = Record<string, string | readonly string[]>
const anItem = (given: Fields = {}): Fields => ({
  version: '0',
  nameSv: 'Sommarjobb',
  nameEn: 'Summer job',
  from: inDays(-50),
  until: '',
  department: 'labourMarket',
  counts: 'ja',
  code: '',
  ...given,
})
/** What the form of the page holds, as a browser would send it again. */
function formOf(html: string): Fields {
  const form = /<form[^>]*action="\/atgarder\/katalog\/[^"]*"[^>]*>(.*?)<\/form>/s.exec(html)?.[1] ?? ''
  const fields: Record<string, string[]> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (name === 'formToken' || name === 'once' || (/type="checkbox"/.test(tag) && !/ checked/.test(tag))) continue
    ;(fields[name] ??= []).push(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = [/value="([^"]*)" selected/.exec(options)?.[1] ?? '']
  return fields
}

it('holds the shipped items with their rules, and says that the codes are drafts', async () => {
  const { html } = await at.coordinator.get('/atgarder/katalog')
  for (const text of ['Studie- och yrkesvägledning', 'Ungdomsanställning', 'Genom annan aktör', 'inte prövade mot SCB'])
    expect(html).toContain(text)
  expect(html).toMatch(/Enstaka samtal.*?räknas inte/s)
  expect((await at.counsellor.get('/atgarder/katalog')).status).toBe(403)
})

it('is added to, and the new item can be chosen for a youth', async () => {
  expect((await at.coordinator.send('/atgarder/katalog/ny', anItem())).status).toBe(303)
  const youth = await at.youth()
  expect((await at.coordinator.get(at.pathOf(youth))).html).toContain('Sommarjobb')
})

it.each<[Fields, string]>([
  [{ nameSv: 'praktik' }, 'Det finns redan en insats med det namnet'],
  [{ nameSv: '' }, 'Fyll i fältet'],
  [{ nameSv: 'Annat', until: inDays(-50) }, 'Slutet ligger före starten'],
  [{ nameSv: 'Annat', department: 'okand' }, 'Välj ett av alternativen'],
  [{ nameSv: 'Annat', stageSv1: 'Vecka', stageEn1: 'Week', stageStep1: '2', stageLength1: '1', stageUnit1: 'weeks' }, 'utan luckor'],
  [
    { nameSv: 'Annat', stageSv1: 'Vecka', stageEn1: 'Week', stageStep1: '1', stageLength1: 'en', stageUnit1: 'weeks' },
    'hur långt steget är',
  ],
  [{ nameSv: 'Annat', stageSv1: 'Vecka', stageEn1: '', stageStep1: '1', stageLength1: '1', stageUnit1: 'weeks' }, 'Fyll i fältet'],
])('%j is refused at its field with everything still there', async (given, text) => {
  const shown = await at.coordinator.send('/atgarder/katalog/ny', anItem(given))
  expect(shown.status).toBe(422)
  expect(shown.html).toContain(text)
  expect(shown.html).toContain('Summer job')
})

it('sent as it is changes nothing, also one with stages', async () => {
  const page = await at.coordinator.get('/atgarder/katalog/youthEmployment')
  expect(page.html).toContain('value="Sex veckors praktik"')
  const again = await at.coordinator.send('/atgarder/katalog/youthEmployment', formOf(page.html))
  expect([again.status, again.html.includes('Inget är ändrat')]).toEqual([409, true])
})

it('is changed version by version; two at once: the second is told and loses nothing', async () => {
  const asItWas = formOf((await at.coordinator.get('/atgarder/katalog/singleTalk')).html)
  const youth = await at.youth()
  await at.add(youth, { item: 'singleTalk' })
  const counts = () => sql('select counts from measures.span where person_id = $1', [youth.personId])
  expect(await counts()).toEqual([{ counts: false }])
  const edition = async () => (await sql<{ n: number }>('select sum(n)::int as n from worklist.edition'))[0]?.n ?? 0
  const before = await edition()
  expect((await at.coordinator.send('/atgarder/katalog/singleTalk', { ...asItWas, counts: 'ja' })).status).toBe(303)
  // The municipality says that it counts: what there is counts from now, and the lists hear of it.
  expect(await counts()).toEqual([{ counts: true }])
  expect(await edition()).toBeGreaterThan(before)
  const second = await at.coordinator.send('/atgarder/katalog/singleTalk', { ...asItWas, nameSv: 'Kort samtal' })
  expect(second.status).toBe(409)
  expect(second.html).toContain('value="Kort samtal"')
  expect(second.html).toContain('Version 2')
  expect(
    await sql(`select version, known_until = 'infinity' as open from measures.item_version where item_key = 'singleTalk' order by version`),
  ).toEqual([
    { version: 1, open: false },
    { version: 2, open: true },
  ])
})

it('an item that has ceased is not for new measures, and still names the old ones', async () => {
  const youth = await at.youth()
  await at.add(youth, { item: 'studyVisit', from: inDays(-20) })
  const asItWas = formOf((await at.coordinator.get('/atgarder/katalog/studyVisit')).html)
  expect((await at.coordinator.send('/atgarder/katalog/studyVisit', { ...asItWas, until: inDays(-5) })).status).toBe(303)
  expect((await at.add(youth, { item: 'studyVisit', from: inDays(-5) })).html).toContain('Insatsen gäller inte den dagen')
  expect((await at.add(youth, { item: 'studyVisit', from: inDays(-6) })).status).toBe(303)
  const list = (await at.coordinator.get(at.pathOf(youth))).html
  expect(list).toMatch(/Studiebesök<\/a>/)
  expect(list).not.toContain('<option value="studyVisit"')
  expect(at.site.reported).toEqual([])
})
