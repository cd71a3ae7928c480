import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { referenceFile } from '../../test/support/feed-files.ts'
import { parseMunicipalityCode } from './municipality-code.ts'

const listed = referenceFile('geodata/municipalities.csv')

describe('a municipality code', () => {
  it.each(['0180', '0114', '0980', '1480', '2584', '1280', '0305'])('is %s', (code) => {
    expect(parseMunicipalityCode(code)).toBe(code)
  })

  it.each(['', '180', '01800', '0100', '0280', '0080', '1180', '1580', '1680', '2680', '9999', '018O', ' 0180', '0180\n', '٠١٨٠'])(
    'is not %j',
    (code) => {
      expect(parseMunicipalityCode(code)).toBeNull()
    },
  )

  it.skipIf(listed === null)('is every code in the list of municipalities', () => {
    const codes = readFileSync(listed ?? '', 'utf8').match(/(?<=^|[,"])\d{4}(?=[,"])/gm) ?? []
    expect(codes.length).toBeGreaterThanOrEqual(290)
    expect(codes.filter((code) => parseMunicipalityCode(code) === null)).toEqual([])
  })
})
