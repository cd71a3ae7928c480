/** The languages that youths are written to and answer in. The staff's interface has its own (`lang.ts`). */

/** Swedish is easy Swedish here. Codes as in BCP 47: `prs` is Dari, `ti` Tigrinya. */
export const contactLangs = ['sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk'] as const
export type ContactLang = (typeof contactLangs)[number]

/** What somebody who speaks the language calls it. */
export const ownNames: Readonly<Record<ContactLang, string>> = {
  sv: 'Svenska',
  en: 'English',
  ar: 'العربية',
  so: 'Soomaali',
  prs: 'دری',
  ti: 'ትግርኛ',
  uk: 'Українська',
}

/** Which way the language is written. */
export const directionOf = (lang: ContactLang): 'ltr' | 'rtl' => (lang === 'ar' || lang === 'prs' ? 'rtl' : 'ltr')
