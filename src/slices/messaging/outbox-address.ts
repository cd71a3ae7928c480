/** The outbox's address: what is asked for stands in it, in Swedish words, and nothing of any youth. */
import type { MessageChannel, MessageState } from './message.types.ts'
import type { OutboxFilter } from './outbox.types.ts'

const states: readonly (readonly [MessageState, string])[] = [
  ['unsure', 'osakra'],
  ['failed', 'misslyckade'],
  ['queued', 'i-ko'],
  ['sending', 'skickas'],
  ['sent', 'skickade'],
  ['delivered', 'framme'],
  ['cancelled', 'avbrutna'],
]
const channels: readonly (readonly [MessageChannel, string])[] = [
  ['letter', 'brev'],
  ['card', 'kort'],
  ['sms', 'sms'],
  ['email', 'epost'],
]

/** The states in the order of their tabs: what somebody must look at comes first. */
export const shownStates: readonly MessageState[] = states.map(([state]) => state)

const wordOf = <Value>(pairs: readonly (readonly [Value, string])[], value: Value | null): string | null =>
  pairs.find(([one]) => one === value)?.[1] ?? null
const valueOf = <Value>(pairs: readonly (readonly [Value, string])[], word: string | null): Value | null =>
  pairs.find(([, one]) => one === word)?.[0] ?? null

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** What the address asks for; what is not understood is as if it were not there. */
export function outboxAsked(query: URLSearchParams): { readonly filter: OutboxFilter; readonly page: number } {
  const round = query.get('runda') ?? ''
  return {
    filter: {
      state: valueOf(states, query.get('lage')),
      channel: valueOf(channels, query.get('kanal')),
      round: uuid.test(round) ? round : null,
    },
    page: Math.min(Math.max(1, Math.trunc(Number(query.get('sida'))) || 1), 10_000),
  }
}

/** The word that the address has for a channel. */
export const channelWord = (channel: MessageChannel): string => wordOf(channels, channel) ?? ''

/** Where the outbox shows this. */
export function outboxAddress({ state, channel, round }: OutboxFilter, page = 1): string {
  const parts: readonly (readonly [string, string | null])[] = [
    ['lage', wordOf(states, state)],
    ['kanal', wordOf(channels, channel)],
    ['runda', round],
    ['sida', page > 1 ? String(page) : null],
  ]
  const query = parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join('&')
  return query === '' ? '/utskick/utlada' : `/utskick/utlada?${query}`
}
