/** A site with the three of a round signed in, and youths of their unit: what the page tests of visits share. */
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aUnit, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import type { Crew } from './visits.testbed.ts'

export type VisitSite = {
  readonly site: TestSite
  readonly north: { readonly unit: number; readonly district: number }
  readonly crew: Crew
  /** Those who go. */
  readonly anna: Visitor
  readonly bo: Visitor
  /** The one who watches. */
  readonly cia: Visitor
  readonly youth: (family: string, more?: Parameters<typeof aYouth>[1]) => Promise<MadeYouth>
}

/** A new municipality with a unit and a district, Norr. The caller closes the site. */
export async function aVisitSite(): Promise<VisitSite> {
  const site = await aSite()
  const { place } = site
  const north = await aUnit(place, 'Norr')
  const anna = await site.signedIn(['coordinator'], { name: 'Anna Ek', unit: 'Norr' })
  const bo = await site.signedIn(['counsellor'], { name: 'Bo Al', unit: 'Norr' })
  const cia = await site.signedIn(['counsellor'], { name: 'Cia Ås', unit: 'Norr' })
  const idOf = async (name: string): Promise<string> =>
    (await place.sql<{ id: string }>('select id from access.staff where name = $1', [name]))[0]?.id ?? ''
  const crew = { first: await idOf('Anna Ek'), second: await idOf('Bo Al'), watch: await idOf('Cia Ås') }
  await place.sql(`update access.staff set phone = '+46701740605' where id = $1`, [crew.first])
  const youth: VisitSite['youth'] = (family, more = {}) => aYouth(place, { family, unit: north.unit, district: north.district, ...more })
  return { site, north, crew, anna, bo, cia, youth }
}

/** The words of a page. */
export const wordsOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
