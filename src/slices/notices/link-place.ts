/** Links to a school's form, and the letters that carry them. */
import type { Pool } from '../../platform/db/tx.ts'
import type { MailConfig } from '../../platform/mail.ts'

export type LinkPlace = { readonly code: string; readonly name: string; readonly pool: Pool }
export type LinkChannel = { readonly mail: MailConfig | null; readonly publicUrl: string }

/** The address of a school's form, or of what is beneath it. */
export const linkAddress = (publicUrl: string, code: string, token: string, lang: 'sv' | 'en'): string =>
  `${publicUrl}/anmalan/${code}/${token}${lang === 'sv' ? '' : '?sprak=en'}`

const domainOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'ungdomslots'

/** The id of a letter: the same when it is tried again. */
export const messageIdOf = ({ from }: MailConfig, name: string): string => `<${name}@${domainOf(from)}>`
