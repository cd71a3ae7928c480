/** Where figures, reports, the half-yearly return and questionnaires are found in the demo, each with something in it. */
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { fillDemoReturns } from '../../src/cli/demo-returns.ts'
import { fillDemoSurvey } from '../../src/cli/demo-survey.ts'
import { sends } from '../support/outreach-steps.ts'
import type { Visitor } from '../support/web.ts'
import type { FoundPlaces } from './agreed-places.ts'
import type { DemoSite } from './demo-site.ts'

const today = todayInSweden()
const year = today.slice(0, 4)
const half = '2026H1'
const anId = '{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'

const rows = <Row extends object>(site: DemoSite, sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
  inTransaction(site.place.pool, (tx) => tx.query<Row>(sql, values), null)

async function unitId(site: DemoSite, name: string): Promise<string> {
  const [unit] = await rows<{ id: string }>(site, 'select id::text as id from organisation.unit where name = $1', [name])
  if (unit === undefined) throw new Error(`there is no unit ${name}`)
  return unit.id
}

/** Where a count leads when it is done: the page that waits says so until then. */
async function counted(who: Visitor, at: string): Promise<string> {
  for (let left = 60; left > 0; left--) {
    const { status, location, html } = await who.get(at)
    if (status === 303) return location.replace(/\?.*/, '')
    if (!html.includes('http-equiv="refresh"')) return at
  }
  throw new Error(`the count at ${at} was never done`)
}

/** This school year's report, published before a year's work is written: counted again, all of that is late. Returns where it is. */
export const publishFirst = async (who: Visitor): Promise<string> =>
  counted(who, await sends(who, '/rapporter/publicera', { kind: 'schoolYear', year, note: 'Till nämndens sammanträde' }))

/** A figure by itself, and one of others, are published and written. Returns where the figure is. */
async function moreFigures(who: Visitor): Promise<string> {
  const figure = { figure: 'on-day', from: today, to: today, by: 'unit', note: '' }
  const of = { row: 'covered', whole: '', ofWhom: 'Grannkommunen', period: '2025H2', value: '184' }
  await sends(who, '/rapporter/jamfor/siffror', { ...of, source: 'Påhittad för prov', url: 'https://example.org/kaa' })
  return counted(who, await sends(who, '/rapporter/siffra', figure))
}

async function reports(site: DemoSite, who: Visitor, published: string): Promise<FoundPlaces> {
  const figure = await moreFigures(who)
  const again = await counted(who, await sends(who, `${published}/igen`))
  return {
    first: [
      ['/rapporter/:kind', `/rapporter/lasar?ar=${year}`],
      ['/rapporter/:kind/:form{pdf|xlsx|csv}', `/rapporter/lasar/pdf?ar=${year}`],
      ['/rapporter/publicerat/:id', published],
      ['/rapporter/publicerat/:id/:form{pdf|xlsx|csv}', `${published}/pdf`],
      ['/rapporter/arbete/:id', again],
      ['/rapporter/jamfor/siffror/:key{[a-zA-Z0-9][a-zA-Z0-9.-]*}', '/rapporter/jamfor/siffror/Grannkommunen-2025H2-covered'],
    ],
    also: {
      '/rapporter/:kind': ['tertial-1', 'tertial-2', 'ar'].map((kind) => `/rapporter/${kind}`),
      '/rapporter/publicerat/:id': [figure],
      '/rapporter/jamfor': [`/rapporter/jamfor?figur=half-year&period=${half}`],
    },
  }
}

const names = ['support-list', 'unit-status', 'half-year', 'flow', 'not-known', 'since-reached', 'september', 'on-day'] as const

async function figures(site: DemoSite): Promise<FoundPlaces> {
  const one = '/siffror/tal/:name'
  const unit = await unitId(site, 'Ungdomsenheten Väst')
  return {
    first: [
      [one, '/siffror/tal/outreach-list'],
      [`${one}/fil`, '/siffror/tal/on-day/fil?format=csv'],
      [`${one}/personer`, `/siffror/tal/on-day/personer?dag=${today}&rad=covered`],
    ],
    also: {
      '/siffror': [`/siffror?fran=${year}-07-01&till=${today}&enhet=${unit}`],
      [one]: [
        ...names.map((name) => `/siffror/tal/${name}`),
        '/siffror/tal/on-day?per=enhet&per=kon',
        '/siffror/tal/on-day?dag=2999-01-01',
      ],
    },
  }
}

/** Measures that ended in the half-year, and nobody wrote what came after: each is an error of the return. Returns whose the first is. */
async function unfinished(site: DemoSite): Promise<number> {
  const added = await rows<{ id: number }>(
    site,
    `insert into measures.measure (person_id, item_key, item_version, is_exclusive, responsible, placement, origin, by_name, changed_by, from_on,
       recorded_on, ended_on, end_reason, end_said_on)
     select y.person_id, 'guidance', 1, false, 'municipality', 'none', 'hand', 'Prov', 'Prov', '2026-05-04', '2026-05-04', '2026-06-12', 'completed',
       '2026-06-12'
     from worklist.seen(null, false) y where y.from_on < '2026-04-01' and (y.until_on is null or y.until_on > current_date) order by y.person_id limit 2
     returning person_id::int as id`,
  )
  if (added.length < 2) throw new Error('too few are covered all through the half-year')
  return added[0]?.id ?? 0
}

/** The half-year delivered twice, with something mended and something wrong since. Returns where the last delivery is. */
async function deliveries(site: DemoSite, who: Visitor): Promise<string> {
  await fillDemoReturns(site.place, today)
  const whose = await unfinished(site)
  const { html } = await who.get(`/halvarsuppgiften/leverera?halvar=${half}`)
  const [errors = ''] = /name="errors" value="(\d+)"/.exec(html)?.slice(1) ?? []
  const wish = { halvar: half, replaces: '1', errors, despiteErrors: 'ja' }
  const delivery = await sends(who, '/halvarsuppgiften/leverera', wish)
  await rows(
    site,
    `update measures.measure set struck_at = clock_timestamp(), struck_by = 'Prov', struck_why = 'fel', version = version + 1
     where person_id = $1 and from_on = '2026-05-04' and item_key = 'guidance'`,
    [whose],
  )
  await sends(who, '/halvarsuppgiften/prova', { halvar: half })
  return delivery.replace(/\?.*/, '')
}

async function returns(site: DemoSite, who: Visitor): Promise<FoundPlaces> {
  const delivery = await deliveries(site, who)
  const [before] = await rows<{ at: string }>(
    site,
    `select '/halvarsuppgiften/leveranser/' || delivery_id as at from returns.delivery order by id limit 1`,
  )
  const pages = ['', '/andrat', '/filen', '/filen/excel', '/filen/text', '/leverera', '/profil', '/profil/json']
  const one = `/halvarsuppgiften/leveranser/:id${anId}`
  const preview = `/halvarsuppgiften/filen?halvar=${half}`
  return {
    first: [
      ...pages.map((page): [string, string] => [`/halvarsuppgiften${page}`, `/halvarsuppgiften${page}?halvar=${half}`]),
      [one, delivery],
      [`${one}/fil`, `${delivery}/fil`],
    ],
    also: {
      '/halvarsuppgiften': ['', '?halvar=2018H2', `?halvar=${half}&kontroll=occupationAfterMissing`].map(
        (query) => `/halvarsuppgiften${query}`,
      ),
      '/halvarsuppgiften/filen': ['contact', 'measureBegun', 'measureEnded', 'exit'].map((block) => `${preview}&block=${block}`),
      '/halvarsuppgiften/profil': ['/halvarsuppgiften/profil?halvar=2018H2'],
      [one]: [before?.at ?? ''],
    },
  }
}

/** A code for a questionnaire, as it is shown on the giver's screen. */
async function aCode(who: Visitor, key: string, unit: string): Promise<string> {
  const { html } = await who.send('/enkater/skarm', { key, unit, count: '' })
  const code = /class="qr-code">([^<]+)</.exec(html)?.[1]
  if (code === undefined) throw new Error(`no code for ${key}`)
  return code
}

async function questionnaires(site: DemoSite, who: Visitor): Promise<FoundPlaces> {
  await fillDemoSurvey(site.place.pool, today)
  const unit = await unitId(site, 'Ungdomsenheten Väst')
  const open = `/e/${site.place.code}`
  const [start, group, meeting] = [
    await aCode(who, 'start', unit),
    await aCode(who, 'afterGroup', unit),
    await aCode(who, 'afterMeeting', unit),
  ]
  const one = '/enkater/fragor/:key{[a-zA-Z0-9-]{1,40}}'
  return {
    first: [
      ['/e/:code', open],
      ['/e/:code/tack', `${open}/tack`],
      ['/e/:code/:slip', `${open}/${start}`],
      [one, '/enkater/fragor/start'],
      [`${one}/andra`, '/enkater/fragor/start/andra'],
    ],
    also: {
      '/e/:code': [`${open}?sprak=prs`],
      '/e/:code/tack': [`${open}/tack?sprak=ar`],
      '/e/:code/:slip': [`${open}/${group}?sprak=so`, `${open}/${meeting}?sprak=ar`],
      '/enkater/resultat': ['enkat=start', `enkat=afterMeeting&enhet=${unit}`, 'enkat=afterGroup'].map(
        (asked) => `/enkater/resultat?${asked}`,
      ),
      [one]: ['/enkater/fragor/afterGroup', '/enkater/fragor/afterMeeting?sprak=ti'],
      [`${one}/andra`]: ['/enkater/fragor/afterGroup/andra'],
    },
  }
}

/** Fills it in, and finds where it is. `published`: the report that was published first. */
export async function fillInFigures(site: DemoSite, who: Visitor, published: string): Promise<FoundPlaces> {
  const all = [await returns(site, who), await questionnaires(site, who), await reports(site, who, published), await figures(site)]
  return { first: all.flatMap(({ first }) => first), also: Object.assign({}, ...all.map(({ also }) => also)) as FoundPlaces['also'] }
}
