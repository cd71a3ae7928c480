/** The round of a quarter: how far it has come, who is left, and what is low. */
import type { Lang } from '../../../kernel/lang.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { EmptyState, Figures, Tag, type Tone } from '../../../ui/card.tsx'
import { longDay } from '../../../ui/day.texts.ts'
import { Table, TwoLines } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { quarterText } from '../calendar/calendar.texts.ts'
import { plusMonths, quarterEnd, quarterOf } from '../calendar/month.rules.ts'
import { areaOf } from '../instrument/instrument.rules.ts'
import { areaName, pointsIn } from '../instrument/points.texts.ts'
import { isLow } from '../instrument/score.rules.ts'
import { peopleTexts } from '../people/people.texts.ts'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import type { RoundRow } from './round.actions.ts'
import { roundStandings, type RoundStanding } from './round.rules.ts'

const texts = {
  sv: {
    title: 'Kvartalets bedömningar',
    lead: (quarter: string, last: string) => `Bedömningarna för ${quarter} ska vara gjorda senast ${last}.`,
    quarters: 'Kvartal',
    standings: { late: 'försenad', begun: 'påbörjad', waiting: 'inte påbörjad', done: 'klar' },
    columns: ['Ungdom', 'Enhet', 'Läge', 'Lågt'],
    of: (done: number, all: number) => `${done} av ${all}`,
    doneFigure: 'Klara',
    left: 'Kvar',
    noneLow: 'inget',
    empty: 'Ingen ungdom ska bedömas det här kvartalet',
    hint: 'Den som kommit sent i kvartalet bedöms i nästa.',
  },
  en: {
    title: 'The quarter’s assessments',
    lead: (quarter: string, last: string) => `The assessments of ${quarter} are to be done by ${last}.`,
    quarters: 'Quarters',
    standings: { late: 'late', begun: 'begun', waiting: 'not begun', done: 'done' },
    columns: ['Youth', 'Unit', 'State', 'Low'],
    of: (done: number, all: number) => `${done} of ${all}`,
    doneFigure: 'Done',
    left: 'Left',
    noneLow: 'none',
    empty: 'No youth is to be assessed this quarter',
    hint: 'Those who came late in the quarter are assessed in the next.',
  },
} as const

const tones: Readonly<Record<RoundStanding, Tone>> = { late: 'danger', begun: 'info', waiting: 'neutral', done: 'success' }

function lowIn({ scored }: RoundRow, lang: Lang): string {
  if (scored === null) return ''
  const { assessment, instrument } = scored
  const low = assessment.scores.filter(({ area, points }) => {
    const of = areaOf(instrument, area)
    return of !== null && isLow(of, points)
  })
  if (low.length === 0) return texts[lang].noneLow
  return low.map(({ area, points }) => `${areaName(instrument, area, lang)} ${pointsIn(points, lang)}`).join(', ')
}

const wayTo = ({ youth, assessment }: RoundRow): string => {
  const path = `/uppfoljning/ungdom/${youth.id}/bedomningar`
  return assessment === null ? path : `${path}/${assessment.assessmentId}`
}

const cellsOf = (row: RoundRow, lang: Lang) => {
  const { youth, standing } = row
  const link = <a href={wayTo(row)}>{`${youth.givenName} ${youth.familyName}`}</a>
  return [
    youth.protection === 'none' ? link : <TwoLines below={<Tag tone="warning">{peopleTexts[lang].protectedTag}</Tag>}>{link}</TwoLines>,
    youth.unit ?? peopleTexts[lang].noUnit,
    <Tag tone={tones[standing]}>{texts[lang].standings[standing]}</Tag>,
    lowIn(row, lang),
  ]
}

type Props = { readonly shown: SectionFrame; readonly quarter: PlainDate; readonly rows: readonly RoundRow[] }

const Quarters = ({ shown: { lang, today }, quarter }: Pick<Props, 'shown' | 'quarter'>) => {
  const links = [0, -3, -6, -9].map((months) => {
    const one = plusMonths(quarterOf(today), months)
    return { href: `/uppfoljning/bedomningar?kvartal=${one}`, label: quarterText(one, lang), count: null, current: one === quarter }
  })
  return <Tabs label={texts[lang].quarters} links={links} />
}

const HowFar = ({ rows, lang }: Pick<Props, 'rows'> & { readonly lang: Lang }) => {
  const t = texts[lang]
  const done = rows.filter(({ standing }) => standing === 'done').length
  const figures = [
    { label: t.doneFigure, value: t.of(done, rows.length) },
    { label: t.left, value: rows.length - done },
  ]
  return <Figures figures={figures} />
}

/** GET /uppfoljning/bedomningar. */
export const RoundPage = ({ shown, quarter, rows }: Props) => {
  const { frame, lang, may } = shown
  const t = texts[lang]
  const inOrder = roundStandings.flatMap((standing) => rows.filter((row) => row.standing === standing))
  return (
    <Shell
      frame={frame}
      part="round"
      may={may}
      heading={t.title}
      below={t.lead(quarterText(quarter, lang), longDay(quarterEnd(quarter), lang))}
    >
      <Quarters shown={shown} quarter={quarter} />
      {rows.length === 0 ? (
        <EmptyState title={t.empty}>
          <p>{t.hint}</p>
        </EmptyState>
      ) : (
        <>
          <HowFar rows={rows} lang={lang} />
          <Table columns={t.columns.map((title) => ({ title }))} rows={inOrder.map((row) => cellsOf(row, lang))} headed stacks isWorklist />
        </>
      )}
    </Shell>
  )
}
