/** The desk of prevention: pupils with much absence, those at CSN's limit, those who are watched, and matters with schools. */
import type { Lang } from '../../kernel/lang.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Details, EmptyState, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines, type Cell } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { reachesCsn, shareOf } from './absence.rules.ts'
import type { PreventionDesk } from './desk.actions.ts'
import { matterTexts } from './matter.texts.ts'
import { preventionTexts } from './prevention.texts.ts'
import type { AbsentPupil, Pupil, PupilMatter, WatchedPupil } from './prevention.types.ts'
import { hoursOf, MatterTag, matterText, monthText, preventionPath, pupilPath } from './words.views.tsx'

export const deskTabs = ['over', 'csn', 'watched', 'matters'] as const
export type DeskTab = (typeof deskTabs)[number]
/** The addresses of the tabs. */
export const deskWords: Readonly<Record<DeskTab, string>> = { over: '', csn: 'csn', watched: 'bevakas', matters: 'arenden' }

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly desk: PreventionDesk
  readonly tab: DeskTab
  readonly mayRadar: boolean
  readonly maySettings: boolean
}

const Name = ({
  of,
  lang,
  below,
}: {
  of: Pick<Pupil, 'subjectId' | 'givenName' | 'familyName' | 'isProtected'>
  lang: Lang
  below: string
}) => (
  <TwoLines below={below}>
    <a href={pupilPath(of.subjectId)}>{`${of.givenName} ${of.familyName}`.trim()}</a>
    {of.isProtected && [' ', <Tag tone="warning">{preventionTexts[lang].protectedTag}</Tag>]}
  </TwoLines>
)

const Contact = ({ of, lang }: { of: Pupil; lang: Lang }) =>
  of.lastContactOn === null ? <span class="muted">{preventionTexts[lang].never}</span> : <>{shortDay(of.lastContactOn, lang)}</>

function absentRow(one: AbsentPupil, { frame: { lang }, desk: { settings } }: Props): Cell[] {
  const t = preventionTexts[lang]
  const { absence, school, unit, isWatched } = one
  const share = shareOf(absence)
  const isAtCsn = reachesCsn(Math.max(absence.invalid, absence.before), settings)
  return [
    <Name of={one} lang={lang} below={unit ?? ''} />,
    school?.name ?? t.noSchool,
    <TwoLines below={share === null ? '' : t.share(share)}>{t.hours(hoursOf(absence.invalid, lang))}</TwoLines>,
    t.hours(hoursOf(absence.before, lang)),
    <Contact of={one} lang={lang} />,
    <span>
      {isWatched ? <Tag tone="info">{t.watchedTag}</Tag> : <Tag tone="warning">{t.notWatched}</Tag>}
      {isAtCsn && [' ', <Tag>{t.csnTag}</Tag>]}
    </span>,
  ]
}

function watchedRow(one: WatchedPupil, lang: Lang): Cell[] {
  const t = preventionTexts[lang]
  return [
    <Name of={one} lang={lang} below={one.unit ?? ''} />,
    one.school?.name ?? t.noSchool,
    <TwoLines below={one.byName ?? ''}>{shortDay(one.sinceOn, lang)}</TwoLines>,
    <Contact of={one} lang={lang} />,
  ]
}

function matterRow(one: PupilMatter, { frame: { lang }, today }: Props): Cell[] {
  const told = { matter: one, lang, today }
  return [
    <Name of={one} lang={lang} below="" />,
    matterTexts[lang].kinds[one.kind],
    one.school.name,
    <TwoLines below={one.byName}>{shortDay(one.openedOn, lang)}</TwoLines>,
    <TwoLines below={matterText(told)}>
      <MatterTag {...told} />
    </TwoLines>,
  ]
}

function tableOf(props: Props): { readonly titles: readonly string[]; readonly rows: readonly Cell[][] } {
  const { frame, desk, tab } = props
  const { pupil, school, absence, before, contact, state, since, what, opened } = preventionTexts[frame.lang].columns
  switch (tab) {
    case 'over':
    case 'csn':
      return { titles: [pupil, school, absence, before, contact, state], rows: desk.absent[tab].map((one) => absentRow(one, props)) }
    case 'watched':
      return { titles: [pupil, school, since, contact], rows: desk.watched.map((one) => watchedRow(one, frame.lang)) }
    case 'matters':
      return { titles: [pupil, what, school, opened, state], rows: desk.matters.map((one) => matterRow(one, props)) }
  }
}

const About = ({ frame: { lang }, desk: { settings, month }, tab }: Props) => {
  const { about } = preventionTexts[lang]
  const text =
    tab === 'over'
      ? about.over(settings.thresholdHours)
      : tab === 'csn'
        ? about.csn(settings.csnHours)
        : tab === 'watched'
          ? about.watched
          : about.matters
  return <p class="muted">{tab === 'over' || tab === 'csn' ? `${text} (${monthText(month, lang)})` : text}</p>
}

/** How many pupils the sources told of, never which. */
const Reads = ({ frame: { lang }, desk: { reads } }: Props) => {
  const t = preventionTexts[lang]
  const columns = Object.values(t.readColumns).map((title, index) => ({ title, isNumber: index >= 3 && index <= 5 }))
  const rows = reads.map(({ source, month, untilOn, pupils, kept, unknownPupils, readOn }) => [
    source,
    monthText(month, lang),
    shortDay(untilOn, lang),
    pupils,
    kept,
    unknownPupils,
    shortDay(readOn, lang),
  ])
  return (
    <Details summary={t.readsTitle}>
      <p class="muted">{t.readsNote}</p>
      <Table columns={columns} rows={rows} empty={t.readsNone} headed stacks />
    </Details>
  )
}

const crumbsOf = (lang: Frame['lang']) => [
  { href: '/skola', label: preventionTexts[lang].room },
  { href: '', label: preventionTexts[lang].title },
]

/** The page. */
export const DeskPage = (props: Props) => {
  const { frame, desk, tab, mayRadar, maySettings } = props
  const t = preventionTexts[frame.lang]
  const counts = { over: desk.absent.over.length, csn: desk.absent.csn.length, watched: desk.watched.length, matters: desk.matters.length }
  const links = deskTabs.map((one) => ({
    href: deskWords[one] === '' ? preventionPath : `${preventionPath}?flik=${deskWords[one]}`,
    label: t.tabs[one],
    count: counts[one],
    current: one === tab,
  }))
  const { titles, rows } = tableOf(props)
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(frame.lang)}>
      <PageHead heading={t.title} below={t.lead}>
        {mayRadar && <LinkButton href="/radar">{t.radar}</LinkButton>}
        {maySettings && <LinkButton href={`${preventionPath}/installningar`}>{t.settings}</LinkButton>}
      </PageHead>
      <div class="stack">
        <Tabs label={t.tabsLabel} links={links} />
        <About {...props} />
        {rows.length === 0 ? (
          <EmptyState title={t.empty[tab]} />
        ) : (
          <Table columns={titles.map((title) => ({ title }))} rows={rows} headed stacks />
        )}
        <Reads {...props} />
      </div>
    </Page>
  )
}
