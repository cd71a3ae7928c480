/** What every command shares: its help, and the installation opened before and closed after it. */
import { readConfig, type Config } from '../platform/config.ts'
import type { ExitCode } from '../platform/failure.ts'
import { openInstallation, type Installation } from '../slices/tenancy/index.ts'
import { text, type Flags } from './arguments.ts'

export type Command = { readonly help: string; readonly run: (args: readonly string[]) => Promise<ExitCode> }

const open = new Set<Installation>()
const lettingGo = new Set<() => Promise<void>>()
const patienceMs = 8_000

/** What is to be finished before the databases are let go: a message that is just being handed over, whose fate nobody would else know. */
export const finishFirst = (finish: () => Promise<void>): unknown => lettingGo.add(finish)

/** Lets go of the databases at once when the process is told to stop: what is under way is rolled back, and no server is left running. */
export async function abortAll(): Promise<void> {
  const finished = Promise.all([...lettingGo].map((finish) => finish().catch(() => {})))
  await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())])
  await Promise.all([...open].map((one) => one.abort().catch(() => {})))
}

/** Opens the installation of the flags, does the work and closes it, whatever happens. */
export const withInstallation = <T>(flags: Flags, work: (installation: Installation) => Promise<T>): Promise<T> =>
  withInstallationOf(readConfig(process.env, text(flags, 'data') ?? '.data'), work, true)

/** The same for a command that may be the first one in its data folder. */
export const withNewInstallation = <T>(flags: Flags, work: (installation: Installation) => Promise<T>): Promise<T> =>
  withInstallationOf(readConfig(process.env, text(flags, 'data') ?? '.data'), work)

/** The same for a configuration. */
export async function withInstallationOf<T>(
  config: Config,
  work: (installation: Installation) => Promise<T>,
  mustExist = false,
): Promise<T> {
  const installation = await openInstallation(config, mustExist)
  open.add(installation)
  try {
    return await work(installation)
  } finally {
    open.delete(installation)
    await installation.close()
  }
}
