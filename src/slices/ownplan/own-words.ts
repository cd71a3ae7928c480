/** The words of the own page in every language. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { arWords } from './own-words-ar.ts'
import { enWords } from './own-words-en.ts'
import { prsWords } from './own-words-prs.ts'
import { soWords } from './own-words-so.ts'
import { svWords } from './own-words-sv.ts'
import { tiWords } from './own-words-ti.ts'
import type { OwnWords } from './own-words.types.ts'
import { ukWords } from './own-words-uk.ts'

export const ownWords: Readonly<Record<ContactLang, OwnWords>> = {
  sv: svWords,
  en: enWords,
  ar: arWords,
  so: soWords,
  prs: prsWords,
  ti: tiWords,
  uk: ukWords,
}
