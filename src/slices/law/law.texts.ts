/** The law in plain words, Swedish unless English is asked for. Codes stay codes everywhere else. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import type { Explanation } from './explain.rules.ts'
import { englishRules, kinds, lineWords, ownSources, reasons, valueWords } from './law-words.texts.ts'
import type { ChainLine, ResponsibilityPeriod, ShownFact } from './law.types.ts'

/** What a table of words says; a key it does not have is shown as it is. */
const inTable = (table: Readonly<Record<string, string>>, key: string): string => (Object.hasOwn(table, key) ? (table[key] ?? key) : key)

/** A reason key in words; a key nobody knows is shown as it is. */
export const reasonText = (reason: string, lang: Lang = 'sv'): string => inTable(reasons[lang], reason)

/** The sentence of one line of the chain. */
export const lineText = ({ line, holds }: Pick<ChainLine, 'line' | 'holds'>, lang: Lang = 'sv'): string =>
  lineWords[lang][line][holds ? 0 : 1]

/** The paragraph, or our own rule, that a line of the chain cites. */
export const ruleText = ({ line, rule }: Pick<ChainLine, 'line' | 'rule'>, lang: Lang = 'sv'): string =>
  lang === 'sv' ? rule : englishRules[line]

const days: Readonly<Record<Lang, (from: string, until: string | undefined) => string>> = {
  sv: (from, until) => `${from} till ${until ?? 'tills vidare'}`,
  en: (from, until) => `${from} to ${until ?? 'until further notice'}`,
}

const inDays = (text: string, lang: Lang, pattern: RegExp): string =>
  text.replace(pattern, (_, from: string, until: string | undefined) => days[lang](from, until))

const inWords = (value: string, lang: Lang): string =>
  value
    .split(' ')
    .map((word) => valueWords[lang].get(word) ?? inDays(word, lang, /^(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})?$/))
    .join(', ')

/** A fact as a phrase: what, and its value in words. */
export function factText({ kind, value }: ShownFact, lang: Lang = 'sv'): string {
  const title = inTable(kinds[lang], kind)
  if (kind !== 'decision') return `${title}: ${inWords(value, lang)}`
  const verdict = valueWords[lang].get(value.startsWith('covers') ? 'covers' : 'not')
  // Only the days at the front are put in words: what follows is a person's own text.
  return `${title}: ${verdict} ${inDays(value.replace(/^\S+ /, ''), lang, /^(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})?/)}`
}

/** Where a fact comes from, and when it was read. */
export function originText({ source, readAt }: ShownFact, lang: Lang = 'sv'): string {
  const from = inTable(ownSources[lang], source)
  return readAt === null ? from : `${from}, ${lang === 'sv' ? 'läst' : 'read'} ${readAt.slice(0, 10)}`
}

/** A period as a sentence, as it looks on the day: an end that lies ahead is not told. */
export function periodText({ fromOn, untilOn, entryReason, exitReason }: ResponsibilityPeriod, on: Day, lang: Lang = 'sv'): string {
  const ends = untilOn !== null && untilOn <= on ? { on: dateOf(untilOn), reason: reasonText(exitReason ?? '', lang) } : null
  const begins = { on: dateOf(fromOn), reason: reasonText(entryReason, lang) }
  return lang === 'sv'
    ? `Från ${begins.on} (${begins.reason}) ${ends === null ? 'och pågår' : `till ${ends.on} (${ends.reason})`}`
    : `From ${begins.on} (${begins.reason}) ${ends === null ? 'and goes on' : `to ${ends.on} (${ends.reason})`}`
}

/** The whole explanation as text for a terminal, in Swedish. */
export function describeExplanation(explanation: Explanation, name: string, on: PlainDate): string {
  const verdict = explanation.covered ? 'OMFATTAS av aktivitetsansvaret' : `omfattas INTE: ${reasonText(explanation.reason ?? '')}`
  const chain = explanation.chain.flatMap((line) => [
    `  ${line.holds ? '+' : '-'} ${line.line.padEnd(3)} ${lineText(line)}  [${ruleText(line)}]`,
    ...line.facts.map((fact) => `          ${factText(fact)}  (${originText(fact)})`),
  ])
  const begun = explanation.periods.filter(({ fromOn }) => fromOn <= dayOf(on))
  const periods = begun.length === 0 ? ['  inga'] : begun.map((period) => `  ${periodText(period, dayOf(on))}`)
  return [`${name} ${on}: ${verdict}`, ...chain, 'Perioder:', ...periods].join('\n')
}
