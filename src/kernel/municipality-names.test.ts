/** The names of municipalities: one for each code, and all of them. */
import { expect, it } from 'vitest'
import { parseMunicipalityCode } from './municipality-code.ts'
import { municipalityNames, namedMunicipality } from './municipality-names.ts'

it('are of the 290 municipalities, each once', () => {
  expect(municipalityNames.size).toBe(290)
  expect(new Set(municipalityNames.values()).size).toBe(290)
  expect([...municipalityNames.keys()].filter((code) => parseMunicipalityCode(code) === null)).toEqual([])
  expect([...municipalityNames.keys()]).toEqual([...municipalityNames.keys()].toSorted((a, b) => Number(a) - Number(b)))
})

it('stand with the code, and a code without a name alone', () => {
  expect([namedMunicipality('0180'), namedMunicipality('2584'), namedMunicipality('0199')]).toEqual([
    'Stockholm (0180)',
    'Kiruna (2584)',
    '0199',
  ])
})
