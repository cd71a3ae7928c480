/** The settings of messages in the browser: saved, refused field by field, two at once, and their history. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'

let site: TestSite
let nina: Visitor
const path = '/utskick/installningar'
beforeAll(async () => {
  site = await aSite()
  nina = await site.signedIn(['systemCoordinator'], { name: 'Nina System' })
})
afterAll(() => site.close())

const shipped = {
  contactPhone: '',
  contactName: '',
  unitName: 'Ungdomsteamet',
  senderName: '',
  returnAddress: '',
  replyDays: '60',
  smsOre: '35',
  mayUnproofread: 'ja',
}
const versionOf = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
const send = async (given: Record<string, string | readonly string[]>, version?: string) =>
  nina.send(path, { ...shipped, version: version ?? versionOf((await nina.get(path)).html), ...given })
const stored = () =>
  site.place.sql<{ key: string; value: unknown }>(
    `select key, value from settings.value where key like 'messages.%' and known_until = 'infinity' order by key`,
  )

describe('the settings of messages', () => {
  it('that are sent back as they stand change nothing', async () => {
    expect([(await send({})).location, await stored()]).toEqual([path, []])
  })

  it('are saved, a number in E.164 however it is written, and stand in the history', async () => {
    const { status } = await send({ contactPhone: '08-465 004 00', contactName: ' Ungdomslinjen ', senderName: 'Lovsta', smsOre: '42' })
    expect(status).toBe(303)
    expect(await stored()).toEqual([
      { key: 'messages.contactName', value: 'Ungdomslinjen' },
      { key: 'messages.contactPhone', value: '+46846500400' },
      { key: 'messages.senderName', value: 'Lovsta' },
      { key: 'messages.smsOre', value: 42 },
    ])
    const { html } = await nina.get(path)
    expect(html).toMatch(/name="contactPhone"[^>]*value="08-465 004 00"/)
    expect(html).toMatch(/Vad en sms-del kostar, öre<\/td>.*?42/s)
  })

  it('can be taken away again', async () => {
    const kept = { contactPhone: '08-465 004 00', contactName: 'Ungdomslinjen', smsOre: '42' }
    expect((await send({ ...kept, senderName: '' })).status).toBe(303)
    expect((await stored()).find(({ key }) => key === 'messages.senderName')?.value).toBeNull()
  })

  it.each([
    ['a number that cannot be called', { contactPhone: '123' }, 'contactPhone', 'går inte att ringa'],
    ['a sender that telephones do not show', { senderName: 'Lövsta kommun' }, 'senderName', '3–11 tecken'],
    ['a sender that is a number', { senderName: '12345' }, 'senderName', '3–11 tecken'],
    ['no name for the unit', { unitName: ' ' }, 'unitName', 'Fyll i'],
    ['a unit that names the matter', { unitName: 'KAA-teamet' }, 'unitName', 'säger vad det gäller'],
    ['codes without end', { replyDays: '400' }, 'replyDays', 'mellan 1 och 366'],
    ['half an öre', { smsOre: '3,5' }, 'smsOre', 'helt antal öre'],
  ])('with %s come back with the problem at its field, and nothing is lost', async (_, change, field, says) => {
    const { status, html } = await send({ returnAddress: 'Box 1, 123 40 Lövsta', ...change })
    expect(status).toBe(422)
    expect(html).toMatch(new RegExp(`id="${field}-problem"[^>]*>[^<]*${says}`))
    expect(html).toMatch(/name="returnAddress"[^>]*value="Box 1, 123 40 Lövsta"/)
  })

  it('that somebody else saved meanwhile are shown beside those typed, and then saved over', async () => {
    const before = versionOf((await nina.get(path)).html)
    await send({ replyDays: '30' })
    const { status, html } = await send({ replyDays: '90' }, before)
    expect(status).toBe(409)
    expect(html).toContain('Någon annan hann spara före dig')
    expect(html).toMatch(/dagar<\/th><td[^>]*>90<\/td><td[^>]*>30/)
    expect((await send({ replyDays: '90' }, versionOf(html))).status).toBe(303)
  })

  it('are the database’s own too', async () => {
    await site.place.sql(`update settings.value set known_until = now() where known_until = 'infinity' and key like 'messages.%'`)
    const refused = async (key: string, value: unknown): Promise<void> => {
      const values = [`messages.${key}`, JSON.stringify(value)]
      const save = site.place.sql(
        `insert into settings.value (key, value, known_from, set_by) values ($1, $2::jsonb, now(), 'prov')`,
        values,
      )
      await expect(save).rejects.toThrow('a_messages_setting_has_its_shape')
    }
    await refused('contactPhone', '070-174 06 05')
    await refused('senderName', 'Lövsta')
    await refused('replyDays', 0)
    await refused('smsOre', '35')
    await refused('unitName', '')
    await refused('mayUnproofread', 'ja')
  })

  it('belong to those who may change settings', async () => {
    const sara = await site.signedIn(['coordinator'])
    expect((await sara.get(path)).status).toBe(403)
  })
})
