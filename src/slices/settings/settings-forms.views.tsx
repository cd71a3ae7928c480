/** The forms of the settings. Shown again, with everything typed, when something was wrong or somebody else was first. */
import type { Child } from 'hono/jsx'
import { Both, type Difference } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { described, Field, Problem, stateOf, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { choosableKinds, type TypedLaw, type TypedRow } from './draft.rules.ts'
import { settingsTexts } from './settings.texts.ts'
import type { TypedSources } from './sources.rules.ts'

type FormFrame = {
  readonly frame: Frame
  readonly once: string
  readonly version: number
  readonly problems?: readonly FieldProblem[]
  /** When somebody else was first; `version` is then the new one. */
  readonly differences?: readonly Difference[] | undefined
}

const Shell = ({ frame, title, problems = [], differences, children }: FormFrame & { title: string; children: Child }) => {
  const t = settingsTexts[frame.lang]
  return (
    <Page
      frame={frame}
      title={title}
      crumbs={[
        { href: '/installningar', label: t.title },
        { href: '', label: title },
      ]}
    >
      <PageHead heading={title} />
      {differences !== undefined && <Both differences={differences} />}
      <FormErrors problems={problems} />
      {children}
    </Page>
  )
}

type CellProps = { name: keyof TypedRow; label: string; index: number; value: string; problems: readonly FieldProblem[] }

const cellOf = ({ name, label, index, problems }: Omit<CellProps, 'value'>) => {
  const id = `${name}-${index}`
  const problem = problemOf(problems, id)
  return { id, problem, attributes: { id, name, 'aria-label': label, ...stateOf({ problem }), ...described(id, undefined, problem) } }
}

const TextCell = (props: CellProps) => {
  const { id, problem, attributes } = cellOf(props)
  return (
    <div class="ds-field">
      <input class="ds-input" type="text" autocomplete="off" spellcheck={false} maxlength={40} value={props.value} {...attributes} />
      <Problem id={id} text={problem} />
    </div>
  )
}

const KindCell = ({ kinds, ...props }: CellProps & { kinds: Readonly<Record<string, string>> }) => {
  const { id, problem, attributes } = cellOf(props)
  return (
    <div class="ds-field">
      <select class="ds-input" {...attributes}>
        {choosableKinds.map((kind) => (
          <option value={kind} selected={kind === props.value}>
            {kinds[kind]}
          </option>
        ))}
      </select>
      <Problem id={id} text={problem} />
    </div>
  )
}

const blank: TypedRow = { schoolType: '', educationCode: '', counts: 'otherForm', qualifiesFrom: '' }
const blanks = [blank, blank, blank]

const EducationFields = ({ rows, frame, problems }: { rows: readonly TypedRow[]; frame: Frame; problems: readonly FieldProblem[] }) => {
  const t = settingsTexts[frame.lang]
  const filled = rows.filter((row) => row.schoolType.trim() !== '' || row.educationCode.trim() !== '' || row.qualifiesFrom.trim() !== '')
  const cells = (row: TypedRow, index: number) => {
    const of = (name: keyof TypedRow) => ({ name, index, problems, value: row[name], label: `${t[name]}, ${t.row(index + 1)}` })
    return [
      <TextCell {...of('schoolType')} />,
      <TextCell {...of('educationCode')} />,
      <KindCell {...of('counts')} kinds={t.kinds} />,
      <TextCell {...of('qualifiesFrom')} />,
    ]
  }
  return (
    <Table
      columns={[{ title: t.schoolType }, { title: t.educationCode }, { title: t.counts }, { title: t.qualifiesFrom }]}
      rows={[...filled, ...blanks].map(cells)}
      stacks
    />
  )
}

const TermFields = ({ typed, frame, problems }: { typed: TypedLaw; frame: Frame; problems: readonly FieldProblem[] }) => {
  const t = settingsTexts[frame.lang]
  return (
    <div class="row">
      {typed.termEnds.map(({ year, on }) => (
        <div>
          <input type="hidden" name="termYear" value={year} />
          <Field
            name="termEnd"
            id={`termEnd-${year}`}
            type="date"
            label={t.termEnd(year)}
            value={on}
            problem={problemOf(problems, `termEnd-${year}`)}
          />
        </div>
      ))}
    </div>
  )
}

const GapFields = ({ typed, frame, problems }: { typed: TypedLaw; frame: Frame; problems: readonly FieldProblem[] }) => {
  const t = settingsTexts[frame.lang]
  const of = (name: 'gapDays' | 'summerFrom' | 'summerUntil') => ({ name, value: typed[name], size: 6, problem: problemOf(problems, name) })
  return (
    <>
      <Field {...of('gapDays')} label={t.gapLabel} hint={t.meanings.gap} inputmode="numeric" />
      <Field {...of('summerFrom')} label={t.summerFrom} hint={`${t.meanings.summer} ${t.monthDayHint}`} />
      <Field {...of('summerUntil')} label={t.summerUntil} hint={t.monthDayHint} />
    </>
  )
}

type Texts = (typeof settingsTexts)[Frame['lang']]

const LawButtons = ({ t, mayRehearse, save }: { t: Texts; mayRehearse: boolean; save: string }) => (
  <>
    {mayRehearse && <p class="muted">{t.tryHint}</p>}
    <div class="row">
      {mayRehearse && <Button formaction="/installningar/prova">{t.tryFirst}</Button>}
      <Button variant={mayRehearse ? 'secondary' : 'primary'}>{save}</Button>
      <LinkButton href="/installningar" variant="tertiary">
        {t.leave}
      </LinkButton>
    </div>
  </>
)

type LawProps = FormFrame & { readonly typed: TypedLaw; readonly mayRehearse: boolean }

/** The settings that decide who is covered. The first button rehearses, so that Enter never changes anybody's list. */
export const LawFormPage = ({ typed, mayRehearse, ...shell }: LawProps) => {
  const { frame, once, version, problems = [], differences } = shell
  const t = settingsTexts[frame.lang]
  const parts = { typed, frame, problems }
  return (
    <Shell {...shell} title={t.law}>
      <Form frame={frame} action="/installningar/regler" once={once}>
        <input type="hidden" name="version" value={version} />
        <Card heading={t.names.termEnds}>
          <p>{`${t.meanings.termEnds} ${t.termEndHint}`}</p>
          <TermFields {...parts} />
        </Card>
        <Card heading={`${t.names.gap}, ${t.names.summer.toLowerCase()}`}>
          <div class="stack">
            <GapFields {...parts} />
          </div>
        </Card>
        <Card heading={t.names.educations}>
          <p>{`${t.meanings.educations} ${t.tableHint}`}</p>
          <EducationFields rows={typed.rows} frame={frame} problems={problems} />
        </Card>
        <LawButtons t={t} mayRehearse={mayRehearse} save={differences === undefined ? t.save : t.saveAnyway} />
      </Form>
    </Shell>
  )
}

type SourceFieldsProps = { typed: TypedSources; t: Texts; problems: readonly FieldProblem[] }

const SourceFields = ({ typed, t, problems }: SourceFieldsProps) => {
  const of = (name: Exclude<keyof TypedSources, 'freshBySource'>) =>
    ({ name, label: t[name], value: typed[name], size: 6, inputmode: 'numeric', problem: problemOf(problems, name) }) as const
  return (
    <>
      <p>{t.meanings.guard}</p>
      <Field {...of('fewer')} />
      <Field {...of('more')} />
      <Field {...of('people')} />
      <Field {...of('freshDays')} hint={t.meanings.fresh} />
      <TextArea
        name="freshBySource"
        label={t.freshBySource}
        hint={t.freshBySourceHint}
        value={typed.freshBySource}
        required={false}
        problem={problemOf(problems, 'freshBySource')}
      />
    </>
  )
}

/** The settings that watch over the sources. */
export const SourcesFormPage = ({ typed, ...shell }: FormFrame & { readonly typed: TypedSources }) => {
  const { frame, once, version, problems = [], differences } = shell
  const t = settingsTexts[frame.lang]
  return (
    <Shell {...shell} title={t.sources}>
      <Card>
        <Form frame={frame} action="/installningar/kallor" once={once}>
          <input type="hidden" name="version" value={version} />
          <SourceFields typed={typed} t={t} problems={problems} />
          <div class="row">
            <Button>{differences === undefined ? t.save : t.saveAnyway}</Button>
            <LinkButton href="/installningar" variant="tertiary">
              {t.leave}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </Shell>
  )
}
