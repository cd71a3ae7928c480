/** Measures item by item: the covered first, then support outside the target group. */
import type { Lang } from '../../kernel/lang.ts'
import { Card } from '../../ui/card.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import { figuresTexts } from './figures.texts.ts'
import type { ItemColumn, ItemFigures, OutreachHidden } from './outreach-hidden.rules.ts'
import { HiddenNumber } from './outreach-number.views.tsx'

type Props = { readonly items: readonly ItemFigures[]; readonly hidden: OutreachHidden; readonly lang: Lang }

const columns = ['begun', 'ended', 'ongoing', 'planned', 'declined'] as const satisfies readonly ItemColumn[]

/** The table; nothing is said where there was none. */
export const ItemTable = ({ items, hidden, lang }: Props) => {
  const t = figuresTexts[lang]
  if (items.length === 0) return null
  const cellOf = (item: ItemFigures, column: ItemColumn): Cell =>
    hidden.isItemHidden(item, column) ? <HiddenNumber lang={lang} /> : item[column]
  return (
    <Card heading={t.itemsHeading}>
      <p class="muted">{t.itemsBelow}</p>
      <Table
        columns={[{ title: t.itemColumns.item }, ...columns.map((column) => ({ title: t.itemColumns[column], isNumber: true }))]}
        rows={items.map((one) => [
          one.isOutside ? t.itemOutside(one.name[lang]) : one.name[lang],
          ...columns.map((column) => cellOf(one, column)),
        ])}
        headed
        stacks
      />
    </Card>
  )
}
