/** Reports of delivery: late, twice, and in any order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterReport, reportStatuses, type ReportStatus } from './delivery.rules.ts'
import { messageStates, type MessageState } from './message.types.ts'

describe('a report', () => {
  it.each<[MessageState, Record<ReportStatus, MessageState>]>([
    ['queued', { created: 'sent', sent: 'sent', delivered: 'delivered', failed: 'failed' }],
    ['sending', { created: 'sent', sent: 'sent', delivered: 'delivered', failed: 'failed' }],
    ['unsure', { created: 'sent', sent: 'sent', delivered: 'delivered', failed: 'failed' }],
    ['sent', { created: 'sent', sent: 'sent', delivered: 'delivered', failed: 'failed' }],
    ['failed', { created: 'failed', sent: 'failed', delivered: 'delivered', failed: 'failed' }],
    ['delivered', { created: 'delivered', sent: 'delivered', delivered: 'delivered', failed: 'delivered' }],
    ['cancelled', { created: 'cancelled', sent: 'cancelled', delivered: 'cancelled', failed: 'cancelled' }],
  ])('of a message that is %s', (state, expected) => {
    expect(Object.fromEntries(reportStatuses.map((status) => [status, afterReport(state, status)]))).toEqual(expected)
  })

  const states = fc.constantFrom(...messageStates)
  const statuses = fc.array(fc.constantFrom(...reportStatuses), { minLength: 1, maxLength: 6 })
  const after = (state: MessageState, said: readonly ReportStatus[]): MessageState => said.reduce(afterReport, state)

  it('said twice is as if it were said once', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...reportStatuses), (state, status) => {
        expect(afterReport(afterReport(state, status), status)).toBe(afterReport(state, status))
      }),
    )
  })

  it('comes to the same in whatever order reports come', () => {
    fc.assert(
      fc.property(states, statuses, (state, said) => {
        expect(after(state, said.toSorted())).toBe(after(state, said.toReversed()))
        expect(after(state, said)).toBe(after(state, said.toReversed()))
      }),
    )
  })

  it('never puts a message back in the queue', () => {
    fc.assert(
      fc.property(states, statuses, (state, said) => {
        expect(['queued', 'sending', 'unsure']).not.toContain(after(state, said))
      }),
    )
  })
})
