/** A plan is written: what is asked for at each field, what is kept, two who write at the same time, and together with the youth. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shown, Visitor } from '../../../test/support/web.ts'
import { aPlanSite, inDays, written, type Fields, type PlanSite } from './plan-site.testbed.ts'
import { hidden, someone } from './plans.testbed.ts'

let bed: PlanSite
let coordinator: Visitor
beforeAll(async () => {
  bed = await aPlanSite()
  coordinator = bed.coordinator
})
afterAll(() => bed.site.close())

const pathOf = (page = '', of = someone): string => bed.pathOf(page, of)

describe('a new plan', () => {
  it('is asked for on the page, with what is missing', async () => {
    const { html } = await coordinator.get(pathOf())
    expect(html).toContain('Ingen plan ännu')
    expect(html).toContain('1 av 7 punkter uppfyllda')
    expect((await coordinator.get(pathOf('/skriv'))).html).toContain('Mitt mål')
  })

  it.each<[Fields, string, string]>([
    [{ goal: ' ' }, 'goal', 'Fyll i fältet.'],
    [{ goal: 'm'.repeat(501) }, 'goal', 'Texten är för lång.'],
    [{ endsOn: inDays(-1) }, 'endsOn', 'Slutet ligger före starten.'],
    [{ beginsOn: 'nyss' }, 'beginsOn', 'Skriv dagen som'],
    [{ followUp: [inDays(-1)] }, 'followUp-0', 'Dagen har redan varit.'],
    [{ followUp: ['', inDays(201)] }, 'followUp-1', 'efter planens slut'],
    [{ followUp: [inDays(2)], beginsOn: inDays(3) }, 'followUp-0', 'före planens start'],
    [{ youthText: ['', 'Något'], youthDue: [inDays(1), ''] }, 'youthText-0', 'Skriv vad som ska göras'],
    [{ otherText: ['Visa runt'] }, 'noOtherActor', 'finns steg för någon annan'],
    [
      Object.fromEntries(
        ['Step', 'Text', 'From', 'Due'].map((part) => [
          `youth${part}`,
          Array.from({ length: 11 }, (_, n) => (part === 'Text' ? `Steg ${n}` : '')),
        ]),
      ),
      'youthText-0',
      'Högst tio steg',
    ],
  ])('%j is told at %s, with everything still there', async (of, field, says) => {
    const shown = await coordinator.send(pathOf('/skriv'), written(of))
    expect(shown.status).toBe(422)
    expect(shown.html).toContain(`href="#${field}"`)
    expect(shown.html).toContain(`id="${field}"`)
    expect(shown.html).toContain(says)
    expect(shown.html).toContain('Boka ett studiebesök')
    expect(await bed.now()).toMatchObject({ version: 0 })
  })

  it('asks about words that may not stand in the register, and is saved when they are kept', async () => {
    const of = { youthText: ['Ringa mamma', ''] }
    const asked = await coordinator.send(pathOf('/skriv'), written(of))
    expect(asked.status).toBe(422)
    expect(asked.html).toContain('Spara ändå')
    expect(asked.html).toContain('href="#youthText-0"')
    const line = await bed.lastLine('plans.save')
    expect(line).toMatchObject({ outcome: 'note-flags', detail: { flagged: { kin: 1 }, kept: false } })
    expect(JSON.stringify(line)).not.toContain('mamma')
    const noteKept = /name="noteKept" value="([^"]+)"/.exec(asked.html)?.[1] ?? ''
    const wrong = await coordinator.send(pathOf('/skriv'), written({ ...of, noteKept, goal: '' }))
    expect(wrong.html).toMatch(/name="noteKept" value="[^"]+" checked/)
    const holder = await bed.site.signedIn(['protectedHandler'])
    expect((await holder.send(pathOf('/skriv', hidden), written({ ...of, noteKept }))).status).toBe(303)
    expect(await bed.lastLine('plans.save')).toMatchObject({ outcome: 'done', detail: { flagged: { kin: 1 }, kept: true } })
  })

  it('can have more rows, and is measured without script; neither saves anything', async () => {
    const more = await coordinator.send(pathOf('/skriv'), written({ act: 'more' }))
    expect(more.status).toBe(200)
    expect(more.html).toContain('id="youthText-4"')
    expect((await coordinator.send(pathOf('/skriv'), written({ act: 'preview' }))).html).toMatch(/Läsbarhet: .+ \(LIX \d+\)/)
    expect((await coordinator.get(pathOf())).html).toContain('Ingen plan ännu')
  })

  it('is saved, and shown with its points met', async () => {
    const saved = await coordinator.send(pathOf('/skriv'), written())
    expect([saved.status, saved.location]).toEqual([303, pathOf()])
    const { html } = await coordinator.get(pathOf())
    for (const text of [
      'Börja på komvux i januari',
      'Ringa vägledaren',
      'Boka ett studiebesök',
      'Ingen annan aktör har ansvar',
      '7 av 7 punkter uppfyllda',
      'överenskommen',
    ])
      expect(html).toContain(text)
    expect(html).toContain('Ungdomen har inte kvitterat planen.')
    expect(await bed.now()).toMatchObject({ version: 1, status: 'agreed' })
  })

  it('a second one is shown the first, and nothing is lost', async () => {
    const shown = await coordinator.send(pathOf('/skriv'), written({ goal: 'Få ett jobb' }))
    expect(shown.status).toBe(409)
    expect(shown.html).toContain('Någon annan hann spara före dig')
    expect(shown.html).toContain('Få ett jobb')
    expect(shown.html).toContain(`name="plan" value="${(await bed.now()).plan}"`)
  })
})

describe('two at the same time', () => {
  let shown: Shown
  it('the second is shown what the first saved beside what they wrote', async () => {
    const mine = await bed.again({ goal: 'Arbeta i sommar' })
    const theirs = await bed.again({
      youthStep: [...(mine['youthStep'] as string[]), ''],
      youthText: ['Ringa vägledaren i dag', '', 'Söka CSN'],
      youthFrom: ['', '', ''],
      youthDue: [inDays(7), '', ''],
    })
    const other = await bed.site.signedIn(['coordinator'], { name: 'Bo Prov' })
    expect((await other.send(pathOf('/skriv'), theirs)).status).toBe(303)
    shown = await coordinator.send(pathOf('/skriv'), mine)
    expect(shown.status).toBe(409)
    for (const text of ['Bo Prov sparade planen', 'Arbeta i sommar', 'Ringa vägledaren i dag', 'Söka CSN', 'Börja på komvux i januari'])
      expect(shown.html).toContain(text)
    expect(await bed.lastLine('plans.save')).toMatchObject({ outcome: 'somebody-first' })
  })

  it('and saves theirs on top, without taking away what the first added', async () => {
    const { version } = await bed.now()
    expect(shown.html).toContain(`name="version" value="${version}"`)
    const added = /name="youthStep" value="([\da-f-]{36})"[^]*?name="youthStep" value="([\da-f-]{36})"/.exec(shown.html)
    const form = await bed.again({
      goal: 'Arbeta i sommar',
      youthStep: [added?.[1] ?? '', added?.[2] ?? ''],
      youthText: ['Ringa vägledaren', 'Söka CSN'],
    })
    expect((await coordinator.send(pathOf('/skriv'), form)).status).toBe(303)
    const { html } = await coordinator.get(pathOf())
    for (const text of ['Arbeta i sommar', 'Söka CSN']) expect(html).toContain(text)
    expect(html).not.toContain('Ringa vägledaren i dag')
  })
})

describe('together', () => {
  it('is in large type, works in meeting mode, and shows nothing of ours', async () => {
    const visitor = await bed.site.signedIn(['counsellor', 'coordinator'], { name: 'Möte Prov' })
    await visitor.send('/motelage', { meeting: 'on' })
    const { html, status } = await visitor.get(pathOf('/tillsammans'))
    expect(status).toBe(200)
    expect(html).toContain('plan-large')
    expect(html).toContain('Arbeta i sommar')
    expect(html).not.toContain('href="/planer"')
    const plain = (await visitor.get(pathOf())).html
    for (const text of ['Dokumentationens sju punkter', 'Avsluta planen', 'Skriv ut', 'Säg hur det gick']) expect(plain).not.toContain(text)
  })

  it('is acknowledged as it is saved', async () => {
    const form = { ...(await bed.again({ goal: 'Arbeta och plugga' })), isAcknowledged: 'ja' }
    expect((await coordinator.send(pathOf('/tillsammans'), { ...form, act: 'draft' })).html).toContain('sparas som överenskommen')
    expect((await coordinator.send(pathOf('/tillsammans'), form)).location).toBe(pathOf('/tillsammans'))
    expect((await coordinator.get(pathOf('/tillsammans'))).html).toContain('Du sa ja till planen')
    const { version } = await bed.now()
    expect((await coordinator.get(pathOf())).html).toContain(`Ungdomen kvitterade version ${version}`)
  })
})

describe('who may see it', () => {
  it('a protected youth’s plan is for those with the right, signed in lately', async () => {
    expect((await coordinator.get(pathOf('', hidden))).status).toBe(404)
    expect((await coordinator.send(pathOf('/skriv', hidden), written())).status).toBe(404)
    const holder = await bed.site.signedIn(['protectedHandler'])
    expect((await holder.get(pathOf('', hidden))).html).toContain('Ringa mamma')
    expect((await holder.get(pathOf('', hidden))).html).not.toContain('Ungdomens egen sida')
    const stale = await bed.site.signedIn(['protectedHandler'], { name: 'Länge sedan', authenticatedAt: Date.now() - 3_600_000 })
    expect((await stale.get(pathOf('', hidden))).status).toBe(303)
  })

  it('nobody reaches one youth’s plan by the address of another', async () => {
    const [{ plan } = { plan: '' }] = await bed.site.place.sql<{ plan: string }>(
      'select plan_id as plan from plans.plan where person_id = $1',
      [bed.people[hidden]?.id],
    )
    expect((await coordinator.get(`${pathOf()}?plan=${plan}`)).status).toBe(404)
    expect((await coordinator.send(pathOf('/avsluta'), { plan, version: '1', reason: 'other' })).status).toBe(404)
    expect((await coordinator.get('/ungdomar/nonsens/plan')).status).toBe(404)
  })
})
