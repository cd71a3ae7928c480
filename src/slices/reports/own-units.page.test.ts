/** A report of one unit: the page, the paper and the file say whose numbers they are. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestSite, Visitor } from '../../../test/support/web.ts'
import { textOf } from '../../platform/pdf.testbed.ts'
import { aFigureSite } from '../figures/figure-site.testbed.ts'

let site: TestSite
beforeAll(async () => {
  site = await aFigureSite()
})
afterAll(() => site.close())

const paperOf = async ({ cookie }: Visitor): Promise<string> => {
  const response = await site.app.request('/rapporter/lasar/pdf?ar=2025', { headers: { cookie } })
  return textOf(new Uint8Array(await response.arrayBuffer()))
}

test('of a unit manager says on every page whose numbers they are, and nowhere that they are the municipality’s', async () => {
  const ofWest = await site.signedIn(['unitManager'], { unit: 'Väst' })
  const paper = await paperOf(ofWest)
  expect(paper).toContain('Provstad, Väst')
  expect(paper).toContain('Det här gäller Väst, inte hela kommunen.')
  expect(paper).toContain('Ungdomar med skyddade uppgifter är inte med.')
  expect(paper).not.toContain('Hela kommunen')
  const { html } = await ofWest.get('/rapporter/lasar?ar=2025')
  expect([html.includes('<caption>Väst</caption>'), html.includes('Hela kommunen')]).toEqual([true, false])
  const compared = await ofWest.get('/rapporter/jamfor')
  expect([compared.html.includes('Väst och tidigare perioder'), compared.html.includes('Kommunen och tidigare')]).toEqual([true, false])
  expect((await ofWest.get('/rapporter/ar/csv?ar=2026')).html).toMatch(/;Väst;Kom in[^;]*;/)
})

test('of the whole municipality says so, and that protected youths are left out for those who do not count them', async () => {
  const paper = await paperOf(await site.signedIn(['coordinator']))
  expect([paper.includes('Hela kommunen'), paper.includes('inte hela kommunen')]).toEqual([true, false])
  expect(paper).toContain('Ungdomar med skyddade uppgifter är inte med.')
  expect(await paperOf(await site.signedIn(['coordinator', 'protectedHandler']))).not.toContain('är inte med.')
})
