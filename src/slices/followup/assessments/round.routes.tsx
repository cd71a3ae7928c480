/** The round of a quarter in the browser. */
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { page, type Pages, type Visit } from '../../access/index.ts'
import { quarterOf } from '../calendar/month.rules.ts'
import { readerOf, sectionFrameOf } from '../reader.ts'
import { readRound } from './round.actions.ts'
import { RoundPage } from './round.views.tsx'

/** The quarter of the address; this one when none is asked for, or one to come. */
function quarterIn({ query, today }: Visit): PlainDate {
  const asked = parseDate(query.get('kvartal') ?? '')
  const now = quarterOf(today)
  return asked === null || quarterOf(asked) > now ? now : quarterOf(asked)
}

/** Registers the page, for the authority process. */
export function addRoundPages(pages: Pages): void {
  pages.get('/uppfoljning/bedomningar', { permit: 'followup.assess', shows: 'persons', outlet: 'followup.page' }, async (visit) => {
    const quarter = quarterIn(visit)
    const rows = await readRound(visit.place.pool, readerOf(visit), quarter, visit.today)
    return page(<RoundPage shown={sectionFrameOf(visit)} quarter={quarter} rows={rows} />)
  })
}
