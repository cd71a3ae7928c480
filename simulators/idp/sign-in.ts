/** The sign-in page and what is chosen on it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type InteractionResults, type Provider } from 'oidc-provider'
import { errorPage, signInPage } from './pages.ts'
import { levels, type Level, type Person } from './people.ts'

/** What tests turn: `deny` has the next one who chooses somebody turned away. */
export type Switches = { paused: boolean; deny: boolean }

type Visit = {
  readonly provider: Provider
  readonly people: readonly Person[]
  readonly home: string
  readonly switches: Switches
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const longestForm = 10_000

/** Shows the page, or takes what was chosen on it. */
export async function answerSignIn(visit: Visit): Promise<void> {
  try {
    const attempt = await visit.provider.interactionDetails(visit.request, visit.response)
    if (visit.request.method !== 'POST') return show(visit, 200, signInPage(visit.people, levelOf(visit)))
    await choose(visit, attempt, await formOf(visit.request))
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error
    show(visit, 400, errorPage(visit.home, error.error, error.error_description ?? ''))
  }
}

type Attempt = Awaited<ReturnType<Provider['interactionDetails']>>

async function choose(visit: Visit, attempt: Attempt, form: URLSearchParams): Promise<void> {
  const { provider, people, request, response, switches } = visit
  const finish = (result: InteractionResults): Promise<void> =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  if (switches.deny || form.has('cancel')) {
    switches.deny = false
    return finish({ error: 'access_denied', error_description: 'the person was not signed in' })
  }
  const person = people.find(({ subject }) => subject === form.get('person'))
  if (person === undefined) return show(visit, 400, errorPage(visit.home, 'unknown_person', 'nobody of that name'))
  await forgetOther(provider, attempt, person)
  // `consent` is always given (provider.ts); said here so that prompt=consent is answered too.
  return finish({ login: { accountId: person.subject, acr: levelOf(visit), remember: true }, consent: {} })
}

/** When somebody else is signed in, the provider would first post them out with a script; the pages here have none. */
async function forgetOther(provider: Provider, attempt: Attempt, { subject }: Person): Promise<void> {
  const { session } = attempt
  if (session?.accountId === undefined || session.accountId === subject) return
  await (await provider.Session.findByUid(session.uid))?.destroy()
  attempt.session = undefined
  await attempt.persist()
}

const levelOf = ({ request }: Visit): Level => (/[?&]level=low\b/.test(request.url ?? '') ? levels.low : levels.high)

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > longestForm) return new URLSearchParams()
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

function show({ response }: Visit, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html)
}
