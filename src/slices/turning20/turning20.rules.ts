/** Turning 20 (skollagen 29 kap. 9 §: the responsibility ends on the birthday): where a youth stands on a day, what is left to do, and what may be said. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { birthday, dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import {
  waivers,
  type AskGround,
  type Checked,
  type CheckState,
  type HandOver,
  type Outcome,
  type Stage,
  type TurningFacts,
  type WaivedItem,
  type WaiverReason,
  type Wish,
} from './turning20.types.ts'

/** How long somebody stands on the list after the day, while nobody has said how it ended. */
const daysAfter = 180
/** The first day that is looked at before the birthday. */
const daysBefore = 90

/** The day on which somebody turns 20 (born 29 February: that day, or 1 March). */
export const turns20On = (bornOn: PlainDate): PlainDate => dateOf(birthday(dayOf(bornOn), 20))

/** Whole days until the birthday; negative after it. */
export const daysLeft = (on: PlainDate, today: PlainDate): number => dayOf(on) - dayOf(today)

/** Where somebody stands on a day; null: not on the list, too early or long after. */
export function stageOn(on: PlainDate, today: PlainDate): Stage | null {
  const left = daysLeft(on, today)
  if (left > daysBefore || left < -daysAfter) return null
  if (left <= 0) return 'over'
  return left <= 7 ? 'in7' : left <= 30 ? 'in30' : 'in90'
}

/** Birthdays between which somebody can stand on the list on a day: a day wider than the rule at both ends, for what SQL makes of 29 February. */
export const birthdaysOnList = (today: PlainDate): { readonly fromOn: PlainDate; readonly untilOn: PlainDate } => ({
  fromOn: dateOf(plusDays(dayOf(today), -daysAfter - 1)),
  untilOn: dateOf(plusDays(dayOf(today), daysBefore + 2)),
})

/** The birthday before which somebody has left the list, whether or not it was said how it ended. */
export const lastDayOnList = (today: PlainDate): PlainDate => dateOf(plusDays(dayOf(today), -daysAfter))

const when = (isDone: boolean, otherwise: CheckState = 'todo'): CheckState => (isDone ? 'done' : otherwise)

function handOverState({ wish, handOvers, ending }: TurningFacts): CheckState {
  if (wish === 'declines' || wish === 'notReached') return 'notNeeded'
  if (handOvers.some(({ answer }) => answer === 'accepted') || ending !== null) return 'done'
  return when(false, handOvers.some(({ answer }) => answer === null) ? 'onItsWay' : 'todo')
}

type Derived = Omit<Checked, 'why'>

function derivedList(facts: TurningFacts): readonly Derived[] {
  const { letterOn, isLetterOnItsWay, talkedOn, wish, openMeasures, hasOpenPlan, handOvers, ending } = facts
  const accepted = handOvers.find(({ answer }) => answer === 'accepted')
  return [
    { item: 'letter', state: when(letterOn !== null, isLetterOnItsWay ? 'onItsWay' : 'todo'), on: letterOn },
    { item: 'talk', state: when(talkedOn !== null, wish === 'notReached' ? 'notNeeded' : 'todo'), on: talkedOn },
    { item: 'asked', state: when(wish !== null), on: null },
    { item: 'measures', state: when(openMeasures === 0), on: null },
    { item: 'plan', state: when(!hasOpenPlan), on: null },
    { item: 'handOver', state: handOverState(facts), on: accepted?.answeredOn ?? null },
    { item: 'ending', state: when(ending !== null), on: ending?.on ?? null },
  ]
}

/** What is done and what is left, in the order it is done. What somebody has said is not needed is so while it is not done. */
export const checklistOf = (facts: TurningFacts): readonly Checked[] =>
  derivedList(facts).map((one) => {
    const waiver = facts.waivers.find(({ item }) => item === one.item)
    if (waiver === undefined || one.state !== 'todo') return { ...one, why: null }
    return { ...one, state: 'notNeeded', on: waiver.on, why: waiver.why }
  })

const isWaivedItem = (item: string): item is WaivedItem => item in waivers

/** What can be said not to be needed, each with its reasons. */
export const waivable = (facts: TurningFacts): readonly { readonly item: WaivedItem; readonly why: WaiverReason }[] =>
  checklistOf(facts).flatMap(({ item, state }) =>
    state === 'todo' && isWaivedItem(item) ? waivers[item].map((why) => ({ item, why })) : [],
  )

/** How much is left to do. */
export const leftToDo = (facts: TurningFacts): number =>
  checklistOf(facts).filter(({ state }) => state === 'todo' || state === 'onItsWay').length

/** Whether the youth is still to be worked with: on the list and nobody has said how it ended. */
export const isOpen = ({ turns20On: on, ending }: TurningFacts, today: PlainDate): boolean => ending === null && stageOn(on, today) !== null

export type SayRefusal = 'not-on-the-list' | 'ended' | 'ahead' | 'asked-already' | 'too-early-to-close'

type Saying = { readonly facts: TurningFacts; readonly on: PlainDate; readonly today: PlainDate }

function maySayAnything({ facts, on, today }: Saying): Decision<null, SayRefusal> {
  if (stageOn(facts.turns20On, today) === null) return refuse('not-on-the-list')
  if (facts.ending !== null) return refuse('ended')
  return on > today ? refuse('ahead') : grant(null)
}

/** Whether a talk, or what the youth answered, may be said. A youth who was asked has answered while a receiver is asked or has accepted. */
export function mayMark(saying: Saying, wish: Wish | null): Decision<null, SayRefusal> {
  const allowed = maySayAnything(saying)
  if (!allowed.granted) return allowed
  const isAsked = saying.facts.handOvers.some(({ answer }) => answer !== 'refused')
  return wish !== null && wish !== 'wants' && isAsked ? refuse('asked-already') : grant(null)
}

/** Whether it may be said that something is not needed: what is still to do, and for a reason that is one. */
export function mayWaive(
  saying: Saying,
  wanted: { readonly item: string; readonly why: string },
): Decision<null, SayRefusal | 'not-to-do'> {
  const allowed = maySayAnything(saying)
  if (!allowed.granted) return allowed
  return waivable(saying.facts).some(({ item, why }) => item === wanted.item && why === wanted.why) ? grant(null) : refuse('not-to-do')
}

export type HandOverRefusal = SayRefusal | 'not-wanted' | 'asked-already' | 'accepted-already' | 'no-consent'

/** Whether any receiver may be asked: only for a youth who wants it, one at a time, until one has accepted. */
export function mayAskAny(saying: Saying): Decision<null, HandOverRefusal> {
  const allowed = maySayAnything(saying)
  if (!allowed.granted) return allowed
  const { wish, handOvers } = saying.facts
  if (wish !== 'wants') return refuse('not-wanted')
  if (handOvers.some(({ answer }) => answer === 'accepted')) return refuse('accepted-already')
  return handOvers.some(({ answer }) => answer === null) ? refuse('asked-already') : grant(null)
}

/** Whether a receiver may be asked on the ground. `isCovered`: a consent of the youth's covers handing over to it that day. */
export function mayAskReceiver(saying: Saying, ground: AskGround, isCovered: boolean): Decision<null, HandOverRefusal> {
  const allowed = mayAskAny(saying)
  if (!allowed.granted) return allowed
  return ground === 'consent' && !isCovered ? refuse('no-consent') : grant(null)
}

/** Whether a taking over rests on a consent that holds that day: also where the asking was without a name, since it cannot be any more. */
export const restsOnConsent = ({ ground }: Pick<HandOver, 'ground'>): boolean => ground === 'consent' || ground === 'withoutName'

/** Whether a receiver may take over. A consent that was withdrawn or ran out since it was asked covers nothing. */
export const mayTakeOver = (asked: Pick<HandOver, 'ground'>, isCovered: boolean): Decision<null, 'no-consent'> =>
  restsOnConsent(asked) && !isCovered ? refuse('no-consent') : grant(null)

export type EndRefusal = SayRefusal | 'no-receiver' | 'receiver-asked' | 'other-answer'

function fits(outcome: Outcome, { wish, handOvers }: TurningFacts): Decision<null, EndRefusal> {
  const accepted = handOvers.some(({ answer }) => answer === 'accepted')
  if (outcome === 'handedOver') return accepted ? grant(null) : refuse('no-receiver')
  if (handOvers.some(({ answer }) => answer !== 'refused')) return refuse('receiver-asked')
  const needed: Readonly<Record<Exclude<Outcome, 'handedOver'>, Wish>> = {
    nobodyTookOver: 'wants',
    declined: 'declines',
    notReached: 'notReached',
  }
  return wish === needed[outcome] ? grant(null) : refuse('other-answer')
}

/**
 * Whether it may be said how it ended. Handed over: to a receiver that accepted. Nobody took over: the youth wanted it, and nobody has accepted or is
 * asked; said from the last week on, so that it is not said while there is time to ask.
 */
export function mayEnd(saying: Saying, outcome: Outcome): Decision<null, EndRefusal> {
  const allowed = maySayAnything(saying)
  if (!allowed.granted) return allowed
  const stage = stageOn(saying.facts.turns20On, saying.today)
  const isLate = stage === 'over' || stage === 'in7'
  if ((outcome === 'nobodyTookOver' || outcome === 'notReached') && !isLate) return refuse('too-early-to-close')
  return fits(outcome, saying.facts)
}
