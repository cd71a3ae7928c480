/** Serving until the process is told to stop. */
import { Refused } from '../platform/failure.ts'
import { text, type Flags } from './arguments.ts'

/** The port of the flags. @throws Refused when it is none */
export function portOf(flags: Flags): number {
  const value = text(flags, 'port') ?? '3000'
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535) throw new Refused(`--port ${value} är ingen port. Skriv ett tal mellan 0 och 65535.`)
  return port
}

/** Resolves when the process is asked to stop. */
export const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    // The timer keeps the process alive while nothing else does.
    const timer = setInterval(() => {}, 60_000)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        clearInterval(timer)
        resolve()
      })
    }
  })
