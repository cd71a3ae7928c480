/** Recording and withdrawing consent, each with its line in the log. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type Kept } from '../hygiene/index.ts'
import { isFollowed, listSameRecords } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
import { consentSettingsFrom, type ConsentSettings } from './consent-settings.rules.ts'
import { decideConsent, type ConsentFacts, type ConsentRefusal } from './consent.rules.ts'
import { insertConsent, listConsents, withdraw } from './consents.store.ts'
import type { Consent, ConsentWish, SharedFacts } from './consents.types.ts'
import { readSharedFacts } from './facts.actions.ts'
import { packageOf } from './package.rules.ts'
import { hashOfPackage } from './preview.ts'

/** Who records. The scope is already without protected youths: nothing of theirs is shared through the product. */
export type Recorder = { readonly pool: Pool; readonly scope: Scope; readonly staffId: string; readonly today: PlainDate }

export type ConsentsOfYouth = {
  readonly youth: SeenYouth
  /** Covered or watched today: something new may be written. */
  readonly isFollowed: boolean
  readonly consents: readonly Consent[]
  readonly facts: SharedFacts
  readonly settings: ConsentSettings
}

export const consentSettingsIn = async (tx: Tx): Promise<ConsentSettings> => consentSettingsFrom(await listSettings(tx, 'infinity'))

async function load(tx: Tx, { scope, today }: Recorder, subjectId: string): Promise<ConsentsOfYouth | null> {
  const youth = await findSeenYouth(tx, scope, subjectId)
  if (youth === null) return null
  const personIds = await listSameRecords(tx, youth.personId)
  return {
    youth,
    isFollowed: await isFollowed(tx, { personId: youth.personId, on: today, today, restrictedIn: null }),
    consents: await listConsents(tx, personIds),
    facts: await readSharedFacts(tx, youth, personIds, today),
    settings: await consentSettingsIn(tx),
  }
}

/** The youth, the consents and what could be shared; null when the reader may not see the youth, or she is protected. */
export const readConsents = (recorder: Recorder, subjectId: string): Promise<ConsentsOfYouth | null> =>
  readAs(
    recorder.pool,
    (found) => ({
      actor: recorder.staffId,
      action: 'consents.read',
      outcome: found === null ? 'missing' : 'done',
      subjectId: found === null ? null : subjectId,
    }),
    (tx) => load(tx, recorder, subjectId),
  )

/** A consent as its form sends it, with the hash of what was previewed. */
export type TypedConsent = ConsentWish & { readonly previewed: string; readonly noteKept: Kept }

/** `changed`: what the receiver would see is not what was previewed. `note-flags`: the receiver's name holds what may not belong. */
export type RecordRefusal = ConsentRefusal | 'missing' | 'changed' | 'note-flags'

/** Of whom and when a consent is decided. */
export const factsOf = ({ youth: { bornOn, isProtected }, isFollowed: followed }: ConsentsOfYouth, today: PlainDate): ConsentFacts => ({
  bornOn,
  isProtected,
  isFollowed: followed,
  today,
})

async function record(
  tx: Tx,
  { staffId, today }: Recorder,
  found: ConsentsOfYouth,
  wish: TypedConsent,
): Promise<Decision<string, RecordRefusal>> {
  const { youth, facts, settings } = found
  const decided = decideConsent(wish, factsOf(found, today), settings)
  if (!decided.granted) return decided
  if (hashOfPackage(packageOf(facts, wish.fields)) !== wish.previewed) return refuse('changed')
  return grant(await insertConsent(tx, { ...wish, personId: youth.personId, recordedBy: staffId, recordedOn: today }))
}

/** Records a consent. Returns its id. */
export async function recordConsent(recorder: Recorder, subjectId: string, wish: TypedConsent): Promise<Decision<string, RecordRefusal>> {
  let isSeen = false
  let notes = unchecked
  return change<string, RecordRefusal>(
    recorder.pool,
    () => ({
      actor: recorder.staffId,
      action: 'consents.record',
      subjectId: isSeen ? subjectId : null,
      detail: { fields: wish.fields, purpose: wish.purpose, ...hygieneDetail(notes) },
    }),
    async (tx) => {
      const found = await load(tx, recorder, subjectId)
      if (found === null) return refuse('missing')
      isSeen = true
      notes = heldBack([{ field: 'name', text: wish.receiverName }], wish.noteKept, await readNoteAbout(tx, found.youth))
      if (notes.asked.length > 0) return holdBack(notes)
      return record(tx, recorder, found, wish)
    },
  )
}

/** Withdraws a consent: what is shared by it ends in the same moment. Refused: `missing`, `over` (withdrawn already). */
export async function withdrawConsent(
  recorder: Recorder,
  subjectId: string,
  consentId: string,
): Promise<Decision<null, 'missing' | 'over'>> {
  const { pool, scope, staffId, today } = recorder
  let isSeen = false
  return change<null, 'missing' | 'over'>(
    pool,
    () => ({ actor: staffId, action: 'consents.withdraw', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      const personIds = await listSameRecords(tx, youth.personId)
      return (await withdraw(tx, personIds, { consentId, on: today, by: staffId })) ? grant(null) : refuse('over')
    },
  )
}
