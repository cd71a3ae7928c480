/** Questionnaires in the hands of staff: handed out, changed, and shown as trends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterMeeting } from './shipped-meeting.ts'
import { aSurveySite, type SurveySite } from './survey.testbed.ts'

let bed: SurveySite
beforeAll(async () => {
  bed = await aSurveySite()
})
afterAll(() => bed.site.close())

describe('a code on the screen', () => {
  it('is shown as a square and as text, is never in an address, and opens the first question', async () => {
    const code = await bed.aCode()
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
    const { status, html } = await bed.get(`/e/0180/${code}`)
    expect([status, html.includes('Hur var mötet?'), html.includes('Fråga 1 av 2')]).toEqual([200, true, true])
    expect(html).not.toMatch(/<script|Enhet Nord|Prov coordinator/)
  })
  it('needs a questionnaire and a unit that are there, and a right number of slips', async () => {
    for (const [path, fields, text] of [
      ['skarm', { key: 'other', unit: String(bed.north) }, 'Välj en enkät'],
      ['skarm', { key: 'start', unit: '99999' }, 'Välj en enhet'],
      ['lappar', { key: 'start', unit: String(bed.north), count: '61' }, 'Skriv ett helt antal mellan 1 och 60'],
      ['lappar', { key: 'start', unit: String(bed.north), count: 'x' }, 'Skriv ett helt antal'],
    ] as const) {
      const { status, html } = await bed.coordinator.send(`/enkater/${path}`, fields)
      expect([status, html.includes(text)]).toEqual([422, true])
    }
  })
  it('is for the giver’s own unit, unless the giver sees the whole municipality', async () => {
    const counsellor = await bed.site.signedIn(['counsellor'], { unit: 'Enhet Nord' })
    expect((await counsellor.get('/enkater')).html).not.toContain('Enhet Syd')
    expect((await counsellor.send('/enkater/skarm', { key: 'start', unit: String(bed.south) })).status).toBe(422)
    expect((await counsellor.send('/enkater/skarm', { key: 'start', unit: String(bed.north) })).status).toBe(200)
    expect((await counsellor.get('/enkater/resultat')).status).toBe(403)
    expect((await counsellor.get('/enkater/fragor/start/andra')).status).toBe(403)
  })
  it('comes on slips as a tagged PDF, as many as were asked for', async () => {
    const [before] = await bed.site.place.sql<{ n: number }>('select count(*)::int as n from survey.code')
    const { status, html, headers } = await bed.coordinator.send('/enkater/lappar', {
      key: 'afterGroup',
      unit: String(bed.north),
      count: '13',
    })
    expect([status, headers.get('content-type'), html.startsWith('%PDF-')]).toEqual([200, 'application/pdf', true])
    const [after] = await bed.site.place.sql<{ n: number }>('select count(*)::int as n from survey.code')
    expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(13)
  })
})

const fieldsOf = (html: string): Record<string, string> => ({
  version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '',
  ...{
    occasion: 'meeting',
    inUse: 'ja',
    title: 'Vår egen',
    text1: 'Hur var mötet?',
    kind1: 'scale',
    text2: 'Kommer du tillbaka?',
    kind2: 'yesNo',
  },
})

describe('a questionnaire', () => {
  it('that is shipped is copied and changed; the copy is handed out, and keeps what is translated', async () => {
    const form = await bed.coordinator.get('/enkater/fragor/afterMeeting/andra')
    const saved = await bed.coordinator.send('/enkater/fragor/afterMeeting/andra', fieldsOf(form.html))
    expect(saved.location).toMatch(/^\/enkater\/fragor\/[0-9a-f-]{36}$/)
    expect((await bed.coordinator.get(saved.location)).html).toContain('Kommer du tillbaka?')
    const key = saved.location.split('/').at(-1) ?? ''
    const code = await bed.aCode(key)
    expect((await bed.get(`/e/0180/${code}?sprak=ar`)).html).toContain(afterMeeting.questions[0]?.text.ar)
    const second = await bed.send(`/e/0180/${code}?sprak=ar`, { 'q-meeting': '1' })
    expect(second.html).toContain('<span lang="sv" dir="ltr">Kommer du tillbaka?</span>')
    expect((await bed.coordinator.get(`${saved.location}?sprak=ar`)).html).toContain('saknar översättning')
    expect((await bed.coordinator.get('/enkater/fragor/start?sprak=ar')).html).toContain('inte korrekturläst')
  })
  it('is a new version with each change, one after the other; an answer under way keeps the version it was given with', async () => {
    const copy = await bed.coordinator.send('/enkater/fragor/start/andra', { ...fieldsOf(''), version: '1', title: 'Två' })
    const [path, code] = [`${copy.location}/andra`, await bed.aCode(copy.location.split('/').at(-1))]
    const changed = { ...fieldsOf(''), version: '1', title: 'Två', text1: 'En helt annan fråga?' }
    expect((await bed.coordinator.send(path, changed)).location).toBe(copy.location)
    const stale = await bed.coordinator.send(path, { ...changed, title: 'Tre' })
    expect([stale.status, stale.html.includes('Någon annan har sparat'), stale.html.includes('value="Tre"')]).toEqual([409, true, true])
    expect((await bed.get(`/e/0180/${code}`)).html).toContain('Hur var mötet?')
    const retired = { ...changed, version: '2' } as Record<string, string>
    delete retired['inUse']
    expect((await bed.coordinator.send(path, retired)).status).toBe(303)
    expect(
      (await bed.coordinator.send('/enkater/skarm', { key: copy.location.split('/').at(-1) ?? '', unit: String(bed.north) })).status,
    ).toBe(422)
  })
  it('with something wrong is shown again with what was typed', async () => {
    const fields = { ...fieldsOf(''), version: '1', title: '', kind2: 'choice', options2: 'Ett val' }
    const { status, html } = await bed.coordinator.send('/enkater/fragor/start/andra', fields)
    expect([status, html.includes('Skriv ett namn'), html.includes('mellan två och sju val'), html.includes('Ett val</textarea>')]).toEqual(
      [422, true, true, true],
    )
    expect((await bed.coordinator.get('/enkater/fragor/saknas')).status).toBe(404)
    expect((await bed.coordinator.send('/enkater/fragor/saknas/andra', fields)).status).toBe(404)
  })
})

describe('the results', () => {
  const answers = (unit: number, quarter: string, no: number) =>
    bed.site.place.sql(
      `insert into survey.tally (version_id, unit_id, quarter, question, option, n)
       select id, $1, $2, 'helped', 1, $3 from survey.version where key = 'afterMeeting' and version = 1`,
      [unit, quarter, no],
    )

  it('are shown from ten answers, as picture, table and file, and never what would give a small unit away', async () => {
    await bed.aCode()
    await answers(bed.north, '2025-01-01', 34)
    await answers(bed.north, '2025-04-01', 9)
    await answers(bed.north, '2025-07-01', 21)
    await answers(bed.south, '2025-07-01', 4)
    const all = await bed.coordinator.get('/enkater/resultat?enkat=afterMeeting')
    expect(all.html).toContain('Fick du hjälp med det du ville?')
    expect(all.html).toMatch(/<svg class="plot"/)
    const csv = (await bed.coordinator.get('/enkater/resultat.csv?enkat=afterMeeting')).html
    expect(csv.split('\r\n').filter((line) => line.includes(';Nej;'))).toEqual([
      'Efter mötet;Fick du hjälp med det du ville?;Alla enheter tillsammans;2025 kv 1;34;Nej;100',
      'Efter mötet;Fick du hjälp med det du ville?;Alla enheter tillsammans;2025 kv 3;25;Nej;100',
    ])
    for (const [unit, quarters] of [
      [bed.north, ['2025 kv 1']],
      [bed.south, []],
    ] as const) {
      const own = (await bed.coordinator.get(`/enkater/resultat.csv?enkat=afterMeeting&enhet=${unit}`)).html
      expect(
        own
          .split('\r\n')
          .filter((line) => line.includes(';Nej;'))
          .map((line) => line.split(';')[3]),
      ).toEqual(quarters)
    }
    const hidden = await bed.coordinator.get(`/enkater/resultat?enkat=afterMeeting&enhet=${bed.south}`)
    expect(hidden.html).toContain('Inget kvartal har tillräckligt många svar')
  })
  it('of the quarter under way are not shown, however many they are', async () => {
    const codes = await Promise.all(Array.from({ length: 12 }, () => bed.aCode('afterGroup')))
    for (const code of codes) await bed.send(`/e/0180/${code}`, { 'q-group': '4', 'q-welcome': '0', 'q-most': '1', 'q-next': '0' })
    expect((await bed.coordinator.get('/enkater/resultat?enkat=afterGroup')).html).toContain(
      'Ingen har svarat under ett kvartal som är slut',
    )
  })
  it('are for the own unit and the whole, to somebody of a unit; and nothing at all to an address that is wrong', async () => {
    const head = await bed.site.signedIn(['unitManager'], { unit: 'Enhet Nord' })
    expect((await head.get(`/enkater/resultat?enhet=${bed.north}`)).status).toBe(200)
    expect((await head.get(`/enkater/resultat?enhet=${bed.south}`)).status).toBe(404)
    for (const wrong of ['enkat=none', 'enhet=abc', 'enhet=99999'])
      expect((await bed.coordinator.get(`/enkater/resultat?${wrong}`)).status).toBe(404)
  })
  it('follow the setting, which is never below five', async () => {
    const system = await bed.site.signedIn(['systemCoordinator'])
    const page = await system.get('/installningar/enkater')
    const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? ''
    const low = await system.send('/installningar/enkater', { version, minimum: '4', codeDays: '30' })
    expect([low.status, low.html.includes('mellan 5 och 100')]).toEqual([422, true])
    expect((await system.send('/installningar/enkater', { version, minimum: '5', codeDays: '7' })).status).toBe(303)
    const csv = (await bed.coordinator.get(`/enkater/resultat.csv?enkat=afterMeeting&enhet=${bed.north}`)).html
    expect(csv).toContain('2025 kv 2')
    expect((await system.get('/installningar')).html).toContain('/installningar/enkater')
    expect((await system.get('/enkater/fragor/start')).html).toContain('/enkater/resultat')
    expect(bed.site.reported).toEqual([])
  })
})
