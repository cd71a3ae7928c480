/** Where a meeting that is in no place is, in the youths' languages. */
import type { ContactLang } from '../../kernel/contact-lang.ts'

export const placeWords: Readonly<Record<ContactLang, { readonly phone: string; readonly video: string }>> = {
  sv: { phone: 'på telefon', video: 'på video' },
  en: { phone: 'by phone', video: 'by video' },
  ar: { phone: 'عبر الهاتف', video: 'عبر الفيديو' },
  so: { phone: 'telefoon', video: 'fiidiyow' },
  prs: { phone: 'از طریق تلیفون', video: 'از طریق ویدیو' },
  ti: { phone: 'ብስልኪ', video: 'ብቪድዮ' },
  uk: { phone: 'телефоном', video: 'по відео' },
}
