/** The page of the one who is asked: one question, three answers. The same view is the asker's preview. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import { OpenPage } from '../../ui/open-page.tsx'
import { otherLanguage, OtherLanguage } from '../../ui/other-language.tsx'
import { LangProvider } from '../../ui/ui.texts.ts'
import { otherQuestions } from './asks.texts.ts'
import { questionTexts } from './questions.texts.ts'
import { answers, type Asks, type ReceiverKind, type ShownYouth } from './questions.types.ts'

/** Whom the question is about, in words: only what the asker chose to show. */
function youthText({ givenName, familyName, birthYear, birthDate }: ShownYouth, lang: Lang): string {
  const texts = questionTexts[lang].open
  const name = [givenName, familyName].filter((part) => part !== null && part !== '').join(' ') || texts.someone
  const born = birthDate ?? birthYear
  return born === null ? name : `${name} (${texts.born(born)})`
}

type AskedProps = { readonly lang: Lang; readonly kind: ReceiverKind; readonly asks?: Asks; readonly youth: ShownYouth }

/** The question itself. */
export const QuestionText = ({ lang, kind, asks = 'begun', youth }: AskedProps) => {
  const texts = asks === 'begun' ? questionTexts[lang].open.question[kind] : otherQuestions[lang][asks]
  return <>{texts(youthText(youth, lang))}</>
}

export type OpenFrame = { readonly lang: Lang; readonly place: string; readonly path: string }

type Draft = { readonly value: (field: string) => string; readonly problems: readonly FieldProblem[] }

const Frame = ({ frame, title, children }: { frame: OpenFrame; title: string; children: Child }) => {
  return (
    <LangProvider value={frame.lang}>
      <OpenPage
        lang={frame.lang}
        dir="ltr"
        title={questionTexts[frame.lang].open.title}
        place={frame.place}
        skip={questionTexts[frame.lang].open.skip}
      >
        <OtherLanguage lang={frame.lang} href={`${frame.path}?sprak=${otherLanguage(frame.lang)}`} />
        <h1>{title}</h1>
        {children}
      </OpenPage>
    </LangProvider>
  )
}

type QuestionPageProps = AskedProps & { readonly frame: OpenFrame; readonly askedBy: string; readonly draft: Draft }

const AnswerForm = ({ frame, lang, asks, draft }: Pick<QuestionPageProps, 'frame' | 'lang' | 'asks' | 'draft'>) => {
  const texts = questionTexts[lang]
  const { answer, since, deregisteredSince, sinceHint, once, send } = texts.open
  const at = (field: string) => ({ name: field, value: draft.value(field), problem: problemOf(draft.problems, field) })
  return (
    <form class="stack" method="post" action={`${frame.path}?sprak=${lang}`} novalidate>
      <RadioGroup {...at('answer')} label={answer} options={answers.map((value) => ({ value, label: texts.answers[value] }))} />
      {asks !== 'known' && asks !== 'complaint' && (
        <Field {...at('since')} label={asks === 'deregistered' ? deregisteredSince : since} hint={sinceHint} maxlength={10} size={12} />
      )}
      <p class="muted">{once}</p>
      <button class="ds-button" type="submit">
        {send}
      </button>
    </form>
  )
}

/** The question with its form. */
export const QuestionPage = (props: QuestionPageProps) => {
  const { frame, lang, kind, asks, youth, askedBy, draft } = props
  const { open } = questionTexts[lang]
  return (
    <Frame frame={frame} title={open.title}>
      <p>{open.intro(frame.place)}</p>
      <FormErrors problems={draft.problems} />
      <Card heading={<QuestionText lang={lang} kind={kind} asks={asks ?? 'begun'} youth={youth} />}>
        <AnswerForm {...props} />
      </Card>
      <p class="muted">{open.askedBy(askedBy)}</p>
    </Frame>
  )
}

export type Saying = 'thanks' | 'already' | 'gone' | 'tooMany'

/** What there is to say when there is no question to answer. */
export const QuestionSaying = ({ frame, saying }: { readonly frame: OpenFrame; readonly saying: Saying }) => {
  const { open } = questionTexts[frame.lang]
  const said = {
    thanks: [open.thanks, open.thanksText],
    already: [open.already, open.alreadyText],
    gone: [open.gone, open.goneText],
    tooMany: [open.gone, open.tooMany],
  } as const
  return (
    <Frame frame={frame} title={said[saying][0]}>
      <p>{said[saying][1]}</p>
    </Frame>
  )
}
