/** The assignments of a process in the browser: seen, and acknowledged. */
import { z } from 'zod'
import { isRandomId } from '../../../platform/random-id.ts'
import { goTo, missing, page, type Answer, type Pages, type Visit } from '../../access/index.ts'
import { isUnreached, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import { readerOf, sectionFrameOf } from '../reader.ts'
import { readAssignments } from './assignments.actions.ts'
import { assignmentTexts, AssignmentsPage } from './assignments.views.tsx'
import { actOnSignal } from './signals.actions.ts'
import { signalTexts } from './signals.texts.ts'

async function show(visit: Visit, refusal: string | null): Promise<Answer> {
  const read = await readAssignments(visit.place.pool, readerOf(visit))
  return page(<AssignmentsPage shown={sectionFrameOf(visit)} read={read} refusal={refusal} />, refusal === null ? 200 : 409)
}

async function acknowledge(visit: Visit): Promise<Answer> {
  const at = { youthId: youthIdOf(visit), signalId: visit.params['signal'] ?? '' }
  if (!isRandomId(at.signalId)) return missing
  const decision = await actOnSignal(visit.place.pool, writerOf(visit), at, { kind: 'acknowledge', ground: '', recipient: null })
  if (decision.granted) return goTo('/uppfoljning/uppdrag', assignmentTexts[visit.lang].done)
  const { reason } = decision
  return isUnreached(reason) ? unreached(reason) : show(visit, signalTexts[visit.lang].refusals[reason])
}

/** Registers the pages, for the processes that follow up. */
export function addAssignmentPages(pages: Pages): void {
  const many = { permit: 'followup.follow', shows: 'persons', outlet: 'followup.page' } as const
  pages.get('/uppfoljning/uppdrag', many, (visit) => show(visit, null))
  pages.post('/uppfoljning/ungdom/:id/uppdrag/:signal', many, z.strictObject({}), acknowledge, (visit) => show(visit, null))
}
