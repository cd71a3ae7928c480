/** Members: the list, and giving and taking roles. */
import { z } from 'zod'
import { choiceField, manyField, wholeField } from '../../../platform/form.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { goTo, missing, page, problemText, typedValue, type Answer, type Pages, type Visit } from '../../access/index.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { followupTexts } from '../followup.texts.ts'
import { readMembers, saveMember } from './members.actions.ts'
import { memberTexts } from './members.texts.ts'
import { memberRoles } from './members.types.ts'
import { MemberPage, MembersPage } from './members.views.tsx'

const form = z.strictObject({
  roles: manyField.pipe(z.array(choiceField(memberRoles))),
  access: choiceField(['in', 'out']),
  version: wholeField,
})

type Typed = { readonly roles: readonly string[]; readonly access: string }

async function show(visit: Visit, typed: Typed | null, problems: readonly FieldProblem[], status: 200 | 409 | 422): Promise<Answer> {
  const member = (await readMembers(visit.place.pool)).find(({ staffId }) => staffId === visit.params['id'])
  if (member === undefined) return missing
  const now = { roles: member.roles, access: member.active ? 'in' : 'out' }
  const shown = { frame: visit.frame, may: visit.may, member, typed: typed ?? now, problems, once: visit.newOnce() }
  return page(<MemberPage {...shown} />, status)
}

async function save(visit: Visit, { roles, access, version }: z.infer<typeof form>): Promise<Answer> {
  const { place, actor, lang, params } = visit
  const staffId = params['id'] ?? ''
  if (!isRandomId(staffId)) return missing
  const decision = await saveMember(place.pool, actor.staffId, { staffId, roles, active: access === 'in', version })
  if (decision.granted) return goTo('/uppfoljning/medlemmar', followupTexts[lang].saved)
  if (decision.reason === 'missing') return missing
  const problems = [{ field: 'roles', text: memberTexts[lang].refusals[decision.reason] }]
  return show(visit, { roles, access }, problems, decision.reason === 'stale' ? 409 : 422)
}

/** Registers the pages of members, for administrators of the module. */
export function addMemberPages(pages: Pages): void {
  const declared = { permit: 'followup.members', shows: 'staff' } as const
  pages.get('/uppfoljning/medlemmar', declared, async ({ place, frame, may }) =>
    page(<MembersPage frame={frame} may={may} members={await readMembers(place.pool)} />),
  )
  pages.get('/uppfoljning/medlemmar/:id', declared, (visit) => show(visit, null, [], 200))
  pages.post('/uppfoljning/medlemmar/:id', declared, form, save, (visit, problems, typed) =>
    show(
      visit,
      { roles: typed['roles'] ?? [], access: typedValue(typed, 'access') },
      problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
      422,
    ),
  )
}
