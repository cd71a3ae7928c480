/** One request, one reply: over fetch, or over node:https when the client shows a certificate. */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { createSecureContext } from 'node:tls'
import { Failure } from '../../../platform/failure.ts'
import type { Ss12000Auth } from './ss12000.types.ts'

export type Ask = {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}
export type Reply = { readonly status: number; readonly retryAfter: string | null; readonly bytes: Uint8Array }
/** Rejects when there is no complete reply inside the time-out. */
export type Transport = (ask: Ask, timeoutMs: number) => Promise<Reply>

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The address of a source, which carries personal data and secrets and so must be https unless it never leaves the machine.
 * @throws Failure when it is no such address
 */
export function secureUrl(text: string, what: string): URL {
  const url = URL.parse(text)
  if (url === null) throw new Failure(`${what} är inte en webbadress. Skriv den som https://värdnamn/sökväg.`)
  if (url.username !== '' || url.password !== '') throw new Failure(`${what} får inte innehålla användarnamn eller lösenord.`)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname))) return url
  throw new Failure(`${what} måste börja med https. Bara den egna datorn (localhost) får anropas okrypterat.`)
}

/** Redirects are not followed: they could take pupils' data, or our token, to an address nobody has approved. */
const overFetch: Transport = async ({ method, url, headers, body }, timeoutMs) => {
  const sent = body === null ? { method } : { method, body }
  const response = await fetch(url, { ...sent, headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, retryAfter: response.headers.get('retry-after'), bytes }
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new Failure(`Certifikatfilen ${file} går inte att läsa.`)
  }
}

/** Certificates are read and checked once, so that a bad file is a clear line and not a network error tried five times. */
function certifiedAgent(auth: Extract<Ss12000Auth, { kind: 'mtls' }>): Agent {
  const ca = auth.caFile === undefined ? {} : { ca: readPem(auth.caFile) }
  const own = { cert: readPem(auth.certFile), key: readPem(auth.keyFile) }
  try {
    return new Agent({ keepAlive: true, secureContext: createSecureContext({ ...own, ...ca }) })
  } catch {
    throw new Failure(`Certifikatet ${auth.certFile} och nyckeln ${auth.keyFile} går inte att använda tillsammans.`)
  }
}

function overCertifiedHttps(agent: Agent): Transport {
  return ({ method, url, headers, body }, timeoutMs) =>
    new Promise<Reply>((resolve, reject) => {
      const signal = AbortSignal.timeout(timeoutMs)
      // node:https does not unpack compressed bodies as fetch does.
      const options = { method, agent, signal, headers: { ...headers, 'accept-encoding': 'identity' } }
      const call = request(url, options, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, retryAfter: incoming.headers['retry-after'] ?? null, bytes: Buffer.concat(chunks) }),
        )
      })
      call.on('error', reject)
      call.end(body ?? undefined)
    })
}

/** The transport a source's authentication calls for. */
export function transportFor(auth: Ss12000Auth): Transport {
  return auth.kind === 'mtls' ? overCertifiedHttps(certifiedAgent(auth)) : overFetch
}
