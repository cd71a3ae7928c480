/** The words of the reply page in every language. All but Swedish and English are to be proofread by a translator. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { arWords } from './reply-words-ar.ts'
import { enWords } from './reply-words-en.ts'
import { prsWords } from './reply-words-prs.ts'
import { soWords } from './reply-words-so.ts'
import { svWords } from './reply-words-sv.ts'
import { tiWords } from './reply-words-ti.ts'
import type { ReplyWords } from './reply-words.types.ts'
import { ukWords } from './reply-words-uk.ts'

export const replyWords: Readonly<Record<ContactLang, ReplyWords>> = {
  sv: svWords,
  en: enWords,
  ar: arWords,
  so: soWords,
  prs: prsWords,
  ti: tiWords,
  uk: ukWords,
}
