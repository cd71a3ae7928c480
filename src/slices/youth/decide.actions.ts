/** Saying what no source says, and taking it back. The list and the chain are worked out anew in the same transaction. */
import { grant, refuse } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { heldBack, hygieneDetail, unchecked, type FieldFlag, type Kept, type NoteCheck } from '../hygiene/index.ts'
import { recordFactAbout, withdrawFactAbout, type SaidBy, webPatience } from '../matching/index.ts'
import type { ManualKind } from '../register/index.ts'
import { readNoteAbout, type SeenYouth } from '../worklist/index.ts'
import { factOf, faultsOf, type DecideFault } from './decide.rules.ts'
import type { DecideForm } from './decide.types.ts'
import { loadYouth } from './youth.actions.ts'
import type { YouthQuestion, YouthReader } from './youth.types.ts'

/** The municipality, and who acts in it. */
export type DecidePlace = { readonly code: string; readonly pool: Pool }
type Acting = { readonly reader: YouthReader; readonly question: YouthQuestion; readonly by: Omit<SaidBy, 'ground'> }

/**
 * Refused: `missing`, `sign-in-again`, `faults` (with the problems at their fields), `note-flags` (with what is in the ground), `night-is-running`
 * (nothing is saved).
 */
export type Decided =
  | { readonly kind: 'done' | 'missing' | 'sign-in-again' | 'night-is-running' | 'not-said' }
  | { readonly kind: 'faults'; readonly faults: readonly DecideFault[] }
  | { readonly kind: 'note-flags'; readonly flags: readonly FieldFlag[] }

type Grounded = { readonly ground: string; readonly noteKept: Kept }

const checkGround = async (tx: Tx, seen: SeenYouth, { ground, noteKept }: Grounded, field: string): Promise<NoteCheck> =>
  heldBack([{ field, text: ground }], noteKept, await readNoteAbout(tx, seen))

/** Says a fact or a decision about a youth. */
export async function decide(place: DecidePlace, acting: Acting, form: DecideForm): Promise<Decided> {
  let faults: DecideFault[] = []
  let notes = unchecked
  const decision = await recordFactAbout<'missing' | 'sign-in-again' | 'faults' | 'note-flags'>(
    { ...place, patience: webPatience },
    { ...acting.by, ground: form.ground, detail: () => hygieneDetail(notes) },
    factOf(form),
    async (tx) => {
      const answer = await loadYouth(tx, acting.reader, acting.question)
      if (answer.kind !== 'read') return refuse(answer.kind)
      const { person, records, law, seen } = answer.youth
      faults = faultsOf(form, { life: person.life, manual: records.manual, law, today: acting.by.on })
      if (faults.length > 0) return refuse('faults')
      notes = await checkGround(tx, seen, form, 'ground')
      if (notes.asked.length > 0) return refuse('note-flags')
      return grant({ subjectId: seen.subjectId, personId: seen.personId, personIds: records.personIds })
    },
  )
  if (decision.granted) return { kind: 'done' }
  if (decision.reason === 'note-flags') return { kind: 'note-flags', flags: notes.flags }
  return decision.reason === 'faults' ? { kind: 'faults', faults } : { kind: decision.reason }
}

/** Takes a fact back, with a ground. `not-said`: somebody did before. */
export async function takeBack(
  place: DecidePlace,
  acting: Acting,
  { kind, factId, ...said }: Grounded & { readonly kind: ManualKind; readonly factId: number },
): Promise<Decided> {
  let notes = unchecked
  const by = { ...acting.by, ground: said.ground, detail: () => hygieneDetail(notes) }
  const decision = await withdrawFactAbout<'missing' | 'sign-in-again' | 'note-flags'>(
    { ...place, patience: webPatience },
    by,
    { kind, factId },
    async (tx) => {
      const answer = await loadYouth(tx, acting.reader, acting.question)
      if (answer.kind !== 'read') return refuse(answer.kind)
      const { seen, records } = answer.youth
      notes = await checkGround(tx, seen, said, 'withdraw-ground')
      if (notes.asked.length > 0) return refuse('note-flags')
      return grant({ subjectId: seen.subjectId, personId: seen.personId, personIds: [...records.personIds, seen.personId] })
    },
  )
  if (decision.granted) return { kind: 'done' }
  return decision.reason === 'note-flags' ? { kind: 'note-flags', flags: notes.flags } : { kind: decision.reason }
}
