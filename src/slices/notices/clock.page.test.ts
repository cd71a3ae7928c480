/** /siffror/anmalningar: what a reader of figures is told of schools, and what of single pupils is not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAbsence, anna, aNoticeTown, type NoticeTown } from './notices.testbed.ts'

let town: NoticeTown
beforeAll(async () => {
  town = await aNoticeTown()
})
afterAll(() => town.site.close())

const tableAt = async (query = ''): Promise<string> => {
  const { html, status } = await town.staff.get(`/siffror/anmalningar${query}`)
  expect(status).toBe(200)
  return /<table[^]*<\/table>/.exec(html)?.[0] ?? ''
}
/** What the line of the school says, from left to right. */
const lineIn = (table: string): string[] => {
  const line = table.split('<tr').find((row) => row.includes('Skola 12345678')) ?? ''
  return [...line.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => (cell ?? '').replaceAll(/<[^>]+>/g, ''))
}
/** Absences that ended on the day and those before it in October, told late. */
const tell = async (...days: readonly string[]): Promise<void> => {
  for (const day of days) expect((await town.program.send(anAbsence(anna, { untilOn: `2026-10-${day}` }))).status).toBe(201)
}

describe('the clocks', () => {
  it('hide four notices of a school, and show six with their days', async () => {
    await tell('10', '11', '12', '13')
    const few = await tableAt()
    expect(few).toContain('Friskolan AB')
    expect(lineIn(few)).toEqual(['..', '..', 'för få', '0', '0', '–', '–'])
    await tell('14', '15')
    const [notices, late, toNotice] = lineIn(await tableAt())
    expect([notices, late]).toEqual(['6', '6'])
    expect(toNotice).toMatch(/^\d+(,5)? dagar$/)
  })

  it('are of half-years, and can be narrowed to no other days', async () => {
    expect(await tableAt('?halvar=2025H1')).toBe('')
    expect(await tableAt('?fran=2026-11-26&till=2026-11-26')).toBe(await tableAt())
    const { html } = await town.staff.get('/siffror/anmalningar')
    expect(html).toContain('Tal under 5 visas inte')
  })
})
