/** /ungdomar/:id/forebyggande: one youth in prevention, and what is done with matters there. */
import { z } from 'zod'
import { choiceField, textField } from '../../platform/form.ts'
import { isRandomId } from '../../platform/random-id.ts'
import { goTo, missing, page, problemText, signInAgain, type Answer, type FieldProblem, type Pages, type Visit } from '../access/index.ts'
import type { PreventionReader } from './desk.actions.ts'
import { matterTexts, type MatterTexts } from './matter.texts.ts'
import { closings, handWays, matterKinds } from './prevention.types.ts'
import { askSchool, closeMatter, openMatter, readPupil, referMatter, type Closed } from './pupil.actions.ts'
import { PupilPage, SchoolLinkPage } from './pupil.views.tsx'
import { pupilPath } from './words.views.tsx'

export const readerOf = ({ place, scope, actor, today, isFresh }: Visit): PreventionReader => ({
  pool: place.pool,
  scope,
  staffId: actor.staffId,
  today,
  isFresh,
})

type Problem = { readonly field: string; readonly text: string }

async function show(visit: Visit, problems: readonly Problem[], status: 200 | 409 | 422 = 200): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const read = await readPupil(readerOf(visit), subjectId)
  if (!read.granted) return read.reason === 'missing' ? missing : signInAgain
  const { frame, newOnce, today, may } = visit
  const shown = { frame, subjectId, today, pupil: read.value, problems, newOnce, mayWatch: may('worklist.assign') }
  return page(<PupilPage {...shown} />, status)
}

/** What a refusal is answered with: the page as it stands now, with why on top. */
function refused(visit: Visit, reason: Closed | keyof MatterTexts['refusals']): Promise<Answer> | Answer {
  if (reason === 'missing') return missing
  if (reason === 'sign-in-again') return signInAgain
  return show(visit, [{ field: 'kind', text: matterTexts[visit.lang].refusals[reason] }], 409)
}

const idsOf = ({ params }: Visit): readonly [string, string] | null => {
  const [subjectId, matterId] = [params['id'] ?? '', params['matter'] ?? '']
  return isRandomId(subjectId) && isRandomId(matterId) ? [subjectId, matterId] : null
}

const openForm = z.strictObject({ kind: choiceField(matterKinds), school: textField(20) })

async function open(visit: Visit, { kind, school }: z.infer<typeof openForm>): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const decision = await openMatter(readerOf(visit), subjectId, { kind, schoolUnit: school })
  return decision.granted ? goTo(pupilPath(subjectId), matterTexts[visit.lang].opened) : refused(visit, decision.reason)
}

const referForm = z.strictObject({ how: choiceField(handWays) })

async function refer(visit: Visit, { how }: z.infer<typeof referForm>): Promise<Answer> {
  const ids = idsOf(visit)
  if (ids === null) return missing
  const decision = await referMatter(readerOf(visit), ...ids, how)
  return decision.granted ? goTo(pupilPath(ids[0]), matterTexts[visit.lang].referSaved) : refused(visit, decision.reason)
}

async function ask(visit: Visit, publicUrl: string): Promise<Answer> {
  const ids = idsOf(visit)
  if (ids === null) return missing
  const decision = await askSchool(readerOf(visit), ...ids)
  if (!decision.granted) return refused(visit, decision.reason)
  const address = `${publicUrl}/fraga/${visit.place.code}/${decision.value.token}`
  return page(<SchoolLinkPage frame={visit.frame} subjectId={ids[0]} address={address} link={decision.value} />)
}

const closeForm = z.strictObject({ closing: choiceField(closings) })

async function close(visit: Visit, { closing }: z.infer<typeof closeForm>): Promise<Answer> {
  const ids = idsOf(visit)
  if (ids === null) return missing
  const decision = await closeMatter(readerOf(visit), ...ids, closing)
  return decision.granted ? goTo(pupilPath(ids[0]), matterTexts[visit.lang].closed) : refused(visit, decision.reason)
}

const reshow = (visit: Visit, problems: readonly FieldProblem[]): Promise<Answer> =>
  show(
    visit,
    problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
    422,
  )

/** Registers the pages. `publicUrl`: where schools reach the product, for the link. */
export function addPupilPages(pages: Pages, publicUrl: string): void {
  const declared = { permit: 'prevention.work', shows: 'person', outlet: 'prevention.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/forebyggande'
  const matter = `${path}/:matter{[0-9a-f-]+}`
  pages.get(path, declared, (visit) => show(visit, []))
  pages.post(path, declared, openForm, open, reshow)
  pages.post(`${matter}/rektor`, declared, referForm, refer, reshow)
  pages.post(`${matter}/fraga`, declared, z.strictObject({}), (visit) => ask(visit, publicUrl))
  pages.post(`${matter}/avsluta`, declared, closeForm, close, reshow)
}
