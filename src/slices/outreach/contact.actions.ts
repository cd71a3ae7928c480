/** Logging a contact by hand: load, judge, save, with one line in the log. The log names channel and outcome, never a number or a note. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { heldBack, holdBack, hygieneDetail, unchecked } from '../hygiene/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
import { addressLineOf, isFollowed, listColleagues } from './contact-known.store.ts'
import { instantOf, type Moment } from './contact-time.rules.ts'
import { judged, wayKindOf } from './contact.rules.ts'
import { holdLines, listSameRecords } from './contact.store.ts'
import type { ContactDraft, ContactProblem, JudgedContact, KnownThen } from './contact.types.ts'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'
import { changeSoon } from './patience.actions.ts'
import { recordContact, recordOccupation, recordWay } from './record.actions.ts'
import { wayResultOf } from './way.rules.ts'
import { listWaysOf } from './ways.actions.ts'

/** Who logs, of which municipality, at what moment. */
export type Logger = {
  readonly pool: Pool
  readonly code: string
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly now: Moment
}

/** A contact that was logged. `isReached` says what to write to the one who logged it. */
export type Logged = { readonly contactId: string; readonly isReached: boolean }
export type LogRefusal = ContactProblem | 'note-flags' | 'missing' | 'night-is-running'

/** Whether the youth is one whose contacts may be kept, on the day. */
export const isFollowedOn = (tx: Tx, { code, scope, now }: Pick<Logger, 'code' | 'scope' | 'now'>, personId: number, on: PlainDate) =>
  isFollowed(tx, { personId, on, today: now.on, restrictedIn: scope.mayReadProtected ? code : null })

async function knownThen(tx: Tx, logger: Logger, { personId, bornOn }: SeenYouth, draft: ContactDraft): Promise<KnownThen> {
  const { departments } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  return {
    now: logger.now,
    by: logger.staffId,
    bornOn,
    isFollowed: await isFollowedOn(tx, logger, personId, draft.on ?? logger.now.on),
    ways: await listWaysOf(tx, await listSameRecords(tx, personId)),
    colleagues: draft.secondStaffId === null ? [] : (await listColleagues(tx)).map(({ id }) => id),
    departments: departments.filter(({ active }) => active).map(({ key }) => key),
  }
}

/** The population register's address, in the ledger once something has been heard of it. A protected youth's address is nowhere. */
async function addressWay(tx: Tx, { channel, outcome }: ContactDraft, youth: SeenYouth, on: PlainDate): Promise<number | null> {
  if (wayKindOf(channel) !== 'address' || wayResultOf(outcome) === null || youth.isProtected) return null
  const value = await addressLineOf(tx, youth.street, youth.postalCode, youth.locality)
  if (value === '') return null
  const found = { source: 'populationRegister', sourceDetail: '', foundOn: on, foundBy: 'folkbokföringen' } as const
  return recordWay(tx, { personId: youth.personId, kind: 'address', value, ...found })
}

async function save(tx: Tx, logger: Logger, youth: SeenYouth, draft: ContactDraft, judgement: JudgedContact): Promise<string> {
  const { attempted, reached, moment, way } = judgement
  const { channel, outcome, occupation, nextStep, nextOn, department, note } = draft
  const { personId } = youth
  const { on } = moment ?? logger.now
  const wayId = way?.id ?? (await addressWay(tx, draft, youth, on))
  const secondStaffId = channel === 'homeVisit' ? draft.secondStaffId : null
  const said = { occupation, nextStep, nextOn, department, note }
  const made = {
    happenedAt: instantOf(moment),
    staffId: logger.staffId,
    secondStaffId,
    byName: logger.name,
    origin: 'hand',
    originId: null,
  } as const
  const { id, contactId } = await recordContact(tx, { personId, channel, attempted, reached, outcome, wayId, ...said, ...made })
  if (occupation !== null) {
    const source = { source: 'youth', sinceOn: null, statedOn: on, saidBy: logger.staffId, contactId: id } as const
    await recordOccupation(tx, { personId, kind: occupation, ...source })
  }
  return contactId
}

/**
 * Logs a contact. Refused: `missing` (no such youth in the logger's scope), what is wrong with the draft, `note-flags` (the note holds what may
 * not belong, and its writer has not said to keep it), or `night-is-running`. A youth that the logger may not see leaves no trace of whether
 * there is one.
 */
export function logContact(logger: Logger, subjectId: string, draft: ContactDraft): Promise<Decision<Logged, LogRefusal>> {
  let isSeen = false
  let notes = unchecked
  return changeSoon<Logged, ContactProblem | 'note-flags' | 'missing'>(
    logger.pool,
    () => ({
      actor: logger.staffId,
      action: 'outreach.log',
      subjectId: isSeen ? subjectId : null,
      detail: { channel: draft.channel, outcome: draft.outcome, ...hygieneDetail(notes) },
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, logger.scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      await holdLines(tx, [youth.personId])
      const judgement = judged(draft, await knownThen(tx, logger, youth, draft))
      if (!judgement.granted) return judgement
      notes = heldBack([{ field: 'note', text: draft.note }], draft.noteKept, await readNoteAbout(tx, youth))
      if (notes.asked.length > 0) return holdBack(notes)
      return grant({ contactId: await save(tx, logger, youth, draft, judgement.value), isReached: judgement.value.reached })
    },
  )
}
