/** /sysselsattning: the desk of statements that lapse. */
import { page, problemText, typedValue, type Answer, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import { readerOf } from './contact-visit.ts'
import { confirmExpiries, readExpiries, type AcceptReply } from './expiry.actions.ts'
import { confirmManyForm, expiryPath, viewFrom, type ConfirmManyForm } from './expiry.forms.ts'
import { expiryTexts } from './expiry.texts.ts'
import { expiryGroups, type ExpiryView } from './expiry.types.ts'
import { ConfirmedPage, ExpiriesPage, type ExpiryDraft } from './expiry.views.tsx'

async function show(visit: Visit, view: ExpiryView, draft: ExpiryDraft | null, status: 200 | 422): Promise<Answer> {
  const { frame, lang, today, scope, newOnce, may } = visit
  const desk = await readExpiries(readerOf(visit), view)
  const told = { lang, today, mayAsk: may('questions.ask') }
  return page(<ExpiriesPage {...{ frame, told, desk, draft, newOnce }} hasNoUnit={scope.units?.length === 0} />, status)
}

async function confirm(
  visit: Visit,
  { row, source, group, mine, page: shown }: ConfirmManyForm,
  acceptReply: AcceptReply,
): Promise<Answer> {
  const results = await confirmExpiries({ reader: readerOf(visit), source, acceptReply }, row)
  const back = expiryPath({ group, mine: mine === 'ja', page: shown })
  return page(<ConfirmedPage frame={visit.frame} results={results} back={back} />)
}

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = expiryTexts[lang].problems
  return Object.hasOwn(own, problem) ? (own[problem] ?? problem) : problemText(lang, problem)
}

/** The page again, with what was ticked. What is wrong with a row is told at the field below the table. */
function showAgain(visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> {
  const group = expiryGroups.find((one) => one === typedValue(typed, 'group')) ?? 'expiring'
  const view = {
    group,
    mine: typedValue(typed, 'mine') === 'ja',
    page: viewFrom(new URLSearchParams({ sida: typedValue(typed, 'page') })).page,
  }
  const [first] = problems
  const told = first === undefined ? [] : [{ field: 'source', text: wordsOf(visit.lang, first.problem) }]
  return show(visit, view, { ticked: typed['row'] ?? [], source: typedValue(typed, 'source'), problems: told }, 422)
}

/** Registers the desk. */
export function addExpiryPages(pages: Pages, acceptReply: AcceptReply): void {
  const declared = { permit: 'outreach.log', shows: 'persons', outlet: 'outreach.page' } as const
  const path = '/sysselsattning'
  pages.get(path, declared, (visit) => show(visit, viewFrom(visit.query), null, 200))
  pages.post(path, declared, confirmManyForm, (visit, form) => confirm(visit, form, acceptReply), showAgain)
}
