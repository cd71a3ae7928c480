/** Whose names are no news in a note: those who work where the youth is, and those who see everybody wherever they sit. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { readNoteAbout } from './note-about.actions.ts'
import { aUnit } from './worklist.testbed.ts'

let place: TestPlace
const units: Record<'north' | 'south', number> = { north: 0, south: 0 }

const works = (name: string, role: string, unit: number | null, active = true) =>
  place.sql(`insert into access.staff (issuer, subject, name, roles, unit_id, active) values ('prov', $1, $1, array[$2], $3, $4)`, [
    name,
    role,
    unit,
    active,
  ])

beforeAll(async () => {
  place = await aPlace()
  units.north = (await aUnit(place, 'Norr')).unit
  units.south = (await aUnit(place, 'Söder')).unit
  await works('Norra Handledare', 'counsellor', units.north)
  await works('Södra Handledare', 'counsellor', units.south)
  await works('Södra Samordnare', 'coordinator', units.south)
  await works('Skyddade Handläggare', 'protectedHandler', units.south)
  await works('Ingen Enhet', 'counsellor', null)
  await works('Slutat Här', 'coordinator', units.north, false)
})
afterAll(() => place.installation.close())

const colleagues = async (unitId: number | null) =>
  (await inTransaction(place.pool, (tx) => readNoteAbout(tx, { givenName: 'Prov', familyName: 'Provsson', unitId }))).colleagues

it('a coordinator of another unit signs with a name that is no news', async () => {
  expect(await colleagues(units.north)).toEqual(['Ingen Enhet', 'Norra Handledare', 'Skyddade Handläggare', 'Södra Samordnare'])
})

it('where the youth has no unit, everybody’s name is none', async () => {
  expect(await colleagues(null)).toHaveLength(5)
})
