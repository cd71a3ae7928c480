/** The choice of language of a page, each language called what those who speak it call it. */
import { contactLangs, directionOf, ownNames, type ContactLang } from '../../kernel/contact-lang.ts'
import { inLang } from './survey-links.ts'

/** Links to the same path in each language. */
export const LanguageLinks = ({ path, lang, label }: { readonly path: string; readonly lang: ContactLang; readonly label: string }) => (
  <nav aria-label={label}>
    <ul class="languages">
      {contactLangs.map((one) => (
        <li>
          <a
            href={inLang(path, one)}
            lang={one}
            dir={directionOf(one)}
            hreflang={one}
            {...(one === lang ? { 'aria-current': 'true' } : {})}
          >
            {ownNames[one]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
