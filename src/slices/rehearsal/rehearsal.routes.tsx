/** /installningar/prova: the rules on trial (A9). */
import { goTo, missing, page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { draftTexts, lawDraftOf, lawFields, lawForm, reshowLaw, showLaw, type LawForm } from '../settings/index.ts'
import { findRehearsal, ownRehearsal, readOutcome, startRehearsal, waitFor, type Rehearsal } from './rehearsal.actions.ts'
import { rehearsalTexts } from './rehearsal.texts.ts'
import { FailedPage, OutcomePage, ProgressPage, StartPage } from './rehearsal.views.tsx'

/** A small municipality is done before anybody would look. */
const patienceMs = 1_200

async function start(visit: Visit, form: LawForm, report: (error: unknown) => void): Promise<Answer> {
  const found = await lawDraftOf(visit, form)
  if ('kind' in found) return found
  const { draft, typed, version, present } = found
  const trial = { present: present.settings.law, draft, typed, version, on: visit.today, staffId: visit.actor.staffId }
  const decision = startRehearsal(visit.place, trial, report)
  if (decision.granted) return goTo(`/installningar/prova/${decision.value}`)
  return showLaw(visit, { typed, version, problems: [{ field: 'gapDays', text: rehearsalTexts[visit.lang].busy }] }, 409)
}

const pageOf = ({ query }: Visit, name: string): number => Math.max(1, Math.min(10_000, Math.trunc(Number(query.get(name))) || 1))

async function outcome(visit: Visit, rehearsal: Rehearsal): Promise<Answer> {
  const { present, draft, on } = rehearsal
  return page(
    <OutcomePage
      frame={visit.frame}
      once={visit.newOnce()}
      fields={lawFields(rehearsal.typed, rehearsal.version)}
      maySave={visit.may('settings.edit')}
      id={rehearsal.id}
      pages={{ enters: pageOf(visit, 'in'), leaves: pageOf(visit, 'ut') }}
      on={on}
      outcome={await readOutcome(visit.place.pool, visit.scope, rehearsal)}
      changes={draftTexts(visit.lang, present, draft)}
    />,
  )
}

async function show(visit: Visit): Promise<Answer> {
  const rehearsal = findRehearsal(visit.place, visit.params['id'] ?? '', visit.actor.staffId)
  if (rehearsal === null) return missing
  if (rehearsal.state === 'running') await waitFor(rehearsal, patienceMs)
  const { id, done, total, typed, version } = rehearsal
  switch (rehearsal.state) {
    case 'running':
      return page(<ProgressPage frame={visit.frame} id={id} done={done} total={total} />)
    case 'failed':
      return page(<FailedPage frame={visit.frame} once={visit.newOnce()} fields={lawFields(typed, version)} />, 503)
    case 'done':
      return outcome(visit, rehearsal)
  }
}

/** Registers the rehearsal's pages. `report` is told of defects in what runs after the answer. */
export function addRehearsalPages(pages: Pages, report: (error: unknown) => void = () => {}): void {
  const form = { permit: 'rules.rehearse', shows: 'settings' } as const
  pages.get('/installningar/prova', form, ({ frame, place, actor }) =>
    page(<StartPage frame={frame} lastId={ownRehearsal(place, actor.staffId)?.id ?? null} />),
  )
  pages.post('/installningar/prova', form, lawForm, (visit, typed) => start(visit, typed, report), reshowLaw)
  pages.get('/installningar/prova/:id', { permit: 'rules.rehearse', shows: 'persons', outlet: 'rehearsal.page' }, show)
}
