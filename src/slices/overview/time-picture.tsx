/** Periods and enrolments on one axis. The same is in the tables beside it, so the picture only needs a short name. */
import { dayFrom, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import type { Life, ResponsibilityPeriod } from '../law/index.ts'

type Props = { readonly life: Life; readonly periods: readonly ResponsibilityPeriod[]; readonly on: Day; readonly name: string }

const [width, labelWidth, rowHeight, years] = [400, 70, 24, 4]

export const TimePicture = ({ life, periods, on, name }: Props) => {
  const first = dayFrom(yearOf(on) - years + 1, 1, 1)
  const last = plusDays(on, 60)
  const x = (day: Day): number => labelWidth + ((Math.min(Math.max(day, first), last) - first) / (last - first)) * (width - labelWidth)
  const bar = (from: Day, until: Day, row: number, kind: string) =>
    until <= first || from >= last || until <= from ? null : (
      <rect class={kind} x={x(from)} y={row * rowHeight + 5} width={Math.max(2, x(until) - x(from))} height={rowHeight - 10} rx="3" />
    )
  const ticks = Array.from({ length: years }, (_, index) => dayFrom(yearOf(first) + index, 1, 1))
  return (
    <svg class="time" viewBox={`0 0 ${width} ${rowHeight * 2 + 18}`} role="img" aria-label={`Tidslinje för ${name}: ansvarsperioder och inskrivningar`}>
      <text x="0" y="16">
        Omfattas
      </text>
      <text x="0" y={rowHeight + 16}>
        Inskriven
      </text>
      {ticks.map((tick) => (
        <>
          <line class="axis" x1={x(tick)} x2={x(tick)} y1="0" y2={rowHeight * 2} />
          <text x={x(tick) + 3} y={rowHeight * 2 + 12}>
            {yearOf(tick)}
          </text>
        </>
      ))}
      {periods.map(({ fromOn, untilOn }) => bar(fromOn, untilOn ?? on, 0, 'covered'))}
      {life.enrolments.map(({ startOn, endOn }) => bar(startOn, endOn === null ? last : plusDays(endOn, 1), 1, 'study'))}
    </svg>
  )
}
