/** What a configured source looks like where it is stored. Secrets are names of environment variables, never the secrets. */
import { z } from 'zod'

const Folder = z.strictObject({
  kind: z.literal('folder'),
  path: z.string().min(1),
  /** Absent: as each file's own kind is by default. */
  read: z.enum(['full', 'changes']).optional(),
  mapping: z.string().optional(),
})

const environmentName = z.string().regex(/^[A-Z][A-Z0-9_]*$/)
const Auth = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('oauth2'),
    tokenUrl: z.url(),
    clientId: z.string().min(1),
    secretEnv: environmentName,
    style: z.enum(['basic', 'form']).default('basic'),
    scope: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('bearer'), secretEnv: environmentName }),
  z.strictObject({ kind: z.literal('mtls'), certFile: z.string().min(1), keyFile: z.string().min(1), caFile: z.string().optional() }),
])

const Ss12000 = z.strictObject({ kind: z.literal('ss12000'), baseUrl: z.url(), auth: Auth, fullEveryDays: z.int().min(1).default(7) })

export const SourceConfig = z.discriminatedUnion('kind', [Folder, Ss12000])
export type SourceConfig = z.infer<typeof SourceConfig>
export type FolderConfig = z.infer<typeof Folder>
export type Ss12000Config = z.infer<typeof Ss12000>
export type AuthConfig = z.infer<typeof Auth>
