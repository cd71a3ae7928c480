/** Talks in the browser: the list, one talk with its answers, the letter and the calendar, held or cancelled. */
import { z } from 'zod'
import { calendarText } from '../../../platform/ical.ts'
import { choiceField, manyField, optionalText, wholeField } from '../../../platform/form.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { file, goTo, missing, page, problemText, type Answer, type Pages, type Visit } from '../../access/index.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { isUnreached, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import { sectionFrameOf } from '../reader.ts'
import { addCallPages } from './call.routes.tsx'
import { LetterPage } from './letter.views.tsx'
import { addReportPages } from './report.routes.tsx'
import { talkAddress } from './talk-address.ts'
import { readTalk, readTalks } from './talk-page.actions.ts'
import { talkPageTexts } from './talk-page.texts.ts'
import { TalkPage } from './talk.views.tsx'
import { TalksPage } from './talk-list.views.tsx'
import { answerInvitation, cancelTalk, holdTalk, type TalkRefusal } from './talks.actions.ts'
import { talkTexts } from './talks.texts.ts'
import { invitationAnswers } from './talks.types.ts'

const talkIn = ({ params }: Visit): string => params['talk'] ?? ''
const pathOf = (visit: Visit): string => talkAddress(youthIdOf(visit), talkIn(visit))
const talkOf = (visit: Visit, action = 'followup.readTalk') =>
  readTalk(visit.place.pool, writerOf(visit), { youthId: youthIdOf(visit), talkId: talkIn(visit), action })

async function list(visit: Visit): Promise<Answer> {
  const read = await readTalks(visit.place.pool, writerOf(visit), youthIdOf(visit))
  return typeof read === 'string' ? unreached(read) : page(<TalksPage shown={sectionFrameOf(visit)} read={read} />)
}

type Draft = {
  readonly problems: readonly FieldProblem[]
  readonly why?: string
  readonly came?: readonly string[]
  readonly isStale?: boolean
}

async function show(visit: Visit, draft: Draft | null): Promise<Answer> {
  const read = await talkOf(visit)
  if (typeof read === 'string') return unreached(read)
  const { problems = [], why = '', came = [], isStale = false } = draft ?? {}
  const shown = { shown: sectionFrameOf(visit), read, problems, why, came, isStale }
  return page(<TalkPage {...shown} />, draft === null ? 200 : isStale ? 409 : 422)
}

/** What somebody else did first: the page shows how the talk is now. */
const overtaken: readonly TalkRefusal[] = ['already-held', 'cancelled', 'somebody-else-first']

function refused(visit: Visit, reason: Exclude<TalkRefusal, 'missing'>, field: string, draft: Omit<Draft, 'problems'>): Promise<Answer> {
  const isStale = overtaken.includes(reason)
  const problems = [{ field: isStale ? 'talk' : field, text: talkTexts[visit.lang].calls[reason] }]
  return show(visit, { ...draft, problems, isStale })
}

const answerForm = z.strictObject({ invitation: optionalText(40), answer: choiceField(invitationAnswers) })
async function answer(visit: Visit, { invitation, answer: said }: z.infer<typeof answerForm>): Promise<Answer> {
  if (!isRandomId(talkIn(visit))) return missing
  const at = { youthId: youthIdOf(visit), talkId: talkIn(visit), invitationId: invitation }
  const decision = await answerInvitation(visit.place.pool, writerOf(visit), at, said)
  if (decision.granted) return goTo(pathOf(visit), talkPageTexts[visit.lang].answered)
  return isUnreached(decision.reason) ? unreached(decision.reason) : refused(visit, decision.reason, 'talk', {})
}

const holdForm = z.strictObject({ version: wholeField, came: manyField })
async function hold(visit: Visit, { version, came }: z.infer<typeof holdForm>): Promise<Answer> {
  if (!isRandomId(talkIn(visit))) return missing
  const at = { youthId: youthIdOf(visit), talkId: talkIn(visit), version }
  const decision = await holdTalk(visit.place.pool, writerOf(visit), at, came)
  if (decision.granted) return goTo(pathOf(visit), talkPageTexts[visit.lang].held)
  return isUnreached(decision.reason) ? unreached(decision.reason) : refused(visit, decision.reason, 'came', { came })
}

const cancelForm = z.strictObject({ version: wholeField, why: optionalText(500) })
async function cancel(visit: Visit, { version, why }: z.infer<typeof cancelForm>): Promise<Answer> {
  if (!isRandomId(talkIn(visit))) return missing
  const at = { youthId: youthIdOf(visit), talkId: talkIn(visit), version }
  const decision = await cancelTalk(visit.place.pool, writerOf(visit), at, why)
  if (decision.granted) return goTo(pathOf(visit), talkPageTexts[visit.lang].cancelled)
  return isUnreached(decision.reason) ? unreached(decision.reason) : refused(visit, decision.reason, 'why', { why })
}

async function letter(visit: Visit): Promise<Answer> {
  const read = await talkOf(visit, 'followup.readInvitation')
  if (typeof read === 'string') return unreached(read)
  const one = read.talk.invited.find(({ invitationId, leftOutWhy }) => invitationId === visit.params['invitation'] && leftOutWhy === null)
  return one === undefined ? missing : page(<LetterPage shown={sectionFrameOf(visit)} read={read} one={one} />)
}

/** Day, time and place for somebody's calendar. It leaves the house: its outlet has no protected youths, and the file names nobody. */
async function calendar(visit: Visit): Promise<Answer> {
  const read = await talkOf(visit, 'followup.fileInvitation')
  if (typeof read === 'string') return unreached(read)
  const { talk } = read
  const startsAt = new Date(read.startsAt)
  const summary = talkPageTexts[visit.lang].one
  const event = {
    uid: `${talk.talkId}@ungdomslots`,
    sequence: talk.version,
    status: talk.state === 'cancelled' ? 'cancelled' : 'confirmed',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    summary,
    location: talk.place,
    changedAt: new Date(visit.nowMs),
  } as const
  return file('samtal.ics', 'text/calendar; charset=utf-8', calendarText({ name: summary, events: [event], now: new Date(visit.nowMs) }))
}

/** What a form of the talk lacks. */
const told = (visit: Visit, problems: readonly { field: string; problem: string }[]): Promise<Answer> =>
  show(visit, { problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })) })

/** Registers the pages of talks and reports. */
export function addTalkPages(pages: Pages): void {
  const permit = 'followup.follow' as const
  const one = { permit, shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id/samtal'
  pages.get(path, one, list)
  pages.get(`${path}/:talk`, one, (visit) => show(visit, null))
  pages.post(`${path}/:talk/svar`, one, answerForm, answer, told)
  pages.post(`${path}/:talk/hallet`, one, holdForm, hold, told)
  pages.post(`${path}/:talk/stallin`, one, cancelForm, cancel, told)
  pages.get(`${path}/:talk/kallelse/:invitation`, one, letter)
  pages.post(`${path}/:talk/kalender`, { permit, shows: 'person', outlet: 'followup.invite' }, z.strictObject({}), calendar, told)
  addCallPages(pages)
  addReportPages(pages)
}
