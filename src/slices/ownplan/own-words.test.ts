/** The words of the own page: all there in every language, in their own script, and telling nobody before the door what is behind it. */
import { describe, expect, test } from 'vitest'
import { contactLangs, type ContactLang } from '../../kernel/contact-lang.ts'
import { namesTheMatter } from '../messaging/index.ts'
import { ownWords } from './own-words.ts'

type Words = { readonly [name: string]: string | Words }
type Entry = readonly [path: string, text: string]

const entriesOf = (words: Words, under = ''): readonly Entry[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[under + name, value] as const] : entriesOf(value, `${under}${name}.`),
  )
const entries = (lang: ContactLang): readonly Entry[] => entriesOf(ownWords[lang])
const placeholders = (text: string): readonly string[] => text.match(/\{\{.*?\}\}/g) ?? []
const swedish = new Map(entries('sv'))
/** What is called so everywhere. */
const bare = (text: string): string => text.replaceAll(/\{\{\w+\}\}|BankID|SMS/g, '')

describe.each(contactLangs)('%s', (lang) => {
  test('has every word, none empty and none long', () => {
    expect(entries(lang).map(([path]) => path)).toEqual([...swedish.keys()])
    expect(entries(lang).filter(([, text]) => text === '' || text !== text.trim() || text.length > 200)).toEqual([])
  })

  test('holds the placeholders where the Swedish does', () => {
    for (const [path, text] of entries(lang)) expect([path, placeholders(text)]).toEqual([path, placeholders(swedish.get(path) ?? '')])
  })

  test('tells done from not done', () => {
    const { plan, saved } = ownWords[lang]
    expect(new Set([plan.tick, plan.untick, saved.tick, saved.untick, saved.add, saved.yes]).size).toBe(6)
  })
})

test.each(contactLangs.filter((lang) => lang !== 'sv'))('%s is not left in Swedish', (lang) => {
  expect(entries(lang).filter(([path, text]) => text === swedish.get(path))).toEqual([])
})

test.each([
  ['ar', /\p{Script=Arabic}/u],
  ['prs', /\p{Script=Arabic}/u],
  ['ti', /\p{Script=Ethiopic}/u],
  ['uk', /\p{Script=Cyrillic}/u],
] as const)('%s is in its own script', (lang, script) => {
  for (const [path, text] of entries(lang)) {
    const letters = bare(text).match(/\p{L}/gu) ?? []
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
  expect(entries(lang).filter(([, text]) => others.test(bare(text)))).toEqual([])
})

test('before the door nothing names the matter, or a plan', () => {
  const { page, door, code, gone, left } = ownWords.sv
  const said = entriesOf({ page, door, code, gone, left }).map(([, text]) => text)
  expect(said.filter((text) => namesTheMatter(text) || /plan|stöd|mål/i.test(text))).toEqual([])
})

test('what is said of a wrong code says no more than that', () => {
  expect(ownWords.sv.code.wrong).toBe(
    'Koden stämmer inte, eller så gäller den inte längre. Titta efter en gång till, eller be om en ny kod.',
  )
})

test('the Swedish is easy: short sentences and few long words (LIX at most 30)', () => {
  const text = entries('sv')
    .map(([, one]) => one)
    .join('\n')
  const sentences = text.split(/[.!?:](?:\s|$)|\n/).filter((sentence) => /\p{L}/u.test(sentence))
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []
  expect(words.length / sentences.length + (100 * words.filter((word) => word.length > 6).length) / words.length).toBeLessThanOrEqual(30)
})
