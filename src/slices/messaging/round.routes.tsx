/** /utskick: the rounds, a new one, and one from preparing to done. */
import type { z } from 'zod'
import {
  file,
  goTo,
  missing,
  page,
  problemText,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { numberText } from '../../ui/ui.texts.ts'
import { beginRound, cancelRound, prepareAgain, reviewRound, type Acting, type ActRefusal } from './round.actions.ts'
import { countOnList, listQueryOf } from './round-list.actions.ts'
import { listQuery, queryOfSelection, sendsSomething } from './round-form.rules.ts'
import { RoundFormPage, type RoundDraft } from './round-form.views.tsx'
import { plainForm, releaseForm, reviewForm, roundForm, type RoundForm } from './round.forms.ts'
import { newRoundAddress, roundAddress, roundsAddress, RoundsPage } from './round-list.views.tsx'
import { roundPageTexts } from './round-page.texts.ts'
import { progressOf, type RoundAround } from './round-prepare.actions.ts'
import { readPreviewLetter, readRound, readRounds } from './round-read.actions.ts'
import { releaseRound } from './round-release.actions.ts'
import { roundTexts } from './round.texts.ts'
import { RoundPage, type RoundPageProps } from './round.views.tsx'

/** What the pages of rounds stand on. `report` is told of defects in what runs after an answer. */
export type RoundWeb = { readonly publicUrl: string; readonly report: (error: unknown) => void }

const toldTo = ({ lang, today }: Visit) => ({ lang, today })
const actingOf = ({ place, scope, actor }: Visit): Acting => ({ pool: place.pool, scope, staffId: actor.staffId })
const aroundOf = ({ place }: Visit, { publicUrl }: RoundWeb): RoundAround => ({ place, publicUrl })
const readerOf = (visit: Visit) => ({
  ...actingOf(visit),
  code: visit.place.code,
  unitId: visit.actor.unit?.id ?? null,
  today: visit.today,
})
const roundIdOf = ({ params }: Visit): string => params['id'] ?? ''

/** A small round is prepared before anybody would look. */
const patienceMs = 1_200

async function list(visit: Visit): Promise<Answer> {
  const asked = Math.min(Math.max(1, Math.trunc(Number(visit.query.get('sida'))) || 1), 10_000)
  const rounds = await readRounds(actingOf(visit), visit.today, asked)
  return page(<RoundsPage frame={visit.frame} told={toldTo(visit)} list={rounds} page={asked} maySet={visit.may('settings.edit')} />)
}

/** A form as it begins: of the list that the address carries, or of those whose next step is a letter. */
function fresh({ query }: Visit): RoundDraft {
  const asked = new URLSearchParams([...query].filter(([name]) => name !== 'slag')).toString()
  const isLarge = query.get('slag') === 'stor'
  return {
    name: '',
    kind: isLarge ? 'large' : 'continuous',
    selection: asked === '' ? 'letters' : 'list',
    days: '60',
    list: asked === '' ? '' : `/ungdomar?${asked}`,
    letter: 'firstLetter',
    sms: true,
    email: true,
  }
}

async function showForm(visit: Visit, draft: RoundDraft, problems: RoundPageProps['problems'], status: 200 | 422): Promise<Answer> {
  const query = draft.list === '' ? null : listQuery(draft.list)
  const onList = query === null ? null : await countOnList(readerOf(visit), query)
  return page(<RoundFormPage frame={visit.frame} draft={draft} problems={problems} onList={onList} once={visit.newOnce()} />, status)
}

async function begin(visit: Visit, web: RoundWeb, form: RoundForm): Promise<Answer> {
  const t = roundTexts[visit.lang]
  const { name, kind, selection, days, list: address, letter, sms, email } = form
  const given = listQuery(address)
  const query = queryOfSelection(selection, days, given === null ? null : listQueryOf(given))
  const templates = {
    letterKey: letter === '' ? null : letter,
    smsKey: sms ? ('firstSms' as const) : null,
    emailKey: email ? ('firstEmail' as const) : null,
  }
  const problems = [
    ...('problem' in query ? [{ field: selection === 'list' ? 'list' : 'days', text: t.problems[query.problem] }] : []),
    ...(sendsSomething(templates) ? [] : [{ field: 'letter', text: t.problems['nothing-sent'] }]),
  ]
  if (problems.length > 0 || 'problem' in query) return showForm(visit, form, problems, 422)
  const wish = { kind, name, ...query, ...templates }
  const after = { now: new Date(visit.nowMs), report: web.report }
  return goTo(roundAddress(await beginRound(aroundOf(visit, web), readerOf(visit), wish, after)))
}

const reshowForm = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> => {
  const one = (field: string): string => typedValue(typed, field)
  const draft = {
    name: one('name'),
    kind: one('kind'),
    selection: one('selection'),
    days: one('days'),
    list: one('list'),
    letter: one('letter'),
  }
  const texts = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  return showForm(visit, { ...draft, sms: one('sms') !== '', email: one('email') !== '' }, texts, 422)
}

type Said = Partial<Pick<RoundPageProps, 'problems' | 'refusal'>>

async function show(visit: Visit, web: RoundWeb, said: Said = {}, status: 200 | 409 | 422 = 200): Promise<Answer> {
  const progress = progressOf(roundIdOf(visit))
  if (progress !== null)
    await Promise.race([progress.finished.catch(() => {}), new Promise((done) => setTimeout(done, patienceMs).unref())])
  const shown = await readRound(aroundOf(visit, web), actingOf(visit), roundIdOf(visit), visit.today)
  if (shown === null) return missing
  return page(
    <RoundPage
      frame={visit.frame}
      told={toldTo(visit)}
      shown={shown}
      done={progressOf(roundIdOf(visit))}
      staffId={visit.actor.staffId}
      mayRelease={visit.may('messages.release')}
      problems={said.problems ?? []}
      refusal={said.refusal ?? null}
      newOnce={visit.newOnce}
    />,
    status,
  )
}

/** The round again, with why what was asked could not be done. */
const refused = (visit: Visit, web: RoundWeb, reason: ActRefusal): Promise<Answer> | Answer =>
  reason === 'missing' ? missing : show(visit, web, { refusal: roundPageTexts[visit.lang].refusals[reason] }, 409)

async function review(visit: Visit, web: RoundWeb, { version, read }: z.infer<typeof reviewForm>): Promise<Answer> {
  const t = roundPageTexts[visit.lang]
  if (!read) return show(visit, web, { problems: [{ field: 'read', text: t.reviewTickMissing }] }, 422)
  const decision = await reviewRound(actingOf(visit), roundIdOf(visit), version)
  return decision.granted ? goTo(roundAddress(roundIdOf(visit)), t.reviewDone) : refused(visit, web, decision.reason)
}

async function release(visit: Visit, web: RoundWeb, { version }: z.infer<typeof releaseForm>): Promise<Answer> {
  const asked = { roundId: roundIdOf(visit), seen: version, now: new Date(visit.nowMs) }
  const decision = await releaseRound(aroundOf(visit, web), actingOf(visit), asked)
  if (!decision.granted) return refused(visit, web, decision.reason)
  const messages = numberText(decision.value.messages, visit.lang)
  return goTo(roundAddress(roundIdOf(visit)), roundPageTexts[visit.lang].released(messages))
}

async function cancel(visit: Visit, web: RoundWeb): Promise<Answer> {
  const decision = await cancelRound(actingOf(visit), roundIdOf(visit))
  if (!decision.granted) return refused(visit, web, decision.reason)
  const t = roundPageTexts[visit.lang]
  return goTo(roundAddress(roundIdOf(visit)), decision.value === 0 ? t.cancelledUnsent : t.cancelled(decision.value))
}

async function again(visit: Visit, web: RoundWeb): Promise<Answer> {
  const after = { now: new Date(visit.nowMs), report: web.report }
  const decision = await prepareAgain(aroundOf(visit, web), actingOf(visit), roundIdOf(visit), after)
  return decision.granted ? goTo(roundAddress(roundIdOf(visit))) : refused(visit, web, decision.reason)
}

async function previewLetter(visit: Visit, web: RoundWeb): Promise<Answer> {
  const nth = Number(/^[123]$/.exec(visit.params['nth'] ?? '')?.[0] ?? 0)
  const asked = { roundId: roundIdOf(visit), nth, today: visit.today }
  const letter = await readPreviewLetter(aroundOf(visit, web), actingOf(visit), asked)
  return letter === null ? missing : file(`prov-${nth}.pdf`, 'application/pdf', new Uint8Array(letter))
}

/** Registers the pages. */
export function addRoundPages(pages: Pages, web: RoundWeb): void {
  const counts = { permit: 'messages.prepare', shows: 'counts', outlet: 'messages.page' } as const
  const prepare = { permit: 'messages.prepare', shows: 'persons', outlet: 'messages.page' } as const
  const one = `${roundsAddress}/:id{[0-9a-f]{8}-[0-9a-f-]{27}}`
  pages.get(roundsAddress, counts, list)
  pages.get(newRoundAddress, counts, (visit) => showForm(visit, fresh(visit), [], 200))
  pages.post(newRoundAddress, counts, roundForm, (visit, form) => begin(visit, web, form), reshowForm)
  pages.get(one, prepare, (visit) => show(visit, web))
  pages.get(`${one}/prov/:nth`, { permit: 'messages.prepare', shows: 'person', outlet: 'letter.file' }, (visit) =>
    previewLetter(visit, web),
  )
  pages.post(`${one}/granska`, prepare, reviewForm, (visit, form) => review(visit, web, form))
  pages.post(`${one}/slapp`, { ...prepare, permit: 'messages.release' }, releaseForm, (visit, form) => release(visit, web, form))
  pages.post(`${one}/avbryt`, prepare, plainForm, (visit) => cancel(visit, web))
  pages.post(`${one}/forbered`, prepare, plainForm, (visit) => again(visit, web))
}
