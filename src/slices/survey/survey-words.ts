/** The words of the page in every language. All but Swedish and English are to be proofread by a translator. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import { arWords } from './survey-words-ar.ts'
import { enWords } from './survey-words-en.ts'
import { prsWords } from './survey-words-prs.ts'
import { soWords } from './survey-words-so.ts'
import { svWords } from './survey-words-sv.ts'
import { tiWords } from './survey-words-ti.ts'
import { ukWords } from './survey-words-uk.ts'
import type { SurveyWords } from './survey-words.types.ts'

export const surveyWords: Readonly<Record<ContactLang, SurveyWords>> = {
  sv: svWords,
  en: enWords,
  ar: arWords,
  so: soWords,
  prs: prsWords,
  ti: tiWords,
  uk: ukWords,
}
