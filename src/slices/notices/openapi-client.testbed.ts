/**
 * A client generated from the published OpenAPI file and nothing else: an operation for each operationId, its parameters, bodies and answers by the
 * schemas, its token by the security scheme. What the file does not say cannot be sent or received. The schemas are read by ajv, which did not make them.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'

export type Json = Readonly<Record<string, unknown>>
export type Answered = { readonly status: number; readonly body: unknown; readonly type: string }
export type Call = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly type?: string
  readonly accept?: string
}
type Fetch = (path: string, init: RequestInit) => Promise<Response>
export type Client = {
  readonly operations: readonly string[]
  readonly call: (operation: string, call?: Call) => Promise<Answered>
  /** The schema of a request's body, with everything that it refers to in its place. */
  readonly bodyOf: (operation: string) => Json
}

export const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], value)

/** `#/components/…` in the document's own place. */
function resolved(document: Json, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(document, one))
  if (typeof value !== 'object' || value === null) return value
  const ref = (value as { $ref?: string }).$ref
  if (ref !== undefined) return resolved(document, at(document, ...ref.slice(2).split('/')))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(document, one)]))
}

type Parameter = { readonly name: string; readonly in: 'path' | 'query'; readonly required?: boolean; readonly schema: Json }
type Operation = { readonly path: string; readonly method: string; readonly said: Json; readonly parameters: readonly Parameter[] }

const operationsOf = (document: Json): ReadonlyMap<string, Operation> =>
  new Map(
    Object.entries(document['paths'] as Json).flatMap(([path, methods]) =>
      Object.entries(methods as Json).map(([method, said]) => {
        const parameters = (at(said, 'parameters') ?? []) as readonly Parameter[]
        return [String(at(said, 'operationId')), { path, method, said: said as Json, parameters }] as const
      }),
    ),
  )

const encoded = (body: unknown, type: string): string =>
  type === 'application/json'
    ? JSON.stringify(body)
    : type === 'text/csv'
      ? (body as string)
      : new URLSearchParams(body as Record<string, string>).toString()

type Holds = (schema: unknown, value: unknown) => boolean

/** Whether a value is what a schema says. */
function newHolds(document: Json): Holds {
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  const compiled = new Map<unknown, ValidateFunction>()
  return (schema, value) => {
    const known = compiled.get(schema) ?? ajv.compile(resolved(document, schema) as object)
    compiled.set(schema, known)
    return known(value)
  }
}

type Made = {
  readonly document: Json
  readonly base: string
  readonly fetch: Fetch
  readonly operations: ReadonlyMap<string, Operation>
  readonly holds: Holds
}

const operationNamed = ({ operations }: Made, name: string): Operation => {
  const found = operations.get(name)
  if (found === undefined) throw new Error(`the document has no ${name}`)
  return found
}

/** The address of an operation: every parameter is one that the document has, as it says, and none that it needs is left out. */
function addressOf({ base, holds }: Made, { path, parameters }: Operation, { params = {}, query = {} }: Call): string {
  const given = { path: params, query }
  for (const place of ['path', 'query'] as const) {
    for (const [name, value] of Object.entries(given[place])) {
      const said = parameters.find((one) => one.in === place && one.name === name)
      if (said === undefined || !holds(said.schema, value)) throw new Error(`the document has no ${place} parameter ${name} like ${value}`)
    }
  }
  const left = parameters.find((one) => one.required === true && given[one.in][one.name] === undefined)
  if (left !== undefined) throw new Error(`the document needs ${left.name}`)
  const search = new URLSearchParams(query).toString()
  return `${base}${path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))}${search === '' ? '' : `?${search}`}`
}

function bodyAllowed({ holds }: Made, name: string, said: Json, { body, type = 'application/json' }: Call): string | null {
  const schema = at(said, 'requestBody', 'content', type, 'schema')
  if (body === undefined && at(said, 'requestBody', 'required') === true) throw new Error(`${name} needs a body`)
  if (body === undefined) return null
  if (schema === undefined) throw new Error(`${name} takes no ${type}`)
  if (!holds(schema, body)) throw new Error(`${name}: the body is not what the document says`)
  return encoded(body, type)
}

/** The answer, held against what the document says of it. */
async function answered({ holds }: Made, name: string, said: Json, response: Response): Promise<Answered> {
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const told = at(said, 'responses', String(response.status), 'content', type)
  const text = await response.text()
  expect(told, `${name} answers ${response.status} ${type}, which the document does not say: ${text}`).toBeDefined()
  const body: unknown = type === 'application/json' ? JSON.parse(text) : text
  expect(holds(at(told, 'schema'), body), `${name}: the answer is not what the document says: ${text}`).toBe(true)
  return { status: response.status, body, type }
}

type Credentials = { readonly clientId: string; readonly secret: string }

/** Tokens, fetched where the document says, each for what an operation says that it needs and no more. */
function newTokens(made: Made, { clientId, secret }: Credentials): (scope: string) => Promise<string> {
  const tokens = new Map<string, string>()
  const flow = at(made.document, 'components', 'securitySchemes', 'client', 'flows', 'clientCredentials')
  const path = new URL(String(at(flow, 'tokenUrl'))).pathname
  const type = 'application/x-www-form-urlencoded'
  return async (scope) => {
    const known = tokens.get(scope)
    if (known !== undefined) return known
    const found = [...made.operations].find(([, operation]) => `${made.base}${operation.path}` === path)
    if (found === undefined || at(flow, 'scopes', scope) === undefined) throw new Error(`the document has no token for ${scope}`)
    const [name, { said }] = found
    const given = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret, scope }
    const body = bodyAllowed(made, name, said, { body: given, type })
    const told = await answered(made, name, said, await made.fetch(path, { method: 'POST', headers: { 'content-type': type }, body }))
    const token = String(at(told.body, 'access_token'))
    tokens.set(scope, token)
    return token
  }
}

/** The client of a document. */
export function clientFrom(document: Json, fetch: Fetch, credentials: Credentials): Client {
  const base = new URL(String(at(document, 'servers', '0', 'url'))).pathname
  const made = { document, base, fetch, operations: operationsOf(document), holds: newHolds(document) }
  const tokenFor = newTokens(made, credentials)

  async function call(name: string, asked: Call = {}): Promise<Answered> {
    const operation = operationNamed(made, name)
    const [address, body] = [addressOf(made, operation, asked), bodyAllowed(made, name, operation.said, asked)]
    const scope = (operation.said['security'] as readonly { readonly client?: readonly string[] }[])[0]?.client?.[0]
    const headers = {
      ...(body === null ? {} : { 'content-type': asked.type ?? 'application/json' }),
      ...(asked.accept === undefined ? {} : { accept: asked.accept }),
      ...(scope === undefined ? {} : { authorization: `Bearer ${await tokenFor(scope)}` }),
    }
    return answered(made, name, operation.said, await fetch(address, { method: operation.method.toUpperCase(), headers, body }))
  }

  const bodyOf = (name: string): Json =>
    resolved(document, at(operationNamed(made, name).said, 'requestBody', 'content', 'application/json', 'schema')) as Json
  return { operations: [...made.operations.keys()], call, bodyOf }
}
