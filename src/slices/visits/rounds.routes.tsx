/** The list of rounds, planning one, and answering alarms. */
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
import { alarmForm, changedRoundForm, roundForm, type RoundForm } from './plan.forms.ts'
import { planRound, replanRound } from './plan.actions.ts'
import { problemsOf, type PlanProblem, type RoundWish } from './plan.rules.ts'
import { planTexts } from './plan.texts.ts'
import { RoundFormPage, type TypedRound } from './plan.views.tsx'
import { readChoices, readRound, readRounds, type Choices } from './read.actions.ts'
import { RoundsPage } from './rounds.views.tsx'
import { pairText } from './parts.views.tsx'
import type { AlarmDraft } from './alarm.views.tsx'
import type { Round } from './visits.types.ts'
import { visitTexts } from './visits.texts.ts'
import { readerOf, roundIdOf, uuid } from './visit-reader.ts'
import { timeText } from './times.texts.ts'
import { settleAlarm } from './watch.actions.ts'

async function showRounds(visit: Visit, draft: AlarmDraft | null, status: 200 | 409 | 422): Promise<Answer> {
  const { frame, today, actor, newOnce } = visit
  const rounds = await readRounds(readerOf(visit))
  return page(<RoundsPage {...{ frame, today, draft, newOnce, ...rounds }} staffId={actor.staffId} />, status)
}

const fields = ['on', 'district', 'area', 'startsAt', 'endsAt', 'first', 'second', 'watch'] as const
const typedRound = (typed: Typed): TypedRound => Object.fromEntries(fields.map((name) => [name, typedValue(typed, name)])) as TypedRound

type Change = { readonly roundId: string; readonly version: number }
type Shown = {
  readonly typed: TypedRound
  readonly change: Change | null
  readonly problems?: readonly { readonly field: string; readonly text: string }[]
  readonly differences?: readonly { readonly what: string; readonly mine: string; readonly theirs: string }[]
}
type Status = 200 | 409 | 422 | 503

async function showForm(visit: Visit, { typed, change, problems = [], differences }: Shown, status: Status): Promise<Answer> {
  const choices = await readChoices(readerOf(visit))
  const common = { frame: visit.frame, choices, typed, change, problems, earliest: visit.today, once: visit.newOnce() }
  return page(<RoundFormPage {...common} differences={differences ?? null} />, status)
}

/** A wish as it is judged and saved: an area of its own words, or the district's name. */
function wishOf(form: RoundForm, { districts }: Choices): RoundWish | null {
  const { district, area, ...rest } = form
  const chosen = districts.find(({ id }) => String(id) === district) ?? null
  const named = area === '' ? (chosen?.name ?? '') : area
  return named === '' ? null : { ...rest, area: named, districtId: chosen?.id ?? null }
}

const worded = ({ lang }: Visit, problems: readonly { readonly field: string; readonly problem: PlanProblem }[]) =>
  problems.map(({ field, problem }) => ({ field, text: planTexts[lang].problems[problem] }))

/** The wish, or the page that says what is wrong with it. */
async function soundWish(visit: Visit, form: RoundForm, typed: Typed, change: Change | null): Promise<RoundWish | Answer> {
  const choices = await readChoices(readerOf(visit))
  const wish = wishOf(form, choices)
  const shown = { typed: typedRound(typed), change }
  if (wish === null) return showForm(visit, { ...shown, problems: [{ field: 'area', text: planTexts[visit.lang].areaNeeded }] }, 422)
  const problems = problemsOf(wish, { today: visit.today, now: timeText(visit.nowMs), staff: choices.staff })
  return problems.length === 0 ? wish : showForm(visit, { ...shown, problems: worded(visit, problems) }, 422)
}

async function plan(visit: Visit, form: RoundForm, typed: Typed): Promise<Answer> {
  const wish = await soundWish(visit, form, typed, null)
  if ('kind' in wish) return wish
  const decision = await planRound(readerOf(visit), wish)
  if (decision.granted) return goTo(`/besok/${decision.value}`, planTexts[visit.lang].planned)
  return showForm(visit, { typed: typedRound(typed), change: null }, 422)
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed, change: Change | null): Promise<Answer> => {
  const text = (problem: string): string => (problem === 'not-a-time' ? planTexts[visit.lang].notATime : problemText(visit.lang, problem))
  return showForm(
    visit,
    { typed: typedRound(typed), change, problems: problems.map(({ field, problem }) => ({ field, text: text(problem) })) },
    422,
  )
}

const typedFrom = ({ on, area, districtId, startsAt, endsAt, first, second, watch }: Round): TypedRound => ({
  on,
  area,
  startsAt,
  endsAt,
  district: districtId === null ? '' : String(districtId),
  first: first.id,
  second: second.id,
  watch: watch.id,
})

const startTyped = ({ today, actor }: Visit): TypedRound => ({
  on: today,
  district: '',
  area: '',
  startsAt: '13:00',
  endsAt: '16:00',
  first: actor.staffId,
  second: '',
  watch: '',
})

async function showChange(visit: Visit): Promise<Answer> {
  const found = await readRound(readerOf(visit), roundIdOf(visit))
  if (found === null) return missing
  const { round } = found
  if (round.state !== 'planned') return goTo(`/besok/${round.roundId}`, planTexts[visit.lang].refused['under-way'])
  return showForm(visit, { typed: typedFrom(round), change: round }, 200)
}

function differencesOf({ lang }: Visit, wish: RoundWish, now: Round, { staff }: Choices) {
  const texts = planTexts[lang]
  const nameOf = (id: string): string => staff.find((one) => one.id === id)?.name ?? texts.nobody
  const pairs: readonly (readonly [string, string, string])[] = [
    [texts.on, wish.on, now.on],
    [texts.district, wish.area, now.area],
    [texts.startsAt, `${wish.startsAt}–${wish.endsAt}`, `${now.startsAt}–${now.endsAt}`],
    [texts.first, `${nameOf(wish.first)}, ${nameOf(wish.second)}`, pairText(now, lang)],
    [texts.watch, nameOf(wish.watch), now.watch.name],
  ]
  return pairs.filter(([, mine, theirs]) => mine !== theirs).map(([what, mine, theirs]) => ({ what, mine, theirs }))
}

async function replan(visit: Visit, { version, ...form }: RoundForm & { version: number }, typed: Typed): Promise<Answer> {
  const roundId = roundIdOf(visit)
  const wish = await soundWish(visit, form, typed, { roundId, version })
  if ('kind' in wish) return wish
  const texts = planTexts[visit.lang]
  const decision = await replanRound(readerOf(visit), roundId, { wish, version })
  if (decision.granted) return goTo(`/besok/${roundId}`, texts.changed)
  if (decision.reason === 'missing') return missing
  const shown = { typed: typedRound(typed), change: { roundId, version } }
  switch (decision.reason) {
    case 'under-way':
      return goTo(`/besok/${roundId}`, texts.refused['under-way'])
    case 'staff-may-not-see':
      return showForm(visit, { ...shown, problems: [{ field: 'first', text: texts.refused['staff-may-not-see'] }] }, 422)
    case 'night-is-running':
      return showForm(visit, { ...shown, problems: [{ field: 'on', text: texts.refused['night-is-running'] }] }, 503)
    case 'not-plannable':
      return showForm(visit, shown, 422)
    case 'somebody-else-first': {
      const found = await readRound(readerOf(visit), roundId)
      if (found === null) return missing
      const differences = differencesOf(visit, wish, found.round, await readChoices(readerOf(visit)))
      return showForm(visit, { typed: shown.typed, change: { roundId, version: found.round.version }, differences }, 409)
    }
  }
}

async function answerAlarm(visit: Visit, note: string): Promise<Answer> {
  const texts = visitTexts[visit.lang].alarm
  const decision = await settleAlarm(readerOf(visit), visit.params['stop'] ?? '', note)
  return goTo('/besok', decision.granted ? texts.answered : texts.already)
}

const reshowAlarm = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  showRounds(
    visit,
    {
      stopId: visit.params['stop'] ?? '',
      note: typedValue(typed, 'note'),
      problems: problems.map(({ problem }) => ({ field: `note-${visit.params['stop'] ?? ''}`, text: problemText(visit.lang, problem) })),
    },
    422,
  )

/** The list, planning and alarms. */
export function addRoundsPages(pages: Pages): void {
  const counted = { permit: 'visits.make', shows: 'counts', outlet: 'visits.page' } as const
  const staff = { permit: 'visits.make', shows: 'staff' } as const
  const shown = { permit: 'visits.make', shows: 'persons', outlet: 'visits.page' } as const
  pages.get('/besok', counted, (visit) => showRounds(visit, null, 200))
  pages.get('/besok/ny', staff, (visit) => showForm(visit, { typed: startTyped(visit), change: null }, 200))
  pages.post('/besok/ny', staff, roundForm, plan, (visit, problems, typed) => reshow(visit, problems, typed, null))
  pages.get(`/besok/:id{${uuid}}/andra`, shown, showChange)
  pages.post(`/besok/:id{${uuid}}/andra`, shown, changedRoundForm, replan, (visit, problems, typed) =>
    reshow(visit, problems, typed, { roundId: roundIdOf(visit), version: Number(typedValue(typed, 'version')) || 0 }),
  )
  pages.post(`/besok/larm/:stop{${uuid}}`, counted, alarmForm, (visit, { note }) => answerAlarm(visit, note), reshowAlarm)
}
