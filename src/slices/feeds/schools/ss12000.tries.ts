/** When to ask again and when to give up. */
import { setTimeout as wait } from 'node:timers/promises'
import { Failure, Refused } from '../../../platform/failure.ts'
import type { Ask, Reply, Transport } from './ss12000.transport.ts'
import type { Log } from './ss12000.types.ts'

export type Answer = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly status: number }
export type Patience = { readonly timeoutMs: number; readonly retries: number; readonly backoffMs: number; readonly log: Log }
export type Send = (ask: Ask) => Promise<Answer>

type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'again'; readonly why: string; readonly unreadable: boolean; readonly notBeforeMs: number | null }

/** A server that wants to be left alone longer than this has failed for tonight. */
const longestWaitMs = 5 * 60_000

const again = (why: string, notBeforeMs: number | null = null): Outcome => ({ kind: 'again', why, unreadable: false, notBeforeMs })

/** Overloaded or broken for the moment. 501 is no such state: the endpoint is not offered. */
const isPassing = (status: number): boolean => status === 429 || (status >= 500 && status !== 501)

/** `Retry-After` as milliseconds from now, in both of its forms: seconds, or a point in time. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

type ThrownByNetwork = { readonly name?: unknown; readonly code?: unknown; readonly cause?: unknown }

/** Only names and codes: the text of a network error may quote the whole address. */
function networkReason(error: unknown, timeoutMs: number): string {
  const thrown = error as ThrownByNetwork
  const cause = (thrown.cause ?? {}) as ThrownByNetwork
  if (thrown.name === 'TimeoutError' || cause.name === 'TimeoutError') return `gav inget helt svar inom ${timeoutMs / 1000} sekunder`
  const code = [cause.code, thrown.code, thrown.name].find((value) => typeof value === 'string') ?? 'okänt fel'
  return `gick inte att nå (${code})`
}

function readJson(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    // `fatal`: a body cut inside an å, or sent as Latin-1, must not become names with replacement characters.
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return null
  }
}

function judge(reply: Reply): Outcome {
  if (isPassing(reply.status)) return again(`svarade ${reply.status}`, retryAfterMs(reply.retryAfter, Date.now()))
  if (reply.status < 200 || reply.status > 299) return { kind: 'answer', answer: { ok: false, status: reply.status } }
  const body = readJson(reply.bytes)
  if (body !== null) return { kind: 'answer', answer: { ok: true, body: body.value } }
  return { kind: 'again', why: 'gav ett avhugget eller oläsligt svar', unreadable: true, notBeforeMs: null }
}

async function tryOnce(transport: Transport, ask: Ask, timeoutMs: number): Promise<Outcome> {
  try {
    return judge(await transport(ask, timeoutMs))
  } catch (error) {
    return again(networkReason(error, timeoutMs))
  }
}

/** Doubles with each try; the random half keeps many municipalities from coming back in step. */
const backoff = (patience: Patience, tries: number): number => patience.backoffMs * 2 ** (tries - 1) * (0.5 + Math.random() / 2)

/** Sends with a time-out and tries again on network errors, 429, 5xx and unreadable bodies. Every other status is an answer. */
export function patiently(transport: Transport, patience: Patience): Send {
  return async (ask) => {
    const where = `Skolkällan ${ask.url.host}${ask.url.pathname}`
    for (let tries = 1; ; tries++) {
      const outcome = await tryOnce(transport, ask, patience.timeoutMs)
      if (outcome.kind === 'answer') return outcome.answer
      const waitMs = Math.max(backoff(patience, tries), outcome.notBeforeMs ?? 0)
      if (tries > patience.retries || waitMs > longestWaitMs) {
        const line = `${where} ${outcome.why} (${tries} försök). Läsningen avbröts och inget ur den används.`
        throw outcome.unreadable ? new Refused(line) : new Failure(line)
      }
      patience.log(`${where} ${outcome.why}, försöker igen om ${Math.ceil(waitMs / 1000)} s`)
      await wait(waitMs)
    }
  }
}
