/** The return's pages: what is left to mend and where, for whom; half-years that do not exist, have not begun, have no profile or hold nobody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { mendAddress } from './mend.rules.ts'
import { rehearse } from './rehearse.actions.ts'
import { aBusyTown, type Town } from './town.testbed.ts'

let town: Town
let site: TestSite
let amina: Visitor
let sara: Visitor
/** Of a measure that ended, and nobody wrote what came after: Anna's, and the protected Eva's. */
const lacking: Record<'anna' | 'eva', string> = { anna: '', eva: '' }
const today = todayInSweden()
const subjectOf = async (name: 'anna' | 'eva' | 'bo'): Promise<string> =>
  (await town.sql<{ id: string }>('select subject_id as id from register.person where id = $1', [await town.personOf(name)]))[0]?.id ?? ''
const measureOf = async (id: number): Promise<string> =>
  (await town.sql<{ id: string }>('select measure_id as id from measures.measure where id = $1', [id]))[0]?.id ?? ''

beforeAll(async () => {
  town = (await aBusyTown()).town
  for (const name of ['anna', 'eva'] as const) {
    const id = await town.guide(name, '2026-02-01', '2026-02-01 09:00', '2026-02-20')
    await town.sql('update measures.measure set occupation_after = null, version = version + 1 where id = $1', [id])
    lacking[name] = await measureOf(id)
  }
  site = await aSite(town)
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  sara = await site.signedIn(['protectedHandler'], { name: 'Sara Ek' })
  await rehearse(town, today, 'prov')
})
afterAll(() => site.close())

const desk = (by: Visitor, half = '2026H1', more = '') => by.get(`/halvarsuppgiften?halvar=${half}${more}`)

describe('the page of a half-year', () => {
  it('counts errors to zero, and leads each to its record at the field', async () => {
    const { status, html } = await desk(amina)
    expect(status).toBe(200)
    expect(html).toMatch(/<dt>fel kvar<\/dt><dd>2<\/dd>/)
    expect(html).toContain('Sysselsättning efter åtgärden saknas')
    expect(html).toContain('Öppna slutet och välj vad ungdomen gjorde efter åtgärden.')
    expect(html).toContain(`href="/ungdomar/${await subjectOf('anna')}/atgarder/${lacking.anna}#end-occupation"`)
    expect(html).toContain('inte kontrollerat mot SCB')
  })

  it('shows nothing of a protected youth without the right, only how many and who mends them', async () => {
    const eva = await subjectOf('eva')
    const { html } = await desk(amina)
    expect(html).not.toContain(eva)
    expect(html).toContain('1 fel gäller ungdomar som du inte får se.')
    expect(html).toContain('De rättas av Sara Ek.')
    const hers = (await desk(sara)).html
    expect(hers).toContain(`/ungdomar/${eva}/atgarder/${lacking.eva}#end-occupation`)
    expect(hers).not.toContain('som du inte får se')
  })

  it('says how long is left, and that it has passed', async () => {
    expect((await desk(amina, '2026H2')).html).toMatch(
      /dagar kvar till 1 februari 2027|I dag, 1 februari 2027|Sista dagen var 1 februari 2027/,
    )
    expect((await desk(amina, '2018H1')).html).toMatch(/Sista dagen var 1 september 2018, för [\d ]+ dagar sedan/)
  })

  it('shows one control alone, page by page, and takes anything else in the address for the first', async () => {
    const { html } = await desk(amina, '2026H1', '&kontroll=occupationAfterMissing')
    expect(html).toContain('Visa alla kontroller')
    expect(html).not.toContain('Ingen har frågat vad ungdomen gör</h3>')
    expect((await desk(amina, '2026H1', '&kontroll=constructor&sida=-3')).status).toBe(200)
  })

  it('names the half-year alone in its address and title', async () => {
    const { html } = await desk(amina)
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe('Halvårsuppgiften – Ungdomslots')
  })

  it('is tried again on a press: what was mended is gone', async () => {
    const bo = await town.personOf('bo')
    const id = await town.guide('bo', '2026-04-01', '2026-04-01 09:00', '2026-04-20')
    await town.sql('update measures.measure set occupation_after = null, version = version + 1 where id = $1', [id])
    await amina.send('/halvarsuppgiften/prova', { halvar: '2026H1' })
    expect((await desk(amina)).html).toMatch(/<dt>fel kvar<\/dt><dd>3<\/dd>/)
    await town.sql(`update measures.measure set occupation_after = 'work', version = version + 1 where id = $1 and person_id = $2`, [
      id,
      bo,
    ])
    const sent = await amina.send('/halvarsuppgiften/prova', { halvar: '2026H1' })
    expect([sent.status, sent.location]).toEqual([303, '/halvarsuppgiften?halvar=2026H1'])
    expect((await desk(amina)).html).toMatch(/<dt>fel kvar<\/dt><dd>2<\/dd>/)
  })
})

describe('half-years', () => {
  it.each(['2026H3', '2014H2', 'sommaren', '%00', ''])('that do not exist are said to, with the way back: %j', async (half) => {
    for (const path of ['', '/filen', '/filen/text', '/filen/excel', '/andrat', '/leverera', '/profil']) {
      const { status, html } = await amina.get(`/halvarsuppgiften${path}?halvar=${half}`)
      expect([path, status]).toEqual([path, 404])
      expect(html).toContain('Halvåret finns inte')
      expect(html).toContain('Till halvårsuppgiften')
    }
    expect((await amina.send('/halvarsuppgiften/prova', { halvar: half === '' ? 'x' : half })).status).toBe(404)
  })

  it('that have not begun are said to, on each page', async () => {
    for (const path of ['', '/filen', '/filen/text', '/andrat', '/leverera']) {
      const { status, html } = await amina.get(`/halvarsuppgiften${path}?halvar=2999H1`)
      expect([path, status]).toEqual([path, 200])
      expect(html).toContain('Halvåret har inte börjat')
    }
  })

  it('without a profile lead to where one is made', async () => {
    const { html } = await desk(amina, '2025H2')
    expect(html).toContain('Det finns ingen profil för halvåret')
    expect(html).toContain('href="/halvarsuppgiften/profil?halvar=2025H2"')
    expect((await amina.get('/halvarsuppgiften/filen?halvar=2025H2')).html).toContain('Det finns ingen profil')
    expect((await amina.get('/halvarsuppgiften/profil?halvar=2025H2')).html).toContain('Ingen profil gäller än')
  })

  it('that hold nobody say 0 rows, before and after they are tried', async () => {
    expect((await desk(amina, '2018H2')).html).toContain('Det här halvåret är inte byggt på prov')
    await amina.send('/halvarsuppgiften/prova', { halvar: '2018H2' })
    expect((await desk(amina, '2018H2')).html).toContain('Uppgiften har 0 rader')
    expect((await amina.get('/halvarsuppgiften/filen?halvar=2018H2')).html).toContain('Uppgiften har 0 rader')
  })
})

describe('who may', () => {
  it.each([
    ['coordinator', [200, 200, 200, 200]],
    ['systemCoordinator', [200, 200, 403, 200]],
    ['protectedHandler', [200, 200, 403, 403]],
    ['unitManager', [403, 403, 403, 403]],
    ['counsellor', [403, 403, 403, 403]],
  ] as const)('%s', async (role, expected) => {
    const by = await site.signedIn([role])
    const paths = ['', '/filen', '/leverera', '/profil'].map((path) => `/halvarsuppgiften${path}?halvar=2026H1`)
    expect(await Promise.all(paths.map(async (path) => (await by.get(path)).status))).toEqual(expected)
  })

  it('one who may not mend is led to the youth and told who does', async () => {
    const by = await site.signedIn(['systemCoordinator'])
    const { html } = await desk(by)
    expect(html).toContain('Rättas av en samordnare eller en handläggare.')
    expect(html).not.toContain('/atgarder/')
  })
})

describe('what is to be mended', () => {
  it('is at addresses that exist, with the fields they name', async () => {
    const subjectId = await subjectOf('anna')
    const open = await measureOf(await town.guide('anna', '2026-10-01', '2026-10-01 09:00'))
    const [contact] = await town.sql<{ id: string }>(
      'select contact_id as id from outreach.contact where person_id = $1 and reached and struck_at is null limit 1',
      [await town.personOf('anna')],
    )
    const about = { subjectId, refId: null, itemKey: null } as const
    const asked = [
      { ...about, control: 'numberMissing', mend: 'duplicates' },
      { ...about, control: 'entryReasonUnknown', mend: 'correct' },
      { ...about, control: 'exitNotOn20', mend: 'correct' },
      { ...about, control: 'periodsOverlap', mend: 'correct' },
      { ...about, control: 'occupationNotAsked', mend: 'occupation' },
      { ...about, control: 'contactOccupationMissing', mend: 'occupation', refId: contact?.id ?? '' },
      { ...about, control: 'contactTwice', mend: 'contacts', refId: contact?.id ?? '' },
      { ...about, control: 'measureKindWithoutCode', mend: 'catalogue', itemKey: 'practice' },
      { ...about, control: 'measureOutside', mend: 'measure', refId: open },
      { ...about, control: 'plannedEndPassed', mend: 'measure', refId: open },
      { ...about, control: 'measureEndReasonMissing', mend: 'measure', refId: lacking.anna },
      { ...about, control: 'occupationAfterMissing', mend: 'measure', refId: lacking.anna },
      { ...about, control: 'measureEndReasonWithoutCode', mend: 'profile' },
      { ...about, control: 'numberMissing', mend: 'youth' },
      { ...about, control: 'openAtExit', mend: 'measures' },
    ] as const
    for (const one of asked) {
      const [path = '', field] = mendAddress(one, '2026H1').split('#')
      const { status, html } = await amina.get(path)
      expect([path, status]).toEqual([path, 200])
      if (field !== undefined) expect([path, html.includes(`id="${field}"`) ? field : 'no such field']).toEqual([path, field])
    }
  })
})

describe('a measure that has no code anywhere', () => {
  it('is said by name, and neither file nor delivery is made', async () => {
    await town.sql(`insert into measures.item (key) values ('pottery')`)
    await town.sql(
      `insert into measures.item_version (item_key, version, name_sv, name_en, from_on, department, counts, exclusive, needs_decision, stages, codes, changed_by)
       select 'pottery', 1, 'Keramik', 'Pottery', from_on, department, true, false, false, '[]', '{}', 'prov' from measures.item_version where item_key = 'guidance' limit 1`,
    )
    const id = await town.guide('bo', '2026-05-04', '2026-05-04 09:00', null, 'pottery')
    const told = 'Profilen saknar kod för codes.measureKinds.pottery.'
    const preview = (await sara.get('/halvarsuppgiften/filen?halvar=2026H1')).html
    expect(preview).toContain(told)
    expect(preview).not.toContain('/halvarsuppgiften/filen/text')
    const file = await sara.get('/halvarsuppgiften/filen/text?halvar=2026H1')
    expect([file.status, file.html.includes(told)]).toEqual([409, true])
    const asked = await amina.get('/halvarsuppgiften/leverera?halvar=2026H1')
    expect([asked.html.includes(told), asked.html.includes('name="replaces"')]).toEqual([true, false])
    const sent = await amina.send('/halvarsuppgiften/leverera', { halvar: '2026H1', replaces: '0', errors: '9', despiteErrors: 'ja' })
    expect([sent.status, sent.html.includes('Inget är levererat.')]).toEqual([422, true])
    expect(await town.sql('select from returns.delivery')).toEqual([])
    await town.sql(
      `update measures.measure set struck_at = now(), struck_by = 'prov', struck_why = 'fel', version = version + 1 where id = $1`,
      [id],
    )
  })
})

describe('the file as it is now', () => {
  const preview = (by: Visitor, more = '') => by.get(`/halvarsuppgiften/filen?halvar=2026H1${more}`)

  it('is shown block by block, without protected youths for those without the right', async () => {
    const eva = await subjectOf('eva')
    const { html } = await preview(amina)
    expect(html).toContain(await subjectOf('anna'))
    expect(html).not.toContain(eva)
    expect(html).toContain('1 rad i blocket gäller ungdomar som du inte får se')
    expect((await preview(sara)).html).toContain(eva)
    const exits = (await preview(amina, '&block=exit')).html
    expect(exits).toContain('2026-05-01')
    expect((await preview(amina, '&block=okant&sida=99')).status).toBe(200)
  })

  it('is handed to those with the right alone when somebody in it is protected; the others are told whom to ask', async () => {
    for (const as of ['text', 'excel']) {
      const refused = await amina.get(`/halvarsuppgiften/filen/${as}?halvar=2026H1`)
      expect(refused.status).toBe(409)
      expect(refused.html).toMatch(/Be [^.]*Sara Ek/)
      expect(refused.html).not.toMatch(/\d{8}-?\d{4}/)
      const given = await sara.get(`/halvarsuppgiften/filen/${as}?halvar=2026H1`)
      expect([given.status, given.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('kaa-0180-2026H1')])
    }
    expect((await sara.get('/halvarsuppgiften/filen/text?halvar=2026H1')).html.split('\r\n').length).toBeGreaterThan(5)
    // The log tells who was handed the file, and of which half-year; and who was refused it.
    const lines = await town.sql(
      `select outcome, detail ->> 'half' as half, detail ? 'youths' as counted from audit.line where action = 'returns.readFile' order by id desc limit 5`,
    )
    expect(lines.map((line) => Object.values(line).join(' '))).toEqual([
      'done 2026H1 true',
      'done 2026H1 true',
      'holds-protected 2026H1 true',
      'done 2026H1 true',
      'holds-protected 2026H1 true',
    ])
    expect(site.reported).toEqual([])
  })
})
