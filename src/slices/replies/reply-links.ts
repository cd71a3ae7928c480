/** Addresses of the reply page. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { AnswerKind, AskAgain } from './replies.types.ts'

/** Whose reply page, with which code, in which language. */
export type ReplyAt = { readonly code: string; readonly reply: string; readonly lang: ContactLang }

/** The path that a letter's QR code leads to, without the installation's own address. */
export const replyPath = (municipality: string, reply: string): string => `/svar/${municipality}/${reply}`

const withQuery = ({ code, reply, lang }: ReplyAt, more: string): string => `${replyPath(code, reply)}?${more}sprak=${lang}`

/** The form of one kind of answer; null: the choice of answers. */
export const answerHref = (at: ReplyAt, kind: AnswerKind | null): string => withQuery(at, kind === null ? '' : `svar=${kind}&`)

/** The page that says thank you. */
export const thanksHref = (at: ReplyAt, kind: AnswerKind, again: AskAgain | null): string =>
  withQuery(at, `tack=${kind}&${again === null ? '' : `igen=${again}&`}`)
