/** An entry in words. */
import type { Told } from '../law/index.ts'
import { shortDay } from '../../ui/day.texts.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { entryTexts } from './entry-dictionary.texts.ts'
import { lifeWords } from './entry-life.texts.ts'
import { togetherWords } from './entry-together.texts.ts'
import { outreachWords, workWords } from './entry-work.texts.ts'
import type { EntryWords, Teller } from './entry-words.ts'
import type { Entry, Happened } from './timeline.types.ts'

const words = { ...lifeWords, ...outreachWords, ...workWords, ...togetherWords } as Readonly<
  Record<Happened['event'], (detail: Happened['detail'], teller: Teller) => EntryWords>
>

/** The title, and what is told below. A measure that lies ahead is planned. `isBare`: the screen is turned to the youth. */
export function entryWords(entry: Entry, told: Told, isBare = false): EntryWords {
  const { lang, today } = told
  const t = entryTexts[lang]
  const teller: Teller = { t, lang, told, isBare, day: (on) => shortDay(on as PlainDate, lang) }
  const { title, below } = words[entry.event](entry.detail, teller)
  const isAhead = entry.event === 'measureBegan' && entry.on > today
  return { title: isAhead ? t.measureBegins(entry.detail.name[lang]) : title, below: below.filter((text) => text !== '') }
}
