/** GET /ungdomar/:id/plan/versioner: the versions of a plan, one of them, and what differs between two. */
import { isRandomId } from '../../platform/random-id.ts'
import { missing, page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { HistoryPage } from './history.views.tsx'
import { actorOf, unseen } from './plan-visit.ts'
import { readHistory } from './plan.actions.ts'
import type { PlanVersion } from './plans.types.ts'

/** The two of the address, the earlier first. Without any: the latest against the one before it. */
function asked(query: URLSearchParams, versions: readonly PlanVersion[]): readonly [PlanVersion, PlanVersion] | null {
  const named = (name: string): PlanVersion | undefined => versions.find(({ number }) => String(number) === query.get(name))
  const to = named('till') ?? versions[0]
  const from = named('fran') ?? versions.find(({ number }) => number === (to?.number ?? 0) - 1) ?? to
  if (from === undefined || to === undefined) return null
  return from.number <= to.number ? [from, to] : [to, from]
}

async function show(visit: Visit): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  const planId = visit.query.get('plan')
  if (!isRandomId(subjectId) || (planId !== null && !isRandomId(planId))) return missing
  const read = await readHistory(actorOf(visit), { subjectId, planId })
  if (!read.granted) return unseen(read.reason)
  const two = asked(visit.query, read.value.versions)
  if (two === null) return missing
  const { frame, today } = visit
  return page(<HistoryPage {...{ frame, subjectId, today }} history={read.value} from={two[0]} to={two[1]} />)
}

/** Registers the page. */
export function addHistoryPages(pages: Pages): void {
  pages.get('/ungdomar/:id{[0-9a-f-]+}/plan/versioner', { permit: 'plans.write', shows: 'person', outlet: 'plans.page' }, show)
}
