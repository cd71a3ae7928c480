/** GET /enkater/fragor/:key/andra: the form of a questionnaire's next version. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { mostQuestions, type TypedQuestion, type TypedQuestionnaire } from './questionnaire.rules.ts'
import { editPath, questionnairePath } from './survey-links.ts'
import { surveyTexts } from './survey.texts.ts'
import { occasions, questionKinds } from './survey.types.ts'

type Props = {
  readonly frame: Frame
  readonly key_: string
  readonly isShipped: boolean
  readonly version: number
  readonly typed: TypedQuestionnaire
  readonly problems: readonly FieldProblem[]
  readonly once: string
}

type QuestionProps = Pick<Props, 'frame' | 'problems'> & { readonly n: number; readonly typed: TypedQuestion | undefined }

const QuestionFields = ({ frame, n, typed, problems }: QuestionProps) => {
  const { edit: t, one } = surveyTexts[frame.lang]
  const kinds = questionKinds.map((value) => ({ value, label: one.kinds[value] }))
  const text = { value: typed?.text, maxlength: 200, problem: problemOf(problems, `text${n}`) }
  const options = { value: typed?.options, rows: 4, problem: problemOf(problems, `options${n}`) }
  return (
    <Card heading={t.question(n)}>
      <div class="stack">
        <Field name={`text${n}`} label={t.text} hint={t.textHint} {...text} />
        <Select name={`kind${n}`} label={t.kind} options={kinds} value={typed?.kind ?? 'scale'} />
        <TextArea name={`options${n}`} label={t.options} hint={t.optionsHint} {...options} />
      </div>
    </Card>
  )
}

const Fields = ({ frame, typed, problems }: Pick<Props, 'frame' | 'typed' | 'problems'>) => {
  const { edit: t, occasions: names } = surveyTexts[frame.lang]
  const choices = occasions.map((value) => ({ value, label: names[value] }))
  return (
    <>
      <Field name="title" label={t.name} value={typed.title} maxlength={80} problem={problemOf(problems, 'title')} />
      <RadioGroup name="occasion" label={t.occasion} options={choices} value={typed.occasion} />
      <Checkbox name="inUse" label={t.inUse} checked={typed.inUse} />
      {Array.from({ length: mostQuestions }, (_, index) => (
        <QuestionFields frame={frame} n={index + 1} typed={typed.questions[index]} problems={problems} />
      ))}
    </>
  )
}

/** The form. */
export const EditPage = ({ frame, key_, isShipped, version, typed, problems, once }: Props) => {
  const { edit: t, title: above } = surveyTexts[frame.lang]
  const title = isShipped ? t.titleCopy : t.title
  return (
    <Page
      frame={frame}
      title={title}
      crumbs={[
        { href: questionnairePath(key_), label: above },
        { href: '', label: title },
      ]}
    >
      <FormErrors problems={problems} />
      <PageHead heading={title} below={t.lead} />
      <Alert kind="info">{t.trend}</Alert>
      <Form frame={frame} action={editPath(key_)} once={once}>
        <input type="hidden" name="version" value={String(version)} />
        <Fields frame={frame} typed={typed} problems={problems} />
        <div class="row">
          <Button>{t.save}</Button>
          <LinkButton href={questionnairePath(key_)} variant="tertiary">
            {t.leave}
          </LinkButton>
        </div>
      </Form>
    </Page>
  )
}
