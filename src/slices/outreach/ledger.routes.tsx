/** /ungdomar/:id/vagar: the ledger of one youth and the forms that change it. */
import { isRandomId } from '../../platform/random-id.ts'
import type { z } from 'zod'
import { ownNames } from '../../kernel/contact-lang.ts'
import type { Decision } from '../../platform/decision.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  signInAgain,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { flagsIn, keptName, noteDraft, noteProblems } from '../hygiene/index.ts'
import { readerOf } from './contact-visit.ts'
import {
  addWay,
  readLedger,
  saveChoice,
  sayOfAddress,
  sayOfWay,
  type AddRefusal,
  type ContactChoices,
  type LedgerReader,
} from './ledger.actions.ts'
import { addressForm, addWayForm, choiceForm, readWay, sayForm } from './ledger.forms.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { wayActs, type ContactChoice, type LedgerPage, type WayAct } from './ledger.types.ts'
import { whyId } from './ledger-acts.views.tsx'
import { LedgerPageView, type LedgerDraft } from './ledger.views.tsx'

const path = '/ungdomar/:id{[0-9a-f-]+}/vagar'

const nothing: LedgerDraft = { value: () => '', problems: [], said: null, stale: null, staleChoice: null }

/** Saving asks for no new sign-in: what was typed would be lost. The page that comes after it does. */
const savingReader = (visit: Visit): LedgerReader => ({ ...readerOf(visit), isFresh: true })

const subjectOf = ({ params }: Visit): string => params['id'] ?? ''

type Status = 200 | 409 | 422 | 503
type DraftOf = (shown: LedgerPage) => LedgerDraft

/** The page read anew, with what could not be saved. */
async function show(visit: Visit, choices: ContactChoices, draftOf: DraftOf, status: Status): Promise<Answer> {
  if (!isRandomId(subjectOf(visit))) return missing
  const reader = status === 200 ? readerOf(visit) : savingReader(visit)
  const shown = await readLedger(visit.place.pool, reader, choices, subjectOf(visit))
  if (shown === 'missing') return missing
  if (shown === 'sign-in-again') return signInAgain
  const { frame, lang, today, newOnce } = visit
  return page(<LedgerPageView frame={frame} told={{ lang, today }} shown={shown} draft={draftOf(shown)} newOnce={newOnce} />, status)
}

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = ledgerTexts[lang].problems
  return own[problem] ?? problemText(lang, problem)
}

const statusOf = (problem: string): Status => (problem === 'night-is-running' ? 503 : 422)
const done = (visit: Visit, text: string): Answer => goTo(`/ungdomar/${subjectOf(visit)}/vagar`, text)

const addDraft = (visit: Visit, typed: Typed, problems: readonly FieldProblem[]): LedgerDraft => ({
  ...nothing,
  value: (field) => typedValue(typed, field),
  problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(visit.lang, problem) })),
})

async function add(visit: Visit, choices: ContactChoices, form: z.infer<typeof addWayForm>, typed: Typed): Promise<Answer> {
  if (!isRandomId(subjectOf(visit))) return missing
  const refusedAs = (problem: string) =>
    show(visit, choices, () => addDraft(visit, typed, [{ field: 'value', problem }]), statusOf(problem))
  const read = readWay(form.value, form.kind)
  if (!read.granted) return refusedAs(read.reason)
  const added: Decision<number, AddRefusal> = await addWay(savingReader(visit), subjectOf(visit), {
    ...read.value,
    source: form.source,
    stepKey: form.step,
  })
  if (added.granted) return done(visit, ledgerTexts[visit.lang].added)
  return added.reason === 'missing' ? missing : refusedAs(added.reason)
}

/** A saying with its reason missing, or while the night runs: its question is open again. */
const saidDraft = (visit: Visit, { sentTick, ...said }: Saying, problem: string): LedgerDraft => ({
  ...nothing,
  said: { ...said, note: noteDraft([], sentTick) },
  problems: [{ field: whyId(said.wayId, said.act), text: wordsOf(visit.lang, problem) }],
})

type Saying = { readonly wayId: string | null; readonly act: WayAct; readonly why: string; readonly sentTick: string }
type Outcome = Decision<null, 'stale' | 'already' | 'note-flags' | 'missing' | 'night-is-running'>

/** A reason with what may not belong. */
function flaggedDraft({ lang }: Visit, { wayId, act, why }: Saying, outcome: Outcome): LedgerDraft {
  const flags = flagsIn(outcome).map((flag) => ({ ...flag, field: whyId(wayId, act) }))
  return { ...nothing, said: { wayId, act, why, note: noteDraft(flags, '') }, problems: noteProblems(flags, lang) }
}

/** Somebody was first: what was wanted, and how the way is now. */
const staleDraft = (visit: Visit, { wayId, act, why }: Saying, shown: LedgerPage, isAlready: boolean): LedgerDraft => ({
  ...nothing,
  stale: {
    wanted: ledgerTexts[visit.lang].saidActs[act],
    why,
    isAlready,
    way: shown.ledger.ways.find((way) => way.wayId === wayId) ?? null,
  },
})

function answerSaying(visit: Visit, choices: ContactChoices, saying: Saying, outcome: Outcome): Promise<Answer> | Answer {
  if (outcome.granted) return done(visit, ledgerTexts[visit.lang].said)
  if (outcome.reason === 'missing') return missing
  if (outcome.reason === 'note-flags') return show(visit, choices, () => flaggedDraft(visit, saying, outcome), 422)
  if (outcome.reason === 'night-is-running') return show(visit, choices, () => saidDraft(visit, saying, 'night-is-running'), 503)
  return show(visit, choices, (shown) => staleDraft(visit, saying, shown, outcome.reason === 'already'), 409)
}

async function sayOf(visit: Visit, choices: ContactChoices, form: z.infer<typeof sayForm>, typed: Typed): Promise<Answer> {
  const wayId = visit.params['way'] ?? ''
  if (!isRandomId(subjectOf(visit)) || !isRandomId(wayId)) return missing
  const outcome = await sayOfWay(savingReader(visit), subjectOf(visit), { ...form, wayId })
  return answerSaying(visit, choices, { ...form, wayId, sentTick: typedValue(typed, keptName) }, outcome)
}

async function sayOfRegistered(visit: Visit, choices: ContactChoices, form: z.infer<typeof addressForm>, typed: Typed): Promise<Answer> {
  if (!isRandomId(subjectOf(visit))) return missing
  const outcome = await sayOfAddress(savingReader(visit), subjectOf(visit), form)
  return answerSaying(visit, choices, { wayId: null, act: 'dead', why: form.why, sentTick: typedValue(typed, keptName) }, outcome)
}

const reshowSaying = (visit: Visit, choices: ContactChoices, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> => {
  const act = wayActs.find((one) => one === typedValue(typed, 'act')) ?? 'dead'
  const said = { wayId: visit.params['way'] ?? null, act, why: typedValue(typed, 'why'), sentTick: typedValue(typed, keptName) }
  return show(visit, choices, () => saidDraft(visit, said, problems[0]?.problem ?? 'required'), 422)
}

/** What differs between the choice that was wanted and the one that is. */
function choiceDifferences(lang: Visit['lang'], mine: ContactChoice, theirs: ContactChoice) {
  const t = ledgerTexts[lang]
  const optOuts = ({ optOuts: all }: ContactChoice) => all.map((channel) => t.channels[channel]).join(', ') || t.nothing
  return [
    { what: t.lang, mine: ownNames[mine.lang], theirs: ownNames[theirs.lang] },
    { what: t.optOut, mine: optOuts(mine), theirs: optOuts(theirs) },
  ].filter((one) => one.mine !== one.theirs)
}

async function choose(visit: Visit, choices: ContactChoices, form: z.infer<typeof choiceForm>): Promise<Answer> {
  if (!isRandomId(subjectOf(visit))) return missing
  const wanted = { lang: form.lang, optOuts: form.optOut }
  const outcome = await saveChoice(savingReader(visit), choices, subjectOf(visit), { wanted, seen: form.seen })
  if (outcome.granted) return done(visit, ledgerTexts[visit.lang].choiceSaved)
  if (outcome.reason === 'missing') return missing
  if (outcome.reason === 'night-is-running') {
    return show(visit, choices, () => addDraft(visit, {}, [{ field: 'lang', problem: 'night-is-running' }]), 503)
  }
  return show(visit, choices, ({ choice }) => ({ ...nothing, staleChoice: choiceDifferences(visit.lang, wanted, choice) }), 409)
}

/** The page and its forms. */
export function addLedgerPages(pages: Pages, choices: ContactChoices): void {
  const declared = { permit: 'outreach.log', shows: 'person', outlet: 'outreach.page' } as const
  pages.get(path, declared, (visit) => show(visit, choices, () => nothing, 200))
  pages.post(
    path,
    declared,
    addWayForm,
    (visit, form, typed) => add(visit, choices, form, typed),
    (visit, problems, typed) => show(visit, choices, () => addDraft(visit, typed, problems), 422),
  )
  pages.post(
    `${path}/kontaktval`,
    declared,
    choiceForm,
    (visit, form) => choose(visit, choices, form),
    (visit, problems, typed) => show(visit, choices, () => addDraft(visit, typed, problems), 422),
  )
  const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed) => reshowSaying(visit, choices, problems, typed)
  pages.post(`${path}/adress`, declared, addressForm, (visit, form, typed) => sayOfRegistered(visit, choices, form, typed), reshow)
  pages.post(`${path}/:way{[0-9a-f-]+}`, declared, sayForm, (visit, form, typed) => sayOf(visit, choices, form, typed), reshow)
}
