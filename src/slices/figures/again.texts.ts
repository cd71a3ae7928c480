/** What became of a published figure, in words: "var 212, är 215: två sena uppgifter, ett rättat datum". */
import type { Lang } from '../../kernel/lang.ts'
import type { Why } from './again.rules.ts'
import type { AgainCell, CauseCount } from './published.types.ts'

/** One, and several. */
type Noun = { readonly one: string; readonly many: string; readonly isNeuter?: boolean }

const numbers: Readonly<Record<Lang, readonly string[]>> = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
}

const lateWork: Readonly<Record<Lang, Readonly<Record<string, Noun>>>> = {
  sv: {
    contact: { one: 'sent inskriven kontakt', many: 'sent inskrivna kontakter' },
    measure: { one: 'sent inskriven åtgärd', many: 'sent inskrivna åtgärder' },
    stage: { one: 'sent inskrivet steg', many: 'sent inskrivna steg', isNeuter: true },
    offer: { one: 'sent inskrivet erbjudande', many: 'sent inskrivna erbjudanden', isNeuter: true },
    search: { one: 'sent inskriven sökning', many: 'sent inskrivna sökningar' },
    occupation: { one: 'sen uppgift om sysselsättning', many: 'sena uppgifter om sysselsättning' },
  },
  en: {
    contact: { one: 'contact written down late', many: 'contacts written down late' },
    measure: { one: 'measure written down late', many: 'measures written down late' },
    stage: { one: 'stage written down late', many: 'stages written down late' },
    offer: { one: 'offer written down late', many: 'offers written down late' },
    search: { one: 'search written down late', many: 'searches written down late' },
    occupation: { one: 'late word of an occupation', many: 'late words of occupations' },
  },
}

const nouns: Readonly<Record<Lang, Readonly<Record<Why, Noun>>>> = {
  sv: {
    late: { one: 'sen uppgift', many: 'sena uppgifter' },
    correctedDay: { one: 'rättat datum', many: 'rättade datum', isNeuter: true },
    corrected: { one: 'rättad uppgift', many: 'rättade uppgifter' },
    struck: { one: 'struken uppgift', many: 'strukna uppgifter' },
    merged: { one: 'sammanslagning', many: 'sammanslagningar' },
    moved: { one: 'som nu räknas på ett annat ställe', many: 'som nu räknas på ett annat ställe' },
    rules: { one: 'ändrad inställning eller regel', many: 'på grund av ändrad inställning eller regel' },
  },
  en: {
    late: { one: 'late notice', many: 'late notices' },
    correctedDay: { one: 'corrected date', many: 'corrected dates' },
    corrected: { one: 'correction', many: 'corrections' },
    struck: { one: 'struck entry', many: 'struck entries' },
    merged: { one: 'merge', many: 'merges' },
    moved: { one: 'counted in another place now', many: 'counted in another place now' },
    rules: { one: 'changed setting or rule', many: 'by a changed setting or rule' },
  },
}

/** A cause with how many, in words: "två sena uppgifter". */
export function causeText({ why, what, count }: CauseCount, lang: Lang): string {
  const noun = (why === 'late' ? lateWork[lang][what] : undefined) ?? nouns[lang][why]
  const number = count === 1 && noun.isNeuter === true && lang === 'sv' ? 'ett' : (numbers[lang][count] ?? String(count))
  return `${number} ${count === 1 ? noun.one : noun.many}`
}

/** What it was, what it is, and why. */
export function againText({ was, is, causes }: Pick<AgainCell, 'was' | 'is' | 'causes'>, lang: Lang): string {
  const same = lang === 'sv' ? `är ${is} som då, men andra` : `is ${is} as then, but of others`
  const changed = lang === 'sv' ? `var ${was}, är ${is}` : `was ${was}, is ${is}`
  return `${was === is ? same : changed}: ${causes.map((cause) => causeText(cause, lang)).join(', ')}`
}
