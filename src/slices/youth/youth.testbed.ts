/** Three youths on a site: one who interrupted, one in school, one protected; and what tests of the person page do to them. */
import { anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'

export const anna = '200803142389'
export const bertil = '200809022395'
export const cecilia = '200701222390'

export type Youths = { readonly site: TestSite; readonly paths: Readonly<Record<'anna' | 'bertil' | 'cecilia', string>> }

/** The path of the person page. */
export async function pathOf({ place }: TestSite, number: string): Promise<string> {
  const [row] = await place.sql<{ subject_id: string }>(
    'select p.subject_id from register.person p join register.identity i on i.person_id = p.id where i.number = $1',
    [number],
  )
  return `/ungdomar/${row?.subject_id ?? ''}`
}

/** Anna Prov interrupted GY NA25 on 6 November 2026 (heard of on the 10th); Bertil is in school; Cecilia is marked as protected. */
export async function threeYouths(): Promise<Youths> {
  const site = await aSite()
  const { place } = site
  await place.sql(`insert into organisation.unit (name) values ('Norr'), ('Söder')`)
  const population = aPopulation(
    aPost({ number: anna, given: 'Anna', street: 'Provgatan 7' }),
    aPost({ number: bertil, given: 'Bertil' }),
    aPost({ number: cecilia, given: 'Cecilia', street: 'Hemliga vägen 1', secrecy: 'J' }),
  )
  await place.feed('population', population, { on: date('2026-11-01') })
  const following = (until: string, cancelled: string) => `${anna};GY;NA25;12345678;2024-08-19;${until};${cancelled}`
  const others = [`${bertil};GY;SA25;12345678;2024-08-19;;`]
  await place.feed('enrolments', anEnrolmentsFile(following('', ''), ...others), { on: date('2026-11-02') })
  await place.feed('enrolments', anEnrolmentsFile(following('2026-11-06', 'ja'), ...others), { on: date('2026-11-10') })
  const [a, b, c] = [await pathOf(site, anna), await pathOf(site, bertil), await pathOf(site, cecilia)]
  return { site, paths: { anna: a, bertil: b, cecilia: c } }
}

/** What a reader reads: tags out, entities as they are. */
export const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
