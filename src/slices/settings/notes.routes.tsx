/** /installningar/anteckningar: reading the municipality's own words for notes and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { typedValue, type Pages } from '../access/index.ts'
import { noteWordsFrom, type NoteWords } from '../hygiene/index.ts'
import { addSettingsGroupPage } from './group-page.routes.tsx'
import { readWords, typedWords, wordChanges, wordLists, type TypedNoteWords } from './notes.rules.ts'
import { noteWordsTexts } from './notes.texts.ts'
import { NoteWordsPage } from './notes.views.tsx'
import type { ApplySettings } from './settings.actions.ts'

const words = optionalText(20_000)
const form = z.strictObject({ version: wholeField, extra: words, never: words })

/** Registers the page. */
export function addNoteWordsPages(pages: Pages, apply: ApplySettings): void {
  addSettingsGroupPage<NoteWords, TypedNoteWords>(pages, apply, {
    path: '/installningar/anteckningar',
    group: 'notes',
    form,
    firstField: 'extra',
    settingsFrom: noteWordsFrom,
    typedOf: typedWords,
    typedFrom: (fields) => ({ extra: typedValue(fields, 'extra'), never: typedValue(fields, 'never') }),
    read: (typed, _, lang) => {
      const read = readWords(typed)
      if ('extra' in read) return { draft: read }
      return { problems: read.map(({ field, problem }) => ({ field, text: noteWordsTexts[lang].problems[problem] })) }
    },
    changesOf: wordChanges,
    differencesOf: (lang, present, draft) => {
      const [theirs, mine] = [typedWords(present), typedWords(draft)]
      const differing = wordLists.filter((list) => theirs[list] !== mine[list])
      return differing.map((list) => ({ what: noteWordsTexts[lang].fields[list], mine: mine[list], theirs: theirs[list] }))
    },
    texts: (lang) => noteWordsTexts[lang],
    view: NoteWordsPage,
  })
}
