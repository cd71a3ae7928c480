/**
 * Every page there is outside the sealed module (followup-pages.spec.ts has those), in both languages, both themes, wide and narrow: nothing that
 * axe finds, nothing that scrolls sideways, no script that complains.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeclaredRoute } from '../../src/slices/access/index.ts'
import { ownWords } from '../../src/slices/ownplan/own-words.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import { linkedAddresses } from './linked-places.ts'
import { passOf } from './own-plan-steps.ts'
import { faultsOn, faultsSeenBy, isOfModule, looks, missedBy, windowOf, type Walk } from './page-walk.ts'
import { amina, fillIn, inProcess, jonas, sara, type RealPlaces } from './real-places.ts'

let site: DemoSite
let places: RealPlaces
let walk: Walk
const isOwn = (route: DeclaredRoute): boolean => !isOfModule(route)

beforeAll(async () => {
  site = await aDemoSite()
  places = await fillIn(site)
  const { ids, protectedId } = places
  const declared = site.product.pages.declared.filter(isOwn)
  const protectedIds = new Map([...ids, ['/ungdomar/', protectedId]])
  const addresses = new Map([
    [amina.name, await linkedAddresses(await inProcess(site, amina), declared, ids)],
    [jonas.name, await linkedAddresses(await inProcess(site, jonas), declared, ids)],
    [sara.name, await linkedAddresses(await inProcess(site, sara), declared, protectedIds)],
  ])
  const more: Walk['more'] = ({ path }, address) => [...(moreOf[path] ?? []).map((query) => address + query), ...(places.also[path] ?? [])]
  walk = { site, home: '/handbok', addresses, otherTypes, more, lookedAt: new Set() }
}, 400_000)
afterAll(() => site.close())

/** What is no page: what it is instead. */
const otherTypes: Readonly<Record<string, string>> = {
  '/api/:code/v1/openapi.json': 'application/json; charset=utf-8',
  '/hanvisning/:code/schema': 'application/schema+json',
  '/kalender/:code/:token{[\\w-]{32}\\.ics}': 'text/calendar; charset=utf-8',
  '/besok/ficka/nyckel': 'application/json; charset=utf-8',
  '/kodning/egen.json': 'application/json',
  '/utskick/:id{[0-9a-f]{8}-[0-9a-f-]{27}}/prov/:nth': 'application/pdf',
  '/utskick/mallar/:key/:lang/prov': 'application/pdf',
  '/siffror/tal/:name/fil': 'text/csv; charset=utf-8',
  '/rapporter/:kind/:form{pdf|xlsx|csv}': 'application/pdf',
  '/rapporter/publicerat/:id/:form{pdf|xlsx|csv}': 'application/pdf',
  '/styrning/arsrapport/pdf': 'application/pdf',
  '/styrning/plan/:version{[0-9]{1,4}}/pdf': 'application/pdf',
  '/styrning/utkast/pdf': 'application/pdf',
  '/enkater/resultat.csv': 'text/csv; charset=utf-8',
  '/halvarsuppgiften/filen/text': 'text/csv; charset=windows-1252',
  '/halvarsuppgiften/filen/excel': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '/halvarsuppgiften/leveranser/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/fil': 'text/csv; charset=windows-1252',
  '/halvarsuppgiften/profil/json': 'application/json',
}

/** Pages that are there for a moment only, and where they are looked at instead. */
const exceptions: Readonly<Record<string, string>> = {
  '/api/:code/v1/notices': 'asked by programs with a token: src/slices/notices/api.page.test.ts',
  '/api/:code/v1/notices/:receipt': 'asked by programs with a token: src/slices/notices/api.page.test.ts',
  '/fortsatt/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}': 'what was typed when a sign-in ended: test/scenario/sign-in.test.ts',
}

/** Views of a page that differ more than by whom they show. */
const moreOf: Readonly<Record<string, readonly string[]>> = {
  '/ungdomar': [
    '?visa=filter',
    '?ansvarig=jag&lista=vantar-pa-oss',
    '?lista=saknar-nummer',
    '?lista=gar-ut',
    '?visa=filter&lista=inte-nadd&steg=mote&sysselsattning=utgangen',
    '?lage=pagaende',
    '?lage=bevakas',
    '?lage=avslutade',
  ],
  '/ungdomar/:id{[0-9a-f-]+}/kontakter': ['?snabb=1&vy=', '?kanal=homeVisit'],
  '/ungdomar/:id{[0-9a-f-]+}/atgarder/ny': ['?insats=guidance', '?insats=youthEmployment'],
  '/planer': ['?vilka=alla&visa=forsenade', '?vilka=alla&visa=flyttade', '?vilka=alla&visa=ej-kvitterade', '?vilka=alla&visa=utan-plan'],
  '/hanvisningar': ['?flik=pagar', '?flik=ska-veta', '?flik=avslutade'],
  '/ungdomar/:id{[0-9a-f-]+}/samtycken/utan': ['?till=internal'],
  '/sysselsattning': ['?visa=utgangna', '?visa=bevakade'],
  '/kodning/visa': ['?konvention=skaraborg'],
  '/utskick/ny': ['?steg=brev'],
  '/anmalningar': ['?flik=godtagna', '?flik=avslutade', '?flik=atertagna'],
  '/anmalan/:code': ['?sprak=en'],
  '/anmalan/:code/:token{[\\w-]{43}}': ['?slag=start', '?slag=end&sprak=en', '?slag=absence'],
  '/plan/:code/:token': ['?steg=kod', '?steg=kod&sprak=ar'],
  '/svar/:code/:reply': ['?svar=callMe', '?svar=studying&sprak=ar', '?svar=notNow', '?tack=callMe'],
}

/** A return's file has everybody in it: those who may see protected youths fetch it. */
const isWholeFile = (route: DeclaredRoute): boolean => 'outlet' in route && route.outlet === 'return.file'

const isCounted = (route: DeclaredRoute): boolean => /^(?:figures|returns|survey)\./.test(route.permit) && !isWholeFile(route)
const isSet = ({ permit }: DeclaredRoute): boolean => /^(?:organisation|settings|rules|log)\./.test(permit)
const isHeldBack = ({ permit }: DeclaredRoute): boolean => /^(?:organisation|settings|protected)\.|^rules|^client$/.test(permit)

/** Whose pages, and which of them. What is one person's alone is not looked at again by another. */
const people = [
  {
    name: amina.name,
    which: 'what is done',
    own: (route: DeclaredRoute) => !isHeldBack(route) && !isCounted(route) && !isWholeFile(route),
  },
  { name: amina.name, which: 'what is counted', own: isCounted },
  { name: jonas.name, which: 'what is set', own: isSet },
  { name: sara.name, which: 'what is protected', own: (route: DeclaredRoute) => route.permit === 'protected.read' || isWholeFile(route) },
]
describe('every page', () => {
  it.each(people.flatMap((person) => looks.map((look) => ({ ...person, ...look }))))(
    'of $name, $which, has no fault, in $lang, $first.colorScheme',
    async ({ name, own, ...look }) => {
      expect(await faultsSeenBy(walk, { name, own }, look)).toEqual([])
    },
    400_000,
  )

  it('of a youth’s own has no fault behind its code either, on any screen and from right to left', async () => {
    const pass = await passOf(site, places.ownLink)
    for (const look of looks) {
      const page = await site.open(windowOf(look))
      await page.context().addCookies([{ ...pass, domain: 'localhost', path: '/plan', secure: true, httpOnly: true, sameSite: 'Strict' }])
      for (const query of ['', '?sprak=ar']) expect(await faultsOn(site, page, places.ownLink + query, look)).toEqual([])
      expect(await page.locator('h1').innerText()).toBe(ownWords.ar.plan.title)
    }
  })

  it('has been looked at by somebody, but for those that are named with a reason', () => {
    expect(missedBy(walk, isOwn)).toEqual(Object.keys(exceptions).toSorted())
  })

  it('before sign-in, denied, missing and signed out has no fault either', async () => {
    const page = await site.open()
    for (const address of ['/logga-in', '/utloggad', '/logga-in/svar?code=x']) {
      await page.goto(site.address + address)
      expect(await findings(page), address).toEqual([])
    }
    await site.signIn(page, 'Erik Nyholm')
    for (const address of ['/kallor', '/finns-inte']) {
      await page.goto(site.address + address)
      expect(await findings(page), address).toEqual([])
    }
  })

  it('made no script complain', () => {
    // The browser itself writes a line for each answer that is not 2xx.
    expect(site.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
  })
})
