/** What waits on the summer radar, for the start page: counts only. The scope is narrowed by the page's outlet. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { figuresOn } from './figures.rules.ts'
import { isInSeason, loadRadar } from './radar.actions.ts'
import { daysLeft } from './season.rules.ts'

/** `lacking`: without a place today, as the September number counts them. `/radar`. */
export type RadarWaiting = { readonly lacking: number; readonly daysLeft: number }

/** How many lack a place while the season is on; null out of it. */
export async function countRadarWaiting(
  tx: Tx,
  question: { readonly scope: Scope; readonly code: string; readonly today: PlainDate },
): Promise<RadarWaiting | null> {
  if (!(await isInSeason(tx, question.today))) return null
  const { radar, on, youths } = await loadRadar(tx, question, null, null)
  return { lacking: figuresOn(youths, on, radar).total, daysLeft: daysLeft(radar, question.today) }
}
