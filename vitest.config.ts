/** Two projects: `unit` is everything that needs no browser, `browser` is test/e2e and runs after it. */
import { configDefaults, defineConfig } from 'vitest/config'

const minute = 60_000
const journeys = 'test/e2e/**/*.{test,spec}.{ts,tsx}'
/**
 * The files that one worker runs share what they import: half of the time of a page's tests was reading the whole program anew. So a test puts back
 * what it changes of the process (a spy, a variable of the environment), what it shares begins nothing that only its first file would end (afterAll in
 * a testbed), and what the program keeps in memory is told apart by database or by id.
 */
const shared = { pool: 'forks', isolate: false, maxWorkers: 2, testTimeout: 3 * minute, hookTimeout: 3 * minute } as const

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    reporters: ['default', './tools/closing-line.ts'],
    maxWorkers: shared.maxWorkers,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          globalSetup: './test/support/server.ts',
          include: ['{src,test,simulators,bench,tools}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', 'tools/boundaries/fixture/**'],
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'browser', include: [journeys], globalSetup: './test/support/server.ts' },
      },
    ],
  },
})
