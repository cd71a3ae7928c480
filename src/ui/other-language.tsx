/** The way to the same page in the other language, on pages for anybody in Swedish and English. */
import type { Lang } from '../kernel/lang.ts'

const names: Readonly<Record<Lang, string>> = { sv: 'Svenska', en: 'English' }
const labels: Readonly<Record<Lang, string>> = { sv: 'Språk', en: 'Language' }

export const otherLanguage = (lang: Lang): Lang => (lang === 'sv' ? 'en' : 'sv')

/** `lang`: the page's own; `href`: the page in the other. */
export const OtherLanguage = ({ lang, href }: { readonly lang: Lang; readonly href: string }) => {
  const other = otherLanguage(lang)
  return (
    <nav aria-label={labels[lang]}>
      <ul class="languages">
        <li>
          <a href={href} lang={other} hreflang={other}>
            {names[other]}
          </a>
        </li>
      </ul>
    </nav>
  )
}
