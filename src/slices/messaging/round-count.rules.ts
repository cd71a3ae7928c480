/** A round in numbers, added up from its recipients: the same whoever asks, of those whom they may see. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { CountRow } from './round-recipient.types.ts'
import { roundChannels, type Exclusion, type RoundChannel } from './round.types.ts'

type Numbers<Key extends string | number> = ReadonlyMap<Key, number>

export type RoundCounts = {
  readonly recipients: number
  readonly byChannel: Readonly<Record<RoundChannel, number>>
  readonly byLang: Numbers<ContactLang>
  readonly byLetter: Numbers<string>
  /** Letters by how many pages they are. */
  readonly byPages: Numbers<number>
  /** Parts of SMS in all. */
  readonly segments: number
  readonly excluded: Numbers<Exclusion>
  /** What changed between preparing and releasing: left out since, and channels that fell away. */
  readonly sinceExcluded: Numbers<Exclusion>
  readonly sinceDropped: Readonly<Record<RoundChannel, number>>
}

const sumOf = (rows: readonly CountRow[]): number => rows.reduce((sum, { n }) => sum + n, 0)

/** Each key with how many rows have it, the most first. */
function grouped<Key extends string | number>(rows: readonly CountRow[], keyOf: (row: CountRow) => Key | null): Map<Key, number> {
  const numbers = new Map<Key, number>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) numbers.set(key, (numbers.get(key) ?? 0) + row.n)
  }
  return new Map([...numbers].toSorted(([, a], [, b]) => b - a))
}

const onChannels = (rows: readonly CountRow[], channelsOf: (row: CountRow) => readonly RoundChannel[]): Record<RoundChannel, number> =>
  Object.fromEntries(roundChannels.map((channel) => [channel, sumOf(rows.filter((row) => channelsOf(row).includes(channel)))])) as Record<
    RoundChannel,
    number
  >

/** The numbers of the recipients. */
export function roundCounts(rows: readonly CountRow[]): RoundCounts {
  const sent = rows.filter(({ excluded }) => excluded === null)
  const changed = rows.filter(({ dropped }) => dropped.length > 0)
  const letters = sent.filter(({ channels }) => channels.includes('letter'))
  const texts = sent.filter(({ channels }) => channels.includes('sms'))
  return {
    recipients: sumOf(sent),
    byChannel: onChannels(sent, ({ channels }) => channels),
    byLang: grouped(sent, ({ lang }) => lang),
    byLetter: grouped(letters, ({ letterKey }) => letterKey),
    byPages: grouped(letters, ({ pages }) => pages),
    segments: texts.reduce((sum, { segments, n }) => sum + (segments ?? 0) * n, 0),
    excluded: grouped(rows, ({ excluded }) => excluded),
    sinceExcluded: grouped(changed, ({ excluded }) => excluded),
    sinceDropped: onChannels(changed, ({ dropped }) => dropped),
  }
}
