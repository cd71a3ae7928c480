/** The cards "Nästa steg" and "Kontakter" on the person page: the sentence, the two clocks, the history, silence after a no, the past. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { textOf, threeYouths, type Youths } from '../youth/youth.testbed.ts'
import { ago } from './outreach.testbed.ts'

let youths: Youths
let amina: Visitor
beforeAll(async () => {
  youths = await threeYouths()
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => youths.site.close())

const cards = async (visitor: Visitor, path = youths.paths.anna): Promise<string> => {
  const text = textOf((await visitor.get(path)).html)
  return text.slice(text.indexOf('Nästa steg'))
}
const log = (given: Readonly<Record<string, string>>) =>
  amina.send(`${youths.paths.anna}/kontakter`, { channel: 'letter', outcome: 'sent', ...given })

test('before anybody has tried', async () => {
  const text = await cards(amina)
  expect(text).toMatch(/Nästa steg Brev /)
  expect(text).toMatch(/Uppsökandet ska börja senast \d/)
  expect(text).toMatch(/Senaste försök inget försök än Senast nådd aldrig nådd/)
  expect(text).toMatch(/hoppas över samtal: inget telefonnummer/)
  expect(text).toMatch(/sedan .*knackakort → hembesök/)
  expect(text).toContain('Logga samtal')
})

test('after a letter, and a call from the youth', async () => {
  await log({ on: ago(3) })
  await log({ channel: 'phone', direction: 'youthContacted', outcome: 'reached', nextStep: 'waitForYouth', note: 'Söker praktik' })
  const text = await cards(amina)
  expect(text).toMatch(/Brev, skickat · Amina Lind/)
  expect(text).toContain('för 3 dagar sedan')
  expect(text).toMatch(/Senast nådd [^,]+, i dag/)
  expect(text).toMatch(/Alla kontakter \(2\)/)
  expect(text).toMatch(/Hörde av sig : telefon ungdomen hör av sig Söker praktik/i)
  expect(text).toMatch(/Försök : brev, skickat/)
  const picture = textOf((await amina.get(youths.paths.anna)).html)
  expect(picture).toMatch(/Kontakt Försök: brev, skickat \d{4}-/)
  expect(picture).toMatch(/Kontakt Hörde av sig: telefon \d{4}-/)
})

test('on an earlier day only what had been then, and no step', async () => {
  const text = textOf((await amina.get(`${youths.paths.anna}?dag=${ago(2)}`)).html)
  expect(text).not.toContain('Nästa steg')
  expect(text).toContain('brev, skickat')
  expect(text).not.toContain('Hörde av sig')
})

test('silent after a no, with the day and why', async () => {
  await log({ channel: 'phone', direction: 'youthContacted', outcome: 'declined' })
  expect(await cards(amina)).toMatch(/Vilar till \d+ \p{L}+( \d{4})? \([^)]+\): tackade nej \d+ \p{L}+/u)
})

test('for those who may not log there are no buttons; for the protected there is the same page', async () => {
  const system = await youths.site.signedIn(['systemCoordinator'])
  expect(await cards(system)).not.toMatch(/Logga samtal|Alla kontakter|Ångra/)
  const handler = await youths.site.signedIn(['protectedHandler'])
  expect(await cards(handler, youths.paths.cecilia)).toContain('Logga samtal')
})

test('somebody whom the register is not about has no step, and no contacts are kept', async () => {
  const text = textOf((await amina.get(youths.paths.bertil)).html)
  expect(text).not.toMatch(/Nästa steg|Logga samtal/)
})

test('turned to the youth: what was done, not what staff wrote for each other', async () => {
  const turned = await youths.site.signedIn(['coordinator'], { name: 'Turned' })
  await turned.send('/motelage', { meeting: 'on', path: '/' })
  const text = await cards(turned)
  expect(text).toContain('Försök : brev, skickat')
  expect(text).not.toMatch(/Söker praktik|Logga samtal|Ångra/)
})

test('nothing broke on the way', () => expect(youths.site.reported).toEqual([]))
