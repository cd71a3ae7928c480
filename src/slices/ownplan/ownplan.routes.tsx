/** Sending a youth a link to the plan, taking it back, and the youth's own page itself. */
import { isRandomId } from '../../platform/random-id.ts'
import { z } from 'zod'
import { goTo, missing, page, signInAgain, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { readLinks, revokeLink, sendLink, type LinkSender } from './link.actions.ts'
import { LinkPage, type LinkPageProps } from './link.views.tsx'
import { ownPlanTexts } from './ownplan.texts.ts'
import { addPublicOwnPages } from './public.routes.tsx'

const uuid = z.string().refine(isRandomId, 'required')

const form = z.strictObject({ way: uuid, seen: z.union([z.literal(''), uuid]).default('') })

const senderIn = ({ scope, actor, isFresh }: Visit): LinkSender => ({ scope, staffId: actor.staffId, isFresh })
const subjectIn = ({ params }: Visit): string => params['id'] ?? ''

type Shown = Pick<LinkPageProps, 'chosen' | 'problems'>
const nothing: Shown = { chosen: '', problems: [] }

async function show(visit: Visit, shown: Shown = nothing, status: 200 | 409 | 422 = 200): Promise<Answer> {
  if (!isRandomId(subjectIn(visit))) return missing
  const found = await readLinks(visit.place.pool, senderIn(visit), subjectIn(visit))
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  const { frame, today, newOnce } = visit
  return page(<LinkPage frame={frame} today={today} of={found} newOnce={newOnce} {...shown} />, status)
}

async function send(visit: Visit, { way, seen }: z.infer<typeof form>): Promise<Answer> {
  if (!isRandomId(subjectIn(visit))) return missing
  const texts = ownPlanTexts[visit.lang]
  const decision = await sendLink(visit.place.pool, senderIn(visit), subjectIn(visit), { wayId: way, seen })
  if (decision.granted) return goTo(`/ungdomar/${subjectIn(visit)}/plan/lank`, texts.done[decision.value])
  if (decision.reason === 'missing') return missing
  const problems = [{ field: 'way', text: texts.problems[decision.reason] }]
  return show(visit, { chosen: way, problems }, decision.reason === 'sent-already' ? 409 : 422)
}

async function revoke(visit: Visit): Promise<Answer> {
  if (!isRandomId(subjectIn(visit))) return missing
  const texts = ownPlanTexts[visit.lang]
  const decision = await revokeLink(visit.place.pool, senderIn(visit), subjectIn(visit))
  if (!decision.granted && decision.reason === 'missing') return missing
  return goTo(`/ungdomar/${subjectIn(visit)}/plan/lank`, decision.granted ? texts.revoked : texts.over)
}

const again = (visit: Visit, typed: Typed): Promise<Answer> =>
  show(visit, { chosen: typedValue(typed, 'way'), problems: [{ field: 'way', text: ownPlanTexts[visit.lang].chooseWay }] }, 422)

/** Registers the pages. */
export function addOwnPlanPages(pages: Pages): void {
  addPublicOwnPages(pages)
  const declared = { permit: 'plans.write', shows: 'person', outlet: 'plans.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/plan/lank'
  pages.get(path, declared, (visit) => show(visit))
  pages.post(path, declared, form, send, (visit, _, typed) => again(visit, typed))
  pages.post(`${path}/dra-tillbaka`, declared, z.strictObject({}), revoke)
}
