/** The rows of the form: the three columns of steps, and the days of follow-up. */
import type { Lang } from '../../kernel/lang.ts'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { problemOf, type FieldProblem } from '../../ui/form.tsx'
import { rowField } from './draft.rules.ts'
import type { TypedPlan, TypedRow } from './draft.types.ts'
import { longest, planColumns, type PlanColumn } from './plans.types.ts'
import { writeTexts } from './write.texts.ts'

export type RowsProps = {
  readonly lang: Lang
  readonly typed: TypedPlan
  readonly problems: readonly FieldProblem[]
  /** In large type, with the youth beside: fewer fields. */
  readonly isTogether: boolean
}

type RowProps = RowsProps & { readonly column: PlanColumn; readonly row: TypedRow; readonly index: number }

/** A field of a row: its name is the same in every row, its id tells them apart. */
const at = ({ column, index, problems }: RowProps, part: 'Text' | 'Actor' | 'From' | 'Due') => {
  const id = rowField(column, part, index)
  return { name: `${column}${part}`, id, problem: problemOf(problems, id) }
}

const Days = (props: RowProps) => {
  const t = writeTexts[props.lang]
  const { row, isTogether } = props
  if (isTogether) {
    return (
      <>
        <input type="hidden" name={`${props.column}From`} value={row.beginsOn} />
        <Field {...at(props, 'Due')} type="date" label={t.stepDue} value={row.dueOn} />
      </>
    )
  }
  return (
    <div class="row low">
      <Field {...at(props, 'From')} type="date" label={t.stepFrom} value={row.beginsOn} />
      <Field {...at(props, 'Due')} type="date" label={t.stepDue} value={row.dueOn} />
    </div>
  )
}

const Row = (props: RowProps) => {
  const { column, row, index, lang } = props
  const t = writeTexts[lang]
  return (
    <li>
      <div role="group" aria-label={`${t.columns[column]}: ${t.step(index + 1)}`} class="stack">
        <input type="hidden" name={`${column}Step`} value={row.stepId} />
        <TextArea {...at(props, 'Text')} label={t.step(index + 1)} value={row.text} rows={2} />
        {column === 'other' && (
          <Field
            {...at(props, 'Actor')}
            label={t.actor}
            hint={index === 0 ? t.actorHint : undefined}
            value={row.actor}
            maxlength={longest.actor}
          />
        )}
        <Days {...props} />
      </div>
    </li>
  )
}

const Column = ({ column, ...props }: RowsProps & { readonly column: PlanColumn }) => {
  const t = writeTexts[props.lang]
  const { typed, problems } = props
  const rows = typed.rows.filter((row) => row.column === column)
  return (
    <Card heading={t.columns[column]}>
      {column === 'other' && (
        <Checkbox name="noOtherActor" label={t.noOtherActor} checked={typed.noOtherActor} problem={problemOf(problems, 'noOtherActor')} />
      )}
      <ol class="plain plan-rows">
        {rows.map((row, index) => (
          <Row {...props} column={column} row={row} index={index} />
        ))}
      </ol>
    </Card>
  )
}

/** The three columns, beside each other where there is room. */
export const StepRows = (props: RowsProps) => (
  <div class="cards">
    {planColumns.map((column) => (
      <Column {...props} column={column} />
    ))}
  </div>
)

/** The days of follow-up. */
export const FollowUpRows = ({ lang, typed, problems, isTogether }: RowsProps) => {
  const t = writeTexts[lang]
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{t.followUps}</legend>
      {!isTogether && <p data-field="description">{t.followUpHint}</p>}
      <div class="row low">
        {typed.followUps.map((day, index) => {
          const id = `followUp-${index}`
          return <Field name="followUp" id={id} type="date" label={t.followUp(index + 1)} value={day} problem={problemOf(problems, id)} />
        })}
      </div>
    </fieldset>
  )
}
