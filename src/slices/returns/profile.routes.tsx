/** The profile of a half-year in the browser: read, changed code by code or as text, and taken back to the shipped one. */
import type { z } from 'zod'
import {
  file,
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
import { parseHalfYear } from './half-year.rules.ts'
import { goBackToShipped, readProfileOf, saveProfile, type ProfileSaved, type ShownProfile } from './profile.actions.ts'
import { backForm, codeField, codeLists, codesForm, givenFrom, keysOf, pasteForm, typedProfile, type CodesForm } from './profile.forms.ts'
import type { ProfileProblem } from './profile.rules.ts'
import { profileTexts } from './profile.texts.ts'
import type { Profile } from './profile.types.ts'
import { profilePath, textOf } from './profile-form.views.tsx'
import { codedText } from './profile-words.texts.ts'
import { ProfilePage } from './profile.views.tsx'
import { returnPaths } from './return-paths.ts'
import { askedText, noHalf, refused } from './return-visit.tsx'
import { returnTexts } from './returns.texts.ts'

type Worded = readonly { readonly field: string; readonly text: string }[]
type Draft = {
  readonly typed?: Typed | null
  readonly problems?: Worded
  readonly pasted?: string | null
  readonly told?: string | null
  readonly isStale?: boolean
}

/** Code by code, what was typed beside what is in force. */
function differencesOf(typed: Typed, { inForce, words }: ShownProfile, lang: Visit['lang']) {
  const theirs = inForce === null ? {} : typedProfile(inForce.profile)
  const fields = codeLists.flatMap((list) =>
    inForce === null ? [] : keysOf(list, inForce.profile, words).map((key) => ({ list, key, name: codeField(list, key) })),
  )
  return fields.flatMap(({ list, key, name }) => {
    const [mine, now] = [typedValue(typed, name), typedValue(theirs, name)]
    if (mine === now) return []
    return [{ what: `${profileTexts[lang].lists[list]}: ${codedText(list, key, words, lang)}`, mine: mine || '–', theirs: now || '–' }]
  })
}

async function show(visit: Visit, asked: string, given: Draft, status: 200 | 409 | 422): Promise<Answer> {
  const { frame, lang, today, place, newOnce } = visit
  const { typed = null, problems = [], pasted = null, told = null, isStale = false } = given
  const half = parseHalfYear(asked)
  const shown = half === null ? null : await readProfileOf(place.pool, half.key)
  if (half === null || shown === null) return noHalf(visit, profilePath)
  const { draft } = shown
  if (draft === null) return refused(visit, half.key, profileTexts[lang].title, profileTexts[lang].noDraft)
  const begins = typed ?? typedProfile(draft)
  const props = { frame, today, half: half.key, shown, draft, problems, pasted, told, newOnce }
  const differences = isStale && typed !== null ? differencesOf(typed, shown, lang) : null
  return page(<ProfilePage {...props} differences={differences} value={(field) => typedValue(begins, field)} />, status)
}

/** `codes.exitReasons.moved: Kod saknas.` */
const problemInWords = ({ field, fault }: ProfileProblem, lang: Visit['lang']): string => {
  const text = returnTexts[lang].faults[fault]
  return field === '' ? text : `${field}: ${text}`
}

const worded = (visit: Visit, problems: readonly FieldProblem[]): Worded =>
  problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))

type Seen = Pick<CodesForm, 'halvar' | 'version' | 'origin'>

const save = ({ place, actor }: Visit, { halvar, version, origin }: Seen, given: string | object): Promise<ProfileSaved> =>
  saveProfile(place.pool, {
    half: halvar,
    given,
    version,
    origin: origin === 'none' ? null : origin,
    by: { name: actor.name, staffId: actor.staffId },
  })

const done = (visit: Visit, profile: Profile): Answer =>
  goTo(returnPaths.profile(profile.half), profileTexts[visit.lang].saved(profile.version))

/** Where a problem of the form of codes stands: its own field, or the first. */
const placeOf = ({ field }: ProfileProblem): string =>
  codeLists.some((list) => field.startsWith(`codes.${list}.`)) || field === 'note' || field === 'status' ? field : 'note'

async function answerCodes(visit: Visit, form: CodesForm, typed: Typed): Promise<Answer> {
  const { lang, place } = visit
  const shown = await readProfileOf(place.pool, form.halvar)
  if (shown === null || shown.draft === null) return noHalf(visit, profilePath)
  const made = await save(visit, form, givenFrom(shown.draft, typed))
  if (made.granted) return done(visit, made.value)
  if (made.reason === 'no-such-half-year') return noHalf(visit, profilePath)
  if (made.reason === 'stale') return show(visit, form.halvar, { typed, isStale: true }, 409)
  const problems = (made.problems ?? []).map((one) => ({ field: placeOf(one), text: problemInWords(one, lang) }))
  return show(visit, form.halvar, { typed, problems }, 422)
}

async function answerText(visit: Visit, form: z.infer<typeof pasteForm>): Promise<Answer> {
  const { lang } = visit
  const t = profileTexts[lang]
  const given = form.file === '' ? form.text : form.file
  if (given === '') return show(visit, form.halvar, { pasted: '', problems: [{ field: 'text', text: t.fileUnread }] }, 422)
  const made = await save(visit, form, given)
  if (made.granted) return done(visit, made.value)
  if (made.reason === 'no-such-half-year') return noHalf(visit, profilePath)
  if (made.reason === 'stale') return show(visit, form.halvar, { pasted: given, told: t.staleText }, 409)
  const problems = (made.problems ?? []).map((one) => ({ field: 'text', text: problemInWords(one, lang) }))
  return show(visit, form.halvar, { pasted: given, problems }, 422)
}

async function answerBack(visit: Visit, { halvar, version }: z.infer<typeof backForm>): Promise<Answer> {
  const { place, actor, lang } = visit
  const half = parseHalfYear(halvar)
  if (half === null) return noHalf(visit, profilePath)
  const t = profileTexts[lang]
  const made = await goBackToShipped(place.pool, { half: half.key, version, by: { name: actor.name, staffId: actor.staffId } })
  if (made.granted) return goTo(returnPaths.profile(half.key), t.wentBack)
  return show(visit, half.key, { told: made.reason === 'stale' ? t.stale : t.nothingShipped }, 409)
}

/** The one in force as a file, or one of the municipality's own versions. */
async function giveJson({ place, query, ...visit }: Visit): Promise<Answer> {
  const half = parseHalfYear(askedText({ ...visit, place, query }))
  const shown = half === null ? null : await readProfileOf(place.pool, half.key)
  if (half === null || shown === null) return missing
  const version = query.get('version')
  const found = version === null ? shown.draft : (shown.versions.find((one) => String(one.version) === version)?.content ?? null)
  return found === null ? missing : file(`profil-${half.key}-v${found.version}.json`, 'application/json', textOf(found))
}

const halfIn = (typed: Typed): string => typedValue(typed, 'halvar')

/** Registers the pages. */
export function addProfilePages(pages: Pages): void {
  const declared = { permit: 'returns.profile', shows: 'settings' } as const
  pages.get(profilePath, declared, (visit) => show(visit, askedText(visit), {}, 200))
  pages.get(`${profilePath}/json`, declared, giveJson)
  pages.post(profilePath, declared, codesForm, answerCodes, (visit, problems, typed) =>
    show(visit, halfIn(typed), { typed, problems: worded(visit, problems) }, 422),
  )
  pages.post(`${profilePath}/text`, declared, pasteForm, answerText, (visit, problems, typed) =>
    show(visit, halfIn(typed), { pasted: typedValue(typed, 'text'), problems: worded(visit, problems) }, 422),
  )
  pages.post(`${profilePath}/levererad`, declared, backForm, answerBack)
}
