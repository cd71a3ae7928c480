/** Asking somebody outside one question about a youth, and the page of its link. */
import { isRandomId } from '../../platform/random-id.ts'
import { z } from 'zod'
import { choiceField, manyField, optionalText } from '../../platform/form.ts'
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
import { flagsIn, keptField, keptName, noteDraft, noteProblems, notWarned } from '../hygiene/index.ts'
import { addOpenQuestionPages } from './open.routes.tsx'
import { askQuestion, readAsked, withdrawQuestion, type Asker } from './questions.actions.ts'
import { inOrder, tellsWho, validDays } from './questions.rules.ts'
import { questionTexts } from './questions.texts.ts'
import { receiverKinds, type ShownField, type ShownYouth } from './questions.types.ts'
import { MadePage, QuestionsPage, type QuestionDraft } from './questions.views.tsx'
import type { SeenYouth } from '../worklist/index.ts'

const form = z
  .strictObject({
    kind: choiceField(receiverKinds),
    name: optionalText(120),
    noteKept: keptField,
    shown: manyField,
    days: choiceField(validDays.map(String) as ['7', '14', '30']),
  })
  .refine(({ shown }) => tellsWho(inOrder(shown)), { path: ['shown'], error: 'tells-nobody' })

type Asked = z.infer<typeof form>

const nothingTyped: QuestionDraft = { value: () => '', values: () => ['givenName', 'familyName'], problems: [], note: notWarned }

const askerOf = ({ scope, actor }: Visit): Asker => ({ scope, staffId: actor.staffId, name: actor.name })

const wordsOf = (lang: Visit['lang'], problem: string): string =>
  problem === 'tells-nobody' ? questionTexts[lang].problems[problem] : problemText(lang, problem)

const draftOf = (visit: Visit, typed: Typed, problems: readonly FieldProblem[]): QuestionDraft => ({
  value: (field) => typedValue(typed, field),
  values: (field) => typed[field] ?? [],
  problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(visit.lang, problem) })),
  note: noteDraft([], typedValue(typed, keptName)),
})

async function show(visit: Visit, draft: QuestionDraft, status: 200 | 409 | 422): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const found = await readAsked(visit.place.pool, askerOf(visit), subjectId)
  if (found === null) return missing
  const { frame, newOnce } = visit
  const name = `${found.youth.givenName} ${found.youth.familyName}`.trim()
  return page(
    <QuestionsPage frame={frame} subjectId={subjectId} name={name} questions={found.questions} draft={draft} newOnce={newOnce} />,
    status,
  )
}

/** What the link will show: the same fields that the database hands out. */
const shownOf = ({ givenName, familyName, bornOn }: SeenYouth, shown: readonly ShownField[]): ShownYouth => ({
  givenName: shown.includes('givenName') ? givenName : null,
  familyName: shown.includes('familyName') ? familyName : null,
  birthYear: shown.includes('birthYear') ? (bornOn?.slice(0, 4) ?? null) : null,
  birthDate: shown.includes('birthDate') ? bornOn : null,
})

async function ask(visit: Visit, wanted: Asked, typed: Typed, publicUrl: string): Promise<Answer> {
  const { kind, name, noteKept, shown: ticked, days } = wanted
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const { place, frame } = visit
  const shown = inOrder(ticked)
  const wish = { receiverKind: kind, receiverName: name, shown, days: Number(days), noteKept }
  const decision = await askQuestion(place.pool, askerOf(visit), subjectId, wish)
  const flags = flagsIn(decision)
  if (flags.length > 0) {
    const draft = { ...draftOf(visit, typed, []), problems: noteProblems(flags, visit.lang), note: noteDraft(flags, '') }
    return show(visit, draft, 422)
  }
  const found = decision.granted ? await readAsked(place.pool, askerOf(visit), subjectId) : null
  if (!decision.granted || found === null) return missing
  const link = `${publicUrl}/fraga/${place.code}/${decision.value}`
  const youth = shownOf(found.youth, shown)
  return page(<MadePage frame={frame} subjectId={subjectId} link={link} days={Number(days)} kind={kind} youth={youth} />)
}

async function withdraw(visit: Visit): Promise<Answer> {
  const [subjectId, questionId] = [visit.params['id'] ?? '', visit.params['question'] ?? '']
  if (!isRandomId(subjectId) || !isRandomId(questionId)) return missing
  const decision = await withdrawQuestion(visit.place.pool, askerOf(visit), subjectId, questionId)
  if (!decision.granted && decision.reason === 'missing') return missing
  const texts = questionTexts[visit.lang]
  return goTo(`/ungdomar/${subjectId}/fragor`, decision.granted ? texts.withdrawn : texts.over)
}

/** Registers the pages. `publicUrl`: where browsers reach the product, for the link. */
export function addQuestionsPages(pages: Pages, publicUrl: string): void {
  addOpenQuestionPages(pages)
  const declared = { permit: 'questions.ask', shows: 'person', outlet: 'questions.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/fragor'
  pages.get(path, declared, (visit) => show(visit, nothingTyped, 200))
  pages.post(
    path,
    declared,
    form,
    (visit, wanted, typed) => ask(visit, wanted, typed, publicUrl),
    (visit, problems, typed) => show(visit, draftOf(visit, typed, problems), 422),
  )
  pages.post(`${path}/:question{[0-9a-f-]+}/dra-tillbaka`, declared, z.strictObject({}), withdraw)
}
