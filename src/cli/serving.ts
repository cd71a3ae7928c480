/** Serving until the process is told to stop. */
import { clearLine, Refused } from '../platform/failure.ts'
import { text, type Flags } from './arguments.ts'
import { say } from './terminal.ts'

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

/** A defect that a page met: where, never what it was about. A driver's message may quote a row, so only our own frames are written. */
export function reportDefect(error: unknown): void {
  const clear = clearLine(error)
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  say(
    clear === null
      ? `webben: internt fel (${error instanceof Error ? error.name : 'okänt'})\n${stack.slice(0, 8).join('\n')}`
      : `webben: ${clear.message}`,
  )
}
