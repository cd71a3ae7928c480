/** What the page says first, and what is known to come. Pure: a read youth in, plain values out. */
import { birthday, dayOf, partsOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import type { Explanation, Life, ShownFact } from '../law/index.ts'
import type { Coming, ReadYouth, Standing } from './youth.types.ts'

/** Whether the youth is on the list on the day, was before, or never was. */
export function standingOn({ covered, periods }: Explanation, on: Day): Standing {
  const begun = periods.filter(({ fromOn }) => fromOn <= on)
  const last = begun.at(-1)
  if (last === undefined) return { kind: 'not-here' }
  if (covered) return { kind: 'here', period: last }
  const { untilOn } = last
  return untilOn === null ? { kind: 'not-here' } : { kind: 'no-longer', period: { ...last, untilOn } }
}

/** Whole years on the day; null without a birthday. */
export function ageOn(bornOn: PlainDate | null, on: Day): number | null {
  if (bornOn === null) return null
  const born = dayOf(bornOn)
  let years = partsOf(on).year - partsOf(born).year
  if (birthday(born, years) > on) years--
  return years
}

/** The 20th birthday; null without a birthday. */
export const turns20On = (bornOn: PlainDate | null): Day | null => (bornOn === null ? null : birthday(dayOf(bornOn), 20))

/** What is known to come after the day, in order of time: ends and beginnings of periods, starts of studies, the 20th birthday. */
export function comingAfter(on: Day, { periods }: Explanation, life: Life): Coming[] {
  const coming: Coming[] = []
  for (const { fromOn, untilOn, exitReason } of periods) {
    // Why is not said of what has not happened: it may yet be a diploma.
    if (fromOn > on) coming.push({ kind: 'period-begins', on: fromOn })
    // The birthday is told once, as itself.
    if (untilOn !== null && untilOn > on && exitReason !== null && exitReason !== 'turned20') {
      coming.push({ kind: 'period-ends', on: untilOn, reason: exitReason })
    }
  }
  for (const { startOn, endOn, schoolType, educationCode, origin } of life.enrolments) {
    if (startOn > on && (endOn === null || endOn >= startOn)) {
      coming.push({ kind: 'studies-begin', on: startOn, schoolType, educationCode, schoolUnit: origin?.where ?? '' })
    }
  }
  const twenty = life.bornOn === null ? null : birthday(life.bornOn, 20)
  if (twenty !== null && twenty > on) coming.push({ kind: 'turns20', on: twenty })
  return coming.toSorted((a, b) => a.on - b.on)
}

/** A decision in the chain has its days, who decided and why: the why is left out. */
const factWithoutGround = (fact: ShownFact): ShownFact =>
  fact.kind === 'decision' ? { ...fact, value: fact.value.replace(/: .*$/su, '') } : fact

/** The youth without the grounds of decisions, own facts and the watch: they are for those who decide and those who work with the youth. */
export function withoutGrounds<Of extends Pick<ReadYouth, 'records' | 'watch' | 'explanation'>>(youth: Of): Of {
  const { records, watch, explanation } = youth
  const manual = records.manual.map((one) => ({ ...one, ground: '', withdrawnGround: '' }))
  const chain = explanation.chain.map((line) => ({ ...line, facts: line.facts.map(factWithoutGround) }))
  return {
    ...youth,
    records: { ...records, manual },
    watch: watch === null ? null : { ...watch, ground: '' },
    explanation: { ...explanation, chain },
  }
}
