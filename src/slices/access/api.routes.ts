/** What programs of others ask: no session and no pages. Who asks is for the handler to find out, from the request's own words. */
import type { Context } from 'hono'
import { todayInSweden } from '../../platform/clock.ts'
import { clientAddress } from '../../platform/http/rate-limit.ts'
import { handedText } from '../../platform/text-file.ts'
import type { ApiAnswer, HandleApi } from './pages.ts'
import type { Web } from './serve.routes.tsx'

const json = 'application/json; charset=utf-8'
const nothing = (status: 404 | 413 | 503, error: string): ApiAnswer => ({ status, type: json, body: JSON.stringify({ error }) })

const sent = (c: Context, { status, type, body, headers = {} }: ApiAnswer): Response =>
  c.body(body, status, { 'Content-Type': type, ...headers })

async function answered(c: Context, web: Web, handle: HandleApi): Promise<ApiAnswer> {
  const code = c.req.param('code') ?? ''
  const place = /^\d{4}$/.test(code) ? await web.placeOf(code) : null
  if (place === null) return nothing(404, 'no-such-municipality')
  const at = web.now()
  return handle({
    place,
    today: todayInSweden(at),
    nowMs: at.getTime(),
    params: c.req.param(),
    query: new URLSearchParams(new URL(c.req.url).search.replaceAll('%00', '')),
    from: clientAddress(c, web.trustsProxy),
    header: (name) => c.req.header(name) ?? null,
    body: handedText(await c.req.arrayBuffer()).replaceAll('\0', ''),
  })
}

/** A program that sends too much is told so in its own words. */
export const tooLarge = (c: Context): Response => sent(c, nothing(413, 'too_large'))

/** Answers a program. What breaks is a defect of ours: it is told so, and `report` is told what. */
export async function answerApi(c: Context, web: Web, handle: HandleApi, report: (error: unknown) => void): Promise<Response> {
  try {
    return sent(c, await answered(c, web, handle))
  } catch (error) {
    report(error)
    return sent(c, nothing(503, 'unavailable'))
  }
}
