/** What is known of a youth that could be shared, read where it is kept. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { listMeasuresOf } from '../measures/index.ts'
import { readOutreachOf } from '../outreach/index.ts'
import { readOpenPlan } from '../plans/index.ts'
import type { SeenYouth } from '../worklist/index.ts'
import type { SharedFacts, SharedMeasure } from './consents.types.ts'

const placed: ReadonlySet<string> = new Set(['none', 'approved'])

/** Measures that stand and were, or may still be: nothing that is only proposed. Named in Swedish, as the receiver reads them. */
async function sharedMeasures(tx: Tx, personIds: readonly number[]): Promise<SharedMeasure[]> {
  const measures = await listMeasuresOf(tx, personIds)
  return measures
    .filter(({ struck, placement, fromOn, endedOn }) => struck === null && placed.has(placement) && endedOn !== fromOn)
    .map(({ name, fromOn, endedOn }) => ({ name: name.sv, fromOn, untilOn: endedOn }))
}

/** Everything that could be chosen. What is known of the occupation only while it is fresh: an old word would be told as new. */
export async function readSharedFacts(tx: Tx, youth: SeenYouth, personIds: readonly number[], today: PlainDate): Promise<SharedFacts> {
  const { ledger, occupation } = await readOutreachOf(tx, { personIds, today })
  const plan = await readOpenPlan(tx, personIds)
  const said = occupation.said
  const values = (kind: 'phone' | 'email'): string[] =>
    ledger.ways.filter((way) => way.kind === kind && way.deadOn === null).map(({ value }) => value)
  const isKnown = said !== null && said.kind !== 'unknown' && said.reviewOn > today
  return {
    givenName: youth.givenName,
    familyName: youth.familyName,
    bornOn: youth.bornOn,
    number: youth.number,
    street: youth.street,
    postalCode: youth.postalCode,
    locality: youth.locality,
    phones: values('phone'),
    emails: values('email'),
    occupation: isKnown ? { kind: said.kind, statedOn: said.statedOn } : null,
    measures: await sharedMeasures(tx, personIds),
    planGoal: plan?.status === 'agreed' ? plan.goal : '',
  }
}
