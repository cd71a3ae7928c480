/** GET /siffror/tal/:name/personer: the youths behind a number. */
import type { Frame } from '../../ui/frame.ts'
import { Card, EmptyState } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import { figureAddress, personsAddress } from './ask.rules.ts'
import type { FigurePersons, NumberAsked } from './figure-persons.actions.ts'
import { figureCrumbs } from './figure.views.tsx'
import { figureTexts } from './figure.texts.ts'
import { indicatorTitles, keyText, rowText } from './indicator.texts.ts'
import { every } from './indicator.types.ts'
import { lastDayOf } from './period.rules.ts'
import { indicators } from './registry.rules.ts'

const pageSize = 100

type Props = {
  readonly frame: Frame
  readonly asked: NumberAsked
  readonly found: FigurePersons
  /** From 1. */
  readonly nth: number
}

/** Which number it is: the days and the places. */
function whichText({ frame: { lang }, asked: { name, question, at }, found: { names } }: Props): string {
  const last = shortDay(lastDayOf(question), lang)
  const when = indicators[name].of === 'day' ? last : `${shortDay(question.fromOn, lang)} – ${last}`
  const places = question.by.flatMap((dimension, index) => (at[index] === every ? [] : [keyText(dimension, at[index] ?? '', names, lang)]))
  return [when, ...places].join(', ')
}

const Persons = ({ frame: { lang }, asked, found: { persons, names }, nth }: Props) => {
  const t = figureTexts[lang]
  const isCounted = persons.some(({ times }) => times > 1)
  const shown = persons.slice((nth - 1) * pageSize, nth * pageSize)
  return (
    <>
      <Table
        caption={rowText(asked.row, names, lang)}
        columns={[{ title: t.youth }, { title: t.on }, ...(isCounted ? [{ title: t.times, isNumber: true }] : [])]}
        rows={shown.map(({ subjectId, name, on, times }) => [
          <a href={`/ungdomar/${subjectId}`}>{name}</a>,
          on,
          ...(isCounted ? [times] : []),
        ])}
        headed
      />
      <Pagination
        page={nth}
        pageSize={pageSize}
        total={persons.length}
        href={(page) => `${personsAddress(asked.name, asked.question, asked.row, asked.at)}&sida=${page}`}
      />
    </>
  )
}

const Others = ({ frame: { lang }, found: { others, persons } }: Props) => {
  const t = figureTexts[lang]
  if (others === null) return <p class="muted">{t.someOthers}</p>
  if (others > 0) return <p class="muted">{t.others(others)}</p>
  return persons.length > 0 ? null : <p class="muted">{t.noneBehind}</p>
}

/** The page. Who stands here stands here because the number counts them. */
export const FigurePersonsPage = (props: Props) => {
  const { frame, asked, found } = props
  const { lang } = frame
  const t = figureTexts[lang]
  const { title } = indicatorTitles[lang][asked.name]
  const back = figureAddress(asked.name, asked.question, asked.row)
  return (
    <Page
      frame={frame}
      title={`${t.personsTitle}: ${title}`}
      crumbs={[...figureCrumbs(lang), { href: back, label: title }, { href: '', label: t.personsTitle }]}
    >
      <PageHead heading={rowText(asked.row, found.names, lang)} below={`${title}, ${whichText(props)}`} />
      <div class="stack">
        <Card>
          {found.persons.length > 0 ? <Persons {...props} /> : <EmptyState title={found.others === 0 ? t.noneBehind : t.noneSeen} />}
          {found.persons.length > 0 || found.others !== 0 ? <Others {...props} /> : null}
        </Card>
        <p>
          <a href={back}>{t.back}</a>
        </p>
      </div>
    </Page>
  )
}
