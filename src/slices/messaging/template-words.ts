/** Words that name the matter, found in a text: in a template as it is written, and in a finished text as it is sent. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { channelOf } from './shipped/fields.ts'
import { matterWords } from './shipped/matter-words.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

/** A word in capitals is a whole word as it stands, the others are looked for anywhere, whatever the case. */
const holds = (text: string, word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase()
    ? new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text)
    : text.toLowerCase().includes(word.toLowerCase())

/** The words in the text that name the matter. Names of units and places are Swedish in every language. */
export const matterWordsIn = (lang: ContactLang, text: string): string[] =>
  [...new Set([...matterWords[lang], ...matterWords.sv])].filter((word) => holds(text, word))

/** Whether a name that staff write, of a place for example, says what nobody else should read. */
export const namesTheMatter = (name: string): boolean => matterWordsIn('sv', name).length > 0

/** Whether others than the youth may see the text: on a screen, or on the door mat. */
export const isSeenByOthers = (key: TemplateKey): boolean => channelOf[key] !== 'letter'
