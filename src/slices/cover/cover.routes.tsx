/** Pages of cover: the team, absences, and the summary for the one who was away. */
import {
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
import { changeAbsence, endAbsence, readSummaryOff, setAbsence } from './absence.actions.ts'
import { AbsencePage, NewAbsencePage, type AbsenceTyped } from './absence-form.views.tsx'
import { absenceForm, changeForm, nothingForm, type AbsenceForm, type ChangeForm } from './cover.forms.ts'
import { teamPaths } from './cover.paths.ts'
import { coverTexts } from './cover.texts.ts'
import type { Absence, AbsenceRefusal, Setter } from './cover.types.ts'
import { readSummary } from './summary.actions.ts'
import { SummaryPage } from './summary.views.tsx'
import { readAbsence, readChoices, readTeam, type TeamReader } from './team.actions.ts'
import { TeamPage } from './team.views.tsx'

const setterOf = ({ actor, may, scope }: Visit): Setter => ({ staffId: actor.staffId, mayEdit: may('cover.edit'), units: scope.units })

const readerOf = (visit: Visit): TeamReader => ({
  pool: visit.place.pool,
  code: visit.place.code,
  scope: visit.scope,
  today: visit.today,
  setter: setterOf(visit),
})

type Shown = { readonly field: string; readonly text: string }

const fieldOf: Readonly<Record<AbsenceRefusal, keyof AbsenceTyped>> = {
  'unknown-colleague': 'staff',
  'not-yours': 'staff',
  'end-before-start': 'until',
  'over-already': 'until',
  'too-long': 'until',
  overlaps: 'from',
  oneself: 'substitute',
  'substitute-not-active': 'substitute',
  'substitute-not-with-youths': 'substitute',
  'substitute-other-unit': 'substitute',
}

const problemFor = ({ lang }: Visit, reason: AbsenceRefusal, field: keyof AbsenceTyped = fieldOf[reason]): Shown => ({
  field,
  text: coverTexts[lang].refusals[reason],
})

const worded = ({ lang }: Visit, problems: readonly FieldProblem[]): Shown[] =>
  problems.map(({ field, problem }) => ({ field, text: problemText(lang, problem) }))

async function showNew(visit: Visit, typed: AbsenceTyped, problems: readonly Shown[] = []): Promise<Answer> {
  const choices = await readChoices(readerOf(visit), null)
  const { frame, newOnce } = visit
  return page(<NewAbsencePage {...{ frame, choices, typed, problems, newOnce }} />, problems.length === 0 ? 200 : 422)
}

const typedFrom = (typed: Typed): AbsenceTyped => ({
  staff: typedValue(typed, 'staff'),
  substitute: typedValue(typed, 'substitute'),
  from: typedValue(typed, 'from'),
  until: typedValue(typed, 'until'),
})

async function answerNew(visit: Visit, { staff, substitute, from, until }: AbsenceForm, typed: Typed): Promise<Answer> {
  const wish = { staffId: staff, substituteId: substitute, fromOn: from, untilOn: until }
  const decision = await setAbsence(visit.place.pool, setterOf(visit), wish, visit.today)
  if (decision.granted) return goTo(teamPaths.team, coverTexts[visit.lang].saved)
  return showNew(visit, typedFrom(typed), [problemFor(visit, decision.reason)])
}

const idOf = ({ params }: Visit): string | null => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/.exec(params['id'] ?? '')?.[0] ?? null

type Change = Pick<AbsenceTyped, 'substitute' | 'until'>
type Again = { readonly problems?: readonly Shown[]; readonly isStale?: boolean }

const textOf = ({ substituteId, untilOn }: Absence): Change => ({ substitute: substituteId, until: untilOn })

async function showAbsence(visit: Visit, typed: Change | null, { problems = [], isStale = false }: Again = {}): Promise<Answer> {
  const id = idOf(visit)
  const absence = id === null ? null : await readAbsence(readerOf(visit), id)
  if (absence === null || absence.untilOn <= visit.today) return missing
  const choices = await readChoices(readerOf(visit), absence.staffId)
  const wanted = typed ?? textOf(absence)
  const nameOf = (staffId: string) => choices.substitutes.find((one) => one.id === staffId)?.name ?? '–'
  const t = coverTexts[visit.lang]
  const differences = [
    { what: t.staleSubstitute, mine: nameOf(wanted.substitute), theirs: absence.substitute },
    { what: t.staleUntil, mine: wanted.until, theirs: absence.untilOn },
  ].filter(({ mine, theirs }) => mine !== theirs)
  const props = { frame: visit.frame, newOnce: visit.newOnce, choices, absence, version: absence.version, problems }
  const shown = { ...props, typed: { staff: absence.staffId, from: absence.fromOn, ...wanted }, hasBegun: absence.fromOn < visit.today }
  return page(<AbsencePage {...shown} {...(isStale ? { differences } : {})} />, isStale ? 409 : problems.length === 0 ? 200 : 422)
}

async function answerChange(visit: Visit, { substitute, until, version }: ChangeForm): Promise<Answer> {
  const absenceId = idOf(visit)
  if (absenceId === null) return missing
  const wish = { absenceId, substituteId: substitute, untilOn: until, version }
  const decision = await changeAbsence(visit.place.pool, setterOf(visit), wish, visit.today)
  if (decision.granted) return goTo(teamPaths.team, coverTexts[visit.lang].changed)
  const { reason } = decision
  if (reason === 'missing') return missing
  const typed = { substitute, until }
  if (reason === 'stale') return showAbsence(visit, typed, { isStale: true })
  // The first day is not in this form: what clashes is the day back.
  return showAbsence(visit, typed, { problems: [problemFor(visit, reason, reason === 'overlaps' ? 'until' : fieldOf[reason])] })
}

const reshowChange = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  showAbsence(
    visit,
    { substitute: typedValue(typed, 'substitute'), until: typedValue(typed, 'until') },
    { problems: worded(visit, problems) },
  )

async function answerEnd(visit: Visit): Promise<Answer> {
  const t = coverTexts[visit.lang]
  const absenceId = idOf(visit)
  if (absenceId === null) return missing
  const decision = await endAbsence(visit.place.pool, setterOf(visit), absenceId, visit.today)
  if (decision.granted) return goTo(teamPaths.team, decision.value === 'taken-away' ? t.takenAway : t.backToday)
  return decision.reason === 'missing' ? missing : goTo(teamPaths.team, t.over)
}

async function answerSummary(visit: Visit): Promise<Answer> {
  const id = idOf(visit)
  const summary = id === null ? null : await readSummary(readerOf(visit), id)
  return summary === null ? missing : page(<SummaryPage frame={visit.frame} summary={summary} newOnce={visit.newOnce} />)
}

async function answerRead(visit: Visit): Promise<Answer> {
  const id = idOf(visit)
  if (id === null) return missing
  const decision = await readSummaryOff(visit.place.pool, visit.actor.staffId, id, visit.today)
  return decision.granted ? goTo(teamPaths.team, coverTexts[visit.lang].markedRead) : missing
}

/** Registers the pages. */
export function addCoverPages(pages: Pages): void {
  const counted = { permit: 'cover.read', shows: 'counts', outlet: 'cover.page' } as const
  const staff = { permit: 'cover.read', shows: 'staff' } as const
  const persons = { permit: 'cover.read', shows: 'persons', outlet: 'cover.page' } as const
  pages.get(teamPaths.team, counted, async (visit) =>
    page(<TeamPage frame={visit.frame} today={visit.today} team={await readTeam(readerOf(visit))} />),
  )
  pages.get(teamPaths.add, staff, (visit) => showNew(visit, { staff: visit.actor.staffId, substitute: '', from: visit.today, until: '' }))
  pages.post(teamPaths.add, staff, absenceForm, answerNew, (visit, problems, typed) =>
    showNew(visit, typedFrom(typed), worded(visit, problems)),
  )
  pages.get(teamPaths.absence(':id'), staff, (visit) => showAbsence(visit, null))
  pages.post(teamPaths.absence(':id'), staff, changeForm, answerChange, reshowChange)
  pages.post(teamPaths.end(':id'), staff, nothingForm, answerEnd)
  pages.get(teamPaths.summary(':id'), persons, answerSummary)
  pages.post(teamPaths.summary(':id'), staff, nothingForm, answerRead)
}
