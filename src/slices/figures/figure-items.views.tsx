/** Measures item by item: the covered first, then support outside the target group. */
import type { Lang } from '../../kernel/lang.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import type { OutreachFigures } from './figures.actions.ts'
import { figuresTexts } from './figures.texts.ts'

type Count = OutreachFigures['items'][number]
type Row = Pick<Count, 'itemKey' | 'name' | 'isOutside' | 'begun' | 'ended' | 'ongoing' | 'planned' | 'declined'>

/** One row an item: departments are added up. */
function rowsOf(items: readonly Count[]): Row[] {
  const rows = new Map<string, Row>()
  for (const one of items) {
    const key = `${one.isOutside} ${one.itemKey}`
    const known = rows.get(key)
    const plus = (of: 'begun' | 'ended' | 'ongoing' | 'planned' | 'declined'): number => one[of] + (known?.[of] ?? 0)
    const numbers = {
      begun: plus('begun'),
      ended: plus('ended'),
      ongoing: plus('ongoing'),
      planned: plus('planned'),
      declined: plus('declined'),
    }
    rows.set(key, { itemKey: one.itemKey, name: one.name, isOutside: one.isOutside, ...numbers })
  }
  return [...rows.values()]
}

/** The table; nothing is said where there was none. */
export const ItemTable = ({ items, lang }: { readonly items: readonly Count[]; readonly lang: Lang }) => {
  const t = figuresTexts[lang]
  const { item, begun, ended, ongoing, planned, declined } = t.itemColumns
  const rows = rowsOf(items)
  if (rows.length === 0) return null
  return (
    <Card heading={t.itemsHeading}>
      <p class="muted">{t.itemsBelow}</p>
      <Table
        columns={[{ title: item }, ...[begun, ended, ongoing, planned, declined].map((title) => ({ title, isNumber: true }))]}
        rows={rows.map((one) => [
          one.isOutside ? t.itemOutside(one.name[lang]) : one.name[lang],
          one.begun,
          one.ended,
          one.ongoing,
          one.planned,
          one.declined,
        ])}
        headed
        stacks
      />
    </Card>
  )
}
