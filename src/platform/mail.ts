/** E-mail by SMTP: plain text to one receiver, and a certain answer to whether it was taken. */
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { notSent, sent, type SendOutcome } from './sending.ts'

/** `url` as `smtp://user:password@host:587` or `smtps://…`; `from` as a message shows it (`Lövsta kommun <lots@example.se>`). */
export type MailConfig = { readonly url: string; readonly from: string }
export type MailMessage = {
  /** One address, without a name. */
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
  /** `<…@…>`, the same each time the same message is sent, so that a receiver can tell one that came twice. */
  readonly messageId: string
  readonly headers?: Readonly<Record<string, string>>
}
/** What the server said when it took the message: its own id is often in it. */
export type MailSent = { readonly answer: string }

type SmtpError = Error & { readonly code?: string; readonly responseCode?: number; readonly command?: string }

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 30_000 }

/** Not accepted, and no fault of the message: the server wants another sign-in, another sender, TLS, or is not there. */
const ofTheServer = new Set(['MAIL FROM', 'CONN', 'EHLO', 'HELO', 'STARTTLS', 'API'])

/** What an error before the message itself was asked for means: nothing has been taken. */
function failureBefore({ code = 'unknown', responseCode, command = '' }: SmtpError): SendOutcome<never> {
  if (code === 'EAUTH') return notSent('down', 'sign-in')
  if (code === 'ETLS') return notSent('down', 'tls')
  if (responseCode === undefined) return notSent('down', code)
  const permanent = responseCode >= 500 && !ofTheServer.has(command)
  return notSent(permanent ? 'refused' : 'down', `smtp-${responseCode}`)
}

/** What an error means when the server had said that it would read the message: only its own answer tells whether it took it. */
function failureAfter({ code = 'unknown', responseCode }: SmtpError): SendOutcome<never> {
  if (responseCode === undefined || responseCode < 400) return notSent('unknown', code)
  return notSent(responseCode >= 500 ? 'refused' : 'down', `smtp-${responseCode}`)
}

type Composed = { readonly bytes: Buffer; readonly envelope: { from: string | false; to: string[] } }

/** RFC 3834: no answering machine answers it. */
const automatic = { 'Auto-Submitted': 'auto-generated' }

async function composed({ to, from, subject, text, messageId, headers }: MailMessage): Promise<Composed> {
  const nothingElse = { disableFileAccess: true, disableUrlAccess: true }
  const node = new MailComposer({ to, from, subject, text, messageId, headers: { ...headers, ...automatic }, ...nothingElse }).compile()
  return { bytes: await node.build(), envelope: node.getEnvelope() }
}

const promised = <Value>(run: (done: (error: Error | null, value?: Value) => void) => void): Promise<Value | undefined> =>
  new Promise((resolve, reject) => run((error, value) => (error === null ? resolve(value) : reject(error))))

/** Connects, signs in and hands the message over. `began` is told when the server asks for the message itself. */
async function delivered(connection: SMTPConnection, { bytes, envelope }: Composed, url: string, began: () => void): Promise<string> {
  const { auth } = parseConnectionUrl(url)
  await promised((done) => connection.connect((error) => done(error ?? null)))
  if (auth?.user !== undefined && connection.allowsAuth) await promised((done) => connection.login(auth, (error) => done(error ?? null)))
  // nodemailer reads the stream when the server has answered DATA with 354, not before.
  const message = new Readable({
    read() {
      began()
      this.push(bytes)
      this.push(null)
    },
  })
  const info = await promised<{ readonly response?: string }>((done) =>
    connection.send(envelope, message, (error, said) => done(error ?? null, said)),
  )
  return info?.response ?? ''
}

const oneAddress = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/

/** Sends one message over a connection of its own. `socketTimeout` is how long, in milliseconds, an answer is waited for. */
export async function sendMail(
  config: Pick<MailConfig, 'url'>,
  message: MailMessage,
  socketTimeout = timeouts.socketTimeout,
): Promise<SendOutcome<MailSent>> {
  if (!oneAddress.test(message.to)) return notSent('refused', 'address')
  const whole = await composed(message)
  const { auth: _, ...where } = parseConnectionUrl(config.url)
  const connection = new SMTPConnection({ ...where, ...timeouts, socketTimeout })
  let hasBegun = false
  // What goes wrong is told to the step that waits; without a listener it would end the process.
  const lost = new Promise<never>((_resolve, reject) => connection.on('error', reject))
  lost.catch(() => undefined)
  try {
    const answer = await Promise.race([delivered(connection, whole, config.url, () => void (hasBegun = true)), lost])
    connection.quit()
    return sent({ answer })
  } catch (thrown) {
    connection.close()
    if (!(thrown instanceof Error)) throw thrown
    return hasBegun ? failureAfter(thrown) : failureBefore(thrown)
  }
}
