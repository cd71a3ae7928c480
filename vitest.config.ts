/** Two projects: `unit` is everything that needs no browser, `browser` is test/e2e and runs after it. */
import { configDefaults, defineConfig } from 'vitest/config'

const minute = 60_000
const journeys = 'test/e2e/**/*.{test,spec}.{ts,tsx}'
const shared = { pool: 'forks', maxWorkers: 2, testTimeout: 3 * minute, hookTimeout: 3 * minute } as const

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
        test: { ...shared, name: 'browser', include: [journeys], fileParallelism: false, globalSetup: './test/support/server.ts' },
      },
    ],
  },
})
