/** The youth's own page: in with a link and a telephone; and what anybody else finds, however often they try: nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { ownWords } from './own-words.ts'
import { aBrowser, aCode, aLink, anOwnTown, numbers, phones, textTo, type Got, type OwnTown } from './ownplan.testbed.ts'

let town: OwnTown
beforeAll(async () => {
  town = await anOwnTown()
})
afterAll(() => town.close())

const words = ownWords.sv
const lines = (action: string) =>
  town.sql<{ actor: string; outcome: string; subject_id: string | null }>(
    'select actor, outcome, subject_id from audit.line where action = $1 order by id',
    [action],
  )
const subjectOf = (of: 'plan' | 'other'): string => town.people[numbers[of]]?.subject ?? ''

/** The link of the youth is new, and so are its counts. */
const aNewLink = (of: 'plan' | 'other' = 'plan'): Promise<string> => aLink(town, of)

describe('the link', () => {
  it('shows nothing of anybody before a code, in every language, and writes nothing down', async () => {
    const link = await aNewLink()
    const [before] = await town.sql<{ n: number }>('select count(*)::int as n from audit.line')
    for (const lang of Object.keys(ownWords)) {
      const { status, html } = await aBrowser(town).get(`${link}?sprak=${lang}`)
      expect(status).toBe(200)
      expect(html).not.toMatch(/Synlig|Provsson|Börja på|Ringa|Lärcentrum|0605|605|200803|<script/)
    }
    expect(await town.sql('select count(*)::int as n from audit.line')).toEqual([before])
    expect(await town.sql('select opened_at from ownplan.link where ended_at is null')).toEqual([{ opened_at: null }])
  })

  it('is in the text and nowhere in the database, and neither is the code', async () => {
    const link = await aNewLink()
    const browser = aBrowser(town)
    const code = await aCode(town, browser, link)
    await browser.post(`${link}/in`, { code })
    expect(textTo(town, phones.plan)).toContain(code)
    const rows = await town.sql(
      `select l::text as row from ownplan.link l union all select c::text from ownplan.code c union all select s::text from ownplan.stay s
       union all select m::text from messaging.message m union all select a::text from audit.line a`,
    )
    const all = JSON.stringify(rows)
    expect(all).not.toContain(link.slice(-24))
    expect(all).not.toMatch(new RegExp(`[^\\d]${code}[^\\d]`))
    expect(all).not.toContain(browser.pass())
  })

  it('that is wrong, cut short, expired, revoked, replaced, to a number that is gone or said no to: the same bytes, the same status', async () => {
    const replaced = await aNewLink()
    const revoked = await aNewLink()
    expect((await town.staff.send(`/ungdomar/${subjectOf('plan')}/plan/lank/dra-tillbaka`)).status).toBe(303)
    const expired = await aNewLink('other')
    await town.sql(
      `update ownplan.link set made_at = now() - interval '31 days', expires_at = now() - interval '1 day' where ended_at is null and person_id = $1`,
      [town.people[numbers.other]?.id],
    )
    const wrong = `${replaced.slice(0, -4)}AAAA`
    const paths = [wrong, wrong.slice(0, -3), `${wrong}.`, expired, revoked, replaced]
    const browser = aBrowser(town)
    const pages: Got[] = []
    for (const path of paths) pages.push(await browser.get(path))
    for (const what of ['kod', 'in', 'steg', 'ja', 'stang']) pages.push(await browser.post(`${expired}/${what}`, { code: '123456' }))
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]))
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1)
    expect(pages[0]?.html).toContain(words.gone.title)
    expect(pages[0]?.cookie).toBe('')
    const optedOut = await aNewLink()
    const id = town.people[numbers.plan]?.id
    await town.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, 'sms', 'prov')`, [id])
    expect((await browser.get(optedOut)).html).toBe(pages[0]?.html)
    await town.sql(`update messaging.opt_out set known_until = now()`)
    expect((await browser.get(optedOut)).status).toBe(200)
    await town.sql(`update outreach.way set dead_on = current_date, last_result = 'dead', last_result_at = now() where person_id = $1`, [
      id,
    ])
    expect((await browser.get(optedOut)).html).toBe(pages[0]?.html)
    await town.sql(`update outreach.way set dead_on = null, last_result = null, last_result_at = null where person_id = $1`, [id])
  })

  it('is the property of random ones too: any of them is the one page, and none leaves a line in the log', async () => {
    const [before] = await town.sql<{ n: number }>('select count(*)::int as n from audit.line')
    const pages = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\w-]{1,40}$/), async (token) => {
        const { status, html } = await aBrowser(town).get(`/plan/0180/${token}`)
        pages.add(`${status} ${html}`)
      }),
      { numRuns: 60 },
    )
    expect(pages.size).toBe(1)
    expect(await town.sql('select count(*)::int as n from audit.line')).toEqual([before])
  })
})

describe('tries', () => {
  it('of wrong links: ten thousand from one address reach the database at most a few dozen times, and keep nobody else waiting', async () => {
    const link = await aNewLink()
    const browser = aBrowser(town)
    const statuses = new Map<number, number>()
    for (let n = 0; n < 10_000; n++) {
      const { status } = await browser.get(`/plan/0180/${String(n).padStart(24, 'x')}`)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(statuses.get(404)).toBeLessThanOrEqual(25)
    expect((statuses.get(404) ?? 0) + (statuses.get(429) ?? 0)).toBe(10_000)
    expect((await aBrowser(town).get(link)).status).toBe(200)
  })

  it('of wrong codes with a right link, from ten thousand addresses: five are counted, and ten or so get so far as to be looked at', async () => {
    const link = await aNewLink()
    const code = await aCode(town, aBrowser(town), link)
    const statuses = new Map<number, number>()
    for (let n = 0; n < 10_000; n++) {
      const typed = String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0')
      const { status } = await aBrowser(town).post(`${link}/in`, { code: typed })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(statuses.get(422)).toBeLessThanOrEqual(12)
    expect((statuses.get(422) ?? 0) + (statuses.get(429) ?? 0)).toBe(10_000)
    expect(await town.sql('select tries, ended_how, code_hash from ownplan.code order by id desc limit 1')).toEqual([
      { tries: 5, ended_how: 'tried', code_hash: null },
    ])
  })

  it('of codes: a wrong, an expired, a used, a replaced, one tried too often and one never asked for are answered with the same bytes', async () => {
    const answers: Got[] = []
    const link = await aNewLink()
    answers.push(await aBrowser(town).post(`${link}/in`, { code: '123456' }))
    const replaced = await aCode(town, aBrowser(town), link)
    const live = await aCode(town, aBrowser(town), link)
    if (replaced !== live) answers.push(await aBrowser(town).post(`${link}/in`, { code: replaced }))
    answers.push(await aBrowser(town).post(`${link}/in`, { code: 'abc' }))
    const browser = aBrowser(town)
    expect((await browser.post(`${link}/in`, { code: `${live.slice(0, 3)} ${live.slice(3)}` })).status).toBe(303)
    answers.push(await aBrowser(town).post(`${link}/in`, { code: live }))
    const expired = await aCode(town, aBrowser(town), link)
    await town.sql(
      `update ownplan.code set asked_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute' where ended_at is null`,
    )
    answers.push(await aBrowser(town).post(`${link}/in`, { code: expired }))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]))
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1)
    expect(answers[0]?.html).toContain(words.code.wrong)
    expect((await lines('ownplan.enter')).some(({ outcome }) => outcome === 'wrong-code')).toBe(true)
  })

  it('for codes: five an hour with a link, and then a kind word', async () => {
    const link = await aNewLink()
    const browser = aBrowser(town)
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) statuses.push((await browser.post(`${link}/kod`)).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    expect((await browser.post(`${link}/kod`)).html).toContain(words.code.tooMany)
    // Only the last one asked for is still to be sent.
    expect(
      await town.sql(
        `select state, problem, count(*)::int as n from messaging.message where template_key = 'planCodeSms' and created_at > now() - interval '1 minute'
         and state in ('queued') group by 1, 2`,
      ),
    ).toEqual([{ state: 'queued', problem: null, n: 1 }])
  })
})

describe('everything', () => {
  it('leaves no name, number, link or text in the log, and no defect', async () => {
    const all = await town.sql(`select * from audit.line where action like 'ownplan.%'`)
    expect(all.length).toBeGreaterThan(20)
    expect(JSON.stringify(all)).not.toMatch(/Synlig|Annan|Ringa|studiebesök|\+467|\/plan\/0180/)
    expect(town.site.reported).toEqual([])
  })
})
