/** Who may end a meeting, and what somebody sees first who has youths of her own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { aUnit, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'

let site: TestSite
let coordinator: Visitor
let another: Visitor
let counsellor: Visitor
let partner: string
let youths: readonly MadeYouth[]
const today = todayInSweden()

beforeAll(async () => {
  site = await aSite()
  coordinator = await site.signedIn(['coordinator'], { name: 'Amina Prov' })
  another = await site.signedIn(['coordinator', 'protectedHandler'], { name: 'Berit Prov' })
  const { unit } = await aUnit(site.place, 'Öst')
  counsellor = await site.signedIn(['counsellor'], { unit: 'Öst', name: 'Olle Prov' })
  const [olle] = await site.place.sql<{ id: string }>(`select id from access.staff where name = 'Olle Prov'`)
  youths = [
    await aYouth(site.place, { given: 'Tova', unit, staff: olle?.id ?? '' }),
    await aYouth(site.place, { given: 'Eva' }),
    await aYouth(site.place, { given: 'Ruben' }),
    await aYouth(site.place, { given: 'Selma', unit }),
  ]
  const fields = { version: '0', kind: 'youthClinic', name: 'Mottagningen', area: '', offers: '', meets: '', contact: '' }
  partner = (await coordinator.send('/natverk/ny', { ...fields, phone: '', email: '', endedOn: '' })).location
})
afterAll(() => site.close())

const booked = async (by: Visitor): Promise<string> =>
  (await by.send(`${partner}/moten`, { heldOn: today, beginsAt: '13:00', place: '' })).location
const ask = (by: Visitor, meeting: string, some: readonly MadeYouth[]) =>
  by.send(meeting, { youth: some.map(({ subjectId }) => subjectId), ground: 'noHarm' })
const asked = () => site.place.sql('select from network.asked')

describe('a meeting', () => {
  it('is not ended by one who sees some of those it asks about: no button, and a refusal that takes back nothing', async () => {
    const meeting = await booked(coordinator)
    expect((await ask(coordinator, meeting, youths.slice(0, 3))).status).toBe(200)
    const { html } = await counsellor.get(meeting)
    expect([html.includes('Tova'), html.includes('Eva'), html.includes('Avsluta mötet …')]).toEqual([true, false, false])
    expect(html).toContain('Mötet avslutas av den som bokade det')
    const tried = await counsellor.send(`${meeting}/avsluta`)
    expect([tried.status, tried.html.includes('Du ser inte alla som är frågade'), /Eva|Ruben/.test(tried.html)]).toEqual([409, true, false])
    expect(await asked()).toHaveLength(3)
    expect(await site.place.sql('select from questions.question where revoked_at is not null')).toHaveLength(0)
    const [line] = await site.place.sql(`select outcome from audit.line where action = 'network.closeMeeting' order by id desc limit 1`)
    expect(line).toEqual({ outcome: 'not-yours' })
    expect((await coordinator.get(meeting)).html).toContain('Avsluta mötet …')
    expect((await coordinator.send(`${meeting}/avsluta`)).status).toBe(303)
    expect(await asked()).toHaveLength(0)
  })

  it('is ended by its maker whomever others ask about there, and by one who sees everybody', async () => {
    const [own, theirs] = [await booked(counsellor), await booked(coordinator)]
    await ask(coordinator, own, youths.slice(1, 3))
    expect((await counsellor.send(`${own}/avsluta`)).status).toBe(303)
    await ask(coordinator, theirs, youths.slice(0, 1))
    expect((await counsellor.get(theirs)).html).toContain('Avsluta mötet …')
    expect((await counsellor.send(`${theirs}/avsluta`)).status).toBe(303)
  })

  it('with somebody who has since got protected particulars is its maker’s, for nobody else sees everybody there', async () => {
    const meeting = await booked(coordinator)
    const later = await aYouth(site.place, { given: 'Vera' })
    await ask(coordinator, meeting, [later])
    await protect(site.place, later.personId, 'marked')
    expect((await another.send(`${meeting}/avsluta`)).status).toBe(409)
    expect((await coordinator.send(`${meeting}/avsluta`)).status).toBe(303)
  })

  it('shows the reader’s own first, asks the ground before the list, and has no box that ticks everybody', async () => {
    const meeting = await booked(coordinator)
    const { html } = await counsellor.get(meeting)
    expect([html.includes('Tova'), html.includes('Selma'), html.includes('data-all')]).toEqual([true, false, false])
    expect(html).toMatch(/<option value="mina" selected[^]*name="ground"[^]*name="youth"/)
    const all = (await counsellor.get(`${meeting}?visa=alla`)).html
    expect([all.includes('Tova'), all.includes('Selma')]).toEqual([true, true])
    expect((await coordinator.get(meeting)).html).toMatch(/<option value="alla" selected[^]*Selma/)
    // What was looked at stands there again when the form is refused.
    const refused = await counsellor.send(meeting, { youth: [], ground: 'noHarm', show: 'alla' })
    expect([refused.status, refused.html.includes('Selma')]).toEqual([422, true])
    expect(site.reported).toEqual([])
  })
})
