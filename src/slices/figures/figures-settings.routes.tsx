/** /installningar/siffror: reading the settings of figures and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { addSettingsGroupPage, type ApplySettings } from '../settings/index.ts'
import { figuresChanges, figuresSettingsFrom, readFiguresDraft, type FiguresSettings } from './figures-settings.rules.ts'
import { figuresSettingTexts } from './figures-settings.texts.ts'
import { figuresSettingsPath, FiguresSettingsPage, type TypedFiguresSettings } from './figures-settings.views.tsx'

const form = z.strictObject({ version: wholeField, smallBelow: optionalText(10) })

/** Registers the page. `apply` saves settings (matching). */
export function addFiguresSettingsPage(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<FiguresSettings, TypedFiguresSettings>(pages, apply, {
    path: figuresSettingsPath,
    group: 'figures',
    form,
    firstField: 'smallBelow',
    settingsFrom: figuresSettingsFrom,
    typedOf: ({ smallBelow }) => ({ smallBelow: String(smallBelow) }),
    typedFrom: (fields) => ({ smallBelow: typedValue(fields, 'smallBelow') }),
    read: ({ smallBelow }, _, lang) => {
      const draft = readFiguresDraft(smallBelow)
      return draft === null ? { problems: [{ field: 'smallBelow', text: figuresSettingTexts[lang].wrong }] } : { draft }
    },
    changesOf: figuresChanges,
    differencesOf: (lang, present, draft) =>
      present.smallBelow === draft.smallBelow
        ? []
        : [{ what: figuresSettingTexts[lang].smallBelow, mine: String(draft.smallBelow), theirs: String(present.smallBelow) }],
    texts: (lang) => figuresSettingTexts[lang],
    view: FiguresSettingsPage,
  })
}
