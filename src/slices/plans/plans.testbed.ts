/** Plans for tests: a municipality with youths, and plans put in as the pages save them. */
import { randomUUID } from 'node:crypto'
import { aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { insertFollowUps, insertPlan, insertVersion } from './plan-write.store.ts'
import type { PlanContent, PlanStep } from './plans.types.ts'

export const someone = '200803142389'
export const hidden = '200809022395'

export type Person = { readonly id: number; readonly subject: string }

/** Two youths, the second of whom is protected, and one of the staff. */
export async function aTown(place: TestPlace): Promise<{ people: Record<string, Person>; staffId: string }> {
  const posts = [
    aPost({ number: someone, given: 'Synlig', street: 'Provgatan 1' }),
    aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' }),
  ]
  await place.feed('population', aPopulation(...posts))
  const rows = await place.sql<Person & { number: string }>(
    'select person_id::int as id, subject_id as subject, number from worklist.youth',
  )
  const [staff] = await place.sql<{ id: string }>(
    `insert into access.staff (issuer, subject, name, roles) values ('prov', 'plan', 'Anna Prov', '{coordinator}') returning id`,
  )
  return { people: Object.fromEntries(rows.map((row) => [row.number, row])), staffId: staff?.id ?? '' }
}

/** A step of the youth's, unless said otherwise. */
export const aStep = (of: Partial<PlanStep> = {}): PlanStep => ({
  stepId: randomUUID(),
  column: 'youth',
  text: 'Ringa skolan',
  actor: '',
  beginsOn: null,
  dueOn: null,
  doneOn: null,
  byYouth: false,
  ...of,
})

/** What a plan says, with a step in each column, unless said otherwise. */
export const aContent = (of: Partial<PlanContent> = {}): PlanContent => ({
  goal: 'Börja på en utbildning i januari',
  beginsOn: date('2026-11-20'),
  endsOn: date('2027-06-10'),
  noOtherActor: false,
  steps: [
    aStep(),
    aStep({ column: 'municipality', text: 'Boka tid hos studievägledaren' }),
    aStep({ column: 'other', text: 'Visa runt på skolan', actor: 'Lärcentrum' }),
  ],
  ...of,
})

type Given = {
  readonly personId: number
  readonly staffId: string
  readonly content?: PlanContent
  readonly status?: 'draft' | 'agreed'
  readonly days?: readonly PlainDate[]
  readonly on?: PlainDate
}

/** An open plan with its first version. */
export const aPlan = (
  place: Pick<TestPlace, 'pool'>,
  { personId, staffId, content = aContent(), status = 'agreed', days = [], on = date('2026-11-20') }: Given,
) =>
  inTransaction(place.pool, async (tx) => {
    const { id, planId } = await insertPlan(tx, personId, on)
    await insertFollowUps(tx, id, days, on)
    await insertVersion(tx, id, { ...content, change: 'opened', status, endReason: null, endNote: '', by: { staffId, name: 'Anna Prov' } })
    return { id, planId }
  })
