/** The figures of referrals: every one is in one place, sums hold, and small numbers are hidden. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { every } from '../figures/index.ts'
import { fateOf, figureRows, figureSums, receiverKey, referralFigures, type FigureRow, type ReferralFigures } from './figures-table.ts'
import { rejectReasons, type Referral } from './referrals.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const sentOn = date('2026-09-02')
const today = date('2026-11-20')
const aReferral = (facts: Partial<Referral> = {}): Referral => ({
  id: 1,
  referralId: '5b1c0a52-0000-4000-8000-000000000001',
  consentId: '5b1c0a52-0000-4000-8000-000000000002',
  purpose: 'joinActivity',
  receiverKind: 'internal',
  receiverName: 'Jobbtorget',
  fields: ['name'],
  sentBy: 'Anna Ek',
  mail: null,
  backMail: null,
  sentOn,
  untilOn: date('2027-03-01'),
  openedOn: null,
  answer: null,
  answeredOn: null,
  rejectReason: null,
  revokedOn: null,
  withdrawnOn: null,
  endedOn: null,
  outcomes: [],
  isTold: false,
  isAcknowledged: false,
  ...facts,
})
const accepted = { answer: 'accepted', answeredOn: date('2026-09-06') } as const
const rejected = { answer: 'rejected', answeredOn: date('2026-09-10'), rejectReason: 'full' } as const

describe('one referral', () => {
  it.each([
    [{}, 'waits'],
    [accepted, 'accepted'],
    [{ ...accepted, withdrawnOn: today }, 'accepted'],
    [rejected, 'rejected'],
    [{ revokedOn: today }, 'revoked'],
    [{ withdrawnOn: today }, 'withdrawn'],
    [{ untilOn: date('2026-11-19') }, 'expired'],
    [{ untilOn: today }, 'waits'],
  ] as const)('%j is %s', (facts, fate) => {
    expect(fateOf(aReferral(facts), today)).toBe(fate)
  })

  it('is of its receiver; partners are one, whatever they were called', () => {
    expect(receiverKey(aReferral())).toBe('internal:Jobbtorget')
    expect(receiverKey(aReferral({ receiverKind: 'partner', receiverName: 'Kliv in' }))).toBe('partner:')
  })
})

const valueOf = ({ table }: ReferralFigures, row: FigureRow, group = every): number | null =>
  table.values[table.groups.findIndex(([key]) => key === group)]?.[figureRows.indexOf(row)] ?? null

const anyReferral = fc
  .record({
    receiverName: fc.constantFrom('Jobbtorget', 'Verkstaden'),
    receiverKind: fc.constantFrom('internal' as const, 'partner' as const),
    end: fc.constantFrom('waits', 'accepted', 'rejected', 'revoked', 'withdrawn'),
    reason: fc.constantFrom(...rejectReasons),
    began: fc.boolean(),
    days: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ receiverName, receiverKind, end, reason, began, days }) => {
    const answeredOn = dateOf(plusDays(dayOf(sentOn), days))
    const of = { receiverName, receiverKind }
    if (end === 'accepted') {
      const outcomes = began ? [{ kind: 'began' as const, onDay: answeredOn, byReceiver: true }] : []
      return aReferral({ ...of, ...accepted, answeredOn, outcomes })
    }
    if (end === 'rejected') return aReferral({ ...of, ...rejected, answeredOn, rejectReason: reason })
    return aReferral({ ...of, ...(end === 'revoked' ? { revokedOn: today } : {}), ...(end === 'withdrawn' ? { withdrawnOn: today } : {}) })
  })

describe('many', () => {
  it('add up where nothing is hidden, and no number below the limit is shown', () => {
    fc.assert(
      fc.property(fc.array(anyReferral, { maxLength: 40 }), (all) => {
        const bare = referralFigures(all, today, 1)
        expect(valueOf(bare, 'sent')).toBe(all.length)
        for (const { plus, minus } of figureSums) {
          const sum = (rows: readonly string[]): number => rows.reduce((total, row) => total + (valueOf(bare, row as FigureRow) ?? 0), 0)
          expect(sum(plus)).toBe(sum(minus))
        }
        const hidden = referralFigures(all, today, 5).table.values.flat()
        expect(hidden.filter((value) => value !== null && value > 0 && value < 5)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('are answered in so many days in the middle, told of enough of them alone', () => {
    const answered = (n: number) => aReferral({ ...accepted, answeredOn: dateOf(plusDays(dayOf(sentOn), n)) })
    expect(referralFigures([1, 2, 9, 20, 30].map(answered), today, 5).days.get(every)).toBe(9)
    expect(referralFigures([1, 2, 9, 20].map(answered), today, 5).days.get(every)).toBe(null)
    expect(referralFigures([1, 2, 9, 20].map(answered), today, 1).days.get(every)).toBe(2)
  })
})
