/** For the tests of pages: a municipality whose units have so many youths that something is hidden. */
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPopulation, aPost } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'

/** Väst has eleven youths, one of them protected, Öst three and Syd nine. */
const inUnits = [...Array<number>(11).fill(1), ...Array<number>(3).fill(2), ...Array<number>(9).fill(3)]
const protectedIndex = 10

/** The site. All are covered since 1 March 2026 and nothing else is known of them. The caller closes it. */
export async function aFigureSite(): Promise<TestSite> {
  const site = await aSite()
  const { sql, feed } = site.place
  await sql(`insert into organisation.unit (name) values ('Väst'), ('Öst'), ('Syd')`)
  const posts = inUnits.map((_, index) => {
    const number = aNumber(`200801${String(index + 1).padStart(2, '0')}`)
    return aPost({ number, given: `Tilltal${index}`, ...(index === protectedIndex ? { secrecy: 'J' } : {}) })
  })
  await feed('population', aPopulation(...posts))
  await sql('delete from register.period')
  await sql(
    `with y as (select person_id, row_number() over (order by number) as nth from worklist.youth)
     update worklist.youth w set unit_id = ($1::int[])[y.nth] from y where y.person_id = w.person_id`,
    [inUnits],
  )
  await sql(`insert into register.period (person_id, from_on, until_on, entry_reason, exit_reason)
    select person_id, '2026-03-01', null, 'neverStarted', null from worklist.youth`)
  return site
}
