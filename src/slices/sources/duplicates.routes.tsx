/** Duplicates: the list, two records side by side, what was decided and its undo. */
import { goTo, missing, page, problemText, typedValue, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import {
  mergePair,
  readDuplicates,
  readMerge,
  readMerges,
  readPair,
  sayTwoPersons,
  takeBackTwoPersons,
  undoMerge,
} from './duplicates.actions.ts'
import { DuplicatesPage, PairPage, type TypedPair } from './duplicates.views.tsx'
import { inboxTexts } from './inbox.texts.ts'
import { duplicatesPath, mergesPath, pageOf } from './links.ts'
import { NotSavedPage } from './linking.views.tsx'
import { MergePage, MergesPage } from './merges.views.tsx'
import { pageSize, type Reader } from './sources.actions.ts'
import { EmptyForm, MergeForm, NotSameForm } from './sources.forms.ts'

type ReaderOf = (visit: Visit) => Reader

const merges = { permit: 'sources.merge', shows: 'persons', outlet: 'duplicates.page' } as const
const record = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const pairPath = `/kallor/dubbletter/par/:first{${record}}/:second{${record}}`
const pairOf = ({ params }: Visit) => [params['first'] ?? '', params['second'] ?? ''] as const

type Shown = { readonly typed?: TypedPair; readonly problems?: readonly FieldProblem[]; readonly notSaved?: 'night-is-running' }

async function pairPage(visit: Visit, readerOf: ReaderOf, { typed, problems = [], notSaved }: Shown = {}) {
  const pair = await readPair(readerOf(visit), pairOf(visit))
  if (pair === null) return missing
  const told = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  const once = [visit.newOnce(), visit.newOnce()] as const
  const body = <PairPage frame={visit.frame} pair={pair} typed={typed ?? null} problems={told} notSaved={notSaved ?? null} once={once} />
  return page(body, notSaved === undefined ? (problems.length > 0 ? 422 : 200) : 503)
}

const typedPair = (typed: Typed): TypedPair => ({
  keep: typedValue(typed, 'keep'),
  ground: typedValue(typed, 'ground'),
  difference: typedValue(typed, 'difference'),
})

/** Somebody else was first: the pair is no longer two records, or is out of the reader's sight. */
const gone = ({ frame, lang }: Visit, back = duplicatesPath) =>
  page(
    <NotSavedPage
      frame={frame}
      reason="gone"
      back={back}
      label={back === mergesPath ? inboxTexts[lang].decided : inboxTexts[lang].duplicates}
    />,
    409,
  )

function addPair(pages: Pages, readerOf: ReaderOf): void {
  const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed) =>
    pairPage(visit, readerOf, { problems, typed: typedPair(typed) })
  pages.get(pairPath, merges, (visit) => pairPage(visit, readerOf))
  pages.post(
    `${pairPath}/sla-samman`,
    merges,
    MergeForm,
    async (visit, form, typed) => {
      const decision = await mergePair({ ...readerOf(visit), code: visit.place.code }, pairOf(visit), form)
      if (decision.granted) return goTo(duplicatesPath, inboxTexts[visit.lang].merged)
      return decision.reason === 'night-is-running'
        ? pairPage(visit, readerOf, { typed: typedPair(typed), notSaved: 'night-is-running' })
        : gone(visit)
    },
    reshow,
  )
  pages.post(
    `${pairPath}/inte-samma`,
    merges,
    NotSameForm,
    async (visit, { difference }) => {
      const decision = await sayTwoPersons(readerOf(visit), pairOf(visit), difference)
      return decision.granted ? goTo(duplicatesPath, inboxTexts[visit.lang].saidNotSame) : gone(visit)
    },
    reshow,
  )
}

const idOf = ({ params }: Visit): number => Number(params['id'])
const onePath = `${mergesPath}/:id{[0-9]{1,15}}`

function addDecided(pages: Pages, readerOf: ReaderOf): void {
  pages.get(mergesPath, merges, async (visit) => {
    const shown = await readMerges(readerOf(visit), pageOf(visit.query))
    return page(<MergesPage frame={visit.frame} shown={shown} pageSize={pageSize} newOnce={visit.newOnce} />)
  })
  pages.get(onePath, merges, async (visit) => {
    const merge = await readMerge(readerOf(visit), idOf(visit))
    return merge === null ? missing : page(<MergePage frame={visit.frame} merge={merge} once={visit.newOnce()} />)
  })
  pages.post(`${onePath}/angra`, merges, EmptyForm, async (visit) => {
    const decision = await undoMerge({ ...readerOf(visit), code: visit.place.code }, idOf(visit))
    if (decision.granted) return goTo(mergesPath, inboxTexts[visit.lang].undone)
    if (decision.reason !== 'night-is-running') return gone(visit, mergesPath)
    return page(
      <NotSavedPage frame={visit.frame} reason="night-is-running" back={mergesPath} label={inboxTexts[visit.lang].tryAgain} />,
      503,
    )
  })
  pages.post('/kallor/dubbletter/olika/:id{[0-9]{1,15}}/angra', merges, EmptyForm, async (visit) => {
    const decision = await takeBackTwoPersons(readerOf(visit), idOf(visit))
    return decision.granted ? goTo(mergesPath, inboxTexts[visit.lang].tookBack) : gone(visit, mergesPath)
  })
}

/** Registers the pages of duplicates. */
export function addDuplicatePages(pages: Pages, readerOf: ReaderOf): void {
  pages.get(duplicatesPath, merges, async (visit) => {
    const shown = await readDuplicates(readerOf(visit), pageOf(visit.query))
    return page(<DuplicatesPage frame={visit.frame} shown={shown} pageSize={pageSize} />)
  })
  addPair(pages, readerOf)
  addDecided(pages, readerOf)
}
