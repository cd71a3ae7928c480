/** The few words of letters and cards that stand in no template. */
import type { ContactLang } from '../../kernel/contact-lang.ts'

/** What the QR code is, for those who have the letter read aloud. */
export const qrWords: Readonly<Record<ContactLang, string>> = {
  sv: 'QR-kod till sidan där du kan svara',
  en: 'QR code to the page where you can answer',
  ar: 'رمز QR للصفحة التي يمكنك الرد فيها',
  so: 'Koodhka QR ee bogga aad kaga jawaabi karto',
  prs: 'کود QR برای صفحه‌ای که در آن جواب داده می‌توانید',
  ti: 'ኮድ QR ናብቲ መልሲ እትህብሉ ገጽ',
  uk: 'QR-код сторінки, де можна відповісти',
}

const swedishNames: Readonly<Record<Exclude<ContactLang, 'sv'>, string>> = {
  en: 'engelska',
  ar: 'arabiska',
  so: 'somaliska',
  prs: 'dari',
  ti: 'tigrinja',
  uk: 'ukrainska',
}

type Sender = { readonly municipality: string; readonly unit: string; readonly contactPhone: string }

/** The line at the foot for whoever helps somebody with a letter that is not in Swedish; null when it is. */
export const footLine = (lang: ContactLang, { municipality, unit, contactPhone }: Sender): string | null =>
  lang === 'sv'
    ? null
    : `Till dig som hjälper till att läsa: brevet är på ${swedishNames[lang]} och kommer från ${unit} i ${municipality}. Vi ger stöd till unga under 20 år. Det är frivilligt och kostar ingenting. Ring ${contactPhone} om du undrar något.`

/** What a document of many is called: nothing of any of them. */
export const sharedTitles = { letter: 'Brev', card: 'Kort' } as const

/** The subject of a short text that goes by e-mail. */
export const mailSubject = (lang: ContactLang): string =>
  lang === 'sv' ? 'Meddelande från {{municipality}}' : 'Message from {{municipality}}'
