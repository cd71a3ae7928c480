/** Inside the youth's own page: how long a stay lasts, and what the youth can do with the plan. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPopulation, aPost } from '../../../test/support/places.ts'
import { aStep } from '../plans/plans.testbed.ts'
import { ownWords } from './own-words.ts'
import {
  aBrowser,
  aCode,
  aLink,
  anOwnTown,
  inside,
  numbers,
  phones,
  textTo,
  type Browser,
  type Got,
  type OwnTown,
  writesAnew,
} from './ownplan.testbed.ts'

let town: OwnTown
beforeAll(async () => {
  town = await anOwnTown()
})
afterAll(() => town.close())

const words = ownWords.sv
const isDoor = ({ html }: Got): boolean => html.includes(words.door.title) && !html.includes('Börja på en utbildning')
const lines = (action: string) =>
  town.sql<{ actor: string; outcome: string; subject_id: string | null }>(
    'select actor, outcome, subject_id from audit.line where action = $1 order by id',
    [action],
  )
/** What the page's forms of the plan carry. */
const planIn = ({ html }: Got) => ({
  plan: /name="plan" value="([\da-f-]{36})"/.exec(html)?.[1] ?? '',
  version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '',
})
const stepIn = ({ html }: Got, text: string): string =>
  /steg-([\da-f-]{36})/.exec(html.slice(html.lastIndexOf('<li', html.indexOf(text)), html.indexOf(text)))?.[1] ?? ''
const subjectOf = (of: 'plan' | 'other'): string => town.people[numbers[of]]?.subject ?? ''

/** The link of the youth is new, and so are its counts. */
const aNewLink = (of: 'plan' | 'other' = 'plan'): Promise<string> => aLink(town, of)

describe('a stay', () => {
  it('begins with the code, in a cookie of its own that only our own pages send back, and is bound to its link', async () => {
    const link = await aNewLink()
    const browser = aBrowser(town)
    const entered = await browser.post(`${link}/in`, { code: await aCode(town, browser, link) })
    expect([entered.status, entered.location]).toEqual([303, `${link}?sprak=sv`])
    expect(entered.cookie).toMatch(/^__Secure-lots-pass=[\w-]{43}; Max-Age=1800; Path=\/plan; HttpOnly; Secure; SameSite=Strict$/)
    const shown = await browser.get(link)
    expect(shown.html).toContain('Börja på en utbildning i januari')
    expect(shown.html).toContain('Boka tid hos studievägledaren')
    expect(shown.html).toContain('Lärcentrum')
    expect(shown.html).not.toMatch(/Synlig|Provsson|200803|Provgatan|Anna Prov|0701740605|<script/)
    expect(/<title>(.*?)<\/title>/.exec(shown.html)?.[1]).toBe(`${words.page.title} – Provstad`)
    const others = await aNewLink('other')
    expect(isDoor(await browser.get(others))).toBe(true)
    expect((await aBrowser(town).get(link)).html).toContain(words.door.title)
    expect(await lines('ownplan.read')).toContainEqual({ actor: 'ungdom via länk', outcome: 'done', subject_id: subjectOf('plan') })
  })

  it('is over after half an hour, and when the youth closes the page', async () => {
    const link = await aNewLink()
    const browser = await inside(town, link)
    expect((await browser.post(`${link}/stang`)).html).toContain(words.left.title)
    expect(browser.pass()).toBe('')
    expect(
      await town.sql(
        'select count(*)::int as n from ownplan.stay s join ownplan.link l on l.id = s.link_id where l.ended_at is null and l.person_id = $1',
        [town.people[numbers.plan]?.id],
      ),
    ).toEqual([{ n: 0 }])
    const again = await inside(town, link)
    expect(isDoor(await again.get(link))).toBe(false)
    await town.sql(`update ownplan.stay set begun_at = now() - interval '31 minutes', expires_at = now() - interval '1 minute'`)
    expect(isDoor(await again.get(link))).toBe(true)
  })

  it('that was over when something was sent asks for a new code, and what was typed comes along', async () => {
    const link = await aNewLink()
    const browser = await inside(town, link)
    const shown = await browser.get(link)
    await town.sql(`update ownplan.stay set begun_at = now() - interval '31 minutes', expires_at = now() - interval '1 minute'`)
    const refused = await browser.post(`${link}/steg`, { ...planIn(shown), text: 'Skriva ett cv' })
    expect(refused.status).toBe(403)
    expect(refused.html).toContain(words.door.over)
    expect(refused.html).toContain('name="text" value="Skriva ett cv"')
    const asked = await browser.post(`${link}/kod`, { text: 'Skriva ett cv' })
    expect(asked.html).toContain('name="text" value="Skriva ett cv"')
    await town.sends()
    const code = /\d{6}/.exec(textTo(town, phones.plan))?.[0] ?? ''
    const entered = await browser.post(`${link}/in`, { code, text: 'Skriva ett cv' })
    expect([entered.status, entered.html.includes('>Skriva ett cv</textarea>')]).toEqual([200, true])
  })

  it('ends at once when the link is taken back, and when the youth becomes protected', async () => {
    const link = await aNewLink('other')
    const browser = await inside(town, link, phones.other)
    expect((await browser.get(link)).status).toBe(200)
    await town.staff.send(`/ungdomar/${subjectOf('other')}/plan/lank/dra-tillbaka`)
    expect((await browser.get(link)).status).toBe(404)
    const next = await aNewLink('other')
    const later = await inside(town, next, phones.other)
    const shown = await later.get(next)
    await town.site.place.feed('population', aPopulation(aPost({ number: numbers.other, given: 'Annan', secrecy: 'J' })), {
      kind: 'changes',
    })
    expect((await later.get(next)).status).toBe(404)
    expect((await later.post(`${next}/steg`, { ...planIn(shown), text: 'Hej' })).status).toBe(404)
    expect((await later.post(`${next}/kod`)).status).toBe(404)
    await town.site.place.feed('population', aPopulation(aPost({ number: numbers.other, given: 'Annan' })), { kind: 'changes' })
  })
})

describe('inside', () => {
  const enter = async (): Promise<{ browser: Browser; link: string; shown: Got }> => {
    const link = await aNewLink()
    const browser = await inside(town, link)
    return { browser, link, shown: await browser.get(link) }
  }
  const versions = () =>
    town.sql<{ change: string; by_name: string }>(
      `select v.change, v.by_name from plans.version v join plans.plan p on p.id = v.plan_id where p.person_id = $1 order by v.number desc`,
      [town.people[numbers.plan]?.id],
    )

  it('the youth ticks an own step and takes it back: versions by the youth, lines in the log', async () => {
    const { browser, link, shown } = await enter()
    const step = stepIn(shown, 'Ringa skolan')
    const ticked = await browser.post(`${link}/steg/${step}`, { ...planIn(shown), done: 'ja' })
    expect(ticked.location).toBe(`${link}?klart=tick&steg=${step}&sprak=sv#steg-${step}`)
    const after = await browser.get(ticked.location)
    expect(after.html).toContain(words.saved.tick)
    expect((await versions())[0]).toEqual({ change: 'ticked', by_name: '' })
    const back = await browser.post(`${link}/steg/${step}`, { ...planIn(after), done: 'nej' })
    expect((await browser.get(back.location)).html).toContain(words.saved.untick)
    for (const action of ['ownplan.tick', 'ownplan.untick'])
      expect((await lines(action)).at(-1)).toEqual({ actor: 'ungdom via länk', outcome: 'done', subject_id: subjectOf('plan') })
  })

  it('the youth adds a step, and what cannot be added is said at the field with what was typed', async () => {
    const { browser, link, shown } = await enter()
    const added = await browser.post(`${link}/steg`, { ...planIn(shown), text: '  Åka på\nett <b>studiebesök</b> ' })
    expect(added.status).toBe(303)
    expect((await browser.get(added.location)).html).toContain('Åka på ett &lt;b&gt;studiebesök&lt;/b&gt;')
    expect((await versions())[0]).toEqual({ change: 'added', by_name: '' })
    for (const [text, said] of [
      ['   ', words.problems.empty],
      ['x'.repeat(201), words.problems.tooLong],
    ] as const) {
      const { status, html } = await browser.post(`${link}/steg`, { ...planIn(shown), text })
      expect([status, html.includes(said), html.includes(`>${text.trim()}</textarea>`)]).toEqual([422, true, true])
    }
    for (let n = 0; n < 8; n++) await browser.post(`${link}/steg`, { ...planIn(shown), text: `Steg ${n}` })
    const full = await browser.post(`${link}/steg`, { ...planIn(shown), text: 'Ett till' })
    expect([full.status, full.html.includes(words.problems.tooMany), full.html.includes('>Ett till</textarea>')]).toEqual([422, true, true])
  })

  it('the youth says yes to the plan, once', async () => {
    const { browser, link, shown } = await enter()
    expect(shown.html).toContain(words.plan.yes.button)
    const said = await browser.post(`${link}/ja`, planIn(shown))
    expect(said.location).toContain('klart=yes')
    const after = await browser.get(said.location)
    expect(after.html).toContain(words.saved.yes)
    expect(after.html).not.toContain(words.plan.yes.button)
    expect(await town.sql('select how, staff_id from plans.acknowledgement order by at desc limit 1')).toEqual([
      { how: 'link', staff_id: null },
    ])
    expect((await lines('ownplan.acknowledge')).at(-1)?.outcome).toBe('done')
  })

  it('a step that is gone, another’s step, another’s plan and a forged form change nothing and say so kindly', async () => {
    const { browser, link, shown } = await enter()
    const [before] = await versions()
    const plan = planIn(shown)
    const other = await town.sql<{ id: string }>('select p.plan_id as id from plans.plan p where p.person_id = $1', [
      town.people[numbers.other]?.id,
    ])
    const tries: readonly (readonly [string, Record<string, string>, string])[] = [
      ['steg/5b1c0a52-0000-4000-8000-000000000000', { ...plan, done: 'ja' }, words.problems.stepGone],
      ['steg/nonsens', { ...plan, done: 'ja' }, words.problems.stepGone],
      ['steg', { ...plan, plan: other[0]?.id ?? '', text: 'Åt någon annan' }, words.problems.planOver],
      ['ja', { ...plan, plan: other[0]?.id ?? '' }, words.problems.planOver],
      ['ja', { ...plan, version: '99999' }, words.problems.planChanged],
      ['ja', {}, words.problems.planOver],
    ]
    for (const [what, fields, text] of tries) {
      const { status, html } = await browser.post(`${link}/${what}`, fields)
      expect([what, status, html.includes(text)]).toEqual([what, 409, true])
      expect(html).toContain('Börja på en utbildning i januari')
    }
    expect((await browser.post(`${link}/steg`, { text: 'Skriva ett cv' })).html).toContain('>Skriva ett cv</textarea>')
    expect((await versions())[0]).toEqual(before)
  })

  it('what a colleague writes meanwhile is told: a step that is gone or in other words, a yes to what was not read; nothing is lost', async () => {
    await writesAnew(town, [aStep({ text: 'Ringa skolan' }), aStep({ text: 'Söka bostad' })])
    const { browser, link, shown } = await enter()
    const [gone, reworded] = [stepIn(shown, 'Ringa skolan'), stepIn(shown, 'Söka bostad')]
    await writesAnew(town, [aStep({ stepId: reworded, text: 'Söka en egen lägenhet' })])
    for (const [what, fields, text] of [
      [`steg/${gone}`, { done: 'ja' }, words.problems.stepGone],
      [`steg/${reworded}`, { done: 'ja' }, words.problems.stepChanged],
      ['ja', {}, words.problems.planChanged],
    ] as const) {
      const { status, html } = await browser.post(`${link}/${what}`, { ...planIn(shown), ...fields })
      expect([what, status, html.includes(text), html.includes('Söka en egen lägenhet')]).toEqual([what, 409, true, true])
    }
    expect((await versions())[0]).toEqual({ change: 'revised', by_name: 'Anna Prov' })
    expect((await browser.post(`${link}/steg`, { ...planIn(shown), text: 'Ett eget steg ändå' })).status).toBe(303)
    const now = await browser.get(link)
    expect(now.html).toContain('Ett eget steg ändå')
    expect((await browser.post(`${link}/ja`, planIn(now))).status).toBe(303)
  })

  it('in every language: the page, without a word of it missing', async () => {
    const { browser, link } = await enter()
    for (const [lang, { plan }] of Object.entries(ownWords)) {
      const { html } = await browser.get(`${link}?sprak=${lang}`)
      expect(html).toContain(`<html lang="${lang}"`)
      for (const word of [plan.title, plan.goal, plan.columns.youth, plan.columns.other, plan.add.button, plan.leave])
        expect(html).toContain(word)
      expect(html).not.toMatch(/\{\{|undefined/)
    }
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
