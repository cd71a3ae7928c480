/** The link's routes: no account, one answer, and the same page for every link that leads nowhere. */
import type { Lang } from '../../kernel/lang.ts'
import { newRateLimit } from '../../platform/http/rate-limit.ts'
import { parseDate, type PlainDate } from '../../platform/plain-date.ts'
import { page, typedValue, type Answer, type OpenVisit, type Pages, type Typed } from '../access/index.ts'
import type { FieldProblem } from '../../ui/form.tsx'
import { QuestionPage, QuestionSaying, type OpenFrame, type Saying } from './open.views.tsx'
import { answerQuestion, openQuestion } from './questions.actions.ts'
import { questionTexts } from './questions.texts.ts'
import { answers, type AskedQuestion, type QuestionAnswer } from './questions.types.ts'

/** A link holds 144 bits and is not guessed; the limit keeps the log and the database from those who try. */
const wrongTries = { capacity: 20, refillPerMinute: 2 } as const

const langOf = ({ query }: OpenVisit): Lang => (query.get('sprak') === 'en' ? 'en' : 'sv')
const frameOf = (visit: OpenVisit): OpenFrame => ({
  lang: langOf(visit),
  place: visit.place.name,
  path: `/fraga/${visit.place.code}/${visit.params['token'] ?? ''}`,
})

const tokenOf = ({ params }: OpenVisit): string => params['token'] ?? ''

const statuses: Readonly<Record<Saying, 200 | 404 | 409 | 429>> = { thanks: 200, already: 409, gone: 404, tooMany: 429 }
const say = (visit: OpenVisit, saying: Saying): Answer => page(<QuestionSaying frame={frameOf(visit)} saying={saying} />, statuses[saying])

type Read = { readonly answer: QuestionAnswer; readonly sinceOn: PlainDate | null } | { readonly problems: readonly FieldProblem[] }

/** The answer that was typed, or what is wrong with it. A day belongs to a yes; with another answer it is passed over. */
function readGiven(typed: Typed, { today }: OpenVisit, lang: Lang): Read {
  const texts = questionTexts[lang].open
  const answer = answers.find((one) => one === typedValue(typed, 'answer'))
  const since = answer === 'yes' ? typedValue(typed, 'since').trim() : ''
  const sinceOn = since === '' ? null : parseDate(since)
  const problems: FieldProblem[] = []
  if (answer === undefined) problems.push({ field: 'answer', text: texts.chooseOne })
  if (since !== '' && (sinceOn === null || sinceOn < '2010-01-01')) problems.push({ field: 'since', text: texts.notADay })
  else if (sinceOn !== null && sinceOn > today) problems.push({ field: 'since', text: texts.ahead })
  return answer === undefined || problems.length > 0 ? { problems } : { answer, sinceOn }
}

const shown = (visit: OpenVisit, asked: AskedQuestion, typed: Typed, problems: readonly FieldProblem[]): Answer => {
  const { receiverKind: kind, asks, youth, askedBy } = asked
  const draft = { value: (field: string) => typedValue(typed, field), problems }
  const body = (
    <QuestionPage frame={frameOf(visit)} lang={langOf(visit)} kind={kind} asks={asks} youth={youth} askedBy={askedBy} draft={draft} />
  )
  return page(body, problems.length === 0 ? 200 : 422)
}

/** Registers the link's page. What it shows is what the asker chose, of a youth who is not protected. */
export function addOpenQuestionPages({ open }: Pages): void {
  const wrong = newRateLimit(wrongTries)
  const declared = { permit: 'public', shows: 'person', outlet: 'question.public' } as const
  const path = '/fraga/:code/:token{[\\w-]{24}}'

  async function found(visit: OpenVisit): Promise<AskedQuestion | Answer> {
    if (!wrong.takes(visit.from, visit.nowMs)) return say(visit, 'tooMany')
    const asked = await openQuestion(visit.place.pool, tokenOf(visit))
    if (asked === null) return say(visit, 'gone')
    wrong.gives(visit.from)
    return asked.isAnswered ? say(visit, 'already') : asked
  }

  async function answer(visit: OpenVisit, typed: Typed): Promise<Answer> {
    const asked = await found(visit)
    if ('kind' in asked) return asked
    const read = readGiven(typed, visit, langOf(visit))
    if ('problems' in read) return shown(visit, asked, typed, read.problems)
    const decision = await answerQuestion(visit.place.pool, tokenOf(visit), { ...read, today: visit.today })
    return say(visit, decision.granted ? 'thanks' : decision.reason === 'missing' ? 'gone' : 'already')
  }

  open.get(
    path,
    async (visit) => {
      const asked = await found(visit)
      return 'kind' in asked ? asked : shown(visit, asked, {}, [])
    },
    declared,
  )
  open.post(path, answer, declared)
}
