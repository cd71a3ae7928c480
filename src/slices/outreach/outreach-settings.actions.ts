/** Reading the settings of outreach for their page; they are saved through what the page is handed (`ApplySettings`). */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { listSettingChanges, listSettings, settingsVersion, type SettingChange } from '../settings/index.ts'
import { outreachSettingsFrom, type OutreachSettings } from './outreach-settings.rules.ts'

export type PresentOutreach = {
  readonly settings: OutreachSettings
  /** What a form is made from: how many times any of them has been set. */
  readonly version: number
  readonly changes: readonly SettingChange[]
}

const mostChanges = 100

/** The settings in force, their version, and how they came to be so. */
export const readOutreachSettings = (pool: Pool): Promise<PresentOutreach> =>
  inTransaction(pool, async (tx) => ({
    settings: outreachSettingsFrom(await listSettings(tx, 'infinity')),
    version: await settingsVersion(tx, 'outreach'),
    changes: await listSettingChanges(tx, ['outreach'], mostChanges),
  }))
