/**
 * Recording in somebody else's transaction: contacts, ways and statements come from messages, replies, visits, meetings and questions too.
 * The caller has asked whether the youth may be seen, and writes the audit line. The standing is worked out anew at once.
 */
import type { Tx } from '../../platform/db/tx.ts'
import { listSettings } from '../settings/index.ts'
import { holdLines, insertContact, listSameRecords } from './contact.store.ts'
import { believedSince, reviewOn } from './freshness.rules.ts'
import { endWay, insertWayAct } from './ledger.store.ts'
import { bornOnOf, insertOccupation, personOfOccupation, retractOccupationRow } from './occupation.store.ts'
import { findSaid } from './occupation-said.store.ts'
import { outreachSettingsFrom, type OutreachSettings } from './outreach-settings.rules.ts'
import type { ContactKey, NewContact, NewOccupation, NewWay } from './outreach.types.ts'
import { refreshStandings } from './standing.actions.ts'
import { wayStateAfter, wayStateFrom } from './way-state.rules.ts'
import { holdWayState, isDead, listWayUses, saveWayState } from './way-state.store.ts'
import { wayResultOf } from './way.rules.ts'
import { personOfOpenWay, saveWay } from './way.store.ts'

/** Saves a contact, and what came of the number or address that was used unless something later has been heard of it. */
async function saveContact(tx: Tx, contact: NewContact, { ladder }: Pick<OutreachSettings, 'ladder'>): Promise<ContactKey> {
  const { id, contactId, at, on } = await insertContact(tx, contact)
  const { wayId, outcome } = contact
  if (wayId !== null && wayResultOf(outcome) !== null) {
    const state = await holdWayState(tx, wayId, at)
    if (state?.isLatest === true) await saveWayState(tx, wayId, wayStateAfter(state, { said: outcome, at, on }, ladder))
  }
  return { id, contactId }
}

/** Records contacts or attempts of many youths, in the order given. Returns their keys in the same order. */
export async function recordContacts(tx: Tx, contacts: readonly NewContact[]): Promise<ContactKey[]> {
  const personIds = [...new Set(contacts.map(({ personId }) => personId))]
  await holdLines(tx, personIds)
  const settings = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  const keys: ContactKey[] = []
  for (const contact of contacts) keys.push(await saveContact(tx, contact, settings))
  await refreshStandings(tx, personIds)
  return keys
}

/** Records a contact or an attempt, and what came of the number or address that was used. */
export async function recordContact(tx: Tx, contact: NewContact): Promise<ContactKey> {
  const [key] = await recordContacts(tx, [contact])
  if (key === undefined) throw new Error('a contact was not recorded')
  return key
}

/** What the ledger says of a number that was dead and that the youth then gave. */
const givenByYouth = 'Ungdomen uppgav det själv'

/** Records a way to reach somebody; an open entry with the same value stands, and is alive again when the youth gave it. Returns the entry's id. */
export async function recordWay(tx: Tx, way: NewWay): Promise<number> {
  await holdLines(tx, [way.personId])
  const id = await saveWay(tx, way)
  if (way.source === 'youth' && (await isDead(tx, id))) {
    await insertWayAct(tx, id, 'revived', givenByYouth, way.foundBy)
    const { ladder } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
    await saveWayState(tx, id, wayStateFrom(await listWayUses(tx, id), ladder))
  }
  await refreshStandings(tx, [way.personId])
  return id
}

/**
 * Records what somebody is said to do; it is known until its review day. Whoever answers from outside is not told a day of birth: a `sinceOn` that
 * cannot be is left out. Returns the statement's id.
 */
export async function recordOccupation(tx: Tx, said: NewOccupation): Promise<number> {
  const { personId, kind, statedOn } = said
  await holdLines(tx, [personId])
  const { freshness } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  const sinceOn = believedSince(said.sinceOn, { bornOn: await bornOnOf(tx, personId), statedOn })
  const id = await insertOccupation(tx, { ...said, sinceOn }, reviewOn(kind, statedOn, freshness))
  await refreshStandings(tx, [personId])
  return id
}

/**
 * Somebody was asked and could not say. It is noted where nothing was ever said, and where the last who was asked could not say either; what was
 * once said stands, lapsed or not. Returns the statement's id, null when there is none.
 */
export async function recordAskedInVain(tx: Tx, asked: Omit<NewOccupation, 'kind' | 'sinceOn'>): Promise<number | null> {
  await holdLines(tx, [asked.personId])
  const said = await findSaid(tx, await listSameRecords(tx, asked.personId), asked.statedOn)
  return said === null || said.kind === 'unknown' ? recordOccupation(tx, { ...asked, kind: 'unknown', sinceOn: null }) : null
}

/**
 * Takes back a statement by its id: it stands no more and is never said anew; what it had taken the place of is. Nothing happens when there is
 * none, or when it has been taken back already.
 */
export async function retractOccupationById(tx: Tx, occupationId: number): Promise<void> {
  const personId = await personOfOccupation(tx, occupationId)
  if (personId === null) return
  await holdLines(tx, [personId])
  await retractOccupationRow(tx, occupationId)
  await refreshStandings(tx, [personId])
}

/** What the ledger says of a number that came with a transfer and was taken back. */
const cameWithTransfer = 'Kom med en överflytt och togs tillbaka'

/** Ends an entry of the ledger that came with a transfer. Nothing happens when it has ended already. */
export async function removeWayById(tx: Tx, wayId: number, staffId: string): Promise<void> {
  const personId = await personOfOpenWay(tx, wayId)
  if (personId === null) return
  await holdLines(tx, [personId])
  await insertWayAct(tx, wayId, 'removed', cameWithTransfer, staffId)
  await endWay(tx, wayId, staffId)
  await refreshStandings(tx, [personId])
}
