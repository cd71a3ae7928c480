/** How each figure stands in a report, as data: which rows are drawn, and which are the columns of the table of units. */
import type { IndicatorName } from '../figures/index.ts'

export const chartKeys = [
  'channels',
  'ended',
  'reached',
  'registration',
  'exit',
  'flow',
  'notKnown',
  'since',
  'september',
  'onDay',
] as const
export type ChartKey = (typeof chartKeys)[number]
export type SeriesKey = 'made' | 'answered' | 'ended' | 'youths' | 'periods'

/** Rows drawn as bars; `stem.*` is all rows of a stem. Several series stand beside each other, row by row. */
export type Picture = {
  readonly title: ChartKey
  readonly series: readonly { readonly label: SeriesKey; readonly rows: readonly string[] }[]
}
export type Layout = {
  readonly pictures: readonly Picture[]
  /** One row, a bar for each place. */
  readonly places: { readonly title: ChartKey; readonly row: string } | null
  readonly columns: readonly string[]
}

const channels = ['letter', 'visitCard', 'phone', 'homeVisit'] as const
const youths = (title: ChartKey, ...rows: readonly string[]): Picture => ({ title, series: [{ label: 'youths', rows }] })

export const layouts: Readonly<Record<IndicatorName, Layout>> = {
  'outreach-list': {
    pictures: [
      {
        title: 'channels',
        series: [
          { label: 'made', rows: channels.map((channel) => `${channel}.made`) },
          { label: 'answered', rows: channels.map((channel) => `${channel}.answered`) },
        ],
      },
    ],
    places: null,
    columns: ['covered', 'reached', 'support', 'letter.made', 'phone.made', 'homeVisit.made'],
  },
  'support-list': {
    pictures: [{ title: 'ended', series: [{ label: 'ended', rows: ['ended.*'] }] }],
    places: null,
    columns: ['measured', 'begun', 'ended'],
  },
  'unit-status': {
    pictures: [],
    places: { title: 'reached', row: 'reached' },
    columns: ['reached', 'outside', 'enrolled', 'employment', 'interrupted', 'searched.found'],
  },
  'half-year': {
    pictures: [youths('registration', 'registration.*'), { title: 'exit', series: [{ label: 'periods', rows: ['exit.*'] }] }],
    places: null,
    columns: ['covered', 'new', 'offered', 'measured', 'known', 'knownShare'],
  },
  flow: { pictures: [], places: null, columns: ['before', 'in', 'out', 'covered'] },
  'not-known': {
    pictures: [youths('notKnown', 'known', 'notKnown.*')],
    places: null,
    columns: ['covered', 'known', 'notKnown', 'notKnownShare'],
  },
  'since-reached': {
    pictures: [youths('since', 'since.*')],
    places: null,
    columns: ['covered', 'within90', 'within90Share', 'since.never'],
  },
  september: {
    pictures: [youths('september', 'has.*')],
    places: null,
    columns: ['covered', 'has.measure', 'has.without', 'withoutShare', 'leavers', 'leavers.without'],
  },
  'on-day': {
    pictures: [youths('onDay', 'status.*')],
    places: null,
    columns: ['covered', 'status.toAct', 'status.measurePlanned', 'status.measureOngoing'],
  },
}
