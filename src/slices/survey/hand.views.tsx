/** GET /enkater: codes are handed out here, and the questionnaires are found. */
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns } from '../../ui/card.tsx'
import { Alert } from '../../ui/alert.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { HandOutPlaces } from './hand.actions.ts'
import { mostCodes } from './hand.rules.ts'
import { questionnairePath, resultsPath, surveyPath } from './survey-links.ts'
import { surveyTexts } from './survey.texts.ts'

/** The form as it was typed. */
export type HandDraft = {
  readonly key: string
  readonly unit: string
  readonly count: string
  readonly problems: readonly FieldProblem[]
}

type Props = {
  readonly frame: Frame
  readonly places: HandOutPlaces
  readonly draft: HandDraft
  readonly once: string
  readonly mayRead: boolean
}

type FormProps = Omit<Props, 'mayRead'>

const problemAt = ({ draft }: FormProps, field: string): string | undefined => problemOf(draft.problems, field)

/** What is asked, and whose answer it is. */
const What = (props: FormProps) => {
  const { frame, places, draft } = props
  const { hand: t } = surveyTexts[frame.lang]
  const inUse = places.questionnaires.filter(({ content }) => content.inUse)
  const questionnaires = inUse.map(({ key, content }) => ({
    value: key,
    label: content.title.sv,
    hint: t.questions(content.questions.length),
  }))
  const units = places.units.map(({ id, name }) => ({ value: String(id), label: name }))
  const [key, unit] = [
    { value: draft.key, problem: problemAt(props, 'key') },
    { value: draft.unit, problem: problemAt(props, 'unit') },
  ]
  return (
    <>
      <RadioGroup name="key" label={t.questionnaire} options={questionnaires} {...key} />
      <Select name="unit" label={t.unit} hint={t.unitHint} options={units} blank={units.length > 1} {...unit} />
    </>
  )
}

const HandForm = (props: FormProps) => {
  const { frame, draft, once } = props
  const { hand: t } = surveyTexts[frame.lang]
  const count = { value: draft.count, problem: problemAt(props, 'count'), inputmode: 'numeric', size: 4, maxlength: 3 } as const
  return (
    <Form frame={frame} action={`${surveyPath}/skarm`} once={once}>
      <What {...props} />
      <div class="row">
        <Button>{t.screen}</Button>
      </div>
      <Field name="count" label={t.count} hint={t.countHint(mostCodes)} {...count} />
      <div class="row">
        <Button variant="secondary" formaction={`${surveyPath}/lappar`}>
          {t.slips}
        </Button>
      </div>
      <p class="muted">{t.never}</p>
    </Form>
  )
}

const List = ({ frame, places }: Pick<Props, 'frame' | 'places'>) => {
  const { list: t, occasions } = surveyTexts[frame.lang]
  const rows = places.questionnaires.map(({ key, version, content, savedBy }) => [
    <a href={questionnairePath(key)}>{content.title.sv}</a>,
    content.inUse ? occasions[content.occasion] : t.notInUse,
    content.questions.length,
    savedBy === null ? t.shipped : t.own(version),
  ])
  return (
    <Card heading={t.heading}>
      <Table columns={t.columns.map((title, index) => ({ title, isNumber: index === 2 }))} rows={rows} headed stacks />
    </Card>
  )
}

/** The page. */
export const HandPage = ({ frame, places, draft, once, mayRead }: Props) => {
  const t = surveyTexts[frame.lang]
  return (
    <Page frame={frame} title={t.title}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={t.title} below={t.intro}>
        {mayRead && <LinkButton href={resultsPath}>{t.results}</LinkButton>}
      </PageHead>
      <Columns
        main={
          <Card heading={t.hand.heading}>
            {places.units.length === 0 ? (
              <Alert kind="warning">{t.hand.noUnit}</Alert>
            ) : (
              <HandForm frame={frame} places={places} draft={draft} once={once} />
            )}
          </Card>
        }
        side={<List frame={frame} places={places} />}
      />
    </Page>
  )
}
