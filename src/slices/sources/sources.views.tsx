/** The sources page: every source with its health, what the guard stopped, what waits, and the history of runs. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Cards, EmptyState } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import { feedTexts } from '../feeds/index.ts'
import type { StoppedRead } from '../matching/index.ts'
import { HealthTag, SourceAge } from './health.views.tsx'
import { duplicatesPath, inboxLink, inboxPath, readLink, runLink, sourceLink, sourcesPage } from './links.ts'
import { runTexts } from './run.texts.ts'
import type { ShownSource, ShownSources } from './sources.actions.ts'
import { sourcesTexts } from './sources.texts.ts'
import type { RunHead, RunLine } from './sources.types.ts'

type Own = {
  readonly frame: Frame
  readonly shown: ShownSources
  readonly pageSize: number
  readonly mayMerge: boolean
  readonly mayLists: boolean
}

const numbers = (...titles: string[]): Column[] => titles.map((title) => ({ title, isNumber: true }))

/** The name of a source with what it holds, leading to its history. */
const SourceName = ({ source, lang }: { source: ShownSource; lang: Lang }) => {
  const { fetched, byHand } = sourcesTexts[lang]
  return (
    <>
      <a href={sourceLink(source.name)}>{source.name}</a>
      <small class="below">{`${feedTexts[lang][source.feed]}, ${source.isFetched ? fetched : byHand}`}</small>
    </>
  )
}

const sourceRow = (source: ShownSource, lang: Lang) => [
  <SourceName source={source} lang={lang} />,
  <HealthTag health={source.health} lang={lang} />,
  <SourceAge source={source} lang={lang} />,
  ...(source.last === null
    ? ['–', '–', '–', '–', '–']
    : [source.last.people, source.last.rows, source.last.new, source.last.changed, source.last.ended]),
  source.exceptions === 0 ? 0 : <a href={inboxLink({ kind: null, source: source.name })}>{source.exceptions}</a>,
]

const SourceTable = ({ sources, lang }: { sources: readonly ShownSource[]; lang: Lang }) => {
  const texts = sourcesTexts[lang]
  if (sources.length === 0) {
    return (
      <EmptyState title={texts.noSources}>
        <p>{texts.noSourcesToDo}</p>
      </EmptyState>
    )
  }
  const columns = [
    { title: texts.source },
    { title: texts.state },
    { title: texts.lastGood },
    ...numbers(texts.people, texts.rows, texts.added, texts.changed, texts.ended, texts.exceptions),
  ]
  return <Table headed stacks columns={columns} rows={sources.map((source) => sourceRow(source, lang))} />
}

/** A stopped read as a sentence, with the way to its answer. */
const Stopped = ({ read, lang }: { read: StoppedRead; lang: Lang }) => {
  const { guardSentence, lookAndAnswer } = sourcesTexts[lang]
  return (
    <Alert kind="warning">
      <p>{guardSentence(read.source, read)}</p>
      <p>
        <a href={readLink(read.id)}>{`${lookAndAnswer}: ${read.source}, ${read.on_day}`}</a>
      </p>
    </Alert>
  )
}

/** That a run goes on, since when and for how long. */
const RunningNow = ({ run, lang }: { run: RunHead; lang: Lang }) => (
  <Alert kind="info">
    <p>{sourcesTexts[lang].running(run.startedAt, runTexts[lang].lasted(run.seconds))}</p>
  </Alert>
)

const Waiting = ({ shown, mayMerge, lang }: { shown: ShownSources; mayMerge: boolean; lang: Lang }) => {
  const { inbox, inboxText, duplicates, duplicatesText, open } = sourcesTexts[lang]
  return (
    <Cards>
      <Card heading={inbox}>
        <p>{inboxText(shown.exceptions)}</p>
        <LinkButton href={inboxPath}>{`${open} ${inbox.toLowerCase()}`}</LinkButton>
      </Card>
      {mayMerge && (
        <Card heading={duplicates}>
          <p>{duplicatesText(shown.duplicates)}</p>
          <LinkButton href={duplicatesPath}>{`${open} ${duplicates.toLowerCase()}`}</LinkButton>
        </Card>
      )}
    </Cards>
  )
}

const runRow = (run: RunLine, lang: Lang) => {
  const { states, kinds, lasted } = runTexts[lang]
  return [
    <a href={runLink(run.id)}>{run.onDay}</a>,
    kinds[run.kind],
    `${run.startedOn} ${run.startedAt}`,
    lasted(run.seconds),
    states[run.state],
    run.entered,
    run.left,
  ]
}

const Runs = ({ shown, pageSize, lang }: { shown: ShownSources; pageSize: number; lang: Lang }) => {
  const texts = sourcesTexts[lang]
  const { entered, left } = runTexts[lang]
  const columns = [
    ...[texts.day, texts.kind, texts.started, texts.took, texts.state].map((title) => ({ title })),
    ...numbers(entered, left),
  ]
  return (
    <Card heading={texts.runs} id="korningar">
      <p class="muted">{texts.countsNote}</p>
      <Table headed stacks columns={columns} rows={shown.runs.map((run) => runRow(run, lang))} empty={texts.noRuns} />
      <Pagination page={shown.page} pageSize={pageSize} total={shown.runCount} href={(page) => `${sourcesPage(page)}#korningar`} />
    </Card>
  )
}

/** All sources. */
export const SourcesPage = ({ frame, shown, pageSize, mayMerge, mayLists }: Own) => {
  const { lang } = frame
  const texts = sourcesTexts[lang]
  return (
    <Page frame={frame} title={texts.sources} wide>
      <PageHead heading={texts.sources} below={texts.below}>
        {mayLists && <LinkButton href="/radar/listor">{texts.admissionLists}</LinkButton>}
      </PageHead>
      <div class="stack">
        {shown.running !== null && <RunningNow run={shown.running} lang={lang} />}
        {shown.stopped.map((read) => (
          <Stopped read={read} lang={lang} />
        ))}
        <Card heading={texts.sources}>
          <SourceTable sources={shown.sources} lang={lang} />
        </Card>
        <Waiting shown={shown} mayMerge={mayMerge} lang={lang} />
        <Runs shown={shown} pageSize={pageSize} lang={lang} />
      </div>
    </Page>
  )
}
