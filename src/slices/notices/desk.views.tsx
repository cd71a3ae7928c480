/** The desk: notices by what became of them; those a school took back are grey. */
import type { Child } from 'hono/jsx'
import type { PlainDate } from '../../platform/plain-date.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Tag } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines, type Cell } from '../../ui/table.tsx'
import { Pagination, Tabs } from '../../ui/tabs.tsx'
import type { Desk } from './desk.actions.ts'
import { noticesPerPage, tabs, type DeskNotice, type Tab } from './desk.types.ts'
import { daysToNotice, isLate } from './notice.rules.ts'
import type { NoticeSettings } from './notice-settings.rules.ts'
import { noticeTexts } from './notices.texts.ts'
import { schoolTexts } from './school.texts.ts'
import { eventText, noticePath, pupilText, StateTag } from './words.views.tsx'

/** The addresses of the tabs. */
export const tabWords: Readonly<Record<Tab, string>> = { waiting: '', accepted: 'godtagna', over: 'avslutade', annulled: 'atertagna' }
const tabPath = (tab: Tab): string => (tabWords[tab] === '' ? '/anmalningar' : `/anmalningar?flik=${tabWords[tab]}`)

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly desk: Desk
  readonly tab: Tab
  readonly page: number
  readonly mayClocks: boolean
  readonly maySchools: boolean
}

const grey = (one: DeskNotice, child: Child): Cell => (one.state === 'annulled' ? <span class="muted">{child}</span> : child)

const Pupil = ({ one, lang }: { one: DeskNotice; lang: Frame['lang'] }) => {
  const texts = noticeTexts[lang]
  return (
    <TwoLines below={one.person === null ? (one.isWiped ? '' : texts.unknownPupil) : (one.person.unit ?? '')}>
      <a href={noticePath(one.noticeId)}>{pupilText(one, lang)}</a>
      {one.person?.isProtected === true && [' ', <Tag tone="warning">{texts.protectedTag}</Tag>]}
    </TwoLines>
  )
}

/** Who told it: the school authority, and the municipality that it came by. */
const fromText = ({ authorityName, fromMunicipality, returnedFrom }: DeskNotice, lang: Frame['lang']): string => {
  const texts = noticeTexts[lang]
  const by = returnedFrom ?? fromMunicipality
  return by === null ? authorityName : `${authorityName}, ${texts.cameBy(texts.inMunicipality(by))}`
}

function rowOf(one: DeskNotice, { frame: { lang }, today }: Props, settings: NoticeSettings): Cell[] {
  const texts = noticeTexts[lang]
  const late = isLate(one.eventOn, one.toldOn, settings) ? texts.late(daysToNotice(one.eventOn, one.toldOn)) : ''
  return [
    <Pupil one={one} lang={lang} />,
    grey(one, <TwoLines below={eventText(one, lang)}>{texts.kinds[one.kind]}</TwoLines>),
    grey(one, <TwoLines below={fromText(one, lang)}>{one.unitName || one.unitCode}</TwoLines>),
    grey(
      one,
      <TwoLines below={late} lateBelow={late !== ''}>
        {instantText(one.receivedAt, today, lang)}
      </TwoLines>,
    ),
    <StateTag state={one.state} lang={lang} />,
  ]
}

const Links = ({ frame, mayClocks, maySchools }: Pick<Props, 'frame' | 'mayClocks' | 'maySchools'>) => {
  const texts = noticeTexts[frame.lang]
  return (
    <>
      {mayClocks && <LinkButton href="/siffror/anmalningar">{texts.clocks}</LinkButton>}
      {maySchools && <LinkButton href="/anmalningar/skolor">{texts.schools}</LinkButton>}
    </>
  )
}

const Rows = (props: Props) => {
  const { frame, desk, tab } = props
  const texts = noticeTexts[frame.lang]
  const { pupil, what, school, received, state } = texts.columns
  if (desk.notices.length === 0) return <EmptyState title={texts.empty[tab]} />
  const rows = desk.notices.map((one) => rowOf(one, props, desk.settings))
  return <Table columns={[pupil, what, school, received, state].map((title) => ({ title }))} rows={rows} headed stacks />
}

const crumbsOf = (lang: Frame['lang']) => [
  { href: '/skola', label: schoolTexts[lang].school },
  { href: '', label: noticeTexts[lang].title },
]

/** The page. */
export const DeskPage = (props: Props) => {
  const { frame, desk, tab, page } = props
  const texts = noticeTexts[frame.lang]
  const links = tabs.map((one) => ({ href: tabPath(one), label: texts.tabs[one], count: desk.counts[one], current: one === tab }))
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbsOf(frame.lang)}>
      <PageHead heading={texts.title} below={texts.lead}>
        <Links {...props} />
      </PageHead>
      <Tabs label={texts.tabsLabel} links={links} />
      <Rows {...props} />
      <Pagination
        page={page}
        pageSize={noticesPerPage}
        total={desk.counts[tab]}
        href={(to) => `/anmalningar?${tabWords[tab] === '' ? '' : `flik=${tabWords[tab]}&`}sida=${to}`}
      />
    </Page>
  )
}
