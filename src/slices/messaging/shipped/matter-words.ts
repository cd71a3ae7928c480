/** Words that name the matter. No SMS, e-mail or visit card holds one: somebody else may see the screen or the door. */
import type { ContactLang } from '../../../kernel/contact-lang.ts'

/**
 * Looked for anywhere in a text, whatever the case; one in capitals is looked for as it stands and as a whole word ("kaa" is a word in Somali).
 * Names of units and places are Swedish in every language, so a finished text is held against the Swedish words too.
 */
export const matterWords: Readonly<Record<ContactLang, readonly string[]>> = {
  sv: [
    'KAA',
    'aktivitetsansvar',
    'avhopp',
    'hoppat av',
    'avbrott',
    'avbrutit',
    'skola',
    'skolplikt',
    'skolk',
    'frånvaro',
    'gymnasi',
    'studiebevis',
    'utan examen',
    'arbetslös',
    'sysslolös',
    'personnummer',
    'samordningsnummer',
    'socialtjänst',
  ],
  en: ['activity responsibility', 'dropout', 'drop out', 'dropped out', 'truan', 'school', 'unemploy', 'identity number', 'social service'],
  ar: ['مدرس', 'ثانوي', 'تسرب', 'تسرّب', 'انقطاع', 'انقطعت', 'البطالة', 'عاطل', 'الرقم الشخصي', 'الخدمات الاجتماعية'],
  so: ['dugsi', 'iskuul', 'shaqo la', 'ka hadh', 'ka haray', 'maqnaansho', 'lambarka shakhsiga', 'adeegga bulshada'],
  prs: ['مکتب', 'لیسه', 'ترک تحصیل', 'غیرحاضر', 'بیکار', 'نمبر شخصی', 'خدمات اجتماعی'],
  ti: ['ቤት ትምህርቲ', 'ምቁራጽ', 'ዘቋረጸ', 'ዘቋረጽ', 'ስራሕ ኣልቦ', 'ስራሕ-ኣልቦ', 'መለለዪ ቁጽሪ', 'ማሕበራዊ ኣገልግሎት'],
  uk: ['школ', 'гімназі', 'прогул', 'кинув', 'кинула', 'безробіт', 'особистий номер', 'персональний номер', 'соціальн'],
}
