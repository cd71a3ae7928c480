/** The start page: last night with its reasons, what waits, the reader's numbers, and the sources' health. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, Cards, Columns, EmptyState, Figures } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { daysText, teamPaths } from '../cover/index.ts'
import { feedTexts, type SourceHealth } from '../feeds/index.ts'
import { reasonText } from '../law/index.ts'
import {
  HealthTag,
  runLink,
  runTexts,
  SourceAge,
  sourceLink,
  sourcesPath,
  type ChangeCount,
  type Direction,
  type RunHead,
} from '../sources/index.ts'
import { AlarmBanner, type OpenAlarm } from '../visits/index.ts'
import { todayTexts } from './today.texts.ts'
import type { Today } from './today.types.ts'
import { TogetherCard, WaitingCard } from './waiting.views.tsx'

type Props = {
  readonly frame: Frame
  readonly shown: Today
  /** Colleagues that the reader watches over and who are not heard of. */
  readonly alarms: readonly OpenAlarm[]
  readonly mayReadSources: boolean
}

const of = (changes: readonly ChangeCount[], direction: Direction): ChangeCount[] => changes.filter((one) => one.direction === direction)
const sum = (changes: readonly ChangeCount[]): number => changes.reduce((all, { n }) => all + n, 0)

type ReasonsProps = { readonly run: RunHead; readonly changes: readonly ChangeCount[]; readonly direction: Direction; readonly lang: Lang }

/** Reasons with their numbers; each leads to the persons it counts. */
const Reasons = ({ run, changes, direction, lang }: ReasonsProps) => {
  const texts = todayTexts[lang]
  const rows = of(changes, direction).map(({ reason, n }) => [
    <a href={runLink(run.id, { direction, reason })}>{reasonText(reason, lang)}</a>,
    n,
  ])
  const caption = direction === 'entered' ? texts.enteredWhy : texts.leftWhy
  return (
    <Table
      headed
      caption={caption}
      columns={[{ title: texts.reason }, { title: texts.n, isNumber: true }]}
      rows={rows}
      empty={texts.none}
    />
  )
}

const Changes = ({ shown: { shown: run, changes }, lang }: { shown: Today; lang: Lang }) => {
  const texts = todayTexts[lang]
  if (run === null) return null
  if (changes.length === 0) return <p class="muted">{texts.nobody}</p>
  const figure = (direction: Direction) => ({
    label: texts[direction],
    value: sum(of(changes, direction)),
    href: runLink(run.id, { direction, reason: null }),
  })
  return (
    <>
      <Figures figures={[figure('entered'), figure('left')]} />
      <Cards>
        <Reasons run={run} changes={changes} direction="entered" lang={lang} />
        <Reasons run={run} changes={changes} direction="left" lang={lang} />
      </Cards>
      <p class="muted">
        {`${texts.scope} `}
        <a href={runLink(run.id)}>{texts.showAll}</a>
      </p>
    </>
  )
}

/** What was wrong with the last run, and that an earlier one is shown instead. */
const Trouble = ({ shown: { last, shown, isNightMissing }, lang }: { shown: Today; lang: Lang }) => {
  const texts = todayTexts[lang]
  const trouble = last === null || !(last.state in texts.trouble) ? null : texts.trouble[last.state as keyof typeof texts.trouble]
  const isBad = last?.state === 'failed' || last?.state === 'interrupted'
  return (
    <>
      {trouble !== null && (
        <Alert kind={isBad ? 'danger' : 'warning'}>
          <p>{trouble}</p>
          {shown !== null && shown.id !== last?.id && <p>{texts.goodBefore(shown.onDay)}</p>}
        </Alert>
      )}
      {isNightMissing && last !== null && (
        <Alert kind="danger">
          <p>{texts.missing(last.onDay)}</p>
        </Alert>
      )}
    </>
  )
}

const Night = ({ shown, lang }: { shown: Today; lang: Lang }) => {
  const texts = todayTexts[lang]
  const { states, lasted } = runTexts[lang]
  const { last } = shown
  if (last === null) {
    return (
      <Card heading={texts.night}>
        <EmptyState title={texts.noRun}>
          <p>{texts.noRunToDo}</p>
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card heading={last.kind === 'nightly' ? texts.night : texts.delivery}>
      <p>
        {texts.when(
          last.onDay,
          states[last.state],
          last.startedOn === last.onDay ? last.startedAt : `${last.startedOn} ${last.startedAt}`,
          lasted(last.seconds),
        )}
      </p>
      <Trouble shown={shown} lang={lang} />
      <Changes shown={shown} lang={lang} />
    </Card>
  )
}

type SourcesProps = { readonly sources: readonly SourceHealth[]; readonly mayRead: boolean; readonly lang: Lang }

/** Row counts say something of the municipality as a whole: they are for those who read the sources. */
const Sources = ({ sources, mayRead, lang }: SourcesProps) => {
  const texts = todayTexts[lang]
  const columns = [
    { title: texts.source },
    { title: texts.state },
    { title: texts.age },
    ...(mayRead ? [{ title: texts.rows, isNumber: true }] : []),
  ]
  const rows = sources.map((source) => [
    <>
      {mayRead ? <a href={sourceLink(source.name)}>{source.name}</a> : source.name}
      <small class="below">{feedTexts[lang][source.feed]}</small>
    </>,
    <HealthTag health={source.health} lang={lang} />,
    <SourceAge source={source} lang={lang} />,
    ...(mayRead ? [source.goodRows ?? '–'] : []),
  ])
  return (
    <Card heading={texts.sources} action={mayRead ? <a href={sourcesPath}>{texts.toSources}</a> : undefined}>
      <Table headed stacks columns={columns} rows={rows} empty={texts.noSources} />
    </Card>
  )
}

/** What waits, and the reader's numbers. */
const Own = ({ shown, lang }: { shown: Today; lang: Lang }) => {
  const texts = todayTexts[lang]
  return (
    <>
      <WaitingCard waiting={shown.waiting} lang={lang} />
      <Card heading={texts.own} action={shown.cover === null ? undefined : <a href={teamPaths.team}>{texts.team}</a>}>
        <Figures figures={shown.own.map(({ name, n, href }) => ({ label: texts.numbers[name], value: n, href }))} />
        {shown.cover?.standsInFor.map(({ staff, untilOn }) => (
          <p class="muted">{texts.standsInFor(staff, shortDay(untilOn, lang))}</p>
        ))}
      </Card>
    </>
  )
}

/** Back from being away: what there is to read. */
const Back = ({ shown: { cover }, lang }: { shown: Today; lang: Lang }) => {
  const texts = todayTexts[lang]
  return (
    <>
      {cover?.unread.map(({ absenceId, fromOn, untilOn }) => (
        <Alert kind="info">
          <p>
            {`${texts.wasAway(daysText({ fromOn, untilOn }, lang))} `}
            <a href={teamPaths.summary(absenceId)}>{texts.toSummary}</a>
          </p>
        </Alert>
      ))}
    </>
  )
}

/** The start page. */
export const TodayPage = ({ frame, shown, alarms, mayReadSources }: Props) => {
  const { lang } = frame
  const texts = todayTexts[lang]
  return (
    <Page frame={frame} title={texts.today}>
      <PageHead heading={texts.today} />
      <div class="stack">
        <AlarmBanner alarms={alarms} lang={lang} />
        {shown.running !== null && (
          <Alert kind="info">
            <p>{texts.running(shown.running.startedAt, runTexts[lang].lasted(shown.running.seconds))}</p>
          </Alert>
        )}
        <Back shown={shown} lang={lang} />
        <Columns
          main={
            <>
              <Night shown={shown} lang={lang} />
              <TogetherCard waiting={shown.waiting} lang={lang} />
            </>
          }
          side={<Own shown={shown} lang={lang} />}
        />
        <Sources sources={shown.sources} mayRead={mayReadSources} lang={lang} />
      </div>
    </Page>
  )
}
