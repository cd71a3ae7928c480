/** A form that is sent: whose it is, that it is ours, that it is saved once, and that nothing typed is lost on the way. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { z } from 'zod'
import { isSealed } from '../../kernel/permission.ts'
import { handedText } from '../../platform/text-file.ts'
import { giveBackOnce, keepTyped, ownVault, takeOnce } from './access.actions.ts'
import { SayingPage } from './access.views.tsx'
import { isFormToken, readLang } from './cookies.ts'
import { guarded, html, say, sayingOf, send, signedOf, type Web } from './serve.routes.tsx'
import type { Declared, FieldProblem, HandleForm, Reshow, Typed, Visit } from './pages.ts'
import { bareFrame, type Signed } from './visit.ts'

type Posted<Form> = Declared & {
  readonly form: z.ZodType<Form>
  readonly handle: HandleForm<Form>
  readonly reshow: Reshow | undefined
  readonly report: (error: unknown) => void
}

const technical = new Set(['formToken', 'once'])

type Body = { readonly typed: Typed; readonly formToken: string; readonly once: string }

/** The fields as a browser sends them. A file is the text in it: nothing else is sent here. */
async function readFields(c: Context): Promise<URLSearchParams> {
  if (c.req.header('content-type')?.startsWith('multipart/form-data') !== true) return new URLSearchParams(await c.req.text())
  const fields = new URLSearchParams()
  // What cannot be read as a form holds no token, and is refused as forged.
  const sent = await c.req.formData().catch(() => new FormData())
  for (const [name, value] of sent) fields.append(name, typeof value === 'string' ? value : handedText(await value.arrayBuffer()))
  return fields
}

/** The fields of the form. */
async function readBody(c: Context): Promise<Body> {
  const fields = await readFields(c)
  // Without a prototype: a field may be called anything, `constructor` too.
  const typed = Object.create(null) as Record<string, string[]>
  for (const [name, value] of fields) if (!technical.has(name)) (typed[name] ??= []).push(value.replaceAll('\0', ''))
  return { typed, formToken: fields.get('formToken') ?? '', once: fields.get('once') ?? '' }
}

/** One value as a text, several as a list: what the form schemas expect. */
const plain = (typed: Typed): Record<string, unknown> =>
  Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, values.length === 1 ? values[0] : values]))

const problemsOf = (error: z.ZodError): FieldProblem[] =>
  error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), problem: message }))

const isForged = (error: z.ZodError): boolean => error.issues.some(({ code }) => code === 'unrecognized_keys')

/**
 * The sign-in had run out: what was typed waits for the same person, who signs in and comes back to it. What was typed in the sealed module
 * waits there.
 */
async function keepForLater(c: Context, { sealed }: Web, { place, session }: Signed, inSealed: boolean, typed: Typed): Promise<Response> {
  const [pool, vault] = inSealed ? [place.sealed, sealed.vault] : [place.pool, ownVault]
  const id = await keepTyped(pool, session.actor.staffId, { path: c.req.path, fields: typed }, vault)
  return c.redirect(`/logga-in?till=${encodeURIComponent(`${vault.path}/${id}`)}`, 303)
}

const kept = (c: Context, visit: Visit, typed: Typed): Promise<Response> =>
  html(c, <SayingPage frame={visit.frame} saying="kept" typed={{ path: c.req.path, fields: typed }} once={randomUUID()} />, 409)

/** Who sends a form, and the connections of sign-ins, where its one-time token is: a page of the sealed module is not handed them. */
type Sender = { readonly visit: Visit; readonly pool: Signed['place']['pool'] }

/** Runs the handler once for the form's token; when something breaks, the token is given back so that the form can be sent again. */
async function handleOnce<Form>(c: Context, { visit, pool }: Sender, posted: Posted<Form>, form: Form, body: Body): Promise<Response> {
  const isToken = /^[\da-f-]{36}$/.test(body.once)
  if (isToken && !(await takeOnce(pool, body.once, visit.actor.staffId))) return say(c, 'already-saved', 409, visit)
  try {
    const answer = await posted.handle(visit, form, body.typed)
    if (isToken && answer.kind === 'page' && answer.status !== 200) await giveBackOnce(pool, body.once)
    return await send(c, visit, answer)
  } catch (error) {
    if (isToken) await giveBackOnce(pool, body.once).catch(() => {})
    throw error
  }
}

async function handleForm<Form>(c: Context, sender: Sender, posted: Posted<Form>, body: Body): Promise<Response> {
  const { visit } = sender
  const parsed = posted.form.safeParse(plain(body.typed))
  if (parsed.success) return handleOnce(c, sender, posted, parsed.data, body)
  if (posted.reshow === undefined || isForged(parsed.error)) return say(c, 'forged', 400, visit)
  return send(c, visit, await posted.reshow(visit, problemsOf(parsed.error), body.typed))
}

/** Something broke under way: nothing is saved, and the same form can be sent from the page that says so. */
function broken(c: Context, error: unknown, body: Body): Promise<Response> {
  const fields = { ...body.typed }
  const frame = { ...bareFrame(readLang(c), '/'), formToken: body.formToken }
  return html(c, <SayingPage frame={frame} saying={sayingOf(error)} typed={{ path: c.req.path, fields }} once={body.once} />, 503)
}

/** Answers a form. */
export async function handlePost<Form>(c: Context, web: Web, posted: Posted<Form>): Promise<Response> {
  const body = await readBody(c)
  try {
    const found = await signedOf(c, web)
    if (found === null) return c.redirect('/logga-in', 303)
    const isOurs = isFormToken(found.signed.token, body.formToken)
    if (!found.isAlive)
      return isOurs ? await keepForLater(c, web, found.signed, isSealed(posted.permit), body.typed) : c.redirect('/logga-in', 303)
    const visit = await guarded(c, web, posted, found.signed)
    if (visit instanceof Response) return visit
    return isOurs ? await handleForm(c, { visit, pool: found.signed.place.pool }, posted, body) : await kept(c, visit, body.typed)
  } catch (error) {
    posted.report(error)
    return broken(c, error, body)
  }
}
