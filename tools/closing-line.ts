/** What vitest lacks: a last line `N passed, N failed`. When tools/test.mjs runs vitest it adds up several runs and prints the line itself. */
import { writeFileSync } from 'node:fs'

export type Counts = { passed: number; failed: number; skipped: number }

type Task = { errors(): readonly unknown[] }
export type CountedModule = Task & {
  readonly children: { allTests(): Iterable<{ result(): { readonly state: string } }>; allSuites(): Iterable<Task> }
}

/** Every test counts; so does each file or group that broke outside a test, and each error that nobody caught. A test that never ended failed. */
export function countsOf(modules: readonly CountedModule[], unhandled: readonly unknown[]): Counts {
  const counts: Counts = { passed: 0, failed: unhandled.length, skipped: 0 }
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed' || state === 'skipped') counts[state] += 1
      else counts.failed += 1
    }
    for (const task of [module, ...module.children.allSuites()]) if (task.errors().length > 0) counts.failed += 1
  }
  return counts
}

/** Skipped tests have a line of their own, so that the last line can be trusted to say what ran. */
export const closingLines = ({ passed, failed, skipped }: Counts): string =>
  `${skipped > 0 ? `${skipped} skipped\n` : ''}${passed} passed, ${failed} failed\n`

export default class ClosingLine {
  onTestRunEnd(modules: readonly CountedModule[], unhandled: readonly unknown[]): void {
    const counts = countsOf(modules, unhandled)
    const file = process.env['LOTS_COUNTS']
    if (file === undefined) process.stdout.write(`\n${closingLines(counts)}`)
    else writeFileSync(file, JSON.stringify(counts))
  }
}
