/** Whom a round reaches and on which channels, or why not; and what may be done with it by whom. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { birthday, dayFrom, dayOf, plusDays, yearOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import type { LadderSettings } from '../ladder/index.ts'
import type { ChangedRecipient } from './round-recipient.types.ts'
import type {
  EmailKey,
  Exclusion,
  LeftOut,
  LetterKey,
  Recipient,
  RecipientFacts,
  Round,
  RoundChannel,
  RoundTemplates,
  Sending,
  SmsKey,
} from './round.types.ts'
import type { TemplateName } from './template.types.ts'

export type RoundRules = {
  readonly wish: RoundTemplates
  readonly today: PlainDate
  readonly ladder: Pick<LadderSettings, 'minorsNeedGuardian'>
  /** Whether the text may be sent: proofread, or the municipality sends those that are not. */
  readonly isReady: (name: TemplateName) => boolean
}

const isLater = (day: PlainDate | null, today: PlainDate): boolean => day !== null && dayOf(day) > dayOf(today)

/** The letter that suits the youth, where the round does not ask for a certain one. */
function letterFor({ step, entryReason }: RecipientFacts, letterKey: LetterKey): LetterKey {
  if (letterKey !== 'firstLetter') return letterKey
  if (step === 'furtherLetter') return 'furtherLetter'
  return entryReason === 'studyCertificate' ? 'studyCertificate' : 'firstLetter'
}

const smsFor = ({ step }: RecipientFacts, smsKey: SmsKey): SmsKey => (step === 'furtherLetter' ? 'furtherSms' : smsKey)

const isMinor = ({ bornOn }: RecipientFacts, today: PlainDate): boolean => bornOn === null || birthday(dayOf(bornOn), 18) > dayOf(today)

/** What has a day of its own with us, or lies with the youth or a school after they were reached: a letter would talk across it. */
function isWaiting({ step, stepFrom, waitsFor, hasReached }: RecipientFacts, today: PlainDate): boolean {
  if (step === 'answerReply' || step === 'keepAgreement' || step === 'keepMeeting') return true
  return hasReached && isLater(stepFrom, today) && (waitsFor === 'youth' || waitsFor === 'school')
}

/** Why nothing at all is sent, whatever the channel. What the youth is told about turning 20 is told to everybody. */
function shutOut(facts: RecipientFacts, { wish, today, ladder }: RoundRules): Exclusion | null {
  if (facts.isProtected) return 'protected'
  if (!facts.isCovered) return 'notCovered'
  if (facts.isInOtherRound) return 'inOtherRound'
  if (ladder.minorsNeedGuardian && isMinor(facts, today)) return 'minor'
  if (isLater(facts.quietUntil, today)) return 'quiet'
  return wish.letterKey !== 'turning20' && isWaiting(facts, today) ? 'waiting' : null
}

/** Each channel that the round uses and that leads to the youth. The letter about turning 20 asks nothing: it goes also to who has said no. */
function usable({ optedOut, hasAddress, textable, hasEmail }: RecipientFacts, wish: RoundTemplates): RoundChannel[] {
  const ways = [
    ['letter', wish.letterKey !== null && hasAddress],
    ['sms', wish.smsKey !== null && textable > 0],
    ['email', wish.emailKey !== null && hasEmail],
  ] as const
  const isRefused = (channel: RoundChannel): boolean =>
    optedOut.includes(channel) && !(channel === 'letter' && wish.letterKey === 'turning20')
  return ways.filter(([channel, can]) => can && !isRefused(channel)).map(([channel]) => channel)
}

/** SMS goes beside the letter; e-mail only where neither can be used. */
function channelsFor(facts: RecipientFacts, wish: RoundTemplates): RoundChannel[] {
  const all = usable(facts, wish)
  return all.length > 1 ? all.filter((channel) => channel !== 'email') : all
}

/** Why no channel can be used: what the first that was wished for lacks. */
function lack({ optedOut, deadPhones }: RecipientFacts, { letterKey, smsKey }: RoundTemplates): Exclusion {
  const first: RoundChannel = letterKey !== null ? 'letter' : smsKey !== null ? 'sms' : 'email'
  if (optedOut.includes(first) && letterKey !== 'turning20') return 'optedOut'
  if (first === 'letter') return 'noAddress'
  if (first === 'email') return 'noWay'
  return deadPhones > 0 ? 'deadNumber' : 'noNumber'
}

const nothing = { channels: [], letterKey: null, smsKey: null, emailKey: null } as const

/** Somebody who is sent nothing, and why. */
export const leftOut = (excluded: Exclusion): LeftOut => ({ ...nothing, excluded })

/** What the youth is sent, or why nothing. */
export function recipientOf(facts: RecipientFacts, rules: RoundRules): Sending | LeftOut {
  const { wish, isReady } = rules
  const excluded = shutOut(facts, rules)
  if (excluded !== null) return leftOut(excluded)
  const channels = channelsFor(facts, wish)
  if (channels.length === 0) return leftOut(lack(facts, wish))
  const on = <Key>(channel: RoundChannel, key: Key | null): Key | null => (channels.includes(channel) ? key : null)
  const letterKey = on<LetterKey>('letter', wish.letterKey === null ? null : letterFor(facts, wish.letterKey))
  const smsKey = on<SmsKey>('sms', wish.smsKey === null ? null : smsFor(facts, wish.smsKey))
  const emailKey = on<EmailKey>('email', wish.emailKey)
  const keys = [letterKey, smsKey, emailKey].filter((key) => key !== null)
  if (!keys.every((key) => isReady({ key, lang: facts.lang }))) return leftOut('notProofread')
  return { channels, excluded: null, letterKey, smsKey, emailKey }
}

/** What has become of somebody who was to be written to: null when nothing has. `facts` null: no longer on any list of ours. */
export function changeOf(
  { personId, channels }: Recipient,
  facts: RecipientFacts | null,
  isSelected: boolean,
  rules: RoundRules,
): ChangedRecipient | null {
  const out = (excluded: Exclusion): ChangedRecipient => ({ personId, channels: [], excluded, dropped: channels })
  if (facts === null) return out('notCovered')
  const { excluded } = recipientOf(facts, rules)
  if (excluded !== null) return out(excluded)
  if (!isSelected) return out('notSelected')
  const can = usable(facts, rules.wish)
  const kept = channels.filter((channel) => can.includes(channel))
  if (kept.length === channels.length) return null
  return kept.length === 0
    ? out(lack(facts, rules.wish))
    : { personId, channels: kept, excluded: null, dropped: channels.filter((one) => !kept.includes(one)) }
}

/** Whether every list that the round is of asks for a certain next step: then it is for those whose step has come, and only while it stands. */
export const asksForSteps = (query: string): boolean => query.split('\n').every((line) => new URLSearchParams(line).has('steg'))

/** Whether the youth's next step may be taken by the day. */
export const isStepDue = ({ stepFrom }: Pick<RecipientFacts, 'stepFrom'>, today: PlainDate): boolean => !isLater(stepFrom, today)

/** The previews: one of each language as far as they go, then whoever comes first. `inOrder` is in an order of chance. */
export function previewsOf<One extends { readonly lang: string }>(inOrder: readonly One[], count: number): One[] {
  const firsts = inOrder.filter((one, index) => inOrder.findIndex(({ lang }) => lang === one.lang) === index)
  return [...firsts, ...inOrder.filter((one) => !firsts.includes(one))].slice(0, count)
}

export type RoundRefusal = 'not-prepared' | 'not-reviewed' | 'somebody-else-first' | 'same-person' | 'already-released' | 'cancelled'

const isOpen = ({ state, version }: Pick<Round, 'state' | 'version'>, seen: number): Decision<null, RoundRefusal> => {
  if (state === 'released' || state === 'done') return refuse('already-released')
  if (state === 'cancelled') return refuse('cancelled')
  if (state === 'preparing') return refuse('not-prepared')
  return version === seen ? grant(null) : refuse('somebody-else-first')
}

/** Whether the one who looked at the previews may say so. Once: whoever comes second is the one who releases. */
export function mayReview(round: Pick<Round, 'state' | 'version' | 'reviewedBy'>, seen: number): Decision<null, RoundRefusal> {
  const open = isOpen(round, seen)
  if (!open.granted) return open
  return round.reviewedBy === null ? grant(null) : refuse('somebody-else-first')
}

/** Whether the colleague may release the round: a second person, neither the one who prepared nor the one who reviewed it. */
export function mayRelease(
  round: Pick<Round, 'state' | 'version' | 'preparedBy' | 'reviewedBy'>,
  staffId: string,
  seen: number,
): Decision<null, RoundRefusal> {
  const open = isOpen(round, seen)
  if (!open.granted) return open
  if (round.reviewedBy === null) return refuse('not-reviewed')
  return round.reviewedBy === staffId || round.preparedBy === staffId ? refuse('same-person') : grant(null)
}

/** A round can be cancelled until everything of it is sent. */
export const mayCancel = ({ state }: Pick<Round, 'state'>): Decision<null, RoundRefusal> => {
  if (state === 'cancelled') return refuse('cancelled')
  return state === 'done' ? refuse('already-released') : grant(null)
}

/** The large round is offered from its day on, until it has been made or so long has passed. */
const offeredDays = 60

/** Whether it is time for the large round of the autumn and none has been made since its day. `lastOn`: the day of the latest that was not cancelled. */
export function isLargeRoundDue(today: Day, [month, dayOfMonth]: LadderSettings['largeRoundAfter'], lastOn: Day | null): boolean {
  const after = dayFrom(yearOf(today), month, dayOfMonth)
  return today > after && today <= plusDays(after, offeredDays) && (lastOn === null || lastOn <= after)
}
