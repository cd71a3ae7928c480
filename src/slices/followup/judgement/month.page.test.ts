/** Judging a month and taking a position, in the browser: what is read stands beside the form, and what is wrong at its field. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../../test/support/feed-files.ts'
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { beginAssessment, finishAssessment } from '../assessments/assessments.actions.ts'
import { daysLater, monthOf, plusMonths, quarterOf } from '../calendar/month.rules.ts'
import { aFollowupSite, type FollowupSite, type Somebody } from '../followup-site.testbed.ts'
import { rateDay } from '../ratings/ratings.actions.ts'
import { actOnSignal } from '../signals/signals.actions.ts'
import { saveReport } from '../talks/report.actions.ts'
import { answersOf, must } from '../work.testbed.ts'

let site: FollowupSite
let authority: Somebody
let housing: Somebody
beforeAll(async () => {
  site = await aFollowupSite()
  authority = await site.member('Mia Myndighet', ['authority'])
  housing = await site.member('Hugo Boende', ['housing'])
})
afterAll(() => site.close())

const today = parseDate(new Date().toISOString().slice(0, 10))!
/** The month that can be judged whatever day it is: this one's 1st is behind us. */
const month = monthOf(today)
const address = month.slice(0, 7)
let born = 0

const writer = ({ staffId }: Somebody, on: PlainDate) => ({
  reader: { staffId, mayReadProtected: false, today: on },
  today: on,
  isFresh: true,
})

/** A youth whose housing is followed up since months, and the signal. */
async function followed(since: PlainDate = daysLater(month, -45)): Promise<{ youth: string; id: string }> {
  born++
  const [row] = await site.place.sql<{ id: string }>(
    `insert into followup.youth (number, given_name, family_name, born_on, registered_on, registered_by, noted_on)
     values ($1, 'Alva', 'Prov', '2008-09-01', $2, $3, $2) returning id`,
    [aNumber(`200809${String(born).padStart(2, '0')}`), daysLater(since, -60), authority.staffId],
  )
  const youth = row?.id ?? ''
  const by = writer(authority, since)
  const assessmentId = must(await beginAssessment(site.sealed, by, youth, quarterOf(since)))
  const done = { answers: answersOf({ housing: 1000 }), assessedOn: since, note: '' }
  must(await finishAssessment(site.sealed, by, { youthId: youth, assessmentId, version: 1 }, done))
  const [signal] = await site.place.sql<{ id: string }>('select id from followup.signal where youth_id = $1', [youth])
  const id = signal?.id ?? ''
  must(await actOnSignal(site.sealed, by, { youthId: youth, signalId: id }, { kind: 'confirm', ground: '', recipient: null }))
  return { youth, id }
}

const pathOf = (youth: string, of = address): string => `/uppfoljning/ungdom/${youth}/manad/${of}`
const judge = (youth: string, id: string, fields: Readonly<Record<string, string>> = {}, of = address) =>
  authority.send(pathOf(youth, of), { signal: id, seen: '', progression: 'up', ground: 'Sköter hemmet bättre.', ...fields })

describe('a month', () => {
  it('shows the ratings with what is missing, and that no report has come', async () => {
    const { youth } = await followed()
    const on = daysLater(month, -3)
    must(
      await rateDay(site.sealed, writer(housing, on), youth, {
        on,
        areas: [{ area: 'housing', points: 1150 }],
        note: '',
        seen: null,
        why: '',
      }),
    )
    const { html } = await authority.get(pathOf(youth))
    for (const shown of [
      'Ingen rapport har kommit',
      'Medel 11,5 (1 dag med skattning)',
      'saknar skattning. De räknas inte som noll.',
      'saknas',
    ])
      expect(html).toContain(shown)
  })

  it('shows the report’s own words, section by section', async () => {
    const { youth } = await followed()
    const texts = { since: 'Flyttat in på nytt rum.', 'status.housing': 'Städar varje vecka.', youth: 'Trivs.', agreed: 'Vi ses igen.' }
    const wish = { recipient: 'housing', month, talkId: null, noTalkWhy: 'God man var sjuk.', texts, seen: null, why: '' } as const
    must(await saveReport(site.sealed, writer(housing, daysLater(month, -2)), youth, wish))
    const { html } = await authority.get(pathOf(youth))
    for (const shown of [...Object.values(texts), 'God man var sjuk.', 'Läget', 'Hugo Boende']) expect(html).toContain(shown)
    expect(html).not.toContain('Ingen rapport har kommit')
  })

  it('is judged with a ground, changed from the version that was seen, and both versions stay', async () => {
    const { youth, id } = await followed()
    const without = await judge(youth, id, { ground: ' ' })
    expect([without.status, without.html.includes(`href="#ground-${id}"`)]).toEqual([422, true])
    const blank = await authority.send(pathOf(youth), { signal: id, seen: '', ground: 'Hör till.' })
    expect([blank.status, blank.html.includes(`href="#progression-${id}"`), blank.html.includes('Hör till.')]).toEqual([422, true, true])
    expect((await judge(youth, id)).status).toBe(303)
    const second = await judge(youth, id, { progression: 'down', ground: 'Nej, sämre.' })
    expect(second.status).toBe(409)
    for (const shown of ['Någon annan hann spara före dig', 'Nej, sämre.', 'Sköter hemmet bättre.', 'name="seen" value="1"'])
      expect(second.html).toContain(shown)
    expect((await judge(youth, id, { seen: '1' })).status).toBe(422)
    expect((await judge(youth, id, { seen: '1', progression: 'down', ground: 'Nej, sämre.' })).status).toBe(303)
    const { html } = await authority.get(pathOf(youth))
    for (const shown of ['Historik', 'Sköter hemmet bättre.', 'Nej, sämre.']) expect(html).toContain(shown)
  })

  it.each([
    ['long ahead', plusMonths(month, 3), 422],
    ['before the follow-up', plusMonths(month, -4), 422],
  ])('%s is refused in words', async (_, of, status) => {
    const { youth, id } = await followed()
    const { status: got, html } = await judge(youth, id, {}, of.slice(0, 7))
    expect([got, html.includes('data-errors')]).toEqual([status, true])
  })

  it('is no month: there is nothing', async () => {
    const { youth, id } = await followed()
    for (const odd of ['2026-13', '2026', 'nu', '2026-11-01']) expect((await authority.get(pathOf(youth, odd))).status).toBe(404)
    expect((await judge(youth, randomUUID())).status).toBe(404)
    const other = await followed()
    expect((await judge(other.youth, id)).status).toBe(404)
    expect((await housing.get(pathOf(youth))).status).toBe(403)
  })
})

describe('a position on an investigation', () => {
  const send = (youth: string, fields: Readonly<Record<string, string>>) =>
    authority.send(`/uppfoljning/ungdom/${youth}/utredning`, { mark: '', opens: 'no', ground: 'Hjälpen räcker.', ...fields })

  it('is taken early with a ground; one that opens ends the question', async () => {
    const { youth } = await followed()
    const path = `/uppfoljning/ungdom/${youth}/utredning`
    expect((await authority.get(path)).html).toContain('Nästa sjättemånadersdag')
    expect((await send(youth, { ground: '' })).html).toContain('href="#ground"')
    expect((await send(youth, { opens: 'kanske' })).html).toContain('href="#opens"')
    expect((await send(youth, { mark: daysLater(today, -1) })).status).toBe(422)
    expect((await send(youth, {})).status).toBe(303)
    expect((await send(youth, { opens: 'yes', ground: 'Det blir värre.' })).status).toBe(303)
    expect((await send(youth, {})).status).toBe(409)
    const { html } = await authority.get(path)
    for (const shown of ['Utredning öppnades', 'Hjälpen räcker.', 'Det blir värre.', 'Utredning öppnas inte']) expect(html).toContain(shown)
    expect((await authority.get(`/uppfoljning/ungdom/${youth}`)).html).toContain('Utredning öppnas')
  })

  it('is taken on its sixth-month day once', async () => {
    const since = plusMonths(today, -6)
    const { youth } = await followed(since)
    const mark = plusMonths(since, 6)
    expect((await authority.get(`/uppfoljning/ungdom/${youth}/utredning`)).html).toContain(`value="${mark}"`)
    expect((await send(youth, { mark })).status).toBe(303)
    expect((await send(youth, { mark })).status).toBe(409)
    expect((await housing.get(`/uppfoljning/ungdom/${youth}/utredning`)).status).toBe(403)
  })
})
