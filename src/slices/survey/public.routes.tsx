/** The routes of those who answer: no sign-in, no session, nothing of anybody. Tries are limited for each address they come from. */
import { contactLangs, type ContactLang } from '../../kernel/contact-lang.ts'
import { newRateLimit, type RateLimit } from '../../platform/http/rate-limit.ts'
import { goTo, page, typedValue, type Answer, type OpenVisit, type Pages, type Typed } from '../access/index.ts'
import { readCode, writtenCode } from '../replies/index.ts'
import { answerQuestionnaire, openQuestionnaire } from './answer.actions.ts'
import { AskPage, CodePage, ThanksPage, type SurveyFrame } from './public.views.tsx'
import { stepOf } from './questionnaire.rules.ts'
import { answerPath, inLang } from './survey-links.ts'
import type { Questionnaire } from './survey.types.ts'

/** As on the reply page: twenty wrong codes at once and then two a minute from one address; a right one costs nothing. */
const wrongTries = { capacity: 20, refillPerMinute: 2 } as const

const langOf = ({ query }: OpenVisit): ContactLang => contactLangs.find((lang) => lang === query.get('sprak')) ?? 'sv'

const frameOf = (visit: OpenVisit, path: string | null): SurveyFrame => ({
  place: visit.place.name,
  code: visit.place.code,
  lang: langOf(visit),
  path,
})

/** The page for typing a code, with what is wrong: the same for a code that is unknown, used, expired or no code at all. */
const codePage = (visit: OpenVisit, problem: 'wrong' | 'tooMany' | 'missing' | null): Answer => {
  const status = problem === null ? 200 : problem === 'tooMany' ? 429 : problem === 'missing' ? 422 : 404
  return page(<CodePage frame={frameOf(visit, answerPath(visit.place.code, null))} problem={problem} />, status)
}

type Live = { readonly slip: string; readonly questionnaire: Questionnaire }

/** The questionnaire of the path's code, or the page that says that there is none. */
async function findLive(visit: OpenVisit, wrong: RateLimit): Promise<Live | Answer> {
  if (!wrong.takes(visit.from, visit.nowMs)) return codePage(visit, 'tooMany')
  const slip = visit.params['slip'] ?? ''
  const questionnaire = await openQuestionnaire(visit.place.pool, slip)
  if (questionnaire === null) return codePage(visit, 'wrong')
  wrong.gives(visit.from)
  return { slip: writtenCode(readCode(slip) ?? ''), questionnaire }
}

const firstQuestion = { kind: 'ask', index: 0, kept: [], problem: null } as const

async function showFirst(visit: OpenVisit, wrong: RateLimit): Promise<Answer> {
  const found = await findLive(visit, wrong)
  if ('kind' in found) return found
  return page(<AskPage {...found} frame={frameOf(visit, answerPath(visit.place.code, found.slip))} step={firstQuestion} />)
}

/** The next question, or all of them answered: only then is anything saved. */
async function takeAnswer(visit: OpenVisit, typed: Typed, wrong: RateLimit): Promise<Answer> {
  const found = await findLive(visit, wrong)
  if ('kind' in found) return found
  const step = stepOf(found.questionnaire, (key) => typedValue(typed, `q-${key}`))
  if (step.kind === 'ask') {
    const path = step.index === 0 ? answerPath(visit.place.code, found.slip) : null
    return page(<AskPage {...found} frame={frameOf(visit, path)} step={step} />, step.problem === null ? 200 : 422)
  }
  const decision = await answerQuestionnaire(visit.place.pool, found.slip, step.said)
  return decision.granted ? goTo(inLang(`/e/${visit.place.code}/tack`, langOf(visit))) : codePage(visit, 'wrong')
}

/** Somebody typed a code: on to its address, where it is looked up. */
function typedCode(visit: OpenVisit, typed: Typed): Answer {
  const written = typedValue(typed, 'code')
  const code = readCode(written)
  if (code === null) return codePage(visit, written.trim() === '' ? 'missing' : 'wrong')
  return goTo(inLang(answerPath(visit.place.code, writtenCode(code)), langOf(visit)))
}

/** Registers the page. */
export function addPublicSurveyPages({ open }: Pages): void {
  const wrong = newRateLimit(wrongTries)
  open.get('/e/:code', (visit) => codePage(visit, null))
  open.post('/e/:code', typedCode)
  open.get('/e/:code/tack', (visit) => page(<ThanksPage frame={frameOf(visit, `/e/${visit.place.code}/tack`)} />))
  open.get('/e/:code/:slip', (visit) => showFirst(visit, wrong))
  open.post('/e/:code/:slip', (visit, typed) => takeAnswer(visit, typed, wrong))
}
