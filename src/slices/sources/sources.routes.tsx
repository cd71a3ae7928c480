/** The sources pages: all, one, the guard's question, and a run person by person. */
import { scopeThrough } from '../../kernel/disclosure.ts'
import { goTo, missing, page, problemText, typedValue, type Pages, type Visit } from '../access/index.ts'
import { answerStopped } from '../matching/index.ts'
import { addDuplicatePages } from './duplicates.routes.tsx'
import { addInboxPages } from './inbox.routes.tsx'
import { changeFilterOf, pageOf, sourcesPath } from './links.ts'
import { RunPage } from './run.views.tsx'
import { GuardPage, SourcePage, type TypedAnswer } from './source.views.tsx'
import { changesPageSize, pageSize, readRead, readRun, readSource, readSources, type Reader } from './sources.actions.ts'
import { AnswerForm } from './sources.forms.ts'
import { sourcesTexts } from './sources.texts.ts'
import { SourcesPage } from './sources.views.tsx'

/** Who reads, from a visit. */
const readerOf = ({ place, actor, scope, today }: Visit): Reader => ({ pool: place.pool, staffId: actor.staffId, scope, today })

const counts = { permit: 'sources.read', shows: 'counts', outlet: 'sources.page' } as const
const answers = { permit: 'sources.answer', shows: 'counts', outlet: 'sources.page' } as const

type Shown = {
  readonly typed?: TypedAnswer
  readonly problems?: readonly { field: string; text: string }[]
  readonly status?: 200 | 409 | 422
}

async function guardPage(visit: Visit, id: number, { typed, problems = [], status = 200 }: Shown = {}) {
  const shown = await readRead(visit.place.pool, id)
  if (shown === null) return missing
  const own = { frame: visit.frame, shown, mayAnswer: visit.may('sources.answer'), once: visit.newOnce() }
  return page(<GuardPage {...own} typed={typed ?? null} problems={problems} />, status)
}

const idOf = ({ params }: Visit): number => Number(params['id'])

function addGuard(pages: Pages): void {
  pages.get('/kallor/lasning/:id{[0-9]{1,15}}', counts, (visit) => guardPage(visit, idOf(visit)))
  pages.post(
    '/kallor/lasning/:id{[0-9]{1,15}}/svar',
    answers,
    AnswerForm,
    async (visit, form) => {
      const decision = await answerStopped(visit.place.pool, { readId: idOf(visit), ...form, by: visit.actor.staffId })
      if (!decision.granted) return guardPage(visit, idOf(visit), { typed: form, status: 409 })
      return goTo(sourcesPath, sourcesTexts[visit.lang][form.answer])
    },
    (visit, problems, typed) =>
      guardPage(visit, idOf(visit), {
        typed: { answer: typedValue(typed, 'answer'), ground: typedValue(typed, 'ground') },
        problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })),
        status: 422,
      }),
  )
}

/** Registers the sources pages: sources, guard, runs, exception inbox and duplicates. */
export function addSourcesPages(pages: Pages): void {
  pages.get('/kallor', counts, async (visit) => {
    const duplicateScope = scopeThrough('duplicates.page', visit.scope)
    const shown = await readSources(readerOf(visit), duplicateScope, pageOf(visit.query))
    return page(
      <SourcesPage
        frame={visit.frame}
        shown={shown}
        pageSize={pageSize}
        mayMerge={visit.may('sources.merge')}
        mayLists={visit.may('radar.lists')}
      />,
    )
  })
  pages.get('/korningar/:id{[0-9]{1,15}}', { permit: 'today.read', shows: 'persons', outlet: 'sources.page' }, async (visit) => {
    const shown = await readRun(readerOf(visit), Number(visit.params['id']), changeFilterOf(visit.query), pageOf(visit.query))
    return shown === null ? missing : page(<RunPage frame={visit.frame} shown={shown} pageSize={changesPageSize} />)
  })
  addGuard(pages)
  addInboxPages(pages, readerOf)
  addDuplicatePages(pages, readerOf)
  // Last: a source may be called anything.
  pages.get('/kallor/:name', counts, async (visit) => {
    const shown = await readSource(readerOf(visit), visit.params['name'] ?? '', pageOf(visit.query))
    return shown === null ? missing : page(<SourcePage frame={visit.frame} shown={shown} pageSize={pageSize} />)
  })
}
