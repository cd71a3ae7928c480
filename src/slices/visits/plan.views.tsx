/** The form that plans a round, and changes when, where and who. */
import { Button, LinkButton } from '../../ui/button.tsx'
import { Both, type Difference } from '../../ui/both.tsx'
import { Field, Select, type Option } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { planTexts } from './plan.texts.ts'
import { mayMakeVisits, visitHours } from './plan.rules.ts'
import type { Choices } from './read.actions.ts'
import { visitTexts } from './visits.texts.ts'

/** What is in the fields. */
export type TypedRound = Readonly<Record<'on' | 'district' | 'area' | 'startsAt' | 'endsAt' | 'first' | 'second' | 'watch', string>>

type Props = {
  readonly frame: Frame
  readonly choices: Choices
  readonly typed: TypedRound
  /** Null for a new round. */
  readonly change: { readonly roundId: string; readonly version: number } | null
  readonly problems: readonly FieldProblem[]
  readonly differences: readonly Difference[] | null
  readonly earliest: string
  readonly once: string
}

const staffOptions = ({ choices }: Props): Option[] =>
  choices.staff.filter(mayMakeVisits).map(({ id, name }) => ({ value: id, label: name }))

const When = ({ frame, typed, problems, earliest }: Props) => {
  const texts = planTexts[frame.lang]
  const time = { type: 'time', min: visitHours.from, max: visitHours.until } as const
  return (
    <>
      <Field
        name="on"
        type="date"
        label={texts.on}
        hint={texts.onHint}
        value={typed.on}
        min={earliest}
        problem={problemOf(problems, 'on')}
      />
      <div class="filters">
        <Field name="startsAt" label={texts.startsAt} value={typed.startsAt} problem={problemOf(problems, 'startsAt')} {...time} />
        <Field name="endsAt" label={texts.endsAt} value={typed.endsAt} problem={problemOf(problems, 'endsAt')} {...time} />
      </div>
    </>
  )
}

const Where = ({ frame, choices, typed, problems }: Props) => {
  const texts = planTexts[frame.lang]
  const options = choices.districts.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <>
      <Select
        name="district"
        label={texts.district}
        hint={texts.districtHint}
        options={options}
        blank={texts.anywhere}
        value={typed.district}
        problem={problemOf(problems, 'district')}
      />
      <Field name="area" label={texts.area} hint={texts.areaHint} value={typed.area} maxlength={80} problem={problemOf(problems, 'area')} />
    </>
  )
}

const Who = (props: Props) => {
  const { frame, typed, problems } = props
  const texts = planTexts[frame.lang]
  const choice = { options: staffOptions(props), blank: texts.choose }
  return (
    <>
      <Select
        name="first"
        label={texts.first}
        hint={texts.staffHint}
        value={typed.first}
        problem={problemOf(problems, 'first')}
        {...choice}
      />
      <Select name="second" label={texts.second} value={typed.second} problem={problemOf(problems, 'second')} {...choice} />
      <Select
        name="watch"
        label={texts.watch}
        hint={texts.watchHint}
        value={typed.watch}
        problem={problemOf(problems, 'watch')}
        {...choice}
      />
    </>
  )
}

const RoundForm = (props: Props & { readonly back: string }) => {
  const { frame, change, once, back } = props
  const texts = planTexts[frame.lang]
  return (
    <Form frame={frame} action={change === null ? '/besok/ny' : `${back}/andra`} once={once}>
      {change !== null && <input type="hidden" name="version" value={String(change.version)} />}
      <When {...props} />
      <Where {...props} />
      <Who {...props} />
      <div class="row">
        <Button>{change === null ? texts.plan : texts.save}</Button>
        <LinkButton href={back} variant="tertiary">
          {change === null ? visitTexts[frame.lang].title : visitTexts[frame.lang].back}
        </LinkButton>
      </div>
    </Form>
  )
}

/** Planning a round, or changing one. */
export const RoundFormPage = (props: Props) => {
  const { frame, change, problems, differences } = props
  const texts = planTexts[frame.lang]
  const heading = change === null ? texts.plan : texts.change
  return (
    <Page
      frame={frame}
      title={heading}
      crumbs={[
        { href: '/besok', label: visitTexts[frame.lang].title },
        { href: '', label: heading },
      ]}
    >
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <PageHead heading={heading} below={change === null ? texts.lead : undefined} />
      <RoundForm {...props} back={change === null ? '/besok' : `/besok/${change.roundId}`} />
    </Page>
  )
}
