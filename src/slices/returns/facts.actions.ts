/** Loading what a return is made from, as known at an instant: lives through the law, then what the house has written of those whom it covers. */
import type { Tx } from '../../platform/db/tx.ts'
import { lives, scopeLives } from '../register/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import { listContacts, listMeasures, listStatements, markCandidates, markComputed, markYouths } from './facts.store.ts'
import type { ReturnFacts, ReturnQuestion, ReturnYouth } from './returns.types.ts'
import { coverableBirths, youthOf } from './youth.rules.ts'

type Found = NonNullable<ReturnType<typeof youthOf>>

/** Whose lives are read: `born`: everybody of the age; `computed`: those whose periods, as computed last, are of the half-year. */
export type Among = 'born' | 'computed'

/** The youths with a period in the half-year, as known by the register's facts at the instant. */
async function readYouths(tx: Tx, { municipality, half, knownAt }: ReturnQuestion, among: Among): Promise<Found[]> {
  const { law } = settingsFrom(await listSettings(tx, knownAt.facts))
  const { after, before } = coverableBirths(half)
  await (among === 'computed' ? markComputed(tx, half.fromOn, half.untilOn) : markCandidates(tx, knownAt.facts, after, before))
  await scopeLives(tx, knownAt.facts, { table: 'return_candidate' })
  const found: Found[] = []
  for await (const batch of lives(tx, knownAt.facts)) {
    for (const person of batch) {
      const youth = youthOf(person, municipality, law, half)
      if (youth !== null) found.push(youth)
    }
  }
  return found
}

const byYouth = <Row extends { readonly personId: number }>(rows: readonly Row[]): Map<number, Row[]> =>
  Map.groupBy(rows, ({ personId }) => personId)

/** Everything that the return of the half-year is made from. Makes temporary tables: not for a read-only transaction. */
export async function readReturnFacts(tx: Tx, question: ReturnQuestion, among: Among = 'born'): Promise<ReturnFacts> {
  const { municipality, half, on, knownAt } = question
  const found = await readYouths(tx, question, among)
  await markYouths(
    tx,
    found.map(({ personId }) => personId),
  )
  const contacts = byYouth(await listContacts(tx, knownAt.work, half.fromOn, half.untilOn))
  const statements = byYouth(await listStatements(tx, knownAt.work))
  const measures = byYouth(await listMeasures(tx, knownAt.work))
  const youths = found.map((youth): ReturnYouth => ({
    ...youth,
    contacts: contacts.get(youth.personId) ?? [],
    statements: statements.get(youth.personId) ?? [],
    measures: measures.get(youth.personId) ?? [],
  }))
  return { municipality, half, on, youths }
}
