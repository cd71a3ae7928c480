/** GET /tackning: expected against registered, by year and district, and the gap person by person. */
import type { Child } from 'hono/jsx'
import { Card, DefinitionList, Details, EmptyState, Figures } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines, type Column } from '../../ui/table.tsx'
import { Chips, Pagination, type CountedLink } from '../../ui/tabs.tsx'
import { addressOf, pageSize, shareOf } from './coverage.rules.ts'
import { coverageTexts } from './coverage.texts.ts'
import type { Coverage, CoverageCounts, Selection } from './coverage.types.ts'

type Props = { readonly frame: Frame; readonly coverage: Coverage; readonly selection: Selection }
type Texts = (typeof coverageTexts)[Frame['lang']]

/** The share as a bar; the figure stands beside it, so the bar is only for the eye. */
const Share = ({ counts, t }: { counts: CoverageCounts; t: Texts }) => (
  <span class="share">
    <meter min={0} max={100} low={90} high={98} optimum={100} value={shareOf(counts)} aria-hidden="true" />
    {` ${t.percent(shareOf(counts))}`}
  </span>
)

const columnsOf = (t: Texts, first: string): Column[] => [
  { title: first },
  ...[t.expected, t.listed, t.inEducation, t.completed, t.otherKnown, t.gap, t.share].map((title) => ({ title, isNumber: true })),
]

const cellsOf = (counts: CoverageCounts, t: Texts, href: string): Child[] => [
  counts.expected,
  counts.listed,
  counts.inEducation,
  counts.completed,
  counts.otherKnown,
  counts.gap === 0 ? 0 : <a href={href}>{String(counts.gap)}</a>,
  <Share counts={counts} t={t} />,
]

const whole: Selection = { year: null, district: null, reason: null, page: 1 }

const ByYear = ({ coverage, selection, t }: { coverage: Coverage; selection: Selection; t: Texts }) => (
  <Card heading={t.byYear}>
    <Table
      columns={columnsOf(t, t.year)}
      rows={[
        ...coverage.byYear.map((row) => [
          String(row.year),
          ...cellsOf(row, t, `${addressOf({ ...whole, district: selection.district, year: row.year })}#luckan`),
        ]),
        [<strong>{t.all}</strong>, ...cellsOf(coverage.total, t, `${addressOf(whole)}#luckan`)],
      ]}
      headed
      stacks
    />
  </Card>
)

const ByDistrict = ({ coverage, selection, t }: { coverage: Coverage; selection: Selection; t: Texts }) => (
  <Card heading={t.byDistrict}>
    <Table
      columns={columnsOf(t, t.district)}
      rows={coverage.byDistrict.map((row) => [
        row.name ?? t.noDistrict,
        ...cellsOf(row, t, `${addressOf({ ...whole, year: selection.year, district: row.id ?? 'none' })}#luckan`),
      ])}
      headed
      stacks
    />
  </Card>
)

function selectionText({ coverage, selection, t }: { coverage: Coverage; selection: Selection; t: Texts }): string {
  const { year, district } = selection
  const found = coverage.byDistrict.find(({ id }) => id === (district === 'none' ? null : district))
  return [...(year === null ? [] : [t.born(year)]), ...(district === null ? [] : [found?.name ?? t.noDistrict])].join(', ')
}

const GapTable = ({ persons, t }: { persons: Coverage['gap']; t: Texts }) => (
  <Table
    columns={[{ title: t.name }, { title: t.number }, { title: t.year }, { title: t.district }, { title: t.reason }]}
    rows={persons.map(({ subjectId, hasPage, name, number, year, district, reason }) => [
      hasPage ? <a href={`/ungdomar/${subjectId}`}>{name || number || '–'}</a> : name || '–',
      number ?? '–',
      String(year),
      district ?? t.noDistrict,
      <TwoLines below={t.actions[reason]}>{t.reasons[reason]}</TwoLines>,
    ])}
    headed
    stacks
  />
)

function chipsOf({ coverage, selection, t }: { coverage: Coverage; selection: Selection; t: Texts }): CountedLink[] {
  return coverage.reasons.map(({ reason, persons }) => {
    const current = reason === selection.reason
    const href = `${addressOf({ ...selection, page: 1, reason: current ? null : reason })}#luckan`
    return { href, label: t.reasons[reason], count: persons, current }
  })
}

const Gap = ({ coverage, selection, t }: { coverage: Coverage; selection: Selection; t: Texts }) => {
  const narrowed = selectionText({ coverage, selection, t })
  return (
    <Card heading={narrowed === '' ? t.gapHeading : `${t.gapHeading}: ${narrowed}`} id="luckan">
      {(narrowed !== '' || selection.reason !== null) && (
        <p>
          <a href={`${addressOf(whole)}#luckan`}>{t.clear}</a>
        </p>
      )}
      {coverage.gapTotal === 0 ? (
        <EmptyState title={t.gapNone} />
      ) : (
        <div class="stack">
          <Chips label={t.chips} links={chipsOf({ coverage, selection, t })} />
          <GapTable persons={coverage.gap} t={t} />
          <Pagination
            page={selection.page}
            pageSize={pageSize}
            total={coverage.gapTotal}
            href={(page) => `${addressOf({ ...selection, page })}#luckan`}
          />
        </div>
      )}
    </Card>
  )
}

/** The meter as a page. */
export const CoveragePage = ({ frame, coverage, selection }: Props) => {
  const t = coverageTexts[frame.lang]
  const { total } = coverage
  const parts = { coverage, selection, t }
  const figures = [
    { label: t.expected, value: total.expected },
    { label: t.listed, value: total.listed },
    { label: t.gap, value: total.gap, ...(total.gap === 0 ? {} : { href: '#luckan' }) },
    { label: t.share, value: t.percent(shareOf(total)) },
  ]
  return (
    <Page frame={frame} title={t.title}>
      <PageHead heading={t.title} below={t.intro} />
      <div class="stack">
        <Card>
          <Figures figures={figures} />
          <p class="muted">{t.scopeNote}</p>
          <Details summary={t.definitionsTitle}>
            <DefinitionList facts={t.definitions.map(([term = '', value = '']) => ({ term, value }))} />
          </Details>
        </Card>
        <ByYear {...parts} />
        <ByDistrict {...parts} />
        <Gap {...parts} />
      </div>
    </Page>
  )
}
