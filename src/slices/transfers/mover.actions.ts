/** What is known of a youth who may be handed over, as the rules ask for it. */
import type { Tx } from '../../platform/db/tx.ts'
import { birthday, dateOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { findMover } from './residence.store.ts'
import type { Mover } from './transfers.types.ts'

export type ReadMover = { readonly mover: Mover; readonly number: string | null }

/** A number that another municipality can know somebody by: a personal or co-ordination number, no school's interim one. */
const isWholeNumber = (number: string | null): number is string => number !== null && /^\d{12}$/.test(number)

/** The youth as known today; null when the record stands for nobody. */
export async function readMover(tx: Tx, personId: number, code: string, today: PlainDate): Promise<ReadMover | null> {
  const known = await findMover(tx, personId, code, today)
  if (known === null) return null
  const { residence, isProtected, bornOn, number } = known
  const turns20On = bornOn === null ? null : dateOf(birthday(dayOf(bornOn), 20))
  const whole = isWholeNumber(number) ? number : null
  return { mover: { residence, isProtected, turns20On, hasNumber: whole !== null }, number: whole }
}
