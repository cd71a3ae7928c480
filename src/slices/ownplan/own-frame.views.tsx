/** The frame around every step of the own page: no menu, no name, no script, and the choice of language. */
import type { Child } from 'hono/jsx'
import { contactLangs, directionOf, ownNames, type ContactLang } from '../../kernel/contact-lang.ts'
import { OpenPage } from '../../ui/open-page.tsx'
import { ownWords } from './own-words.ts'

/** Where one is. `path`: the link's own, for forms and the choice of language. `phone`: the municipality's as it is read; null: none is set. */
export type OwnFrame = { readonly place: string; readonly lang: ContactLang; readonly phone: string | null; readonly path: string }

/** The address of a form of the page. */
const actionOf = ({ path, lang }: OwnFrame, what: string): string => `${path}/${what}?sprak=${lang}`

/** A value inside a text from right to left keeps its own direction (U+2066, U+2069). */
const setApart = (value: string, lang: ContactLang): string => (directionOf(lang) === 'rtl' ? `\u2066${value}\u2069` : value)

/** A text with its day put in. */
export const withDay = (text: string, day: string): string => text.replaceAll('{{day}}', day)

/** A text with its time put in, as it is written in the language: 15.00 or 15:00. */
export const withTime = (text: string, time: string, lang: ContactLang): string =>
  text.replaceAll('{{time}}', setApart(lang === 'sv' ? time.replace(':', '.') : time, lang))

/** A text with a telephone put in, which is not broken between two lines. */
const withPhone = (text: string, phone: string, lang: ContactLang): string =>
  text.replaceAll('{{phone}}', setApart(phone.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011'), lang))

const LanguageChoice = ({ frame }: { readonly frame: OwnFrame }) => (
  <nav aria-label={ownWords[frame.lang].page.language}>
    <ul class="languages">
      {contactLangs.map((lang) => (
        <li>
          <a
            href={`${frame.path}?sprak=${lang}`}
            lang={lang}
            dir={directionOf(lang)}
            hreflang={lang}
            {...(lang === frame.lang ? { 'aria-current': 'true' } : {})}
          >
            {ownNames[lang]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

type StepProps = {
  readonly frame: OwnFrame
  readonly title: string
  /** Left out where the link leads nowhere: the page is then the same for every such link. */
  readonly hasLanguages?: boolean
  readonly children: Child
}

/** One step. */
export const OwnStep = ({ frame, title, hasLanguages = true, children }: StepProps) => {
  const { page } = ownWords[frame.lang]
  const call = frame.phone === null ? undefined : <p>{withPhone(page.call, frame.phone, frame.lang)}</p>
  return (
    <OpenPage
      lang={frame.lang}
      dir={directionOf(frame.lang)}
      title={page.title}
      place={frame.place}
      skip={page.skip}
      {...(call === undefined ? {} : { foot: call })}
    >
      <div class="own-page">
        {hasLanguages && <LanguageChoice frame={frame} />}
        <h1>{title}</h1>
        {children}
      </div>
    </OpenPage>
  )
}

/** What went wrong, in a box that is read out. */
export const Refused = ({ text }: { readonly text: string }) => (
  <div class="ds-error-summary" role="alert">
    <p>{text}</p>
  </div>
)

/** A form that posts; the session's cookie comes only from our own pages (SameSite=Strict), so it needs no token. */
export const OwnForm = ({ frame, what, children }: { readonly frame: OwnFrame; readonly what: string; readonly children: Child }) => (
  <form class="stack" method="post" action={actionOf(frame, what)} novalidate>
    {children}
  </form>
)
