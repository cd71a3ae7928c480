/** Asking the register: all periods of a municipality, or one person's with the whole chain, now or as known at an instant. */
import type { IdentityNumber } from '../../kernel/identity-number.ts'
import { mayShow, type Outlet } from '../../kernel/disclosure.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { dateOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { explain, responsibilityPeriods, type Explanation, type LawSettings, type Life, type ResponsibilityPeriod } from '../law/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import { findPerson } from './person.store.ts'
import { lives, scopeLives } from './life.store.ts'
import type { AsOf, PersonLife } from './life-row.store.ts'

/** A period as it looks on a day: what has not begun is left out, and an end that lies ahead is not shown. */
export type RegisterLine = {
  readonly number: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly entryReason: string
  readonly exitReason: string | null
}

/** The periods as they look on the day (FEEDS.md 5). */
export function periodsSeenOn(periods: readonly ResponsibilityPeriod[], on: Day): Omit<RegisterLine, 'number'>[] {
  return periods
    .filter(({ fromOn }) => fromOn <= on)
    .map(({ fromOn, untilOn, entryReason, exitReason }) => {
      const ended = untilOn !== null && untilOn <= on
      return { fromOn: dateOf(fromOn), untilOn: ended ? dateOf(untilOn) : null, entryReason, exitReason: ended ? exitReason : null }
    })
}

/** Protected registration whose municipality of stay nobody has confirmed: on the restricted list, and no other (3.3). */
const isUnconfirmedStay = (life: Life, on: Day): boolean =>
  life.protectedRegistration !== null &&
  !life.confirmedStays.some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn))

const protectionOf = ({ life, secrecyMarked }: PersonLife, on: Day) =>
  isUnconfirmedStay(life, on)
    ? 'unconfirmed-stay'
    : life.protectedRegistration !== null
      ? 'protected-registration'
      : secrecyMarked
        ? 'secrecy-marked'
        : 'none'

/** Whether the outlet may show the person at all. */
const mayShowPerson = (outlet: Outlet, person: PersonLife, on: Day): boolean => mayShow(outlet, protectionOf(person, on))

const lawAsOf = async (tx: Tx, asOf: AsOf): Promise<LawSettings> => settingsFrom(await listSettings(tx, asOf)).law

type Question = { readonly municipality: string; readonly on: Day; readonly asOf: AsOf; readonly actor: string }

/** Every period of the municipality that has begun on the day, sorted by number and date. */
export async function registerLines(pool: Pool, question: Question): Promise<RegisterLine[]> {
  return inTransaction(pool, async (tx) => {
    const law = await lawAsOf(tx, question.asOf)
    await scopeLives(tx, question.asOf, 'all')
    const found: RegisterLine[] = []
    for await (const batch of lives(tx, question.asOf)) {
      for (const person of batch) {
        const { number } = person
        if (number === null || !mayShowPerson('register.csv', person, question.on)) continue
        const periods = responsibilityPeriods(person.life, question.municipality, law)
        for (const line of periodsSeenOn(periods, question.on)) found.push({ number, ...line })
      }
    }
    await writeAuditLine(tx, { actor: question.actor, action: 'register.list', detail: { on: dateOf(question.on), lines: found.length } })
    return found.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : a.fromOn < b.fromOn ? -1 : 1))
  })
}

export type ExplainedPerson = { readonly person: PersonLife; readonly explanation: Explanation }

/** One person with the chain; null when nobody here has the number, or the outlet may not show the person. Leaves a read line. */
export async function explainPerson(
  pool: Pool,
  number: IdentityNumber,
  question: Question,
  outlet: Outlet,
): Promise<ExplainedPerson | null> {
  return inTransaction(pool, async (tx) => {
    const personId = await findPerson(tx, number.reveal(), question.asOf)
    if (personId === null) return null
    const law = await lawAsOf(tx, question.asOf)
    await scopeLives(tx, question.asOf, [personId])
    for await (const [person] of lives(tx, question.asOf, true)) {
      if (person === undefined) continue
      const shown = mayShowPerson(outlet, person, question.on)
      const outcome = shown ? 'done' : 'withheld'
      await writeAuditLine(tx, { actor: question.actor, action: 'register.explain', outcome, subjectId: person.subjectId })
      return shown ? { person, explanation: explain(person.life, question.municipality, law, question.on) } : null
    }
    return null
  })
}
