/** From a row's columns back to the ladder's own step, and what of it is to be said. */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { stepTiming, type NextStep, type Standing } from '../ladder/index.ts'
import type { RowStanding } from './standing.types.ts'

type StepColumns = Pick<RowStanding, 'step' | 'stepNth' | 'stepOf' | 'stepFrom' | 'stepDue' | 'stepDetail'>

/** The next step as the ladder has it; null when there is none. */
function nextStepOf({ step, stepNth, stepOf, stepFrom, stepDue, stepDetail }: StepColumns): NextStep | null {
  if (step === null || stepFrom === null || stepDue === null) return null
  return {
    kind: step,
    nth: stepNth ?? 1,
    of: stepOf ?? 1,
    fromOn: dayOf(stepFrom),
    dueOn: dayOf(stepDue),
    agreed: stepDetail?.agreed ?? null,
    avoidWeekdays: stepDetail?.avoidWeekdays ?? [],
    avoidParts: stepDetail?.avoidParts ?? [],
    withSms: stepDetail?.withSms ?? false,
  }
}

type Skipped = Standing['skipped'][number]

/** What of a standing a row says on a day. */
export type NextLine = {
  readonly step: NextStep | null
  readonly timing: 'coming' | 'now' | 'late' | null
  /** No call can be made for want of a number, and nothing else is to be done yet: there is time to look for one. */
  readonly isToSearch: boolean
  /** The steps left out, each ground once. */
  readonly skipped: readonly Skipped[]
  readonly quiet: Standing['quiet']
}

const lacksNumber = ({ why }: Skipped): boolean => why === 'noNumber' || why === 'deadNumber'

/** Each ground once: of a youth without address both letters, the card and the visit are left out. */
const grounds = (skipped: readonly Skipped[]): Skipped[] =>
  skipped.filter(({ why }, at) => skipped.findIndex((one) => one.why === why) === at)

/** What comes next with the youth, seen on the day. */
export function nextLineOf(row: StepColumns & Pick<RowStanding, 'quietUntil'>, today: PlainDate): NextLine {
  const step = nextStepOf(row)
  const timing = step === null ? null : stepTiming(step, dayOf(today))
  const skipped = grounds(row.stepDetail?.skipped ?? [])
  const { quietUntil, stepDetail } = row
  const declinedOn = stepDetail?.declinedOn ?? null
  const isQuiet = quietUntil !== null && today < quietUntil && declinedOn !== null
  const quiet = isQuiet ? { declinedOn: dayOf(declinedOn), untilOn: dayOf(quietUntil), moment: stepDetail?.quiet ?? 'coolOff' } : null
  const isToSearch = quiet === null && (timing === null || timing === 'coming') && skipped.some(lacksNumber)
  return { step, timing, isToSearch, skipped, quiet }
}
