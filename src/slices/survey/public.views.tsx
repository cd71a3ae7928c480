/** The page that questionnaires are answered on: one question at a time, and each answer is a button. Nothing needs script. */
import type { Child } from 'hono/jsx'
import { directionOf, type ContactLang } from '../../kernel/contact-lang.ts'
import { Card } from '../../ui/card.tsx'
import { OpenPage } from '../../ui/open-page.tsx'
import { replyWords } from '../replies/index.ts'
import { LanguageLinks } from './language-links.views.tsx'
import { optionWords, worded, type Worded } from './question-words.ts'
import { skipped, type AnswerStep } from './questionnaire.rules.ts'
import { answerPath, inLang } from './survey-links.ts'
import { surveyWords } from './survey-words.ts'
import type { Question, Questionnaire } from './survey.types.ts'

/** Where one is. `path`: of this step, for the choice of language; null where a change would lose what was chosen. */
export type SurveyFrame = { readonly place: string; readonly code: string; readonly lang: ContactLang; readonly path: string | null }

/** Words that may be in another language than the page. */
const Words = ({ of: { text, lang }, page }: { of: Worded; page: ContactLang }) =>
  lang === page ? (
    <>{text}</>
  ) : (
    <span lang={lang} dir={directionOf(lang)}>
      {text}
    </span>
  )

const Privacy = ({ lang }: { lang: ContactLang }) => {
  const { title, lines } = surveyWords[lang].privacy
  return (
    <details class="more">
      <summary>{title}</summary>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </details>
  )
}

const Frame = ({ frame: { place, lang, path }, children }: { readonly frame: SurveyFrame; readonly children: Child }) => (
  <OpenPage
    lang={lang}
    dir={directionOf(lang)}
    title={surveyWords[lang].title}
    place={place}
    skip={replyWords[lang].page.skip}
    foot={<Privacy lang={lang} />}
  >
    {path !== null && <LanguageLinks path={path} lang={lang} label={replyWords[lang].language.label} />}
    {children}
  </OpenPage>
)

const Refused = ({ text }: { text: string }) => (
  <div class="ds-error-summary" role="alert">
    <p>{text}</p>
  </div>
)

const CodeForm = ({ frame: { code, lang } }: { readonly frame: SurveyFrame }) => (
  <form class="stack" method="post" action={inLang(answerPath(code, null), lang)} novalidate>
    <div class="ds-field">
      <label class="ds-label" for="code">
        {replyWords[lang].code.label}
      </label>
      <p data-field="description" id="code-hint">
        {surveyWords[lang].codeHint}
      </p>
      <input
        {...{ class: 'ds-input code-field', id: 'code', name: 'code', type: 'text', dir: 'ltr', autocomplete: 'off', maxlength: 20 }}
        {...{ autocapitalize: 'characters', spellcheck: false, 'aria-describedby': 'code-hint', required: true }}
      />
    </div>
    <button class="ds-button" type="submit">
      {replyWords[lang].code.button}
    </button>
  </form>
)

/** Typing the code. `wrong` is the same whatever is wrong with it. */
export const CodePage = ({ frame, problem }: { readonly frame: SurveyFrame; readonly problem: 'wrong' | 'tooMany' | 'missing' | null }) => {
  const { lang } = frame
  const words = replyWords[lang]
  const texts = { wrong: surveyWords[lang].wrong, tooMany: words.code.tooMany, missing: words.problems.codeMissing }
  return (
    <Frame frame={frame}>
      <h1>{surveyWords[lang].title}</h1>
      <p>{surveyWords[lang].intro}</p>
      {problem !== null && <Refused text={texts[problem]} />}
      <Card>
        <CodeForm frame={frame} />
      </Card>
    </Frame>
  )
}

/** Mouths from very bad to very good: the height of the corners, and what the lip is drawn towards. */
const mouths = [
  [17.5, 11.5],
  [16.5, 13.5],
  [15.5, 15.5],
  [14.5, 17.5],
  [13.5, 19.5],
] as const

const Face = ({ step }: { step: number }) => {
  const [corners, lip] = mouths[step] ?? mouths[2]
  return (
    <svg class="face" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" />
      <path d={`M8.5 8.5v1M15.5 8.5v1M7.5 ${corners}Q12 ${lip} 16.5 ${corners}`} />
    </svg>
  )
}

type AskProps = {
  readonly frame: SurveyFrame
  readonly slip: string
  readonly questionnaire: Questionnaire
  readonly step: Extract<AnswerStep, { kind: 'ask' }>
}

const Answers = ({ question, lang }: { question: Question; lang: ContactLang }) => (
  <ul class="answers plain">
    {optionWords(question, lang).map((option, index) => (
      <li>
        <button class="ds-button" data-variant="secondary" type="submit" name={`q-${question.key}`} value={String(index)}>
          {question.kind === 'scale' && <Face step={index} />}
          <Words of={option} page={lang} />
        </button>
      </li>
    ))}
  </ul>
)

/** One question: an answer is one press. What was chosen before it goes along; nothing is saved before the last. */
export const AskPage = ({ frame, slip, questionnaire: { questions }, step }: AskProps) => {
  const { code, lang } = frame
  const question = questions[step.index]
  if (question === undefined) throw new Error('a step without a question')
  const words = surveyWords[lang]
  const said = { unknown: replyWords[lang].problems.unknownChoice, nothing: words.nothing }
  return (
    <Frame frame={frame}>
      <p class="muted">{words.step.replace('{{n}}', String(step.index + 1)).replace('{{of}}', String(questions.length))}</p>
      <h1>
        <Words of={worded(question.text, lang)} page={lang} />
      </h1>
      {step.problem !== null && <Refused text={said[step.problem]} />}
      <form class="stack" method="post" action={inLang(answerPath(code, slip), lang)}>
        {step.kept.map(([key, value]) => (
          <input type="hidden" name={`q-${key}`} value={value} />
        ))}
        <Answers question={question} lang={lang} />
        <button class="ds-button" data-variant="tertiary" type="submit" name={`q-${question.key}`} value={skipped}>
          {words.skip}
        </button>
      </form>
    </Frame>
  )
}

/** Thank you. It says the same to everybody. */
export const ThanksPage = ({ frame }: { readonly frame: SurveyFrame }) => {
  const { thanks } = surveyWords[frame.lang]
  return (
    <Frame frame={frame}>
      <h1>{thanks.title}</h1>
      <p>{thanks.text}</p>
    </Frame>
  )
}
