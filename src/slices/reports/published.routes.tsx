/** What has been published in the browser: the list, one as it was then, counting it again, and the page that waits. */
import { isRandomId } from '../../platform/random-id.ts'
import { goTo, missing, page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { publishedTable, showAgain } from '../figures/index.ts'
import { AgainPage } from './again.views.tsx'
import { fileOf } from './files.ts'
import { publishedTexts } from './published.texts.ts'
import { daysText, NotDonePage, PublicationPage, PublicationsPage, publicationTitle, WaitingPage } from './published.views.tsx'
import { countPublicationAgain, readPublication, readPublications } from './reports.actions.ts'
import { againForm } from './reports.forms.ts'
import { reportsTexts } from './reports.texts.ts'
import type { Publication, RunResult } from './reports.types.ts'
import { findRun, startRun, waitFor, type Run } from './runs.ts'

type Report = (error: unknown) => void
const counts = { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' } as const

/** A small municipality is done before anybody would look. */
const patienceMs = 1_200

const pageOf = ({ query }: Visit): number => Math.max(1, Math.min(10_000, Math.trunc(Number(query.get('sida'))) || 1))

async function found({ place, actor, params }: Visit): Promise<Publication | null> {
  const id = params['id'] ?? ''
  return isRandomId(id) ? readPublication(place.pool, actor.staffId, id) : null
}

async function show(visit: Visit, problem: string | null = null): Promise<Answer> {
  const publication = await found(visit)
  if (publication === null) return missing
  const { frame, newOnce, may } = visit
  const mayRaise = may('steering.raise')
  return page(<PublicationPage {...{ frame, publication, mayRaise, problem }} once={newOnce()} />, problem === null ? 200 : 409)
}

async function showFile(visit: Visit): Promise<Answer> {
  const publication = await found(visit)
  if (publication === null) return missing
  const { lang } = visit
  const { at, by, note, smallBelow, names, kind, fromOn } = publication
  const knownText = reportsTexts[lang].publishedAt(at, by)
  const paper = { title: publicationTitle(publication, lang), period: daysText(publication, lang), knownText, note, smallBelow }
  const figures = publication.figures.map((one) => ({ name: one.name, question: one.question, table: publishedTable(one, smallBelow) }))
  return fileOf(visit, { name: `publicerad-${kind === 'figure' ? 'siffra' : 'rapport'}-${fromOn}`, paper, figures, names, units: null })
}

async function startAgain(visit: Visit, report: Report): Promise<Answer> {
  const publication = await found(visit)
  if (publication === null) return missing
  const { place, actor, today, lang } = visit
  const reader = { pool: place.pool, actor: actor.staffId, municipality: place.code, today }
  const back = `/rapporter/publicerat/${publication.id}`
  const started = startRun(
    { code: place.code, staffId: actor.staffId, what: 'again', back, work: (steps) => countPublicationAgain(reader, publication, steps) },
    report,
  )
  return started.granted ? goTo(`/rapporter/arbete/${started.value}`) : show(visit, publishedTexts[lang].problems['another-runs'])
}

const nobody = { units: [], mayReadProtected: false }

async function outcome(visit: Visit, { back }: Run, result: RunResult): Promise<Answer> {
  const { frame, lang, place, actor, scope, today, may } = visit
  const t = publishedTexts[lang]
  if (result.is === 'published') {
    const { outcome: published } = result
    if (published.granted) return goTo(`/rapporter/publicerat/${published.value}`, t.isPublished)
    return page(<NotDonePage frame={frame} text={t.problems[published.reason]} back={back} />, 409)
  }
  const reader = { actor: actor.staffId, scope: may('worklist.read') ? scope : nobody }
  const shown = await showAgain(place.pool, reader, result.counted)
  return page(<AgainPage frame={frame} today={today} publication={result.publication} shown={shown} />)
}

async function showRun(visit: Visit): Promise<Answer> {
  const { frame, lang, place, actor, params } = visit
  const t = publishedTexts[lang]
  const run = findRun(place.code, params['id'] ?? '', actor.staffId)
  if (run === null) return page(<NotDonePage frame={frame} text={t.gone} back="/rapporter/publicerat" />, 404)
  if (run.state === 'running') await waitFor(run, patienceMs)
  if (run.state === 'failed') return page(<NotDonePage frame={frame} text={t.failed} back={run.back} />, 503)
  return run.result === null ? page(<WaitingPage frame={frame} run={run} />) : outcome(visit, run, run.result)
}

/** Registers the pages. `report` is told of defects in what runs after an answer. */
export function addPublishedPages(pages: Pages, report: Report): void {
  pages.get('/rapporter/publicerat', counts, async (visit) => {
    const nth = pageOf(visit)
    const { place, actor, frame } = visit
    return page(<PublicationsPage frame={frame} {...await readPublications(place.pool, actor.staffId, nth)} page={nth} />)
  })
  pages.get('/rapporter/publicerat/:id', counts, (visit) => show(visit))
  pages.get('/rapporter/publicerat/:id/:form{pdf|xlsx|csv}', counts, showFile)
  pages.post(
    '/rapporter/publicerat/:id/igen',
    counts,
    againForm,
    (visit) => startAgain(visit, report),
    (visit) => show(visit),
  )
  pages.get('/rapporter/arbete/:id', { permit: 'figures.read', shows: 'persons', outlet: 'figures.persons' }, showRun)
}
