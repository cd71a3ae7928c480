/** Reading the clocks: counts and medians, so no line for any youth. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { figuresSettings, type HalfYear } from '../figures/index.ts'
import { listSettings } from '../settings/index.ts'
import { shownClocks, type ShownRow } from './clock-hidden.ts'
import { clockRows } from './clock.rules.ts'
import { listTimed } from './clock.store.ts'
import { noticeSettings } from './notice-settings.rules.ts'

/** Numbers below `smallBelow` are not in the rows. */
export type ClockTable = { readonly rows: readonly ShownRow[]; readonly lateDays: number; readonly smallBelow: number }
export type ClockReader = { readonly pool: Pool; readonly scope: Scope; readonly staffId: string; readonly today: PlainDate }

/** The clocks of notices that came in the half-year. */
export const readClocks = ({ pool, scope, staffId, today }: ClockReader, { fromOn, untilOn }: HalfYear): Promise<ClockTable> =>
  readAs(
    pool,
    ({ rows }) => ({ actor: staffId, action: 'notices.clocks', detail: { rows: rows.length } }),
    async (tx) => {
      const known = await listSettings(tx, 'infinity')
      const settings = noticeSettings.from(known)
      const { smallBelow } = figuresSettings.from(known)
      const rows = clockRows(await listTimed(tx, scope, { fromOn, untilOn }), today, settings)
      return { rows: shownClocks(rows, smallBelow), lateDays: settings.lateDays, smallBelow }
    },
  )
