/** The environment, read once. Everything else is a command's flags or a municipality's settings. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from './failure.ts'

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
})

export type Config = { readonly databaseUrl: string | null; readonly dataFolder: string }

/** @throws Failure (70) naming the variable that cannot be read */
export function readConfig(environment: NodeJS.ProcessEnv, dataFolder: string): Config {
  const parsed = Environment.safeParse({ ...environment, DATABASE_URL: environment['DATABASE_URL'] || undefined })
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? 'miljön')
    throw new Failure(`Miljövariabeln ${name} går inte att läsa. DATABASE_URL skrivs postgres://användare:lösenord@värd:port/databas.`)
  }
  return { databaseUrl: parsed.data.DATABASE_URL ?? null, dataFolder: resolve(dataFolder) }
}
