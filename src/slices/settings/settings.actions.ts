/** What the settings pages read, and what they hand to whoever applies a change (see `ApplySettings`). */
import type { Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { StoredValue } from './draft.rules.ts'
import { settingsFrom, type MunicipalitySettings } from './settings.rules.ts'
import {
  listSettingChanges,
  listSettings,
  settingsVersion,
  type SettingChange,
  type SettingGroup,
  type SettingRow,
} from './settings.store.ts'

export type { SettingChange, SettingGroup, SettingRow } from './settings.store.ts'

/** The settings in force, with the version of a group. */
export type PresentSettings = { readonly settings: MunicipalitySettings; readonly version: number }

export const readSettings = (pool: Pool, group: SettingGroup): Promise<PresentSettings> =>
  inTransaction(pool, async (tx) => ({
    settings: settingsFrom(await listSettings(tx, 'infinity')),
    version: await settingsVersion(tx, group),
  }))

export type SettingsOverview = { readonly settings: MunicipalitySettings; readonly changes: readonly SettingChange[] }

const mostChanges = 100

/** The settings in force and how they came to be so. */
export const readOverview = (pool: Pool): Promise<SettingsOverview> =>
  inTransaction(pool, async (tx) => ({
    settings: settingsFrom(await listSettings(tx, 'infinity')),
    changes: await listSettingChanges(tx, ['law', 'sources'], mostChanges),
  }))

/** The settings of one group in force, how many times any of them has been set (what a form is made from), and how they came to be so. */
export type PresentGroup<Settings> = {
  readonly settings: Settings
  readonly version: number
  readonly changes: readonly SettingChange[]
}

/** Reads a group; `from` says what the stored values mean. */
export const readGroup = <Settings>(
  pool: Pool,
  group: SettingGroup,
  from: (rows: readonly SettingRow[]) => Settings,
): Promise<PresentGroup<Settings>> =>
  inTransaction(pool, async (tx) => ({
    settings: from(await listSettings(tx, 'infinity')),
    version: await settingsVersion(tx, group),
    changes: await listSettingChanges(tx, [group], mostChanges),
  }))

/** A change of a group of settings, made from a version of it. */
export type SettingsWish = {
  readonly group: SettingGroup
  readonly values: readonly StoredValue[]
  readonly version: number
  readonly by: string
  readonly on: PlainDate
}

export type SettingsRefusal = 'stale' | 'night-is-running'

/**
 * Saves a change and sees to it that the register is right at once. It is handed in where the pages are put together: the settings are what
 * everybody stands on, and do not know the match that recomputes.
 */
export type ApplySettings = (
  place: { readonly code: string; readonly pool: Pool },
  wish: SettingsWish,
) => Promise<Decision<unknown, SettingsRefusal>>
