/** GET /utskick/ny: what a round is called, whom it is for, and what it sends. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { roundSelections } from './round-form.rules.ts'
import { newRoundAddress, roundsAddress } from './round-list.views.tsx'
import { roundTexts } from './round.texts.ts'
import { letterKeys, roundKinds } from './round.types.ts'

/** The form as it was typed. `letter` '': none. */
export type RoundDraft = {
  readonly name: string
  readonly kind: string
  readonly selection: string
  readonly days: string
  readonly list: string
  readonly letter: string
  readonly sms: boolean
  readonly email: boolean
}

type Props = {
  readonly frame: Frame
  readonly draft: RoundDraft
  readonly problems: readonly FieldProblem[]
  /** How many are on the list that the form came with; null: none came. */
  readonly onList: number | null
  readonly once: string
}

const About = ({ frame: { lang }, draft, problems }: Props) => {
  const t = roundTexts[lang]
  return (
    <Card>
      <div class="stack">
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={draft.name}
          maxlength={80}
          problem={problemOf(problems, 'name')}
          required
        />
        <RadioGroup
          name="kind"
          label={t.kind}
          options={roundKinds.map((value) => ({ value, label: t.kindLabels[value] }))}
          value={draft.kind}
          problem={problemOf(problems, 'kind')}
          inline
          required
        />
      </div>
    </Card>
  )
}

const SelectionFields = ({ frame: { lang }, draft, problems, onList }: Props) => {
  const t = roundTexts[lang]
  const hint = onList === null ? t.listHint : `${t.listHint} ${t.onList(onList)}`
  const number = { inputmode: 'numeric', size: 6, maxlength: 3 } as const
  return (
    <>
      <Field name="days" label={t.days} value={draft.days} problem={problemOf(problems, 'days')} {...number} />
      <Field name="list" label={t.listAddress} hint={hint} value={draft.list} maxlength={2000} problem={problemOf(problems, 'list')} />
    </>
  )
}

const Selection = (props: Props) => {
  const { draft, problems } = props
  const t = roundTexts[props.frame.lang]
  const hint = (value: (typeof roundSelections)[number]) => (t.selectionHints[value] === '' ? {} : { hint: t.selectionHints[value] })
  return (
    <Card>
      <div class="stack">
        <RadioGroup
          name="selection"
          label={t.selection}
          options={roundSelections.map((value) => ({ value, label: t.selections[value], ...hint(value) }))}
          value={draft.selection}
          problem={problemOf(problems, 'selection')}
          required
        />
        <SelectionFields {...props} />
      </div>
    </Card>
  )
}

const Sends = ({ frame: { lang }, draft, problems }: Props) => {
  const t = roundTexts[lang]
  return (
    <Card>
      <div class="stack">
        <Select
          name="letter"
          label={t.letter}
          options={[...letterKeys.map((value) => ({ value: value as string, label: t.letters[value] })), { value: '', label: t.noLetter }]}
          value={draft.letter}
          problem={problemOf(problems, 'letter')}
        />
        <Checkbox name="sms" label={t.sms} checked={draft.sms} />
        <Checkbox name="email" label={t.email} checked={draft.email} />
      </div>
    </Card>
  )
}

/** The page. */
export const RoundFormPage = (props: Props) => {
  const { frame, problems, once } = props
  const t = roundTexts[frame.lang]
  const crumbs = [
    { href: roundsAddress, label: t.title },
    { href: '', label: t.newRound },
  ]
  return (
    <Page frame={frame} title={t.newRound} crumbs={crumbs}>
      <FormErrors problems={problems} />
      <PageHead heading={t.newRound} below={t.prepareHint} />
      <Form frame={frame} action={newRoundAddress} once={once}>
        <About {...props} />
        <Selection {...props} />
        <Sends {...props} />
        <div>
          <Button>{t.prepare}</Button>
        </div>
      </Form>
    </Page>
  )
}
