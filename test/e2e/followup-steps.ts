/** What the journeys of directed follow-up share: somebody at the module, a quarter that goes by, and a sum of everything outside the module. */
import type { Page } from 'playwright-core'
import { inTransaction, type Pool } from '../../src/platform/db/tx.ts'
import { bringAxe, findings, type DemoSite } from './demo-site.ts'

const asked = <Row extends object>(pool: Pool, text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  inTransaction(pool, (tx) => tx.query<Row>(text, values), null)

/** A sum of everything outside the module, save who is signed in and the log that says so. */
export async function sumOfTheRest(pool: Pool): Promise<string> {
  const tables = await asked<{ name: string }>(
    pool,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('followup', 'access', 'audit', 'pg_catalog', 'information_schema')
       -- Counts changes of what lists are built on, staff who sign in among them.
       and (schemaname, tablename) <> ('worklist', 'edition') order by 1`,
  )
  const sums: string[] = []
  for (const { name } of tables) {
    const [row] = await asked<{ sum: string }>(
      pool,
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`,
    )
    sums.push(`${name} ${row?.sum ?? ''}`)
  }
  return sums.join('\n')
}

/** A quarter goes by: everything that is written of the youth is three months older. */
export async function aQuarterLater(pool: Pool, youthId: string): Promise<void> {
  const tables = await asked<{ table: string; columns: string }>(
    pool,
    `select c.relname as table, string_agg(format('%1$I = (%1$I - interval ''3 months'')::date', a.attname), ', ') as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.atttypid = 'date'::regtype and not a.attisdropped
     where c.relnamespace = 'followup'::regnamespace and c.relkind = 'r' and a.attname <> 'born_on'
       and (c.relname = 'youth' or exists (select from pg_attribute y where y.attrelid = c.oid and y.attname = 'youth_id'))
     group by 1`,
  )
  // What is written is not changed by anybody: those rules are put aside for the clock.
  for (const { table, columns } of tables) {
    await asked(pool, `alter table followup.${table} disable trigger user`)
    await asked(pool, `update followup.${table} set ${columns} where ${table === 'youth' ? 'id' : 'youth_id'} = $1`, [youthId])
    await asked(pool, `alter table followup.${table} enable trigger user`)
  }
}

export const mainText = (page: Page): Promise<string> => page.locator('main').innerText()

/** Somebody signs in, in a window of their own. */
export async function enterAs(site: DemoSite, name: string, path = '/uppfoljning', width = 1280): Promise<Page> {
  const page = await site.open({ viewport: { width, height: 900 } })
  page.setDefaultTimeout(15_000)
  await bringAxe(page)
  await site.signIn(page, name, path)
  return page
}

/** Presses something and waits for the page that comes. */
export async function presses(page: Page, name: string | RegExp, within = page.locator('main')): Promise<void> {
  await within
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
  await page.waitForLoadState()
}

/** What axe and a ruler find on the page, opened out, wide and light, narrow and dark. */
export async function faultsOn(site: DemoSite, page: Page, address: string, expected = 200): Promise<string[]> {
  const response = await page.goto(site.address + address)
  await page.evaluate(`document.querySelectorAll('main details').forEach((one) => { one.open = true })`)
  const faults: string[] = response?.status() === expected ? [] : [`${address}: ${response?.status()}`]
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    faults.push(...(await findings(page)).map((fault) => `${address}, ${width}: ${fault}`))
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > width) faults.push(`${address}: ${wide} wide in ${width}`)
  }
  return faults
}
