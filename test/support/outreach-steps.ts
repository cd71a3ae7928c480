/** What colleagues and youths do on the way through a route, by the product's own pages and links. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { pdfText } from './outreach-proof.ts'
import type { CameIn, Town } from './outreach-town.ts'
import type { Shown, Visitor } from './web.ts'

const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** A form that is taken. Returns where it leads. */
export async function sends(
  who: Visitor,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<string> {
  const { status, location, html } = await who.send(path, fields)
  expect(status, `${path}: ${/ds-error-summary[\s\S]{0,600}/.exec(html)?.[0] ?? html.slice(0, 300)}`).toBe(303)
  return location
}

/** A number or an e-mail address, as the youth said it. */
export const saysWay = (who: Visitor, { path }: CameIn, kind: 'phone' | 'email', value: string): Promise<string> =>
  sends(who, `${path}/vagar`, { kind, value, source: 'youth', step: '' })

/** A round to those whose next step is a letter, or to a list. Returns its address; its page has been read. */
export async function preparesRound(who: Visitor, list = ''): Promise<{ readonly address: string; readonly html: string }> {
  const selection = list === '' ? 'letters' : 'list'
  const form = { name: 'Löpande', kind: 'continuous', selection, days: '', list, letter: 'firstLetter', sms: 'ja', email: 'ja' }
  const address = await sends(who, '/utskick/ny', form)
  const { html } = await who.get(address)
  expect(html).toContain('Mottagare')
  return { address, html }
}

const versionAt = async (who: Visitor, address: string): Promise<string> => hidden((await who.get(address)).html, 'version')

export const reviews = async (who: Visitor, address: string): Promise<string> =>
  sends(who, `${address}/granska`, { version: await versionAt(who, address), read: 'ja' })
export const releases = async (who: Visitor, address: string): Promise<string> =>
  sends(who, `${address}/slapp`, { version: await versionAt(who, address) })

/** The letters that lie in print folders, as text, with where each lies. */
export const printedLetters = ({ folder }: Town): { readonly at: string; readonly text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:brev|kort)\/[\da-f-]{36}\.pdf$/.test(name))
    .map((name) => ({ at: join(folder, name), text: pdfText(readFileSync(join(folder, name))) }))

/** The one letter to the youth. */
export function letterTo(town: Town, { given }: CameIn): string {
  const found = printedLetters(town).filter(({ text }) => text.includes(given))
  expect(found.length, `letters to ${given}`).toBe(1)
  return found[0]?.text ?? ''
}

/** The code as it is printed, and where a browser finds it. */
export function codeIn(text: string): string {
  const code = /\b[A-HJKMNP-TV-Z2-9]{5}[-‑][A-HJKMNP-TV-Z2-9]{5}\b/.exec(text)?.[0].replace('‑', '-')
  if (code === undefined) throw new Error(`no code in: ${text}`)
  return code
}
export const replyLink = ({ address, place }: Town, code: string): string => `${address}/svar/${place.code}/${code}`

/** The link in a text or a mail. */
export function linkIn(text: string): string {
  const link = /http:\/\/localhost:\d+\/svar\/\d{4}\/[\w-]+/.exec(text)?.[0]
  if (link === undefined) throw new Error(`no link in: ${text}`)
  return link
}

/** Somebody without an account looks at an address. */
export const looksAt = async (link: string): Promise<{ readonly status: number; readonly html: string }> => {
  const response = await fetch(link, { redirect: 'manual' })
  return { status: response.status, html: await response.text() }
}

/** The youth answers at the link, and reads thank you. */
export async function answers(link: string, kind: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const first = await looksAt(link)
  expect([first.status, first.html.includes(`svar=${kind}`)]).toEqual([200, true])
  const body = new URLSearchParams(fields)
  const sent = await fetch(`${link}?svar=${kind}&sprak=sv`, { method: 'POST', body, redirect: 'manual' })
  expect(sent.status, await sent.text()).toBe(303)
  const thanks = await looksAt(new URL(sent.headers.get('location') ?? '', link).toString())
  expect(thanks.status).toBe(200)
}

/** The colleague accepts the answer on the youth's page. */
export async function accepts(who: Visitor, { path }: CameIn): Promise<Shown> {
  const { html } = await who.get(path)
  const answer = /\/uppsok\/svar\/([\da-f-]{36})\/godta/.exec(html)?.[1]
  if (answer === undefined) throw new Error('no answer waits on the page')
  expect(await sends(who, `/uppsok/svar/${answer}/godta`, { from: 'youth' })).toBe(path)
  return who.get(path)
}

type Call = Readonly<Record<string, string>> & { readonly outcome: string }

/** A call logged from the row of the list, at a time that has been. */
export async function logsCall(who: Visitor, { path }: CameIn, call: Call): Promise<void> {
  const { html } = await who.get(`${path}/kontakter?snabb=1&vy=`)
  const way = hidden(html, 'way')
  expect(way).toMatch(/^[\da-f-]{36}$/)
  const form = { channel: 'phone', quick: 'ja', back: 'list', view: '', way }
  expect(await sends(who, `${path}/kontakter`, { ...form, ...call })).toMatch(/^\/ungdomar/)
}

/** A contact written in the whole form. */
export const logsContact = (who: Visitor, { path }: CameIn, contact: Readonly<Record<string, string>>): Promise<string> =>
  sends(who, `${path}/kontakter`, contact)
