/** Youths of directed follow-up in the browser: registering, changing, moving, who is called, who follows – and who sees whom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../../test/support/feed-files.ts'
import { aFollowupSite, type FollowupSite, type Somebody } from '../followup-site.testbed.ts'

let site: FollowupSite
let authority: Somebody
let housing: Somebody
let labour: Somebody
let administrator: Somebody
let norr = ''
let syd = ''

const form = {
  givenName: 'Alva',
  familyName: 'Prov',
  bornOn: '',
  protection: 'none',
  school: '',
  phone: '',
  email: '',
  kept: 'no',
  keptGround: '',
}
const idIn = (location: string): string => location.split('/').at(-1) ?? ''

async function unit(name: string): Promise<string> {
  expect((await administrator.send('/uppfoljning/enheter/ny', { name, district: 'Provstad', version: '0' })).status).toBe(303)
  const [row] = await site.place.sql<{ id: string }>('select id from followup.unit where name = $1', [name])
  return row?.id ?? ''
}

async function youth(number: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await authority.send('/uppfoljning/ungdomar/ny', { ...form, number, unit: norr, fromOn: '2026-01-10', ...more })
  expect([answer.status, answer.html.slice(0, 50)]).toEqual([303, ''])
  return idIn(answer.location)
}

beforeAll(async () => {
  site = await aFollowupSite()
  authority = await site.member('Mia Myndighet', ['authority'])
  housing = await site.member('Bo Boende', ['housing'])
  labour = await site.member('Ali Arbete', ['labourMarket'])
  administrator = await site.member('Ada Admin', ['administrator'])
  norr = await unit('Norrgården')
  syd = await unit('Sydgården')
})
afterAll(() => site.close())

describe('registering', () => {
  it('makes a youth with a home, and says so in the module’s log without anything personal', async () => {
    const id = await youth(aNumber('20080314'), { phone: '070-174 06 05', school: 'Provskolan' })
    const { html } = await authority.get(`/uppfoljning/ungdom/${id}`)
    for (const shown of ['Alva Prov', 'Norrgården', 'Provskolan', '070-174 06 05', '2008-03-14']) expect(html).toContain(shown)
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toContain('Alva')
    const lines = await site.place.sql<{ action: string }>('select action, detail from followup.line where subject_id = $1 order by id', [
      id,
    ])
    expect(lines.map(({ action }) => action)).toEqual(['followup.registerYouth', 'followup.readYouth'])
    expect(JSON.stringify(lines)).not.toMatch(/Alva|2008|Prov|070/)
  })

  it('tells all that is wrong at once, with nothing typed lost', async () => {
    const answer = await authority.send('/uppfoljning/ungdomar/ny', {
      ...form,
      number: '1',
      phone: 'ring',
      email: 'x',
      school: 'Kvar',
      unit: '',
    })
    expect(answer.status).toBe(422)
    for (const shown of ['inget personnummer', 'inget telefonnummer', 'ingen e-postadress', 'value="Kvar"', 'value="ring"'])
      expect(answer.html).toContain(shown)
    const empty = await authority.send('/uppfoljning/ungdomar/ny', { ...form, number: '', givenName: '', unit: '' })
    expect(empty.html).toContain('href="#givenName"')
  })

  it('refuses a number that is there, and the same youth is never two', async () => {
    const number = aNumber('20080315')
    await youth(number)
    const again = await authority.send('/uppfoljning/ungdomar/ny', { ...form, number, unit: '' })
    expect([again.status, again.html.includes('redan upplagt')]).toEqual([422, true])
    const lines = await site.place.sql(`select from followup.line where action = 'followup.registerYouth' and outcome = 'number-taken'`)
    expect(lines).toHaveLength(1)
  })

  it('is the authority’s', async () => {
    for (const other of [housing, labour, administrator]) {
      expect((await other.get('/uppfoljning/ungdomar/ny')).status).toBe(403)
      expect((await other.send('/uppfoljning/ungdomar/ny', { ...form, number: aNumber('20080316') })).status).toBe(403)
    }
  })
})

describe('particulars', () => {
  it('are changed from a version, and the log says which parts', async () => {
    const number = aNumber('20080401')
    const id = await youth(number)
    const path = `/uppfoljning/ungdom/${id}/uppgifter`
    expect((await authority.get(path)).html).toContain('value="Alva"')
    const answer = await authority.send(path, { ...form, number, school: 'Ny skola', version: '1' })
    expect(answer).toMatchObject({ status: 303, location: `/uppfoljning/ungdom/${id}` })
    const [line] = await site.place.sql<{ detail: object }>(
      `select detail from followup.line where subject_id = $1 and action = 'followup.saveYouth'`,
      [id],
    )
    expect(line?.detail).toEqual({ parts: ['school'] })
    const stale = await authority.send(path, { ...form, number, school: 'Tredje skolan', version: '1' })
    expect(stale.status).toBe(409)
    for (const shown of ['Tredje skolan', 'Ny skola', 'name="version" value="2"']) expect(stale.html).toContain(shown)
  })

  it('are kept with a ground', async () => {
    const number = aNumber('20080402')
    const id = await youth(number)
    const path = `/uppfoljning/ungdom/${id}/uppgifter`
    const refused = await authority.send(path, { ...form, number, kept: 'other', version: '1' })
    expect([refused.status, refused.html.includes('href="#keptGround"')]).toEqual([422, true])
    expect((await authority.send(path, { ...form, number, kept: 'placed', version: '1' })).status).toBe(303)
    expect((await authority.get(`/uppfoljning/ungdom/${id}`)).html).toContain('Bevaras: placerad som barn')
  })

  it('hold one home at a time', async () => {
    const id = await youth(aNumber('20080403'))
    const path = `/uppfoljning/ungdom/${id}/flytt`
    expect((await authority.send(path, { unit: norr, on: '2026-02-01' })).html).toContain('bor redan där')
    expect((await authority.send(path, { unit: syd, on: '2026-01-10' })).html).toContain('Välj en senare dag')
    expect((await authority.send(path, { unit: syd, on: '2026-02-01' })).status).toBe(303)
    expect((await authority.send(path, { unit: '', on: '2026-03-01' })).status).toBe(303)
    const stays = await site.place.sql(
      'select u.name, s.from_on, s.until_on from followup.stay s join followup.unit u on u.id = s.unit_id where youth_id = $1 order by from_on',
      [id],
    )
    expect(stays).toEqual([
      { name: 'Norrgården', from_on: '2026-01-10', until_on: '2026-02-01' },
      { name: 'Sydgården', from_on: '2026-02-01', until_on: '2026-03-01' },
    ])
    expect((await authority.get('/uppfoljning/ungdomar')).html).not.toContain(id)
    expect((await authority.get('/uppfoljning/ungdomar?lage=utflyttade')).html).toContain(id)
    expect((await authority.send(path, { unit: '', on: '2026-04-01' })).html).toContain('inget boende att flytta ut från')
  })
})

describe('those who are called', () => {
  const trustee = { kind: 'trustee', name: 'God Man', phone: '08-465 004 00', email: 'god.man@example.se', called: 'yes', version: '0' }
  it('are written in, changed and ended by those who follow', async () => {
    const id = await youth(aNumber('20080501'))
    const path = `/uppfoljning/ungdom/${id}/aktorer`
    expect((await authority.send(path, trustee)).status).toBe(303)
    expect((await authority.get(`/uppfoljning/ungdom/${id}`)).html).toContain('08-465 004 00')
    const [actor] = await site.place.sql<{ id: string }>('select id from followup.actor where youth_id = $1', [id])
    const ended = { ...trustee, called: 'no', version: '1' }
    expect((await authority.send(`${path}/${actor?.id}`, ended)).status).toBe(303)
    expect((await authority.get(`/uppfoljning/ungdom/${id}`)).html).not.toContain('God Man')
    expect((await authority.get(path)).html).toContain('Kallas inte längre')
    expect((await authority.send(`${path}/${actor?.id}`, ended)).status).toBe(409)
    const refused = await authority.send(path, { ...trustee, name: '', phone: 'x' })
    expect([refused.status, refused.html.includes('href="#name"')]).toEqual([422, true])
    expect((await authority.send(path, { ...trustee, phone: '12' })).html).toContain('href="#phone"')
  })
})

describe('who sees whom', () => {
  it('is the authority all, and the others those they follow, from the day they do to the day they do not', async () => {
    const id = await youth(aNumber('20080601'), { givenName: 'Sedd' })
    const path = `/uppfoljning/ungdom/${id}`
    for (const other of [housing, labour]) {
      expect((await other.get(path)).status).toBe(404)
      expect((await other.get('/uppfoljning/ungdomar')).html).not.toContain('Sedd')
      expect((await other.send(`${path}/aktorer`, { kind: 'other', name: 'X', called: 'yes', version: '0' })).status).toBe(404)
    }
    const refused = await authority.send(`${path}/foljer`, { staff: housing.staffId, process: 'labourMarket' })
    expect([refused.status, refused.html.includes('arbetar inte i den processen')]).toEqual([422, true])
    expect((await authority.send(`${path}/foljer`, { staff: housing.staffId, process: 'housing' })).status).toBe(303)
    const twice = await authority.send(`${path}/foljer`, { staff: housing.staffId, process: 'housing' })
    expect(twice.html).toContain('följer redan')
    expect((await housing.get(path)).html).toContain('Sedd')
    expect((await housing.get('/uppfoljning/ungdomar')).html).toContain('Sedd')
    expect((await labour.get(path)).status).toBe(404)
    expect((await housing.get(`${path}/uppgifter`)).status).toBe(403)
    const [follower] = await site.place.sql<{ id: string }>('select id from followup.follower where youth_id = $1', [id])
    expect((await authority.send(`${path}/foljer/${follower?.id}`)).status).toBe(303)
    expect((await housing.get(path)).status).toBe(404)
    expect((await authority.send(`${path}/foljer/${follower?.id}`)).status).toBe(404)
  })

  it('says of a refusal in the log that there was nobody, not whom', async () => {
    const id = await youth(aNumber('20080602'))
    await labour.get(`/uppfoljning/ungdom/${id}`)
    const [line] = await site.place.sql<{ subject_id: string | null; outcome: string }>(
      `select subject_id, outcome from followup.line where actor = $1 and action = 'followup.readYouth' order by id desc limit 1`,
      [labour.staffId],
    )
    expect(line).toEqual({ subject_id: null, outcome: 'missing' })
  })

  it('is told, not met by a page that is not there, when what was saved is protected and not theirs to see', async () => {
    const hidden = { ...form, unit: '', protection: 'secrecy-marked' }
    const made = await authority.send('/uppfoljning/ungdomar/ny', { ...hidden, number: aNumber('20080711') })
    expect([made.status, made.location]).toEqual([303, '/uppfoljning/ungdomar'])
    const id = await youth(aNumber('20080712'), { unit: '' })
    const { unit: _, ...fields } = hidden
    const marked = await authority.send(`/uppfoljning/ungdom/${id}/uppgifter`, { ...fields, number: aNumber('20080712'), version: '1' })
    expect([marked.status, marked.location]).toEqual([303, '/uppfoljning/ungdomar'])
  })

  it('is nobody for a protected youth without the right, whatever their process, and asks for a fresh sign-in with it', async () => {
    await youth(aNumber('20080603'), { givenName: 'Hemlig', protection: 'secrecy-marked' })
    const [row] = await site.place.sql<{ id: string }>(`select id from followup.youth where given_name = 'Hemlig'`)
    const id = row?.id ?? ''
    const path = `/uppfoljning/ungdom/${id}`
    expect((await authority.get(path)).status).toBe(404)
    expect((await authority.get('/uppfoljning/ungdomar')).html).not.toContain('Hemlig')
    const reader = await site.member('Rita Rätt', ['authority', 'protectedReader'])
    expect((await reader.get('/uppfoljning/ungdomar')).html).toContain('Hemlig')
    expect((await reader.get(path)).html).toContain('Hemlig')
    site.later(11 * 60_000)
    for (const way of ['', '/uppgifter', '/aktorer', '/foljer']) {
      const { status, location } = await reader.get(`${path}${way}`)
      expect([status, location.startsWith('/logga-in/start?igen=1')], way).toEqual([303, true])
    }
    expect((await reader.send(`${path}/flytt`, { unit: syd, on: '2026-05-01' })).location).toContain('igen=1')
    site.later(-11 * 60_000)
  })
})
