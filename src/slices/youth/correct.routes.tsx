/** "Not right …": opening a correction case on a line of the chain. */
import { isRandomId } from '../../platform/random-id.ts'
import { z } from 'zod'
import { choiceField, optionalText, textField } from '../../platform/form.ts'
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
import { correctionReasons, openCorrection } from '../corrections/index.ts'
import { flagsIn, keptField, keptName, noteDraft, noteProblems, type FieldFlag } from '../hygiene/index.ts'
import { readForCorrection } from './correct.actions.ts'
import { correctTexts } from './correct.texts.ts'
import { CorrectPage } from './correct.views.tsx'
import { pathOfYouth, readerOf, toldTo } from './visit.ts'

const form = z
  .strictObject({
    line: choiceField(['1', '2', '3', '4', '5', '6', '7', '7b', '8', 'decision']),
    reason: choiceField(correctionReasons),
    note: optionalText(2000),
    source: textField(200),
    message: optionalText(4000),
    noteKept: keptField,
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', { path: ['note'], error: 'say-what' })

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = correctTexts[lang].problems
  return Object.hasOwn(own, problem) ? (own[problem] ?? problem) : problemText(lang, problem)
}

type Shown = {
  readonly line: string | null
  readonly typed: Typed | null
  readonly problems: readonly FieldProblem[]
  readonly flags?: readonly FieldFlag[]
}

async function show(visit: Visit, { line, typed, problems, flags = [] }: Shown, status: 200 | 409 | 422): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const { place, today, lang, frame, newOnce, actor } = visit
  const question = { subjectId, municipality: place.code, on: today, knownOn: null }
  const { answer, sources } = await readForCorrection(place.pool, readerOf(visit), question)
  if (answer.kind === 'missing') return missing
  if (answer.kind === 'sign-in-again') return signInAgain
  const { youth } = answer
  const draft = {
    line: youth.explanation.chain.find((one) => one.line === line) ?? null,
    value: (field: string) => (typed === null ? null : typedValue(typed, field)),
    problems: [...problems.map(({ field, problem }) => ({ field, text: wordsOf(lang, problem) })), ...noteProblems(flags, lang)],
    note: noteDraft(flags, typed === null ? '' : typedValue(typed, keptName)),
  }
  return page(
    <CorrectPage frame={frame} youth={youth} told={toldTo(visit)} sources={sources} draft={draft} by={actor.name} newOnce={newOnce} />,
    status,
  )
}

const faulty: Readonly<Record<'already-open' | 'unknown-source', string>> = { 'already-open': 'reason', 'unknown-source': 'source' }

async function open(visit: Visit, wanted: z.infer<typeof form>, typed: Typed): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const { place, scope, actor, isFresh, lang } = visit
  const decision = await openCorrection(place.pool, { scope, by: actor.staffId, isFresh }, subjectId, wanted)
  if (decision.granted) return goTo(pathOfYouth(subjectId), correctTexts[lang].parked)
  const { reason } = decision
  if (reason === 'missing') return missing
  if (reason === 'note-flags') return show(visit, { line: wanted.line, typed, problems: [], flags: flagsIn(decision) }, 422)
  const problems = [{ field: faulty[reason], problem: reason }]
  return show(visit, { line: wanted.line, typed, problems }, reason === 'already-open' ? 409 : 422)
}

/** The page where a line is said not to be right. */
export function addCorrectPages(pages: Pages): void {
  const declared = { permit: 'youth.correct', shows: 'person', outlet: 'youth.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/stammer-inte'
  pages.get(path, declared, (visit) => show(visit, { line: visit.query.get('rad'), typed: null, problems: [] }, 200))
  pages.post(
    path,
    declared,
    form,
    (visit, wanted, typed) => open(visit, wanted, typed),
    (visit, problems, typed) => show(visit, { line: typedValue(typed, 'line'), typed, problems }, 422),
  )
}
