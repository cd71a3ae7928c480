/** The simulated SMS gateway: 46elks' REST shape over real HTTP. It sends nothing, remembers everything, and can be told to fail. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { smsSegments } from '../../src/platform/sms-segments.ts'
import { inboxPage } from '../inbox.ts'

export type SmsStatus = 'created' | 'sent' | 'delivered' | 'failed'
export type ReceivedSms = {
  readonly id: string
  readonly to: string
  readonly from: string
  readonly message: string
  /** In ten-thousandths of a krona: 0.35 a part. */
  readonly cost: number
  readonly parts: number
  /** UTC, as the gateway writes it. */
  readonly created: string
  readonly whendelivered: string | null
  status: SmsStatus
}

/**
 * `error`: answers 500 and takes nothing. `busy`: 503. `no-credit`: 403. `refuse`: 400, as for a number that does not exist.
 * `hang`: takes the message and never answers. `hang-up`: takes it and closes the connection. `hang-up-before`: closes it and takes nothing.
 */
export type SmsFault = 'error' | 'busy' | 'no-credit' | 'refuse' | 'hang' | 'hang-up' | 'hang-up-before'

export type SmsGateway = {
  /** What `SMS_URL` should be; a page with what has come in is at its root. */
  readonly address: string
  readonly user: string
  readonly password: string
  /** Everything taken, the oldest first. */
  readonly sent: () => readonly ReceivedSms[]
  /** From now on requests fail in that way, or those to one number; null ends it. */
  readonly fail: (how: SmsFault | null, only?: { readonly to: string }) => void
  /** Changes a message's status and posts it to its `whendelivered`. The status it was answered with; null when there was nobody to tell. */
  readonly report: (id: string, status: SmsStatus) => Promise<number | null>
  readonly close: () => Promise<void>
}

export type SmsGatewayOptions = {
  /** A free one when absent. */
  readonly port?: number
  readonly user?: string
  readonly password?: string
  /** Reports every message as delivered after so many milliseconds; never by itself when absent. */
  readonly deliveredAfter?: number
}

type Fault = { readonly how: SmsFault; readonly to: string | null }
type Gateway = {
  readonly taken: ReceivedSms[]
  readonly authorization: string
  fault: Fault | null
  readonly onTaken: (sms: ReceivedSms) => void
}

const answers: Partial<Readonly<Record<SmsFault, readonly [status: number, text: string]>>> = {
  error: [500, 'Internal Server Error'],
  busy: [503, 'Service Unavailable'],
  'no-credit': [403, 'Not enough credits'],
  refuse: [400, 'Invalid to number'],
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' }).end(text)
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk)
  return new URLSearchParams(body)
}

/** What is wrong with the form, in the gateway's words; null when it can be sent. */
function problemIn(form: URLSearchParams): string | null {
  if (!/^\+[1-9]\d{6,14}$/.test(form.get('to') ?? '')) return 'Invalid to number'
  if (!/^(?:[a-z][a-z0-9]{2,10}|\+\d{7,15})$/i.test(form.get('from') ?? '')) return 'Invalid from'
  return (form.get('message') ?? '') === '' ? 'Missing key message' : null
}

function taken(form: URLSearchParams): ReceivedSms {
  const [to = '', from = '', message = ''] = ['to', 'from', 'message'].map((key) => form.get(key) ?? '')
  const { segments: parts } = smsSegments(message)
  const created = new Date().toISOString().replace('Z', '000')
  const whendelivered = form.get('whendelivered')
  return {
    id: `s${randomBytes(16).toString('hex')}`,
    to,
    from,
    message,
    parts,
    cost: 3500 * parts,
    created,
    whendelivered,
    status: 'created',
  }
}

/** A message as the gateway tells of it; without its text when it was asked to keep none. */
const shown = ({ id, to, from, message, parts, cost, created, status }: ReceivedSms, withText: boolean) => {
  const facts = { id, to, from, parts, cost, created, status, direction: 'outgoing' }
  return withText ? { ...facts, message } : facts
}

async function send(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await formOf(request)
  const { fault } = gateway
  const how = fault !== null && (fault.to === null || fault.to === form.get('to')) ? fault.how : null
  if (how === 'hang-up-before') return void request.socket.destroy()
  const refusal = how === null ? undefined : answers[how]
  if (refusal !== undefined) return answer(response, ...refusal)
  const problem = problemIn(form)
  if (problem !== null) return answer(response, 400, problem)
  const sms = taken(form)
  gateway.taken.push(sms)
  gateway.onTaken(sms)
  if (how === 'hang') return
  if (how === 'hang-up') return void request.socket.destroy()
  answer(response, 200, shown(sms, form.get('dontlog') !== 'message'))
}

/** `GET /a1/sms`: the latest first, of one number when it is named. */
function list(gateway: Gateway, query: URLSearchParams, response: ServerResponse): void {
  const to = query.get('to')
  const found = gateway.taken.filter((sms) => to === null || sms.to === to).toReversed()
  answer(response, 200, { data: found.slice(0, Number(query.get('limit') ?? 100)).map((sms) => shown(sms, false)) })
}

async function handle(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gateway')
  if (request.method === 'GET' && pathname === '/') {
    const entries = gateway.taken.map(({ to, message, from, parts, status }) => ({
      to,
      text: message,
      facts: [`från ${from}`, `${parts} sms`, status],
    }))
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(inboxPage('Sms som skickats', entries))
  }
  if (pathname !== '/a1/sms') return answer(response, 404, 'Not found')
  if (request.headers.authorization !== gateway.authorization) return answer(response, 401, 'API access requires Basic HTTP authentication')
  if (request.method === 'POST') return await send(gateway, request, response)
  list(gateway, searchParams, response)
}

async function report(gateway: Gateway, id: string, status: SmsStatus): Promise<number | null> {
  const sms = gateway.taken.find((one) => one.id === id)
  if (sms === undefined) throw new Error('no such SMS')
  sms.status = status
  if (sms.whendelivered === null) return null
  const at: Record<string, string> = status === 'delivered' ? { delivered: new Date().toISOString().replace(/\.\d+Z$/, 'Z') } : {}
  return (await fetch(sms.whendelivered, { method: 'POST', body: new URLSearchParams({ id, status, ...at }) })).status
}

function newGateway(user: string, password: string, deliveredAfter: number | undefined): Gateway {
  const gateway: Gateway = {
    taken: [],
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    fault: null,
    onTaken: ({ id }) => {
      if (deliveredAfter === undefined) return
      setTimeout(() => void report(gateway, id, 'delivered').catch(() => null), deliveredAfter).unref()
    },
  }
  return gateway
}

/** Starts the gateway on this machine's own address. */
export async function startSmsGateway({
  port = 0,
  user = 'lots',
  password = 'lots',
  deliveredAfter,
}: SmsGatewayOptions = {}): Promise<SmsGateway> {
  const gateway = newGateway(user, password, deliveredAfter)
  const server = createServer((request, response) => {
    handle(gateway, request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    user,
    password,
    sent: () => gateway.taken,
    fail: (how, only) => void (gateway.fault = how === null ? null : { how, to: only?.to ?? null }),
    report: (id, status) => report(gateway, id, status),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}
