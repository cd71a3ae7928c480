/** The handbook's list of chapters, and a chapter. The text is our own file, already HTML. */
import { raw } from 'hono/html'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import type { Chapter, ChapterName } from './handbook.actions.ts'

const texts = {
  sv: {
    title: 'Handbok',
    lead: 'Hur Ungdomslots fungerar, kapitel för kapitel.',
    before: 'Föregående',
    after: 'Nästa',
    chapters: 'Kapitel',
  },
  en: {
    title: 'Handbook',
    lead: 'How Ungdomslots works. The chapters are in Swedish.',
    before: 'Previous',
    after: 'Next',
    chapters: 'Chapters',
  },
}

export const HandbookPage = ({ frame, chapters }: { frame: Frame; chapters: readonly ChapterName[] }) => {
  const { title, lead } = texts[frame.lang]
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{lead}</p>
      <ul lang="sv">
        {chapters.map(({ slug, title: name }) => (
          <li>
            <a href={`/handbok/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

const Neighbour = ({ chapter, word }: { chapter: ChapterName | null; word: string }) =>
  chapter === null ? null : (
    <p>
      {`${word}: `}
      <a href={`/handbok/${chapter.slug}`}>{chapter.title}</a>
    </p>
  )

export const ChapterPage = ({ frame, chapter }: { frame: Frame; chapter: Chapter }) => {
  const { title, before, after, chapters } = texts[frame.lang]
  return (
    <Page frame={frame} title={title} crumbs={[{ href: '/handbok', label: title }]}>
      <article class="prose" lang="sv">
        {raw(chapter.html)}
      </article>
      <nav aria-label={chapters}>
        <Neighbour chapter={chapter.before} word={before} />
        <Neighbour chapter={chapter.after} word={after} />
      </nav>
    </Page>
  )
}
