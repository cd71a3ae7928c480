/**
 * One picture of time: lanes of bars and points on one axis. Text keeps its size on every screen because places are per
 * cent and nothing is scaled. The same is always in a table below, so the picture needs only its title as words.
 */
import { dateOf, plusDays, type Day } from '../platform/plain-date.ts'
import { Table } from './table.tsx'
import { clipped, placeOf, ticksOf, type Axis, type Tick } from './time-axis.ts'
import { timeTexts } from './time-picture.texts.ts'
import { useLang, useTexts } from './ui.texts.ts'

/** How a bar looks. Unknown is dashed. */
export type BarKind = 'covered' | 'study' | 'measure' | 'work' | 'quiet' | 'unknown'
/** A time from a day up to but not including another; null when it goes on: drawn to today, or to the edge when no today is given. */
export type Bar = { readonly from: Day; readonly until: Day | null; readonly kind: BarKind; readonly label: string }
/** Something that happened on a day, shown as a sign (✉ ☎). `onlyInTable`: its neighbour on the picture stands for it. */
export type Mark = { readonly on: Day; readonly sign: string; readonly label: string; readonly onlyInTable?: boolean }
/** A row of the picture. */
export type Lane = { readonly label: string; readonly bars: readonly Bar[]; readonly marks?: readonly Mark[] }
/** What a kind of bar stands for, in words. */
export type Legend = { readonly kind: BarKind; readonly label: string }

type Props = {
  readonly title: string
  readonly lanes: readonly Lane[]
  readonly axis: Axis
  /** A line for this day. */
  readonly today?: Day
  readonly legends?: readonly Legend[]
  /** The page has its own table of the same beside the picture. */
  readonly hasOwnTable?: boolean
}

const BarShape = ({ axis, bar: { from, until, kind, label }, today }: { axis: Axis; bar: Bar; today: Day | undefined }) => {
  const part = clipped(axis, from, until ?? today ?? null)
  return part === null ? null : (
    <svg x={`${part.at}%`} y="4" width={`${part.width}%`} height="20" class="bar">
      <title>{label}</title>
      <rect class={kind} width="100%" height="100%" rx="3" />
      <text class={kind} x="6" y="14">
        {label}
      </text>
    </svg>
  )
}

const MarkShape = ({ axis, mark: { on, sign, label, onlyInTable = false } }: { axis: Axis; mark: Mark }) =>
  on < axis.first || on >= axis.last || onlyInTable ? null : (
    <text class="sign" x={`${placeOf(axis, on)}%`} y="19" text-anchor="middle">
      <title>{label}</title>
      {sign}
    </text>
  )

const Lines = ({ axis, ticks, today }: { axis: Axis; ticks: readonly Tick[]; today: Day | undefined }) => (
  <>
    {ticks.map(({ day }) => (
      <line class="tick" x1={`${placeOf(axis, day)}%`} x2={`${placeOf(axis, day)}%`} y1="0" y2="28" />
    ))}
    {today !== undefined && today >= axis.first && today < axis.last && (
      <line class="today" x1={`${placeOf(axis, today)}%`} x2={`${placeOf(axis, today)}%`} y1="0" y2="28" />
    )}
  </>
)

type LaneProps = { axis: Axis; lane: Lane; ticks: readonly Tick[]; today: Day | undefined }

const LaneRow = ({ axis, lane, ticks, today }: LaneProps) => (
  <>
    <span class="lane-label">{lane.label}</span>
    <svg class="lane" width="100%" height="28">
      <Lines axis={axis} ticks={ticks} today={today} />
      {lane.bars.map((bar) => (
        <BarShape axis={axis} bar={bar} today={today} />
      ))}
      {(lane.marks ?? []).map((mark) => (
        <MarkShape axis={axis} mark={mark} />
      ))}
    </svg>
  </>
)

/** Percent of the width: a label further out would be cut off. */
const lastLabelAt = 93

const TickLabels = ({ axis, ticks }: { axis: Axis; ticks: readonly Tick[] }) => {
  const { months } = timeTexts[useLang()]
  return (
    <svg class="lane-ticks" width="100%" height="18">
      {ticks
        .filter(({ day }) => placeOf(axis, day) < lastLabelAt)
        .map(({ day, year, month, isYear }) => (
          <text x={`${placeOf(axis, day)}%`} dx="2" y="13">
            {isYear || month === 1 ? year : months[month - 1]}
          </text>
        ))}
    </svg>
  )
}

const Legends = ({ legends }: { legends: readonly Legend[] }) => (
  <ul class="legends">
    {legends.map(({ kind, label }) => (
      <li>
        <svg width="16" height="12" aria-hidden="true">
          <rect class={kind} x="1" y="1" width="14" height="10" rx="2" />
        </svg>
        {label}
      </li>
    ))}
  </ul>
)

/** The lanes as a table; the last day of a bar is told, not the day after. */
const TimeTable = ({ title, lanes }: Pick<Props, 'title' | 'lanes'>) => {
  const { columns } = timeTexts[useLang()]
  const { ongoing } = useTexts()
  const rows = lanes.flatMap(({ label, bars, marks = [] }) => [
    ...bars.map((bar) => [label, bar.label, dateOf(bar.from), bar.until === null ? ongoing : dateOf(plusDays(bar.until, -1))]),
    ...marks.map((mark) => [label, mark.label, dateOf(mark.on), dateOf(mark.on)]),
  ])
  return <Table caption={title} columns={columns.map((column) => ({ title: column }))} rows={rows} stacks />
}

/** Bars and points on one axis, and the same as a table for the one who asks (unless the page has its own). */
export const TimePicture = ({ title, lanes, axis, today, legends = [], hasOwnTable = false }: Props) => {
  const ticks = ticksOf(axis)
  const { asTable } = timeTexts[useLang()]
  return (
    <div class="time-picture">
      <div class="lanes" role="img" aria-label={title}>
        {lanes.map((lane) => (
          <LaneRow axis={axis} lane={lane} ticks={ticks} today={today} />
        ))}
        <span class="lane-label"></span>
        <TickLabels axis={axis} ticks={ticks} />
      </div>
      {legends.length > 0 && <Legends legends={legends} />}
      {!hasOwnTable && (
        <details class="more">
          <summary>{asTable}</summary>
          <TimeTable title={title} lanes={lanes} />
        </details>
      )}
    </div>
  )
}
