/** The evidence as a reader that is not ours sees it: tagged, titled, on one page, with everything that was done and no number in full. */
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { infoOf, structureOf, textOf } from '../../platform/pdf.testbed.ts'
import { formTokenOf } from '../access/cookies.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aColleague, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { quietPeriods } from './evidence.rules.ts'
import { shippedLadder } from '../ladder/index.ts'
import { aContact, aNumber, ago, lastLine, today } from './outreach.testbed.ts'
import type { NewContact } from './outreach.types.ts'
import { recordContact } from './record.actions.ts'
import { insertSearch } from './search.store.ts'

let site: TestSite
let amina: Visitor
let staffId = ''

beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  staffId = await aColleague(site.place, 'Erik Ny', 'counsellor')
})
afterAll(() => site.close())

const log = ({ personId }: MadeYouth, given: Partial<NewContact>) =>
  inTransaction(site.place.pool, (tx) => recordContact(tx, aContact(personId, { staffId, byName: 'Erik Ny', ...given })))

async function printed(
  { subjectId }: MadeYouth,
  visitor = amina,
): Promise<{ status: number; pdf: Uint8Array; name: string; location: string }> {
  const response = await site.app.request(`/ungdomar/${subjectId}/bevis`, {
    method: 'POST',
    body: new URLSearchParams({ formToken: formTokenOf(visitor.token) }).toString(),
    headers: { cookie: visitor.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
  const { headers, status } = response
  return {
    status,
    pdf: new Uint8Array(await response.arrayBuffer()),
    name: headers.get('content-disposition') ?? '',
    location: headers.get('location') ?? '',
  }
}

/** A letter by a template, a call without answer, a dead number, a search, a visit by two and a no. */
async function aTriedYouth(): Promise<MadeYouth> {
  const youth = await aYouth(site.place, { given: 'Olle', family: 'Prov', number: '200904122389', bornOn: '2009-04-12', fromOn: ago(90) })
  const { personId } = youth
  const second = await aColleague(site.place, 'Karin Ek', 'counsellor')
  const { id: letterId } = await log(youth, {
    channel: 'letter',
    outcome: 'sent',
    happenedAt: `${ago(80)} 10:00`,
    origin: 'message',
    originId: crypto.randomUUID(),
  })
  await site.place.sql(
    `insert into messaging.message (person_id, channel, template_key, template_lang, template_version, queued_by, contact_id, state, claimed_at, sent_at)
     values ($1, 'letter', 'firstLetter', 'sv', 0, 'prov', $2, 'sent', now(), now())`,
    [personId, letterId],
  )
  const { id } = await aNumber(site.place, personId, '+46701740608')
  await log(youth, { wayId: id, outcome: 'noAnswer', happenedAt: `${ago(70)} 16:40` })
  await log(youth, { wayId: id, outcome: 'deadNumber', happenedAt: `${ago(66)} 09:15` })
  await inTransaction(site.place.pool, (tx) => insertSearch(tx, { personId, step: 'lookup', on: ago(60), wayId: null, staffId }))
  await log(youth, { channel: 'homeVisit', outcome: 'declined', reached: true, secondStaffId: second, happenedAt: `${ago(50)} 17:00` })
  const { contactId } = await log(youth, { channel: 'letter', outcome: 'sent', happenedAt: `${ago(20)} 10:00` })
  await site.place.sql(`update outreach.contact set struck_at = now(), struck_by = $2, struck_why = 'fel ungdom' where contact_id = $1`, [
    contactId,
    staffId,
  ])
  return youth
}

/** The text in the order of its tags, as somebody hears it read: row by row. */
const readAloud = (pdf: Uint8Array): string =>
  [...structureOf(pdf).matchAll(/"([^"]*)"/g)]
    .map(([, text = '']) => text.trim())
    .join(' ')
    .replaceAll(/\s+/g, ' ')

test('is one tagged page with language and title, its tables as tables with headings', async () => {
  const { pdf, name, status } = await printed(await aTriedYouth())
  if (process.env['KEEP_PDF'] !== undefined) writeFileSync(process.env['KEEP_PDF'], pdf)
  expect([status, name]).toEqual([200, `attachment; filename="bevis-${today}.pdf"`])
  const info = infoOf(pdf)
  expect([info.get('Title'), info.get('Tagged'), info.get('Pages')]).toEqual(['Vad som gjorts för att nå ungdomen', 'yes', '1'])
  const structure = structureOf(pdf)
  expect(structure).toMatch(/H1.*\n\s*"Vad som gjorts för att nå ungdomen/)
  expect([structure.split('Table').length > 2, /\bTH\b/.test(structure), /\bTD\b/.test(structure)]).toEqual([true, true, true])
})

test('says everything that was done, by whom and when, and no number in full', async () => {
  const text = readAloud((await printed(await aTriedYouth())).pdf)
  expect(text).toContain('Olle Prov')
  expect(text).toContain('20090412-2389')
  expect(text).toContain('började aldrig i gymnasiet')
  expect(text).toMatch(/skulle börja senast .*, började /)
  expect(text).toContain('4 försök, ungdomen har nåtts 1 gång')
  expect(text).toContain(`${ago(80)} 10:00 Brev, Första brevet skickat Erik Ny`)
  expect(text).toContain(`${ago(70)} 16:40 Telefon, nummer som slutar på 08 inget svar Erik Ny`)
  expect(text).toContain(`${ago(66)} 09:15 Telefon, nummer som slutar på 08 dött nummer`)
  expect(text).toMatch(/17:00 Hembesök tackade nej Erik Ny och Karin Ek/)
  expect(text).toContain(`${ago(60)} Nummerupplysning på nätet inget Erik Ny`)
  expect(text).toContain('Samtal: numret är dött')
  expect(text).toMatch(/Perioder då kommunen respekterat ett nej/)
  expect(text).toMatch(/Utskrivet .* av Amina Lind, Provstad, ur Ungdomslots/)
  expect(text).not.toMatch(/0701740608|070-174 06 08|\+4670/)
  expect(text).not.toContain(ago(20))
})

test('leaves a line in the log with who and how much, and nothing of the youth but the id', async () => {
  const youth = await aTriedYouth()
  await printed(youth)
  expect(await lastLine(site.place)).toEqual({
    action: 'outreach.printEvidence',
    outcome: 'done',
    subject_id: youth.subjectId,
    detail: { contacts: 4 },
  })
})

test('of somebody nobody has tried says so, and of somebody tried a hundred times goes on to further pages', async () => {
  const untried = await aYouth(site.place)
  expect(textOf((await printed(untried)).pdf)).toContain('Inga kontaktförsök är gjorda')
  const tried = await aYouth(site.place, { fromOn: ago(300) })
  await site.place.sql(
    `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, origin)
     select $1, 'letter', true, false, 'sent', $2::date + n, 'Erik Ny', 'hand' from generate_series(1, 100) n`,
    [tried.personId, ago(200)],
  )
  const { pdf } = await printed(tried)
  expect(Number(infoOf(pdf).get('Pages'))).toBeGreaterThan(1)
  expect(textOf(pdf)).toContain('Sida 2 av')
})

test('of a protected youth is for those with the right, freshly signed in', async () => {
  const youth = await aTriedYouth()
  await protect(site.place, youth.personId, 'marked')
  expect((await printed(youth)).status).toBe(404)
  expect((await printed(youth, await site.signedIn(['protectedHandler']))).status).toBe(200)
  const late = await site.signedIn(['protectedHandler'], { name: 'Sen', authenticatedAt: Date.now() - 20 * 60_000 })
  expect((await printed(youth, late)).location).toContain('/logga-in')
})

const said = (at: string, outcome: 'declined' | 'reached' | 'replied') => ({ at: `${at} 12:00`, outcome, reached: true })

test.each([
  ['a no rests until the next term start after the cool-off', [said('2026-10-01', 'declined')], [['2026-10-01', '2027-01-10']]],
  ['the youth’s own word ends it', [said('2026-10-01', 'declined'), said('2026-11-05', 'replied')], [['2026-10-01', '2026-11-05']]],
  [
    'a second no begins anew',
    [said('2026-10-01', 'declined'), said('2026-11-05', 'declined')],
    [
      ['2026-10-01', '2026-11-05'],
      ['2026-11-05', '2027-01-10'],
    ],
  ],
  ['a no of an earlier period says nothing of this one', [said('2026-08-31', 'declined')], []],
] as const)('%s', (_, contacts, periods) => {
  const found = quietPeriods('2026-09-01' as never, '2009-07-12' as never, contacts, shippedLadder)
  expect(found.map(({ declinedOn, untilOn }) => [declinedOn, untilOn])).toEqual(periods)
})
