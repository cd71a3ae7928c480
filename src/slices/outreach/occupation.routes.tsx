/** What a youth does: the page of it, writing down something new, and confirming what is known with one press. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { isRandomId } from '../../platform/random-id.ts'
import { goTo, missing, page, problemText, signInAgain, typedValue } from '../access/index.ts'
import type { Answer, FieldProblem, Pages, Typed, Visit } from '../access/index.ts'
import { occupationPath } from './contact-address.ts'
import { readerOf } from './contact-visit.ts'
import { NotConfirmedPage } from './occupation-card.views.tsx'
import type { TypedStatement } from './occupation-form.views.tsx'
import { confirmForm, writeForm, type ConfirmForm, type OccupationBack, type WriteForm } from './occupation.forms.ts'
import type { StatementProblem } from './occupation-new.rules.ts'
import { OccupationPage } from './occupation-page.views.tsx'
import { confirmOccupation, readOccupation, writeOccupation } from './occupation-said.actions.ts'
import { occupationTexts } from './occupation.texts.ts'
import type { Lacking } from './occupation.types.ts'

type Status = 200 | 409 | 422

/** What the address asks for: the occupation at a registration, or at a contact, by its random id. */
function lackingIn({ query }: Visit): Lacking | null {
  if (query.get('vid') === 'registreringen') return 'registration'
  const contactId = query.get('kontakt') ?? ''
  return isRandomId(contactId) ? { contactId } : null
}

/** Nobody has typed in it: the day is the one that lacks an occupation. */
const untypedOn = (on: PlainDate | undefined): TypedStatement => ({
  value: (field) => (field === 'statedOn' ? (on ?? '') : ''),
  problems: [],
})

async function show(visit: Visit, typed: TypedStatement | null, status: Status): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  if (visit.frame.meeting) return goTo(`/ungdomar/${subjectId}`)
  const of = await readOccupation(readerOf(visit), subjectId, lackingIn(visit))
  if (of === 'missing') return missing
  if (of === 'sign-in-again') return signInAgain
  const { frame, today, newOnce, may } = visit
  const draft = typed ?? untypedOn(of.lacking?.on)
  return page(<OccupationPage {...{ frame, today, of, draft, newOnce }} mayCode={may('coding.use')} />, status)
}

const backTo = (subjectId: string, back: OccupationBack): string =>
  back === 'youth' ? `/ungdomar/${subjectId}#sysselsattning` : occupationPath(subjectId)

async function confirm(visit: Visit, { occupation, source, back: to }: ConfirmForm): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId) || !isRandomId(occupation)) return missing
  const decision = await confirmOccupation(readerOf(visit), { subjectId, occupationId: occupation, source })
  const back = backTo(subjectId, to)
  if (decision.granted) return goTo(back, occupationTexts[visit.lang].confirmed)
  if (decision.reason === 'missing') return missing
  return page(<NotConfirmedPage frame={visit.frame} reason={decision.reason} back={back} />, 409)
}

const fieldOf: Readonly<Record<StatementProblem | 'night-is-running', string>> = {
  'said-ahead': 'statedOn',
  'said-before-birth': 'statedOn',
  'since-ahead': 'sinceOn',
  'since-before-birth': 'sinceOn',
  'since-of-unknown': 'sinceOn',
  'not-followed': 'statedOn',
  stale: 'kind',
  'night-is-running': 'kind',
}

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = occupationTexts[lang].problems
  return Object.hasOwn(own, problem) ? (own[problem] ?? problem) : problemText(lang, problem)
}

/** The page again, with everything that was typed. */
const showAgain = (visit: Visit, problems: readonly FieldProblem[], typed: Typed, status: Status = 422): Promise<Answer> =>
  show(
    visit,
    {
      value: (field) => typedValue(typed, field),
      problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(visit.lang, problem) })),
    },
    status,
  )

async function write(visit: Visit, { back, ...draft }: WriteForm, typed: Typed): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  const decision = await writeOccupation(readerOf(visit), subjectId, draft)
  const t = occupationTexts[visit.lang]
  if (decision.granted) return goTo(backTo(subjectId, back), decision.value.isStanding ? t.saved : t.savedAsEarlier)
  const { reason } = decision
  if (reason === 'missing') return missing
  const isOld = reason === 'stale' || reason === 'night-is-running'
  return showAgain(visit, [{ field: fieldOf[reason], problem: reason }], typed, isOld ? 409 : 422)
}

/** Registers the pages. */
export function addOccupationPages(pages: Pages): void {
  const declared = { permit: 'outreach.log', shows: 'person', outlet: 'outreach.page' } as const
  const path = occupationPath(':id{[0-9a-f-]+}')
  pages.get(path, declared, (visit) => show(visit, null, 200))
  pages.post(path, declared, confirmForm, confirm)
  pages.post(`${path}/ny`, declared, writeForm, write, (visit, problems, typed) => showAgain(visit, problems, typed))
}
