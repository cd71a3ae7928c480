/** Periods and enrolments on one axis. The same is in the tables beside it, so the picture only needs a short name. */
import { dayFrom, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import type { Life, ResponsibilityPeriod } from '../law/index.ts'

type Props = { readonly life: Life; readonly periods: readonly ResponsibilityPeriod[]; readonly on: Day; readonly name: string }
type Axis = { readonly first: Day; readonly last: Day; readonly x: (day: Day) => number }

const [width, labelWidth, rowHeight, years] = [400, 70, 24, 4]

function axisUntil(on: Day): Axis {
  const [first, last] = [dayFrom(yearOf(on) - years + 1, 1, 1), plusDays(on, 60)]
  const within = (day: Day): number => (Math.min(Math.max(day, first), last) - first) / (last - first)
  return { first, last, x: (day) => labelWidth + within(day) * (width - labelWidth) }
}

type BarProps = { axis: Axis; from: Day; until: Day; row: number; kind: 'covered' | 'study' }

const Bar = ({ axis: { first, last, x }, from, until, row, kind }: BarProps) =>
  until <= first || from >= last || until <= from ? null : (
    <rect class={kind} x={x(from)} y={row * rowHeight + 5} width={Math.max(2, x(until) - x(from))} height={rowHeight - 10} rx="3" />
  )

const Years = ({ axis: { first, x } }: { axis: Axis }) => (
  <>
    {Array.from({ length: years }, (_, index) => dayFrom(yearOf(first) + index, 1, 1)).map((tick) => (
      <>
        <line class="axis" x1={x(tick)} x2={x(tick)} y1="0" y2={rowHeight * 2} />
        <text x={x(tick) + 3} y={rowHeight * 2 + 12}>
          {yearOf(tick)}
        </text>
      </>
    ))}
  </>
)

export const TimePicture = ({ life, periods, on, name }: Props) => {
  const axis = axisUntil(on)
  const label = `Tidslinje för ${name}: ansvarsperioder och inskrivningar`
  return (
    <svg class="time" viewBox={`0 0 ${width} ${rowHeight * 2 + 18}`} role="img" aria-label={label}>
      <text x="0" y="16">
        Omfattas
      </text>
      <text x="0" y={rowHeight + 16}>
        Inskriven
      </text>
      <Years axis={axis} />
      {periods.map(({ fromOn, untilOn }) => (
        <Bar axis={axis} from={fromOn} until={untilOn ?? on} row={0} kind="covered" />
      ))}
      {life.enrolments.map(({ startOn, endOn }) => (
        <Bar axis={axis} from={startOn} until={endOn === null ? axis.last : plusDays(endOn, 1)} row={1} kind="study" />
      ))}
    </svg>
  )
}
