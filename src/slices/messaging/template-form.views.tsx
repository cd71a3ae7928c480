/** The form of a template: what is written, which fields there are, what is wrong, and how it comes out. */
import { directionOf } from '../../kernel/contact-lang.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Both, type Difference } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns } from '../../ui/card.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { TwoLines } from '../../ui/table.tsx'
import type { Composed } from './message.types.ts'
import { allowedFields, channelOf, requiredFields, type FieldName } from './shipped/fields.ts'
import { templateAddress } from './template-address.ts'
import { SampleCard, subjectLabel } from './template-parts.views.tsx'
import { templateTexts } from './template.texts.ts'
import type { TemplateMeasure, TemplateName, TemplateText } from './template.types.ts'
import { templateCrumbs, templateHeading } from './template.views.tsx'

export type TemplateFormProps = {
  readonly frame: Frame
  readonly name: TemplateName
  readonly text: TemplateText
  /** The version that the text was written from. */
  readonly from: number
  readonly problems: readonly FieldProblem[]
  readonly differences: readonly Difference[] | null
  /** Looked at and found right: not saved yet. */
  readonly isRight: boolean
  readonly sample: Composed | null
  readonly measure: TemplateMeasure
  readonly smsOre: number
  readonly once: string
}

const FieldsCard = ({ name: { key }, lang }: { name: TemplateName; lang: Lang }) => {
  const t = templateTexts[lang]
  const meaning = (field: FieldName): string =>
    [t.fieldNames[field], ...(requiredFields[key].includes(field) ? [t.required] : [])].join(' · ')
  return (
    <Card heading={t.fields}>
      <p>{t.fieldsHint}</p>
      <ul class="plain apart">
        {allowedFields[key].map((field) => (
          <li>
            <TwoLines below={meaning(field)}>
              <code>{`{{${field}}}`}</code>
            </TwoLines>
          </li>
        ))}
      </ul>
      {channelOf[key] !== 'sms' && <p class="muted">{t.syntax}</p>}
    </Card>
  )
}

const Fields = ({ frame: { lang }, name, text, problems }: TemplateFormProps) => {
  const writtenIn = { lang: name.lang, dir: directionOf(name.lang) }
  const isSms = channelOf[name.key] === 'sms'
  const common = { writtenIn, required: true } as const
  const subject = { label: subjectLabel(name, lang), value: text.subject, problem: problemOf(problems, 'subject') }
  const body = { label: templateTexts[lang].body, value: text.body, problem: problemOf(problems, 'body') }
  return (
    <>
      {!isSms && <Field name="subject" maxlength={200} {...subject} {...common} />}
      <TextArea name="body" maxlength={6000} rows={isSms ? 6 : 24} {...body} {...common} />
    </>
  )
}

const TextForm = (props: TemplateFormProps) => {
  const { frame, name, from, once } = props
  const t = templateTexts[frame.lang]
  return (
    <Card>
      <Form frame={frame} action={`${templateAddress(name)}/andra`} once={once}>
        <input type="hidden" name="from" value={String(from)} />
        <Fields {...props} />
        <div class="row">
          <Button name="does" value="save">
            {t.save}
          </Button>
          <Button name="does" value="check" variant="secondary">
            {t.check}
          </Button>
          <LinkButton href={templateAddress(name)} variant="tertiary">
            {t.leave}
          </LinkButton>
        </div>
      </Form>
    </Card>
  )
}

const Side = ({ frame: { lang }, name, sample, measure, smsOre }: TemplateFormProps) => (
  <>
    <SampleCard name={name} sample={sample} measure={measure} smsOre={smsOre} lang={lang} />
    <FieldsCard name={name} lang={lang} />
  </>
)

/** GET /utskick/mallar/:key/:lang/andra */
export const TemplateFormPage = (props: TemplateFormProps) => {
  const { frame, name, problems, differences, isRight } = props
  const t = templateTexts[frame.lang]
  const heading = templateHeading(name, frame.lang)
  const crumbs = templateCrumbs(frame.lang, { href: templateAddress(name), label: heading }, { href: '', label: t.editTitle })
  return (
    <Page frame={frame} title={t.editTitle} crumbs={crumbs}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <PageHead heading={`${t.editTitle}: ${heading}`} below={t.editLead} />
      {isRight && (
        <Alert kind="success" live>
          {t.right}
        </Alert>
      )}
      <Columns main={<TextForm {...props} />} side={<Side {...props} />} />
    </Page>
  )
}
