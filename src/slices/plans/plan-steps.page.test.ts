/** Steps of a plan on its pages: one that has moved says so, and one of ours becomes a measure, once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { aPlanSite, inDays, written, type PlanSite } from './plan-site.testbed.ts'
import { hidden, someone } from './plans.testbed.ts'

let bed: PlanSite
let coordinator: Visitor
/** The youth's two steps, and ours. */
let steps: string[] = []
const measures = () => `/ungdomar/${bed.people[someone]?.subject ?? ''}/atgarder`

beforeAll(async () => {
  bed = await aPlanSite()
  coordinator = bed.coordinator
  const municipality = { municipalityFrom: [inDays(3)], municipalityDue: [inDays(60)] }
  const youth = { youthText: ['Ringa vägledaren', 'Skriva CV'], youthDue: ['', ''] }
  await coordinator.send(bed.pathOf('/skriv'), written({ ...municipality, ...youth }))
  const rows = await bed.site.place.sql<{ id: string }>(
    `select step_id as id from plans.step order by array_position(array['youth', 'municipality', 'other'], whose), position`,
  )
  steps = rows.map(({ id }) => id)
})
afterAll(() => bed.site.close())

const ours = (): string => steps[2] ?? ''
const toMeasure = (step = ours(), item = ''): string => `${measures()}/ny?${item === '' ? '' : `insats=${item}&`}steg=${step}`

describe('a step of ours', () => {
  const form = (of: Record<string, string> = {}) => ({
    item: 'studyVisit',
    step: ours(),
    from: inDays(3),
    until: inDays(60),
    responsible: 'municipality',
    department: '',
    note: 'Boka ett studiebesök',
    ...of,
  })

  it('leads to a new measure with nothing but random ids in the address; the youth’s own does not', async () => {
    const { html } = await coordinator.get(bed.pathOf())
    expect(html.match(/Registrera som åtgärd</g)).toHaveLength(1)
    expect(html).toContain(`href="${toMeasure()}" aria-label="Registrera som åtgärd: Boka ett studiebesök"`)
  })

  it('the item is chosen first, and the form begins with what the step says', async () => {
    const chosen = await coordinator.get(toMeasure())
    expect([chosen.status, chosen.html.includes('Ur planen: Boka ett studiebesök')]).toEqual([200, true])
    expect(chosen.html).toContain(`<input type="hidden" name="steg" value="${ours()}"`)
    const { html } = await coordinator.get(toMeasure(ours(), 'studyVisit'))
    expect(html).toMatch(new RegExp(`name="from"[^>]*value="${inDays(3)}"|value="${inDays(3)}"[^>]*name="from"`))
    expect(html).toMatch(new RegExp(`name="until"[^>]*value="${inDays(60)}"|value="${inDays(60)}"[^>]*name="until"`))
    expect(html).toMatch(/<input(?=[^>]*value="municipality")(?=[^>]*checked)/)
    expect(html).toContain('Boka ett studiebesök</textarea>')
  })

  it.each([
    ['the youth’s', () => steps[0] ?? ''],
    ['nobody’s', () => '5b1c0a52-0000-4000-8000-000000000000'],
  ])('%s leads back to the plan', async (_whose, step) => {
    const { status, location } = await coordinator.get(toMeasure(step(), 'studyVisit'))
    expect([status, location]).toEqual([303, bed.pathOf()])
    const refused = await coordinator.send(`${measures()}/ny`, form({ step: step() }))
    expect([refused.status, refused.html.includes('Steget finns inte längre i planen'), refused.html.includes('name="step"')]).toEqual([
      409,
      true,
      false,
    ])
  })

  it('keeps its step while the form is shown again', async () => {
    const refused = await coordinator.send(`${measures()}/ny`, form({ until: inDays(2) }))
    expect([refused.status, refused.html.includes(`name="step" value="${ours()}"`)]).toEqual([422, true])
  })

  it('becomes one measure, whoever is first; the plan shows it in place of the link', async () => {
    const sent = await Promise.all(
      [coordinator, await bed.site.signedIn(['coordinator'], { name: 'Bo Prov' })].map((by) => by.send(`${measures()}/ny`, form())),
    )
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    expect(sent.find(({ status }) => status === 303)?.location).toBe(bed.pathOf())
    const rows = await bed.site.place.sql<{ id: string; origin: string; step: string }>(
      'select measure_id as id, origin, origin_id as step from measures.measure',
    )
    expect(rows).toEqual([{ id: rows[0]?.id, origin: 'plan', step: ours() }])
    const { html } = await coordinator.get(bed.pathOf())
    expect(html).toContain(`<a href="${measures()}/${rows[0]?.id ?? ''}">Studiebesök</a>`)
    expect(html).not.toContain('Registrera som åtgärd')
    expect(await bed.lastLine('measures.add')).toMatchObject({ detail: { item: 'studyVisit', step: ours() } })
    expect((await coordinator.get(`${measures()}/${rows[0]?.id ?? ''}`)).html).toContain('Ur planen')
  })

  it('keeps its measure when the plan is written anew, and may become another when that was struck', async () => {
    const [first = '', second = '', third = ''] = steps
    const again = {
      youthStep: [first, second],
      youthText: ['Ringa vägledaren', 'Skriva CV'],
      youthDue: ['', ''],
      municipalityStep: [third],
    }
    expect((await coordinator.send(bed.pathOf('/skriv'), await bed.again({ ...again, goal: 'Börja i mars' }))).status).toBe(303)
    expect((await coordinator.get(bed.pathOf())).html).not.toContain('Registrera som åtgärd')
    const [row] = await bed.site.place.sql<{ id: string; version: number }>('select measure_id as id, version from measures.measure')
    const struck = await coordinator.send(`${measures()}/${row?.id ?? ''}/stryk`, { version: String(row?.version), why: 'Fel insats' })
    expect(struck.status).toBe(303)
    expect((await coordinator.get(bed.pathOf())).html).toContain('Registrera som åtgärd')
    expect((await coordinator.send(`${measures()}/ny`, form())).status).toBe(303)
  })

  it('is nothing of another youth’s', async () => {
    const holder = await bed.site.signedIn(['protectedHandler'])
    const path = `/ungdomar/${bed.people[hidden]?.subject ?? ''}/atgarder/ny`
    expect((await holder.get(`${path}?insats=studyVisit&steg=${ours()}`)).location).toBe(bed.pathOf('', hidden))
    expect((await holder.send(path, form())).status).toBe(409)
  })
})

describe('a step that has moved', () => {
  it('says so in what differs, with both places', async () => {
    const [first = '', second = '', third = ''] = steps
    const swapped = {
      youthStep: [second, first],
      youthText: ['Skriva CV', 'Ringa vägledaren'],
      youthDue: ['', ''],
      municipalityStep: [third],
    }
    const { plan, version } = await bed.now()
    expect((await coordinator.send(bed.pathOf('/skriv'), await bed.again({ ...swapped, goal: 'Börja i mars' }))).status).toBe(303)
    const { html } = await coordinator.get(`${bed.pathOf('/versioner')}?plan=${plan}&fran=${version}&till=${version + 1}`)
    expect(html).toContain('flyttat')
    expect(html).not.toContain('Ingenting skiljer')
    for (const text of ['(plats 1)', '(plats 2)']) expect(html).toContain(text)
    expect(html).not.toContain('ändrat')
  })
})
