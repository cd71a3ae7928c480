/** What the rooms of the module hang on its pages: sections of a youth's page and boards of the start page, read with the page itself. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Lang } from '../../kernel/lang.ts'
import type { SealedPermission } from '../../kernel/permission.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Frame } from '../../ui/frame.ts'
import type { Reader } from './members/members.types.ts'
import type { Youth } from './people/people.types.ts'

/** What a section is handed to draw itself. `may` asks the module's own roles. */
export type SectionFrame = {
  readonly frame: Frame
  readonly lang: Lang
  readonly today: PlainDate
  readonly staffId: string
  readonly may: (permission: SealedPermission) => boolean
  readonly newOnce: () => string
}

/** A section draws what it has read; null: it has nothing to say here. */
export type Drawn = (shown: SectionFrame) => JSX.Element | null

/** A section of a youth's page. It reads in the page's own transaction, whose line in the log is already its. */
export type YouthSection = {
  readonly permit: SealedPermission
  readonly read: (tx: Tx, reader: Reader, youth: Youth, today: PlainDate) => Promise<Drawn>
}

/** A board of the start page, for those with the permission. */
export type StartBoard = { readonly permit: SealedPermission; readonly read: (tx: Tx, reader: Reader, today: PlainDate) => Promise<Drawn> }

/** What the page of the module's settings leads to besides its own: a heading, a line, an address. */
export type SettingsEntry = {
  readonly href: string
  readonly label: Readonly<Record<Lang, string>>
  readonly text: Readonly<Record<Lang, string>>
}
