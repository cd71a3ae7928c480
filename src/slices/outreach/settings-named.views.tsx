/** The rows of search steps and of departments: names to change, to add, and to put out of use. */
import type { Lang } from '../../kernel/lang.ts'
import { Card } from '../../ui/card.tsx'
import { described, Problem, stateOf } from '../../ui/field.tsx'
import { problemOf, type FieldProblem } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { longestName, searchSources } from './outreach-settings.rules.ts'
import type { outreachSettingsTexts } from './outreach-settings.texts.ts'
import type { TypedNamed } from './settings-named.rules.ts'

type Texts = (typeof outreachSettingsTexts)[Lang]
type Kind = 'step' | 'department'
type CellProps = { readonly kind: Kind; readonly index: number; readonly row: TypedNamed; readonly t: Texts }

const NameCell = ({ kind, index, row, t, problems }: CellProps & { readonly problems: readonly FieldProblem[] }) => {
  const id = `${kind}-${index}`
  const problem = problemOf(problems, id)
  return (
    <div class="ds-field">
      <input type="hidden" name={`${kind}Key`} value={row.key} />
      <input
        class="ds-input"
        type="text"
        autocomplete="off"
        maxlength={longestName}
        id={id}
        name={`${kind}Name`}
        value={row.name}
        aria-label={`${t.name}, ${t.row(index + 1)}`}
        {...stateOf({ problem })}
        {...described(id, undefined, problem)}
      />
      <Problem id={id} text={problem} />
    </div>
  )
}

const SourceCell = ({ index, row, t }: CellProps) => (
  <div class="ds-field">
    <select class="ds-input" name="stepSource" aria-label={`${t.source}, ${t.row(index + 1)}`}>
      {searchSources.map((source) => (
        <option value={source} selected={source === row.source}>
          {t.sources[source]}
        </option>
      ))}
    </select>
  </div>
)

/** A box before nothing: what it is for stands in the column and is read out with the row's name. */
const ActiveCell = ({ kind, index, row, t }: CellProps) => (
  <div class="ds-field">
    <input
      class="ds-input"
      type="checkbox"
      name={`${kind}Active`}
      value={String(index)}
      checked={row.active}
      aria-label={`${t.inUse(row.name)}, ${t.row(index + 1)}`}
    />
  </div>
)

const blank: TypedNamed = { key: '', name: '', source: 'lookedUp', active: true }

type Props = { readonly kind: Kind; readonly rows: readonly TypedNamed[]; readonly t: Texts; readonly problems: readonly FieldProblem[] }

/** The rows that are there, and two for new ones. */
export const NamedRows = ({ kind, rows, t, problems }: Props) => {
  const isStep = kind === 'step'
  const filled = rows.filter(({ key, name }) => key !== '' || name.trim() !== '')
  const cells = (row: TypedNamed, index: number) => {
    const of = { kind, index, row, t }
    const name = <NameCell {...of} problems={problems} />
    return isStep ? [name, <SourceCell {...of} />, <ActiveCell {...of} />] : [name, <ActiveCell {...of} />]
  }
  const titles = isStep ? [t.name, t.source, t.active] : [t.name, t.active]
  return (
    <Card heading={isStep ? t.search : t.departments}>
      <p>{isStep ? t.searchHint : t.departmentsHint}</p>
      <Table columns={titles.map((title) => ({ title }))} rows={[...filled, blank, blank].map(cells)} stacks />
    </Card>
  )
}
