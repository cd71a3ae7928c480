/** What came of referrals, counted: of all and of each receiver, with small numbers hidden as everywhere (ADR 0033). */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { every, suppressed, type IndicatorTable, type Row, type Sum } from '../figures/index.ts'
import { referralState } from './referral.rules.ts'
import { rejectReasons, type Referral } from './referrals.types.ts'

/** Each sent one is in one of these: what was answered, or how it ended without an answer, or that it still waits. */
const fates = ['accepted', 'rejected', 'revoked', 'withdrawn', 'expired', 'waits'] as const
type Fate = (typeof fates)[number]
const begun = ['began', 'notBegun'] as const
export const figureRows = ['sent', ...fates, ...begun, ...rejectReasons] as const
export type FigureRow = (typeof figureRows)[number]

/** Whom it was to: an own service or a measure by its name, all partners together, since theirs are kept only while the consent holds. */
export const receiverKey = ({ receiverKind, receiverName }: Pick<Referral, 'receiverKind' | 'receiverName'>): string =>
  receiverKind === 'partner' || receiverName === '' ? `${receiverKind}:` : `${receiverKind}:${receiverName.trim()}`

/** Called back or withdrawn after an answer, it counts as what was answered. */
export function fateOf(referral: Referral, on: PlainDate): Fate {
  if (referral.answer !== null) return referral.answer
  const state = referralState(referral, on)
  return state === 'revoked' || state === 'withdrawn' || state === 'expired' ? state : 'waits'
}

function rowsOf(referral: Referral, on: PlainDate): FigureRow[] {
  const fate = fateOf(referral, on)
  const has = referral.outcomes.some(({ kind }) => kind === 'began')
  return [
    'sent',
    fate,
    ...(fate === 'accepted' ? [has ? ('began' as const) : ('notBegun' as const)] : []),
    ...(referral.rejectReason === null ? [] : [referral.rejectReason]),
  ]
}

const rows: readonly Row[] = figureRows.map((key) => ({ key, kind: 'count' }))
/** What adds up, so that what is hidden cannot be worked out. */
export const figureSums: readonly Sum[] = [
  { plus: ['sent'], minus: fates },
  { plus: ['accepted'], minus: begun },
  { plus: ['rejected'], minus: rejectReasons },
]

export type ReferralFigures = {
  readonly table: IndicatorTable
  /** The receivers, in the order of the table, as `receiverKey` has them. */
  readonly receivers: readonly string[]
  /** Days from sent to answered in the middle, by receiver and `every`; null: too few to be told. */
  readonly days: ReadonlyMap<string, number | null>
}

/** The median in whole days, of at least so many. */
function medianOf(days: readonly number[], atLeast: number): number | null {
  if (days.length < Math.max(3, atLeast)) return null
  const sorted = days.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

const daysToAnswer = ({ sentOn, answeredOn }: Referral): number[] => (answeredOn === null ? [] : [dayOf(answeredOn) - dayOf(sentOn)])

/** The figures of what was sent, as it stands on the day. Numbers below the limit are hidden. */
export function referralFigures(referrals: readonly Referral[], on: PlainDate, smallBelow: number): ReferralFigures {
  const receivers = [...new Set(referrals.map(receiverKey))].toSorted((a, b) => a.localeCompare(b, 'sv'))
  const groups = [every, ...receivers]
  const inGroup = (group: string): readonly Referral[] =>
    group === every ? referrals : referrals.filter((one) => receiverKey(one) === group)
  const values = groups.map((group) => {
    const counted = inGroup(group).flatMap((one) => rowsOf(one, on))
    return figureRows.map((row) => counted.filter((one) => one === row).length)
  })
  const table = { rows, groups: groups.map((group) => [group]), values, hidden: new Set<string>() }
  return {
    table: suppressed(table, figureSums, smallBelow),
    receivers,
    days: new Map(groups.map((group) => [group, medianOf(inGroup(group).flatMap(daysToAnswer), smallBelow)])),
  }
}
