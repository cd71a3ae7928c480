/** The short form of each kind of answer. */
import type { Child } from 'hono/jsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form.tsx'
import type { AnswerProblemAt } from './answer.forms.ts'
import { answerHref, type ReplyAt } from './reply-links.ts'
import { ReplyStep, type ReplyFrame } from './reply-page.views.tsx'
import { replyWords } from './reply-words.ts'
import type { ReplyWords } from './reply-words.types.ts'
import { askAgains, callDays, dayParts, type AnswerKind } from './replies.types.ts'

/** What was typed, and what is wrong with it. */
export type ReplyDraft = { readonly value: (field: string) => string; readonly problems: readonly AnswerProblemAt[] }

type FieldsProps = { readonly words: ReplyWords; readonly draft: ReplyDraft }

const problemAt = ({ words, draft }: FieldsProps, field: string): string | undefined => {
  const found = draft.problems.find((one) => one.field === field)
  return found === undefined ? undefined : words.problems[found.problem]
}

const optional = (label: string, words: ReplyWords): string => `${label} (${words.page.optional})`

const CallMe = (props: FieldsProps) => {
  const { words, draft } = props
  const days = callDays.map((value) => ({ value, label: value === 'any' ? words.callMe.anyDay : words.callMe.weekdays[value] }))
  const parts = dayParts.map((value) => ({ value, label: words.callMe.dayParts[value] }))
  return (
    <>
      <RadioGroup
        name="day"
        label={words.callMe.day}
        options={days}
        value={draft.value('day') || 'any'}
        problem={problemAt(props, 'day')}
      />
      <RadioGroup name="part" label={words.callMe.dayPart} options={parts} value={draft.value('part')} problem={problemAt(props, 'part')} />
      <Field
        name="phone"
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        {...words.callMe.phone}
        value={draft.value('phone')}
        problem={problemAt(props, 'phone')}
      />
    </>
  )
}

const Since = (props: FieldsProps & { readonly label: string; readonly hint: string }) => (
  <Field
    name="since"
    inputmode="numeric"
    label={optional(props.label, props.words)}
    hint={props.hint}
    value={props.draft.value('since')}
    maxlength={10}
    size={12}
    problem={problemAt(props, 'since')}
  />
)

const Studying = (props: FieldsProps) => {
  const { where, since } = props.words.studying
  return (
    <>
      <Field name="place" {...where} value={props.draft.value('place')} maxlength={100} problem={problemAt(props, 'place')} />
      <Since {...props} {...since} />
    </>
  )
}

const Working = (props: FieldsProps) => {
  const { where, since } = props.words.working
  const label = optional(where.label, props.words)
  return (
    <>
      <Field
        name="place"
        label={label}
        hint={where.hint}
        value={props.draft.value('place')}
        maxlength={100}
        problem={problemAt(props, 'place')}
      />
      <Since {...props} {...since} />
    </>
  )
}

const SomethingElse = (props: FieldsProps) => (
  <TextArea name="text" {...props.words.somethingElse.text} value={props.draft.value('text')} rows={4} problem={problemAt(props, 'text')} />
)

const NotNow = (props: FieldsProps) => {
  const { lead, again, agains } = props.words.notNow
  const options = askAgains.map((value) => ({ value, label: agains[value] }))
  return (
    <>
      <p>{lead}</p>
      <RadioGroup
        name="again"
        label={again}
        options={options}
        value={props.draft.value('again') || 'nextTerm'}
        problem={problemAt(props, 'again')}
      />
    </>
  )
}

const forms: Readonly<Record<AnswerKind, (props: FieldsProps) => Child>> = {
  callMe: (props) => <CallMe {...props} />,
  studying: (props) => <Studying {...props} />,
  working: (props) => <Working {...props} />,
  somethingElse: (props) => <SomethingElse {...props} />,
  notNow: (props) => <NotNow {...props} />,
}

type AnswerPageProps = { readonly frame: ReplyFrame; readonly at: ReplyAt; readonly kind: AnswerKind; readonly draft: ReplyDraft }

/** The form of one kind of answer, with what was typed and what is wrong with it. */
export const AnswerPage = ({ frame, at, kind, draft }: AnswerPageProps) => {
  const words = replyWords[frame.lang]
  const problems = draft.problems.map(({ field, problem }) => ({ field, text: words.problems[problem] }))
  return (
    <ReplyStep frame={frame} title={words[kind].title}>
      <FormErrors problems={problems} title={words.problems.title} />
      <Card>
        <form class="stack" method="post" action={answerHref(at, kind)} novalidate>
          {forms[kind]({ words, draft })}
          <button class="ds-button" type="submit">
            {words.send}
          </button>
        </form>
      </Card>
      <p>
        <a href={answerHref(at, null)}>{words.otherAnswer}</a>
      </p>
    </ReplyStep>
  )
}
