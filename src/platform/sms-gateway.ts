/**
 * An SMS gateway with the REST shape of 46elks (https://46elks.se/docs/send-sms): form in, JSON out, HTTP Basic, and a form posted back
 * when the phone has got the message. No number and no text is ever part of an error.
 */
import { z } from 'zod'
import { grant, refuse, type Decision } from './decision.ts'
import type { E164Phone } from './phone.ts'
import { notSent, sent, type SendOutcome } from './sending.ts'
import { smsSegments } from './sms-segments.ts'

/** `url` is what `/a1/sms` comes after; `from` is a name of at most 11 letters and digits, or a number that answers can go to. */
export type SmsConfig = { readonly url: string; readonly user: string; readonly password: string; readonly from: string }
/** `reportTo` is our address that delivery is told to (`whendelivered`), when there is one the gateway can reach. */
export type SmsMessage = { readonly to: E164Phone; readonly text: string; readonly reportTo: string | null }
/** `cost` in ten-thousandths of the account's currency; null when the gateway does not say. */
export type SmsSent = { readonly id: string; readonly parts: number; readonly cost: number | null }

const Answer = z.object({ id: z.string().min(1), parts: z.number().int().positive().optional(), cost: z.number().nonnegative().optional() })
const Found = z.object({ data: z.array(z.object({ id: z.string().min(1), created: z.string(), direction: z.string().optional() })) })

/** What says that no request left us: the connection was never there. Anything else may have come after the request was written. */
const beforeTheRequest =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|.*_CERT_?\w*)$/

function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown'
  const { code } = (thrown.cause ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : thrown.name
}

const timeoutMs = 20_000

function asked(config: SmsConfig, path: string, init: RequestInit, wait: number): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${config.user}:${config.password}`).toString('base64')}`
  return fetch(`${config.url.replace(/\/$/, '')}${path}`, {
    ...init,
    // A kept connection that the gateway closes just as we write would be a message of unknown fate.
    headers: { authorization, accept: 'application/json', connection: 'close' },
    redirect: 'manual',
    signal: AbortSignal.timeout(wait),
  })
}

/**
 * What a status that is not success means. 4xx is about this message, save where it is about the account or asks us to wait. 503 says that
 * nothing was done. Of the other 5xx nobody knows whether the message was taken before something broke.
 */
async function failureOf(answer: Response): Promise<SendOutcome<never>> {
  const { status } = answer
  const body = await answer.text().catch(() => '')
  if (status === 402 || (status === 403 && /credit|balance|saldo/i.test(body))) return notSent('down', 'credit')
  if (status === 401) return notSent('down', 'sign-in')
  if (status === 408 || status === 425 || status === 429 || status === 503) return notSent('down', `http-${status}`)
  if (status >= 400 && status < 500) return notSent('refused', `http-${status}`)
  // An address that leads elsewhere is not the gateway's: nobody there took anything.
  return notSent(status < 400 ? 'down' : 'unknown', `http-${status}`)
}

/** Sends one message. `wait` is how long, in milliseconds, an answer is waited for. */
export async function sendSms(config: SmsConfig, { to, text, reportTo }: SmsMessage, wait = timeoutMs): Promise<SendOutcome<SmsSent>> {
  // The gateway keeps no copy of the text (dontlog).
  const body = new URLSearchParams({ from: config.from, to, message: text, dontlog: 'message' })
  if (reportTo !== null) body.set('whendelivered', reportTo)
  try {
    const answer = await asked(config, '/a1/sms', { method: 'POST', body }, wait)
    if (!answer.ok) return await failureOf(answer)
    const { id, parts = smsSegments(text).segments, cost = null } = Answer.parse(await answer.json())
    return sent({ id, parts, cost })
  } catch (thrown) {
    const code = codeOf(thrown)
    return notSent(beforeTheRequest.test(code) ? 'down' : 'unknown', code)
  }
}

/** The gateway tells instants in UTC without saying so. */
const instantOf = (created: string): number => Date.parse(/Z|[+-]\d\d:?\d\d$/.test(created) ? created : `${created}Z`)
/** Its clock and ours may differ so much. */
const clockDifferenceMs = 60_000

/**
 * The gateway's ids of messages it accepted to the number since an instant, newest first: what became of a message whose fate is unknown.
 * One that the caller already has the id of is another message.
 */
export async function findSentSms(
  config: SmsConfig,
  { to, sentAfter }: { readonly to: E164Phone; readonly sentAfter: Date },
  wait = timeoutMs,
): Promise<Decision<readonly string[], 'down'>> {
  try {
    const answer = await asked(config, `/a1/sms?${new URLSearchParams({ to, limit: '100' }).toString()}`, { method: 'GET' }, wait)
    if (!answer.ok) return refuse('down')
    const { data } = Found.parse(await answer.json())
    const since = sentAfter.getTime() - clockDifferenceMs
    return grant(data.filter(({ created, direction }) => direction !== 'incoming' && instantOf(created) >= since).map(({ id }) => id))
  } catch {
    return refuse('down')
  }
}

const Report = z.object({ id: z.string().min(1).max(100), status: z.enum(['created', 'sent', 'delivered', 'failed']) })
export type DeliveryReport = z.infer<typeof Report>

/** What the gateway posts back to `reportTo`; null when it is not a report. Whoever can write to the address can post it: it proves nothing. */
export const readDelivery = (form: Readonly<Record<string, unknown>>): DeliveryReport | null => Report.safeParse(form).data ?? null
