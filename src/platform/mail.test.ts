/** Against the simulated mail server; what arrives is read by another reader than the one that wrote it. */
import { createServer } from 'node:net'
import { simpleParser } from 'mailparser'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startMailServer, type MailFault, type MailServer } from '../../simulators/mail/index.ts'
import { sendMail, type MailMessage } from './mail.ts'

let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
})
afterEach(() => server.fail(null))
afterAll(() => server.close())

const message: MailMessage = {
  to: 'alva@example.se',
  from: 'Lövsta kommun <lots@example.se>',
  subject: 'Hej från kommunen – ring oss gärna när du kan, så pratar vi en stund om hur du har det',
  text: 'Hej Alva!\n\nVi undrar hur du har det. مرحبا.\n.\nEn rad som börjar med punkt.',
  messageId: '<b1946ac9@lots.example.se>',
  headers: { 'List-Unsubscribe': '<https://lots.example.se/s>' },
}
const send = (given: Partial<MailMessage> = {}, url = server.address, wait = 5000) => sendMail({ url }, { ...message, ...given }, wait)

describe('a message', () => {
  it('arrives whole, as plain text, marked as sent by a machine', async () => {
    expect(await send()).toMatchObject({ granted: true, value: { answer: expect.stringMatching(/^250 /) as unknown } })
    const { raw = '' } = server.sent().at(-1) ?? {}
    const read = await simpleParser(raw)
    expect([read.subject, read.text?.trimEnd(), read.messageId]).toEqual([message.subject, message.text, message.messageId])
    expect([read.from?.text, read.headers.get('to')]).toEqual([
      '"Lövsta kommun" <lots@example.se>',
      expect.objectContaining({ text: 'alva@example.se' }),
    ])
    expect(read.headers.get('auto-submitted')).toBe('auto-generated')
    expect(read.headers.get('content-type')).toEqual({ value: 'text/plain', params: { charset: 'utf-8' } })
    expect(raw).toContain('List-Unsubscribe: <https://lots.example.se/s>')
    expect([read.html, read.attachments]).toEqual([false, []])
  })

  it('is what the simulated server says that it is', async () => {
    await send()
    expect(server.sent().at(-1)).toMatchObject({
      to: ['alva@example.se'],
      subject: message.subject,
      text: message.text,
      messageId: message.messageId,
    })
  })

  it.each<[MailFault, string, string, number]>([
    ['refuse', 'refused', 'smtp-550', 0],
    ['spam', 'refused', 'smtp-554', 0],
    ['later', 'down', 'smtp-451', 0],
    ['down', 'down', 'ESOCKET', 0],
    ['drop', 'unknown', 'ECONNECTION', 1],
    ['drop-before', 'unknown', 'ECONNECTION', 0],
  ])('that meets %s is %s (%s)', async (fault, reason, code, taken) => {
    const before = server.sent().length
    await server.fail(fault)
    expect(await send()).toEqual({ granted: false, reason, code })
    expect(server.sent().length - before).toBe(taken)
    await server.fail(null)
    expect((await send()).granted).toBe(true)
  })

  it('of unknown fate is one that nobody answers in time', async () => {
    await server.fail('hang')
    expect(await send({}, server.address, 2000)).toEqual({ granted: false, reason: 'unknown', code: 'ETIMEDOUT' })
  })

  it('signs in when it is told whom as', async () => {
    const as = (user: string) => server.address.replace('//', `//${user}@`)
    expect((await send({}, as('lots:lots'))).granted).toBe(true)
    expect(await send({}, as('lots:fel'))).toEqual({ granted: false, reason: 'down', code: 'sign-in' })
  })

  it.each(['inte en adress', '', 'a@example.se, b@example.se', 'a@example.se\r\nBcc: b@example.se'])(
    'goes to one receiver, or to nobody: %j',
    async (to) => {
      const before = server.sent().length
      expect(await send({ to })).toMatchObject({ granted: false, reason: 'refused' })
      expect(server.sent()).toHaveLength(before)
    },
  )

  it('cannot be given more headers by its subject', async () => {
    await send({ subject: 'Hej\r\nBcc: b@example.se' })
    expect(server.sent().at(-1)?.headers.has('bcc')).toBe(false)
  })
})

/** A server that says its lines, one for each that it hears, and then hangs up. */
async function against(lines: readonly string[], work: (url: string) => Promise<void>): Promise<void> {
  const odd = createServer((socket) => {
    const left = [...lines]
    const say = (): void => void (left.length === 0 ? socket.destroy() : socket.write(`${left.shift()}\r\n`))
    socket.on('data', say).on('error', () => undefined)
    say()
  })
  await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve))
  const address = odd.address()
  await work(`smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
  await new Promise((resolve) => odd.close(resolve))
}

describe('a server that is not well', () => {
  it.each([
    [[], 'down', 'ECONNECTION'],
    [['554 No thanks'], 'down', 'smtp-554'],
    [['220 hej', '250 hej', '421 Closing'], 'down', 'smtp-421'],
    [['220 hej', '250 hej', '550 Unknown sender'], 'down', 'smtp-550'],
    [['220 hej', '250 hej', '250 ok', '550 No such user'], 'refused', 'smtp-550'],
    [['220 hej', '250 hej', '250 ok', '250 ok'], 'down', 'ECONNECTION'],
    [['220 hej', '250 hej', '250 ok', '250 ok', '354 go on'], 'unknown', 'ECONNECTION'],
    [['220 hej', '250 hej', '250 ok', '250 ok', '354 go on', '452 Disk is full'], 'down', 'smtp-452'],
    [['220 hej', '250 hej', '250 ok', '250 ok', '354 go on', '552 Too large'], 'refused', 'smtp-552'],
    [['220 hej', '250 hej', '250 ok', '250 ok', '554 No valid recipients'], 'refused', 'smtp-554'],
  ])('after %j: %s (%s)', async (lines, reason, code) => {
    await against(lines, async (url) => expect(await send({}, url)).toEqual({ granted: false, reason, code }))
  })
})
