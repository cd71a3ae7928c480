/** Facts as sentences for the person page: what a coordinator reads aloud to the one it is about, or to a school on the phone. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { instantText, shortDay } from '../../ui/day.texts.ts'
import { credentialTypes, pageWords, schoolTypes, type PageWords as Words } from './law-page-words.texts.ts'
import { factText, originText } from './law.texts.ts'
import type { LineName, ShownFact } from './law.types.ts'

/** Who reads, where and when. `place` is the reader's own municipality. */
export type Told = { readonly lang: Lang; readonly place: { readonly code: string; readonly name: string }; readonly today: PlainDate }

/** A school type (SS 12000) in words; an unknown one is its code. */
export const schoolTypeText = (schoolType: string, lang: Lang): string =>
  Object.hasOwn(schoolTypes, schoolType) ? (schoolTypes[schoolType]?.[lang] ?? schoolType) : schoolType

/** A type of certificate in words; an unknown one is its code. */
export const credentialText = (type: string, lang: Lang): string =>
  Object.hasOwn(credentialTypes, type) ? (credentialTypes[type]?.[lang] ?? type) : type

/** A municipality by its code: our own by name. `elsewhere` and null: another one, not known which. */
export function municipalityText(code: string | null, { lang, place }: Told): string {
  if (code === place.code) return place.name
  return code === null || code === 'elsewhere' ? pageWords[lang].elsewhere : pageWords[lang].municipality(code)
}

/** What an enrolment says. Days are inclusive. */
export type EnrolmentWords = {
  readonly schoolType: string
  readonly educationCode: string
  readonly schoolUnit: string
  readonly startOn: PlainDate
  readonly endOn: PlainDate | null
  readonly cancelled: boolean
}

/** Where the studies are, in short: `gymnasieskolan NA25, skolenhet 12345678`. */
export function studiesText(
  { schoolType, educationCode, schoolUnit }: Omit<EnrolmentWords, 'startOn' | 'endOn' | 'cancelled'>,
  lang: Lang,
): string {
  const at = /^\d+$/.test(schoolUnit) ? ` ${pageWords[lang].atUnit(schoolUnit)}` : ''
  return `${[schoolTypeText(schoolType, lang), educationCode].filter((word) => word !== '').join(' ')}${at}`
}

/** An enrolment as a sentence without its full stop. */
export function enrolmentText(enrolment: EnrolmentWords, { lang, today }: Pick<Told, 'lang' | 'today'>): string {
  const { startOn, endOn, cancelled } = enrolment
  const [studies, words] = [studiesText(enrolment, lang), pageWords[lang]]
  const start = shortDay(startOn, lang)
  if (cancelled && endOn !== null && endOn < startOn) return words.withdrawn(studies, start)
  if (startOn > today) return words.begins(studies, start)
  return endOn === null ? words.follows(studies, start) : words.followed(studies, start, shortDay(endOn, lang), cancelled)
}

const enrolmentValue = /^(\S+) ?(.*?) (\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})? (\w+)( withdrawn| cancelled)?$/

function enrolmentFact(fact: ShownFact, told: Told): string {
  const found = enrolmentValue.exec(fact.value)
  if (found === null) return factText(fact, told.lang)
  const [, schoolType = '', educationCode = '', startOn = '', endOn, counts = '', how] = found
  const enrolment = {
    schoolType,
    educationCode,
    schoolUnit: fact.where ?? '',
    startOn: startOn as PlainDate,
    endOn: (endOn as PlainDate | undefined) ?? null,
    cancelled: how !== undefined,
  }
  const counted = pageWords[told.lang].counts[counts]
  return `${enrolmentText(enrolment, told)}${counted === undefined ? '' : ` – ${counted}`}`
}

function decisionFact(fact: ShownFact, { lang }: Told): string {
  const found = /^(covers|not) (\S{10})--(\S{10})? (.*)$/su.exec(fact.value)
  if (found === null) return factText(fact, lang)
  const [, verdict, from = '', until, said = ''] = found
  // Kept with the day after; told with the last day.
  const end = until === undefined ? null : shortDay(dateOf(plusDays(dayOf(until as PlainDate), -1)), lang)
  return pageWords[lang].decision(verdict === 'covers', shortDay(from as PlainDate, lang), end, said)
}

type Say = (words: Words, first: string, second: string, told: Told) => string

const on = (date: string, { lang }: Told): string => shortDay(date as PlainDate, lang)

/** How each kind of fact with plain values is said; `first` and `second` are the words of its value. */
const said: Readonly<Record<string, Say>> = {
  birthDate: (words, first, _, told) => (first === 'unknown' ? words.noBirthday : words.born(on(first, told))),
  death: (words, first, _, told) => words.died(on(first, told)),
  registration: (words, first, second, told) => words.registered(municipalityText(first, told), on(second, told)),
  deregistration: (words, first, second, told) => words.deregistered(first === 'UV', on(second, told)),
  protectedRegistration: (words, first, _, told) => words.protectedSince(on(first, told)),
  termEnd: (words, _, second, told) => words.termEnd(on(second, told)),
  firstDay: (words, first, _, told) => words.firstDay(on(first, told)),
  schoolingEnd: (words, first, second, told) => words.schoolingEnd(first, second === '' ? null : on(second, told)),
  immigration: (words, first, _, told) => words.immigrated(on(first, told)),
  credential: (words, first, second, told) => words.credential(credentialText(first, told.lang), on(second, told)),
  completedFrom: (words, first, _, told) => words.completedFrom(on(first, told)),
  gap: (words, first, _, told) => words.gap(on(first.slice(0, 10), told), on(first.slice(12), told)),
}

/** A fact in a whole, plain sentence without its full stop. */
export function plainFact(fact: ShownFact, told: Told): string {
  if (fact.kind === 'enrolment') return enrolmentFact(fact, told)
  if (fact.kind === 'decision') return decisionFact(fact, told)
  const say = Object.hasOwn(said, fact.kind) ? said[fact.kind] : undefined
  const [first = '', second = ''] = fact.value.split(' ')
  return say === undefined ? factText(fact, told.lang) : say(pageWords[told.lang], first, second, told)
}

/** What is said of a line that rests on there being no fact; null for the other lines. */
export const noFactText = (line: LineName, lang: Lang): string | null => pageWords[lang].noFacts[line] ?? null

/** Where a fact comes from and when it was read, time of day included while it is news: `Extens · läst i natt 04:02`. */
export function plainOrigin(fact: Pick<ShownFact, 'source' | 'readAt'>, { lang, today }: Told): string {
  const when = fact.readAt === null ? '' : instantText(fact.readAt, today, lang)
  if (fact.source === 'manuellt') return pageWords[lang].saidHere(when)
  if (fact.source === 'anmalan') return pageWords[lang].notifiedBySchool(when)
  const from = originText({ ...fact, kind: '', value: '', readAt: null }, lang)
  return fact.readAt === null ? from : `${from} · ${pageWords[lang].read} ${when}`
}
