/** The exception inbox and the linking of pupils. */
import { goTo, missing, page, signInAgain, typedValue, type Pages, type Visit } from '../access/index.ts'
import { closeSeen, linkToYouth, readInbox, readLinked, readLinking, unlink } from './inbox.actions.ts'
import { inboxTexts } from './inbox.texts.ts'
import { ClosedPage, InboxPage } from './inbox.views.tsx'
import { inboxLink, inboxPath, linkedPath, pageOf } from './links.ts'
import { LinkedPage, LinkingPage, NotSavedPage } from './linking.views.tsx'
import { pageSize, type Reader } from './sources.actions.ts'
import { EmptyForm, LinkForm, NumberForm, SeenForm } from './sources.forms.ts'
import type { ExceptionFilter } from './sources.types.ts'

type ReaderOf = (visit: Visit) => Reader

const shown = { shows: 'persons', outlet: 'sources.page' } as const
const reads = { permit: 'sources.read', ...shown } as const
const answers = { permit: 'sources.answer', ...shown } as const

const orNull = (text: string | null): string | null => (text === null || text === '' ? null : text)
const filterOf = ({ query }: Visit): ExceptionFilter => ({ kind: orNull(query.get('slag')), source: orNull(query.get('kalla')) })

type View = { readonly filter: ExceptionFilter; readonly wanted: number; readonly noneChosen: boolean }

async function inboxPage(visit: Visit, readerOf: ReaderOf, { filter, wanted, noneChosen }: View) {
  const inbox = await readInbox(readerOf(visit), filter, wanted)
  const rights = { answer: visit.may('sources.answer'), decide: visit.may('youth.decide'), youth: visit.may('youth.read') }
  const own = { frame: visit.frame, shown: inbox, rights, pageSize, once: visit.newOnce(), noneChosen }
  return page(<InboxPage {...own} />, noneChosen ? 422 : 200)
}

function addInbox(pages: Pages, readerOf: ReaderOf): void {
  pages.get(inboxPath, reads, (visit) =>
    inboxPage(visit, readerOf, { filter: filterOf(visit), wanted: pageOf(visit.query), noneChosen: false }),
  )
  pages.post(`${inboxPath}/sedda`, answers, SeenForm, async (visit, { id, only, slag, kalla, sida }) => {
    const filter = { kind: orNull(slag), source: orNull(kalla) }
    const ids = (only === '' ? id : [only]).filter((one) => /^\d{1,15}$/.test(one)).map(Number)
    const wanted = pageOf(new URLSearchParams({ sida }))
    if (ids.length === 0) return inboxPage(visit, readerOf, { filter, wanted, noneChosen: true })
    const closings = await closeSeen(readerOf(visit), ids)
    return page(<ClosedPage frame={visit.frame} closings={closings} back={inboxLink(filter, wanted)} />)
  })
}

const idOf = ({ params }: Visit): number => Number(params['id'])

type Written = { readonly number: string | null; readonly notSaved?: 'night-is-running' | 'gone' }

async function linkingPage(visit: Visit, readerOf: ReaderOf, { number, notSaved }: Written) {
  const linking = await readLinking(readerOf(visit), idOf(visit), number)
  if (linking === null) return missing
  if (linking.youth?.isProtected === true && !visit.isFresh) return signInAgain
  const once = [visit.newOnce(), visit.newOnce()] as const
  const body = <LinkingPage frame={visit.frame} shown={linking} written={number ?? ''} once={once} notSaved={notSaved ?? null} />
  return page(body, notSaved === 'night-is-running' ? 503 : notSaved === 'gone' ? 409 : linking.problem === null ? 200 : 422)
}

const linkPath = '/kallor/undantag/:id{[0-9]{1,15}}/koppla'

function addLinking(pages: Pages, readerOf: ReaderOf): void {
  pages.get(linkPath, answers, (visit) => linkingPage(visit, readerOf, { number: null }))
  pages.post(
    linkPath,
    answers,
    NumberForm,
    (visit, { number }) => linkingPage(visit, readerOf, { number }),
    (visit, _, typed) => linkingPage(visit, readerOf, { number: typedValue(typed, 'number') }),
  )
  pages.post(`${linkPath}/ja`, answers, LinkForm, async (visit, { subject }) => {
    const decision = await linkToYouth({ ...readerOf(visit), code: visit.place.code }, idOf(visit), subject)
    if (decision.granted) return goTo(inboxPath, inboxTexts[visit.lang].linked)
    if (decision.reason === 'night-is-running') return linkingPage(visit, readerOf, { number: null, notSaved: 'night-is-running' })
    return page(<NotSavedPage frame={visit.frame} reason="gone" back={inboxPath} label={inboxTexts[visit.lang].toInbox} />, 409)
  })
}

function addLinked(pages: Pages, readerOf: ReaderOf): void {
  pages.get(linkedPath, reads, async (visit) => {
    const links = await readLinked(readerOf(visit))
    return page(<LinkedPage frame={visit.frame} links={links} mayUndo={visit.may('sources.answer')} newOnce={visit.newOnce} />)
  })
  pages.post(`${linkedPath}/:id{[0-9]{1,15}}/angra`, answers, EmptyForm, async (visit) => {
    const decision = await unlink({ ...readerOf(visit), code: visit.place.code }, idOf(visit))
    if (decision.granted) return goTo(linkedPath, inboxTexts[visit.lang].unlinked)
    const reason = decision.reason === 'night-is-running' ? 'night-is-running' : 'gone'
    const body = <NotSavedPage frame={visit.frame} reason={reason} back={linkedPath} label={inboxTexts[visit.lang].links} />
    return page(body, reason === 'gone' ? 409 : 503)
  })
}

/** Registers the exception inbox and the linking of pupils. */
export function addInboxPages(pages: Pages, readerOf: ReaderOf): void {
  addInbox(pages, readerOf)
  addLinking(pages, readerOf)
  addLinked(pages, readerOf)
}
