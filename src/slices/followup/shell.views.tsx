/** The shell of every page of directed follow-up: crumbs, heading, and the ways between its parts for those who may take them. */
import type { Child } from 'hono/jsx'
import type { SealedPermission } from '../../kernel/permission.ts'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { followupTexts } from './followup.texts.ts'

/** The parts that have a tab: their address and who may open them. */
const parts = [
  { part: 'start', href: '/uppfoljning', permit: 'followup.enter' },
  { part: 'youths', href: '/uppfoljning/ungdomar', permit: 'followup.read' },
  { part: 'round', href: '/uppfoljning/bedomningar', permit: 'followup.assess' },
  { part: 'rating', href: '/uppfoljning/skattning', permit: 'followup.rate' },
  { part: 'assignments', href: '/uppfoljning/uppdrag', permit: 'followup.follow' },
  { part: 'overview', href: '/uppfoljning/overblick', permit: 'followup.read' },
  { part: 'units', href: '/uppfoljning/enheter', permit: 'followup.settings' },
  { part: 'members', href: '/uppfoljning/medlemmar', permit: 'followup.members' },
  { part: 'settings', href: '/uppfoljning/installningar', permit: 'followup.settings' },
] as const satisfies readonly { part: string; href: string; permit: SealedPermission }[]
export type Part = (typeof parts)[number]['part']

type Props = {
  readonly frame: Frame
  readonly part: Part
  readonly may: (permission: SealedPermission) => boolean
  /** Never names a youth when it is used as the title: pages about one say `title` too. */
  readonly heading: string
  readonly title?: string
  readonly below?: Child
  /** Buttons to the right of the heading. */
  readonly actions?: Child
  /** On a page about one youth: the way back to the youth’s own page. */
  readonly youthId?: string
  readonly children: Child
}

/** A page of the module. */
export const Shell = ({ frame, part, may, heading, title = heading, below, actions, youthId, children }: Props) => {
  const t = followupTexts[frame.lang]
  const nameOf = (one: Part): string => (one === 'start' ? t.title : t[one])
  const links = parts
    .filter(({ permit }) => may(permit))
    .map((one) => ({ href: one.href, label: nameOf(one.part), count: null, current: one.part === part }))
  const crumbs =
    part === 'start'
      ? []
      : [
          { href: '/uppfoljning', label: t.title },
          ...(youthId === undefined ? [] : [{ href: `/uppfoljning/ungdom/${youthId}`, label: t.youth }]),
          { href: '', label: title },
        ]
  return (
    <Page frame={frame} title={title} crumbs={crumbs}>
      <PageHead heading={heading} below={below}>
        {actions}
      </PageHead>
      {links.length > 1 && <Tabs label={t.ways} links={links} />}
      {children}
    </Page>
  )
}
