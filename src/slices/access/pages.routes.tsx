/**
 * The registry of pages. A route cannot be added without naming its permission and what it shows; the same list is the guard,
 * `docs/permissions.md` and the tests that try every route with every role.
 */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { answerApi, tooLarge } from './api.routes.ts'
import { answerOpen, answerOpenForm } from './open.routes.tsx'
import type {
  Declared,
  DeclaredApi,
  DeclaredOpen,
  DeclaredRoute,
  Handle,
  HandleApi,
  HandleForm,
  HandleOpen,
  HandleOpenForm,
  Reshow,
} from './pages.ts'
import { handlePost } from './post.routes.tsx'
import { guarded, say, sayingOf, send, signedOf, type Web } from './serve.routes.tsx'
import { visitOf } from './visit.ts'

/** More than any form of ours can hold. */
const mostBytes = 300_000
const own: Declared = { permit: 'signed-in', shows: 'nothing' }
const open: DeclaredOpen = { permit: 'public', shows: 'nothing' }

export type Pages = {
  readonly get: (path: string, declared: Declared, handle: Handle) => void
  /** `reshow` shows the form again with its problems and everything that was typed. */
  readonly post: <Form>(path: string, declared: Declared, form: z.ZodType<Form>, handle: HandleForm<Form>, reshow?: Reshow) => void
  /**
   * Pages for anybody, without sign-in: they show nothing of any youth or colleague, unless `declared` names the outlet of what a secret link
   * shows. The path names the municipality as `:code`.
   * They have no session, so there is nothing that a forged form could use: no form token. Their own limits of rate are the handler's.
   */
  readonly open: {
    readonly get: (path: string, handle: HandleOpen, declared?: DeclaredOpen) => void
    readonly post: (path: string, handle: HandleOpenForm, declared?: DeclaredOpen) => void
  }
  /** For programs of others. The path names the municipality as `:code`; who asks, and how often, is the handler's. */
  readonly api: {
    readonly get: (path: string, declared: DeclaredApi, handle: HandleApi) => void
    readonly post: (path: string, declared: DeclaredApi, handle: HandleApi) => void
  }
  readonly declared: readonly DeclaredRoute[]
}

async function handleGet(c: Context, web: Web, declared: Declared, handle: Handle): Promise<Response> {
  const found = await signedOf(c, web)
  if (found?.isAlive !== true) {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(pathname === '/' ? '/logga-in' : `/logga-in?till=${encodeURIComponent(pathname + search)}`, 303)
  }
  const visit = await guarded(c, web, declared, found.signed)
  return visit instanceof Response ? visit : send(c, visit, await handle(visit))
}

/** Nothing larger than a form is read, whoever sends it. Comes before every route. */
export const limitBodies = ({ app }: Pick<Web, 'app'>): unknown =>
  app.use(bodyLimit({ maxSize: mostBytes, onError: (c) => (c.req.path.startsWith('/api/') ? tooLarge(c) : say(c, 'too-big', 400, null)) }))

/** What answers when no page does, and when one breaks. */
function addLastResorts(web: Web, report: (error: unknown) => void): void {
  web.app.notFound(async (c) => {
    const found = await signedOf(c, web).catch(() => null)
    return say(c, 'missing', 404, found?.isAlive === true ? visitOf(c, found.signed, web, own) : null)
  })
  web.app.onError(async (error, c) => {
    report(error)
    return say(c, sayingOf(error), 503, null, new URL(c.req.url).pathname)
  })
}

const apiPages = (web: Web, declared: DeclaredRoute[], report: (error: unknown) => void): Pages['api'] => ({
  get: (path, stated, handle) => {
    declared.push({ method: 'GET', path, ...stated })
    web.app.get(path, (c) => answerApi(c, web, handle, report))
  },
  post: (path, stated, handle) => {
    declared.push({ method: 'POST', path, ...stated })
    web.app.post(path, (c) => answerApi(c, web, handle, report))
  },
})

/** The registry on an app. */
export function newPages(web: Web, report: (error: unknown) => void): Pages {
  const declared: DeclaredRoute[] = []
  addLastResorts(web, report)
  return {
    declared,
    get: (path, stated, handle) => {
      declared.push({ method: 'GET', path, ...stated })
      web.app.get(path, (c) => handleGet(c, web, stated, handle))
    },
    post: (path, stated, form, handle, reshow) => {
      declared.push({ method: 'POST', path, ...stated })
      web.app.post(path, (c) => handlePost(c, web, { ...stated, form, handle, reshow, report }))
    },
    open: {
      get: (path, handle, stated = open) => {
        declared.push({ method: 'GET', path, ...stated })
        web.app.get(path, (c) => answerOpen(c, web, handle))
      },
      post: (path, handle, stated = open) => {
        declared.push({ method: 'POST', path, ...stated })
        web.app.post(path, (c) => answerOpenForm(c, web, handle))
      },
    },
    api: apiPages(web, declared, report),
  }
}
