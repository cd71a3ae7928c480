/** The environment, read once. Everything else is a command's flags or a municipality's settings. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { channelsOf, channelVariables, howToChannels, type ChannelsConfig } from './config-channels.ts'
import { Failure } from './failure.ts'

const address = z.url({ protocol: /^https?$/ })
const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: address.optional(),
  OIDC_ISSUER: address.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ACR: z.string().optional(),
  OIDC_SCOPE: z.string().default('openid profile'),
  ...channelVariables,
})

/** How the municipality's own sign-in is reached; `acr` is the accepted levels in order of wish. */
export type SignInConfig = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  readonly acr: readonly string[] | null
  readonly scope: string
}

export type Config = {
  readonly databaseUrl: string | null
  readonly dataFolder: string
  /** Where browsers reach the product, without a slash at the end; null: this machine. */
  readonly publicUrl: string | null
  readonly signIn: SignInConfig | null
  /** What messages are sent with. */
  readonly channels: ChannelsConfig
}

const howTo: Readonly<Record<string, string>> = {
  DATABASE_URL: 'DATABASE_URL skrivs postgres://användare:lösenord@värd:port/databas.',
  PUBLIC_URL: 'PUBLIC_URL skrivs https://ungdomslots.kommunen.se.',
  OIDC_ISSUER: 'OIDC_ISSUER är inloggningstjänstens adress, som https://login.kommunen.se.',
  ...howToChannels,
}

function signInOf(environment: z.infer<typeof Environment>): SignInConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret, OIDC_ACR: acr, OIDC_SCOPE: scope } = environment
  if (issuer === undefined || clientId === undefined) return null
  return { issuer, clientId, clientSecret: secret ?? null, acr: acr?.split(/\s+/) ?? null, scope }
}

/** @throws Failure (70) naming the variable that cannot be read, or that is missing beside one that is set */
export function readConfig(environment: NodeJS.ProcessEnv, dataFolder: string): Config {
  const said = Object.fromEntries(Object.keys(Environment.shape).map((name) => [name, environment[name] || undefined]))
  const parsed = Environment.safeParse(said)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? 'miljön')
    throw new Failure(`Miljövariabeln ${name} går inte att läsa. ${howTo[name] ?? ''}`.trim())
  }
  const { DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl } = parsed.data
  return {
    databaseUrl: databaseUrl ?? null,
    dataFolder: resolve(dataFolder),
    publicUrl: publicUrl?.replace(/\/$/, '') ?? null,
    signIn: signInOf(parsed.data),
    channels: channelsOf(parsed.data),
  }
}
