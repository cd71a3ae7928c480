/** GET /planer: follow-ups by when they are due, plans without acknowledgement, measures without a plan, and the desks beside. */
import type { Permission } from '../../kernel/permission.ts'
import type { Lang } from '../../kernel/lang.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { Card, Columns, EmptyState, Figures, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { Chips, Pagination, Tabs } from '../../ui/tabs.tsx'
import { hubTexts } from './hub.texts.ts'
import { groupWords, hubGroups, hubRowsPerPage, type Hub, type HubRow, type HubView } from './hub.types.ts'
import { hubPath, planPath } from './plan-links.ts'
import { planWords } from './plan-words.texts.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly hub: Hub
  readonly may: (permission: Permission) => boolean
}

const hrefOf = ({ group, isMine, page }: HubView): string => {
  const query = new URLSearchParams({
    visa: groupWords[group],
    ...(isMine ? {} : { vilka: 'alla' }),
    ...(page > 1 ? { sida: String(page) } : {}),
  })
  return `${hubPath}?${query.toString()}`
}

function noteOf({ on, movedFrom, reason }: HubRow, { group }: HubView, today: PlainDate, lang: Lang): string {
  const t = hubTexts[lang]
  return [
    group === 'overdue' ? t.daysLate(dayOf(today) - dayOf(on)) : '',
    movedFrom !== null && reason !== null ? t.movedFrom(shortDay(movedFrom, lang), planWords[lang].reasons[reason]) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

const rowOf = (row: HubRow, { frame: { lang }, today, hub }: Props) => {
  const t = hubTexts[lang]
  const { subjectId, name, isProtected, staff, on } = row
  return [
    <span>
      <a href={planPath(subjectId)}>{name}</a>
      {isProtected ? [' ', <Tag tone="warning">{t.protectedTag}</Tag>] : ''}
    </span>,
    <TwoLines below="" late={hub.view.group === 'overdue'}>
      {shortDay(on, lang)}
    </TwoLines>,
    noteOf(row, hub.view, today, lang),
    staff ?? t.nobody,
  ]
}

const List = (props: Props) => {
  const { frame, hub } = props
  const t = hubTexts[frame.lang]
  const { group } = hub.view
  if (hub.rows.length === 0) {
    return (
      <EmptyState title={t.empty[group]}>
        <p>{t.emptyHelp}</p>
      </EmptyState>
    )
  }
  const columns = [t.columns.youth, t.days[group], t.columns.note, t.columns.staff].map((title) => ({ title }))
  return (
    <Card>
      <Table columns={columns} rows={hub.rows.map((row) => rowOf(row, props))} headed stacks />
      <Pagination page={hub.view.page} pageSize={hubRowsPerPage} total={hub.counts[group]} href={(page) => hrefOf({ ...hub.view, page })} />
    </Card>
  )
}

const More = ({ frame, may }: Pick<Props, 'frame' | 'may'>) => {
  const t = hubTexts[frame.lang]
  const links = [
    ...(may('referrals.work') ? [{ href: '/hanvisningar', label: t.referrals }] : []),
    ...(may('catalogue.edit') ? [{ href: '/atgarder/katalog', label: t.catalogue }] : []),
    ...(may('coding.replay') ? [{ href: '/kodning', label: t.coding }] : []),
  ]
  if (links.length === 0) return null
  return (
    <Card heading={t.more}>
      <ul class="plain stack">
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Beside = ({ frame, hub, may }: Props) => {
  const t = hubTexts[frame.lang]
  const { waiting, overdue, outside } = hub.measures
  const figures = [
    { label: t.waiting, value: waiting, href: '/atgarder' },
    { label: t.overdue, value: overdue, href: '/atgarder' },
    { label: t.outside, value: outside, href: '/atgarder' },
    { label: t.expiring, value: hub.expiring, href: '/sysselsattning' },
  ]
  return (
    <>
      <Card heading={t.beside}>
        <Figures figures={figures} />
      </Card>
      <More frame={frame} may={may} />
    </>
  )
}

const Views = ({ frame, hub: { view, counts } }: Props) => {
  const t = hubTexts[frame.lang]
  const tabs = hubGroups.map((group) => ({
    href: hrefOf({ ...view, group, page: 1 }),
    label: t.groups[group],
    count: counts[group],
    current: group === view.group,
  }))
  const whose = [true, false].map((isMine) => ({
    href: hrefOf({ ...view, isMine, page: 1 }),
    label: isMine ? t.mine : t.all,
    count: null,
    current: isMine === view.isMine,
  }))
  return (
    <>
      <Tabs label={t.groupsLabel} links={tabs} />
      <Chips label={t.whose} links={whose} />
    </>
  )
}

/** The page. */
export const HubPage = (props: Props) => {
  const t = hubTexts[props.frame.lang]
  return (
    <Page frame={props.frame} title={t.title}>
      <PageHead heading={t.title} below={t.below} />
      <Views {...props} />
      <Columns main={<List {...props} />} side={<Beside {...props} />} />
    </Page>
  )
}
