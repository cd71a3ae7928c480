/** How the round leaves the telephone: wrong codes, the end of the day, signing out; and the code that keeps it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import { aRoundToday, asOwner, code, isWiped, nextVisit, onPhone, openPocket, takeAlong } from './visits-story.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

describe('the round in the pocket', () => {
  it('is gone after five wrong codes', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone(site)
    await takeAlong(page, site.address, roundId)
    await page.getByRole('button', { name: 'Lås' }).click()
    for (const left of ['4 försök', '3 försök', '2 försök', 'Ett försök']) {
      await openPocket(page, '111112')
      await page.getByText(`Fel kod. ${left} kvar`).waitFor()
    }
    expect(await findings(page)).toEqual([])
    await openPocket(page, '111112')
    await page.getByText('Fem felaktiga koder: telefonen är tömd på rundan.').waitFor()
    expect(await isWiped(page)).toBe(true)
    await page.reload()
    await page.getByText('Det finns ingen runda på telefonen.').waitFor()
    expect(await findings(page)).toEqual([])
  })

  it('wants a code that is worth something', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone(site, 'Amina Lind', `/besok/${roundId}/falt`)
    const take = async (one: string, again: string) => {
      await page.getByLabel('Välj en kod').fill(one)
      await page.getByLabel('Skriv koden en gång till').fill(again)
      await page.getByRole('button', { name: 'Ta med rundan' }).click()
      return page.locator('[data-take-problem]').innerText()
    }
    expect(await take('12345', '12345')).toContain('minst sex siffror')
    expect(await take('123456', '123456')).toContain('minst sex siffror')
    expect(await take(code, `${code}1`)).toContain('inte lika')
    expect(await findings(page)).toEqual([])
    expect(await isWiped(page)).toBe(true)
  })

  it('is gone at the end of the day, open or locked, and the service worker sees to it too', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone(site)
    await page.clock.install()
    const lateToday = async () => {
      const [row] = await asOwner<{ ms: number }>(
        site,
        `select (extract(epoch from (on_day + time '23:59') at time zone 'Europe/Stockholm') * 1000)::float8 as ms from visits.round where round_id = $1`,
        [roundId],
      )
      await page.clock.setSystemTime(row?.ms ?? 0)
      await page.clock.runFor(31_000)
    }
    await takeAlong(page, site.address, roundId)
    await page.context().setOffline(true)
    await lateToday()
    await page.getByText('Dagen är slut: telefonen är tömd på rundan.').waitFor()
    expect(await isWiped(page)).toBe(true)

    await page.context().setOffline(false)
    await page.clock.setSystemTime(Date.now())
    await takeAlong(page, site.address, roundId)
    await page.getByRole('button', { name: 'Lås' }).click()
    await lateToday()
    await page.getByText('Dagen är slut: telefonen är tömd på rundan.').waitFor()

    await page.clock.setSystemTime(Date.now())
    await takeAlong(page, site.address, roundId)
    await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open('lots-ficka')
      opening.onsuccess = () => {
        const store = opening.result.transaction('ficka', 'readwrite').objectStore('ficka')
        store.get('meta').onsuccess = ({ target }) => {
          store.put({ ...target.result, wipeAt: 1 }, 'meta').onsuccess = () => { opening.result.close(); resolve() }
        }
      }
    })`)
    await page.goto(`${site.address}/besok/ny`)
    expect(await page.evaluate<string[]>(`indexedDB.databases().then((all) => all.map(({ name }) => name))`)).not.toContain('lots-ficka')
  })

  it('goes with signing out, after a question when something is not sent', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone(site)
    await takeAlong(page, site.address, roundId)
    await page.context().setOffline(true)
    await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await page.getByText('1 ändring väntar').waitFor()
    await page.route('**/synk', (route) => route.abort())
    await page.context().setOffline(false)
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(`${site.address}/besok`)
    const signOut = async () => {
      await page.locator('details.own summary').click()
      await page.getByRole('button', { name: 'Logga ut' }).click()
    }
    await signOut()
    await expect.poll(() => asked).toEqual([expect.stringContaining('inte är skickade')])
    expect(await isWiped(page)).toBe(false)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/besok'))
    await page.goto(`${site.address}/utloggad`)
    expect(await isWiped(page)).toBe(true)
  })
})
