/**
 * The cookies: the session, the sign-in under way (sealed), and one line to show on the next page, all `__Host-`. And the pass of an open page,
 * which is sent back to that page alone.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { langs, type Lang } from '../../kernel/lang.ts'
import type { Pass } from './pages.ts'

const names = { session: '__Host-lots', signIn: '__Host-lots-vag', notice: '__Host-lots-klart', lang: '__Host-lots-sprak' } as const
const always = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

export type SessionKey = { readonly code: string; readonly token: string }

/** A new secret token for a session. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** What the database keeps of a token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
const formSecretOf = (token: string): Buffer => createHmac('sha256', token).update('form').digest()

const xored = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)))

/** The token that a form of the session carries: another text each time, so that a compressed page tells nothing of it by its length. */
export function formTokenOf(token: string): string {
  const mask = randomBytes(32)
  return Buffer.concat([mask, xored(formSecretOf(token), mask)]).toString('base64url')
}

/** Whether the form came from a page of this session. */
export function isFormToken(token: string, given: string): boolean {
  const got = Buffer.from(given, 'base64url')
  return got.length === 64 && timingSafeEqual(xored(got.subarray(32), got.subarray(0, 32)), formSecretOf(token))
}

/** The session that the browser says it has: the municipality's code and the token. */
export function readSessionKey(c: Context): SessionKey | null {
  const [, code, token] = /^(\d{4})\.([\w-]{43})$/.exec(getCookie(c, names.session) ?? '') ?? []
  return code === undefined || token === undefined ? null : { code, token }
}

export const writeSessionKey = (c: Context, { code, token }: SessionKey): void =>
  setCookie(c, names.session, `${code}.${token}`, { ...always, maxAge: 12 * 3600 })

export const forgetSessionKey = (c: Context): void => void deleteCookie(c, names.session, always)

/** Keeps a line for the next page. */
export const writeNotice = (c: Context, notice: string): void => setCookie(c, names.notice, notice, { ...always, maxAge: 60 })

/** The line to show, once. */
export function takeNotice(c: Context): string | null {
  const notice = getCookie(c, names.notice)
  if (notice === undefined) return null
  deleteCookie(c, names.notice, always)
  return notice.slice(0, 300)
}

/** Keeps the sign-in under way: encrypted and authenticated, so that the browser neither reads nor changes it. */
export function writeSignIn(c: Context, secret: Buffer, value: unknown): void {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  setCookie(c, names.signIn, Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url'), { ...always, maxAge: 900 })
}

/** The sign-in under way, once; null when there is none or it is not ours. */
export function takeSignIn(c: Context, secret: Buffer): unknown {
  const sealed = Buffer.from(getCookie(c, names.signIn) ?? '', 'base64url')
  deleteCookie(c, names.signIn, always)
  if (sealed.length < 29) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(12, 28))
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8'))
  } catch {
    return null
  }
}

/** The language of pages shown before sign-in. */
export const readLang = (c: Context): Lang => langs.find((lang) => lang === getCookie(c, names.lang)) ?? 'sv'
export const writeLang = (c: Context, lang: Lang): void => setCookie(c, names.lang, lang, { ...always, maxAge: 365 * 86_400 })

const passName = '__Secure-lots-pass'
const firstPath = (c: Context): string => `/${c.req.path.split('/')[1] ?? ''}`

/** The secret of a short stay on an open page; null when the browser has none that could be one. */
export function readPass(c: Context): string | null {
  const token = getCookie(c, passName) ?? ''
  return /^[\w-]{43}$/.test(token) ? token : null
}

/** Keeps the secret of a short stay, or forgets it. It comes back only from our own pages, and only to the page that it is for. */
export function writePass(c: Context, pass: Pass | null): void {
  const kept = { path: firstPath(c), secure: true, httpOnly: true, sameSite: 'Strict' } as const
  if (pass === null) deleteCookie(c, passName, kept)
  else setCookie(c, passName, pass.token, { ...kept, maxAge: pass.seconds })
}
