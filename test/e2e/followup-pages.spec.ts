/**
 * Every page of directed follow-up with a year of it on them, by those who may open them: in both languages, both themes, wide and narrow. Nothing
 * that axe finds, nothing that scrolls sideways, no script that complains, and no page that nobody has looked at.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SealedPermission } from '../../src/kernel/permission.ts'
import { aDemoSite, type DemoSite } from './demo-site.ts'
import { fillInModule } from './followup-places.ts'
import { faultsSeenBy, isOfModule, looks, missedBy, type Walk } from './page-walk.ts'

let site: DemoSite
let walk: Walk

beforeAll(async () => {
  site = await aDemoSite()
  const { addresses, also } = await fillInModule(site)
  const more: Walk['more'] = ({ path }, _, name) => also[name]?.[path] ?? []
  // Files are made by forms here: no address of the module is one.
  walk = { site, home: '/uppfoljning', addresses, otherTypes: {}, more, lookedAt: new Set() }
}, 300_000)
afterAll(() => site.close())

/** Pages that are there for a moment only, and where they are looked at instead. */
const exceptions: Readonly<Record<string, string>> = {
  '/uppfoljning/fortsatt/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}':
    'what was typed when a sign-in ended: src/slices/followup/house.page.test.ts',
}

/** Whose pages, and which of them. */
const people: readonly { readonly name: string; readonly permits: readonly SealedPermission[] }[] = [
  {
    name: 'Mona Granfors',
    permits: [
      'followup.enter',
      'followup.read',
      'followup.register',
      'followup.contacts',
      'followup.assess',
      'followup.signal',
      'followup.judge',
    ],
  },
  { name: 'Viktor Almskog', permits: ['followup.enter', 'followup.read', 'followup.contacts', 'followup.follow'] },
  { name: 'Hanna Lövdahl', permits: ['followup.enter', 'followup.read', 'followup.follow', 'followup.rate'] },
  { name: 'Tove Rosenmark', permits: ['followup.enter', 'followup.members', 'followup.settings'] },
]

describe('every page of directed follow-up', () => {
  it.each(people.flatMap((person) => looks.map((look) => ({ ...person, ...look }))))(
    'of $name has no fault, in $lang, $first.colorScheme',
    async ({ name, permits, ...look }) => {
      const held = new Set<string>(permits)
      expect(await faultsSeenBy(walk, { name, own: ({ permit }) => held.has(permit) }, look)).toEqual([])
    },
    400_000,
  )

  it('has been looked at by somebody, but for those that are named with a reason', () => {
    expect(missedBy(walk, isOfModule)).toEqual(Object.keys(exceptions).toSorted())
  })

  it('made no script complain', () => {
    // The browser itself writes a line for each answer that is not 2xx.
    expect(site.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
  })
})
