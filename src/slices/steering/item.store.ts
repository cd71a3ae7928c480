/** Development items and their steps: added to, never rewritten. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Item, ItemContent, RaisedNumber, StepContent } from './steering.types.ts'

const steps = `coalesce((select json_agg(json_build_object('nth', s.nth, 'kind', s.kind, 'onDay', s.on_day, 'said', s.said, 'dueOn', s.due_on,
  'byName', coalesce(t.name, '')) order by s.nth) from steering.step s left join access.staff t on t.id = s.staff_id where s.item_pk = i.id), '[]'::json)`
const numberThen = `case when i.figure is not null then json_build_object('name', i.figure, 'row', i.figure_row, 'by', i.figure_by, 'words', i.figure_words,
  'value', i.figure_value::float8, 'isShare', i.figure_is_share, 'fromOn', i.figure_from, 'untilOn', i.figure_until, 'on', i.figure_on, 'units', i.figure_units) end`
const columns = `i.item_id as "itemId", i.title, i.why, i.board, i.report_id as "reportId", i.raised_on as "raisedOn", i.raised_name as "raisedName",
  ${numberThen} as number, ${steps} as steps`

/** All items, in the order they were raised. */
export const listItems = (tx: Tx): Promise<Item[]> => tx.query<Item>(`select ${columns} from steering.item i order by i.raised_on, i.id`)

/** One item; null when there is none such. */
export async function findItem(tx: Tx, itemId: string): Promise<Item | null> {
  const [row] = await tx.query<Item>(`select ${columns} from steering.item i where i.item_id = $1`, [itemId])
  return row ?? null
}

export type Raised = { readonly staffId: string; readonly name: string; readonly on: PlainDate }

const numberValues = (number: RaisedNumber | null): unknown[] => {
  if (number === null) return Array.from({ length: 10 }, () => null)
  const { name, row, by, words, value, isShare, fromOn, untilOn, on, units } = number
  return [name, row, by, words, value, isShare, fromOn, untilOn, on, units]
}

/** Returns its id. */
export async function insertItem(tx: Tx, content: ItemContent, { staffId, name, on }: Raised): Promise<string> {
  const { title, why, board, reportId, number: from } = content
  const [row] = await tx.query<{ id: string }>(
    `insert into steering.item (title, why, board, report_id, raised_on, raised_by, raised_name, figure, figure_row, figure_by, figure_words, figure_value,
       figure_is_share, figure_from, figure_until, figure_on, figure_units)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning item_id as id`,
    [title, why, board, reportId, on, staffId, name, ...numberValues(from)],
  )
  return row?.id ?? ''
}

/** Writes the step with that number. False when somebody else wrote one with it first. */
export const insertStep = async (
  tx: Tx,
  itemId: string,
  nth: number,
  { kind, onDay, said, dueOn }: StepContent,
  staffId: string,
): Promise<boolean> =>
  (
    await tx.query(
      `insert into steering.step (item_pk, nth, kind, on_day, said, due_on, staff_id)
       select i.id, $2::int, $3, $4::date, $5, $6::date, $7::uuid from steering.item i where i.item_id = $1 on conflict do nothing returning nth`,
      [itemId, nth, kind, onDay, said, dueOn, staffId],
    )
  ).length > 0
