/** The simulated mail server: SMTP that delivers nothing, remembers everything, can be told to fail, and shows what came in on a page. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { inboxPage } from '../inbox.ts'
import { readMail, type ReceivedMail } from './received.ts'

export type { ReceivedMail } from './received.ts'

/**
 * `down`: nobody listens. `later`: 451 to every receiver. `refuse`: 550 to every receiver. `spam`: 554 to the message when it has been read.
 * `drop`: takes the message and closes the connection without an answer. `drop-before`: closes it and takes nothing. `hang`: never answers.
 */
export type MailFault = 'down' | 'later' | 'refuse' | 'spam' | 'drop' | 'drop-before' | 'hang'

export type MailServer = {
  /** What `SMTP_URL` should be. */
  readonly address: string
  /** The page with what has come in. */
  readonly inbox: string
  /** Everything taken, the oldest first. */
  readonly sent: () => readonly ReceivedMail[]
  /** From now on it fails in that way; null ends it. It has when the promise is kept. */
  readonly fail: (how: MailFault | null) => Promise<void>
  readonly close: () => Promise<void>
}

type State = { readonly taken: ReceivedMail[]; fault: MailFault | null }

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

const answersToReceiver: Partial<Readonly<Record<MailFault, Error>>> = {
  later: refusal(451, '4.7.1 Greylisted, try again later'),
  refuse: refusal(550, '5.1.1 No such user here'),
}

async function textOf(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

type Answer = (error?: Error | null) => void

/** What happens when the message has been read: it is taken, or not, and answered, or not. */
function answerTo(state: State, message: ReceivedMail, hangUp: () => void, answer: Answer): void {
  if (state.fault === 'spam') return answer(refusal(554, '5.7.1 Looks like spam'))
  if (state.fault === 'drop-before') return hangUp()
  state.taken.push(message)
  if (state.fault === 'drop') return hangUp()
  if (state.fault !== 'hang') answer()
}

/** The server, listening. */
async function smtpServer(state: State, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) =>
      username === password ? done(null, { user: username }) : done(refusal(535, '5.7.8 Wrong user or password')),
    onRcptTo: (_address, _session, done) => done(state.fault === null ? null : answersToReceiver[state.fault]),
    onData: (stream: SMTPServerDataStream, { id, envelope }: SMTPServerSession, done: Answer) => {
      const hangUp = (): void => {
        for (const connection of server.connections) if (connection.id === id) connection.close()
      }
      const receivers = envelope.rcptTo.map(({ address }) => address)
      textOf(stream).then((raw) => answerTo(state, readMail(raw, receivers), hangUp, done), done)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  // A connection that breaks is what some tests are about.
  server.on('error', () => undefined)
  return server
}

async function inboxServer(state: State, port: number): Promise<Server> {
  const server = createServer((_request, response) => {
    const entries = state.taken.map(({ to, subject, text, from }) => ({
      to: to.join(', '),
      text: `${subject}\n\n${text}`,
      facts: [`från ${from}`],
    }))
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(inboxPage('E-post som skickats', entries))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

const portOf = (server: { address: () => unknown }): number => (server.address() as AddressInfo).port
const closed = (server: { close: (done: () => void) => unknown }): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

/** Starts the server and its page on this machine's own address, on free ports when none are named. Any user may sign in whose password is the same. */
export async function startMailServer({ port = 0, inboxPort = 0 } = {}): Promise<MailServer> {
  const state: State = { taken: [], fault: null }
  const page = await inboxServer(state, inboxPort)
  let smtp: SMTPServer | null = await smtpServer(state, port)
  const taken = portOf(smtp.server)
  const fail = async (how: MailFault | null): Promise<void> => {
    state.fault = how
    if (how !== 'down') smtp ??= await smtpServer(state, taken)
    else if (smtp !== null) await closed(smtp)
    if (how === 'down') smtp = null
  }
  return {
    address: `smtp://127.0.0.1:${taken}`,
    inbox: `http://127.0.0.1:${portOf(page)}`,
    sent: () => state.taken,
    fail,
    close: async () => {
      page.closeAllConnections()
      await Promise.all([fail('down'), closed(page)])
    },
  }
}
