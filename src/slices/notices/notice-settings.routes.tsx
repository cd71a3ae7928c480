/** /anmalningar/installningar: reading the settings of notices and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import {
  noticeChanges,
  noticeSettingNames,
  noticeSettingsFrom,
  readNoticeDraft,
  type NoticeSettings,
  type TypedNoticeSettings,
} from './notice-settings.rules.ts'
import { NoticeSettingsPage, noticeSettingsPath } from './notice-settings.views.tsx'
import { schoolTexts } from './school.texts.ts'

const number = optionalText(10)
const form = z.strictObject({
  version: wholeField,
  toleranceDays: number,
  duplicateDays: number,
  lateDays: number,
  linkHours: number,
  keepDays: number,
})

const mapped = (of: (name: (typeof noticeSettingNames)[number]) => string): TypedNoticeSettings => ({
  toleranceDays: of('toleranceDays'),
  duplicateDays: of('duplicateDays'),
  lateDays: of('lateDays'),
  linkHours: of('linkHours'),
  keepDays: of('keepDays'),
})
const typedOf = (settings: NoticeSettings): TypedNoticeSettings => mapped((name) => String(settings[name]))

/** Registers the page. `apply` saves settings (matching). */
export function addNoticeSettingsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<NoticeSettings, TypedNoticeSettings>(pages, apply, {
    path: noticeSettingsPath,
    group: 'notices',
    form,
    firstField: 'toleranceDays',
    settingsFrom: noticeSettingsFrom,
    typedOf,
    typedFrom: (fields) => mapped((name) => typedValue(fields, name)),
    read: (typed, _, lang) => {
      const draft = readNoticeDraft(typed)
      const { wrong } = schoolTexts[lang].set
      return 'toleranceDays' in draft ? { draft } : { problems: draft.map((field) => ({ field, text: wrong(field) })) }
    },
    changesOf: noticeChanges,
    differencesOf: (lang, present, draft) => {
      const [theirs, mine] = [typedOf(present), typedOf(draft)]
      const differing = noticeSettingNames.filter((name) => theirs[name] !== mine[name])
      return differing.map((name) => ({ what: schoolTexts[lang].set.fields[name], mine: mine[name], theirs: theirs[name] }))
    },
    texts: (lang) => schoolTexts[lang].set,
    view: NoticeSettingsPage,
  })
}
