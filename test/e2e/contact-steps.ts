/** What journeys with contacts do on the demo's site: numbers for its youths, and a row that nobody has called. */
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { recordWay } from '../../src/slices/outreach/index.ts'
import { date } from '../support/places.ts'
import type { DemoSite } from './demo-site.ts'

const toCall = `y.from_on <= current_date and (y.until_on is null or y.until_on > current_date) and not y.other_form @> current_date
  and y.person_id not in (select p.person_id from register.protected_now p)`
const most = 60

/** Some of those to act on, each with a number. */
export async function giveNumbers({ place: { pool } }: DemoSite): Promise<void> {
  const { rows } = await pool.query<{ id: number }>(
    `select y.person_id as id from worklist.youth y where ${toCall} order by y.person_id limit ${most}`,
  )
  await inTransaction(pool, async (tx) => {
    for (const [index, { id: personId }] of rows.entries()) {
      const found = { kind: 'phone', source: 'school', sourceDetail: '', foundOn: date('2026-11-10'), foundBy: 'prov' } as const
      await recordWay(tx, { personId, value: `+467017406${10 + index}`, ...found })
    }
  })
}

/** The pages of youths who have a number, and whom nobody has tried to reach. */
export async function untried({ place: { pool } }: DemoSite): Promise<string[]> {
  const { rows } = await pool.query<{ path: string }>(
    `select '/ungdomar/' || y.subject_id as path from worklist.youth y join outreach.way w on w.person_id = y.person_id
     where ${toCall} and not exists (select from outreach.contact c where c.person_id = y.person_id) order by y.person_id`,
  )
  return rows.map(({ path }) => path)
}

export type KeptContact = { readonly outcome: string; readonly note: string; readonly struck: string | null }

/** The contacts of the youth of a page, oldest first. */
export async function contactsOf({ place: { pool } }: DemoSite, path: string): Promise<KeptContact[]> {
  const { rows } = await pool.query<KeptContact>(
    `select c.outcome, c.note, c.struck_why as struck from outreach.contact c join register.person p on p.id = c.person_id
     where p.subject_id = $1 order by c.id`,
    [path.split('/').at(-1)],
  )
  return rows
}

/** The youth's row of the list, and a cell of it by its title. */
export const rowOf = (page: Page, path: string) => page.locator(`[data-worklist] tbody tr:not([data-call-row]):has(a[href="${path}"])`)
export const cellOf = (page: Page, path: string, title: string) => rowOf(page, path).locator(`td[data-title="${title}"]`).innerText()

/** Where the link leads that has the focus. */
export const focused = (page: Page) => page.evaluate<string>(`document.activeElement.getAttribute('href') ?? ''`)

/** Opens the list and goes with the keyboard to a row that nobody has called; returns the youth's page. */
export async function goToUntried(site: DemoSite, page: Page): Promise<string> {
  await page.goto(`${site.address}/ungdomar`)
  const known = new Set(await untried(site))
  for (let step = 0; step < 50; step++) {
    await page.keyboard.press('j')
    const path = await focused(page)
    if (known.has(path)) return path
  }
  throw new Error('no row without contacts')
}
