/** When the return is rehearsed anew: each day, and a while after something was saved. */
import type { PlainDate } from '../../platform/plain-date.ts'

/** In seconds: what is mended is gone from the list within it, and a busy morning does not build the return over and over. */
export const rehearsalPause = 15 * 60

/** The last rehearsal: on which day, of which edition of the lists, how long ago. */
type Last = { readonly onDay: PlainDate; readonly edition: string; readonly secondsAgo: number }

export function isRehearsalDue(last: Last | null, { today, edition }: { readonly today: PlainDate; readonly edition: string }): boolean {
  if (last === null || last.onDay !== today) return true
  return last.edition !== edition && last.secondsAgo >= rehearsalPause
}
