/** What journeys of home visits share: a round of today with three youths in the made-up municipality, and a telephone. */
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/platform/db/tx.ts'
import type { DemoSite } from './demo-site.ts'

export const code = '492817'
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

/** As the owner of the database: tests move days, which the product never does. */
export const asOwner = <Row extends object>(site: DemoSite, text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  inTransaction(
    site.place.pool,
    async (tx) => {
      await tx.script('set local session_replication_role = replica')
      return tx.query<Row>(text, values)
    },
    null,
  )

const staffId = async (site: DemoSite, name: string): Promise<string> =>
  (await asOwner<{ id: string }>(site, 'select id from access.staff where name = $1', [name]))[0]?.id ?? ''

export type Visited = { readonly personId: number; readonly subjectId: string; readonly name: string; readonly street: string }

/** Youths of Ungdomsenheten Väst with an address, by name. */
export const someYouths = (site: DemoSite, n: number): Promise<Visited[]> =>
  asOwner<Visited>(
    site,
    `select y.person_id as "personId", y.subject_id as "subjectId", y.given_name || ' ' || y.family_name as name, y.street
     from worklist.seen(null, false) y join organisation.unit u on u.id = y.unit_id
     where u.name = 'Ungdomsenheten Väst' and y.street <> '' and (y.until_on is null or y.until_on > current_date) and y.from_on <= current_date
       and y.person_id not in (select s.person_id from visits.stop s)
     order by y.family_name, y.given_name, y.person_id limit $1`,
    [n],
  )

/** The round is today, the whole day, and every card of it is delivered and says so. */
export async function makeItToday(site: DemoSite, roundId: string): Promise<void> {
  const today = `(now() at time zone 'Europe/Stockholm')::date`
  await asOwner(site, `update visits.round set on_day = ${today}, starts_at = '00:01', ends_at = '23:58' where round_id = $1`, [roundId])
  await asOwner(
    site,
    `update visits.card c set visit_day = ${today}, delivered_on = coalesce(c.delivered_on, ${today}) from visits.stop s, visits.round r
     where s.id = c.stop_id and r.id = s.round_id and r.round_id = $1`,
    [roundId],
  )
}

/** A round of today by Amina Lind and Karin Ahlvik, watched by Erik Nyholm, with delivered cards. */
export async function aRoundToday(site: DemoSite, stops: number): Promise<{ roundId: string; youths: Visited[] }> {
  const [first, second, watch] = await Promise.all(['Amina Lind', 'Karin Ahlvik', 'Erik Nyholm'].map((name) => staffId(site, name)))
  const [round] = await asOwner<{ id: number; roundId: string }>(
    site,
    `insert into visits.round (on_day, area, starts_at, ends_at, first_staff_id, second_staff_id, watch_staff_id, planned_by)
     values ((now() at time zone 'Europe/Stockholm')::date, 'Lövsta centrum', '00:01', '23:58', $1, $2, $3, $1) returning id, round_id as "roundId"`,
    [first, second, watch],
  )
  const youths = await someYouths(site, stops)
  for (const [place, { personId }] of youths.entries()) {
    await asOwner(
      site,
      `with s as (insert into visits.stop (round_id, person_id, place, planned_at) values ($1, $2, $3::int, time '13:00' + $3::int * interval '20 minutes') returning id, planned_at),
         c as (insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, origin)
           values ($2, 'visitCard', true, false, 'sent', now() - interval '2 days', $4, 'prov', 'visit') returning id)
       insert into visits.card (stop_id, visit_day, visit_time, printed_by, delivered_on, delivered_by, contact_id)
       select s.id, (now() at time zone 'Europe/Stockholm')::date, s.planned_at, $4, (now() at time zone 'Europe/Stockholm')::date, $4, c.id from s, c`,
      [round?.id, personId, place, first],
    )
  }
  return { roundId: round?.roundId ?? '', youths }
}

/** Takes the round along on the telephone. */
export async function takeAlong(page: Page, address: string, roundId: string): Promise<void> {
  await page.goto(`${address}/besok/${roundId}/falt`)
  await page.getByLabel('Välj en kod').fill(code)
  await page.getByLabel('Skriv koden en gång till').fill(code)
  await page.getByRole('button', { name: 'Ta med rundan' }).click()
  await page.waitForURL(`${address}/besok/ficka`)
  // It has spoken with the house once: nothing more happens by itself.
  await page.getByText(/Allt är skickat/).waitFor()
}

/** Opens the pocket with a code. */
export async function openPocket(page: Page, typed = code): Promise<void> {
  await page.getByLabel('Kod', { exact: true }).fill(typed)
  await page.getByRole('button', { name: 'Öppna' }).click()
}

/** The card of the next visit. */
export const nextVisit = (page: Page) => page.locator('.next-stop')

export const mainText = (page: Page): Promise<string> => page.locator('main').innerText()

/** Whether the page is wider than the window. */
export const isWide = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

type VisitNow = { readonly result: string | null; readonly note: string; readonly inside: boolean; readonly out: boolean }

/** The youth's last visit as it stands in the house. */
export const visitOf = async (site: DemoSite, { personId }: Visited): Promise<VisitNow | undefined> =>
  (
    await asOwner<VisitNow>(
      site,
      `select result, note, checked_in_at is not null as inside, checked_out_at is not null as out from visits.stop where person_id = $1 order by id desc limit 1`,
      [personId],
    )
  )[0]

export const contactsOf = (site: DemoSite, { personId }: Visited): Promise<{ outcome: string; struck: boolean }[]> =>
  asOwner(
    site,
    `select outcome, struck_at is not null as struck from outreach.contact where person_id = $1 and channel = 'homeVisit' order by id`,
    [personId],
  )

/** A telephone that somebody is signed in on. */
export async function onPhone(site: DemoSite, name = 'Amina Lind', path = '/besok'): Promise<Page> {
  const page = await site.open(phone)
  await site.signIn(page, name, path)
  return page
}

/** Writes the result of the visit that is under way, and checks out. */
export async function write(page: Page, result: string, note: string): Promise<void> {
  await nextVisit(page).getByLabel(result, { exact: true }).check()
  await nextVisit(page).getByLabel('Anteckning').fill(note)
  await nextVisit(page).getByRole('button', { name: 'Spara och checka ut' }).click()
}

/** Nothing of a round is left in the browser. */
export const isWiped = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    `indexedDB.databases().then((all) => all.every(({ name }) => name !== 'lots-ficka') && localStorage.getItem('lots-ficka') === null)`,
  )
