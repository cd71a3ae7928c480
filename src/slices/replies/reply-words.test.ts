/** The words of the reply page: all there in every language, short, in their own script, and telling nobody whose code it is. */
import { describe, expect, test } from 'vitest'
import { contactLangs, directionOf, type ContactLang } from '../../kernel/contact-lang.ts'
import { replyWords } from './reply-words.ts'
import { answerKinds, askAgains, dayParts, weekdays } from './reply-words.types.ts'

type Words = { readonly [name: string]: string | Words }
type Entry = readonly [path: string, text: string]

const entriesOf = (words: Words, under = ''): readonly Entry[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[under + name, value] as const] : entriesOf(value, `${under}${name}.`),
  )
const entries = (lang: ContactLang): readonly Entry[] => entriesOf(replyWords[lang])
const placeholders = (text: string): readonly string[] => text.match(/\{\{.*?\}\}/g) ?? []
const swedish = new Map(entries('sv'))
const foreign = contactLangs.filter((lang) => lang !== 'sv')

const scripts: readonly (readonly [ContactLang, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/u],
  ['prs', /\p{Script=Arabic}/u],
  ['ti', /\p{Script=Ethiopic}/u],
  ['uk', /\p{Script=Cyrillic}/u],
]

describe.each(contactLangs)('%s', (lang) => {
  test('has every word, in the same order', () => {
    expect(entries(lang).map(([path]) => path)).toEqual([...swedish.keys()])
  })

  test('leaves nothing empty and nothing long', () => {
    expect(entries(lang).filter(([, text]) => text === '' || text !== text.trim() || text.length > 160)).toEqual([])
  })

  test('holds the placeholders where the Swedish does, and no others', () => {
    for (const [path, text] of entries(lang)) expect([path, placeholders(text)]).toEqual([path, placeholders(swedish.get(path) ?? '')])
    expect(new Set(entries(lang).flatMap(([, text]) => placeholders(text)))).toEqual(new Set(['{{phone}}', '{{municipality}}']))
  })

  test('has a word for every choice, each its own', () => {
    const { callMe, choose, confirm, notNow } = replyWords[lang]
    const choices = [
      [callMe.weekdays, weekdays],
      [callMe.dayParts, dayParts],
      [choose.answers, answerKinds],
      [confirm.answers, answerKinds],
      [notNow.agains, askAgains],
      [confirm.agains, askAgains],
    ] as const
    for (const [words, names] of choices) {
      expect(Object.keys(words)).toEqual([...names])
      expect(new Set(Object.values(words)).size).toBe(names.length)
    }
    expect(Object.values(callMe.weekdays)).not.toContain(callMe.anyDay)
  })
})

test.each(foreign)('%s is not left in Swedish', (lang) => {
  expect(entries(lang).filter(([path, text]) => text === swedish.get(path))).toEqual([])
})

test.each(scripts)('%s is in its own script', (lang, script) => {
  for (const [path, text] of entries(lang)) {
    const letters = text.replaceAll(/\{\{\w+\}\}|BankID|\(log in\)/g, '').match(/\p{L}/gu) ?? []
    expect([path, letters.length > 0, letters.filter((letter) => !script.test(letter))]).toEqual([path, true, []])
  }
})

test.each([
  ['ar', /[,?;](\s|$)|[کیگپچ]/m],
  ['prs', /[,?;](\s|$)|[كيى]/m],
  ['ti', /[.,;](\s|$)/m],
  ['uk', /[ыэёъ']/i],
  ['so', /[åäöpvz]/i],
] as const)('%s has the signs of its own language only: none of %s', (lang, others) => {
  expect(entries(lang).filter(([, text]) => others.test(text.replaceAll(/\{\{\w+\}\}|BankID/g, '')))).toEqual([])
})

test.each(contactLangs)('%s shows how a month is typed, and not back to front', (lang) => {
  const { studying, working, problems } = replyWords[lang]
  const example = directionOf(lang) === 'rtl' ? '\u20662026-08\u2069' : /(?<!\u2066)2026-08(?!\u2069)/
  for (const text of [studying.since.hint, working.since.hint, problems.sinceUnclear]) expect(text).toMatch(example)
})

test('before a code is known nothing is said about why it was sent', () => {
  const { start, code } = replyWords.sv
  const said = [...Object.values(start), ...Object.values(code)].join(' ')
  expect(said).not.toMatch(/KAA|aktivitetsansvar|skol|studi|gymnasi|jobb|arbets|stöd|avhopp/i)
})

test('the sentence of a code that does not work is as agreed', () => {
  expect(replyWords.sv.code.wrong).toBe('Koden stämmer inte eller gäller inte längre. Kontrollera brevet, eller ring oss.')
})
