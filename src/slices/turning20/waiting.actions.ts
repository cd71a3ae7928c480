/** What waits of turning 20, for the start page: counts only. The scope is narrowed by the page's outlet. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { birthdaysOnList, stageOn, turns20On } from './turning20.rules.ts'
import { listUnended } from './card.store.ts'

/** `within30`: who turn 20 within 30 days, `past`: who have turned 20; of both only those of whom nobody has said how it ended. `/fyller-20`. */
export type TurningWaiting = { readonly within30: number; readonly past: number }

/** What somebody who may work with turning 20 has to see to. */
export async function countTurningWaiting(
  tx: Tx,
  { scope, today }: { readonly scope: Scope; readonly today: PlainDate },
): Promise<TurningWaiting> {
  const stages = (await listUnended(tx, scope, today, birthdaysOnList(today))).map((bornOn) => stageOn(turns20On(bornOn), today))
  return {
    within30: stages.filter((stage) => stage === 'in7' || stage === 'in30').length,
    past: stages.filter((stage) => stage === 'over').length,
  }
}
