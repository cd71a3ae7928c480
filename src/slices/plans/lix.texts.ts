/** How hard the plan is to read, in words. Shared by the server and the page's script. */
import type { Lang } from '../../kernel/lang.ts'
import { levelOf, lixOf, type LixLevel } from './lix.rules.ts'

const sv = {
  label: 'Läsbarhet',
  levels: {
    tooShort: 'för kort text för att mäta',
    veryEasy: 'mycket lätt att läsa',
    easy: 'lätt att läsa',
    medium: 'medelsvårt, som i en tidning',
    hard: 'svårt, som från en myndighet',
    veryHard: 'mycket svårt',
  } satisfies Record<LixLevel, string>,
  advice: 'Kortare meningar och kortare ord gör det lättare.',
}

const en: typeof sv = {
  label: 'Readability',
  levels: {
    tooShort: 'too short a text to measure',
    veryEasy: 'very easy to read',
    easy: 'easy to read',
    medium: 'of medium difficulty, as in a newspaper',
    hard: 'hard, as from an authority',
    veryHard: 'very hard',
  },
  advice: 'Shorter sentences and shorter words make it easier.',
}

const texts: Readonly<Record<Lang, typeof sv>> = { sv, en }

/** `Läsbarhet: lätt att läsa (LIX 34).` with advice when it is hard. It refuses nothing. */
export function lixSentence(text: string, lang: Lang): string {
  const { label, levels, advice } = texts[lang]
  const measured = lixOf(text)
  const level = levelOf(measured)
  if (level === 'tooShort') return `${label}: ${levels.tooShort}.`
  const said = `${label}: ${levels[level]} (LIX ${measured.lix}).`
  return level === 'hard' || level === 'veryHard' ? `${said} ${advice}` : said
}
