/**
 * "Why is this youth here?" and "why not?": every line of the rule with the facts it was answered from,
 * their source and when they were read (DOMAIN.md 3.6). Kinds and values are words for machines; `law.texts` says them in Swedish.
 */
import { dateOf, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import { decisionOn, lines, notCoveredReason, undecidedOn, type Line } from './coverage.rules.ts'
import { isWithdrawn } from './education.rules.ts'
import { frameOf, termEndIn, type Frame, type Study } from './frame.rules.ts'
import type { ChainLine, LawSettings, Life, LineName, NotCoveredReason, Origin, ResponsibilityPeriod, ShownFact } from './law.types.ts'
import { periodsOf } from './periods.rules.ts'
import { deregistrationOn } from './residence.rules.ts'
import { never, spanWith } from './span.rules.ts'

const shown = (kind: string, value: string, origin: Origin | undefined, source = 'unknown'): ShownFact => ({
  kind,
  value,
  source: origin?.source ?? source,
  readAt: origin?.readAt ?? null,
  ...(origin?.where === undefined ? {} : { where: origin.where }),
})

const ruleItself = 'settings'

const byDay = (a: { readonly on: Day }, b: { readonly on: Day }): number => a.on - b.on

function enrolmentFact({ enrolment, row }: Study): ShownFact {
  const { startOn, endOn, cancelled, schoolType, educationCode } = enrolment
  const words = [schoolType, educationCode, `${dateOf(startOn)}--${endOn === null ? '' : dateOf(endOn)}`, row.counts]
  if (isWithdrawn(enrolment)) words.push('withdrawn')
  else if (cancelled) words.push('cancelled')
  return shown('enrolment', words.filter((word) => word !== '').join(' '), enrolment.origin)
}

const birthFact = ({ life }: Frame): ShownFact[] =>
  life.bornOn === null
    ? [shown('birthDate', 'unknown', undefined, 'identityNumber')]
    : [shown('birthDate', dateOf(life.bornOn), undefined, 'identityNumber')]

function residenceFacts(frame: Frame, day: Day): ShownFact[] {
  const facts: ShownFact[] = []
  const { protectedRegistration } = frame.life
  if (protectedRegistration !== null && protectedRegistration.sinceOn <= day) {
    facts.push(shown('protectedRegistration', dateOf(protectedRegistration.sinceOn), protectedRegistration.origin))
  }
  const stay = spanWith(frame.residences, day)
  if (stay !== null) {
    facts.push(shown('registration', `${stay.municipality ?? 'elsewhere'} ${dateOf(stay.from)}`, stay.registration.origin))
  }
  return facts
}

function registeredFacts(frame: Frame, day: Day): ShownFact[] {
  const ended = deregistrationOn(frame.life, day)
  return ended === null ? residenceFacts(frame, day) : [shown('deregistration', `${ended.cause} ${dateOf(ended.on)}`, ended.origin)]
}

function schoolingFacts(frame: Frame): ShownFact[] {
  if (frame.life.bornOn === null || frame.firstOn === null) return birthFact(frame)
  const year = yearOf(frame.life.bornOn) + 16
  const facts = [
    ...birthFact(frame),
    shown('termEnd', `${year} ${dateOf(termEndIn(frame.settings, year))}`, undefined, ruleItself),
    shown('firstDay', dateOf(frame.firstOn), undefined, 'rule'),
  ]
  for (const end of frame.life.schoolingEnds.toSorted((a, b) => b.ground.localeCompare(a.ground))) {
    facts.push(shown('schoolingEnd', end.ground === '7:14' ? `7:14 ${dateOf(end.endOn)}` : '7:13', end.origin))
  }
  for (const { on, origin } of frame.life.immigrations.toSorted(byDay)) facts.push(shown('immigration', dateOf(on), origin))
  return facts
}

function credentialFacts(frame: Frame, day: Day): ShownFact[] {
  const facts = frame.life.credentials
    .filter(({ on }) => on <= day || frame.completedOn <= day)
    .toSorted((a, b) => a.on - b.on || a.type.localeCompare(b.type))
    .map(({ type, on, origin }) => shown('credential', `${type} ${dateOf(on)}`, origin))
  if (frame.completedOn <= day) facts.push(shown('completedFrom', dateOf(frame.completedOn), undefined, 'rule'))
  return facts
}

/** Two records of one person may say nearly the same: which of them is shown does not depend on the order they came in. */
const written = ({ enrolment: { schoolType, educationCode, origin } }: Study): string =>
  [schoolType, educationCode, origin?.source, origin?.readAt, origin?.where].join(' ')
const byStart = (a: Study, b: Study): number => a.enrolment.startOn - b.enrolment.startOn || written(a).localeCompare(written(b))

/** Qualifying education on the day; when there is none, what else is followed and what was followed last. */
function educationFacts(frame: Frame, day: Day): ShownFact[] {
  const followed = frame.studies.filter(({ enrolment: { startOn, endOn } }) => startOn <= day && (endOn === null || endOn >= day))
  if (followed.length > 0) return followed.toSorted(byStart).map(enrolmentFact)
  const ended = frame.studies.filter(({ enrolment: { endOn } }) => endOn !== null && endOn < day)
  const last = ended.toSorted((a, b) => (b.enrolment.endOn ?? 0) - (a.enrolment.endOn ?? 0) || byStart(a, b))[0]
  return last === undefined ? [] : [enrolmentFact(last)]
}

function undecidedFacts(frame: Frame, day: Day): ShownFact[] {
  const held = undecidedOn(frame, day)
  return held === null ? [] : [enrolmentFact(held.study)]
}

function gapFacts(frame: Frame, day: Day): ShownFact[] {
  const gap = spanWith(frame.gaps, day)
  const around = [...frame.qualifying, ...frame.undecided]
  if (gap === null) return around.filter((span) => span.from > day && span.from !== never).map((span) => enrolmentFact(span.study))
  const beside = around.filter((span) => span.until === gap.from || span.from === gap.until)
  const days = `${dateOf(gap.from)}--${dateOf(plusDays(gap.until, -1))}`
  return [shown('gap', days, undefined, 'rule'), ...beside.toSorted((a, b) => a.from - b.from).map((span) => enrolmentFact(span.study))]
}

function factsFor(name: LineName, frame: Frame, day: Day): ShownFact[] {
  switch (name) {
    case '1':
      return frame.life.deaths.toSorted(byDay).map(({ on, origin }) => shown('death', dateOf(on), origin))
    case '2':
      return birthFact(frame)
    case '3':
      return registeredFacts(frame, day)
    case '4':
      return residenceFacts(frame, day)
    case '5':
      return schoolingFacts(frame)
    case '6':
      return credentialFacts(frame, day)
    case '7':
      return educationFacts(frame, day)
    case '7b':
      return undecidedFacts(frame, day)
    case '8':
      return gapFacts(frame, day)
    case 'decision':
      return frame.life.decisions
        .toSorted((a, b) => a.fromOn - b.fromOn)
        .map(({ covers, fromOn, untilOn, ground, decidedBy, origin }) => {
          const days = `${dateOf(fromOn)}--${untilOn === null ? '' : dateOf(untilOn)}`
          return shown('decision', `${covers ? 'covers' : 'not'} ${days} ${decidedBy}: ${ground}`, origin)
        })
  }
}

function chainLine(frame: Frame, day: Day, { name, rule, fails }: Line): ChainLine {
  const reason = fails(frame, day)
  return { line: name, rule, holds: reason === null, reason, facts: factsFor(name, frame, day) }
}

function decisionLine(frame: Frame, day: Day): ChainLine[] {
  const decision = decisionOn(frame, day)
  if (decision === null) return []
  const rule = 'Beslut av en person går före de andra raderna'
  return [
    { line: 'decision', rule, holds: decision.covers, reason: decision.covers ? null : 'decided', facts: factsFor('decision', frame, day) },
  ]
}

/** The answer for one person on one day, with the whole chain and all periods known. */
export type Explanation = {
  readonly covered: boolean
  readonly reason: NotCoveredReason | null
  readonly chain: readonly ChainLine[]
  readonly periods: readonly ResponsibilityPeriod[]
}

/** Explains one life on one day. A decision in force comes first in the chain, since it overrides the lines. */
export function explain(life: Life, municipality: string, settings: LawSettings, day: Day): Explanation {
  const frame = frameOf(life, municipality, settings)
  const reason = notCoveredReason(frame, day)
  const chain = [...decisionLine(frame, day), ...lines.map((line) => chainLine(frame, day, line))]
  return { covered: reason === null, reason, chain, periods: periodsOf(frame) }
}
