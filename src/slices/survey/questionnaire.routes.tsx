/** /enkater/fragor/:key: looking at a questionnaire, and saving the next version of it. */
import { z } from 'zod'
import { contactLangs } from '../../kernel/contact-lang.ts'
import { choiceField, optionalText, tickField, wholeField } from '../../platform/form.ts'
import { goTo, missing, page, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { EditPage } from './edit.views.tsx'
import { readQuestionnaire, saveQuestionnaire } from './questionnaire.actions.ts'
import { mostQuestions, typedOf, type DraftProblemAt, type TypedQuestionnaire } from './questionnaire.rules.ts'
import { QuestionnairePage } from './questionnaire.views.tsx'
import { questionnairePath } from './survey-links.ts'
import { surveyTexts } from './survey.texts.ts'
import { occasions, questionKinds } from './survey.types.ts'

const numbers = Array.from({ length: mostQuestions }, (_, index) => index + 1)

const form = z.strictObject({
  version: wholeField,
  title: optionalText(500),
  occasion: choiceField(occasions),
  inUse: tickField,
  ...Object.fromEntries(numbers.map((n) => [`text${n}`, optionalText(1000)])),
  ...Object.fromEntries(numbers.map((n) => [`kind${n}`, choiceField(questionKinds).default('scale')])),
  ...Object.fromEntries(numbers.map((n) => [`options${n}`, optionalText(2000)])),
})

/** What was typed, as it came: a choice that is none of ours is the first. */
const typedFrom = (typed: Typed): TypedQuestionnaire => ({
  title: typedValue(typed, 'title'),
  occasion: occasions.find((one) => one === typedValue(typed, 'occasion')) ?? 'start',
  inUse: typedValue(typed, 'inUse') !== '',
  questions: numbers.map((n) => ({
    text: typedValue(typed, `text${n}`),
    kind: questionKinds.find((one) => one === typedValue(typed, `kind${n}`)) ?? 'scale',
    options: typedValue(typed, `options${n}`),
  })),
})

const keyOf = ({ params }: Visit): string => params['key'] ?? ''

async function show(visit: Visit): Promise<Answer> {
  const seen = await readQuestionnaire(visit.place.pool, keyOf(visit))
  if (seen === null) return missing
  const shownIn = contactLangs.find((lang) => lang === visit.query.get('sprak')) ?? 'sv'
  const above = visit.may('survey.hand') ? ('hand' as const) : visit.may('survey.read') ? ('results' as const) : null
  const shown = { frame: visit.frame, key_: keyOf(visit), seen, shownIn, above, mayEdit: visit.may('survey.edit') }
  return page(<QuestionnairePage {...shown} />)
}

type Sent = { readonly typed: TypedQuestionnaire; readonly version: number }

async function showForm(
  visit: Visit,
  sent: Sent | null,
  problems: readonly { field: string; text: string }[],
  status: 200 | 409 | 422,
): Promise<Answer> {
  const seen = await readQuestionnaire(visit.place.pool, keyOf(visit))
  const newest = seen?.versions[0]
  if (seen === null || newest === undefined) return missing
  const typed = sent?.typed ?? typedOf(newest.content)
  const shown = { frame: visit.frame, key_: keyOf(visit), isShipped: seen.isShipped, version: sent?.version ?? newest.version }
  return page(<EditPage {...shown} typed={typed} problems={problems} once={visit.newOnce()} />, status)
}

async function save(visit: Visit, version: number, fields: Typed): Promise<Answer> {
  const t = surveyTexts[visit.lang].edit
  const typed = typedFrom(fields)
  let wrong: readonly DraftProblemAt[] = []
  const saving = { key: keyOf(visit), version, typed }
  const decision = await saveQuestionnaire(visit.place.pool, visit.actor.staffId, saving, (problems) => (wrong = problems))
  if (decision.granted) return goTo(questionnairePath(decision.value), t.saved)
  switch (decision.reason) {
    case 'missing':
      return missing
    case 'stale':
      return showForm(visit, { typed, version }, [{ field: 'title', text: t.stale }], 409)
    case 'problems': {
      const problems = wrong.map(({ field, problem }) => ({ field, text: t.problems[problem] }))
      return showForm(visit, { typed, version }, problems, 422)
    }
  }
}

/** Registers the pages. */
export function addQuestionnairePages(pages: Pages): void {
  const path = '/enkater/fragor/:key{[a-zA-Z0-9-]{1,40}}'
  const edit = { permit: 'survey.edit', shows: 'nothing' } as const
  // Whoever answers sees the questions too.
  pages.get(path, { permit: 'signed-in', shows: 'nothing' }, show)
  pages.get(`${path}/andra`, edit, (visit) => showForm(visit, null, [], 200))
  pages.post(
    `${path}/andra`,
    edit,
    form,
    (visit, { version }, fields) => save(visit, version, fields),
    (visit, _, fields) =>
      showForm(
        visit,
        { typed: typedFrom(fields), version: Number(typedValue(fields, 'version')) || 0 },
        [{ field: 'title', text: surveyTexts[visit.lang].edit.stale }],
        422,
      ),
  )
}
