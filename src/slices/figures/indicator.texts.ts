/** Wording of the figures: what each is called, and each of its rows. */
import type { Lang } from '../../kernel/lang.ts'
import { ladderTexts, type OccupationState } from '../ladder/index.ts'
import { reasonText } from '../law/index.ts'
import type { Dimension } from './indicator.types.ts'
import { rowWords, stemWords } from './indicator-rows.texts.ts'
import type { IndicatorName } from './registry.rules.ts'

type Title = { readonly title: string; readonly below: string }

const sv: Readonly<Record<IndicatorName, Title>> = {
  'outreach-list': {
    title: 'Uppsökande arbete',
    below: 'Brev, knackakort, samtal och hembesök, val av stöd och hur många som omfattades.',
  },
  'support-list': {
    title: 'Stöd och insatser',
    below: 'Hur många som tog del av insatser, från vilken förvaltning, och varför insatser avslutades.',
  },
  'unit-status': {
    title: 'Enheternas lägesrapport',
    below: 'Nådda, stöd utanför målgruppen, inskrivna, ungdomsanställning och sökta telefonnummer.',
  },
  'half-year': {
    title: 'Halvåret',
    below: 'Det som SCB och Skolverket redovisar: omfattade, nya, åtgärder, sysselsättning och vart ungdomarna gick.',
  },
  flow: { title: 'In och ut', below: 'Hur många som kom in och lämnade varje månad, och hur många som omfattades sista dagen.' },
  'not-known': { title: 'Okänd sysselsättning', below: 'Av dem som omfattades den dagen: vad som var känt, och vad som inte var det.' },
  'since-reached': { title: 'Tid sedan senast nådd', below: 'Av dem som omfattades den dagen: hur länge sedan ungdomen själv hördes.' },
  september: { title: 'Septemberbilden', below: 'Vad de som omfattades hade den dagen: åtgärd, studier, arbete, annat, eller ingenting.' },
  'on-day': { title: 'Läget en dag', below: 'Var de som omfattades stod den dagen, och hur många som bevakades.' },
}

const en: typeof sv = {
  'outreach-list': {
    title: 'Outreach',
    below: 'Letters, visit cards, calls and home visits, choice of support, and how many were covered.',
  },
  'support-list': { title: 'Support and measures', below: 'How many took part in measures, of which department, and why measures ended.' },
  'unit-status': {
    title: 'The units’ report',
    below: 'Reached, support outside the target group, enrolled, youth employment, and searches for numbers.',
  },
  'half-year': {
    title: 'The half-year',
    below: 'What SCB and Skolverket tell: covered, new, measures, occupation, and where the youths went.',
  },
  flow: { title: 'In and out', below: 'How many came in and left each month, and how many were covered on its last day.' },
  'not-known': { title: 'Occupation not known', below: 'Of those covered on the day: what was known, and what was not.' },
  'since-reached': { title: 'Time since last reached', below: 'Of those covered on the day: how long since the youth was heard.' },
  september: {
    title: 'The September picture',
    below: 'What those covered had on the day: a measure, studies, work, something else, or nothing.',
  },
  'on-day': { title: 'A picture of a day', below: 'Where those covered stood on the day, and how many were watched.' },
}

export const indicatorTitles: Readonly<Record<Lang, Readonly<Record<IndicatorName, Title>>>> = { sv, en }

export const dimensionTexts: Readonly<Record<Lang, Readonly<Record<Dimension, string>>>> = {
  sv: { unit: 'enhet', district: 'område', birthYear: 'födelseår', sex: 'kön', department: 'förvaltning' },
  en: { unit: 'unit', district: 'district', birthYear: 'year of birth', sex: 'sex', department: 'department' },
}

type Word = { readonly key: string; readonly sv: string; readonly en: string }
/** What a row's keys are called, where the municipality names them. */
export type RowNames = {
  readonly units: readonly { readonly id: number; readonly name: string }[]
  readonly districts: readonly { readonly id: number; readonly name: string }[]
  readonly departments: readonly { readonly key: string; readonly name: string }[]
  readonly items: readonly Word[]
  readonly reasons: readonly Word[]
}

const lapsed: Readonly<Record<Lang, Readonly<Record<'lapsed' | 'notAsked' | 'introductory', string>>>> = {
  sv: { lapsed: 'uppgiften har gått ut', notAsked: 'inte frågad', introductory: 'introduktionsprogram' },
  en: { lapsed: 'what was said has lapsed', notAsked: 'not asked', introductory: 'introductory programme' },
}

const occupationText = (key: string, lang: Lang): string =>
  (ladderTexts[lang].occupations as Readonly<Partial<Record<string, string>>>)[key] ??
  lapsed[lang][key as Extract<OccupationState, 'lapsed' | 'notAsked'>]

const nothingText: Readonly<Record<Lang, string>> = { sv: 'ingen angiven', en: 'none given' }
const named = (words: readonly Word[], key: string, lang: Lang): string => words.find((one) => one.key === key)?.[lang] ?? key
const departmentText = ({ departments }: RowNames, key: string, lang: Lang): string =>
  key === '-' ? nothingText[lang] : (departments.find((one) => one.key === key)?.name ?? key)

/** What a key after a stem is called. */
function tailText(stem: string, key: string, names: RowNames, lang: Lang): string {
  switch (stem) {
    case 'support':
    case 'supportShare':
    case 'measured':
      return departmentText(names, key, lang)
    case 'ended':
    case 'interrupted':
      return named(names.reasons, key, lang)
    case 'endedOf': {
      const [item = '', reason] = key.split('.')
      return reason === undefined
        ? named(names.items, item, lang)
        : `${named(names.items, item, lang)}: ${named(names.reasons, reason, lang)}`
    }
    case 'entry':
    case 'exit':
      return reasonText(key, lang)
    case 'registration':
    case 'after':
    case 'occupation':
    case 'known':
    case 'notKnown':
      return occupationText(key, lang)
    default:
      return key
  }
}

/** What a row is called. A month's rows are named by the month. */
export function rowText(row: string, names: RowNames, lang: Lang): string {
  const own = rowWords[lang][row]
  if (own !== undefined) return own
  const month = /^(\d{4}-\d{2})\.(in|out|covered)$/.exec(row)
  if (month !== null) return `${month[1]}: ${stemWords[lang][month[2] ?? ''] ?? ''}`
  const [stem = '', ...rest] = row.split('.')
  return `${stemWords[lang][stem] ?? stem}: ${tailText(stem, rest.join('.'), names, lang)}`
}

const sexes: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  sv: { woman: 'kvinnor', man: 'män', '-': 'framgår inte av numret' },
  en: { woman: 'women', man: 'men', '-': 'not told by the number' },
}
const whole: Readonly<Record<Lang, string>> = { sv: 'alla', en: 'all' }
const without: Readonly<Record<Lang, Readonly<Record<Dimension, string>>>> = {
  sv: { unit: 'utan enhet', district: 'utan område', birthYear: 'födelseår okänt', sex: '', department: 'utan förvaltning' },
  en: {
    unit: 'without unit',
    district: 'without district',
    birthYear: 'year of birth not known',
    sex: '',
    department: 'without department',
  },
}

/** What a key along a dimension is called. */
export function keyText(dimension: Dimension, key: string, names: RowNames, lang: Lang): string {
  if (key === '*') return whole[lang]
  if (dimension === 'sex') return sexes[lang][key] ?? key
  if (key === '-') return without[lang][dimension]
  switch (dimension) {
    case 'unit':
      return names.units.find(({ id }) => String(id) === key)?.name ?? key
    case 'district':
      return names.districts.find(({ id }) => String(id) === key)?.name ?? key
    case 'department':
      return departmentText(names, key, lang)
    case 'birthYear':
      return key
  }
}
