/** Confirming what a youth is said to do, from the card on the person page. */
import { z } from 'zod'
import { choiceField } from '../../platform/form.ts'
import { goTo, missing, page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { isRandomId, readerOf } from './contact-visit.ts'
import { NotConfirmedPage } from './occupation-card.views.tsx'
import { confirmOccupation } from './occupation-said.actions.ts'
import { occupationTexts } from './occupation.texts.ts'
import { occupationSources } from './occupation.types.ts'

const form = z.strictObject({ occupation: z.string().max(60, 'too-long'), source: choiceField(occupationSources) })

async function confirm(visit: Visit, { occupation, source }: z.infer<typeof form>): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId) || !isRandomId(occupation)) return missing
  const decision = await confirmOccupation(readerOf(visit), { subjectId, occupationId: occupation, source })
  const back = `/ungdomar/${subjectId}#sysselsattning`
  if (decision.granted) return goTo(back, occupationTexts[visit.lang].confirmed)
  if (decision.reason === 'missing') return missing
  return page(<NotConfirmedPage frame={visit.frame} reason={decision.reason} back={back} />, 409)
}

/** Registers it. */
export function addOccupationPages(pages: Pages): void {
  const declared = { permit: 'outreach.log', shows: 'person', outlet: 'outreach.page' } as const
  pages.post('/ungdomar/:id{[0-9a-f-]+}/sysselsattning', declared, form, confirm)
}
