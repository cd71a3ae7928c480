export { settingsFrom, type GuardSettings, type MunicipalitySettings } from './settings.rules.ts'
export { listSettings, saveSetting } from './settings.store.ts'
