/** Everything about a youth in one picture and one list, the latest first; presentable to the youth who sits beside. */
import { dayOf, plusDays } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, EmptyState, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import type { Told } from '../law/index.ts'
import { entryWords } from './entry.texts.ts'
import { YouthPicture, type PictureContact } from './picture.views.tsx'
import { addressOf, asked as askedFor, pageOf, pageSize, shownTo, type AskedTimeline, type Month } from './timeline.rules.ts'
import { NearChoices, TimelineFilter } from './timeline-filter.views.tsx'
import { monthText, timelineTexts } from './timeline.texts.ts'
import type { Entry, ReadTimeline, TimelineQuestion } from './timeline.types.ts'

type Props = { readonly frame: Frame; readonly timeline: ReadTimeline; readonly told: Told; readonly asked: AskedTimeline }

const EntryLine = ({ entry, told, isBare }: { entry: Entry; told: Told; isBare: boolean }) => {
  const t = timelineTexts[told.lang]
  const { title, below } = entryWords(entry, told, isBare)
  const { kind, on, at, by, struck } = entry
  const about = [...below, ...(by === null || isBare ? [] : [by])].join(' · ')
  return (
    <li class={struck === null ? 'entry' : 'entry gone'}>
      <span class="when">
        <time datetime={at === null ? on : `${on}T${at}`}>{`${shortDay(on, told.lang)}${at === null ? '' : ` ${at}`}`}</time>
        {on > told.today && [' ', <Tag tone="info">{t.coming}</Tag>]}
      </span>
      <div class="what">
        {struck === null ? <strong>{title}</strong> : <s>{title}</s>}
        <small class="kind">{t.kinds[kind]}</small>
        {about !== '' && <small class="below as-typed">{about}</small>}
        {struck !== null && <small class="below">{t.struck(struck.by, struck.why)}</small>}
      </div>
    </li>
  )
}

const MonthList = ({ month: { month, entries }, told, isBare }: { month: Month; told: Told; isBare: boolean }) => (
  <section aria-labelledby={`manad-${month}`}>
    <h3 id={`manad-${month}`}>{monthText(month, told.lang)}</h3>
    <ol class="plain timeline">
      {entries.map((entry) => (
        <EntryLine entry={entry} told={told} isBare={isBare} />
      ))}
    </ol>
  </section>
)

const Entries = ({ timeline, told, asked, entries, isBare }: Omit<Props, 'frame'> & { entries: readonly Entry[]; isBare: boolean }) => {
  const t = timelineTexts[told.lang]
  const { question } = asked
  const { months, total, page } = pageOf(entries, question)
  const href = (to: number): string => addressOf(timeline.seen.subjectId, { ...question, page: to })
  return (
    <Card heading={t.entries(total)}>
      {timeline.isWithheld && <p class="muted">{t.withheld}</p>}
      {total === 0 && (
        <EmptyState title={t.empty}>
          <p>{t.emptyHelp}</p>
        </EmptyState>
      )}
      {months.map((month) => (
        <MonthList month={month} told={told} isBare={isBare} />
      ))}
      <Pagination page={page} pageSize={pageSize} total={total} href={href} />
    </Card>
  )
}

/** The days that the picture shows: those chosen, or its own. */
function axisOf({ fromOn, untilOn }: TimelineQuestion): {
  readonly first?: ReturnType<typeof dayOf>
  readonly last?: ReturnType<typeof dayOf>
} {
  return {
    ...(fromOn === null ? {} : { first: dayOf(fromOn) }),
    ...(untilOn === null ? {} : { last: plusDays(dayOf(untilOn), 1) }),
  }
}

const pictureContacts = (entries: readonly Entry[], told: Told): PictureContact[] =>
  entries.flatMap((entry) =>
    entry.event === 'contact' && entry.struck === null
      ? [
          {
            at: `${entry.on} ${entry.at ?? '00:00'}`,
            reached: entry.detail.reached,
            channel: entry.detail.channel,
            label: entryWords(entry, told).title,
          },
        ]
      : [],
  )

const nameOf = ({ seen }: ReadTimeline, { lang }: Told): string =>
  `${seen.givenName} ${seen.familyName}`.trim() || timelineTexts[lang].nameless

/** The page. */
export const TimelinePage = ({ frame, timeline, told, asked }: Props) => {
  const t = timelineTexts[told.lang]
  const { seen, explained, doings } = timeline
  const isBare = frame.meeting
  const all = shownTo(timeline.entries, isBare)
  const crumbs = [
    { href: '/ungdomar', label: t.list },
    { href: `/ungdomar/${seen.subjectId}`, label: t.youth },
    { href: '', label: t.title },
  ]
  const pictured = { explained, doings, contacts: pictureContacts(all, told), on: told.today, axis: axisOf(asked.question) }
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      {seen.isProtected && (
        <Alert kind="warning" title={t.protected}>
          {t.protectedText}
        </Alert>
      )}
      <PageHead heading={nameOf(timeline, told)} below={t.below} />
      <div class="stack">
        <NearChoices subjectId={seen.subjectId} asked={asked} told={told} />
        <TimelineFilter subjectId={seen.subjectId} entries={all} asked={asked} told={told} />
        <Card heading={t.picture}>
          <YouthPicture pictured={pictured} told={told} />
        </Card>
        <Entries timeline={timeline} told={told} asked={asked} entries={askedFor(all, asked.question)} isBare={isBare} />
      </div>
    </Page>
  )
}
