/** What a program says of itself: its credentials when it asks for a token, and then the token (RFC 6749 2.3.1, RFC 6750). */
export type Credentials = { readonly clientId: string; readonly secret: string }

const idShape = /^lots-[a-z0-9]{12}$/
const secretShape = /^[\w-]{43}$/

/** Credentials by the header (`Basic`), else by the form's own fields. Null: there are none that could be a client's. */
export function credentialsOf(authorization: string | null, form: URLSearchParams): Credentials | null {
  const basic = /^Basic ([A-Za-z0-9+/=]{1,400})$/i.exec(authorization ?? '')?.[1]
  const [clientId, secret] =
    basic === undefined
      ? [form.get('client_id') ?? '', form.get('client_secret') ?? '']
      : splitOnce(Buffer.from(basic, 'base64').toString('utf8'))
  return idShape.test(clientId) && secretShape.test(secret) ? { clientId, secret } : null
}

function splitOnce(text: string): readonly [string, string] {
  const colon = text.indexOf(':')
  return colon < 0 ? ['', ''] : [text.slice(0, colon), text.slice(colon + 1)]
}

/** The token of a request; null when there is none that could be ours. */
export const bearerOf = (authorization: string | null): string | null => /^Bearer ([\w-]{43})$/i.exec(authorization ?? '')?.[1] ?? null
