/** POST /ungdomar/:id/plan/utskrift: the plan as a tagged PDF. Posted: printing is put on record. Nothing personal in its name. */
import { isRandomId } from '../../platform/random-id.ts'
import type { z } from 'zod'
import { pdfOf } from '../../platform/pdf.ts'
import { file, missing, type Answer, type Pages, type Visit } from '../access/index.ts'
import { actorOf, unseen } from './plan-visit.ts'
import { readPlans } from './plan.actions.ts'
import { printForm } from './plan.forms.ts'
import { notePdf, planMarkup } from './print-page.ts'

async function print(visit: Visit, { plan: planId, size }: z.infer<typeof printForm>): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const read = await readPlans(actorOf(visit), { subjectId, planId }, size === 'a4' ? 'plans.print' : 'plans.printNote')
  if (!read.granted) return unseen(read.reason)
  const { youth, plan } = read.value
  if (plan === null) return missing
  const { lang, place, today: on } = visit
  const printing = { name: `${youth.givenName} ${youth.familyName}`.trim(), lang, place: place.name, on }
  const pdf = size === 'a4' ? pdfOf(planMarkup(plan, printing)) : notePdf(plan, printing)
  return file(`${size === 'a4' ? 'plan' : 'lapp'}-${on}.pdf`, 'application/pdf', new Uint8Array(pdf))
}

/** Registers the file. */
export function addPrintPages(pages: Pages): void {
  pages.post('/ungdomar/:id{[0-9a-f-]+}/plan/utskrift', { permit: 'plans.write', shows: 'person', outlet: 'plan.file' }, printForm, print)
}
