/** The staff's page: sending a link, why it cannot be sent, taking it back, and what is seen of its use. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { aBrowser, aCode, aLink, anOwnTown, inside, mailbox, numbers, phones, textTo, type OwnTown } from './ownplan.testbed.ts'

let town: OwnTown
beforeAll(async () => {
  town = await anOwnTown()
})
afterAll(() => town.close())

type Of = 'plan' | 'other' | 'hidden'
const personOf = (of: Of = 'plan') => {
  const person = town.people[numbers[of]]
  if (person === undefined) throw new Error('everybody is in the register')
  return person
}
const pathOf = (of: Of = 'plan'): string => `/ungdomar/${personOf(of).subject}/plan/lank`
const seenIn = (html: string): string => /name="seen" value="([\da-f-]*)"/.exec(html)?.[1] ?? ''
const wayId = async (of: Of, value: string): Promise<string> =>
  (await town.sql<{ id: string }>('select way_id as id from outreach.way where person_id = $1 and value = $2', [personOf(of).id, value]))[0]
    ?.id ?? ''
const lines = (action: string) =>
  town.sql<{ outcome: string; detail: object; subject_id: string | null }>(
    'select outcome, detail, subject_id from audit.line where action = $1 order by id',
    [action],
  )

describe('sending', () => {
  it('puts a link on its way to the number that was chosen, once, and the page says where it stands', async () => {
    const before = await town.staff.get(pathOf())
    expect(before.html).toContain('Ingen länk har skickats.')
    const sent = await town.staff.send(pathOf(), { way: await wayId('plan', phones.plan), seen: '' })
    expect([sent.status, sent.location]).toEqual([303, pathOf()])
    expect((await town.staff.get(pathOf())).html).toContain('I kö')
    await town.sends()
    const { html } = await town.staff.get(pathOf())
    expect(html).toMatch(/Skickat|Framme/)
    expect(html).toContain('070-174 06 05')
    expect(html).toContain('Inte öppnad än')
    expect(textTo(town, phones.plan)).toMatch(
      /^Hej! Här är det vi kom fram till: http:\/\/localhost\/plan\/0180\/[\w-]{24} Gäller i 30 dagar\. \//,
    )
    expect((await lines('ownplan.send')).at(-1)).toEqual({ outcome: 'done', detail: { channel: 'sms' }, subject_id: personOf().subject })
    expect(await town.sql(`select channel, attempted, outcome from outreach.contact where person_id = $1`, [personOf().id])).toEqual([
      { channel: 'sms', attempted: true, outcome: 'sent' },
    ])
  })

  it('says when it was opened and last used, and never from where', async () => {
    const link = await aLink(town)
    const browser = await inside(town, link)
    await browser.get(link)
    const { html } = await town.staff.get(pathOf())
    expect(html).not.toContain('Inte öppnad än</dd>')
    expect(html).toContain('Senast använd')
    const columns = await town.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'ownplan'`,
    )
    expect(columns.filter(({ name }) => /ip|agent|address|from/.test(name))).toEqual([])
    // A code is no attempt to reach anybody.
    expect(
      await town.sql(`select count(*)::int as n from messaging.message where template_key = 'planCodeSms' and contact_id is not null`),
    ).toEqual([{ n: 0 }])
  })

  it('goes by e-mail where that was chosen, and the code the same way', async () => {
    const way = await town.wayOf(personOf(), 'email', mailbox)
    const { html } = await town.staff.get(pathOf())
    await town.staff.send(pathOf(), { way, seen: seenIn(html) })
    await town.sends()
    const mailTo = (): string =>
      town.mail
        .sent()
        .filter(({ to }) => to.includes(mailbox))
        .at(-1)?.text ?? ''
    const link = /\/plan\/0180\/[\w-]{24}/.exec(mailTo())?.[0] ?? ''
    const browser = aBrowser(town)
    expect((await browser.get(link)).html).toContain('med e-post')
    const texts = town.sms.sent().length
    await browser.post(`${link}/kod`)
    await town.sends()
    const code = /\b\d{6}\b/.exec(mailTo())?.[0] ?? ''
    expect((await browser.post(`${link}/in`, { code })).status).toBe(303)
    expect(town.sms.sent()).toHaveLength(texts)
  })

  it('is in the youth’s language where that may be, else in Swedish', async () => {
    await town.sql(`insert into messaging.language (person_id, lang, set_by) values ($1, 'so', 'prov')`, [personOf('other').id])
    await aLink(town, 'other')
    expect(textTo(town, phones.other)).toMatch(/^Salaan! .*\?sprak=so/)
    await town.sql(
      `insert into settings.value (key, value, known_from, set_by) values ('messages.mayUnproofread', 'false', '-infinity', 'prov')`,
    )
    await aLink(town, 'other')
    expect(textTo(town, phones.other)).toMatch(/^Hej! /)
  })

  it.each([
    ['nothing chosen', {}, 422, 'Välj vart länken ska skickas.'],
    ['a way that is not there', { way: '5b1c0a52-0000-4000-8000-000000000000' }, 422, 'har tagits bort'],
    ['nonsense', { way: "'; drop" }, 422, 'Välj vart länken ska skickas.'],
  ])('is refused with a clear message at the field: %s', async (_, fields: Record<string, string>, status, text) => {
    const { html } = await town.staff.get(pathOf())
    const shown = await town.staff.send(pathOf(), { ...fields, seen: seenIn(html) })
    expect([shown.status, shown.html.includes(text)]).toEqual([status, true])
  })

  it('to what is dead, said no to, or takes no texts is offered to nobody, and refused with why when it is sent all the same', async () => {
    const fixed = await town.wayOf(personOf(), 'phone', '+46846500400')
    const dead = await town.wayOf(personOf(), 'phone', '+46701740620')
    await town.sql(`update outreach.way set dead_on = current_date, last_result = 'dead', last_result_at = now() where way_id = $1`, [dead])
    await town.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, 'email', 'prov')`, [personOf().id])
    const mail = await wayId('plan', mailbox)
    const { html } = await town.staff.get(pathOf())
    for (const way of [fixed, dead, mail]) expect(html).not.toContain(`value="${way}"`)
    expect(html).toContain('070-174 06 20: fungerar inte längre')
    expect(html).toContain(`${mailbox}: ungdomen har sagt nej till det`)
    for (const [way, text] of [
      [fixed, 'fast telefon'],
      [dead, 'fungerar inte längre'],
      [mail, 'sagt nej'],
    ] as const) {
      const shown = await town.staff.send(pathOf(), { way, seen: seenIn(html) })
      expect([shown.status, shown.html.includes(text)]).toEqual([422, true])
    }
    expect((await lines('ownplan.send')).slice(-3).map(({ outcome }) => outcome)).toEqual(['fixedLine', 'dead', 'optedOut'])
  })

  it('by two colleagues at the same time is done once; the second sees how it stands', async () => {
    const { html } = await town.staff.get(pathOf('other'))
    const wish = { way: await wayId('other', phones.other), seen: seenIn(html) }
    const both = await Promise.all([town.staff.send(pathOf('other'), wish), town.staff.send(pathOf('other'), wish)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    expect(both.find(({ status }) => status === 409)?.html).toContain('En kollega har skickat en länk')
    expect(
      await town.sql('select count(*)::int as n from ownplan.link where ended_at is null and person_id = $1', [personOf('other').id]),
    ).toEqual([{ n: 1 }])
  })

  it('waits until a plan is agreed', async () => {
    await town.sql(`alter table plans.version disable trigger user`)
    await town.sql(`update plans.version v set status = 'draft' from plans.plan p where p.id = v.plan_id and p.person_id = $1`, [
      personOf('other').id,
    ])
    const { html } = await town.staff.get(pathOf('other'))
    expect(html).toContain('Planen är ett utkast')
    const way = await wayId('other', phones.other)
    const seen = (
      await town.sql<{ id: string }>('select link_id as id from ownplan.link where person_id = $1 order by link.id desc limit 1', [
        personOf('other').id,
      ])
    )[0]?.id
    expect((await town.staff.send(pathOf('other'), { way, seen: seen ?? '' })).status).toBe(422)
    await town.sql(`update plans.version v set status = 'agreed' from plans.plan p where p.id = v.plan_id and p.person_id = $1`, [
      personOf('other').id,
    ])
    await town.sql(`alter table plans.version enable trigger user`)
  })
})

describe('taking back', () => {
  it('stops a link that has not left, and the code that has not left', async () => {
    const { html } = await town.staff.get(pathOf('other'))
    await town.staff.send(pathOf('other'), { way: await wayId('other', phones.other), seen: seenIn(html) })
    const texts = town.sms.sent().length
    expect((await town.staff.send(`${pathOf('other')}/dra-tillbaka`)).status).toBe(303)
    await town.sends()
    expect(town.sms.sent()).toHaveLength(texts)
    const link = await aLink(town, 'other')
    await aBrowser(town).post(`${link}/kod`)
    await town.staff.send(`${pathOf('other')}/dra-tillbaka`)
    const now = town.sms.sent().length
    await town.sends()
    expect(town.sms.sent()).toHaveLength(now)
    expect(await town.sql(`select state, problem from messaging.message order by id desc limit 2`)).toEqual([
      { state: 'cancelled', problem: 'too-late' },
      expect.objectContaining({ state: 'sent' }),
    ])
    expect((await lines('ownplan.revoke')).at(-1)?.outcome).toBe('done')
    await town.staff.send(`${pathOf('other')}/dra-tillbaka`)
    expect((await lines('ownplan.revoke')).at(-1)?.outcome).toBe('over')
    const shown = await town.staff.get(pathOf('other'))
    expect(shown.html).toContain('tillbakadragen')
    expect(shown.html).toContain('Tidigare länkar')
  })
})

describe('a protected youth', () => {
  it('has no link, whoever asks: those with the right see why, others find nothing', async () => {
    const handler: Visitor = await town.site.signedIn(['coordinator', 'protectedHandler'], { name: 'Sara Prov' })
    expect((await town.staff.get(pathOf('hidden'))).status).toBe(404)
    expect((await town.staff.send(pathOf('hidden'), { way: '5b1c0a52-0000-4000-8000-000000000000', seen: '' })).status).toBe(404)
    const shown = await handler.get(pathOf('hidden'))
    expect(shown.html).toContain('skyddade personuppgifter. Då finns ingen länk')
    expect(shown.html).not.toContain('name="way"')
    const sent = await handler.send(pathOf('hidden'), { way: '5b1c0a52-0000-4000-8000-000000000000', seen: '' })
    expect([sent.status, sent.html.includes('skyddade personuppgifter')]).toEqual([422, true])
    expect((await lines('ownplan.send')).at(-1)?.outcome).toBe('protected')
  })
})

describe('in a meeting', () => {
  it('who sent earlier links is not shown', async () => {
    await aLink(town)
    await aLink(town)
    const visitor = await town.site.signedIn(['coordinator'], { name: 'Möte Prov' })
    expect((await visitor.get(pathOf())).html).toContain('Tidigare länkar')
    await town.sql(`update access.session set meeting = true where staff_id = (select id from access.staff where name = 'Möte Prov')`)
    expect((await visitor.get(pathOf())).html).not.toContain('Tidigare länkar')
  })
})

describe('a code that is asked for', () => {
  it('while the outbox cannot send is not sent when its ten minutes are over', async () => {
    const link = await aLink(town)
    await aBrowser(town).post(`${link}/kod`)
    await town.sql(
      `update ownplan.code set asked_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute' where ended_at is null`,
    )
    const texts = town.sms.sent().length
    await town.sends()
    expect(town.sms.sent()).toHaveLength(texts)
    expect(await town.sql(`select state, problem from messaging.message order by id desc limit 1`)).toEqual([
      { state: 'cancelled', problem: 'too-late' },
    ])
    expect(await aCode(town, aBrowser(town), link)).toMatch(/^\d{6}$/)
  })
})
