/** What waits of prevention, for the start page: counts only. The scope is narrowed by the page's outlet. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { monthsBefore, tabsOf } from './absence.rules.ts'
import { settingsIn, shownMonth } from './desk.actions.ts'
import { listAbsent, listOpenMatters } from './desk.store.ts'
import { waitsForUs } from './matter.rules.ts'

/** `toContact`: over the municipality's limit, and no contact since the first month that counts began. `matters`: whose next step is ours. Both `/forebyggande`. */
export type PreventionWaiting = { readonly toContact: number; readonly matters: number }

/** What somebody who works with prevention has to see to. */
export async function countPreventionWaiting(
  tx: Tx,
  { scope, today }: { readonly scope: Scope; readonly today: PlainDate },
): Promise<PreventionWaiting> {
  const [settings, month] = [await settingsIn(tx), shownMonth(today)]
  const over = (await listAbsent(tx, scope, today, month)).filter(({ absence }) => tabsOf(absence, settings).includes('over'))
  const since = monthsBefore(month, 1)
  return {
    toContact: over.filter(({ lastContactOn }) => lastContactOn === null || lastContactOn < since).length,
    matters: (await listOpenMatters(tx, scope, today)).filter(waitsForUs).length,
  }
}
