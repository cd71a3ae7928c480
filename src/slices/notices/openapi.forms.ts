/** The published description of the interface (OpenAPI 3.1), made from the same shapes that read what is sent. */
import { z } from 'zod'
import { columns } from './flat.rules.ts'
import {
  AnnulShape,
  NoticeShape,
  OAuthErrorShape,
  OwnNoticeShape,
  OwnNoticesShape,
  ProblemsShape,
  ReceiptShape,
  RowsShape,
  TokenShape,
} from './notice.forms.ts'
import { ownStates, scopes, type ClientScope } from './notices.types.ts'

/** The most notices in a file. */
export const mostRows = 500

const shapes = {
  Notice: NoticeShape,
  Annulment: AnnulShape,
  Receipt: ReceiptShape,
  Rows: RowsShape,
  Problems: ProblemsShape,
  OwnNotice: OwnNoticeShape,
  OwnNotices: OwnNoticesShape,
  Token: TokenShape,
  OAuthError: OAuthErrorShape,
}

type Json = Readonly<Record<string, unknown>>

/** A shape as JSON Schema, and the named shapes that it is made of. */
function drawn(name: string, shape: z.ZodType): { readonly schema: Json; readonly defs: Json } {
  const io = name === 'Notice' || name === 'Annulment' ? 'input' : 'output'
  const { $schema: _schema, $defs = {}, ...whole } = z.toJSONSchema(shape, { target: 'draft-2020-12', io }) as Record<string, unknown>
  const defs = $defs as Json
  // A named shape is drawn as a reference to itself among its own parts.
  const own = whole['$ref'] === `#/$defs/${name}` ? (defs[name] as Json) : whole
  const { id: _id, ...schema } = own
  return { schema, defs }
}

/** Shapes that others are made of are named once, and referred to. */
const schemas = (): Json =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const { schema, defs } = drawn(name, shape)
      return [name, inlined(schema, defs)] as const
    }),
  )

/** `#/$defs/X` is where zod puts a named shape; in the document it stands among the components, or in its place. */
function inlined(value: unknown, defs: Json): unknown {
  if (Array.isArray(value)) return value.map((one) => inlined(one, defs))
  if (typeof value !== 'object' || value === null) return value
  const ref = (value as { $ref?: unknown }).$ref
  if (typeof ref === 'string' && ref.startsWith('#/$defs/')) {
    const name = ref.slice('#/$defs/'.length)
    if (Object.hasOwn(shapes, name)) return { $ref: `#/components/schemas/${name}` }
    const { id: _id, ...schema } = (defs[name] ?? {}) as Record<string, unknown>
    return inlined(schema, defs)
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inlined(one, defs)]))
}

const ref = (name: keyof typeof shapes): Json => ({ $ref: `#/components/schemas/${name}` })
const json = (name: keyof typeof shapes, description: string): Json => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
})
const csv = { 'text/csv': { schema: { type: 'string' } } }

const failures = {
  401: json('OAuthError', 'Ingen giltig åtkomst. / No valid token.'),
  403: json('OAuthError', 'Åtkomsten räcker inte till det. / The token is not good for it.'),
  429: json('OAuthError', 'För många anrop. Vänta (Retry-After). / Too many requests.'),
  503: json('OAuthError', 'Går inte just nu. Försök igen. / Not just now. Try again.'),
}

const secured = (scope: ClientScope): Json => ({ security: [{ client: [scope] }] })
const receiptParameter = { name: 'receipt', in: 'path', required: true, schema: { type: 'string' }, description: 'Kvittots nummer.' }

const token: Json = {
  operationId: 'getToken',
  summary: 'Hämta åtkomst (client_credentials). / Get a token.',
  security: [],
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          required: ['grant_type'],
          properties: {
            grant_type: { type: 'string', const: 'client_credentials' },
            client_id: { type: 'string' },
            client_secret: { type: 'string' },
            scope: { type: 'string', examples: [scopes.join(' ')] },
          },
        },
      },
    },
  },
  responses: {
    200: json('Token', 'Åtkomst i en timme.'),
    400: json('OAuthError', 'Fel i frågan.'),
    401: failures[401],
    429: failures[429],
    503: failures[503],
  },
}

const send: Json = {
  operationId: 'sendNotice',
  summary: 'Skicka en anmälan, eller en fil med anmälningar. / Send a notice, or a file of notices.',
  description: `CSV: semikolon, UTF-8 eller Windows-1252, en rad per anmälan, högst ${mostRows}. Kolumner: ${columns.join(';')}. Flera värden i schoolDid skiljs med |. En kolumn som inte finns tas inte emot.`,
  ...secured('notices:send'),
  requestBody: { required: true, content: { 'application/json': { schema: ref('Notice') }, ...csv } },
  responses: {
    200: json('Receipt', 'Ni hade redan skickat anmälan. / You had sent it before.'),
    201: json('Receipt', 'Mottagen. Samma svar vem eleven än är. / Received. The same answer whoever the pupil is.'),
    207: { description: 'Svar per rad i en fil. / Answers row by row.', content: { 'application/json': { schema: ref('Rows') }, ...csv } },
    400: json('OAuthError', 'Går inte att läsa. / Cannot be read.'),
    ...failures,
    413: json('OAuthError', 'För många rader, eller för stor. / Too many rows, or too large.'),
    415: json('OAuthError', 'Okänt format. / Unknown format.'),
    422: json('Problems', 'Något i anmälan stämmer inte. / Something in the notice is not right.'),
  },
}

const list: Json = {
  operationId: 'listNotices',
  summary: 'Era egna anmälningar, de senaste först. / Your own notices, the newest first.',
  ...secured('notices:read'),
  parameters: [
    { name: 'after', in: 'query', schema: { type: 'string' }, description: 'Kvittot som sidan börjar efter.' },
    { name: 'since', in: 'query', schema: { type: 'string', format: 'date' }, description: 'Mottagna från och med dagen.' },
    {
      name: 'state',
      in: 'query',
      schema: { type: 'string', enum: ownStates },
      description: 'Bara de som är mottagna, besvarade eller återtagna.',
    },
  ],
  responses: {
    200: { description: 'Anmälningarna.', content: { 'application/json': { schema: ref('OwnNotices') }, ...csv } },
    400: json('OAuthError', 'Något i frågan går inte att läsa. / Something asked for cannot be read.'),
    ...failures,
  },
}

const one = (operationId: string, summary: string, scope: ClientScope, more: Json = {}): Json => ({
  operationId,
  summary,
  ...secured(scope),
  parameters: [receiptParameter],
  ...more,
  responses: {
    200: json('OwnNotice', 'Anmälan.'),
    ...failures,
    404: json('OAuthError', 'Ingen egen anmälan har det kvittot. / None of your notices has that receipt.'),
    ...(scope === 'notices:annul' ? { 409: json('OAuthError', 'Redan återtagen.'), 422: json('Problems', 'Fel i frågan.') } : {}),
  },
})

const annulBody = { requestBody: { required: true, content: { 'application/json': { schema: ref('Annulment') } } } }

const flow = (address: string): Json => ({
  tokenUrl: `${address}/token`,
  scopes: { 'notices:send': 'Skicka', 'notices:annul': 'Ta tillbaka', 'notices:read': 'Slå upp egna' } satisfies Record<
    ClientScope,
    string
  >,
})

/** The document. `address`: where the municipality's interface is reached. */
export const openApi = (address: string, municipality: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: `Anmälningar från skolor – ${municipality}`,
    version: '1.0.0',
    description:
      'För skolhuvudmän som ska meddela elevens hemkommun (skollagen 15 kap. 15 §, 18 kap. 15 §). Svaren säger aldrig något om vad kommunen vet om eleven. ' +
      'Har eleven skyddade personuppgifter: ring kommunen i stället.',
  },
  servers: [{ url: address }],
  paths: {
    '/token': { post: token },
    '/notices': { post: send, get: list },
    '/notices/{receipt}': { get: one('getNotice', 'En egen anmälan. / One of your notices.', 'notices:read') },
    '/notices/{receipt}/annul': {
      post: one('annulNotice', 'Ta tillbaka en egen anmälan. / Annul one of your notices.', 'notices:annul', annulBody),
    },
  },
  components: { schemas: schemas(), securitySchemes: { client: { type: 'oauth2', flows: { clientCredentials: flow(address) } } } },
})
