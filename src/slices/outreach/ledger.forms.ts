/** The ledger's forms. What was written is read once, here: a number in E.164, an e-mail address, or an address on one line. */
import { z } from 'zod'
import { contactLangs } from '../../kernel/contact-lang.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { choiceField, manyField, optionalText, textField, wholeField } from '../../platform/form.ts'
import { parsePhone, type PhoneProblem } from '../../platform/phone.ts'
import { keptField } from '../hygiene/index.ts'
import { optOutChannels, wayActs } from './ledger.types.ts'
import { wayKinds, type WayKind, type WaySource } from './outreach.types.ts'

/** Whom a way that somebody writes in can come from; the population register writes its own. */
const writtenSources = ['youth', 'lookedUp', 'school', 'partner'] as const satisfies readonly WaySource[]

export type WayProblem = PhoneProblem | 'not-an-email' | 'not-an-address'
export type ReadWay = { readonly kind: WayKind; readonly value: string }

const longestEmail = 254
const longestAddress = 300

function readEmail(text: string): Decision<ReadWay, WayProblem> {
  const value = text.replace(/^mailto:/i, '')
  const isEmail = /^[^@\s<>,;"]+@[^@\s<>,;"]+\.[^@\s.<>,;"]{2,}$/.test(value) && value.length <= longestEmail
  if (!isEmail) return refuse('not-an-email')
  const at = value.lastIndexOf('@')
  return grant({ kind: 'email', value: `${value.slice(0, at)}${value.slice(at).toLowerCase()}` })
}

function readAddress(text: string): Decision<ReadWay, WayProblem> {
  const value = text.replaceAll(/\s*\n\s*/g, ', ').replaceAll(/\s+/g, ' ')
  return /\p{L}{2}/u.test(value) && value.length <= longestAddress ? grant({ kind: 'address', value }) : refuse('not-an-address')
}

/** Reads what was written as the kind said; what has an @ in it is an e-mail address, whatever was said. */
export function readWay(written: string, kind: WayKind): Decision<ReadWay, WayProblem> {
  const text = written.trim()
  if (kind === 'address') return readAddress(text)
  if (kind === 'email' || text.includes('@')) return readEmail(text)
  const phone = parsePhone(text)
  return phone.granted ? grant({ kind: 'phone', value: phone.value }) : phone
}

export const addWayForm = z.strictObject({
  kind: choiceField(wayKinds),
  value: textField(longestAddress),
  source: choiceField(writtenSources),
  step: optionalText(30),
})
export const sayForm = z.strictObject({ version: wholeField, act: choiceField(wayActs), why: textField(200), noteKept: keptField })
export const addressForm = z.strictObject({ line: textField(longestAddress), why: textField(200), noteKept: keptField })

const isChannel = (text: string) => optOutChannels.find((one) => one === text)

export const choiceForm = z.strictObject({
  seen: optionalText(100),
  lang: choiceField(contactLangs),
  optOut: manyField.transform((all) => all.map(isChannel).filter((one) => one !== undefined)),
})
