/** The templates that a new municipality begins with, in every language. */
import type { ContactLang } from '../../../kernel/contact-lang.ts'
import { arTemplates } from './ar.ts'
import { enTemplates } from './en.ts'
import { prsTemplates } from './prs.ts'
import type { ShippedTemplates } from './shipped.types.ts'
import { soTemplates } from './so.ts'
import { svTemplates } from './sv.ts'
import { tiTemplates } from './ti.ts'
import { ukTemplates } from './uk.ts'

export const shippedTemplates: Readonly<Record<ContactLang, ShippedTemplates>> = {
  sv: svTemplates,
  en: enTemplates,
  ar: arTemplates,
  so: soTemplates,
  prs: prsTemplates,
  ti: tiTemplates,
  uk: ukTemplates,
}
