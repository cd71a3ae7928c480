/** Makers of lives for tests: they fill everything, the test says only what matters. Dates are written as `YYYY-MM-DD`. */
import fc from 'fast-check'
import { birthday, dateOf, dayFrom, dayOf, parseDate, plusDays, yearOf, type Day } from '../../src/platform/plain-date.ts'
import { explain, responsibilityPeriods, shippedEducations } from '../../src/slices/law/index.ts'
import type {
  ConfirmedStay,
  Credential,
  Deregistration,
  Enrolment,
  Immigration,
  LawSettings,
  Life,
  ManualDecision,
  Origin,
  ProtectedRegistration,
  Registration,
  ResponsibilityPeriod,
  SchoolingEnd,
} from '../../src/slices/law/index.ts'

/** The municipality that asks, and another one. */
export const here = '0180'
export const there = '1480'

/** The day of a date that is known to be real. */
export function day(date: string): Day {
  const parsed = parseDate(date)
  if (parsed === null) throw new Error(`not a date: ${date}`)
  return dayOf(parsed)
}

/** The date so many days after another, as text. */
export const after = (date: string, days: number): string => dateOf(plusDays(day(date), days))

const dayOrNull = (date: string | null): Day | null => (date === null ? null : day(date))

export const anOrigin = (source: string, readAt = '2026-11-20T02:10:00Z'): Origin => ({ source, readAt })

type Content = Partial<Omit<Life, 'bornOn'>> & { readonly born?: string | null; readonly died?: string }

/** Born 10 March 2004, registered here since birth, and nothing else: can be covered from 16 June 2020 to 10 March 2024. */
export function aLife({ born = '2004-03-10', died, ...lists }: Content = {}): Life {
  return {
    bornOn: dayOrNull(born),
    deaths: died === undefined ? [] : [{ on: day(died) }],
    registrations: [aRegistration(born ?? '2000-01-01')],
    deregistrations: [],
    immigrations: [],
    enrolments: [],
    credentials: [],
    schoolingEnds: [],
    decisions: [],
    protectedRegistration: null,
    confirmedStays: [],
    ...lists,
  }
}

export const aRegistration = (on: string, municipality: string | null = here): Registration => ({ on: day(on), municipality })
export const aDeregistration = (on: string, cause: Deregistration['cause'] = 'UV'): Deregistration => ({ on: day(on), cause })
export const anImmigration = (on: string): Immigration => ({ on: day(on) })
export const aCredential = (on: string, type = 'examen_yrkes'): Credential => ({ on: day(on), type })
export const aProtection = (since: string): ProtectedRegistration => ({ sinceOn: day(since) })

/** Leaving compulsory school one year later (7:13), or earlier on the day (7:14). */
export const aLaterEnd: SchoolingEnd = { ground: '7:13' }
export const anEarlierEnd = (endOn: string): SchoolingEnd => ({ ground: '7:14', endOn: day(endOn) })

/** A national programme, from a day until a day (both followed), or still followed. */
export function anEnrolment(start: string, end: string | null = null, of: Partial<Omit<Enrolment, 'startOn' | 'endOn'>> = {}): Enrolment {
  return { startOn: day(start), endOn: dayOrNull(end), cancelled: false, schoolType: 'GY', educationCode: 'NA25', ...of }
}

/** An enrolment that a school interrupted on its last day. */
export const anInterruption = (start: string, end: string, schoolType = 'GY', educationCode = 'NA25'): Enrolment =>
  anEnrolment(start, end, { cancelled: true, schoolType, educationCode })

/** A start that never came. */
export const aWithdrawal = (start: string, schoolType = 'GY', educationCode = 'NA25'): Enrolment =>
  anInterruption(start, after(start, -1), schoolType, educationCode)

/** An education of a kind that no row of the table names. */
export const anUndecided = (start: string, end: string | null = null): Enrolment =>
  anEnrolment(start, end, { schoolType: 'NYTT', educationCode: 'X1' })

export const aDecision = (covers: boolean, from: string, until: string | null = null): ManualDecision => ({
  covers,
  fromOn: day(from),
  untilOn: dayOrNull(until),
  ground: 'enligt samtal',
  decidedBy: 'Anna Ek',
})

export const aStay = (from: string, until: string | null = null, municipality = here): ConfirmedStay => ({
  municipality,
  fromOn: day(from),
  untilOn: dayOrNull(until),
})

type Settings = Partial<Omit<LawSettings, 'termEnds'>> & { readonly termEnds?: readonly string[] }

/** The settings as shipped; `termEnds` are last days of spring terms. */
export const aSetting = ({ termEnds = [], ...of }: Settings = {}): LawSettings => ({
  termEnds: new Map(termEnds.map((date) => [yearOf(day(date)), day(date)])),
  shortGapDays: 14,
  summer: { from: [5, 1], until: [9, 30] },
  educations: shippedEducations,
  ...of,
})

/** A period as text: `2020-06-16 neverStarted -- 2024-03-10 turned20`. */
export const shownPeriod = ({ fromOn, untilOn, entryReason, exitReason }: ResponsibilityPeriod): string =>
  `${dateOf(fromOn)} ${entryReason} -- ${untilOn === null ? 'open' : `${dateOf(untilOn)} ${exitReason}`}`

/** The periods of a life as text. */
export const periods = (life: Life, settings = aSetting(), municipality = here): string[] =>
  responsibilityPeriods(life, municipality, settings).map(shownPeriod)

/** What the law answers for a life on a date: `covered`, or the reason why not. */
export const answerOn = (life: Life, date: string, settings = aSetting()): string =>
  explain(life, here, settings, day(date)).reason ?? 'covered'

/** Answers by date, asked on the dates of an expectation: `expect(answersLike(expected, life)).toEqual(expected)`. */
export const answersLike = (expected: Readonly<Record<string, string>>, life: Life, settings = aSetting()): Record<string, string> =>
  Object.fromEntries(Object.keys(expected).map((date) => [date, answerOn(life, date, settings)]))

// Random lives. Facts gather around a few days, so that edges meet: same day, the day after, 14, 30, 60 and 100 days away.

const births = ['2001-07-02', '2002-01-01', '2002-09-30', '2003-12-31', '2004-02-29', '2004-03-10'].map(day)
const calendarEdges = ['04-29', '04-30', '05-01', '06-15', '06-16', '07-01', '08-17', '09-30', '10-01', '12-31']
const edges = [2017, 2018, 2019, 2020, 2021, 2022].flatMap((year) => calendarEdges.map((date) => day(`${year}-${date}`)))
const nearby = [0, 0, 0, 1, 2, -1, 13, 14, 15, 16, 29, 30, 31, -30, -31, 59, 60, 61, -60, -61, 99, 100, 101, 200]
const lengths = [0, 1, 12, 13, 14, 15, 45, 100, 300, 400, -1, -2]

/** A day as one of the life's own few days and a distance from it. */
type Pick = { readonly base: number; readonly offset: number }
const aPick: fc.Arbitrary<Pick> = fc.record({ base: fc.nat(4), offset: fc.constantFrom(...nearby) })

const schools = ['GY NA25', 'GY NA25', 'GY IMA', 'GY', 'GYAN', 'VUXGY', 'ABROAD_UPPER_SECONDARY', 'NYTT', 'OKAND', 'VUX', 'SFI', 'GR']
const documents = ['examen_yrkes', 'ib_diploma', 'studiebevis', 'studiebevis', 'gymnasieintyg']

const few = <T>(one: fc.Arbitrary<T>, often: number, maxLength = 2): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: often, arbitrary: fc.array(one, { minLength: 1, maxLength }) },
    { weight: 10 - often, arbitrary: fc.constant<T[]>([]) },
  )

const aLength = fc.option(fc.constantFrom(...lengths), { freq: 5 })
const aPlace = fc.constantFrom(here, here, here, there, '0114', null)
const daysAfter = (from: Day, length: number | null) => (length === null ? null : plusDays(from, length))
const ends = fc.record({ at: aPick, ground: fc.constantFrom('7:13', '7:14') })

/** Lives with facts on and beside each other's edge days. Confirmed stays do not overlap. */
export const someLife: fc.Arbitrary<Life> = fc
  .record({
    bornOn: fc.option(fc.constantFrom(...births), { freq: 30 }),
    bases: fc.tuple(fc.constantFrom(...edges), fc.constantFrom(...edges), fc.constantFrom(...edges)),
    bornHere: fc.constantFrom(true, true, true, false),
    deaths: few(aPick, 1, 1),
    registrations: few(fc.record({ at: aPick, municipality: aPlace }), 5, 3),
    deregistrations: few(fc.record({ at: aPick, cause: fc.constantFrom('UV' as const, 'OB' as const) }), 3),
    immigrations: few(aPick, 2),
    enrolments: few(fc.record({ at: aPick, length: aLength, cancelled: fc.boolean(), school: fc.constantFrom(...schools) }), 9, 4),
    credentials: few(fc.record({ at: aPick, type: fc.constantFrom(...documents) }), 3),
    schoolingEnds: few(ends, 1),
    decisions: few(fc.record({ at: aPick, length: aLength, covers: fc.boolean() }), 2),
    protections: few(aPick, 2, 1),
    stays: few(fc.record({ at: aPick, days: fc.constantFrom(0, 14, 100, 400), apart: fc.constantFrom(0, 0, 1, 30), next: aPlace }), 6, 1),
  })
  .map(({ bornOn, bases, bornHere, ...of }) => {
    const born = bornOn ?? dayFrom(2003, 5, 5)
    const own = [...bases, dayFrom(yearOf(born) + 16, 6, 16), birthday(born, 20)]
    const at = ({ base, offset }: Pick): Day => plusDays(own[base] ?? born, offset)
    const registered = of.registrations.map(({ at: pick, municipality }) => ({ on: at(pick), municipality }))
    return {
      bornOn,
      deaths: of.deaths.map((pick) => ({ on: at(pick) })),
      registrations: bornHere ? [{ on: born, municipality: here }, ...registered] : registered,
      deregistrations: of.deregistrations.map(({ at: pick, cause }) => ({ on: at(pick), cause })),
      immigrations: of.immigrations.map((pick) => ({ on: at(pick) })),
      enrolments: of.enrolments.map(({ at: pick, length, cancelled, school }) => {
        const [schoolType = '', educationCode = ''] = school.split(' ')
        return { startOn: at(pick), endOn: daysAfter(at(pick), length), cancelled, schoolType, educationCode }
      }),
      credentials: of.credentials.map(({ at: pick, type }) => ({ on: at(pick), type })),
      schoolingEnds: of.schoolingEnds.map(({ at: pick, ground }) =>
        ground === '7:13' ? aLaterEnd : { ground: '7:14' as const, endOn: plusDays(at(pick), -200) },
      ),
      decisions: of.decisions.map(({ at: pick, length, covers }) => {
        return { covers, fromOn: at(pick), untilOn: daysAfter(at(pick), length), ground: 'enligt samtal', decidedBy: 'Anna Ek' }
      }),
      protectedRegistration: of.protections.map((pick) => ({ sinceOn: at(pick) }))[0] ?? null,
      confirmedStays: of.stays.flatMap(({ at: pick, days, apart, next }) => {
        const turn = plusDays(at(pick), days)
        const second = next === null ? [] : [{ municipality: next, fromOn: plusDays(turn, apart), untilOn: null }]
        return [{ municipality: here, fromOn: at(pick), untilOn: turn }, ...second]
      }),
    }
  })

/** As shipped, mostly. */
export const someSetting: fc.Arbitrary<LawSettings> = fc.constantFrom(
  aSetting(),
  aSetting(),
  aSetting({ termEnds: ['2018-06-12', '2020-06-30'], shortGapDays: 30, summer: { from: [6, 16], until: [9, 29] } }),
)
