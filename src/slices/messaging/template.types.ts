/** The nouns of templates: a text in one language, its versions, and what is wrong with one that is being written. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

/** Which text: the template and its language. */
export type TemplateName = { readonly key: TemplateKey; readonly lang: ContactLang }

/** What is written. `subject` is '' for an SMS. */
export type TemplateText = { readonly subject: string; readonly body: string }

/** A version of a text. 0 is the one that is shipped; the municipality's own count from 1. */
export type Template = TemplateName & TemplateText & { readonly version: number }

/** A version in the history, with who wrote it and who proofread it. Swedish local time, `YYYY-MM-DD HH:MM`; null for the shipped one. */
export type TemplateVersion = Template & {
  readonly savedBy: string | null
  readonly savedAt: string | null
  readonly proofreadBy: string | null
  readonly proofreadAt: string | null
}

/** What is wrong with a text that somebody wants to save. `detail`: the field or the word. */
export const templateFaults = [
  'fieldMissing',
  'senderMissing',
  'fieldUnknown',
  'fieldForbidden',
  'fieldInSubject',
  'looseBraces',
  'namesTheMatter',
  'subjectMissing',
  'twoPages',
] as const
export type TemplateFault = { readonly fault: (typeof templateFaults)[number]; readonly where: 'subject' | 'body'; readonly detail: string }

/** How a text comes out with made-up values: what it costs as an SMS, or how many pages it is. Null: it is no such thing. */
export type TemplateMeasure = {
  readonly segments: number | null
  readonly units: number | null
  readonly encoding: 'gsm7' | 'ucs2' | null
  readonly pages: number | null
}

/** The versions in force of every template and language, and which a translator has read (a given version, or the one in force). */
export type TemplatesInForce = {
  readonly find: (name: TemplateName) => Template
  readonly isProofread: (name: TemplateName, version?: number) => boolean
}
