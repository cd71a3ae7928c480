/** Setting and changing absences in process: by whom, for whom, refused in words and by the database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTeam, inDays, type Person, type TeamSite } from './cover.testbed.ts'

let team: TeamSite
let leila: Person
let per: Person
let erik: Person
let karin: Person
let amina: Person
let sara: Person
const sql = <Row extends object>(text: string, values?: unknown[]) => team.site.place.sql<Row>(text, values)
const set = (...wish: Parameters<TeamSite['set']>) => team.set(...wish)
const lastAbsence = () => team.lastAbsence()
const forget = () => team.forget()

beforeAll(async () => {
  team = await aTeam()
  ;({ leila, per, erik, karin, amina, sara } = team.people)
})
afterAll(() => team.site.close())

describe('setting an absence', () => {
  it('is for oneself, for the unit’s manager and for the coordinator, and logged', async () => {
    for (const who of [leila, karin, amina]) {
      const saved = await set(who, leila, per, 1, 5)
      expect([saved.status, saved.location]).toEqual([303, '/arbetslag'])
      const [line] = await sql<{ action: string; outcome: string; detail: object }>(
        'select action, outcome, detail from audit.line order by id desc limit 1',
      )
      expect(line).toMatchObject({ action: 'cover.set', outcome: 'done', detail: { staff: leila.id, substitute: per.id } })
      await forget()
    }
  })

  it.each<[string, () => ReturnType<typeof set>, string]>([
    ['another’s', () => set(per, leila, karin, 1, 5), 'Du kan ange frånvaro för dig själv'],
    ['of another unit', () => set(karin, erik, amina, 1, 5), 'Du kan ange frånvaro för dig själv'],
    ['without a substitute who sees', () => set(leila, leila, erik, 1, 5), 'hör till en annan enhet'],
    ['with oneself', () => set(leila, leila, leila, 1, 5), 'Ingen ersätter sig själv'],
    ['that is over', () => set(leila, leila, per, -5, 0), 'redan över'],
    ['that ends before it begins', () => set(leila, leila, per, 5, 5), 'efter första dagen borta'],
    ['of two years', () => set(leila, leila, per, 0, 700), 'högst ett år'],
    ['without anybody', () => set(leila, leila, null, 0, 7), 'substitute'],
  ])('%s is refused in words, with what was chosen still there', async (_, send, text) => {
    const answer = await send()
    expect([answer.status, answer.html.includes(text), answer.html.includes('role="alert"')]).toEqual([422, true, true])
    expect(await sql('select from cover.absence')).toEqual([])
  })

  it('is refused where there is one already, also when two are set at once', async () => {
    const answers = await Promise.all([set(leila, leila, per, 1, 5), set(amina, leila, sara, 3, 8)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422])
    expect(answers.some((answer) => answer.html.includes('redan en frånvaro de dagarna'))).toBe(true)
    await forget()
  })

  it('says that the substitute is away too, and that cover is not handed on', async () => {
    await set(leila, leila, per, 1, 10)
    await set(per, per, karin, 5, 20)
    const html = (await leila.get('/arbetslag')).html ?? ''
    expect(html).toContain('Ersättaren är själv borta')
    expect(html).toContain('ersättning går inte vidare')
    await forget()
  })

  it('says how many stay, to each reader as many as that reader may know of', async () => {
    await set(amina, leila, per, 0, 5)
    const shown = async (who: Person) => (await who.get('/arbetslag')).html ?? ''
    expect(await shown(amina)).toContain('1 ungdom utanför ersättarens enhet följer inte med.')
    expect(await shown(amina)).not.toContain('skyddad ungdom följer')
    expect(await shown(karin)).not.toContain('utanför ersättarens enhet')
    expect(await shown(sara)).toContain('1 skyddad ungdom följer inte med')
    expect(await shown(erik)).not.toContain('Leila Holm</a>')
    await forget()
    await set(amina, leila, sara, 0, 5)
    expect(await shown(sara)).not.toContain('följer inte med:')
    await forget()
  })
})

describe('changing an absence', () => {
  it('shows both when somebody was first, and ends it', async () => {
    await set(leila, leila, per, 0, 5)
    const { id, version } = await lastAbsence()
    const path = `/arbetslag/franvaro/${id}`
    expect((await leila.get(path)).status).toBe(200)
    expect((await per.get(path)).status).toBe(404)
    const change = (who: Person, until: number, from: number) =>
      who.send(path, { substitute: karin.id ?? '', until: inDays(until), version: String(from) })
    expect((await change(karin, 6, version)).status).toBe(303)
    const stale = await change(leila, 9, version)
    expect([stale.status, stale.html.includes(inDays(6)), stale.html.includes(inDays(9))]).toEqual([409, true, true])
    expect((await change(leila, 9, version + 1)).status).toBe(303)
    expect((await change(per, 9, version + 2)).status).toBe(404)
    expect((await change(leila, 0, version + 2)).html).toContain('efter första dagen borta')
    const ended = await leila.send(`${path}/avsluta`)
    expect(ended.status).toBe(303)
    expect((await leila.get(path)).status).toBe(404)
    expect((await leila.get('/arbetslag')).html).toContain('Ingen är borta.')
    await forget()
  })

  it('ends one under way today, and leaves one that is over alone', async () => {
    await set(leila, leila, per, -3, 5)
    const { id } = await lastAbsence()
    await leila.send(`/arbetslag/franvaro/${id}/avsluta`)
    expect(await sql('select until_on, ended_at from cover.absence')).toEqual([{ until_on: inDays(0), ended_at: null }])
    expect((await leila.send(`/arbetslag/franvaro/${id}/avsluta`)).status).toBe(303)
    expect((await leila.get(`/arbetslag/franvaro/${id}`)).status).toBe(404)
    await forget()
  })
})

describe('the database', () => {
  const insert = (staff: Person, substitute: Person, from: number, until: number, by = staff) =>
    sql(`insert into cover.absence (staff_id, substitute_id, from_on, until_on, set_by) values ($1, $2, $3, $4, $5)`, [
      staff?.id,
      substitute?.id,
      inDays(from),
      inDays(until),
      by?.id,
    ])

  it('refuses what the rules refuse', async () => {
    await expect(insert(leila, erik, 1, 5)).rejects.toThrow('a substitute sees what is covered')
    await expect(insert(leila, leila, 1, 5)).rejects.toThrow(/nobody_covers_for_themselves/)
    await expect(insert(leila, per, 5, 5)).rejects.toThrow(/an_absence_lasts/)
    await expect(insert(leila, per, -5, 0)).rejects.toThrow('an absence that is over is not set')
    await expect(insert(leila, per, 0, 367)).rejects.toThrow(/an_absence_lasts_a_year_at_most/)
    await expect(insert(leila, per, 1, 5, erik)).rejects.toThrow('an absence is set by oneself')
    await insert(leila, per, 1, 5)
    await expect(insert(leila, karin, 4, 8)).rejects.toThrow(/one_absence_at_a_time/)
    await expect(sql('update cover.absence set summary_read_at = now()')).rejects.toThrow(/a_summary_is_read_on_return/)
    await forget()
    await insert(leila, per, -5, 5)
    await sql('update cover.absence set until_on = $1', [inDays(0)])
    await expect(sql('update cover.absence set until_on = $1', [inDays(9)])).rejects.toThrow('an absence that is over is not changed')
    await forget()
  })
})
