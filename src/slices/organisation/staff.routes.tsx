/** A member of staff: the unit, how they are reached at work, and shutting out or letting in. */
import { goTo, missing, page, problemText, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { parsePhone, phoneText, type E164Phone } from '../../platform/phone.ts'
import type { Difference } from '../../ui/both.tsx'
import type { FieldProblem } from '../../ui/form.tsx'
import { readOrganisation, saveStaffMember, type Organisation } from './organisation.actions.ts'
import { staffForm, type StaffForm } from './organisation.forms.ts'
import { organisationTexts, refusalText } from './organisation.texts.ts'
import { StaffFormPage, type StaffTyped } from './organisation-forms.views.tsx'
import type { StaffMember } from './organisation.types.ts'

type Shown = { typed: StaffTyped; version: number; problems?: FieldProblem[]; differences?: Difference[] }
type Found = { organisation: Organisation; one: StaffMember }

async function find({ place, params }: Visit): Promise<Found | null> {
  const organisation = await readOrganisation(place.pool)
  const one = organisation.staff.find(({ id }) => id === params['id'])
  return one === undefined ? null : { organisation, one }
}

const show = (visit: Visit, found: Found, { typed, version, problems = [], differences }: Shown, status: 200 | 409 | 422): Answer =>
  page(
    <StaffFormPage
      frame={visit.frame}
      once={visit.newOnce()}
      id={found.one.id}
      name={found.one.name}
      version={version}
      typed={typed}
      units={found.organisation.units}
      problems={problems}
      differences={differences}
    />,
    status,
  )

const typedFrom = (typed: Typed): StaffTyped => ({
  unit: typedValue(typed, 'unit'),
  access: typedValue(typed, 'access'),
  phone: typedValue(typed, 'phone'),
  email: typedValue(typed, 'email'),
})
const textOf = ({ unitId, active, phone, email }: StaffMember): StaffTyped => ({
  unit: String(unitId ?? ''),
  access: active ? 'in' : 'out',
  phone: phone === null ? '' : phoneText(phone as E164Phone),
  email: email ?? '',
})

async function reshow(visit: Visit, problems: readonly { field: string; problem: string }[], typed: Typed): Promise<Answer> {
  const found = await find(visit)
  if (found === null) return missing
  const shown = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  return show(visit, found, { typed: typedFrom(typed), version: Number(typedValue(typed, 'version')) || 0, problems: shown }, 422)
}

function differencesOf({ lang }: Visit, { organisation, one }: Found, typed: StaffTyped): Difference[] {
  const t = organisationTexts[lang]
  const now = textOf(one)
  const unitName = (id: string) => organisation.units.find((unit) => String(unit.id) === id)?.name ?? t.noUnit
  const access = (value: string) => (value === 'in' ? t.letIn : t.shutOut)
  return [
    ...(typed.unit === now.unit ? [] : [{ what: t.unit, mine: unitName(typed.unit), theirs: unitName(now.unit) }]),
    ...(['phone', 'email'] as const).flatMap((field) =>
      typed[field] === now[field] ? [] : [{ what: t[field], mine: typed[field], theirs: now[field] }],
    ),
    ...(typed.access === now.access ? [] : [{ what: t.access, mine: access(typed.access), theirs: access(now.access) }]),
  ]
}

type Contact = { phone: string | null; email: string | null }

/** The number in E.164 and the address, or what is wrong with them; an empty field is none. */
function contactOf({ lang }: Visit, { phone, email }: StaffForm): Contact | { problems: FieldProblem[] } {
  const t = organisationTexts[lang]
  const parsed = phone === '' ? null : parsePhone(phone)
  const isEmail = email === '' || /^[^@\s<>,;"]+@[^@\s<>,;"]+\.[^@\s.<>,;"]{2,}$/.test(email)
  const isPhone = parsed?.granted !== false
  if (isPhone && isEmail) return { phone: parsed?.value ?? null, email: email === '' ? null : email }
  return {
    problems: [
      ...(isPhone ? [] : [{ field: 'phone', text: t.phoneProblem }]),
      ...(isEmail ? [] : [{ field: 'email', text: t.emailProblem }]),
    ],
  }
}

async function save(visit: Visit, form: StaffForm, typed: Typed): Promise<Answer> {
  const before = await find(visit)
  if (before === null) return missing
  const contact = contactOf(visit, form)
  if ('problems' in contact) return show(visit, before, { typed: typedFrom(typed), version: form.version, problems: contact.problems }, 422)
  const wish = { id: before.one.id, unitId: form.unit, active: form.access === 'in', ...contact, version: form.version }
  const decision = await saveStaffMember(visit.place.pool, visit.actor.staffId, wish)
  if (decision.granted) return goTo('/organisation/medarbetare', organisationTexts[visit.lang].savedStaff)
  const found = (await find(visit)) ?? before
  const wanted = typedFrom(typed)
  if (decision.reason === 'stale') {
    return show(visit, found, { typed: wanted, version: found.one.version, differences: differencesOf(visit, found, wanted) }, 409)
  }
  const field = decision.reason === 'oneself' ? 'access' : 'unit'
  return show(
    visit,
    found,
    { typed: wanted, version: form.version, problems: [{ field, text: refusalText(visit.lang, decision.reason) }] },
    422,
  )
}

/** Registers the form of a member of staff. */
export function addStaffForms(pages: Pages): void {
  const shown = { shows: 'staff' } as const
  pages.get('/organisation/medarbetare/:id', { permit: 'organisation.edit', ...shown }, async (visit) => {
    const found = await find(visit)
    return found === null ? missing : show(visit, found, { typed: textOf(found.one), version: found.one.version }, 200)
  })
  pages.post('/organisation/medarbetare/:id', { permit: 'organisation.edit', ...shown }, staffForm, save, reshow)
}
