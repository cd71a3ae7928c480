/** A published report counted again: for each number that is another, what it was, what it is and why, and whom it is about. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, Details, EmptyState } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import {
  againText,
  causeText,
  indicatorTitles,
  keyText,
  rowText,
  type Again,
  type AgainCell,
  type FigureNames,
  type ShownAgain,
} from '../figures/index.ts'
import { publishedTexts } from './published.texts.ts'
import { publicationTitle } from './published.views.tsx'
import { reportsTexts } from './reports.texts.ts'
import type { Publication } from './reports.types.ts'

type Words = { readonly names: FigureNames; readonly lang: Lang }

const placeText = ({ published: { question } }: Again, { at }: AgainCell, { names, lang }: Words): string =>
  question.by.map((dimension, index) => keyText(dimension, at[index] ?? '', names, lang)).join(', ')

const isWhole = ({ at }: AgainCell): boolean => at.every((key) => key === '*')

const Persons = ({ cell: { persons, unseen }, lang }: { cell: AgainCell; lang: Lang }) => {
  const t = publishedTexts[lang]
  if (persons.length === 0) return unseen === 0 ? null : <small class="below">{t.unseen(unseen)}</small>
  return (
    <Details summary={t.persons(persons.length)}>
      <ul class="plain">
        {persons.map(({ subjectId, name, direction, cause }) => (
          <li>
            <a href={`/ungdomar/${subjectId}`}>{name}</a> {`${t[direction]}: ${causeText({ ...cause, count: 1 }, lang)}`}
          </li>
        ))}
      </ul>
      {unseen > 0 && <p class="muted">{t.unseen(unseen)}</p>}
    </Details>
  )
}

type CellsProps = { readonly again: Again; readonly cells: readonly AgainCell[]; readonly words: Words; readonly isPlaces?: boolean }

const Cells = ({ again, cells, words, isPlaces = false }: CellsProps) => {
  const { names, lang } = words
  const [t, r] = [publishedTexts[lang], reportsTexts[lang]]
  const rows = cells.map((cell): Cell[] => [
    rowText(cell.row, names, lang),
    ...(isPlaces ? [placeText(again, cell, words)] : []),
    <>
      {cell.isSmall ? t.tooSmall : againText(cell, lang)}
      <Persons cell={cell} lang={lang} />
    </>,
  ])
  const columns = [r.what, ...(isPlaces ? [r.where] : []), t.change].map((title) => ({ title }))
  return <Table columns={columns} rows={rows} headed stacks />
}

const FigureCard = ({ again, words }: { again: Again; words: Words }) => {
  const { lang } = words
  const t = publishedTexts[lang]
  const { published, cells, isReproduced } = again
  const [whole, places] = [cells.filter(isWhole), cells.filter((cell) => !isWhole(cell))]
  return (
    <Card heading={indicatorTitles[lang][published.name].title}>
      {!isReproduced && <Alert kind="warning">{t.notReproduced}</Alert>}
      {cells.length === 0 && <p class="muted">{t.nothing}</p>}
      {whole.length > 0 && <Cells again={again} cells={whole} words={words} />}
      {places.length > 0 && (
        <Details summary={t.places(places.length)}>
          <Cells again={again} cells={places} words={words} isPlaces />
        </Details>
      )}
    </Card>
  )
}

const crumbsOf = ({ id }: Publication, title: string, lang: Lang) => [
  { href: '/siffror', label: reportsTexts[lang].figures },
  { href: '/rapporter', label: reportsTexts[lang].title },
  { href: '/rapporter/publicerat', label: reportsTexts[lang].links.published },
  { href: `/rapporter/publicerat/${id}`, label: title },
  { href: '', label: publishedTexts[lang].again },
]

type Props = { readonly frame: Frame; readonly today: PlainDate; readonly publication: Publication; readonly shown: ShownAgain }

/** GET /rapporter/arbete/:id when a publication has been counted again. */
export const AgainPage = ({ frame, today, publication, shown: { agains, names } }: Props) => {
  const { lang } = frame
  const t = publishedTexts[lang]
  const changed = agains.reduce((sum, { cells }) => sum + cells.filter(isWhole).length, 0)
  const title = publicationTitle(publication, lang)
  const crumbs = crumbsOf(publication, title, lang)
  const isSame = agains.every(({ cells, isReproduced }) => cells.length === 0 && isReproduced)
  return (
    <Page frame={frame} title={t.again} crumbs={crumbs}>
      <PageHead heading={t.againTitle(title)} below={t.againBelow(publication.at, longDay(today, lang))} />
      {isSame ? (
        <EmptyState title={t.nothing} />
      ) : (
        <div class="stack">
          <p>
            <strong>{t.changed(changed)}</strong> <span class="muted">{t.hint}</span>
          </p>
          {agains.map((again) => (
            <FigureCard again={again} words={{ names, lang }} />
          ))}
        </div>
      )}
    </Page>
  )
}
