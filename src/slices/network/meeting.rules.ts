/** When youths may be asked about at a meeting, for how long, and what is counted when it is closed. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { AskedYouth, MeetingCounts, MeetingView, NetworkMeeting } from './network.types.ts'

/** Names are put to a meeting at the earliest so many days before it. */
export const askAheadDays = 7
/** A meeting that nobody has closed is closed so many days after its day. */
export const closesAfterDays = 2
/** Youths at one meeting at the most, those asked about before included: it is a meeting, not a list to hand over. */
export const mostAsked = 40

export type AskRefusal = 'closed' | 'too-early' | 'passed'

/** Why nobody can be asked about at the meeting today, or null. */
export function askRefusal({ heldOn, counts }: Pick<NetworkMeeting, 'heldOn' | 'counts'>, today: PlainDate): AskRefusal | null {
  if (counts !== null) return 'closed'
  const ahead = dayOf(heldOn) - dayOf(today)
  if (ahead < 0) return 'passed'
  return ahead > askAheadDays ? 'too-early' : null
}

/** How many days a link is open that is made today: the meeting's day with a day to spare, and no more. */
export const linkDays = (heldOn: PlainDate, today: PlainDate): number => Math.max(1, dayOf(heldOn) - dayOf(today) + 1)

/** The last day on which a link made today can be opened. */
export const linkOver = (heldOn: PlainDate, today: PlainDate): PlainDate => dateOf(plusDays(dayOf(today), linkDays(heldOn, today)))

/** Whether the worker closes it: its day is well past. */
export const isForgotten = ({ heldOn, counts }: Pick<NetworkMeeting, 'heldOn' | 'counts'>, today: PlainDate): boolean =>
  counts === null && dayOf(today) - dayOf(heldOn) >= closesAfterDays

/** Somebody with a meeting before them: how many it asks about, and how many of them the reader sees. */
type Before = { readonly staffId: string; readonly asked: number; readonly seen: number }

/** Whether the reader may end or cancel a meeting: whoever made it may, and so may one who sees everybody whose link would be taken back. */
export const mayEnd = ({ madeBy }: Pick<NetworkMeeting, 'madeBy'>, { staffId, asked, seen }: Before): boolean =>
  madeBy === staffId || seen >= asked

/** What is left of a meeting: how many, never whom. A question that was taken back was not asked. */
export function countsOf(asked: readonly Pick<AskedYouth, 'state' | 'answer'>[]): MeetingCounts {
  const real = asked.filter(({ state }) => state !== 'revoked')
  const said = (answer: AskedYouth['answer']): number => real.filter((one) => one.answer === answer).length
  return { asked: real.length, yes: said('yes'), no: said('no'), unknown: said('unknown') }
}

const viewWords = { unit: 'enhet', district: 'omrade' } as const
const wholeWords = { all: 'alla', mine: 'mina', consenting: 'samtycke' } as const

/** Which candidates an address or a form says; null when it says none that there are. */
export function viewFrom(text: string): MeetingView | null {
  for (const of of ['all', 'mine', 'consenting'] as const) if (text === wholeWords[of]) return { of }
  const [, word, id] = /^(enhet|omrade)-(\d{1,9})$/.exec(text) ?? []
  return id === undefined ? null : { of: word === viewWords.unit ? 'unit' : 'district', id: Number(id) }
}

/** The view that was said; when none was, the reader's own if there are any: whoever asks knows those best. */
export const viewOf = (said: MeetingView | null, mine: number): MeetingView => said ?? { of: mine > 0 ? 'mine' : 'all' }

/** What a view is in an address. */
export const viewText = (view: MeetingView): string => ('id' in view ? `${viewWords[view.of]}-${view.id}` : wholeWords[view.of])
