/** Reading the clocks: counts and medians, so no line for any youth. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import { clockRows, type ClockRow } from './clock.rules.ts'
import { listTimed, type ClockSpan } from './clock.store.ts'
import { noticeSettings } from './notice-settings.rules.ts'

export type ClockTable = { readonly rows: readonly ClockRow[]; readonly lateDays: number }
export type ClockReader = { readonly pool: Pool; readonly scope: Scope; readonly staffId: string; readonly today: PlainDate }

/** The clocks of notices that came on the days [fromOn, untilOn). */
export const readClocks = ({ pool, scope, staffId, today }: ClockReader, span: ClockSpan): Promise<ClockTable> =>
  readAs(
    pool,
    ({ rows }) => ({ actor: staffId, action: 'notices.clocks', detail: { rows: rows.length } }),
    async (tx) => {
      const settings = noticeSettings.from(await listSettings(tx, 'infinity'))
      return { rows: clockRows(await listTimed(tx, scope, span), today, settings), lateDays: settings.lateDays }
    },
  )
