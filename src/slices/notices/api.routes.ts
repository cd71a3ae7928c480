/** The interface for school authorities' own systems: a token, send, annul, and look up one's own notices. Nothing else can be learnt. */
import { newRateLimit, type RateLimit } from '../../platform/http/rate-limit.ts'
import { parseDate } from '../../platform/plain-date.ts'
import type { ApiAnswer, ApiVisit, Pages } from '../access/index.ts'
import { bearer, issueToken } from './client.actions.ts'
import { bearerOf, credentialsOf } from './client.forms.ts'
import { answersFile, ownFile, readRows } from './csv.forms.ts'
import { annulNotice, lookThrough, lookUp, receiveNotices, type Received } from './intake.actions.ts'
import { AnnulShape } from './notice.forms.ts'
import type { ProblemAt } from './notice.rules.ts'
import type { OwnPage } from './intake.store.ts'
import { ownStates, type ClientScope, type Sender } from './notices.types.ts'
import { mostRows, openApi } from './openapi.forms.ts'
import { problemWords } from './problem.texts.ts'
import { readReceipt } from './receipt.rules.ts'

const tries = { capacity: 20, refillPerMinute: 10 } as const
const requests = { capacity: 120, refillPerMinute: 120 } as const
const pageSize = 100

const json = (status: ApiAnswer['status'], body: unknown, headers: Readonly<Record<string, string>> = {}): ApiAnswer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
  headers,
})
const file = (status: ApiAnswer['status'], body: string): ApiAnswer => ({ status, type: 'text/csv; charset=utf-8', body })
const failed = (status: ApiAnswer['status'], error: string, headers: Readonly<Record<string, string>> = {}): ApiAnswer =>
  json(status, { error }, headers)

const tooMany = failed(429, 'too_many_requests', { 'Retry-After': '60' })
const noToken = failed(401, 'invalid_token', { 'WWW-Authenticate': 'Bearer' })

/** Whether a file is wanted. A program that takes either gets JSON. */
function wantsCsv({ header }: ApiVisit): boolean {
  const accept = header('accept') ?? ''
  return accept.includes('text/csv') && !/application\/json|\*\/\*/.test(accept)
}
const typeOf = ({ header }: ApiVisit): string => (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** The body as JSON; undefined when it is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const told = (problems: readonly ProblemAt[]) =>
  problems.map(({ field, problem }) => ({ field, problem, message: { sv: problemWords(problem, 'sv'), en: problemWords(problem, 'en') } }))

const rowsAnswer = (visit: ApiVisit, all: readonly Received[]): ApiAnswer =>
  wantsCsv(visit)
    ? file(207, answersFile(all))
    : json(207, {
        rows: all.map((one, index) => ({
          row: index + 1,
          receipt: one.granted ? one.value : null,
          problems: one.granted ? [] : told(one.problems),
        })),
      })

type Authorized = (visit: ApiVisit, sender: Sender) => Promise<ApiAnswer>

async function sendJson(visit: ApiVisit, sender: Sender): Promise<ApiAnswer> {
  const sent = readJson(visit.body)
  if (sent === undefined) return failed(400, 'not_json')
  const [answer] = await receiveNotices(visit.place.pool, sender, [sent], visit.today)
  if (answer === undefined) return failed(400, 'not_json')
  return answer.granted ? json(answer.value.duplicate ? 200 : 201, answer.value) : json(422, { problems: told(answer.problems) })
}

async function sendFile(visit: ApiVisit, sender: Sender): Promise<ApiAnswer> {
  const read = readRows(visit.body)
  if (read === null) return failed(400, 'not_csv')
  // A column that nobody reads is something that the school believes it has told.
  if (read.unknown.length > 0) return json(422, { problems: told(read.unknown.map((field) => ({ field, problem: 'unknown-field' }))) })
  if (read.rows.length > mostRows) return failed(413, 'too_many_rows')
  return rowsAnswer(visit, await receiveNotices(visit.place.pool, sender, read.rows, visit.today))
}

const send: Authorized = (visit, sender) => {
  const type = typeOf(visit)
  if (type === 'application/json') return sendJson(visit, sender)
  return type === 'text/csv' ? sendFile(visit, sender) : Promise.resolve(failed(415, 'unsupported_media_type'))
}

/** Which of its own notices a sender wants to see; null when that cannot be read: what is left out by mistake would look like none. */
function pageAsked(query: URLSearchParams): Omit<OwnPage, 'limit'> | null {
  const asked = { after: query.get('after'), since: query.get('since'), state: query.get('state') }
  const after = readReceipt(asked.after ?? '')
  const since = parseDate(asked.since ?? '')
  const state = ownStates.find((one) => one === asked.state) ?? null
  const read = { after, since, state }
  return Object.entries(asked).every(([name, text]) => text === null || read[name as keyof typeof read] !== null) ? read : null
}

const list: Authorized = async (visit, sender) => {
  const page = pageAsked(visit.query)
  if (page === null) return failed(400, 'invalid_request')
  const found = await lookThrough(visit.place.pool, sender, { ...page, limit: pageSize + 1 })
  const notices = found.slice(0, pageSize)
  const next = found.length > pageSize ? (notices.at(-1)?.receipt ?? null) : null
  return wantsCsv(visit) ? file(200, ownFile(notices)) : json(200, { notices, next })
}

const missing = failed(404, 'no_such_notice')

const find: Authorized = async ({ place, params }, sender) => {
  const found = await lookUp(place.pool, sender, readReceipt(params['receipt'] ?? '') ?? '')
  return found === null ? missing : json(200, found)
}

const annul: Authorized = async ({ place, params, body }, sender) => {
  const read = AnnulShape.safeParse(readJson(body))
  if (!read.success) return json(422, { problems: told([{ field: 'reason', problem: 'unknown-choice' }]) })
  const decision = await annulNotice(place.pool, sender, readReceipt(params['receipt'] ?? '') ?? '', read.data.reason)
  if (decision.granted) return json(200, decision.value)
  return decision.reason === 'missing' ? missing : failed(409, 'already_annulled')
}

/** `wrong` counts tries by where they come from, `made` what a client has asked for. */
type Limits = { readonly wrong: RateLimit; readonly made: RateLimit }

/** What a client of a municipality is counted as. */
const countedAs = ({ place }: ApiVisit, clientId: string): string => `${place.code} ${clientId}`

/**
 * A token. Whoever says a right secret has not guessed and costs the address nothing: a vendor asks for many schools from one. It costs the client.
 */
async function token(visit: ApiVisit, { wrong, made }: Limits): Promise<ApiAnswer> {
  if (!wrong.takes(visit.from, visit.nowMs)) return tooMany
  const { place, header, body, query } = visit
  // A secret in an address would be in logs along the way.
  if (query.has('client_secret')) return failed(400, 'invalid_request')
  const form = new URLSearchParams(body)
  if (form.get('grant_type') !== 'client_credentials') return failed(400, 'unsupported_grant_type')
  const takes = (clientId: string): boolean => made.takes(countedAs(visit, clientId), visit.nowMs)
  const issued = await issueToken(place.pool, credentialsOf(header('authorization'), form), form.get('scope'), takes)
  if (issued.granted || issued.reason === 'too_many_requests') wrong.gives(visit.from)
  if (issued.granted) {
    const { token: access, seconds, scopes } = issued.value
    return json(200, { access_token: access, token_type: 'Bearer', expires_in: seconds, scope: scopes.join(' ') })
  }
  if (issued.reason === 'too_many_requests') return tooMany
  return issued.reason === 'invalid_scope' ? failed(400, 'invalid_scope') : failed(401, 'invalid_client', { 'WWW-Authenticate': 'Basic' })
}

/** Registers the interface. `publicUrl`: where it is reached. */
export function addNoticeApi({ api }: Pages, publicUrl: string): void {
  const [wrong, made] = [newRateLimit(tries), newRateLimit(requests)]
  const path = '/api/:code/v1'
  const declared = { permit: 'client', shows: 'person', outlet: 'notices.api' } as const
  const open = { permit: 'public', shows: 'nothing' } as const

  const guarded =
    (scope: ClientScope, handle: Authorized) =>
    async (visit: ApiVisit): Promise<ApiAnswer> => {
      if (!wrong.takes(visit.from, visit.nowMs)) return tooMany
      const given = bearerOf(visit.header('authorization'))
      const found = given === null ? null : await bearer(visit.place.pool, given)
      if (found === null) return noToken
      wrong.gives(visit.from)
      if (!made.takes(countedAs(visit, found.sender.actor), visit.nowMs)) return tooMany
      return found.scopes.includes(scope) ? handle(visit, found.sender) : failed(403, 'insufficient_scope')
    }

  api.get(`${path}/openapi.json`, open, ({ place }) => json(200, openApi(`${publicUrl}/api/${place.code}/v1`, place.name)))
  api.post(`${path}/token`, open, (visit) => token(visit, { wrong, made }))
  api.post(`${path}/notices`, declared, guarded('notices:send', send))
  api.get(`${path}/notices`, declared, guarded('notices:read', list))
  api.get(`${path}/notices/:receipt`, declared, guarded('notices:read', find))
  api.post(`${path}/notices/:receipt/annul`, declared, guarded('notices:annul', annul))
}
