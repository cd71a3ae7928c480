/** The figures of outreach for people and for programs. */
import { Refused } from '../platform/failure.ts'
import type { CsvCell } from '../platform/csv.ts'
import { figureChannels, type Grouping, type OutreachFigures } from '../slices/figures/index.ts'
import { text, type Flags } from './arguments.ts'

/** @throws Refused when there is no such way to split them */
export function groupingOf(flags: Flags): Grouping {
  const by = text(flags, 'by') ?? 'none'
  if (by === 'none' || by === 'unit' || by === 'district') return by
  throw new Refused(`Det går inte att dela upp per ${by}. Välj unit eller district.`)
}

type Shown = Pick<OutreachFigures, 'question' | 'groups'>
type Numbers = readonly [made: number, answered: number, reached: number]
type Row = readonly [group: string, channel: string, ...covered: Numbers, ...outside: Numbers]

export const outreachRows = ({ groups }: Shown): Row[] =>
  groups.flatMap(({ name, channels, outside }) =>
    figureChannels.map((channel): Row => {
      const numbers = ({ made, answered, reached }: (typeof channels)[typeof channel]): Numbers => [made, answered, reached]
      return [name ?? '', channel, ...numbers(channels[channel]), ...numbers(outside.channels[channel])]
    }),
  )

export const outreachColumns = ['group', 'channel', 'made', 'answered', 'reached', 'outsideMade', 'outsideAnswered', 'outsideReached']
export const outreachHeader = ['Var', 'Sätt', 'Antal', 'Besvarade', 'Nådda', 'Utanför: antal', 'besvarade', 'nådda']

export const outreachJson = ({ question, groups }: Shown): object => ({
  name: 'outreach',
  from: question.fromOn,
  until: question.untilOn,
  by: question.by,
  groups: groups.map(({ group: id, name, covered, channels, funnel, waits, support, measures, outside }) => ({
    id,
    name,
    covered,
    channels,
    funnel,
    waits,
    support,
    measures,
    outside,
  })),
})

/** Rows as cells of a file. */
export const outreachCells = (shown: Shown): readonly (readonly CsvCell[])[] => outreachRows(shown)
