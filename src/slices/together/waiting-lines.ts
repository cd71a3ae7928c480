/** What waits as lines: only what there is, each leading to where it is done, the rooms that a reader may open. */
import type { Lang } from '../../kernel/lang.ts'
import type { Permission } from '../../kernel/permission.ts'
import { shortDay } from '../../ui/day.texts.ts'
import { togetherTexts } from './together.texts.ts'
import type { Room, TogetherWaiting } from './together.types.ts'

/** A line: in which room, its words, the number, and where it leads. */
export type WaitingLine = { readonly room: Room; readonly label: string; readonly href: string; readonly n: number | null }

/** Where each room is, and who may open it. */
export const rooms: Readonly<Record<Room, { readonly href: string; readonly permit: Permission }>> = {
  notices: { href: '/anmalningar', permit: 'notices.read' },
  prevention: { href: '/forebyggande', permit: 'prevention.work' },
  radar: { href: '/radar', permit: 'radar.work' },
  schools: { href: '/anmalningar/skolor', permit: 'notices.schools' },
  lists: { href: '/radar/listor', permit: 'radar.lists' },
  referrals: { href: '/hanvisningar', permit: 'referrals.work' },
  network: { href: '/natverk', permit: 'network.read' },
  transfers: { href: '/overflytt', permit: 'transfers.work' },
  turning20: { href: '/fyller-20', permit: 'turning20.work' },
  keys: { href: '/overflytt/nycklar', permit: 'transfers.keys' },
  steering: { href: '/styrning', permit: 'steering.read' },
}

const some = (room: Room, label: string, n: number | null | undefined, more = ''): WaitingLine[] =>
  n === null || n === undefined || n === 0 ? [] : [{ room, label, href: rooms[room].href + more, n }]

function reviewLine({ steering }: TogetherWaiting, lang: Lang): WaitingLine[] {
  const review = steering?.review ?? null
  if (review === null) return []
  const { review: due, reviewOver } = togetherTexts[lang].lines
  return [{ room: 'steering', label: (review.isOver ? reviewOver : due)(shortDay(review.by, lang)), href: rooms.steering.href, n: null }]
}

/** The lines, most urgent first. */
export function waitingLines(waiting: TogetherWaiting, lang: Lang): WaitingLine[] {
  const t = togetherTexts[lang].lines
  const { notices, prevention, radar, referrals, transfers, turning20, network, steering } = waiting
  return [
    ...some('referrals', t.toTell, referrals?.toTell, '?flik=ska-veta'),
    ...some('notices', t.notices, notices),
    ...some('radar', t.lacking(radar?.daysLeft ?? 0), radar?.lacking),
    ...some('prevention', t.toContact, prevention?.toContact),
    ...some('prevention', t.matters, prevention?.matters, '?flik=arenden'),
    ...some('transfers', t.toAnswer, transfers?.toAnswer),
    ...some('turning20', t.within30, turning20?.within30),
    ...some('referrals', t.lateReferrals, referrals?.late),
    ...some('referrals', t.noWord, referrals?.noWord, '?flik=pagar'),
    ...some('transfers', t.toHandOver, transfers?.toHandOver),
    ...some('turning20', t.past, turning20?.past),
    ...some('network', t.meetings, network?.meetings),
    ...some('network', t.agreements, network?.agreements),
    ...reviewLine(waiting, lang),
    ...some('steering', t.late, steering?.late),
  ]
}
