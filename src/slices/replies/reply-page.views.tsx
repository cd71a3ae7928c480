/** The reply page: a code, a choice of answers, a short form, and a thank you. Each step is a page of its own and works without script. */
import type { Child } from 'hono/jsx'
import { contactLangs, directionOf, ownNames, type ContactLang } from '../../kernel/contact-lang.ts'
import { Card } from '../../ui/card.tsx'
import { OpenPage } from '../../ui/open-page.tsx'
import { answerHref, type ReplyAt } from './reply-links.ts'
import { replyWords } from './reply-words.ts'
import type { ReplyWords } from './reply-words.types.ts'
import { answerKinds, type AnswerKind, type AskAgain } from './replies.types.ts'

/** Where one is: the municipality, the language, and the telephone of the municipality as it is read; null when none is set. */
export type ReplyFrame = {
  readonly place: string
  readonly code: string
  readonly lang: ContactLang
  readonly phone: string | null
  /** The path of this step, for the choice of language. */
  readonly path: string
}

/** The words of the page with its telephone and municipality set in. Lines about a telephone are left out when there is none. */
function worded(text: string, { phone, place }: Pick<ReplyFrame, 'phone' | 'place'>): string | null {
  if (text.includes('{{phone}}') && phone === null) return null
  // A number inside a text from right to left keeps its own direction (U+2066, U+2069).
  return text.replaceAll('{{phone}}', `\u2066${phone ?? ''}\u2069`).replaceAll('{{municipality}}', place)
}

const LanguageChoice = ({ frame, words }: { frame: ReplyFrame; words: ReplyWords }) => (
  <nav aria-label={words.language.label}>
    <ul class="languages">
      {contactLangs.map((lang) => (
        <li>
          <a
            href={`${frame.path}${frame.path.includes('?') ? '&' : '?'}sprak=${lang}`}
            lang={lang}
            dir={directionOf(lang)}
            hreflang={lang}
            {...(lang === frame.lang ? { 'aria-current': 'true' } : {})}
          >
            {ownNames[lang]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Lines = ({ lines, frame }: { lines: readonly string[]; frame: ReplyFrame }) => (
  <>
    {lines
      .map((text) => worded(text, frame))
      .filter((text) => text !== null)
      .map((text) => (
        <p>{text}</p>
      ))}
  </>
)

const Foot = ({ frame, words }: { frame: ReplyFrame; words: ReplyWords }) => (
  <div class="stack">
    <details class="more">
      <summary>{words.privacy.title}</summary>
      <Lines
        frame={frame}
        lines={[words.privacy.saved, words.privacy.seen, words.privacy.voluntary, words.privacy.erased, words.privacy.rights]}
      />
    </details>
    {frame.phone !== null && (
      <details class="more">
        <summary>{words.byPhone.title}</summary>
        <Lines frame={frame} lines={[words.byPhone.text, words.byPhone.interpreter, words.byPhone.other]} />
      </details>
    )}
    <details class="more">
      <summary>{words.about.title}</summary>
      <Lines frame={frame} lines={[words.about.whose, words.about.why, words.about.noSignIn, words.about.never, words.about.access]} />
    </details>
  </div>
)

type StepProps = { readonly frame: ReplyFrame; readonly title: string; readonly children: Child }

/** The frame around every step. */
export const ReplyStep = ({ frame, title, children }: StepProps) => {
  const words = replyWords[frame.lang]
  return (
    <OpenPage
      lang={frame.lang}
      dir={directionOf(frame.lang)}
      title={words.page.title}
      place={frame.place}
      skip={words.page.skip}
      foot={<Foot frame={frame} words={words} />}
    >
      <LanguageChoice frame={frame} words={words} />
      <h1>{title}</h1>
      {children}
    </OpenPage>
  )
}

const Refused = ({ text }: { text: string }) => (
  <div class="ds-error-summary" role="alert">
    <p>{text}</p>
  </div>
)

const CodeForm = ({ frame }: { readonly frame: ReplyFrame }) => {
  const { code } = replyWords[frame.lang]
  return (
    <form class="stack" method="post" action={`/svar/${frame.code}?sprak=${frame.lang}`} novalidate>
      <div class="ds-field">
        <label class="ds-label" for="reply">
          {code.label}
        </label>
        <p data-field="description" id="reply-hint">
          {code.hint}
        </p>
        <input
          {...{ class: 'ds-input code-field', id: 'reply', name: 'reply', type: 'text', dir: 'ltr', autocomplete: 'off', maxlength: 20 }}
          {...{ autocapitalize: 'characters', spellcheck: false, 'aria-describedby': 'reply-hint', required: true }}
        />
      </div>
      <button class="ds-button" type="submit">
        {code.button}
      </button>
    </form>
  )
}

/** Typing the code. `wrong` is the same whatever is wrong with it. */
export const CodePage = ({ frame, problem }: { readonly frame: ReplyFrame; readonly problem: 'wrong' | 'tooMany' | 'missing' | null }) => {
  const words = replyWords[frame.lang]
  const text = problem === null ? null : problem === 'missing' ? words.problems.codeMissing : words.code[problem]
  return (
    <ReplyStep frame={frame} title={words.start.title}>
      <p>{words.start.intro}</p>
      <p>{words.start.voluntary}</p>
      {text !== null && <Refused text={text} />}
      <Card>
        <CodeForm frame={frame} />
      </Card>
    </ReplyStep>
  )
}

/** Choosing what to answer: five links, one press each. */
export const ChoosePage = ({ frame, at }: { readonly frame: ReplyFrame; readonly at: ReplyAt }) => {
  const words = replyWords[frame.lang]
  return (
    <ReplyStep frame={frame} title={words.choose.title}>
      <p>{words.choose.lead}</p>
      <ul class="answers plain">
        {answerKinds.map((kind) => (
          <li>
            <a class="ds-button" data-variant="secondary" href={answerHref(at, kind)}>
              {words.choose.answers[kind]}
            </a>
          </li>
        ))}
      </ul>
    </ReplyStep>
  )
}

type ThanksProps = { readonly frame: ReplyFrame; readonly at: ReplyAt; readonly kind: AnswerKind; readonly again: AskAgain | null }

/** Thank you, and the way to change the answer for as long as the code lasts. */
export const ThanksPage = ({ frame, at, kind, again }: ThanksProps) => {
  const words = replyWords[frame.lang]
  return (
    <ReplyStep frame={frame} title={words.confirm.title}>
      <p>{words.confirm.answers[kind]}</p>
      {kind === 'notNow' && again !== null && <p>{words.confirm.agains[again]}</p>}
      <p>{words.confirm.changeHint}</p>
      <p>
        <a href={answerHref(at, null)}>{words.confirm.change}</a>
      </p>
    </ReplyStep>
  )
}
