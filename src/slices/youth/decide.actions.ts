/** Saying what no source says, and taking it back. The list and the chain are worked out anew in the same transaction. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { recordFactAbout, withdrawFactAbout, type SaidAbout, type SaidBy, webPatience } from '../matching/index.ts'
import type { ManualKind } from '../register/index.ts'
import { factOf, faultsOf, type DecideFault } from './decide.rules.ts'
import type { DecideForm } from './decide.types.ts'
import { loadYouth } from './youth.actions.ts'
import type { YouthQuestion, YouthReader } from './youth.types.ts'

/** The municipality, and who acts in it. */
export type DecidePlace = { readonly code: string; readonly pool: Pool }
type Acting = { readonly reader: YouthReader; readonly question: YouthQuestion; readonly by: Omit<SaidBy, 'ground'> }

async function aboutWhom(tx: Tx, { reader, question }: Acting): Promise<Decision<SaidAbout, 'missing' | 'sign-in-again'>> {
  const answer = await loadYouth(tx, reader, question)
  if (answer.kind !== 'read') return refuse(answer.kind)
  const { seen, records } = answer.youth
  return grant({ subjectId: seen.subjectId, personId: seen.personId, personIds: [...records.personIds, seen.personId] })
}

/** Refused: `missing`, `sign-in-again`, `faults` (with the problems at their fields), `night-is-running` (nothing is saved). */
export type Decided =
  | { readonly kind: 'done' | 'missing' | 'sign-in-again' | 'night-is-running' | 'not-said' }
  | { readonly kind: 'faults'; readonly faults: readonly DecideFault[] }

/** Says a fact or a decision about a youth. */
export async function decide(place: DecidePlace, acting: Acting, form: DecideForm): Promise<Decided> {
  let faults: DecideFault[] = []
  const decision = await recordFactAbout<'missing' | 'sign-in-again' | 'faults'>(
    { ...place, patience: webPatience },
    { ...acting.by, ground: form.ground },
    factOf(form),
    async (tx) => {
      const answer = await loadYouth(tx, acting.reader, acting.question)
      if (answer.kind !== 'read') return refuse(answer.kind)
      const { person, records, law, seen } = answer.youth
      faults = faultsOf(form, { life: person.life, manual: records.manual, law, today: acting.by.on })
      if (faults.length > 0) return refuse('faults')
      return grant({ subjectId: seen.subjectId, personId: seen.personId, personIds: records.personIds })
    },
  )
  if (decision.granted) return { kind: 'done' }
  return decision.reason === 'faults' ? { kind: 'faults', faults } : { kind: decision.reason }
}

/** Takes a fact back, with a ground. `not-said`: somebody did before. */
export async function takeBack(
  place: DecidePlace,
  acting: Acting,
  { kind, factId, ground }: { readonly kind: ManualKind; readonly factId: number; readonly ground: string },
): Promise<Decided> {
  const decision = await withdrawFactAbout({ ...place, patience: webPatience }, { ...acting.by, ground }, { kind, factId }, (tx) =>
    aboutWhom(tx, acting),
  )
  return { kind: decision.granted ? 'done' : decision.reason }
}
