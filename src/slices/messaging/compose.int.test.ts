/** Composing on a database: whose name and address may leave by which way, whom to call, and cards for a round of visits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { infoOf, textOf } from '../../platform/pdf.testbed.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { aColleague, aUnit, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { composeMessage, renderCards } from './compose.actions.ts'
import type { ComposeWith, Message } from './message.types.ts'
import { aReceiver, setMessages } from './round.testbed.ts'

let place: TestPlace
let staff: string
let unit: number
beforeAll(async () => {
  place = await aPlace()
  unit = (await aUnit(place, 'Ungdomsenheten Öst')).unit
  staff = await aColleague(place, 'Amina Lind', 'coordinator', unit)
  await place.sql(`update access.staff set phone = '+46701740610' where id = $1`, [staff])
})
afterAll(() => place.installation.close())

const around = { place: { code: '0180', name: 'Provstads kommun' }, publicUrl: 'https://lots.example.se', today: date('2026-11-18') }
const given: ComposeWith = { ...around, replyCode: 'ABCDEFGHJK', isForwarded: false }

const message = (to: MadeYouth | null, rest: Partial<Message> = {}): Message =>
  ({
    id: 1,
    messageId: 'x',
    roundId: null,
    personId: to?.personId ?? null,
    staffId: to === null ? staff : null,
    channel: 'letter',
    templateKey: 'firstLetter',
    lang: 'sv',
    templateVersion: 0,
    fields: {},
    queuedBy: 'prov',
    ...rest,
  }) as Message

const compose = (to: MadeYouth | null, rest: Partial<Message> = {}, more: Partial<ComposeWith> = {}) =>
  inTransaction(place.pool, (tx) => composeMessage(tx, message(to, rest), { ...given, ...more }))

/** What is read of it: the letter's text, or the text itself; else why there is none. */
async function read(...asked: Parameters<typeof compose>): Promise<string> {
  const made = await compose(...asked)
  if (!made.granted) return made.reason
  const { value } = made
  if (value.kind !== 'paper') return value.text
  return textOf(pdfOf(`${value.setUp}\n${value.part}`)).replaceAll(/\s+/g, ' ')
}

describe('a letter', () => {
  it('has the youth’s name and address, the unit, and the colleague’s own number', async () => {
    const youth = await aYouth(place, { given: 'Kim', family: 'Exempelsson', unit, staff })
    const text = await read(youth)
    expect(text).toMatch(
      /^Provstads kommun Ungdomsenheten Öst Amina Lind, 070-174 06 10 18 november 2026 Kim Exempelsson Hemliga gatan 7 123 45 Provstad /,
    )
    expect(text).toMatch(/skriv koden ABCDE.FGHJK/)
  })

  it('is not composed to a protected youth but by the forwarding route, and then without address', async () => {
    const youth = await aYouth(place, { given: 'Hemliga', unit, staff, protected: 'marked' })
    expect(await read(youth)).toBe('no-address')
    expect(await read(youth, { channel: 'sms', templateKey: 'firstSms' })).toBe('no-address')
    const forwarded = await read(youth, {}, { isForwarded: true })
    expect(forwarded).toContain('Hej Hemliga!')
    expect(forwarded).not.toMatch(/Hemliga gatan|123 45|Provsson/)
  })

  it('has no youth who became protected after it was queued', async () => {
    const youth = await aYouth(place, { unit, staff })
    await protect(place, youth.personId, 'registration')
    expect(await read(youth)).toBe('no-address')
  })

  it('does not go where a letter has come back from', async () => {
    expect(await read(await aReceiver(place, { address: 'returned', staff, unit }))).toBe('no-address')
  })

  it('needs somebody to call: the colleague, or whom the municipality has named', async () => {
    const youth = await aYouth(place)
    expect(await read(youth)).toBe('field-missing')
    await setMessages(place, 'contactPhone', '+46846500400')
    await setMessages(place, 'contactName', 'Ungdomslinjen')
    expect(await read(youth)).toMatch(/Jag heter Ungdomslinjen\. Jag arbetar på Ungdomsteamet .* ring 08-465 004 00/)
    await place.sql(`delete from settings.value where key like 'messages.%'`)
  })

  it('is in the version that was asked for, own or shipped, and in none that is not there', async () => {
    const youth = await aYouth(place, { unit, staff })
    const body = 'Kort. {{contactName}} {{contactPhone}} {{replyLink}} {{replyCode}}'
    await place.sql(
      `insert into messaging.template (key, lang, version, subject, body, saved_by) values ('firstLetter', 'sv', 1, 'Egen rubrik', $1, $2)`,
      [body, staff],
    )
    expect(await read(youth, { templateVersion: 1 })).toContain('Egen rubrik Kort. Amina Lind')
    expect(await read(youth, { templateVersion: 0 })).toContain('Vi vill gärna höra hur du har det')
    expect(await read(youth, { templateVersion: 2 })).toBe('template-missing')
  })
})

describe('a text', () => {
  it('to a youth whose unit is called like the matter uses the municipality’s other name', async () => {
    const kaa = (await aUnit(place, 'KAA-enheten')).unit
    const youth = await aYouth(place, { unit: kaa, staff })
    expect(await read(youth, { channel: 'sms', templateKey: 'firstSms' })).toBe(
      'Hej! Vi på Ungdomsteamet i Provstads kommun vill höra hur du har det. Svara: https://lots.example.se/svar/0180/ABCDEFGHJK eller ring 070-174 06 10',
    )
  })

  it('is not sent when a place in it names the matter', async () => {
    const youth = await aYouth(place, { unit, staff })
    const fields = { meetingDay: '2026-11-20', meetingTime: '13:00', meetingPlace: 'Björkskolan' }
    expect(await read(youth, { channel: 'sms', templateKey: 'meetingSms', fields })).toBe('field-missing')
  })

  it('to a colleague says whom to call: the one who queued it', async () => {
    const fields = { visitDay: '2026-11-18', visitTime: '14:30' }
    const alarm = { channel: 'sms', templateKey: 'visitAlarmSms', fields, queuedBy: staff } as const
    expect(await read(null, alarm)).toBe(
      'Besöket onsdag 18 november klockan 14.30 är inte avslutat i tid. Ring Amina Lind 070-174 06 10 nu. Svarar ingen: följ larmrutinen.',
    )
    expect(await read(null, { ...alarm, queuedBy: 'prov' })).toBe('field-missing')
  })
})

describe('cards for a round of visits', () => {
  const cards = (youths: readonly MadeYouth[]) =>
    inTransaction(place.pool, async (tx) => {
      const made = await renderCards(
        tx,
        around,
        youths.map(({ personId }) => ({ personId, visitDay: date('2026-11-20'), visitTime: '15:00' })),
      )
      return made
    })

  it('are four on a sheet, each in the youth’s language and with a code of its own', async () => {
    const youths = [
      await aReceiver(place, { unit, staff }),
      await aReceiver(place, { unit, staff, lang: 'en' }),
      ...(await Promise.all([1, 2, 3].map(() => aReceiver(place, { unit, staff })))),
    ]
    const made = await cards(youths)
    if (!made.granted) throw new Error(made.reason)
    expect([infoOf(made.value).get('Pages'), infoOf(made.value).get('Tagged')]).toEqual(['2', 'yes'])
    const text = textOf(made.value)
    expect(text).toContain('Friday 20 November')
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Fredag 20 november klockan 15.00')
    const codes = [...text.matchAll(/[A-HJKMNP-TV-Z2-9]{5}.[A-HJKMNP-TV-Z2-9]{5}/g)].map(([code]) => code)
    expect(new Set(codes).size).toBe(5)
    const [issued] = await place.sql<{ n: number }>(`select count(*)::int as n from replies.code where channel = 'visitCard'`)
    expect(issued?.n).toBe(5)
  })

  it('are none when one of them cannot be made: it says which', async () => {
    const [right, hidden, nobody] = [
      await aReceiver(place, { unit, staff }),
      await aReceiver(place, { unit, staff, protected: 'marked' }),
      await aReceiver(place),
    ]
    expect(await cards([right, hidden])).toEqual({ granted: false, reason: 'not-seen', at: 1 })
    expect(await cards([right, right, nobody])).toEqual({ granted: false, reason: 'field-missing', at: 2 })
  })
})
