/** GET /installningar/anteckningar: the municipality's own words for notes, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { TextArea } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { wordKeys } from '../hygiene/index.ts'
import type { GroupPageProps } from './group-page.routes.tsx'
import { SettingsGroupPageView } from './group-page.views.tsx'
import { wordLists, type TypedNoteWords } from './notes.rules.ts'
import { noteWordsTexts } from './notes.texts.ts'
import type { SettingChange } from './settings.actions.ts'

type Props = GroupPageProps<TypedNoteWords>

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = noteWordsTexts[lang]
  const list = wordLists.find((one) => wordKeys[one] === key)
  const wordsOf = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? value.join(', ') : t.none)
  return [at ?? t.always, by, list === undefined ? key : t.fields[list], hadBefore ? wordsOf(before) : t.none, wordsOf(after)]
}

/** The page. */
export const NoteWordsPage = (props: Props) => {
  const { frame, typed, changes, problems } = props
  const t = noteWordsTexts[frame.lang]
  return (
    <SettingsGroupPageView
      of={props}
      path="/installningar/anteckningar"
      texts={t}
      above={{ href: '/installningar', label: t.settings }}
      columns={t.columns}
      rows={changes.map((change) => rowOf(change, frame.lang))}
    >
      {wordLists.map((list) => (
        <TextArea
          name={list}
          label={t.fields[list]}
          hint={t.hints[list]}
          rows={6}
          value={typed[list]}
          problem={problemOf(problems, list)}
        />
      ))}
    </SettingsGroupPageView>
  )
}
