/** A youth is transferred between two installations: keys compared, an offer, an answer and what was accepted, each as a sealed file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPost } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import { aTown, mia, moved, newest, tick, today, type Town } from './transfers.testbed.ts'

let sites: readonly TestSite[]
let here: Town
let there: Town

beforeAll(async () => {
  const [one, two] = [await aSite(), await aSite()]
  sites = [one, two]
  for (const site of sites) site.later(Date.parse(`${today}T10:00:00Z`) - Date.now())
  here = await aTown(one, '0180')
  there = await aTown(two, '1480')
  await here.populate([aPost({ number: mia, given: 'Mia' })], '2026-09-01')
  await here.populate([moved(mia, '0180', '1480', 'Mia')])
  await there.populate([moved(mia, '0180', '1480', 'Mia')])
  await here.sql(
    `insert into outreach.way (person_id, kind, value, source, found_on, found_by)
     select person_id, 'email', 'mia@example.com', 'youth', '2026-09-10', 'Prov' from worklist.youth where number = $1`,
    [mia],
  )
})
afterAll(() => Promise.all(sites.map((site) => site.close())))

const plain = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&#34;', '"')
const keyOf = async (town: Town): Promise<{ text: string; fingerprint: string }> => {
  const html = plain((await town.staff.get('/overflytt/nycklar')).html)
  return {
    text: /\{"format":"lots-key\/1"[^}]*\}/.exec(html)?.[0] ?? '',
    fingerprint: /(?:[\da-f]{4} ){9}[\da-f]{4}/.exec(html)?.[0] ?? '',
  }
}
const add = (town: Town, key: string, fingerprint: string) => town.staff.send('/overflytt/nycklar/kommun', { key, fingerprint })
const read = (town: Town, file: string) => town.staff.send('/overflytt/fil', { file })

describe('keys', () => {
  it('are made, and taken in only with the fingerprint that was heard', async () => {
    for (const town of [here, there]) expect((await town.staff.send('/overflytt/nycklar/nya')).status).toBe(303)
    const [ours, theirs] = [await keyOf(here), await keyOf(there)]
    expect((await add(here, theirs.text, ours.fingerprint)).status).toBe(422)
    expect((await add(here, 'x', theirs.fingerprint)).status).toBe(422)
    expect((await add(here, ours.text, ours.fingerprint)).status).toBe(422)
    expect(await here.sql('select from transfers.partner_key')).toHaveLength(0)
    expect((await add(here, theirs.text, theirs.fingerprint.toUpperCase())).status).toBe(303)
    expect((await add(there, ours.text, ours.fingerprint)).status).toBe(303)
  })

  it('show no private key on any page', async () => {
    const [row] = await here.sql<{ key: string }>(`select encode(signing_private, 'base64') as key from transfers.own_key`)
    expect((await here.staff.get('/overflytt/nycklar')).html).not.toContain((row?.key ?? 'x').slice(-30))
  })
})

describe('files', () => {
  let offerFile = ''
  let contentFile = ''

  it('are an offer with nothing of anybody in it, sealed', async () => {
    const path = `/ungdomar/${await here.subject(mia)}/overflytt`
    expect((await here.staff.send(path)).status).toBe(303)
    await tick([here], undefined, { outside: true })
    const fetched = await here.staff.send(`/overflytt/harifran/${await newest(here, 'outgoing')}/fil`)
    offerFile = fetched.html
    expect([fetched.status, JSON.parse(offerFile)]).toMatchObject([200, { kind: 'offer', from: '0180', to: '1480' }])
    expect(offerFile).not.toContain(mia)
    expect((await read(there, offerFile)).status).toBe(303)
    const [row] = await there.sql<{ row: string }>('select n::text as row from transfers.incoming n')
    expect(row?.row.includes(mia)).toBe(false)
    const { html } = await there.staff.get('/overflytt')
    expect(html).toMatch(/Någon som har flyttat hit/)
    expect(html).not.toMatch(/Mia/)
  })

  it('are read once, and none is read that was changed or is for another', async () => {
    expect((await read(there, offerFile)).html).toContain('inget öppet ärende')
    expect(await there.sql('select from transfers.incoming')).toHaveLength(1)
    expect((await here.staff.get('/overflytt')).html).toContain('Hämta erbjudandet som fil')
    const offer = JSON.parse(offerFile) as Record<string, string>
    for (const [changed, why] of [
      [{ ...offer, kind: 'content' }, 'inte signerad'],
      [{ ...offer, about: '4f1c9f2e-7a64-4a43-9f0e-0d8a0c3b1a55' }, 'inte signerad'],
      [{ ...offer, to: '0180' }, 'till en annan kommun'],
      [{ ...offer, from: '0581' }, 'nyckel finns inte'],
      [{ ...offer, toKey: '0123456789abcdef' }, 'andra nycklar än de som vi använder'],
      [{ ...offer, fromKey: '0123456789abcdef' }, 'Den kan ha bytt'],
      [{ ...offer, more: 'x' }, 'går inte att läsa'],
    ] as const) {
      const { status, html } = await read(there, JSON.stringify(changed))
      expect([status, why, html.includes(why)]).toEqual([422, why, true])
    }
    expect((await read(there, 'x')).status).toBe(422)
    expect((await read(there, '')).status).toBe(422)
  })

  it('are an answer, and then what was accepted', async () => {
    const path = `/overflytt/hit/${await newest(there, 'incoming')}`
    expect((await there.staff.send(`${path}/godta`)).status).toBe(303)
    const answer = (await there.staff.send(`${path}/svarsfil`)).html
    expect((await read(here, answer)).status).toBe(303)
    expect((await read(here, answer)).html).toContain('inget öppet ärende')
    contentFile = (await here.staff.send(`/overflytt/harifran/${await newest(here, 'outgoing')}/fil`)).html
    expect(JSON.parse(contentFile)).toMatchObject({ kind: 'content' })
    expect(contentFile).not.toMatch(/mia@example/)
    // The register there has lost her for a moment: nothing is kept, and the file is read when it has caught up.
    await there.populate([moved(mia, '1480', '0581', 'Mia')])
    expect((await read(there, contentFile)).html).toContain('ingen som bor här')
    expect(await there.sql('select from transfers.incoming where content is not null')).toHaveLength(0)
    await there.populate([moved(mia, '0180', '1480', 'Mia')])
    expect((await read(there, contentFile)).status).toBe(303)
    expect((await there.staff.get(path)).html).toContain('mia@example.com')
    expect((await read(there, contentFile)).status).toBe(422)
  })

  it('are not read with keys that were changed since: the answer says so', async () => {
    expect((await there.staff.send('/overflytt/nycklar/nya')).status).toBe(303)
    expect((await read(there, offerFile)).html).toContain('andra nycklar än de som vi använder')
  })

  it('are not read from a municipality whose key was removed', async () => {
    expect((await there.staff.send('/overflytt/nycklar/0180/bort')).status).toBe(303)
    expect((await read(there, offerFile)).html).toContain('nyckel finns inte')
  })
})
