/** One conversation with one source: its address, its credentials, its lists page by page. */
import { Failure, Refused } from '../../../platform/failure.ts'
import { credentialsFor } from './ss12000.auth.ts'
import { secureUrl, transportFor } from './ss12000.transport.ts'
import { patiently, type Answer } from './ss12000.tries.ts'
import type { Log, Ss12000Source } from './ss12000.types.ts'

export type Session = {
  readonly host: string
  readonly get: (path: string, query: Readonly<Record<string, string>>) => Promise<Answer>
}

/** More pages than this is no school: the source hands out new tokens for ever. */
const mostPages = 100_000

/** Statuses that say "this server does not have that endpoint": nobody needs to implement all of the standard. */
export const isNotOffered = (answer: Answer): boolean => !answer.ok && [404, 405, 501].includes(answer.status)

/** @throws Failure when the address is not https, or a certificate file cannot be read */
export function openSession(source: Ss12000Source, log: Log): Session {
  const base = secureUrl(source.baseUrl, 'Skolkällans adress')
  const patience = { timeoutMs: source.timeoutMs ?? 30_000, retries: source.retries ?? 4, backoffMs: source.backoffMs ?? 500, log }
  const send = patiently(transportFor(source.auth), patience)
  const credentials = credentialsFor(source.auth, send)
  const ask = async (url: URL): Promise<Answer> => {
    const authorization = await credentials.header()
    const headers = { accept: 'application/json', ...(authorization === null ? {} : { authorization }) }
    return send({ method: 'GET', url, headers, body: null })
  }
  const get: Session['get'] = async (path, query) => {
    const url = new URL(base.origin + base.pathname.replace(/\/+$/, '') + path)
    url.search = new URLSearchParams(query).toString()
    const answer = await ask(url)
    // A token may be withdrawn before its time. One new one is worth asking for; a second refusal is meant.
    return !answer.ok && answer.status === 401 && credentials.renew() ? ask(url) : answer
  }
  return { host: base.host, get }
}

function whyRefused(status: number): string {
  if (status === 401) return 'godtog inte vår inloggning (401)'
  if (status === 403) return 'nekar oss åtkomst (403)'
  if (status === 404) return 'finns inte på adressen (404)'
  if (status >= 300 && status < 400) return `hänvisar till en annan adress (${status}), som vi inte följer. Rätta källans adress`
  return `svarade ${status}`
}

/** The body of an answer that must be there. */
export function bodyOf(session: Session, path: string, answer: Answer): unknown {
  if (answer.ok) return answer.body
  throw new Failure(`Skolkällan ${session.host}${path} ${whyRefused(answer.status)}. Läsningen avbröts och inget ur den används.`)
}

/** A body as an object, null when it is something else. */
export const asObject = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null

/** The answer is JSON, but not what the standard says: asking again would not help. */
export const notAsAgreed = (session: Session, path: string, what: string): Refused =>
  new Refused(`Skolkällan ${session.host}${path} ${what}. Läsningen avbröts och inget ur den används.`)

function nextToken(session: Session, path: string, body: unknown): string | null {
  const token = asObject(body)?.['pageToken'] ?? null
  if (token === null || token === '') return null
  if (typeof token === 'string') return token
  throw notAsAgreed(session, path, 'gav en pageToken som inte är en text')
}

/**
 * The bodies of a list, from its first one on. The next page is asked for with its token alone: several servers answer 400
 * to anything else beside it, and the standard allows that.
 */
export async function* bodiesFrom(session: Session, path: string, first: unknown): AsyncGenerator {
  const seen = new Set<string>()
  let body = first
  for (;;) {
    yield body
    const token = nextToken(session, path, body)
    if (token === null) return
    if (seen.has(token) || seen.size === mostPages) throw notAsAgreed(session, path, 'upprepar samma sida utan att komma till slutet')
    seen.add(token)
    body = bodyOf(session, path, await session.get(path, { pageToken: token }))
  }
}

/** The records of one page. */
export function recordsOf(session: Session, path: string, body: unknown): unknown[] {
  const data = asObject(body)?.['data']
  if (Array.isArray(data)) return data
  throw notAsAgreed(session, path, 'svarade utan listan data')
}
