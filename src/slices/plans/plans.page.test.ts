/** What is done with a plan in the browser: ticked, followed up, postponed, acknowledged, ended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { aPlanSite, inDays, written, type PlanSite } from './plan-site.testbed.ts'
import { someone } from './plans.testbed.ts'

let bed: PlanSite
let coordinator: Visitor
beforeAll(async () => {
  bed = await aPlanSite()
  coordinator = bed.coordinator
})
afterAll(() => bed.site.close())

const pathOf = (page = '', of = someone): string => bed.pathOf(page, of)

describe('what is done with it', () => {
  beforeAll(async () => {
    await coordinator.send(pathOf('/skriv'), written())
  })

  const stepIds = async (): Promise<string[]> => [(await bed.again())['youthStep'] ?? []].flat()

  it('a step is ticked and unticked; the tick is a version, and the same form twice is one', async () => {
    const [step = ''] = await stepIds()
    const { plan } = await bed.now()
    expect((await coordinator.send(pathOf('/steg'), { plan, step, done: 'ja' })).status).toBe(303)
    expect((await coordinator.send(pathOf('/steg'), { plan, step, done: 'ja' })).status).toBe(303)
    expect(await bed.now()).toMatchObject({ version: 2 })
    expect((await coordinator.get(pathOf())).html).toContain('Ångra att det är gjort')
    const gone = await coordinator.send(pathOf('/steg'), { plan, step: '5b1c0a52-0000-4000-8000-000000000000', done: 'ja' })
    expect([gone.status, gone.html.includes('Steget finns inte kvar')]).toEqual([409, true])
  })

  it('is written on from an older version when only ticks came between', async () => {
    const form = await bed.again({ goal: 'Börja på komvux i augusti', version: '1' })
    expect((await coordinator.send(pathOf('/skriv'), form)).status).toBe(303)
    expect(await bed.now()).toMatchObject({ version: 3 })
    expect(
      await bed.site.place.sql(
        `select done_on is not null as done from plans.step where version_id = (select max(id) from plans.version) and whose = 'youth'`,
      ),
    ).toEqual([{ done: true }])
  })

  it('is acknowledged on paper, and a later version asks anew', async () => {
    const { plan } = await bed.now()
    const old = await coordinator.send(pathOf('/kvittens'), { plan, version: '1', how: 'paper' })
    expect([old.status, old.html.includes('Läs den igen')]).toEqual([409, true])
    expect((await coordinator.send(pathOf('/kvittens'), { plan, version: '3', how: 'paper' })).status).toBe(303)
    expect((await coordinator.get(pathOf())).html).toContain('Ungdomen kvitterade version 3')
    await coordinator.send(pathOf('/skriv'), await bed.again({ goal: 'Börja på komvux i mars' }))
    expect((await coordinator.get(pathOf())).html).toContain('sedan ungdomen kvitterade version 3')
  })

  it('a follow-up is held, and the next is planned', async () => {
    const followUp = (await bed.followUps())[0]?.id ?? ''
    const { plan } = await bed.now()
    const form = { plan, followUp, outcome: 'onTrack', note: 'Bokat studiebesök.', nextOn: inDays(14) }
    const refused = await coordinator.send(pathOf('/uppfoljning'), { ...form, nextOn: inDays(30) })
    expect([refused.status, refused.html.includes('redan en uppföljning den dagen'), refused.html.includes('Bokat studiebesök.')]).toEqual([
      422,
      true,
      true,
    ])
    expect(refused.html).toContain(`href="#done-${followUp}-nextOn"`)
    expect((await coordinator.send(pathOf('/uppfoljning'), { ...form, outcome: '' })).html).toContain(`href="#done-${followUp}-outcome"`)
    const asked = await coordinator.send(pathOf('/uppfoljning'), { ...form, note: 'Fick en ny diagnos i fredags' })
    expect([asked.status, asked.html.includes('Spara ändå'), asked.html.includes('Fick en ny diagnos')]).toEqual([422, true, true])
    expect((await coordinator.send(pathOf('/uppfoljning'), form)).status).toBe(303)
    expect((await bed.followUps()).map(({ state }) => state)).toEqual(['done', 'planned', 'planned'])
    const over = await coordinator.send(pathOf('/uppfoljning'), form)
    expect([over.status, over.html.includes('redan sagt hur den gick')]).toEqual([409, true])
  })

  it.each([
    [inDays(-1), 'Dagen har redan varit.'],
    [inDays(14), 'Välj en dag efter'],
    [inDays(30), 'redan en uppföljning den dagen'],
    [inDays(201), 'efter planens slut'],
    ['snart', 'Skriv dagen som'],
  ])('a follow-up is not postponed to %s', async (toOn, says) => {
    const [, next] = await bed.followUps()
    const shown = await coordinator.send(pathOf('/uppfoljning/flytta'), {
      plan: (await bed.now()).plan,
      followUp: next?.id ?? '',
      toOn,
      reason: 'weCancelled',
    })
    expect([shown.status, shown.html.includes(says)]).toEqual([422, true])
  })

  it('a follow-up is postponed with a reason, and both days are kept', async () => {
    const [, next] = await bed.followUps()
    const form = { plan: (await bed.now()).plan, followUp: next?.id ?? '', toOn: inDays(16), reason: 'youthNotReached' }
    expect((await coordinator.send(pathOf('/uppfoljning/flytta'), { ...form, reason: 'lusten' })).status).toBe(422)
    expect((await coordinator.send(pathOf('/uppfoljning/flytta'), form)).status).toBe(303)
    expect(await bed.lastLine('plans.postpone')).toMatchObject({ outcome: 'done', detail: { reason: 'youthNotReached' } })
    const { html } = await coordinator.get(pathOf())
    expect(html).toContain('flyttad från')
    expect(html).toContain('Vi nådde inte ungdomen')
  })
})

describe('the end', () => {
  it('says why, drops what waits, and lets nothing come after', async () => {
    const { plan, version } = await bed.now()
    const form = { plan, version: String(version), reason: 'inEducation', note: 'Började i dag.' }
    expect((await coordinator.send(pathOf('/avsluta'), { ...form, reason: '' })).html).toContain('href="#end-reason"')
    expect((await coordinator.send(pathOf('/avsluta'), { ...form, version: '1' })).status).toBe(409)
    expect((await coordinator.send(pathOf('/avsluta'), form)).status).toBe(303)
    const { html } = await coordinator.get(`${pathOf()}?plan=${form.plan}`)
    expect(html).toContain('började studera')
    expect((await coordinator.send(pathOf('/avsluta'), form)).status).toBe(409)
    const late = await coordinator.send(pathOf('/skriv'), await bed.again({ plan: form.plan, version: form.version, goal: 'För sent' }))
    expect([late.status, late.html.includes('Planen har avslutats'), late.html.includes('För sent')]).toEqual([409, true, true])
    expect((await bed.followUps()).filter(({ state }) => state === 'planned')).toEqual([])
    expect((await coordinator.get(pathOf())).html).toContain('Andra planer')
  })
})
