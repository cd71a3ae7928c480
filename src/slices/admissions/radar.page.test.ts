/** The radar from the lists to the September number: who is shown, what is written. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aDiplomasFile, anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { readList } from './list.actions.ts'
import { day, leavers } from './radar.testbed.ts'

const [ada = '', bo = '', cia = '', dan = '', eli = '', fay = '', hidden = ''] = leavers
const graduate = aNumber('20070505')
const moved = aNumber('20100808')
const stranger = aNumber('20100909')

let site: TestSite
let staff: Visitor
const subjects = new Map<string, string>()

const people: Readonly<Record<string, string>> = {
  [ada]: 'Ada',
  [bo]: 'Bo',
  [cia]: 'Cia',
  [dan]: 'Dan',
  [eli]: 'Eli',
  [fay]: 'Fay',
  [graduate]: 'Gry',
}

/** The web's clock stands on a day of the summer of 2026, whatever day the test is run. */
const clockOn = (on: string) => site.later(Date.parse(`${on}T10:00:00Z`) - clock)
let clock = Date.now()
const goTo = (on: string) => {
  clockOn(on)
  clock = Date.parse(`${on}T10:00:00Z`)
}

beforeAll(async () => {
  site = await aSite()
  goTo('2026-07-10')
  const posts = Object.entries(people).map(([number, given]) => aPost({ number, given }))
  const more = [aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' }), aPost({ number: moved, given: 'Moa', municipality: '1480' })]
  await site.place.feed('population', aPopulation(...posts, ...more), { on: date('2026-05-02') })
  await site.place.feed('enrolments', anEnrolmentsFile(`${graduate};GY;NA25;99990101;2023-08-17;2026-06-12;nej`), {
    on: date('2026-06-13'),
  })
  await site.place.feed('diplomas', aDiplomasFile(`${graduate};studiebevis;2026-06-12`), { on: date('2026-06-20') })
  staff = await site.signedIn(['coordinator', 'systemCoordinator'], { name: 'Amina Prov' })
  for (const row of await site.place.sql<{ number: string; subject: string }>('select number, subject_id as subject from worklist.youth'))
    subjects.set(row.number, row.subject)
})
afterAll(() => site.close())

const subject = (number: string): string => subjects.get(number) ?? ''
const radar = async (tab = ''): Promise<string> => (await staff.get(`/radar${tab}`)).html
const number = async (label: string): Promise<number> => Number(new RegExp(`<dt>${label}</dt><dd>(\\d+)</dd>`).exec(await radar())?.[1])
const rows = [
  `${ada};antagen`,
  `${bo};ej antagen`,
  `${cia};reserv`,
  `${dan};ej sökt`,
  `${hidden};ej antagen`,
  `${moved};ej antagen`,
  `${stranger};antagen`,
  'x;antagen',
]
const file = (...lines: string[]): string => `personnummer;status\n${lines.join('\n')}\n`

describe('before any list', () => {
  it('only the study certificate is looked at, and is not of the number', async () => {
    const html = await radar('?flik=studiebevis')
    expect(html).toMatch(/Ingen antagningslista[^]*Gry/)
    expect([await number('Utan plats'), await number('Studiebevis, utan plats')]).toEqual([0, 1])
  })
})

describe('a list', () => {
  const hand = (fields: Readonly<Record<string, string>>) =>
    staff.send('/radar/listor', { round: 'first', on: '2026-07-01', numberColumn: '', stateColumn: '', words: '', ...fields })

  it.each([
    [{ file: '' }, 'Välj en fil'],
    [{ file: 'namn;status\nx;antagen\n' }, 'fel rubrikrad'],
    [{ file: file(...rows), on: '2026-07-11' }, 'har inte varit än'],
    [{ file: file(...rows), on: '2026-04-20' }, 'Preliminära listor läses inte in'],
    [{ file: file(...rows), on: '' }, 'Listans dag'],
    [{ file: `nr;status\n${ada};antagen\n`, numberColumn: 'Pnr' }, 'Pnr (personnummer) saknas'],
    [{ file: file('x;y') }, 'Ingen rad gick att använda'],
    [{ file: file(...rows), words: 'A = kanske' }, 'går inte att förstå'],
    [{ file: file(...rows), round: 'third' }, 'Välj ett av alternativen'],
    [{ file: `${file(...rows)}${eli};anta` }, 'avklippt'],
  ])('%j is refused with a clear message', async (fields, text) => {
    const { status, html } = await hand(fields)
    expect([status, html.includes(text)]).toEqual([422, true])
    expect(await site.place.sql('select from admissions.list')).toHaveLength(0)
  })

  it('is read once, and of those who are not here only the number is kept', async () => {
    const { status, html } = await hand({ file: file(...rows) })
    expect([status, html.includes('8 rader lästes. 6 ungdomar i registret fick listans besked; 1 finns inte i registret.')]).toEqual([
      200,
      true,
    ])
    expect(html).toMatch(/Filen \(CSV\), rad 9: personnumret går inte att läsa/)
    expect((await hand({ file: file(...rows.toReversed()) })).html).toContain('Samma lista är redan inläst')
    expect(await site.place.sql('select rows, unknown_people, unreadable from admissions.list')).toEqual([
      { rows: 8, unknown_people: 1, unreadable: 1 },
    ])
    const [kept] = await site.place.sql<{ all: string }>(`select coalesce(string_agg(a::text, ''), '') as all from admissions.answer a`)
    expect(kept?.all).not.toContain(stranger)
    const [line] = await site.place.sql<{ detail: string }>(
      `select detail::text as detail from audit.line where action = 'admissions.readList' and outcome = 'done' order by id desc limit 1`,
    )
    expect(line?.detail).not.toMatch(/2010/)
  })

  it('that should not have been read is taken back, stays, and may be read again', async () => {
    expect((await hand({ round: 'second', on: '2026-07-09', file: file(`${ada};ej antagen`) })).status).toBe(200)
    expect(await number('Utan plats')).toBe(6)
    const path = /\/radar\/listor\/[\w-]{36}\/ta-tillbaka/.exec((await staff.get('/radar/listor')).html)?.[0] ?? ''
    expect((await staff.send(path)).status).toBe(303)
    expect(await number('Utan plats')).toBe(5)
    const { html } = await staff.get('/radar/listor')
    expect(html).toMatch(/<s>Andra antagningen<\/s>[^]*Tillbakatagen [\w ]+ av Amina Prov/)
    expect((await staff.send(path)).status).toBe(303)
    expect((await staff.send('/radar/listor/00000000-0000-4000-8000-000000000000/ta-tillbaka')).status).toBe(404)
    const counsellor = await site.signedIn(['counsellor'])
    expect((await counsellor.send(path)).status).toBe(403)
  })
})

describe('the radar', () => {
  it('has those without a place by why, nobody who has moved, and nobody protected for readers without the right', async () => {
    const html = await radar()
    expect([...html.matchAll(/<a href="\/ungdomar\/[\w-]+">(\w+) Provsson/g)].map(([, name]) => name)).toEqual([
      'Bo',
      'Cia',
      'Dan',
      'Eli',
      'Fay',
    ])
    expect(html).not.toMatch(/Moa|Hemliga/)
    expect([await number('Utan plats'), await number('Har en plats'), await number('På radarn')]).toEqual([5, 1, 7])
    const handler = await site.signedIn(['protectedHandler'])
    expect((await handler.get('/radar?flik=inte-antagna')).html).toMatch(/Hemliga[^]*skyddad/)
    const unitless = await site.signedIn(['counsellor'])
    expect((await unitless.get('/radar')).html).toMatch(/Ingen här(?![^]*Provsson)/)
  })

  it('says for many what has been done, and on which days it may not be', async () => {
    const mark = (kind: string, on: string, ...of: string[]) => staff.send('/radar/steg', { kind, on, flik: '', subject: of.map(subject) })
    expect((await mark('invited', '2026-07-02')).html).toContain('Markera minst en ungdom')
    expect((await mark('invited', 'x', bo)).status).toBe(422)
    for (const on of ['2026-07-11', '2026-05-31']) await mark('invited', on, bo)
    expect(await site.place.sql('select from admissions.step')).toHaveLength(0)
    await mark('invited', '2026-07-02', bo, cia, dan, hidden, moved)
    expect((await site.place.sql('select from admissions.step')).length).toBe(3)
    expect((await mark('invited', '2026-07-02', bo)).status).toBe(303)
    expect((await site.place.sql('select from admissions.step')).length).toBe(3)
    await mark('met', '2026-07-08', bo)
    await mark('placed', '2026-07-09', cia)
    expect(await number('Utan plats')).toBe(4)
    expect(await radar()).toMatch(/Bo Provsson[^]*träffad/)
  })

  it('counts a meeting that is logged as having met, so that nobody writes it twice', async () => {
    const [who] = await site.place.sql<{ person: number; staff: string }>(
      `select y.person_id as person, (select id from access.staff limit 1) as staff from worklist.youth y where number = $1`,
      [dan],
    )
    await site.place.sql(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, origin)
       values ($1, 'inPerson', true, true, 'reached', '2026-07-09T10:00:00Z', $2, 'Prov', 'hand')`,
      [who?.person, who?.staff],
    )
    expect(await radar('?flik=inte-sokt')).toMatch(/Dan Provsson[^]*träffad/)
  })

  it('takes back what was wrong from the person page', async () => {
    const page = (await staff.get(`/ungdomar/${subject(cia)}`)).html
    expect(page).toMatch(/Sommarradarn[^]*Första antagningen, 1 juli 2026: reserv[^]*Fått plats 9 juli 2026/)
    const step = [...page.matchAll(/radar\/([\w-]{36})\/stryk/g)].at(-1)?.[1] ?? ''
    expect((await staff.send(`/ungdomar/${subject(cia)}/radar/${step}/stryk`)).status).toBe(303)
    expect(await number('Utan plats')).toBe(5)
    expect((await staff.send(`/ungdomar/${subject(cia)}/radar`, { kind: 'placed', on: '2026-07-10' })).status).toBe(303)
    expect(await number('Utan plats')).toBe(4)
    expect((await staff.send(`/ungdomar/${subject(hidden)}/radar`, { kind: 'met', on: '2026-07-10' })).status).toBe(404)
  })
})

describe('the autumn', () => {
  it('counts those admitted who have not come', async () => {
    const reader = { actor: 'prov', staffId: null, today: day('2026-08-05') }
    const second = { round: 'second', on: day('2026-08-05'), text: file(`${bo};antagen`, `${dan};ej antagen`), name: 'lista' } as const
    expect((await readList(site.place.pool, reader, { ...second, mapping: { columns: {}, constants: {}, values: {} } })).granted).toBe(true)
    await site.place.feed(
      'enrolments',
      anEnrolmentsFile(
        `${graduate};GY;NA25;99990101;2023-08-17;2026-06-12;nej`,
        `${bo};GY;NA25;99990101;2026-08-17;;nej`,
        `${eli};GY;IMV;99990101;2026-08-17;;nej`,
      ),
      { on: date('2026-08-20') },
    )
    for (const [on, expected] of [
      ['2026-08-21', 2],
      ['2026-08-24', 2],
      ['2026-08-25', 4],
      ['2026-09-15', 4],
    ] as const) {
      goTo(on)
      staff = await site.signedIn(['coordinator', 'systemCoordinator'], { name: 'Amina Prov' })
      expect([on, await number('Utan plats')]).toEqual([on, expected])
    }
    expect(await radar('?flik=inte-pa-plats')).toMatch(/Ada Provsson[^]*antagen, inte på plats/)
  })

  it('has the figures of all days, and what became of those not admitted', async () => {
    const cells = (html: string, name: string) =>
      [...(new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`, 's').exec(html)?.[1] ?? '').matchAll(/>(\d+|\.\.)</g)].map(([, n]) => n)
    const small = (await staff.get('/radar/siffror')).html
    expect(small).toMatch(/Sommarradarn 2026: siffror[^]*15 september 2026[^]*Första antagningen, 1 juli[^]*Andra antagningen, 5 aug/)
    // Small numbers are hidden and zero is not; whoever may open the youths opens a hidden number of the day.
    expect(cells(small, 'Första antagningen: reserver')).toEqual(['..', '..', '0', '0', '0', '0', '0', '..'])
    expect([cells(small, '15 sep 2026')[0], cells(small, '1 juli 2026')[0], cells(small, '30 juni 2026')[0]]).toEqual(['..', '5', '0'])
    expect(small).toMatch(
      /15 sep 2026<\/th>[^]*?<a href="\/radar\?ar=2026"><abbr[^>]*>\.\.<[^]*?<a href="\/radar\?ar=2026&amp;flik=reserver">/,
    )
    const statistician = await site.signedIn(['systemCoordinator'], { name: 'Sten Siffra' })
    expect((await statistician.get('/radar/siffror')).html).not.toContain('<a href="/radar?ar=2026">')
    const version = /name="version" value="(\d+)"/.exec((await staff.get('/installningar/siffror')).html)?.[1] ?? ''
    expect((await staff.send('/installningar/siffror', { version, smallBelow: '1' })).status).toBe(303)
    // Bo was not admitted, was met, and is enrolled; Dan had not applied, was met, and has no place; Cia was a reserve.
    const { html } = await staff.get('/radar/siffror')
    const numbers = (name: string): number[] => cells(html, name).map(Number)
    expect(numbers('Första antagningen: inte antagna')).toEqual([1, 1, 1, 0, 1, 1, 0, 0])
    expect(numbers('Första antagningen: hade inte sökt')).toEqual([1, 1, 1, 0, 0, 0, 0, 1])
    expect(numbers('Första antagningen: reserver')).toEqual([1, 1, 0, 0, 0, 0, 0, 1])
    expect([numbers('15 sep 2026')[0], numbers('30 juni 2026')[0], numbers('1 juli 2026')[0]]).toEqual([4, 0, 5])
  })

  it('of another year, and settings that cannot be read, are told', async () => {
    expect((await staff.get('/radar?ar=2025')).html).toContain('Sommarradarn 2025')
    const { html } = await staff.get('/radar/installningar')
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    const save = (fields: Readonly<Record<string, string>>) =>
      staff.send('/radar/installningar', { version, from: '06-01', until: '09-15', showUp: '08-25', graceDays: '14', ...fields })
    expect((await save({ showUp: '10-01' })).html).toContain('Skriv en dag i säsongen')
    expect((await save({ from: '06-31' })).html).toContain('Skriv månad och dag')
    expect((await save({ graceDays: '21' })).status).toBe(303)
  })
})
