/** The page of the simulated mail server, and messages that others write otherwise than we do. How it fails is tested where mail is sent. */
import { describe, expect, it } from 'vitest'
import { startMailServer } from './index.ts'
import { readMail } from './received.ts'
import { sendMail } from '../../src/platform/mail.ts'

describe('the simulated mail server', () => {
  it('shows what came in as text, whatever it is', async () => {
    const server = await startMailServer()
    expect(await (await fetch(server.inbox)).text()).toContain('Inget har kommit än.')
    const message = {
      to: 'alva@example.se',
      from: 'lots@example.se',
      subject: 'Hej <b>',
      text: '<script>1</script>\nåäö',
      messageId: '<1@example.se>',
    }
    await sendMail({ url: server.address }, message)
    const page = await (await fetch(server.inbox)).text()
    expect(page).toContain('Till alva@example.se')
    expect(page).toContain('Hej &lt;b&gt;\n\n&lt;script&gt;1&lt;/script&gt;\nåäö')
    await server.close()
  })

  it('can be closed while it is down', async () => {
    const server = await startMailServer()
    await server.fail('down')
    await server.fail('down')
    await server.close()
    await expect(fetch(server.inbox)).rejects.toThrow('fetch failed')
  })
})

describe('a message as it came', () => {
  it.each([
    ['Subject: =?UTF-8?Q?H=C3=A5lla_d=C3=A4r?=\r\n\r\nx', 'Hålla där'],
    ['Subject: =?utf-8?B?w6XDpMO2?=\r\n =?UTF-8?Q?_mer?=\r\n\r\nx', 'åäö mer'],
    ['Subject: kort\r\n och lång\r\n\r\nx', 'kort och lång'],
    ['\r\nx', ''],
  ])('has the subject of %j', (raw, subject) => expect(readMail(raw, []).subject).toBe(subject))

  it.each([
    ['Content-Transfer-Encoding: base64\r\n\r\nw6XDpMO2\r\n', 'åäö'],
    ['Content-Transfer-Encoding: quoted-printable\r\n\r\nen l=C3=A5ng =\r\nrad\r\n\r\ntill', 'en lång rad\n\ntill'],
    ['A: b\r\n\r\nett\r\ntvå\r\n', 'ett\ntvå'],
  ])('has the text of %j', (raw, text) => expect(readMail(raw, []).text).toBe(text))
})
