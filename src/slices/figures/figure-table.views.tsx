/** The table of a figure: rows down, units and the like across; with two splittings one row's numbers crosswise. Numbers lead to those behind them. */
import type { Lang } from '../../kernel/lang.ts'
import { Details } from '../../ui/card.tsx'
import { Rolling, Table, TwoLines, type Cell } from '../../ui/table.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import { personsAddress } from './ask.rules.ts'
import { figureTexts, hiddenSign } from './figure.texts.ts'
import type { FigureNames, ReadIndicator } from './indicator.actions.ts'
import { dimensionTexts, indicatorTitles, keyText, rowText } from './indicator.texts.ts'
import { every, type At, type Row } from './indicator.types.ts'
import { begun, cellOf, countedText, shownKeys, type CellValue } from './table-cells.ts'

/** What the tables are drawn from. `mayOpen`: the reader may see those behind a number. */
export type FigureTableProps = {
  readonly read: ReadIndicator
  readonly names: FigureNames
  readonly lang: Lang
  readonly row: string
  readonly mayOpen: boolean
}

function textOf(value: CellValue, { kind }: Row, lang: Lang): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  return kind === 'share' ? `${numberText(value, lang)}\u00A0%` : numberText(value, lang)
}

/** A number, with the way to those behind it: zero has none. What is hidden is said in words too. */
function numberCell({ read, lang, mayOpen }: FigureTableProps, row: Row, at: At): Cell {
  const value = cellOf(read.table, row.key, at)
  const shown = value === hiddenSign ? <abbr title={figureTexts[lang].smallShort}>{hiddenSign}</abbr> : textOf(value, row, lang)
  if (!mayOpen || row.kind === 'share' || value === 0 || value === null) return shown
  return <a href={personsAddress(read.name, read.question, row.key, at)}>{shown}</a>
}

type Places = { readonly places: readonly At[]; readonly titles: readonly string[] }

/** The columns: everybody, and each key along the dimension when there is one. */
function placesOf({ read, names, lang }: FigureTableProps): Places {
  const [dimension] = read.question.by
  if (dimension === undefined) return { places: [[]], titles: [figureTexts[lang].value] }
  const keys = [every, ...shownKeys(read.table, 0)]
  return { places: keys.map((key) => [key]), titles: keys.map((key) => begun(keyText(dimension, key, names, lang))) }
}

const RowTable = ({ props, rows, of: { places, titles } }: { props: FigureTableProps; rows: readonly Row[]; of: Places }) => {
  const { read, names, lang } = props
  return (
    <Table
      caption={indicatorTitles[lang][read.name].title}
      columns={[{ title: figureTexts[lang].what }, ...titles.map((title) => ({ title, isNumber: true }))]}
      rows={rows.map((row) => [
        <TwoLines below={countedText(row, names, lang)}>{rowText(row.key, names, lang)}</TwoLines>,
        ...places.map((at) => numberCell(props, row, at)),
      ])}
      headed
    />
  )
}

/** So many rows are read at a glance; of more, those that are zero everywhere stand by themselves. */
const mostRows = 60

/** Of the whole, or along one dimension: every row of the figure. */
const WholeTable = (props: FigureTableProps) => {
  const { rows } = props.read.table
  const of = placesOf(props)
  const isZero = ({ key }: Row): boolean => of.places.every((at) => [0, null].some((none) => none === cellOf(props.read.table, key, at)))
  const zeros = rows.length > mostRows ? rows.filter(isZero) : []
  return (
    <>
      <RowTable props={props} rows={rows.filter((row) => !zeros.includes(row))} of={of} />
      {zeros.length > 0 && (
        <Details summary={figureTexts[props.lang].zeroRows(zeros.length)}>
          <RowTable props={props} rows={zeros} of={of} />
        </Details>
      )}
    </>
  )
}

/** Two dimensions crosswise, of the row that is looked at. */
const CrossTable = (props: FigureTableProps) => {
  const { read, names, lang } = props
  const [first = 'unit', second = 'sex'] = read.question.by
  const row = read.table.rows.find(({ key }) => key === props.row)
  if (row === undefined) return null
  const [down, across] = [0, 1].map((index) => [every, ...shownKeys(read.table, index)])
  return (
    <Table
      caption={rowText(row.key, names, lang)}
      columns={[
        { title: begun(dimensionTexts[lang][first]) },
        ...(across ?? []).map((key) => ({ title: begun(keyText(second, key, names, lang)), isNumber: true })),
      ]}
      rows={(down ?? []).map((own) => [
        keyText(first, own, names, lang),
        ...(across ?? []).map((key) => numberCell(props, row, [own, key])),
      ])}
      headed
    />
  )
}

/** The numbers. What is wider than the window is rolled by itself. */
export const FigureTable = (props: FigureTableProps) => {
  const { by } = props.read.question
  if (by.length === 0) {
    return (
      <div class="figure-whole">
        <WholeTable {...props} />
      </div>
    )
  }
  return (
    <div class="figure-table">
      <Rolling label={indicatorTitles[props.lang][props.read.name].title}>
        {by.length === 2 ? <CrossTable {...props} /> : <WholeTable {...props} />}
      </Rolling>
    </div>
  )
}
