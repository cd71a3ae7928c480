/** /natverk/moten: booking a meeting with a partner, asking about youths there, and closing it. */
import { z } from 'zod'
import { isRandomId } from '../../platform/random-id.ts'
import { goTo, missing, page, problemText, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { askAtMeeting, type AskedRefusal } from './ask.actions.ts'
import { bookNetworkMeeting, closeNetworkMeeting, readMeeting, type NetworkReader } from './meeting.actions.ts'
import { viewFrom } from './meeting.rules.ts'
import { meetingTexts } from './meeting.texts.ts'
import { MeetingLinksPage } from './meeting-links.views.tsx'
import { MeetingPage } from './meeting.views.tsx'
import { askForm, meetingForm, type AskForm, type MeetingForm } from './network.forms.ts'
import { showPartner, typedDraft } from './partner.routes.tsx'
import { meetingPath, networkPath, partnerPath } from './words.views.tsx'

const readerOf = ({ place, scope, actor, today }: Visit): NetworkReader => ({ pool: place.pool, scope, staffId: actor.staffId, today })

async function book(visit: Visit, form: MeetingForm, typed: Typed): Promise<Answer> {
  const id = visit.params['id'] ?? ''
  if (!isRandomId(id)) return missing
  const decision = await bookNetworkMeeting(readerOf(visit), id, form)
  if (decision.granted) return goTo(meetingPath(decision.value), meetingTexts[visit.lang].booked)
  if (decision.reason === 'missing') return missing
  return showPartner(visit, typedDraft(visit, typed, [{ field: 'heldOn', problem: decision.reason }]), 422)
}

type Shown = { readonly typed: Typed; readonly problems: readonly { readonly field: string; readonly text: string }[] }
const untouched: Shown = { typed: {}, problems: [] }

async function show(visit: Visit, { typed, problems }: Shown = untouched, status: 200 | 409 | 422 = 200): Promise<Answer> {
  const id = visit.params['meeting'] ?? ''
  const { frame, newOnce, query } = visit
  const view = viewFrom(typed['show']?.[0] ?? query.get('visa') ?? '')
  const one = isRandomId(id) ? await readMeeting(readerOf(visit), id, view) : null
  if (one === null) return missing
  const [chosen, ground] = [typed['youth'] ?? [], typedValue(typed, 'ground')]
  return page(<MeetingPage frame={frame} one={one} chosen={chosen} ground={ground} problems={problems} newOnce={newOnce} />, status)
}

function refused(visit: Visit, reason: Exclude<AskedRefusal, 'missing'>, typed: Typed): Promise<Answer> {
  const isOfGround = reason === 'no-consent' || reason === 'not-a-ground'
  const problems = [{ field: isOfGround ? 'ground' : 'youth', text: meetingTexts[visit.lang].refusals[reason] }]
  return show(visit, { typed, problems }, isOfGround || reason === 'nobody' || reason === 'too-many' ? 422 : 409)
}

async function ask(visit: Visit, { youth, ground }: AskForm, typed: Typed, publicUrl: string): Promise<Answer> {
  const id = visit.params['meeting'] ?? ''
  if (!isRandomId(id) || !youth.every(isRandomId)) return missing
  const decision = await askAtMeeting(readerOf(visit), id, { subjectIds: youth, ground })
  if (!decision.granted) return decision.reason === 'missing' ? missing : refused(visit, decision.reason, typed)
  const addressOf = (token: string): string => `${publicUrl}/fraga/${visit.place.code}/${token}`
  return page(<MeetingLinksPage frame={visit.frame} made={decision.value} addressOf={addressOf} />)
}

async function close(visit: Visit): Promise<Answer> {
  const id = visit.params['meeting'] ?? ''
  if (!isRandomId(id)) return missing
  const decision = await closeNetworkMeeting(readerOf(visit), id)
  const texts = meetingTexts[visit.lang]
  if (decision.granted) return goTo(meetingPath(id), texts.closed)
  if (decision.reason === 'missing') return missing
  if (decision.reason === 'closed') return goTo(meetingPath(id), texts.refusals.closed)
  return show(visit, { typed: {}, problems: [{ field: 'end', text: texts.refusals[decision.reason] }] }, 409)
}

/** Registers the pages. `publicUrl`: where partners reach the product, for the links. */
export function addMeetingPages(pages: Pages, publicUrl: string): void {
  const declared = { permit: 'questions.ask', shows: 'persons', outlet: 'network.page' } as const
  const path = `${networkPath}/moten/:meeting{[0-9a-f-]{36}}`
  pages.post(
    `${partnerPath(':id{[0-9a-f-]{36}}')}/moten`,
    { permit: 'questions.ask', shows: 'nothing' },
    meetingForm,
    book,
    (visit, problems, typed) => showPartner(visit, typedDraft(visit, typed, problems), 422),
  )
  pages.get(path, declared, (visit) => show(visit))
  pages.post(
    path,
    declared,
    askForm,
    (visit, form, typed) => ask(visit, form, typed, publicUrl),
    (visit, problems, typed) =>
      show(visit, { typed, problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })) }, 422),
  )
  pages.post(`${path}/avsluta`, declared, z.strictObject({}), close)
}
