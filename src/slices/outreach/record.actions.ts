/**
 * Recording in somebody else's transaction: contacts, ways and statements come from messages, replies, visits, meetings and questions too.
 * The caller has asked whether the youth may be seen, and writes the audit line. The standing is worked out anew at once.
 */
import type { Tx } from '../../platform/db/tx.ts'
import { listSettings } from '../settings/index.ts'
import { insertContact, noteWayResult } from './contact.store.ts'
import { reviewOn } from './freshness.rules.ts'
import { insertOccupation } from './occupation.store.ts'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'
import type { ContactKey, NewContact, NewOccupation, NewWay } from './outreach.types.ts'
import { refreshStandings } from './standing.actions.ts'
import { coolDaysAfter, wayResultOf } from './way.rules.ts'
import { saveWay } from './way.store.ts'

/** Records a contact or an attempt, and what came of the number or address that was used. */
export async function recordContact(tx: Tx, contact: NewContact): Promise<ContactKey> {
  const key = await insertContact(tx, contact)
  const result = wayResultOf(contact.outcome)
  if (contact.wayId !== null && result !== null) {
    const { ladder } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
    await noteWayResult(tx, contact.wayId, result, coolDaysAfter(result, ladder))
  }
  await refreshStandings(tx, [contact.personId])
  return key
}

/** Records a way to reach somebody; an open entry with the same value stands. Returns the entry's id. */
export async function recordWay(tx: Tx, way: NewWay): Promise<number> {
  const id = await saveWay(tx, way)
  await refreshStandings(tx, [way.personId])
  return id
}

/** Records what somebody is said to do; it is known until its review day. Returns the statement's id. */
export async function recordOccupation(tx: Tx, said: NewOccupation): Promise<number> {
  const { freshness } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  const id = await insertOccupation(tx, said, reviewOn(said.kind, said.statedOn, freshness))
  await refreshStandings(tx, [said.personId])
  return id
}
