/** Comparing on pages: ours beside earlier periods and others, and writing down what others have published. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'

let site: TestSite
let coordinator: Visitor
const year = Number(todayInSweden().slice(0, 4))

beforeAll(async () => {
  site = await aSite()
  coordinator = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => site.close())

describe('comparing', () => {
  const reference = {
    row: 'covered',
    whole: '',
    ofWhom: 'Grannkommunen',
    period: '2025H2',
    value: '1 234',
    source: 'Påhittad för prov, 2026',
    url: 'https://grannen.example/kaa',
  }
  it('shows ours beside earlier periods and others with their source', async () => {
    const { status, html } = await coordinator.get('/rapporter/jamfor')
    expect(status).toBe(200)
    expect(html).toContain('Källa: Skolverkets statistik')
    expect((await coordinator.get('/rapporter/jamfor?figur=on-day')).html).toContain('Ingen siffra från andra att jämföra med än')
    expect((await coordinator.get('/rapporter/jamfor?period=2026H7')).html).toContain('Den perioden finns inte')
    expect((await coordinator.get(`/rapporter/jamfor?period=${year + 1}H1`)).html).toContain('har inte börjat')
  })

  it('a figure of others is written, written anew, and taken away; its history stays', async () => {
    expect((await coordinator.send('/rapporter/jamfor/siffror', reference)).location).toBe('/rapporter/jamfor/siffror')
    const shown = await coordinator.get('/rapporter/jamfor')
    expect(shown.html).toContain('href="https://grannen.example/kaa"')
    expect(shown.html).toContain('Grannkommunen: 1\u00A0234')
    const address = '/rapporter/jamfor/siffror/Grannkommunen-2025H2-covered'
    expect((await coordinator.send(address, { ...reference, value: '1300' })).status).toBe(303)
    const history = (await coordinator.get(address)).html
    for (const text of ['1\u00A0234', '1\u00A0300', 'gäller']) expect(history).toContain(text)
    expect((await coordinator.send(`${address}/bort`)).status).toBe(303)
    expect((await coordinator.get('/rapporter/jamfor')).html).not.toContain('Grannkommunen')
    expect((await coordinator.get(address)).status).toBe(200)
  })

  it.each([
    ['value', { value: 'många' }],
    ['value', { whole: 'covered', value: '101' }],
    ['period', { period: '2026H3' }],
    ['source', { source: 'x' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['row', { row: '' }],
  ])('%s is mended where it stands', async (field, wrong) => {
    const sent = await coordinator.send('/rapporter/jamfor/siffror', { ...reference, ...wrong })
    expect(sent.status).toBe(422)
    expect(sent.html).toContain(`id="${field}-problem"`)
    expect(sent.html).toContain('Grannkommunen')
  })
})
