/** The list of youths and the page of one. */
import { missing, page, signInAgain, type Answer, type Pages, type Visit } from '../../access/index.ts'
import { readerOf, sectionFrameOf } from '../reader.ts'
import { youthSections } from '../sections.ts'
import { readYouths } from './list.actions.ts'
import { readYouthPage } from './youth-page.actions.ts'
import { YouthPage } from './youth-page.views.tsx'
import { YouthsPage } from './list.views.tsx'

async function list(visit: Visit): Promise<Answer> {
  const left = visit.query.get('lage') === 'utflyttade'
  const youths = await readYouths(visit.place.pool, readerOf(visit), { left })
  return page(<YouthsPage shown={sectionFrameOf(visit)} youths={youths} left={left} />)
}

async function one(visit: Visit): Promise<Answer> {
  const { place, params, isFresh, today, may } = visit
  const asked = { youthId: params['id'] ?? '', isFresh, today, sections: youthSections, may }
  const found = await readYouthPage(place.pool, readerOf(visit), asked)
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  return page(<YouthPage shown={sectionFrameOf(visit)} file={found.file} sections={found.sections} />)
}

/** Registers the list and the page. */
export function addYouthPages(pages: Pages): void {
  pages.get('/uppfoljning/ungdomar', { permit: 'followup.read', shows: 'persons', outlet: 'followup.page' }, list)
  pages.get('/uppfoljning/ungdom/:id', { permit: 'followup.read', shows: 'person', outlet: 'followup.page' }, one)
}
