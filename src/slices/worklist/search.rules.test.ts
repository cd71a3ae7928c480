import { expect, it } from 'vitest'
import { parseSearch, type Search } from './search.rules.ts'

function withoutPhone(search: Search): object {
  const { phone: _, ...rest } = { phone: '', ...search }
  return rest
}

const both = (digits: string) => ({ kind: 'number', numbers: [`19${digits}`, `20${digits}`] })
const beginnings = (digits: string) => ({ kind: 'beginning', beginnings: [digits, `19${digits}`, `20${digits}`] })

it.each([
  ['200904122384', { kind: 'number', numbers: ['200904122384'] }],
  ['20090412-2384', { kind: 'number', numbers: ['200904122384'] }],
  [' 2009-04-12 2384 ', { kind: 'number', numbers: ['200904122384'] }],
  ['090412-2384', both('0904122384')],
  ['090412+2384', both('0904122384')],
  ['0904122384', both('0904122384')],
  ['2009041223', beginnings('2009041223')],
  ['090412', beginnings('090412')],
  ['2009-04-12', beginnings('20090412')],
  ['200904', beginnings('200904')],
  ['20090412238', { kind: 'beginning', beginnings: ['20090412238'] }],
  ['12345', { kind: 'name', text: '12345' }],
  ['1234567890123', { kind: 'name', text: '1234567890123' }],
  ['Åsa', { kind: 'name', text: 'Åsa' }],
  ['Åsa   Öst\u0000\u200B', { kind: 'name', text: 'Åsa Öst' }],
  ['  ', { kind: 'empty' }],
  ['a'.repeat(500), { kind: 'too-long' }],
])('%s', (written, search) => {
  expect(withoutPhone(parseSearch(written))).toEqual(search)
})

it.each<[string, Search['kind'], string | null]>([
  ['+46701740605', 'phone', '+46701740605'],
  ['+46 (0)70-174 06 05', 'phone', '+46 (0)70-174 06 05'],
  ['0046 70 174 06 05', 'phone', '0046 70 174 06 05'],
  ['070-174 06 05', 'number', '070-174 06 05'],
  ['(08) 465 004 00', 'number', '(08) 465 004 00'],
  ['0904122384', 'number', '0904122384'],
  ['018-12 34 56', 'beginning', '018-12 34 56'],
  ['+46', 'name', null],
  ['Olle 0701740605', 'name', null],
])('%s is a %s that may be the phone number %s', (written, kind, phone) => {
  const search = parseSearch(written)
  expect([search.kind, 'phone' in search ? search.phone : null]).toEqual([kind, phone])
})
