/** Reading and saving the module's settings, with a line in its log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import { inTransaction, type Pool } from '../../../platform/db/tx.ts'
import { change } from '../log.ts'
import { erasureSettingsFrom } from '../erasure/erasure.rules.ts'
import type { ErasureSettings } from '../erasure/erasure.types.ts'
import { holdSetting, listSettings, saveSetting, settingVersion } from './settings.store.ts'

/** The settings of erasure and the version that a form is made from. */
export const readErasure = (sealed: Pool): Promise<{ readonly settings: ErasureSettings; readonly version: number }> =>
  inTransaction(
    sealed,
    async (tx) => ({
      settings: erasureSettingsFrom((await listSettings(tx)).find(({ key }) => key === 'erasure')?.value),
      version: await settingVersion(tx, 'erasure'),
    }),
    'lots_followup',
  )

/** Saves the settings of erasure over a version. */
export const saveErasure = (sealed: Pool, by: string, version: number, settings: ErasureSettings): Promise<Decision<null, 'stale'>> =>
  change<null, 'stale'>(
    sealed,
    { actor: by, action: 'followup.saveErasure', detail: { years: settings.years, keepsSample: settings.keepsSample } },
    async (tx) => {
      await holdSetting(tx, 'erasure')
      if ((await settingVersion(tx, 'erasure')) !== version) return refuse('stale')
      await saveSetting(tx, 'erasure', settings, by)
      return grant(null)
    },
  )
