/** A site with youths and colleagues, and the forms of measures filled in: a test says only what matters to it. */
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { aUnit, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'

/** A day so many days from today. */
export const inDays = (days: number): PlainDate => dateOf(plusDays(dayOf(todayInSweden()), days))

type Fields = Record<string, string | readonly string[]>

export type MeasuresSite = {
  readonly site: TestSite
  readonly coordinator: Visitor
  readonly counsellor: Visitor
  /** Covered since 100 days, in the unit Norr. */
  readonly youth: () => Promise<MadeYouth>
  readonly secret: MadeYouth
  readonly pathOf: (youth: MadeYouth) => string
  /** Posts a new measure: guidance from ten days ago unless said otherwise. */
  readonly add: (youth: MadeYouth, given?: Fields, by?: Visitor) => ReturnType<Visitor['send']>
  /** The youth's last measure. */
  readonly last: (youth: MadeYouth) => Promise<LastMeasure>
}

export type LastMeasure = {
  readonly id: string
  readonly version: number
  readonly placement: string
  readonly from_on: string
  readonly planned_until_on: string | null
  readonly ended_on: string | null
  readonly end_reason: string | null
  readonly note: string
  readonly struck: boolean
}

/** The form of a new measure. */
export const usual = (given: Fields = {}): Fields => ({
  item: 'guidance',
  from: inDays(-10),
  until: '',
  responsible: 'municipality',
  department: '',
  note: '',
  ...given,
})

const pathOf = ({ subjectId }: MadeYouth): string => `/ungdomar/${subjectId}/atgarder`

/** The caller closes the site. */
export async function aMeasuresSite(): Promise<MeasuresSite> {
  const site = await aSite()
  const { unit } = await aUnit(site.place, 'Norr')
  const covered = { fromOn: inDays(-100), unit }
  const coordinator = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  return {
    site,
    coordinator,
    counsellor: await site.signedIn(['counsellor'], { name: 'Leila Holm', unit: 'Norr' }),
    youth: () => aYouth(site.place, { ...covered, given: 'Synlig', family: 'Provsson' }),
    secret: await aYouth(site.place, { ...covered, family: 'Hemligsson', protected: 'marked' }),
    pathOf,
    add: (youth, given = {}, by = coordinator) => by.send(`${pathOf(youth)}/ny`, usual(given)),
    last: async ({ personId }) => {
      const [row] = await site.place.sql<LastMeasure>(
        `select measure_id as id, version, placement, from_on, planned_until_on, ended_on, end_reason, note, struck_at is not null as struck
         from measures.measure where person_id = $1 order by id desc limit 1`,
        [personId],
      )
      if (row === undefined) throw new Error('the youth has no measure')
      return row
    },
  }
}
