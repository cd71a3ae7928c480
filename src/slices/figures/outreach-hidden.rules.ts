/**
 * Small numbers of the page of outreach, hidden as in every other figure (ADR 0033): the numbers of the groups as a table whose whole is known from
 * the page that is not split, and the measures item by item as one that adds up to what the page says began.
 */
import type { MeasureCount } from '../measures/index.ts'
import { figureChannels, type GroupFigures } from './figures.types.ts'
import { cellKey, every, nothing, type At, type IndicatorTable, type Row, type Sum } from './indicator.types.ts'
import { suppressed } from './suppress.rules.ts'

const itemColumns = ['begun', 'ended', 'ongoing', 'planned', 'declined'] as const
export type ItemColumn = (typeof itemColumns)[number]
/** An item of the catalogue, its departments added up; support outside the target group by itself. */
export type ItemFigures = Pick<MeasureCount, 'itemKey' | 'name' | 'counts' | 'isOutside' | ItemColumn>

const itemId = ({ itemKey, isOutside }: Pick<ItemFigures, 'itemKey' | 'isOutside'>): string =>
  `${isOutside ? 'outside' : 'inside'}.${itemKey}`

/** One row an item: departments are added up. */
export function itemFigures(items: readonly MeasureCount[]): ItemFigures[] {
  const rows = new Map<string, ItemFigures>()
  for (const one of items) {
    const known = rows.get(itemId(one))
    const plus = (of: ItemColumn): number => one[of] + (known?.[of] ?? 0)
    const { itemKey, name, counts, isOutside } = one
    const numbers = {
      begun: plus('begun'),
      ended: plus('ended'),
      ongoing: plus('ongoing'),
      planned: plus('planned'),
      declined: plus('declined'),
    }
    rows.set(itemId(one), { itemKey, name, counts, isOutside, ...numbers })
  }
  return [...rows.values()]
}

const madeOutside = ({ outside: { channels } }: GroupFigures, of: 'made' | 'answered'): number =>
  figureChannels.reduce((sum, channel) => sum + channels[channel][of], 0)

/** The numbers of a group as the page shows them, by name. Medians are days, not youths. */
export function groupNumbers(group: GroupFigures): Readonly<Record<string, number>> {
  const { covered, channels, funnel, waits, support, measures, outside } = group
  const { entered, due, begun, begunInTime, reached } = waits
  return {
    covered,
    ...Object.fromEntries(figureChannels.flatMap((one) => Object.entries(channels[one]).map(([of, n]) => [`channel.${one}.${of}`, n]))),
    ...Object.fromEntries(Object.entries(funnel).map(([of, n]) => [`funnel.${of}`, n])),
    ...Object.fromEntries(Object.entries({ entered, due, begun, begunInTime, reached }).map(([of, n]) => [`waits.${of}`, n])),
    'support.reached': support.reached,
    ...Object.fromEntries(Object.entries(support.chose).map(([of, n]) => [`chose.${of}`, n])),
    'measures.begun': measures.begun,
    'measures.youths': measures.youths,
    'outside.youths': outside.youths,
    'outside.made': madeOutside(group, 'made'),
    'outside.answered': madeOutside(group, 'answered'),
    'outside.reached': outside.reached,
    'outside.choseSupport': outside.choseSupport,
    'outside.measures.begun': outside.measures.begun,
    'outside.measures.youths': outside.measures.youths,
  }
}

const tableOf = (rows: readonly Row[], groups: readonly At[], numberAt: (group: number, row: string) => number): IndicatorTable => ({
  rows,
  groups,
  values: groups.map((_, group) => rows.map(({ key }) => numberAt(group, key))),
  hidden: new Set(),
})

const countRow = (key: string): Row => ({ key, kind: 'count' })
const keyOf = ({ group }: GroupFigures): string => (group === null ? nothing : String(group))

/** Names of numbers of groups that are hidden. A youth of two units is in both, so that the whole is no greater than their sum: it is asked as the sum. */
function hiddenOfGroups(groups: readonly GroupFigures[], isSplit: boolean, smallBelow: number): ReadonlySet<string> {
  const numbers = groups.map(groupNumbers)
  const names = [...new Set(numbers.flatMap((own) => Object.keys(own)))]
  const sumOf = (name: string): number => numbers.reduce((sum, own) => sum + (own[name] ?? 0), 0)
  const places: At[] = isSplit ? [[every], ...groups.map((one) => [keyOf(one)])] : [[]]
  const numberAt = (place: number, name: string): number => (isSplit && place > 0 ? (numbers[place - 1]?.[name] ?? 0) : sumOf(name))
  return suppressed(tableOf(names.map(countRow), places, numberAt), [], smallBelow).hidden
}

/** What began of the items that count is what the page says began, where it is: measures of somebody elsewhere now may be in one and not the other. */
function itemSums(items: readonly ItemFigures[], begun: ReadonlyMap<string, number>): Sum[] {
  return [false, true].flatMap((isOutside): Sum[] => {
    const own = items.filter((one) => one.counts && one.isOutside === isOutside)
    const total = isOutside ? 'all.outside' : 'all.inside'
    const adds = own.reduce((sum, one) => sum + one.begun, 0) === begun.get(total)
    return own.length > 0 && adds ? [{ plus: own.map((one) => `${itemId(one)} begun`), minus: [total] }] : []
  })
}

/** Names of numbers of items that are hidden. How many began in all is on the page already. */
function hiddenOfItems(items: readonly ItemFigures[], groups: readonly GroupFigures[], smallBelow: number): ReadonlySet<string> {
  const begun = new Map([
    ['all.inside', groups.reduce((sum, { measures }) => sum + measures.begun, 0)],
    ['all.outside', groups.reduce((sum, { outside }) => sum + outside.measures.begun, 0)],
  ])
  const numbers = new Map([
    ...begun,
    ...items.flatMap((one) => itemColumns.map((column) => [`${itemId(one)} ${column}`, one[column]] as const)),
  ])
  const rows = [...numbers.keys()].map((key): Row => (begun.has(key) ? { key, kind: 'count', isTold: true } : countRow(key)))
  return suppressed(
    tableOf(rows, [[]], (_, row) => numbers.get(row) ?? 0),
    itemSums(items, begun),
    smallBelow,
  ).hidden
}

/** Whether a number of the page is hidden. */
export type OutreachHidden = {
  readonly isHidden: (group: GroupFigures, name: string) => boolean
  readonly isItemHidden: (item: ItemFigures, column: ItemColumn) => boolean
  readonly isAny: boolean
}

/** What is hidden of the page. `smallBelow` 1: nothing is. */
export function outreachHidden(
  { groups, items }: { readonly groups: readonly GroupFigures[]; readonly items: readonly ItemFigures[] },
  isSplit: boolean,
  smallBelow: number,
): OutreachHidden {
  const ofGroups = hiddenOfGroups(groups, isSplit, smallBelow)
  const ofItems = hiddenOfItems(items, groups, smallBelow)
  return {
    isHidden: (group, name) => ofGroups.has(cellKey(name, isSplit ? [keyOf(group)] : [])),
    isItemHidden: (item, column) => ofItems.has(cellKey(`${itemId(item)} ${column}`, [])),
    isAny: ofGroups.size + ofItems.size > 0,
  }
}
