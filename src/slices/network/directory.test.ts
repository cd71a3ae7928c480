/** Which partners are looked at: by kind, and by words wherever they stand. */
import { expect, it } from 'vitest'
import { partnersIn, type DirectoryView } from './directory.rules.ts'
import type { Partner } from './network.types.ts'

const aPartner = (name: string, given: Partial<Partner> = {}): Partner => ({
  partnerId: name,
  version: 1,
  kind: 'fieldWork',
  name,
  area: '',
  offers: '',
  meets: '',
  contact: '',
  phone: null,
  email: null,
  endedOn: null,
  ...given,
})
const partners = [
  aPartner('Fältgruppen', { area: 'Norra stadsdelen', meets: 'Tisdagar' }),
  aPartner('Lotsarna', { area: 'Södra stadsdelen' }),
  aPartner('Polisen', { kind: 'police' }),
]

it.each<[DirectoryView, readonly string[]]>([
  [{ kind: null, words: '' }, ['Fältgruppen', 'Lotsarna', 'Polisen']],
  [{ kind: 'police', words: ' ' }, ['Polisen']],
  [{ kind: null, words: 'STADSDELEN' }, ['Fältgruppen', 'Lotsarna']],
  [{ kind: null, words: 'norra tisdag' }, ['Fältgruppen']],
  [{ kind: 'police', words: 'norra' }, []],
])('%j shows %j', (view, names) => {
  expect(partnersIn(partners, view).map(({ name }) => name)).toEqual(names)
})
