/** How long links, codes and stays last, how often a code may be asked for and tried, and which ways a link can be sent. */
import { isMobile, type E164Phone } from '../../platform/phone.ts'
import type { Way } from '../outreach/index.ts'
import type { CodeCounts, LinkChannel, WayChoice, WayProblem } from './ownplan.types.ts'

/** How many days a link lasts. */
export const linkDays = 30
/** How many minutes a code lasts, from when it is asked for; a message that has not left by then never leaves. */
export const codeMinutes = 10
/** How many times a code is tried. */
export const codeTries = 5
/** How many minutes a stay on the page lasts. */
export const stayMinutes = 30

/**
 * Codes for each link. Five tries of a million for each of ten codes a day: whoever has the link, but not the telephone, and goes on for all its
 * thirty days comes in one time in seven hundred.
 */
const codesAnHour = 5
const codesADay = 10

/** Whether a link is sent another code. */
export const maySendCode = ({ lastHour, lastDay }: CodeCounts): boolean => lastHour < codesAnHour && lastDay < codesADay

/** A code of six digits from a number below a million. */
export const codeOf = (number: number): string => String(number).padStart(6, '0')

/** The digits of other scripts that a telephone may type: from ٠ and from ۰. */
const zeroes = [0x660, 0x6f0] as const

const inOurDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (sign) => {
    const at = sign.codePointAt(0) ?? 0
    return String(at - (at < zeroes[1] ? zeroes[0] : zeroes[1]))
  })

/** What somebody typed as a code: spaces and dashes do not matter. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = inOurDigits(typed.replaceAll(/[\s\-‐‑–—.\u200E\u200F\u2066-\u2069]/g, ''))
  return /^\d{6}$/.test(code) ? code : null
}

const channelOf = ({ kind }: Pick<Way, 'kind'>): LinkChannel | null => (kind === 'phone' ? 'sms' : kind === 'email' ? 'email' : null)

function problemOf({ deadOn, value }: Way, channel: LinkChannel, optOuts: readonly string[]): WayProblem | null {
  if (deadOn !== null) return 'dead'
  if (optOuts.includes(channel)) return 'optedOut'
  return channel === 'sms' && isMobile(value as E164Phone) === false ? 'fixedLine' : null
}

const isFirstOfValue = ({ value }: WayChoice, nth: number, all: readonly WayChoice[]): boolean =>
  all.findIndex((other) => other.value.toLowerCase() === value.toLowerCase()) === nth

/** The numbers and e-mail addresses of a youth with what stands in each one's way, those that can be used first; the same value once. */
export function wayChoices(ways: readonly Way[], optOuts: readonly string[]): WayChoice[] {
  const choices = ways.flatMap((way): WayChoice[] => {
    const channel = channelOf(way)
    if (channel === null) return []
    const { id, wayId, value, deadOn } = way
    return [{ id, wayId, channel, value, deadOn, problem: problemOf(way, channel, optOuts) }]
  })
  // What stands in the way on one of two records stands in the way of the number.
  const [inTheWay, usable] = [choices.filter(({ problem }) => problem !== null), choices.filter(({ problem }) => problem === null)]
  const once = [...inTheWay, ...usable].filter(isFirstOfValue)
  return [...once.filter(({ problem }) => problem === null), ...once.filter(({ problem }) => problem !== null)]
}
