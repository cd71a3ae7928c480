/** Notices from the school to the register and back: received, decided, annulled, sent on; and what nobody is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace } from '../../../test/support/places.ts'
import { anAbsence, anEnd, anna, aNoticeTown, aStart, bo, hidden, moved, stranger, unitCode, type NoticeTown } from './notices.testbed.ts'

let town: NoticeTown
beforeAll(async () => {
  town = await aNoticeTown()
})
afterAll(() => town.site.close())

const idOf = async (receipt: unknown): Promise<string> => {
  const [row] = await town.site.place.sql<{ id: string }>('select notice_id as id from notices.notice where receipt = $1', [receipt])
  return row?.id ?? ''
}
const sent = async (notice: unknown): Promise<{ receipt: string; path: string }> => {
  const { status, json } = await town.program.send(notice)
  expect([200, 201]).toContain(status)
  return { receipt: String(json['receipt']), path: `/anmalningar/${await idOf(json['receipt'])}` }
}
const outcomeOf = async (receipt: string) => {
  const [row] = await town.site.place.sql<{ outcome: string; effect: string }>(
    `select d.outcome, d.effect from notices.decision d join notices.notice n on n.id = d.notice_pk where n.receipt = $1 and d.undone_at is null`,
    [receipt],
  )
  return row ?? null
}

describe('an interruption that a school tells', () => {
  it('ends the studies when it is accepted, whatever the roster says, and begins a period by the law', async () => {
    expect(await town.register(anna)).toBe('')
    const { receipt, path } = await sent(anEnd(anna))
    const page = await town.staff.get(path)
    expect(page.html).toContain('Studierna slutar den dagen, även om en källa säger något annat')
    expect(page.html).toContain('Anna Provsson')
    expect((await town.staff.send(`${path}/godta`)).status).toBe(303)
    expect(await outcomeOf(receipt)).toEqual({ outcome: 'accepted', effect: 'ended' })
    expect(await town.register(anna)).toBe(`${anna} 2026-11-03 interruptedNational --`)
    const [youth] = await town.site.place.sql<{ id: string }>('select subject_id as id from worklist.youth where number = $1', [anna])
    const shown = (await town.staff.get(`/ungdomar/${youth?.id}`)).html
    expect(shown).toContain('Anmälningar från skolor')
    expect(shown).toContain('sista dagen 2 nov')
    expect((await town.staff.get(`/ungdomar/${youth?.id}/tidslinje`)).html).toContain('Anmälan från Skola 12345678')
  })

  it('is taken back with what it led to when the school annuls it, and stays, grey', async () => {
    const [row] = await town.site.place.sql<{ receipt: string }>(`select receipt from notices.notice where kind = 'end' and number = $1`, [
      anna,
    ])
    const receipt = row?.receipt ?? ''
    const annulled = await town.program.ask('POST', `/notices/${receipt}/annul`, { reason: 'changed' })
    expect([annulled.status, annulled.json['state']]).toEqual([200, 'annulled'])
    expect((await town.program.ask('POST', `/notices/${receipt}/annul`, { reason: 'changed' })).status).toBe(409)
    await town.tend()
    expect(await town.register(anna)).toBe('')
    const desk = await town.staff.get('/anmalningar?flik=atertagna')
    expect(desk.html).toMatch(/muted[^]*återtagen av skolan/)
    expect((await town.staff.send(`/anmalningar/${await idOf(receipt)}/godta`)).status).toBe(409)
  })

  it('can be accepted and undone, and the register is as before', async () => {
    const { path } = await sent(anEnd(anna, { lastDayOn: '2026-11-05' }))
    await town.staff.send(`${path}/godta`)
    expect(await town.register(anna)).toContain('2026-11-06')
    expect((await town.staff.send(`${path}/angra`)).status).toBe(303)
    expect(await town.register(anna)).toBe('')
    expect((await town.staff.send(`${path}/avsla`, {})).status).toBe(422)
    expect((await town.staff.send(`${path}/avsla`, { reason: 'contradicted' })).status).toBe(303)
    const again = await town.staff.send(`${path}/avsla`, { reason: 'contradicted' })
    expect([again.status, again.html.includes('Någon hann ta ställning före dig')]).toEqual([409, true])
  })

  it('that a source says within the tolerance is settled by itself; outside it, it waits', async () => {
    const near = await sent(anEnd(bo, { givenName: 'Bo', lastDayOn: '2026-10-28' }))
    const far = await sent(anEnd(bo, { givenName: 'Bo', lastDayOn: '2026-10-02', how: 'changedSchool' }))
    await town.tend()
    expect(await outcomeOf(near.receipt)).toEqual({ outcome: 'agreed', effect: 'sourceSaysSo' })
    expect(await outcomeOf(far.receipt)).toBeNull()
  })

  it('of another name than the register’s does not agree by itself, and the page warns', async () => {
    const { receipt, path } = await sent(anEnd(bo, { givenName: 'Kalle', familyName: 'Annan', lastDayOn: '2026-10-30', how: 'completed' }))
    await town.tend()
    expect(await outcomeOf(receipt)).toBeNull()
    expect((await town.staff.get(path)).html).toContain('Kan numret vara felskrivet?')
  })
})

describe('a start', () => {
  it('becomes a fact, and an end of the same school ends that fact', async () => {
    const start = await sent(aStart(bo, { givenName: 'Bo', startOn: '2026-11-09' }))
    expect((await town.staff.get(start.path)).html).toContain('blir ett faktum')
    await town.staff.send(`${start.path}/godta`)
    const facts = () =>
      town.site.place.sql(
        `select start_on, end_on, cancelled from register.enrolment where source = 'anmalan' and known_until = 'infinity' and school_unit = $1 and start_on = '2026-11-09' order by id`,
        [unitCode],
      )
    expect(await facts()).toEqual([{ start_on: '2026-11-09', end_on: null, cancelled: false }])
    const end = await sent(anEnd(bo, { givenName: 'Bo', lastDayOn: '2026-11-20' }))
    await town.staff.send(`${end.path}/godta`)
    expect(await facts()).toEqual([{ start_on: '2026-11-09', end_on: '2026-11-20', cancelled: true }])
    await town.staff.send(`${end.path}/angra`)
    expect(await facts()).toEqual([{ start_on: '2026-11-09', end_on: null, cancelled: false }])
  })
})

describe('an absence', () => {
  it('is kept with hours, what the school did and CSN’s test apart, and ends nothing', async () => {
    const { receipt, path } = await sent(anAbsence(anna))
    const { html } = await town.staff.get(path)
    expect(html).toContain('22,5 timmar')
    expect(html).toContain('Talat med eleven')
    expect(html).toContain('Det är CSN:s prövning, inte lagens')
    await town.staff.send(`${path}/godta`)
    expect(await outcomeOf(receipt)).toEqual({ outcome: 'accepted', effect: 'none' })
    expect(await town.register(anna)).toBe('')
  })
})

describe('a pupil of another municipality', () => {
  it('cannot be accepted; the notice is sent on as the school wrote it, once, and annulled there too', async () => {
    const other = await aPlace()
    const { receipt, path } = await sent(anEnd(moved, { givenName: 'Flytt' }))
    const shown = await town.staff.get(path)
    expect(shown.html).toContain('Göteborg (1480)')
    const refused = await town.staff.send(`${path}/godta`)
    expect([refused.status, refused.html.includes('Ungdomen bor inte här')]).toEqual([409, true])
    expect((await town.staff.send(`${path}/skicka-vidare`, { to: '99' })).html).toContain('fyra siffror')
    expect((await town.staff.send(`${path}/skicka-vidare`, { to: '0180' })).status).toBe(409)
    expect((await town.staff.send(`${path}/skicka-vidare`, { to: '1480' })).status).toBe(303)
    const placeOf = (code: string) => Promise.resolve(code === '1480' ? { pool: other.pool } : null)
    await town.tend(placeOf)
    await town.tend(placeOf)
    const there = () =>
      other.sql('select receipt, origin, from_municipality, given_name, annulled_at is not null as annulled from notices.notice')
    expect(await there()).toEqual([{ receipt, origin: 'forwarded', from_municipality: '0180', given_name: 'Flytt', annulled: false }])
    expect((await town.staff.send(`${path}/angra`)).status).toBe(409)
    await town.program.ask('POST', `/notices/${receipt}/annul`, { reason: 'mistake' })
    await town.tend(placeOf)
    expect(await there()).toEqual([{ receipt, origin: 'forwarded', from_municipality: '0180', given_name: 'Flytt', annulled: true }])
    await other.installation.close()
  })

  it('outside the installation is handed over by hand, and the school can be answered', async () => {
    const away = await sent(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-09-01' }))
    await town.staff.send(`${away.path}/skicka-vidare`, { to: '1480' })
    await town.tend()
    expect((await town.staff.get(away.path)).html).toContain('ska lämnas över för hand')
    const answered = await sent(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-06-01' }))
    await town.staff.send(`${answered.path}/svara`, { answer: 'anotherMunicipality' })
    const own = await town.program.ask('GET', `/notices/${answered.receipt}`)
    expect([own.json['state'], own.json['answer']]).toEqual(['answered', 'anotherMunicipality'])
    expect((await town.program.ask('GET', `/notices/${away.receipt}`)).json['state']).toBe('received')
  })
})

describe('a protected pupil', () => {
  it('is seen by nobody without the right, never sent on, and only a call is offered', async () => {
    const { path } = await sent(anEnd(hidden, { givenName: 'Hemliga' }))
    expect((await town.staff.get(path)).status).toBe(404)
    expect((await town.staff.get('/anmalningar')).html).not.toContain('Hemliga')
    expect((await town.staff.send(`${path}/avsla`, { reason: 'notForUs' })).status).toBe(404)
    const handler = await town.site.signedIn(['protectedHandler'])
    expect((await handler.get(path)).html).not.toContain('skicka-vidare')
    expect((await handler.send(`${path}/skicka-vidare`, { to: '1480' })).status).toBe(409)
    expect((await handler.send(`${path}/svara`, { answer: 'anotherMunicipality' })).status).toBe(409)
    expect((await handler.send(`${path}/svara`, { answer: 'contactUs' })).status).toBe(303)
    const stale = await town.site.signedIn(['protectedHandler'], { authenticatedAt: Date.now() - 3 * 3600_000, name: 'Gammal' })
    expect((await stale.get(path)).location).toContain('/logga-in/start?igen=1')
  })

  it('who became so after the notice was to be sent on is not sent on', async () => {
    const { receipt, path } = await sent(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-05-04' }))
    await town.staff.send(`${path}/skicka-vidare`, { to: '1480' })
    const [person] = await town.site.place.sql<{ id: number }>('select person_id::int as id from register.identity where number = $1', [
      moved,
    ])
    await town.site.place.sql(
      `insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from) values ($1, true, false, '2026-01-01', 'prov', now())`,
      [person?.id],
    )
    const asked: string[] = []
    await town.tend((code) => {
      asked.push(code)
      return Promise.resolve(null)
    })
    expect(asked).toEqual([])
    expect(await outcomeOf(receipt)).toBeNull()
    expect((await town.staff.get(path)).status).toBe(404)
  })
})

describe('a pupil whom the register does not know', () => {
  it('waits: it can be refused, not accepted, and only those who see the whole municipality see it', async () => {
    const { path } = await sent(anEnd(stranger, { givenName: 'Okänd' }))
    const shown = await town.staff.get(path)
    expect(shown.html).toContain('numret finns inte i registret')
    expect((await town.staff.send(`${path}/godta`)).status).toBe(409)
    const counsellor = await town.site.signedIn(['counsellor'], { unit: 'Väst' })
    expect((await counsellor.get(path)).status).toBe(404)
    expect((await town.staff.send(`${path}/avsla`, { reason: 'notResident' })).status).toBe(303)
  })
})

describe('what is over', () => {
  it('loses the particulars of pupil and contact when the days are out, and is still counted', async () => {
    await town.site.place.sql(`alter table notices.decision disable trigger user`)
    await town.site.place.sql(`update notices.decision set decided_at = decided_at - interval '100 days' where outcome = 'refused'`)
    await town.site.place.sql(`alter table notices.decision enable trigger user`)
    await town.tend()
    const rows = await town.site.place.sql<{ number: string | null; given_name: string; outcome: string }>(
      `select n.number, n.given_name, d.outcome from notices.notice n join notices.decision d on d.notice_pk = n.id and d.undone_at is null where d.outcome in ('refused', 'accepted')`,
    )
    expect(
      rows.filter(({ outcome }) => outcome === 'refused').every(({ number, given_name: given }) => number === null && given === ''),
    ).toBe(true)
    expect(rows.filter(({ outcome }) => outcome === 'accepted').every(({ number }) => number !== null)).toBe(true)
    expect((await town.staff.get('/anmalningar?flik=avslutade')).html).toContain('Uppgifterna är borttagna')
  })

  it('leaves nothing personal in the log, and breaks nothing', async () => {
    const lines = await town.site.place.sql<{ text: string }>(`select l::text as text from audit.line l where action like 'notices.%'`)
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.map(({ text }) => text).join('\n')).not.toMatch(/Provsson|Hemliga|Flytt|20080|465 004/)
    expect(town.site.reported).toEqual([])
  })
})

describe('the year in which the pupil turns 21', () => {
  it('takes every particular with it on its last day, not before', async () => {
    const left = async () => (await town.site.place.sql(`select from notices.notice where number = $1`, [anna])).length
    await town.tend(undefined, new Date('2029-12-30T12:00:00Z'))
    expect(await left()).toBeGreaterThan(0)
    await town.tend(undefined, new Date('2029-12-31T12:00:00Z'))
    expect(await left()).toBe(0)
  })
})
