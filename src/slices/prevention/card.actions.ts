/** What the person page shows of prevention. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { shownMonth } from './desk.actions.ts'
import { listMatters, listSchools } from './matter.store.ts'
import type { AbsenceSums, Matter } from './prevention.types.ts'
import { absenceOf } from './pupil.store.ts'

export type PreventionOfYouth = { readonly absence: AbsenceSums | null; readonly matters: readonly Matter[]; readonly isPupil: boolean }

export const readPreventionOf = async (
  tx: Tx,
  { personIds, today }: { readonly personIds: readonly number[]; readonly today: PlainDate },
): Promise<PreventionOfYouth> => ({
  absence: await absenceOf(tx, personIds, shownMonth(today)),
  matters: await listMatters(tx, personIds),
  isPupil: (await listSchools(tx, personIds, today)).length > 0,
})
