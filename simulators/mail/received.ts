/** A message as it came, with what is shown of it read: one part of plain text in UTF-8, as our own messages are (RFC 5322, 2045, 2047). */

export type ReceivedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly messageId: string
  /** By name in small letters, as they came but unfolded. */
  readonly headers: ReadonlyMap<string, string>
  readonly raw: string
}

const bytesOf = (quoted: string): Buffer =>
  Buffer.from(
    quoted.replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`; blanks between two of them are not there. */
function decodedWords(value: string): string {
  const joined = value.replaceAll(/\?=\s+=\?/g, '?==?')
  return joined.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
    (encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : bytesOf(text.replaceAll('_', ' '))).toString('utf8'),
  )
}

function decodedBody(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? bytesOf(body.replaceAll(/=\r?\n/g, '')).toString('utf8') : body
}

/** Reads what came after DATA. `to` is who it was handed over for, which is not always who its header names. */
export function readMail(raw: string, to: readonly string[]): ReceivedMail {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/)
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  const said = (name: string): string => decodedWords(headers.get(name) ?? '')
  const text = decodedBody(rest.join('\r\n\r\n'), headers.get('content-transfer-encoding')?.toLowerCase())
  return {
    from: said('from'),
    to,
    subject: said('subject'),
    text: text.replaceAll('\r\n', '\n').trimEnd(),
    messageId: said('message-id'),
    headers,
    raw,
  }
}
