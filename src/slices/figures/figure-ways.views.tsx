/** The row that leads between the pages of figures: each is there for those who may open it. */
import type { Permission } from '../../kernel/permission.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { useLang } from '../../ui/ui.texts.ts'
import { figureWayTexts } from './figure-ways.texts.ts'

const ways = [
  { way: 'overview', href: '/siffror', permit: 'figures.read' },
  { way: 'all', href: '/siffror/tal', permit: 'figures.read' },
  { way: 'outreach', href: '/siffror/uppsokande', permit: 'figures.read' },
  { way: 'notices', href: '/siffror/anmalningar', permit: 'figures.read' },
  { way: 'referrals', href: '/siffror/hanvisningar', permit: 'figures.read' },
  { way: 'radar', href: '/radar/siffror', permit: 'figures.read' },
  { way: 'reports', href: '/rapporter', permit: 'figures.read' },
  { way: 'returns', href: '/halvarsuppgiften', permit: 'returns.read' },
  { way: 'surveys', href: '/enkater/resultat', permit: 'survey.read' },
] as const satisfies readonly { readonly way: string; readonly href: string; readonly permit: Permission }[]
type FigureWay = (typeof ways)[number]['way']

type Props = { readonly current: FigureWay; readonly may: (permission: Permission) => boolean }

/** The row of pages, under the heading of each of them. */
export const FigureWays = ({ current, may }: Props) => {
  const t = figureWayTexts[useLang()]
  const links = ways
    .filter(({ permit }) => may(permit))
    .map(({ way, href }) => ({ href, label: t[way], count: null, current: way === current }))
  return <Tabs label={t.label} links={links} />
}
