/** The words of pictures of figures. */
import type { Lang } from '../kernel/lang.ts'

type ChartTexts = {
  readonly asTable: string
  readonly events: string
  /** What the picture shows, for those who do not see it. */
  readonly shows: (categories: number, series: readonly string[]) => string
  readonly greatest: (where: string, value: string) => string
  readonly none: string
}

export const chartTexts: Readonly<Record<Lang, ChartTexts>> = {
  sv: {
    asTable: 'Visa som tabell',
    events: 'I bilden',
    shows: (categories, series) => `${series.join(', ')}: ${categories} värden i tabellen under bilden.`,
    greatest: (where, value) => `Störst: ${where}, ${value}.`,
    none: '–',
  },
  en: {
    asTable: 'Show as a table',
    events: 'In the picture',
    shows: (categories, series) => `${series.join(', ')}: ${categories} values in the table below.`,
    greatest: (where, value) => `Greatest: ${where}, ${value}.`,
    none: '–',
  },
}
