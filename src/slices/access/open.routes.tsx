/** Pages without sign-in: the municipality is in the path, and nothing of any person is handed on. */
import type { Context } from 'hono'
import { todayInSweden } from '../../platform/clock.ts'
import { clientAddress } from '../../platform/http/rate-limit.ts'
import { readPass, writePass } from './cookies.ts'
import type { HandleOpen, HandleOpenForm, OpenAnswer, OpenVisit, Typed } from './pages.ts'
import { html, say, sendFile, type Web } from './serve.routes.tsx'

async function openVisit(c: Context, web: Web): Promise<OpenVisit | null> {
  const code = c.req.param('code') ?? ''
  const place = /^\d{4}$/.test(code) ? await web.placeOf(code) : null
  if (place === null) return null
  const at = web.now()
  const query = new URLSearchParams(new URL(c.req.url).search.replaceAll('%00', ''))
  const from = clientAddress(c, web.trustsProxy)
  return { place, today: todayInSweden(at), nowMs: at.getTime(), params: c.req.param(), query, from, pass: readPass(c) }
}

/** An answer to somebody whom nobody knows. */
async function sendOpen(c: Context, answer: OpenAnswer): Promise<Response> {
  switch (answer.kind) {
    case 'with-pass':
      writePass(c, answer.pass)
      return sendOpen(c, answer.answer)
    case 'page':
      return html(c, answer.body, answer.status)
    case 'redirect':
      return c.redirect(answer.to, 303)
    case 'data':
      return c.body(answer.body, answer.status, { 'Content-Type': answer.type })
    case 'file':
      return sendFile(c, answer)
    case 'missing':
    case 'sign-in-again':
      return say(c, 'missing', 404, null)
  }
}

export async function answerOpen(c: Context, web: Web, handle: HandleOpen): Promise<Response> {
  const visit = await openVisit(c, web)
  return visit === null ? say(c, 'missing', 404, null) : sendOpen(c, await handle(visit))
}

export async function answerOpenForm(c: Context, web: Web, handle: HandleOpenForm): Promise<Response> {
  const visit = await openVisit(c, web)
  if (visit === null) return say(c, 'missing', 404, null)
  const typed = Object.create(null) as Record<string, string[]>
  for (const [name, value] of new URLSearchParams(await c.req.text())) (typed[name] ??= []).push(value.replaceAll('\0', ''))
  return sendOpen(c, await handle(visit, typed satisfies Typed))
}
