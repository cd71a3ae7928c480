/** Boards of the processes: counts, what is late and due today with the way to do it, what comes, and what was never done. */
import type { Lang } from '../../../kernel/lang.ts'
import { dayOf, partsOf } from '../../../platform/plain-date.ts'
import { Card, Details, EmptyState, Figures, Tag } from '../../../ui/card.tsx'
import { monthText } from '../../../ui/day.texts.ts'
import { Table, TwoLines } from '../../../ui/table.tsx'
import { dueTexts } from '../due/due.texts.ts'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import type { ReadBoard } from './boards.actions.ts'
import type { BoardLine } from './boards.rules.ts'
import { boardsTexts } from './boards.texts.ts'
import { boardAddress, wayTo } from './board-ways.ts'

/** How many lines the start page shows of each kind; the board's own page shows all. */
const mostOnStart = 12

function aboutText({ kind, about }: BoardLine, lang: Lang): string {
  const { month, year } = partsOf(dayOf(about))
  return kind === 'assess' ? boardsTexts[lang].quarter(Math.ceil(month / 3), String(year)) : monthText(month, lang)
}

function rowOf(line: BoardLine, { areas }: ReadBoard, lang: Lang) {
  const t = boardsTexts[lang]
  const { youth, standing, dueOn, kind, days } = line
  const named = line.areas.map((key) => areas.find((area) => area.key === key)?.[lang] ?? key)
  const name = <a href={`/uppfoljning/ungdom/${youth.id}`}>{`${youth.givenName} ${youth.familyName}`}</a>
  const below = [youth.unit ?? '', youth.protection === 'none' ? '' : t.isProtected].filter((part) => part !== '').join(' · ')
  return [
    standing === 'late' ? <Tag tone="warning">{`${dueOn} · ${t.standings.late}`}</Tag> : dueOn,
    <TwoLines below={below}>{name}</TwoLines>,
    <a href={wayTo(line)}>{t.does[kind](aboutText(line, lang), days)}</a>,
    named.length === 0 ? t.allAreas : named.join(', '),
  ]
}

const Lines = ({ read, lines, lang, caption }: { read: ReadBoard; lines: readonly BoardLine[]; lang: Lang; caption: string }) => (
  <Table
    caption={caption}
    columns={boardsTexts[lang].columns.map((title) => ({ title }))}
    rows={lines.map((line) => rowOf(line, read, lang))}
    stacks
  />
)

const Counts = ({ read: { board }, lang }: { read: ReadBoard; lang: Lang }) => {
  const { standings } = boardsTexts[lang]
  const figures = (['late', 'due', 'coming'] as const).map((one) => ({ label: standings[one], value: board[one].length }))
  return <Figures figures={figures} />
}

const Missed = ({ read: { missed }, lang }: { read: ReadBoard; lang: Lang }) => {
  const t = boardsTexts[lang]
  return missed.length === 0 ? null : (
    <Details summary={t.missed}>
      <p class="muted">{t.missedLead}</p>
      <ul class="plain">
        {missed.map(({ kind, n }) => (
          <li>{`${dueTexts[lang].kinds[kind]}: ${n}`}</li>
        ))}
      </ul>
    </Details>
  )
}

type Props = { readonly read: ReadBoard; readonly lang: Lang; readonly most: number | null }

const BoardBody = ({ read, lang, most }: Props) => {
  const t = boardsTexts[lang]
  const { late, due, coming } = read.board
  const now = [...late, ...due]
  const cut = (lines: readonly BoardLine[]): readonly BoardLine[] => (most === null ? lines : lines.slice(0, most))
  return (
    <>
      <Counts read={read} lang={lang} />
      {now.length === 0 ? (
        <EmptyState title={t.nothing}>
          <p>{t.nothingHint}</p>
        </EmptyState>
      ) : (
        <Lines read={read} lines={cut(now)} lang={lang} caption={`${t.standings.late}, ${t.standings.due.toLowerCase()}`} />
      )}
      {coming.length > 0 && (
        <Details summary={t.coming(coming.length)} open={most === null}>
          <Lines read={read} lines={cut(coming)} lang={lang} caption={t.standings.coming} />
        </Details>
      )}
      <Missed read={read} lang={lang} />
    </>
  )
}

/** The boards on the start page, each with the way to its whole list. */
export const StartBoards = ({ boards, lang }: { boards: readonly ReadBoard[]; lang: Lang }) => (
  <>
    {boards.map((read) => {
      const { process } = read.board
      const t = boardsTexts[lang]
      return (
        <Card heading={t.heading[process]} action={<a href={boardAddress(process)}>{t.all}</a>}>
          <BoardBody read={read} lang={lang} most={mostOnStart} />
        </Card>
      )
    })}
  </>
)

/** GET /uppfoljning/att-gora/:process. */
export const BoardPage = ({ shown: { frame, may, lang }, read }: { shown: SectionFrame; read: ReadBoard }) => (
  <Shell frame={frame} part="start" may={may} heading={boardsTexts[lang].heading[read.board.process]}>
    <BoardBody read={read} lang={lang} most={null} />
  </Shell>
)
