/** Steps as sentences with a time, seen on a day: `Ring (2 av 3) tis–tor efter 16`, `Brev + sms i dag`, `Knackakort förfallet 19 nov`. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, plusDays, weekdayOf, yearOf, type Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { ladderTexts } from './ladder.texts.ts'
import { dayParts, type AgreedStep, type Channel, type DayPart, type LadderStep, type NextStep, type Standing } from './ladder.types.ts'
import { shippedLadder, type DayHours } from './settings.rules.ts'
import { stepTiming } from './timing.rules.ts'

const sv = {
  letter: 'Brev',
  letterAndSms: 'Brev + sms',
  call: (nth: number, of: number) => `Ring (${nth} av ${of})`,
  furtherLetter: 'Nytt brev',
  visitCard: 'Knackakort',
  homeVisit: 'Hembesök',
  answerReply: 'Svar väntar på dig',
  keepMeeting: 'Möte',
  searchNumber: 'Sök nummer',
  agreed: {
    call: 'Ring som avtalat',
    write: 'Skriv som avtalat',
    meet: 'Möte som avtalat',
    visit: 'Hembesök som avtalat',
    waitForYouth: 'Följ upp med ungdomen',
    waitForSchool: 'Följ upp med skolan',
    nothing: 'Följ upp',
  } satisfies Record<AgreedStep, string>,
  book: { meet: 'Boka möte', visit: 'Boka hembesök' },
  today: 'i dag',
  from: (day: string) => `från ${day}`,
  by: (day: string) => `senast ${day}`,
  late: (day: string) => `förfallet ${day}`,
  asked: (day: string) => `${day}: hur gick det?`,
  weekdays: ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön'],
  longWeekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  before: (hour: number) => `före ${hour}`,
  after: (hour: number) => `efter ${hour}`,
  or: 'eller',
  saidNo: (to: string) => `har tackat nej till ${to}`,
  to: {
    letter: 'brev',
    sms: 'sms',
    phone: 'samtal',
    email: 'e-post',
    visitCard: 'knackakort',
    homeVisit: 'hembesök',
    socialMedia: 'sociala medier',
    partner: 'kontakt genom andra',
    inPerson: 'möten',
    school: 'kontakt genom skolan',
  } satisfies Record<Channel, string>,
  quiet: (until: string, moment: string, declined: string) => `Vilar till ${until} (${moment}): tackade nej ${declined}`,
  quietOver: (until: string, moment: string, declined: string) => `Vilade till ${until} (${moment}): tackade nej ${declined}`,
}

type Words = typeof sv

const en: Words = {
  letter: 'Letter',
  letterAndSms: 'Letter + SMS',
  call: (nth, of) => `Call (${nth} of ${of})`,
  furtherLetter: 'Further letter',
  visitCard: 'Visit card',
  homeVisit: 'Home visit',
  answerReply: 'An answer waits for you',
  keepMeeting: 'Meeting',
  searchNumber: 'Search for a number',
  agreed: {
    call: 'Call as agreed',
    write: 'Write as agreed',
    meet: 'Meet as agreed',
    visit: 'Home visit as agreed',
    waitForYouth: 'Follow up with the youth',
    waitForSchool: 'Follow up with the school',
    nothing: 'Follow up',
  },
  book: { meet: 'Book a meeting', visit: 'Book a home visit' },
  today: 'today',
  from: (day) => `from ${day}`,
  by: (day) => `by ${day}`,
  late: (day) => `overdue since ${day}`,
  asked: (day) => `${day}: how did it go?`,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  longWeekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  before: (hour) => `before ${hour}`,
  after: (hour) => `after ${hour}`,
  or: 'or',
  saidNo: (to) => `has said no to ${to}`,
  to: {
    letter: 'letters',
    sms: 'SMS',
    phone: 'calls',
    email: 'e-mail',
    visitCard: 'visit cards',
    homeVisit: 'home visits',
    socialMedia: 'social media',
    partner: 'contact through others',
    inPerson: 'meetings',
    school: 'contact through the school',
  },
  quiet: (until, moment, declined) => `Resting until ${until} (${moment}): said no ${declined}`,
  quietOver: (until, moment, declined) => `Rested until ${until} (${moment}): said no ${declined}`,
}

const words: Readonly<Record<Lang, Words>> = { sv, en }

/** A day without its year when that is this year. */
const near = (lang: Lang, on: Day, today: Day, said: typeof shortDay = shortDay): string => {
  const text = said(dateOf(on), lang)
  return yearOf(on) === yearOf(today) ? text.slice(0, -5) : text
}

/** Whether the step is for one day that somebody has chosen, and not for some days. */
const isForOneDay = ({ kind, fromOn, dueOn }: NextStep): boolean =>
  fromOn === dueOn && (kind === 'keepMeeting' || kind === 'keepAgreement' || kind === 'homeVisit')

/** What was agreed: a meeting or visit without a day is to be booked. */
function agreedName(lang: Lang, step: NextStep): string {
  const { agreed, book } = words[lang]
  const isToBook = step.kind === 'keepAgreement' && !isForOneDay(step) && (step.agreed === 'meet' || step.agreed === 'visit')
  return isToBook ? book[step.agreed] : agreed[step.agreed ?? 'nothing']
}

/** What a step is, without its time: `Ring (2 av 3)`, `Brev + sms`. */
export function stepName(lang: Lang, step: NextStep): string {
  const t = words[lang]
  switch (step.kind) {
    case 'letter':
      return step.withSms ? t.letterAndSms : t.letter
    case 'call':
      return t.call(step.nth, step.of)
    case 'keepAgreement':
    case 'followUp':
      return agreedName(lang, step)
    case 'furtherLetter':
    case 'visitCard':
    case 'homeVisit':
    case 'answerReply':
    case 'keepMeeting':
    case 'searchNumber':
      return t[step.kind]
  }
}

/** Weekdays (1-7) as runs: `mån–tis, fre`. */
function runsOf(weekdays: readonly number[], names: readonly string[]): string {
  const nameOf = (weekday: number): string => names[weekday - 1] ?? ''
  const runs = [1, 2, 3, 4, 5].filter((one) => weekdays.includes(one) && !weekdays.includes(one - 1))
  return runs
    .map((first) => {
      let last = first
      while (weekdays.includes(last + 1)) last++
      return last === first ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`
    })
    .join(', ')
}

/** The parts of the day as hours: `efter 16`, `före 12 eller efter 16`; empty when all are as good. */
function hoursText(lang: Lang, parts: readonly DayPart[], { midday, late }: DayHours): string {
  const t = words[lang]
  const [isMorning, isMidday, isLate] = dayParts.map((part) => parts.includes(part))
  if (isMorning === isMidday && isMidday === isLate) return ''
  if (isMorning && isLate) return `${t.before(midday)} ${t.or} ${t.after(late)}`
  if (isMidday && !isMorning && !isLate) return `${midday}–${late}`
  return isLate ? t.after(isMidday ? midday : late) : t.before(isMidday ? late : midday)
}

/** The weekdays that are left for a call until it is late, when some have been tried. */
function weekdaysLeft(lang: Lang, { avoidWeekdays, fromOn, dueOn }: NextStep, today: Day): string {
  if (avoidWeekdays.length === 0) return ''
  const left: number[] = []
  for (let on = today > fromOn ? today : fromOn; on <= dueOn; on = plusDays(on, 1)) {
    const weekday = weekdayOf(on)
    if (isWorkingDay(on) && !avoidWeekdays.includes(weekday) && !left.includes(weekday)) left.push(weekday)
  }
  return runsOf(left, words[lang].weekdays)
}

/** The weekdays and hours that are left for a call; empty when any will do. */
function callTimes(lang: Lang, step: NextStep, today: Day, hours: DayHours): string {
  const parts = dayParts.filter((part) => !step.avoidParts.includes(part))
  return [weekdaysLeft(lang, step, today), hoursText(lang, parts, hours)].filter((text) => text !== '').join(' ')
}

/** When a step is to be taken, seen on the day. */
function whenText(lang: Lang, step: NextStep, today: Day, hours: DayHours): string {
  const [t, day, dueDay] = [words[lang], near(lang, step.fromOn, today), near(lang, step.dueOn, today)]
  const isBooked = isForOneDay(step) && step.kind !== 'keepAgreement'
  const times = step.kind === 'call' ? callTimes(lang, step, today, hours) : ''
  switch (stepTiming(step, today)) {
    case 'coming':
      return isForOneDay(step) ? day : [t.from(day), times].filter((text) => text !== '').join(', ')
    case 'now':
      if (times !== '') return times
      return today === step.fromOn || today === step.dueOn ? t.today : t.by(dueDay)
    case 'late':
      return isBooked ? t.asked(dueDay) : t.late(dueDay)
  }
}

/** The next step as a sentence with a time. `hours`: where the municipality's parts of the day begin. */
export function stepText(lang: Lang, step: NextStep, today: Day, hours: DayHours = shippedLadder.dayHours): string {
  const [name, when] = [stepName(lang, step), whenText(lang, step, today, hours)]
  if (step.kind !== 'answerReply') return `${name} ${when}`
  return stepTiming(step, today) === 'late' ? `${name}, ${when}` : name
}

/** A time to call as a phrase: `tisdag 24 nov efter 16`. */
export function suggestionText(
  lang: Lang,
  { on, part }: { readonly on: Day; readonly part: DayPart },
  today: Day,
  hours: DayHours = shippedLadder.dayHours,
): string {
  return `${words[lang].longWeekdays[weekdayOf(on) - 1] ?? ''} ${near(lang, on, today)} ${hoursText(lang, [part], hours)}`
}

/** That the youth has said no to a channel: `har tackat nej till sms`. */
export const optedOutText = (lang: Lang, channel: Channel): string => words[lang].saidNo(words[lang].to[channel])

const channelOf: Readonly<Record<LadderStep, Channel>> = {
  letter: 'letter',
  call: 'phone',
  furtherLetter: 'letter',
  visitCard: 'visitCard',
  homeVisit: 'homeVisit',
}

/** Why a step is left out: `inget telefonnummer`, `har tackat nej till samtal`. */
export const skipText = (lang: Lang, { step, why }: Standing['skipped'][number]): string =>
  why === 'optedOut' ? optedOutText(lang, channelOf[step]) : ladderTexts[lang].skips[why]

/** How long outreach is silent, and since which no: `Vilar till 15 augusti (terminsstart): tackade nej 3 maj`. */
export function quietText(lang: Lang, { declinedOn, untilOn, moment }: NonNullable<Standing['quiet']>, today: Day): string {
  const say = today < untilOn ? words[lang].quiet : words[lang].quietOver
  return say(near(lang, untilOn, today, longDay), ladderTexts[lang].moments[moment], near(lang, declinedOn, today, longDay))
}
