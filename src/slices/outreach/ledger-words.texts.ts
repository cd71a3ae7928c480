/** A way in words: how it is written, where it comes from, and what has been heard of it. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { dayText } from './contact-words.texts.ts'
import { ledgerTexts } from './ledger.texts.ts'
import type { LedgerWay } from './ledger.types.ts'
import type { SearchStep } from './outreach-settings.rules.ts'
import type { Way } from './outreach.types.ts'

/** Whose numbers and addresses these words are about, and on what day. */
export type Told = { readonly lang: Lang; readonly today: PlainDate }

/** Where it comes from and since when: "från skolan, 9 nov"; with the search step that found it. */
export function foundText({ source, sourceDetail, foundOn }: Way, { lang, today }: Told, steps: readonly SearchStep[] = []): string {
  const t = ledgerTexts[lang]
  const step = steps.find(({ key }) => key === sourceDetail)
  const from = step === undefined ? t.sources[source] : `${t.sources[source]} (${step.name})`
  return t.found(from, dayText(foundOn, today, lang))
}

const deadWords = { phone: 'dead', email: 'deadEmail', address: 'deadAddress' } as const

function lastText({ lastResult, lastResultAt, noAnswers }: LedgerWay, { lang, today }: Told): string {
  const words = ledgerTexts[lang].state
  if (lastResult === null || lastResultAt === null) return words.untried
  const day = dayText(lastResultAt, today, lang)
  switch (lastResult) {
    case 'worked':
      return words.worked(day)
    case 'noAnswer':
      return words.noAnswer(Math.max(noAnswers, 1))
    case 'wrongPerson':
      return words.wrongPerson(day)
    case 'delivered':
      return words.delivered(day)
    case 'failed':
      return words.failed(day)
    case 'dead':
      return words.dead(day)
    case 'returned':
      return words.deadAddress(day)
  }
}

/** What was last heard of it, and how long it rests. A dead one says only since when. */
export function stateText(way: LedgerWay, told: Told): string {
  const { deadOn, cooldownUntil, kind } = way
  const words = ledgerTexts[told.lang].state
  if (deadOn !== null) return words[deadWords[kind]](dayText(deadOn, told.today, told.lang))
  const rests = cooldownUntil !== null && cooldownUntil > told.today ? words.rests(dayText(cooldownUntil, told.today, told.lang)) : ''
  return [lastText(way, told), rests].filter((text) => text !== '').join(' · ')
}
