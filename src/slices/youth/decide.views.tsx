/** The page where decisions and own facts are said and taken back. Everything typed comes back when something stood in the way. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Columns } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import type { Told } from '../law/index.ts'
import type { ManualKind } from '../register/index.ts'
import { manualKinds, manualTexts } from './manual.texts.ts'
import { SaidCard } from './said.views.tsx'
import { youthTexts } from './youth.texts.ts'
import type { ReadYouth } from './youth.types.ts'
import { aboutText, fullName, ProtectedBanner } from './youth.views.tsx'

/** What stands in the way: a night that runs, or somebody who was first. */
export type Obstacle = 'running' | 'notSaid' | null

/** The form as it was typed. `withdraws` is the fact whose taking back was refused. */
export type DecideDraft = {
  readonly kind: ManualKind
  readonly value: (field: string) => string
  readonly problems: readonly FieldProblem[]
  /** The warning of what is in the ground. */
  readonly note: NoteDraft
  readonly obstacle: Obstacle
  readonly withdraws: { readonly factId: string; readonly ground: string } | null
}

/** The page's draft, and what its forms need. */
export type DecideProps = {
  readonly frame: Frame
  readonly youth: ReadYouth
  readonly told: Told
  readonly draft: DecideDraft
  readonly newOnce: () => string
}

/** The kinds that can be said of this youth: a stay only with protected registration. */
export const kindsFor = ({ records }: Pick<ReadYouth, 'records'>): readonly ManualKind[] =>
  manualKinds.filter((kind) => kind !== 'stay' || records.hasProtectedRegistration)

type FieldsProps = { readonly draft: DecideDraft; readonly told: Told }

const Days = ({ draft, told }: FieldsProps) => {
  const texts = manualTexts[told.lang]
  const { value, problems } = draft
  return (
    <div class="row">
      <Field name="fromOn" type="date" label={texts.from} value={value('fromOn')} problem={problemOf(problems, 'fromOn')} required />
      <Field
        name="toOn"
        type="date"
        label={texts.until}

        value={value('toOn')}
        problem={problemOf(problems, 'toOn')}
      />
    </div>
  )
}

const Verdict = ({ draft, told }: FieldsProps) => {
  const texts = manualTexts[told.lang]
  const options = (['covers', 'not'] as const).map((value) => ({ value, label: texts.verdicts[value] }))
  const { value, problems } = draft
  return (
    <RadioGroup
      name="verdict"
      label={texts.verdict}
      options={options}
      value={value('verdict')}
      problem={problemOf(problems, 'verdict')}
      required
    />
  )
}

const Schooling = ({ draft, told }: FieldsProps) => {
  const texts = manualTexts[told.lang]
  const options = (['7:13', '7:14'] as const).map((value) => ({ value, label: texts.paragraphs[value] }))
  const { value, problems } = draft
  return (
    <>
      <RadioGroup
        name="paragraph"
        label={texts.paragraph}
        options={options}
        value={value('paragraph')}
        problem={problemOf(problems, 'paragraph')}
        required
      />
      <Field name="endOn" type="date" label={texts.lastDay} value={value('endOn')} problem={problemOf(problems, 'endOn')} />
    </>
  )
}

const Stay = ({ draft, told }: FieldsProps) => {
  const { value, problems } = draft
  return (
    <Field
      name="municipality"
      label={manualTexts[told.lang].municipality}
      inputmode="numeric"
      size={6}
      maxlength={4}
      value={value('municipality') || told.place.code}
      problem={problemOf(problems, 'municipality')}
      required
    />
  )
}

const Fields = (props: FieldsProps) => {
  switch (props.draft.kind) {
    case 'decision':
      return (
        <>
          <Verdict {...props} />
          <Days {...props} />
        </>
      )
    case 'schooling-end':
      return <Schooling {...props} />
    case 'stay':
      return (
        <>
          <Stay {...props} />
          <Days {...props} />
        </>
      )
    case 'studies-abroad':
      return <Days {...props} />
  }
}

const pathOf = ({ seen }: ReadYouth): string => `/ungdomar/${seen.subjectId}/beslut`

const SayForm = ({ frame, youth, told, draft, newOnce }: DecideProps) => {
  const texts = manualTexts[told.lang]
  const { kind, value, problems } = draft
  return (
    <Card heading={texts.headings[kind]}>
      <Form frame={frame} action={pathOf(youth)} once={newOnce()}>
        <input type="hidden" name="kind" value={kind} />
        <Fields draft={draft} told={told} />
        <TextArea
          name="ground"
          label={texts.ground}
          hint={texts.groundHints[kind]}
          value={draft.withdraws === null ? value('ground') : ''}
          maxlength={1000}
          problem={draft.withdraws === null ? problemOf(problems, 'ground') : undefined}
          required
        />
        {draft.withdraws === null && <NoteWarning {...draft.note} lang={told.lang} />}
        <div class="row">
          <Button>{texts.save}</Button>
        </div>
      </Form>
    </Card>
  )
}

/** What stands in the way comes first. */
const Before = ({ youth, told, draft }: DecideProps) => (
  <>
    <ProtectedBanner youth={youth} lang={told.lang} />
    {draft.obstacle !== null && (
      <Alert kind="warning" live>
        {manualTexts[told.lang][draft.obstacle]}
      </Alert>
    )}
    <FormErrors problems={draft.problems} />
  </>
)

const Kinds = ({ youth, told, draft }: Pick<DecideProps, 'youth' | 'told' | 'draft'>) => {
  const texts = manualTexts[told.lang]
  const links = kindsFor(youth).map((kind) => ({
    href: `/ungdomar/${youth.seen.subjectId}/beslut?slag=${kind}`,
    label: texts.kinds[kind],
    count: null,
    current: kind === draft.kind,
  }))
  return <Chips label={texts.kindsLabel} links={links} />
}

/** The decision page. */
export const DecidePage = (props: DecideProps) => {
  const { frame, youth, told, draft } = props
  const texts = manualTexts[told.lang]
  const path = `/ungdomar/${youth.seen.subjectId}`
  const crumbs = [
    { href: '/ungdomar', label: youthTexts[told.lang].list },
    { href: path, label: youthTexts[told.lang].title },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <Before {...props} />
      <PageHead heading={texts.title} below={`${fullName(youth, told.lang)} · ${aboutText(youth, told)}`} />
      <p>{texts.about}</p>
      <Kinds youth={youth} told={told} draft={draft} />
      <div class="spaced">
        <Columns main={<SayForm {...props} />} side={<SaidCard {...props} />} />
      </div>
    </Page>
  )
}
