/** Somebody else was first: what you wrote beside what it is now, so that nothing is lost and nothing is overwritten unseen. */
import type { Child } from 'hono/jsx'
import { Alert } from './alert.tsx'
import { Table } from './table.tsx'
import { useLang } from './ui.texts.ts'

const texts = {
  sv: {
    title: 'Någon annan hann spara före dig',
    text: 'Inget av det du skrev är sparat än, och inget är borta. Jämför, och spara sedan ditt eller lämna det som det är.',
    what: 'Uppgift',
    mine: 'Du skrev',
    theirs: 'Så är det nu',
    same: 'Det du skrev är redan det som gäller.',
  },
  en: {
    title: 'Somebody else saved before you',
    text: 'Nothing you wrote has been saved yet, and nothing is lost. Compare, then save yours or leave things as they are.',
    what: 'Item',
    mine: 'You wrote',
    theirs: 'It is now',
    same: 'What you wrote is already in force.',
  },
} as const

/** One thing that differs. */
export type Difference = { readonly what: string; readonly mine: Child; readonly theirs: Child }

/** What you wrote and what it is now, for answers with status 409. The form below it carries the new version. */
export const Both = ({ differences }: { readonly differences: readonly Difference[] }) => {
  const t = texts[useLang()]
  return (
    <Alert kind="warning" title={t.title} live>
      <p>{t.text}</p>
      <Table
        columns={[{ title: t.what }, { title: t.mine }, { title: t.theirs }]}
        rows={differences.map(({ what, mine, theirs }) => [what, mine, theirs])}
        empty={t.same}
        headed
        stacks
      />
    </Alert>
  )
}
