/**
 * A client made from nothing but the published OpenAPI document: an operation for each operationId, with the request held against its schema before
 * it is sent and the answer against its own when it comes. What the document does not say cannot be sent or received.
 */
import { expect } from 'vitest'
import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>
export type Answered = { readonly status: number; readonly body: unknown; readonly type: string }
export type Call = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly type?: string
  readonly accept?: string
}
type Fetch = (path: string, init: RequestInit) => Promise<Response>
export type Client = { readonly operations: readonly string[]; readonly call: (operation: string, call?: Call) => Promise<Answered> }

const at = (value: unknown, ...path: string[]): unknown => path.reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], value)

/** `#/components/…` in the document's own place. */
function resolved(document: Json, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(document, one))
  if (typeof value !== 'object' || value === null) return value
  const ref = (value as { $ref?: string }).$ref
  if (ref !== undefined) return resolved(document, at(document, ...ref.slice(2).split('/')))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(document, one)]))
}

const holds = (document: Json, schema: unknown, value: unknown): boolean =>
  z.fromJSONSchema(resolved(document, schema) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success

type Operation = { readonly path: string; readonly method: string; readonly said: Json }

const operationsOf = (document: Json): ReadonlyMap<string, Operation> =>
  new Map(
    Object.entries(document['paths'] as Json).flatMap(([path, methods]) =>
      Object.entries(methods as Json).map(
        ([method, said]) => [String(at(said, 'operationId')), { path, method, said: said as Json }] as const,
      ),
    ),
  )

const encoded = (body: unknown, type: string): string =>
  type === 'application/json'
    ? JSON.stringify(body)
    : type === 'text/csv'
      ? (body as string)
      : new URLSearchParams(body as Record<string, string>).toString()

type Made = { readonly document: Json; readonly base: string; readonly fetch: Fetch; readonly operations: ReadonlyMap<string, Operation> }

/** The request that the document allows, or an error that says what it does not. */
function requestOf(
  { document, base, operations }: Made,
  name: string,
  { params = {}, query = {}, body, type = 'application/json', accept }: Call,
) {
  const found = operations.get(name)
  if (found === undefined) throw new Error(`the document has no ${name}`)
  const schema = at(found.said, 'requestBody', 'content', type, 'schema')
  if (body !== undefined && schema === undefined) throw new Error(`${name} takes no ${type}`)
  if (body !== undefined && !holds(document, schema, body)) throw new Error(`${name}: the body is not what the document says`)
  const search = new URLSearchParams(query).toString()
  const address = `${base}${found.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '')}${search === '' ? '' : `?${search}`}`
  const headers = { ...(body === undefined ? {} : { 'content-type': type }), ...(accept === undefined ? {} : { accept }) }
  const security = found.said['security']
  const isOpen = Array.isArray(security) && security.length === 0
  return {
    address,
    method: found.method.toUpperCase(),
    said: found.said,
    headers,
    isOpen,
    body: body === undefined ? null : encoded(body, type),
  }
}

/** The answer, held against what the document says of it. */
async function answered({ document }: Made, name: string, said: Json, response: Response): Promise<Answered> {
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const told = at(said, 'responses', String(response.status), 'content', type)
  expect(told, `${name} answers ${response.status} ${type}, which the document does not say`).toBeDefined()
  const text = await response.text()
  const body: unknown = type === 'application/json' ? JSON.parse(text) : text
  expect(holds(document, at(told, 'schema'), body), `${name}: the answer is not what the document says: ${text}`).toBe(true)
  return { status: response.status, body, type }
}

type Credentials = { readonly clientId: string; readonly secret: string }

/** Reads the document at an address and makes the client. The token is fetched as the document says, once. */
export async function clientFrom(fetch: Fetch, documentPath: string, { clientId, secret }: Credentials): Promise<Client> {
  const document = (await (await fetch(documentPath, {})).json()) as Json
  const base = new URL(String(at(document, 'servers', '0', 'url'))).pathname
  const made = { document, base, fetch, operations: operationsOf(document) }
  let token: string | null = null

  async function call(name: string, asked: Call = {}): Promise<Answered> {
    const { address, method, said, headers, isOpen, body } = requestOf(made, name, asked)
    const authorization = isOpen ? {} : { authorization: `Bearer ${(token ??= await newToken())}` }
    return answered(made, name, said, await fetch(address, { method, headers: { ...headers, ...authorization }, body }))
  }

  async function newToken(): Promise<string> {
    const given = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret }
    const { body } = await call('getToken', { body: given, type: 'application/x-www-form-urlencoded' })
    return (body as { access_token: string }).access_token
  }

  return { operations: [...made.operations.keys()], call }
}
