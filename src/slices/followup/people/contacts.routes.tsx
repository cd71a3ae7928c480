/** Who is called to talks about a youth, and who follows. */
import { z } from 'zod'
import { goTo, missing, page, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { followupTexts } from '../followup.texts.ts'
import { readMembers } from '../members/members.actions.ts'
import { processes } from '../members/members.types.ts'
import { sectionFrameOf } from '../reader.ts'
import { ActorsPage, FollowersPage, type ContactDraft } from './contacts.views.tsx'
import { fileOf, inWords, isUnreached, typedFields, unreached, writerOf, youthIdOf } from './file-visit.ts'
import { followYouth, saveActor, unfollowYouth } from './people.actions.ts'
import { actorForm, followForm, type ActorForm, type FollowForm } from './people.forms.ts'
import { emailProblem, phoneIn, type FieldFault } from './people.rules.ts'
import { peopleFormTexts } from './people-form.texts.ts'

type Status = 200 | 409 | 422

async function showActors(visit: Visit, draft: ContactDraft | null, status: Status): Promise<Answer> {
  const found = await fileOf(visit)
  if ('answer' in found) return found.answer
  const { youth, actors } = found.file
  const heading = `${youth.givenName} ${youth.familyName}`
  return page(<ActorsPage shown={sectionFrameOf(visit)} youthId={youth.id} heading={heading} actors={actors} draft={draft} />, status)
}

const actorOf = ({ params }: Visit): string => params['actor'] ?? 'ny'

async function savedActor(visit: Visit, { kind, name, phone, email, called, version }: ActorForm, typed: Typed): Promise<Answer> {
  const { place, lang } = visit
  const [of, youthId, read, wrong] = [actorOf(visit), youthIdOf(visit), phoneIn(phone), emailProblem(email)]
  if (of !== 'ny' && !isRandomId(of)) return missing
  const faults: FieldFault[] = [
    ...(read === null ? [{ field: 'phone', problem: 'not-a-phone' } as const] : []),
    ...(wrong === null ? [] : [{ field: 'email', problem: wrong }]),
  ]
  const draft = { of, typed: typedFields(typed) }
  if (faults.length > 0) return showActors(visit, { ...draft, problems: inWords(faults, lang) }, 422)
  const at = { youthId, actorId: of === 'ny' ? null : of, version, isCalled: called === 'yes' }
  const decision = await saveActor(place.pool, writerOf(visit), at, { kind, name, phone: read ?? '', email })
  if (decision.granted) return goTo(`/uppfoljning/ungdom/${youthId}/aktorer`, followupTexts[lang].saved)
  if (isUnreached(decision.reason)) return unreached(decision.reason)
  return showActors(visit, { ...draft, problems: [{ field: 'name', text: followupTexts[lang].stale }] }, 409)
}

async function showFollowers(visit: Visit, draft: ContactDraft | null, status: Status): Promise<Answer> {
  const found = await fileOf(visit)
  if ('answer' in found) return found.answer
  const { youth, followers } = found.file
  const members = (await readMembers(visit.place.pool))
    .filter(({ active }) => active)
    .map(({ staffId, name, roles }) => ({ staffId, name, processes: processes.filter((process) => roles.includes(process)) }))
    .filter((one) => one.processes.length > 0)
  const heading = `${youth.givenName} ${youth.familyName}`
  const shown = { shown: sectionFrameOf(visit), youthId: youth.id, heading, followers, members, draft }
  return page(<FollowersPage {...shown} />, status)
}

async function follows(visit: Visit, form: FollowForm, typed: Typed): Promise<Answer> {
  const { place, lang } = visit
  const youthId = youthIdOf(visit)
  const decision = await followYouth(place.pool, writerOf(visit), youthId, { staffId: form.staff, process: form.process })
  if (decision.granted) return goTo(`/uppfoljning/ungdom/${youthId}/foljer`, followupTexts[lang].saved)
  if (isUnreached(decision.reason)) return unreached(decision.reason)
  const field = decision.reason === 'not-in-process' ? 'process' : 'staff'
  const problems = [{ field, text: peopleFormTexts[lang].followRefusals[decision.reason] }]
  return showFollowers(visit, { of: 'ny', typed: typedFields(typed), problems }, 422)
}

async function ends(visit: Visit): Promise<Answer> {
  const [youthId, followerId] = [youthIdOf(visit), visit.params['follower'] ?? '']
  if (!isRandomId(followerId)) return missing
  const decision = await unfollowYouth(visit.place.pool, writerOf(visit), youthId, followerId)
  return decision.granted ? goTo(`/uppfoljning/ungdom/${youthId}/foljer`, followupTexts[visit.lang].saved) : unreached(decision.reason)
}

const reshowActor = (visit: Visit, problems: readonly { field: string; problem: string }[], typed: Typed): Promise<Answer> =>
  showActors(visit, { of: actorOf(visit), typed: typedFields(typed), problems: inWords(problems, visit.lang) }, 422)

/** Registers the pages: those who work in a process write who is called, the authority says who follows. */
export function addContactPages(pages: Pages): void {
  const calls = { permit: 'followup.contacts', shows: 'person', outlet: 'followup.page' } as const
  const gives = { permit: 'followup.signal', shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id'
  pages.get(`${path}/aktorer`, calls, (visit) => showActors(visit, null, 200))
  pages.post(`${path}/aktorer`, calls, actorForm, savedActor, reshowActor)
  pages.post(`${path}/aktorer/:actor`, calls, actorForm, savedActor, reshowActor)
  pages.get(`${path}/foljer`, gives, (visit) => showFollowers(visit, null, 200))
  pages.post(`${path}/foljer`, gives, followForm, follows, (visit, problems, typed) =>
    showFollowers(visit, { of: 'ny', typed: typedFields(typed), problems: inWords(problems, visit.lang) }, 422),
  )
  pages.post(`${path}/foljer/:follower`, gives, z.strictObject({}), ends)
}
