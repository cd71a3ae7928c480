/**
 * Every line of the coding conventions (DOMAIN.md 6) as somebody at work meets it: the word is looked for, what will be written is read, one press saves
 * it, and the youth's page says so. Of another actor the kind is in no request, no table and no line of the log.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { giveNumbers, untried } from './contact-steps.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
let paths: readonly string[] = []
beforeAll(async () => {
  site = await aDemoSite()
  await giveNumbers(site)
  paths = await untried(site)
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

type Line = {
  /** What is looked for, and the word that is chosen. */
  readonly search: string
  readonly word: string
  readonly heard?: string
  /** What the page says will be written, and what the youth's page says afterwards. */
  readonly occupation: string
  readonly measure: string
  readonly after: RegExp
}
const other = {
  occupation: 'Ingen ny uppgift',
  measure: 'Genom annan aktör, annan aktör ansvarar',
  after: /Vad hände\?\s+Insats genom någon annan\s+Genom annan aktör/,
}
const none = 'Ingen åtgärd'

const lines: readonly Line[] = [
  {
    search: 'jobbet',
    word: 'Arbetar, har ordnat jobbet själv',
    occupation: 'Arbetar',
    measure: none,
    after: /Arbete som ungdomen ordnat själv\s+Arbetar/,
  },
  { search: 'frivård', word: 'Är inom kriminalvård eller frivård', ...other },
  { search: 'lvu', word: 'Är placerad enligt LVU', ...other },
  { search: 'habil', word: 'Har insats genom habiliteringen', ...other },
  { search: 'bup', word: 'Har insats genom psykiatrin', ...other },
  { search: 'arbetsförm', word: 'Har insats genom Arbetsförmedlingen', ...other },
  { search: 'försäkringsk', word: 'Har insats genom Försäkringskassan', ...other },
  { search: 'samordning', word: 'Har insats genom samordningsförbund', ...other },
  {
    search: 'au pair',
    word: 'Är au pair utomlands',
    occupation: 'Utomlands, inte studier',
    measure: none,
    after: /Utomlands av annan orsak/,
  },
  {
    search: 'volont',
    word: 'Är volontär utomlands',
    occupation: 'Utomlands, inte studier',
    measure: none,
    after: /Utomlands av annan orsak/,
  },
  { search: 'arbetar utom', word: 'Arbetar utomlands', occupation: 'Arbetar', measure: none, after: /Arbete utomlands\s+Arbetar/ },
  { search: 'familjehem', word: 'Är placerad i en annan kommun men folkbokförd här', ...other },
  { search: 'delta', word: 'Kan inte delta, har en insats genom någon annan', ...other },
  { search: 'lumpen', word: 'Gör värnplikt', occupation: 'Studerar', measure: none, after: /Värnplikt\s+Studerar/ },
  { search: 'föräldra', word: 'Är föräldraledig', occupation: 'Annat', measure: none, after: /Föräldraledighet\s+Annat/ },
  {
    search: 'vill inte',
    word: 'Vill inte ha kontakt',
    heard: 'Ungdomen, när vi ringde',
    occupation: 'Ingen ny uppgift',
    measure: none,
    after: /Vill inte ha kontakt/,
  },
  {
    search: 'enstaka',
    word: 'Vi hade ett enstaka samtal',
    heard: 'Ungdomen, när vi träffades',
    occupation: 'Ingen ny uppgift',
    measure: none,
    after: /Ett enstaka samtal/,
  },
  {
    search: 'ingenting',
    word: 'Gör ingenting just nu',
    occupation: 'Ingen sysselsättning',
    measure: none,
    after: /Gör ingenting just nu\s+Ingen sysselsättning/,
  },
  {
    search: 'vet inte',
    word: 'Ingen kunde säga vad hen gör',
    occupation: 'Frågan ställd, svaret okänt|Frågad men okänd',
    measure: none,
    after: /Ingen kunde säga/,
  },
  { search: 'komvux', word: 'Läser på komvux', occupation: 'Studerar', measure: none, after: /Andra studier\s+Studerar/ },
]

/** Finds the word as somebody would, and goes on to what will be written. */
async function choose(
  page: Page,
  path: string,
  { search, word, heard = 'Skolan' }: Pick<Line, 'search' | 'word' | 'heard'>,
): Promise<void> {
  await page.goto(`${site.address}${path}/vad-hande`)
  await page.getByLabel('Sök bland orden').fill(search)
  await page.getByLabel(word, { exact: true }).check()
  await page.getByLabel(heard, { exact: true }).check()
  await page.getByRole('button', { name: 'Se vad som skrivs' }).click()
  await page.getByRole('heading', { name: 'Det här skrivs' }).waitFor()
}

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const save = async (page: Page, path: string): Promise<void> => {
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.waitForURL(`${site.address}${path}`)
}

/** Words that would say which other actor it is. */
const kinds =
  /kriminal|frivård|frivard|\blvu\b|habilit|psykiatr|\bbup\b|arbetsförmedl|försäkringskass|samordningsförbund|probation|psychiatr|familjehem/i

/** A request in words, without the tokens, in which any letters may come together. */
const said = (url: string, body: string | null): string =>
  decodeURIComponent(`${url} ${(body ?? '').replaceAll(/(formToken|once)=[^&]*/g, '')}`.replaceAll('+', ' '))

/** Every row of every table that says such a word; the tokens of sign-ins are any letters. */
async function rowsThatSay(): Promise<string[]> {
  const { rows } = await site.place.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname <> 'information_schema' and schemaname not like 'pg%'
     and (schemaname, tablename) <> ('access', 'session')`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: saying } = await site.place.pool.query<{ row: string }>(`select t::text as row from ${name} t where t::text ~* $1`, [
      kinds.source.replaceAll(String.raw`\b`, String.raw`\y`),
    ])
    found.push(...saying.map(({ row }) => `${name}: ${row}`))
  }
  return found
}

describe('every line of the conventions', () => {
  it('is found, read, saved with one press, and stands on the youth’s page; the kind of another actor is nowhere', async () => {
    const before = await rowsThatSay()
    const page = await site.open()
    const sent: string[] = []
    page.on('request', (request) => sent.push(said(request.url(), request.postData())))
    await site.signIn(page, 'Amina Lind')
    for (const [index, line] of lines.entries()) {
      const path = paths[index % 10] ?? ''
      await choose(page, path, line)
      const text = await main(page)
      expect(text).toMatch(new RegExp(`Sysselsättning\\s+(${line.occupation})`))
      expect(text).toContain(line.measure)
      expect(text).toMatch(/Aktivitetsansvaret\s+Ändras inte/)
      await save(page, path)
      expect(await main(page)).toMatch(line.after)
    }
    expect(sent.filter((one) => one.includes('event=otherActor')).length).toBe(9 * 2)
    expect(sent.filter((one) => kinds.test(one))).toEqual([])
    expect(await rowsThatSay()).toEqual(before)
  }, 240_000)

  it('upper secondary studies abroad end coverage, shown before and after', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    const path = paths[10] ?? ''
    await choose(page, path, { search: 'gymnasiet', word: 'Läser på gymnasiet utomlands', heard: 'Ungdomen, i ett mejl' })
    expect(await main(page)).toMatch(/Sysselsättning\s+Gymnasiestudier utomlands[\s\S]*Ungdomen lämnar aktivitetsansvaret/)
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Hur vet vi det?').fill('Antagningsbesked från skolan')
    await save(page, path)
    const text = await main(page)
    expect(text).toMatch(/Gymnasiestudier utomlands/)
    expect(text).toContain('omfattas inte')
  })
})

describe('the form', () => {
  it('works without script: all the words are there, and the search is not', async () => {
    const page = await site.open({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    await site.signIn(page, 'Amina Lind')
    const path = paths[11] ?? ''
    await page.goto(`${site.address}${path}/vad-hande`)
    expect(await page.getByLabel('Sök bland orden').isVisible()).toBe(false)
    await page.getByLabel('Är placerad enligt LVU').check()
    await page.getByLabel('Skolan', { exact: true }).check()
    await page.getByRole('button', { name: 'Se vad som skrivs' }).click()
    await page.getByRole('button', { name: 'Ändra' }).click()
    expect(await page.getByLabel('Har en insats genom någon annan', { exact: true }).isChecked()).toBe(true)
    expect(await page.getByLabel('Är placerad enligt LVU').isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Se vad som skrivs' }).click()
    await save(page, path)
    expect(await main(page)).toMatch(other.after)
  })

  it('is looked through with the keyboard, tells when no word fits, and has room on a phone', async () => {
    const page = await site.open({ viewport: { width: 390, height: 800 } })
    await site.signIn(page, 'Amina Lind')
    const path = paths[12] ?? ''
    await page.goto(`${site.address}${path}/vad-hande`)
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.keyboard.press('/')
    await page.keyboard.type('xyzzy')
    await page.getByText('Inget ord passar.').waitFor()
    await page.getByLabel('Sök bland orden').fill('lumpen')
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('Gör värnplikt').isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: 'Gör ingenting just nu' }).count()).toBe(0)
    await page.getByLabel('Skolan', { exact: true }).check()
    await page.getByRole('button', { name: 'Se vad som skrivs' }).click()
    await page.getByRole('heading', { name: 'Det här skrivs' }).waitFor()
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })
})

describe('another convention', () => {
  it('is chosen, its changes are read, the past is coded anew, and back', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/kodning')
    expect(await findings(page)).toEqual([])
    const recode = async (name: RegExp) => {
      await page.goto(`${site.address}/kodning`)
      await page.getByRole('radio', { name }).check()
      await page.getByRole('button', { name: 'Visa vad som skulle ändras' }).click()
      await page.getByRole('heading', { name: 'Vad skulle ändras?' }).waitFor()
      const text = await main(page)
      expect(await findings(page)).toEqual([])
      await page.getByText('Använd för nya uppgifter och räkna om de tidigare …').click()
      await page.getByRole('button', { name: 'Använd för nya uppgifter och räkna om de tidigare' }).click()
      await page.getByText(/Klart\. /).waitFor()
      return [text, await main(page)]
    }
    const [preview = '', done = ''] = await recode(/^Exempel/)
    expect(preview).toMatch(/2 uppgifter om 2 ungdomar/)
    expect(done).toMatch(/2 uppgifter fick nya koder/)
    const [, back = ''] = await recode(/^Skaraborg, version/)
    expect(back).toMatch(/2 uppgifter fick nya koder/)
  })
})
