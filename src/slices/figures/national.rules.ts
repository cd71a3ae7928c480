/**
 * National figures that come with the product: those of reference/domain-research.md, 4.4, that one of our rows can stand beside. Each says where it was
 * read. Shares of 16-20-year-olds (Kolada) are left out: no row of ours has that whole.
 */
import type { Reference } from './reference.types.ts'

const inquiry = 'SOU 2018:11, Vårt gemensamma ansvar, och Skolverkets statistik för 2016'
const statistics = 'Skolverkets statistik om kommunernas aktivitetsansvar'
const derived = `${statistics}; resten av fördelningen, uträknad`

type Line = readonly [period: string, row: string, value: number, source?: string]

const counts: readonly Line[] = [
  ['2016', 'covered', 115_200, inquiry],
  ['2016', 'offered', 21_600, inquiry],
  ['2016', 'declinedFirst', 4_500, inquiry],
  ['2016', 'registration.unknown+registration.notAsked', 45_500, inquiry],
  ['2016', 'registration.none', 8_500, inquiry],
  ['2016', 'registration.introductory', 43_000, inquiry],
  ['2016', 'registration.studies', 8_000, inquiry],
  ['2017H1', 'covered', 75_700],
  ['2017H1', 'offered', 19_200],
  ['2017H2', 'covered', 94_697],
  ['2017H2', 'measured', 18_166],
  ['2019H2', 'covered', 53_000],
  ['2020H2', 'covered', 49_000],
  ['2021H2', 'covered', 46_300],
  ['2021H2', 'measured', 10_000],
  ['2021H2', 'exit', 19_000],
  ['2021/22', 'covered', 58_600],
  ['2021/22', 'known', 30_200],
  ['2022H2', 'covered', 50_300],
  ['2022/23', 'covered', 63_800],
]

type Share = readonly [period: string, row: string, whole: string, value: number, source?: string]

const shares: readonly Share[] = [
  ['2016', 'offered', 'covered', 19, inquiry],
  ['2017H1', 'offered', 'covered', 25],
  ['2017H1', 'declinedFirst', 'offered', 26],
  ['2017H1', 'exit.moved', 'exit', 19],
  ['2017H1', 'exit.inEducation', 'exit', 13],
  ['2017H1', 'exit.completed', 'exit', 5],
  ['2017H1', 'exit.turned20', 'exit', 63, derived],
  ['2017H2', 'measured', 'covered', 19],
  ['2018H2', 'exit.inEducation.national', 'exit', 28],
  ['2018H2', 'exit.inEducation.introductory', 'exit', 20],
  ['2018H2', 'after.studies', 'after', 31],
  ['2018H2', 'after.work', 'after', 17],
  ['2018H2', 'after.unknown+after.notAsked', 'after', 17],
  ['2018/19', 'exit.turned20', 'exit', 47],
  ['2018/19', 'exit.inEducation.national+exit.inEducation.equivalent', 'exit', 22],
  ['2018/19', 'exit.inEducation.introductory', 'exit', 17],
  ['2018/19', 'exit.completed', 'exit', 4],
  ['2018/19', 'exit.moved', 'exit', 10, derived],
  ['2020H2', 'measured', 'covered', 20],
  ['2020H2', 'new', 'covered', 40],
]

const keyOf = (period: string, row: string, whole: string | null): string =>
  `riket-${period.replace('/', '-')}-${row.replaceAll('+', '-')}${whole === null ? '' : `-${whole}`}`
const common = { name: 'half-year', ofWhom: 'riket' } as const

/** The shipped figures, each under a key of its own; a municipality's line with the same key goes before it. */
export const shippedReferences: readonly Reference[] = [
  ...counts.map(([period, row, value, source = statistics]): Reference => ({
    ...common,
    key: keyOf(period, row, null),
    period,
    row,
    whole: null,
    value,
    kind: 'count',
    source,
    url: null,
  })),
  ...shares.map(([period, row, whole, value, source = statistics]): Reference => ({
    ...common,
    key: keyOf(period, row, whole),
    period,
    row,
    whole,
    value,
    kind: 'percent',
    source,
    url: null,
  })),
]
