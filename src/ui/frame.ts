/** What every page is handed about the place, the reader and the moment. Built once a request by the routes. */
import type { Lang } from '../kernel/lang.ts'

/** Who is signed in, as shown in the header. */
export type Reader = { readonly name: string; readonly role: string; readonly unit: string | null }

/** An entry in the main menu. */
export type NavItem = { readonly href: string; readonly label: string; readonly current: boolean }

/** The frame of a page: the same for all components on it. */
export type Frame = {
  readonly lang: Lang
  /** The municipality. */
  readonly place: string
  /** Null before sign-in: then there is no menu, no meeting mode and nothing to log out of. */
  readonly reader: Reader | null
  readonly nav: readonly NavItem[]
  /** Meeting mode is on: nothing but the banner is shown. */
  readonly meeting: boolean
  readonly formToken: string
  /** The path of this page, so that a change of language comes back here. */
  readonly path: string
  /** What just happened ("Sparat."), shown once at the top. */
  readonly notice: string | null
}
