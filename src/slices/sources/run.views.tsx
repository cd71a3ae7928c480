/** One run: who came in and who left, person by person, with the reason. */
import type { Lang } from '../../kernel/lang.ts'
import { Card, EmptyState, Tag } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Chips, Pagination, Tabs } from '../../ui/tabs.tsx'
import { reasonText } from '../law/index.ts'
import { runLink, youthLink } from './links.ts'
import { runTexts } from './run.texts.ts'
import type { ShownRun } from './sources.actions.ts'
import { sourcesTexts } from './sources.texts.ts'
import type { ChangeCount, ChangedYouth, Direction } from './sources.types.ts'

type Props = { readonly frame: Frame; readonly shown: ShownRun; readonly pageSize: number }

const totalOf = (counts: readonly ChangeCount[], direction: Direction): number =>
  counts.filter((one) => one.direction === direction).reduce((all, { n }) => all + n, 0)

const Directions = ({ shown: { run, counts, filter }, lang }: { shown: ShownRun; lang: Lang }) => {
  const { entered, left } = runTexts[lang]
  const [entering, leaving] = [totalOf(counts, 'entered'), totalOf(counts, 'left')]
  const tab = (label: string, direction: Direction | null, count: number) => ({
    label,
    count,
    href: runLink(run.id, { direction, reason: null }),
    current: filter.direction === direction,
  })
  const { all, showFilter } = sourcesTexts[lang]
  return (
    <Tabs label={showFilter} links={[tab(all, null, entering + leaving), tab(entered, 'entered', entering), tab(left, 'left', leaving)]} />
  )
}

/** The reasons of the direction shown; pressing one again takes it away. */
const Reasons = ({ shown: { run, counts, filter }, lang }: { shown: ShownRun; lang: Lang }) => {
  const own = counts.filter(({ direction }) => filter.direction === null || direction === filter.direction)
  const links = own.map(({ direction, reason, n }) => {
    const current = filter.reason === reason && filter.direction === direction
    return {
      label: filter.direction === null ? `${runTexts[lang][direction]}: ${reasonText(reason, lang)}` : reasonText(reason, lang),
      count: n,
      current,
      href: runLink(run.id, current ? { direction, reason: null } : { direction, reason }),
    }
  })
  return links.length < 2 ? null : <Chips label={sourcesTexts[lang].reason} links={links} />
}

const Youth = ({ youth, lang }: { youth: ChangedYouth; lang: Lang }) => {
  const { born, protectedTag } = sourcesTexts[lang]
  const name = `${youth.givenName} ${youth.familyName}`.trim()
  return (
    <>
      <a href={youthLink(youth.subjectId)}>{name === '' ? '–' : name}</a>
      {youth.isProtected && <Tag tone="warning">{protectedTag}</Tag>}
      {youth.bornOn !== null && <small class="below">{born(youth.bornOn.slice(0, 4))}</small>}
    </>
  )
}

const Youths = ({ shown: { run, youths, total, page, filter }, pageSize, lang }: { shown: ShownRun; pageSize: number; lang: Lang }) => {
  const texts = sourcesTexts[lang]
  const columns = [texts.youth, texts.state, texts.reason, texts.date, texts.unit].map((title) => ({ title }))
  const rows = youths.map((youth) => [
    <Youth youth={youth} lang={lang} />,
    <Tag tone={youth.direction === 'entered' ? 'info' : 'neutral'}>{runTexts[lang][youth.direction]}</Tag>,
    reasonText(youth.reason, lang),
    youth.onDate,
    youth.isProtected ? '–' : (youth.unit ?? '–'),
  ])
  return (
    <Card>
      <Table headed stacks columns={columns} rows={rows} empty={texts.nobodyFit} />
      <Pagination page={page} pageSize={pageSize} total={total} href={(wanted) => runLink(run.id, filter, wanted)} />
    </Card>
  )
}

/** One run. */
export const RunPage = ({ frame, shown, pageSize }: Props) => {
  const { lang } = frame
  const texts = sourcesTexts[lang]
  const { states, kinds, lasted } = runTexts[lang]
  const { run, counts } = shown
  const below = texts.runWords(kinds[run.kind], states[run.state], `${run.startedOn} ${run.startedAt}`, lasted(run.seconds))
  return (
    <Page frame={frame} title={texts.run}>
      <PageHead heading={texts.runTitle(run.onDay)} below={below} />
      {counts.length === 0 ? (
        <EmptyState title={texts.nobody} />
      ) : (
        <div class="stack">
          <Directions shown={shown} lang={lang} />
          <Reasons shown={shown} lang={lang} />
          <Youths shown={shown} pageSize={pageSize} lang={lang} />
        </div>
      )}
    </Page>
  )
}
