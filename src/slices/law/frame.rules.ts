/**
 * A life seen from one municipality: the few days and spans that the lines of DOMAIN.md 3 are asked against.
 * Worked out once per life; the lines themselves are then plain comparisons.
 */
import { birthday, dayFrom, partsOf, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import { educationRow, isCompleting, isFollowed, isQualifyingKind } from './education.rules.ts'
import type { Credential, EducationRow, Enrolment, LawSettings, Life, SchoolingEnd } from './law.types.ts'
import { residencesOf, type Residence } from './residence.rules.ts'
import { merged, never, type Span } from './span.rules.ts'

/** An enrolment with the row of the education table that reads it. */
export type Study = { readonly enrolment: Enrolment; readonly row: EducationRow }
export type StudySpan = Span & { readonly study: Study }

export type Frame = {
  readonly life: Life
  readonly municipality: string
  readonly settings: LawSettings
  readonly diedOn: Day
  readonly turns20On: Day | null
  readonly residences: readonly Residence[]
  /** First day the person can be covered (3.1); null without a birthday. */
  readonly firstOn: Day | null
  readonly completedOn: Day
  readonly studies: readonly Study[]
  /** Days of followed qualifying education, one span per enrolment. */
  readonly qualifying: readonly StudySpan[]
  readonly undecided: readonly StudySpan[]
  /** Gaps that are not covered: a change of schools or the summer (8). */
  readonly gaps: readonly Span[]
}

const defaultTermEnd = (year: number): Day => dayFrom(year, 6, 15)

/** Last day of the spring term of the year (3.1). */
export const termEndIn = (settings: LawSettings, year: number): Day => settings.termEnds.get(year) ?? defaultTermEnd(year)

/** The last day of compulsory schooling (7 kap. 10, 13, 14 §§ skollagen). A decision on an earlier end wins over one on a later. */
export function schoolingEndsOn(bornOn: Day, ends: readonly SchoolingEnd[], settings: LawSettings): Day {
  const turns16In = yearOf(bornOn) + 16
  let endsOn = termEndIn(settings, turns16In)
  if (ends.some((end) => end.ground === '7:13')) endsOn = Math.min(termEndIn(settings, turns16In + 1), birthday(bornOn, 18)) as Day
  for (const end of ends) if (end.ground === '7:14' && end.endOn < endsOn) endsOn = end.endOn
  return endsOn
}

/**
 * The immigration that decides the first day (3.1): the earliest known one, unless a deregistration came before it.
 * Then it is a return, and somebody who went to school here before emigrating does not become younger by coming back.
 */
function firstImmigration(life: Life): Day | null {
  let first: Day | null = null
  for (const { on } of life.immigrations) if (first === null || on < first) first = on
  if (first === null) return null
  for (const { on } of life.deregistrations) if (on <= first) return null
  return first
}

/** The first day the person can be covered: the day after compulsory schooling, or the immigration when that is later (3.1). */
function firstDayOf(life: Life, settings: LawSettings): Day | null {
  if (life.bornOn === null) return null
  const first = plusDays(schoolingEndsOn(life.bornOn, life.schoolingEnds, settings), 1)
  const immigratedOn = firstImmigration(life)
  return immigratedOn !== null && immigratedOn > first ? immigratedOn : first
}

const untilOf = (enrolment: Enrolment): Day => (enrolment.endOn === null ? never : plusDays(enrolment.endOn, 1))

function studySpans(studies: readonly Study[], of: (row: EducationRow) => boolean): StudySpan[] {
  const spans: StudySpan[] = []
  for (const study of studies) {
    if (!of(study.row) || !isFollowed(study.enrolment)) continue
    const until = untilOf(study.enrolment)
    const from = Math.max(study.enrolment.startOn, study.row.qualifiesFromOn ?? -Infinity) as Day
    if (from < until) spans.push({ from, until, study })
  }
  return spans
}

/** How late a document may be dated and still belong to the education that ended (3.4, 3.5). */
export const documentDays = 60

/** The day from which a completing credential counts (3.4). */
function countsFrom(credential: Credential, qualifying: readonly Span[]): Day {
  let lastFollowed = -Infinity
  for (const span of qualifying) {
    // Still followed afterwards: the document is not dated after the last day, and counts from its date.
    if (span.from <= credential.on && credential.on < span.until - 1) return credential.on
    if (span.until - 1 <= credential.on) lastFollowed = Math.max(lastFollowed, span.until - 1)
  }
  return credential.on - lastFollowed <= documentDays ? ((lastFollowed + 1) as Day) : credential.on
}

/** The first day on which a completing credential counts; `never` when there is none. */
function completionDay(life: Life, qualifying: readonly Span[]): Day {
  let first = never
  for (const credential of life.credentials) {
    if (!isCompleting(credential.type)) continue
    const on = countsFrom(credential, qualifying)
    if (on < first) first = on
  }
  return first
}

function isSummer(g: Day, n: Day, settings: LawSettings): boolean {
  const { year } = partsOf(g)
  const { from, until } = settings.summer
  return g >= dayFrom(year, from[0], from[1]) && n <= dayFrom(year, until[0], until[1])
}

/** The gaps from g to n that are not covered (8). `followed` is sorted and does not touch. */
function bridgedGaps(followed: readonly Span[], firstOn: Day, settings: LawSettings): Span[] {
  const gaps: Span[] = []
  let g = firstOn
  for (const { from: n, until } of followed) {
    if (n > g && (n - g <= settings.shortGapDays || isSummer(g, n, settings))) gaps.push({ from: g, until: n })
    g = Math.max(until, firstOn) as Day
  }
  return gaps
}

/** The frame of a life in a municipality. Pure; the same facts in any order give the same frame. */
export function frameOf(life: Life, municipality: string, settings: LawSettings): Frame {
  const studies = life.enrolments.map((enrolment) => ({
    enrolment,
    row: educationRow(settings.educations, enrolment.schoolType, enrolment.educationCode),
  }))
  const qualifying = studySpans(studies, (row) => isQualifyingKind(row.counts))
  const undecided = studySpans(studies, (row) => row.counts === 'undecided')
  const firstOn = firstDayOf(life, settings)
  const diedOn = life.deaths.reduce<Day>((first, { on }) => (on < first ? on : first), never)
  return {
    life,
    municipality,
    settings,
    diedOn,
    turns20On: life.bornOn === null ? null : birthday(life.bornOn, 20),
    residences: residencesOf(life),
    firstOn,
    completedOn: completionDay(life, qualifying),
    studies,
    qualifying,
    undecided,
    gaps: firstOn === null ? [] : bridgedGaps(merged([...qualifying, ...undecided]), firstOn, settings),
  }
}
