/** The handbook inside the product. Everybody who is signed in may read it. */
import { missing, page, type Pages } from '../access/index.ts'
import { chapterOf, chapters } from './handbook.actions.ts'
import { ChapterPage, HandbookPage } from './handbook.views.tsx'

const open = { permit: 'signed-in', shows: 'nothing' } as const

export function addHandbookPages(pages: Pages): void {
  pages.get('/handbok', open, ({ frame }) => page(<HandbookPage frame={frame} chapters={chapters()} />))
  pages.get('/handbok/:slug{[0-9a-z-]+}', open, ({ frame, params }) => {
    const chapter = chapterOf(params['slug'] ?? '')
    return chapter === null ? missing : page(<ChapterPage frame={frame} chapter={chapter} />)
  })
}
