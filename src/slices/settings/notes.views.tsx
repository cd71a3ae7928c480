/** GET /installningar/anteckningar: the municipality's own words for notes, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Both } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf } from '../../ui/form.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import { wordKeys } from '../hygiene/index.ts'
import type { GroupPageProps } from './group-page.routes.tsx'
import { wordLists, type TypedNoteWords } from './notes.rules.ts'
import { noteWordsTexts } from './notes.texts.ts'
import type { SettingChange } from './settings.actions.ts'

type Props = GroupPageProps<TypedNoteWords>

const WordsForm = ({ frame, once, typed, version, problems, differences }: Props) => {
  const t = noteWordsTexts[frame.lang]
  return (
    <Form frame={frame} action="/installningar/anteckningar" once={once}>
      <input type="hidden" name="version" value={String(version)} />
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
      <div class="row">
        <Button>{differences === null ? t.save : t.saveAnyway}</Button>
        <LinkButton href="/installningar" variant="tertiary">
          {t.leave}
        </LinkButton>
      </div>
    </Form>
  )
}

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = noteWordsTexts[lang]
  const list = wordLists.find((one) => wordKeys[one] === key)
  const wordsOf = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? value.join(', ') : t.none)
  return [at ?? t.always, by, list === undefined ? key : t.fields[list], hadBefore ? wordsOf(before) : t.none, wordsOf(after)]
}

/** The page. */
export const NoteWordsPage = (props: Props) => {
  const { frame, changes, problems, differences } = props
  const t = noteWordsTexts[frame.lang]
  const crumbs = [
    { href: '/installningar', label: t.settings },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <PageHead heading={t.title} below={t.intro} />
      <div class="stack">
        <WordsForm {...props} />
        <Card heading={t.history}>
          <Table
            columns={t.columns.map((title) => ({ title }))}
            rows={changes.map((change) => rowOf(change, frame.lang))}
            empty={t.noHistory}
            stacks
          />
        </Card>
      </div>
    </Page>
  )
}
