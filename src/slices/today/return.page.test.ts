/** The line of the half-yearly return on the start page: for those who may open it, while there is something to do with it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { halfToShow, rehearse } from '../returns/index.ts'

let site: TestSite
const today = todayInSweden()
const { key } = halfToShow(today)
beforeAll(async () => {
  site = await aSite()
})
afterAll(() => site.close())

const startOf = async (role: 'coordinator' | 'counsellor'): Promise<string> => (await (await site.signedIn([role])).get('/')).html
const line = `Halvårsuppgiften ${key}: `

it('is there when the return has been rehearsed, with what is left, and not for those who may not open it', async () => {
  expect(await startOf('coordinator')).not.toContain(line)
  await rehearse({ code: site.place.code, pool: site.place.pool }, today, 'prov')
  await site.place.sql(
    `update returns.rehearsal set outcome = 'built', profile_origin = 'shipped', profile_version = 1, errors = 3 where half = $1`,
    [key],
  )
  const html = await startOf('coordinator')
  expect(html).toContain(`${line}3 fel kvar, `)
  expect(html).toContain(`href="/halvarsuppgiften?halvar=${key}"`)
  expect(await startOf('counsellor')).not.toContain(line)
})
