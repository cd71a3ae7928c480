/** What a report holds, on a page: contents, sections with pictures and tables, and how it was counted. */
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChartFigure } from '../../ui/chart.tsx'
import { longDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Rolling, Table } from '../../ui/table.tsx'
import { reportsTexts } from './reports.texts.ts'
import { isOneDay, type ReportTable, type Section } from './section.ts'

/** Five columns fit on a phone when rows become blocks; two stay a table. */
const SectionTable = ({ of, table: { caption, columns, rows } }: { of: string; table: ReportTable }) => {
  const isWide = columns.length > 3
  const drawn = (
    <Table
      caption={caption}
      columns={columns.map((title, index) => ({
        title,
        isNumber: index > 0 && !isWords(rows, index),
      }))}
      rows={rows}
      headed
      stacks={isWide}
    />
  )
  return isWide ? <Rolling label={`${of}: ${caption}`}>{drawn}</Rolling> : <div class="report-numbers">{drawn}</div>
}

/** A column of words: why measures ended. */
const isWords = (rows: ReportTable['rows'], index: number): boolean => rows.some((row) => /[a-zåäö]/i.test(String(row[index] ?? '')))

/** Where a development item is raised from a figure; null: the reader may not. */
export type RaiseHref = ((asked: Section['asked']) => string) | null

type SectionProps = { readonly section: Section; readonly nth: number; readonly frame: Frame; readonly raiseHref: RaiseHref }

const SectionCard = ({ section, nth, frame: { lang }, raiseHref }: SectionProps) => {
  const t = reportsTexts[lang]
  const { asked, title, below, charts, tables } = section
  const { fromOn } = asked.question
  return (
    <Card
      heading={title}
      id={`del-${nth}`}
      action={raiseHref === null ? undefined : <LinkButton href={raiseHref(asked)}>{t.raise}</LinkButton>}
    >
      <p class="muted">
        {below} {isOneDay(asked.question) && t.picture(longDay(fromOn, lang))}
      </p>
      {charts.map((chart) => (
        <ChartFigure chart={chart} hasOwnTable />
      ))}
      {tables.map((table) => (
        <SectionTable of={title} table={table} />
      ))}
    </Card>
  )
}

type BodyProps = {
  readonly frame: Frame
  readonly sections: readonly Section[]
  readonly smallBelow: number
  readonly raiseHref: RaiseHref
}

/** Contents, sections, and how it was counted: the same for a report made now and one opened as it was. */
export const ReportBody = ({ frame, sections, smallBelow, raiseHref }: BodyProps) => {
  const t = reportsTexts[frame.lang]
  return (
    <div class="stack">
      {sections.length > 1 && (
        <nav aria-label={t.contents}>
          <ul class="row plain">
            {sections.map(({ title }, nth) => (
              <li>
                <a href={`#del-${nth + 1}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map((section, nth) => (
        <SectionCard section={section} nth={nth + 1} frame={frame} raiseHref={raiseHref} />
      ))}
      <Card heading={t.rules}>
        <ul>
          {[...t.rulesText, t.smallRule(smallBelow)].map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

/** Links to the report as files. */
export const FileLinks = ({ frame, address }: { frame: Frame; address: (form: string) => string }) => {
  const t = reportsTexts[frame.lang]
  return (
    <nav class="row" aria-label={t.files}>
      <LinkButton href={address('pdf')}>{t.asPdf}</LinkButton>
      <LinkButton href={address('xlsx')}>{t.asXlsx}</LinkButton>
      <LinkButton href={address('csv')}>{t.asCsv}</LinkButton>
    </nav>
  )
}
