/** Runs and the health of sources in words, for the start page and the sources pages. */
import type { Lang } from '../../kernel/lang.ts'
import type { Health } from '../feeds/index.ts'
import type { ReadLine, RunState } from './sources.types.ts'

export const runTexts = {
  sv: {
    states: {
      running: 'pågår',
      done: 'klar',
      exceptions: 'klar, med undantag att se på',
      refused: 'klar, men en källa gick inte att läsa',
      stopped: 'klar, men spärren stoppade en källa',
      failed: 'misslyckades',
      interrupted: 'avbröts',
    } satisfies Readonly<Record<RunState, string>>,
    kinds: { nightly: 'natt', feed: 'leverans', change: 'ändring för hand' },
    health: {
      good: 'läst som den ska',
      old: 'för gammal',
      stopped: 'stoppad, väntar på svar',
      approved: 'godkänd, läses igen',
      refused: 'gick inte att läsa',
      never: 'aldrig läst',
    } satisfies Readonly<Record<Health, string>>,
    reads: {
      good: 'läst',
      stopped: 'stoppad av spärren',
      approved: 'godkänd av en människa',
      refused: 'avvisad',
    } satisfies Readonly<Record<ReadLine['state'], string>>,
    readKinds: { full: 'hel', changes: 'ändringar' },
    age: (days: number | null) => (days === null ? 'aldrig' : days === 0 ? 'i dag' : days === 1 ? 'i går' : `för ${days} dagar sedan`),
    freshFor: (days: number) => (days === 1 ? 'färsk i en dag' : `färsk i ${days} dagar`),
    lasted: (seconds: number) =>
      seconds < 60
        ? `${Math.max(1, Math.round(seconds))} s`
        : seconds < 3600
          ? `${Math.round(seconds / 60)} min`
          : `${Math.floor(seconds / 3600)} tim ${Math.round((seconds % 3600) / 60)} min`,
    entered: 'Kom in',
    left: 'Lämnade',
  },
  en: {
    states: {
      running: 'running',
      done: 'finished',
      exceptions: 'finished, with exceptions to look at',
      refused: 'finished, but a source could not be read',
      stopped: 'finished, but the guard stopped a source',
      failed: 'failed',
      interrupted: 'was interrupted',
    } satisfies Readonly<Record<RunState, string>>,
    kinds: { nightly: 'night', feed: 'delivery', change: 'change by hand' },
    health: {
      good: 'read as it should be',
      old: 'too old',
      stopped: 'stopped, waits for an answer',
      approved: 'approved, will be read again',
      refused: 'could not be read',
      never: 'never read',
    } satisfies Readonly<Record<Health, string>>,
    reads: {
      good: 'read',
      stopped: 'stopped by the guard',
      approved: 'approved by a person',
      refused: 'refused',
    } satisfies Readonly<Record<ReadLine['state'], string>>,
    readKinds: { full: 'full', changes: 'changes' },
    age: (days: number | null) => (days === null ? 'never' : days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`),
    freshFor: (days: number) => (days === 1 ? 'fresh for a day' : `fresh for ${days} days`),
    lasted: (seconds: number) =>
      seconds < 60
        ? `${Math.max(1, Math.round(seconds))} s`
        : seconds < 3600
          ? `${Math.round(seconds / 60)} min`
          : `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`,
    entered: 'Entered',
    left: 'Left',
  },
} as const satisfies Readonly<Record<Lang, unknown>>
