/** Reading the settings of messages for their page; they are saved through what the page is handed (`ApplySettings`). */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { listSettingChanges, listSettings, settingsVersion, type SettingChange } from '../settings/index.ts'
import { messagingSettingsFrom, type MessagingSettings } from './messaging-settings.rules.ts'

export type PresentMessaging = {
  readonly settings: MessagingSettings
  /** What a form is made from: how many times any of them has been set. */
  readonly version: number
  readonly changes: readonly SettingChange[]
}

const mostChanges = 100

/** The settings in force, their version, and how they came to be so. */
export const readMessagingSettings = (pool: Pool): Promise<PresentMessaging> =>
  inTransaction(pool, async (tx) => ({
    settings: messagingSettingsFrom(await listSettings(tx, 'infinity')),
    version: await settingsVersion(tx, 'messages'),
    changes: await listSettingChanges(tx, ['messages'], mostChanges),
  }))
