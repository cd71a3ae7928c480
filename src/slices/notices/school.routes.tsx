/** Registering school authorities and their units, and issuing what they send with. A secret is shown once. */
import { z } from 'zod'
import { manyField, optionalText, textField } from '../../platform/form.ts'
import { isRandomId } from '../../platform/random-id.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { linkAddress } from './link-place.ts'
import { scopes } from './notices.types.ts'
import { addAuthority, closeUnit, endClient, issueClient, makeLink, putUnit, readAuthorities, readAuthority } from './school.actions.ts'
import { schoolTexts } from './school.texts.ts'
import { AuthoritiesPage, AuthorityPage, authorityPath, ShownOncePage, type SchoolDraft } from './school.views.tsx'

const idOf = ({ params }: Visit): string => params['id'] ?? ''
const ofOf = (visit: Visit) => ({ by: visit.actor.staffId, authorityId: idOf(visit) })

const unitForm = z.strictObject({
  unitCode: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^\d{8}$/, 'bad-code')),
  unitName: textField(120),
  unitEmail: optionalText(200).pipe(z.string().regex(/^(?:[^\s@<>,;:"()]+@[^\s@<>,;:"()]+)?$/, 'bad-email')),
})
const clientForm = z.strictObject({
  clientName: textField(80),
  clientScopes: manyField
    .transform((all) => scopes.filter((scope) => all.includes(scope)))
    .refine((all) => all.length > 0, { error: 'no-scope' }),
})

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const texts = schoolTexts[lang]
  const own: Readonly<Record<string, string>> = {
    'bad-code': texts.unitBadCode,
    'bad-email': texts.unitBadEmail,
    'no-scope': texts.chooseScope,
    taken: texts.taken,
    'unit-taken': texts.unitTaken,
  }
  return own[problem] ?? problemText(lang, problem)
}

const draftOf = ({ lang }: Visit, problems: readonly FieldProblem[], typed: Typed): SchoolDraft => ({
  value: (field) => typedValue(typed, field),
  values: (field) => typed[field] ?? (Object.keys(typed).length === 0 ? [...scopes] : []),
  problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(lang, problem) })),
})

async function list(visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> {
  const { frame, place, may, newOnce } = visit
  const authorities = await readAuthorities(place.pool)
  const draft = draftOf(visit, problems, typed)
  const body = (
    <AuthoritiesPage
      frame={frame}
      place={place.code}
      authorities={authorities}
      draft={draft}
      mayEditSettings={may('settings.edit')}
      newOnce={newOnce}
    />
  )
  return page(body, problems.length === 0 ? 200 : 422)
}

async function one(visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> {
  if (!isRandomId(idOf(visit))) return missing
  const authority = await readAuthority(visit.place.pool, idOf(visit))
  if (authority === null) return missing
  const draft = draftOf(visit, problems, typed)
  return page(
    <AuthorityPage frame={visit.frame} authority={authority} draft={draft} newOnce={visit.newOnce} />,
    problems.length === 0 ? 200 : 422,
  )
}

async function add(visit: Visit, { name }: { readonly name: string }, typed: Typed): Promise<Answer> {
  const decision = await addAuthority(visit.place.pool, visit.actor.staffId, name)
  if (!decision.granted) return list(visit, [{ field: 'name', problem: 'taken' }], typed)
  return goTo(authorityPath(decision.value), schoolTexts[visit.lang].added)
}

async function saveUnit(visit: Visit, { unitCode, unitName, unitEmail }: z.infer<typeof unitForm>, typed: Typed): Promise<Answer> {
  if (!isRandomId(idOf(visit))) return missing
  const decision = await putUnit(visit.place.pool, ofOf(visit), { code: unitCode, name: unitName, email: unitEmail })
  if (decision.granted) return goTo(authorityPath(idOf(visit)), schoolTexts[visit.lang].unitSaved)
  return decision.reason === 'missing' ? missing : one(visit, [{ field: 'unitCode', problem: 'unit-taken' }], typed)
}

/** Done, or done before. */
function over(visit: Visit, decision: { readonly granted: boolean; readonly reason?: string }, said: string): Answer {
  if (!decision.granted && decision.reason === 'missing') return missing
  return goTo(authorityPath(idOf(visit)), decision.granted ? said : schoolTexts[visit.lang].over)
}

/** The school unit or the client of an address; null when it can be none. */
const namedIn = ({ params }: Visit): string | null =>
  /^(?:\d{8}|lots-[a-z0-9]{12})$/.exec(params['unit'] ?? params['client'] ?? '')?.[0] ?? null

async function endUnit(visit: Visit): Promise<Answer> {
  const code = namedIn(visit)
  if (!isRandomId(idOf(visit)) || code === null) return missing
  return over(visit, await closeUnit(visit.place.pool, ofOf(visit), code), schoolTexts[visit.lang].unitEnded)
}

async function revoke(visit: Visit): Promise<Answer> {
  const clientId = namedIn(visit)
  if (!isRandomId(idOf(visit)) || clientId === null) return missing
  return over(visit, await endClient(visit.place.pool, ofOf(visit), clientId), schoolTexts[visit.lang].revoked)
}

async function link(visit: Visit, publicUrl: string): Promise<Answer> {
  const code = namedIn(visit)
  if (!isRandomId(idOf(visit)) || code === null) return missing
  const decision = await makeLink(visit.place.pool, ofOf(visit), code)
  if (!decision.granted) return over(visit, decision, '')
  const { linkTitle, linkText, publicForm } = schoolTexts[visit.lang]
  const address = linkAddress(publicUrl, visit.place.code, decision.value, 'sv')
  return page(
    <ShownOncePage
      frame={visit.frame}
      authorityId={idOf(visit)}
      title={linkTitle}
      text={linkText}
      facts={[{ term: publicForm, value: address }]}
    />,
  )
}

async function issue(visit: Visit, { clientName, clientScopes }: z.infer<typeof clientForm>, publicUrl: string): Promise<Answer> {
  if (!isRandomId(idOf(visit))) return missing
  const decision = await issueClient(visit.place.pool, ofOf(visit), { name: clientName, scopes: clientScopes })
  if (!decision.granted) return missing
  const { secretTitle, secretText, clientId, secret, tokenAddress } = schoolTexts[visit.lang]
  const facts = [
    { term: clientId, value: decision.value.clientId },
    { term: secret, value: decision.value.secret },
    { term: tokenAddress, value: `${publicUrl}/api/${visit.place.code}/v1/token` },
  ]
  return page(<ShownOncePage frame={visit.frame} authorityId={idOf(visit)} title={secretTitle} text={secretText} facts={facts} />)
}

/** Registers the pages. `publicUrl`: where they are reached from outside. */
export function addSchoolPages(pages: Pages, publicUrl: string): void {
  const declared = { permit: 'notices.schools', shows: 'settings' } as const
  const path = '/anmalningar/skolor/:id{[0-9a-f-]+}'
  const nothing = z.strictObject({})
  pages.get('/anmalningar/skolor', declared, (visit) => list(visit, [], {}))
  pages.post('/anmalningar/skolor', declared, z.strictObject({ name: textField(120) }), add, list)
  pages.get(path, declared, (visit) => one(visit, [], {}))
  pages.post(`${path}/skola`, declared, unitForm, saveUnit, one)
  pages.post(`${path}/skola/:unit/avsluta`, declared, nothing, endUnit)
  pages.post(`${path}/skola/:unit/lank`, declared, nothing, (visit) => link(visit, publicUrl))
  pages.post(`${path}/klient`, declared, clientForm, (visit, form) => issue(visit, form, publicUrl), one)
  pages.post(`${path}/klient/:client/dra-in`, declared, nothing, revoke)
}
