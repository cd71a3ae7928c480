/** The form of an absence, new or changed: shown again with what was chosen when something was wrong. */
import { Both, type Difference } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select, type Option } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { teamPaths } from './cover.paths.ts'
import { coverTexts } from './cover.texts.ts'
import type { Absence, Colleague } from './cover.types.ts'
import type { Choices } from './team.actions.ts'

/** As it was typed. */
export type AbsenceTyped = { readonly staff: string; readonly substitute: string; readonly from: string; readonly until: string }

type FormProps = {
  readonly frame: Frame
  readonly choices: Choices
  readonly typed: AbsenceTyped
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

/** Colleagues by name, with their unit: two may have the same name. */
const named = (colleagues: readonly Colleague[]): Option[] =>
  colleagues.map(({ id, name, unit }) => ({ value: id, label: unit === null ? name : `${name} · ${unit}` }))

const Until = ({ frame, typed, problems }: FormProps) => (
  <Field
    name="until"
    type="date"
    label={coverTexts[frame.lang].until}
    value={typed.until}
    required
    problem={problemOf(problems, 'until')}
  />
)

const Substitute = ({ frame, choices, typed, problems }: FormProps) => {
  const t = coverTexts[frame.lang]
  return (
    <Select
      name="substitute"
      label={t.substitute}
      hint={t.substituteHint}
      options={named(choices.substitutes)}
      value={typed.substitute}
      blank
      required
      problem={problemOf(problems, 'substitute')}
    />
  )
}

const Buttons = ({ frame }: Pick<FormProps, 'frame'>) => {
  const t = coverTexts[frame.lang]
  return (
    <div class="row">
      <Button>{t.save}</Button>
      <LinkButton href={teamPaths.team} variant="tertiary">
        {t.leave}
      </LinkButton>
    </div>
  )
}

const crumbsOf = (lang: Frame['lang'], title: string) => [
  { href: teamPaths.team, label: coverTexts[lang].title },
  { href: '', label: title },
]

/** GET /arbetslag/franvaro/ny */
export const NewAbsencePage = (props: FormProps) => {
  const { frame, choices, typed, problems, newOnce } = props
  const t = coverTexts[frame.lang]
  return (
    <Page frame={frame} title={t.formTitle} crumbs={crumbsOf(frame.lang, t.formTitle)}>
      <PageHead heading={t.formTitle} />
      <FormErrors problems={problems} />
      <Card>
        <Form frame={frame} action={teamPaths.add} once={newOnce()}>
          <Select
            name="staff"
            label={t.staff}
            options={named(choices.staff)}
            value={typed.staff}
            required
            problem={problemOf(problems, 'staff')}
          />
          <Field name="from" type="date" label={t.from} value={typed.from} required problem={problemOf(problems, 'from')} />
          <Until {...props} />
          <Substitute {...props} />
          <Buttons frame={frame} />
        </Form>
      </Card>
    </Page>
  )
}

type ChangeProps = FormProps & {
  readonly absence: Absence
  readonly version: number
  readonly hasBegun: boolean
  readonly differences?: readonly Difference[] | undefined
}

const End = ({ frame, absence, hasBegun, newOnce }: ChangeProps) => {
  const t = coverTexts[frame.lang]
  const [label, question, confirm] = hasBegun ? [t.back, t.backQuestion, t.backYes] : [t.takeAway, t.takeAwayQuestion, t.takeAwayYes]
  return (
    <Confirm
      frame={frame}
      action={teamPaths.end(absence.absenceId)}
      once={newOnce()}
      label={label}
      question={question}
      confirm={confirm}
      danger={!hasBegun}
    />
  )
}

/** GET /arbetslag/franvaro/:id */
export const AbsencePage = (props: ChangeProps) => {
  const { frame, absence, version, problems, differences, newOnce } = props
  const t = coverTexts[frame.lang]
  return (
    <Page frame={frame} title={t.changeTitle} crumbs={crumbsOf(frame.lang, t.changeTitle)}>
      <PageHead heading={`${t.changeTitle}: ${absence.staff}`} below={`${t.from} ${absence.fromOn}`} />
      {differences !== undefined && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <div class="stack">
        <Card>
          <Form frame={frame} action={teamPaths.absence(absence.absenceId)} once={newOnce()}>
            <input type="hidden" name="version" value={version} />
            <Until {...props} />
            <Substitute {...props} />
            <Buttons frame={frame} />
          </Form>
        </Card>
        <End {...props} />
      </div>
    </Page>
  )
}
