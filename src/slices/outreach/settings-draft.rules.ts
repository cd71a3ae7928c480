/**
 * The settings of outreach as a form says them: read, checked against the ladder's own limits, and compared with those in force.
 * Pure: the form's texts in; a draft, or what is wrong field by field, out.
 */
import { ladderShape, occupations, type LadderSettings, type MonthDay } from '../ladder/index.ts'
import { isRealDate } from '../../platform/plain-date.ts'
import type { StoredValue } from '../settings/index.ts'
import type { FreshnessDays } from './freshness.rules.ts'
import { readNamed, typedNamed, type TypedNamed } from './settings-named.rules.ts'
import { searchSources, type OutreachSettings } from './outreach-settings.rules.ts'

/** The ladder's whole numbers, in the order of the page. A dot leads into a part of it. */
export const ladderNumbers = [
  'beginMonths',
  'lateDays',
  'daysToFirstCall',
  'calls',
  'daysBetweenCalls',
  'daysToFurtherLetter',
  'daysToVisitCard',
  'daysToVisit',
  'newRoundDays',
  'answerWorkingDays',
  'silenceDays',
  'promiseDays',
  'coolOffDays',
  'cooldownDays.noAnswer',
  'cooldownDays.wrongPerson',
  'dayHours.morning',
  'dayHours.midday',
  'dayHours.late',
  'dayHours.end',
] as const
export type LadderNumber = (typeof ladderNumbers)[number]

/** Days of every year: one, or any number of them. */
export const ladderDays = ['largeRoundAfter', 'termStarts', 'admissions'] as const
export type LadderDays = (typeof ladderDays)[number]

/** What is either so or not. `mayForward` is not the ladder's own. */
export const outreachTicks = ['smsWithLetter', 'birthdayIsMoment', 'minorsNeedGuardian', 'mayForward'] as const
export type OutreachTick = (typeof outreachTicks)[number]

/** Every kind of occupation has its days. */
export const freshnessKinds: readonly (keyof FreshnessDays)[] = occupations

/** The form as typed. */
export type TypedOutreach = {
  readonly numbers: Readonly<Record<LadderNumber, string>>
  readonly days: Readonly<Record<LadderDays, string>>
  readonly ticks: readonly OutreachTick[]
  readonly freshness: Readonly<Record<keyof FreshnessDays, string>>
  readonly steps: readonly TypedNamed[]
  readonly departments: readonly TypedNamed[]
}

/** Why a field cannot be used; in words in `outreach-settings.texts`. */
export type OutreachProblem =
  | 'not-whole'
  | 'out-of-range'
  | 'not-month-days'
  | 'not-one-month-day'
  | 'hours-backwards'
  | 'not-fresh'
  | 'name-missing'
  | 'name-long'
  | 'name-twice'
  | 'none-active'
  | 'too-many'
export type OutreachProblemAt = {
  readonly field: string
  readonly problem: OutreachProblem
  readonly least?: number
  readonly most?: number
}

/** The id of a number's field: names with dots are no ids that a link can lead to without care. */
export const fieldOf = (name: string): string => name.replace('.', '-')

const wholeOf = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null)

/** Days written `MM-DD`, with commas or line breaks between; null when one is no day that every year has. */
function monthDaysOf(text: string): MonthDay[] | null {
  const days: MonthDay[] = []
  for (const part of text.split(/[,;\s]+/).filter((one) => one !== '')) {
    const [, month, day] = /^(\d{1,2})-(\d{1,2})$/.exec(part) ?? []
    if (month === undefined || day === undefined || !isRealDate(2001, Number(month), Number(day))) return null
    days.push([Number(month), Number(day)])
  }
  return days
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
/** A day of every year as `MM-DD`. */
const monthDayText = ([month, dayOfMonth]: MonthDay): string => `${twoDigits(month)}-${twoDigits(dayOfMonth)}`

type Problems = OutreachProblemAt[]

function numbersOf({ numbers }: TypedOutreach, problems: Problems): Record<LadderNumber, number> {
  const read = ladderNumbers.map((name) => {
    const value = wholeOf(numbers[name])
    if (value === null) problems.push({ field: fieldOf(name), problem: 'not-whole' })
    return [name, value ?? 0] as const
  })
  return Object.fromEntries(read) as Record<LadderNumber, number>
}

function daysOf({ days }: TypedOutreach, problems: Problems): Record<LadderDays, MonthDay[]> {
  const read = ladderDays.map((name) => {
    const value = monthDaysOf(days[name])
    if (value === null) problems.push({ field: name, problem: 'not-month-days' })
    return [name, value ?? []] as const
  })
  const all = Object.fromEntries(read) as Record<LadderDays, MonthDay[]>
  const isKnown = problems.some(({ field }) => field === 'largeRoundAfter')
  if (!isKnown && all.largeRoundAfter.length !== 1) problems.push({ field: 'largeRoundAfter', problem: 'not-one-month-day' })
  return all
}

/** Numbers under one name with a dot, as the ladder holds them. */
const group = (numbers: Record<LadderNumber, number>, prefix: string, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, numbers[`${prefix}.${key}` as LadderNumber]]))

/** What the ladder itself says of the numbers: its shape is the one place with their limits. */
function ladderOf(typed: TypedOutreach, problems: Problems): LadderSettings | null {
  const [numbers, days] = [numbersOf(typed, problems), daysOf(typed, problems)]
  if (problems.length > 0) return null
  const has = (tick: OutreachTick): boolean => typed.ticks.includes(tick)
  const plain = Object.fromEntries(Object.entries(numbers).filter(([name]) => !name.includes('.')))
  const parsed = ladderShape.safeParse({
    ...plain,
    cooldownDays: group(numbers, 'cooldownDays', ['noAnswer', 'wrongPerson']),
    dayHours: group(numbers, 'dayHours', ['morning', 'midday', 'late', 'end']),
    largeRoundAfter: days.largeRoundAfter[0],
    termStarts: days.termStarts,
    admissions: days.admissions,
    smsWithLetter: has('smsWithLetter'),
    birthdayIsMoment: has('birthdayIsMoment'),
    minorsNeedGuardian: has('minorsNeedGuardian'),
  })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) problems.push(problemIn(issue))
  return null
}

type Issue = NonNullable<ReturnType<typeof ladderShape.safeParse>['error']>['issues'][number]

function problemIn(issue: Issue): OutreachProblemAt {
  const field = issue.path.map(String).join('-')
  if (issue.code === 'too_small') return { field, problem: 'out-of-range', least: Number(issue.minimum) }
  if (issue.code === 'too_big') return { field, problem: 'out-of-range', most: Number(issue.maximum) }
  return field === 'dayHours' ? { field: 'dayHours-morning', problem: 'hours-backwards' } : { field, problem: 'out-of-range' }
}

function freshnessOf({ freshness }: TypedOutreach, problems: Problems): FreshnessDays {
  const read = freshnessKinds.map((kind) => {
    const days = wholeOf(freshness[kind])
    const isFresh = days !== null && days >= 1 && days <= 366
    if (!isFresh) problems.push({ field: `freshness-${kind}`, problem: 'not-fresh' })
    return [kind, isFresh ? days : 1] as const
  })
  return Object.fromEntries(read) as FreshnessDays
}

/** The draft that the form says; null when something is wrong with it, and then what. */
export function readOutreach(
  typed: TypedOutreach,
  present: OutreachSettings,
): { readonly draft: OutreachSettings | null; readonly problems: readonly OutreachProblemAt[] } {
  const problems: Problems = []
  const ladder = ladderOf(typed, problems)
  const freshness = freshnessOf(typed, problems)
  const steps = readNamed(typed.steps, present.searchSteps, 'step', problems)
  const departments = readNamed(typed.departments, present.departments, 'department', problems)
  if (ladder === null || problems.length > 0) return { draft: null, problems }
  const searchSteps = steps.map(({ source, ...step }) => ({
    ...step,
    source: searchSources.find((one) => one === source) ?? 'lookedUp',
  }))
  const draft: OutreachSettings = {
    ladder,
    freshness,
    searchSteps,
    departments: departments.map(({ key, name, active }) => ({ key, name, active })),
    mayForwardLetters: typed.ticks.includes('mayForward'),
  }
  return { draft, problems }
}

/** The settings in force as the form shows them. */
export function typedOutreach({ ladder, freshness, searchSteps, departments, mayForwardLetters }: OutreachSettings): TypedOutreach {
  const flat: Readonly<Record<string, unknown>> = ladder
  const valueOf = (name: string): unknown =>
    name.split('.').reduce<unknown>((found, part) => (found as Readonly<Record<string, unknown>>)[part], flat)
  const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, String(valueOf(name))]))
  const ladderTicks = outreachTicks.filter((tick) => tick !== 'mayForward' && ladder[tick])
  return {
    numbers: texts(ladderNumbers) as TypedOutreach['numbers'],
    days: {
      largeRoundAfter: monthDayText(ladder.largeRoundAfter),
      termStarts: ladder.termStarts.map(monthDayText).join(', '),
      admissions: ladder.admissions.map(monthDayText).join(', '),
    },
    ticks: mayForwardLetters ? [...ladderTicks, 'mayForward'] : ladderTicks,
    freshness: Object.fromEntries(freshnessKinds.map((kind) => [kind, String(freshness[kind])])) as TypedOutreach['freshness'],
    steps: typedNamed(searchSteps),
    departments: typedNamed(departments),
  }
}

/** What must be stored for the draft to be in force: only what differs. */
export function outreachChanges(present: OutreachSettings, draft: OutreachSettings): StoredValue[] {
  const parts = [
    ['outreach.ladder', present.ladder, draft.ladder],
    ['outreach.freshness', present.freshness, draft.freshness],
    ['outreach.searchSteps', present.searchSteps, draft.searchSteps],
    ['outreach.departments', present.departments, draft.departments],
    ['outreach.forwardLetters', present.mayForwardLetters, draft.mayForwardLetters],
  ] as const
  return parts.filter(([, before, after]) => !same(before, after)).map(([key, , value]) => ({ key, value }))
}

/** Whether two stored values say the same, whichever order their parts were written in. */
export const same = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
