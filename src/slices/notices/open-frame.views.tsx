/** The frame of the schools' pages: no menu, no script, Swedish or English. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import { OpenPage } from '../../ui/open-page.tsx'
import { otherLanguage, OtherLanguage } from '../../ui/other-language.tsx'
import { LangProvider } from '../../ui/ui.texts.ts'
import { openTexts } from './open.texts.ts'

/** `path`: the page's own address without language; `query`: what else it asks for. */
export type OpenFrame = {
  readonly lang: Lang
  readonly place: string
  readonly code: string
  readonly path: string
  readonly query: string
}

/** An address in the frame's language. */
export const inLang = (path: string, lang: Lang, query = ''): string => {
  const parts = [query, lang === 'en' ? 'sprak=en' : ''].filter((part) => part !== '')
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

type Props = { readonly frame: OpenFrame; readonly title: string; readonly children: Child }

/** A page of the schools'. */
export const SchoolPage = ({ frame, title, children }: Props) => {
  const { skip, title: name } = openTexts[frame.lang]
  return (
    <LangProvider value={frame.lang}>
      <OpenPage lang={frame.lang} dir="ltr" title={name} place={frame.place} skip={skip}>
        <OtherLanguage lang={frame.lang} href={inLang(frame.path, otherLanguage(frame.lang), frame.query)} />
        <h1>{title}</h1>
        {children}
      </OpenPage>
    </LangProvider>
  )
}
