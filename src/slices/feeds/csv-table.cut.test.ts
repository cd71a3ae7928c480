/** The last row of a table that does not end with a line break: whether its last value could be half of a longer one. */
import { describe, expect, it } from 'vitest'
import { aFile, allOf, aMapping } from '../../../test/support/feed-files.ts'
import { noMapping, tableRows, type Mapping, type TableShape } from './csv-table.ts'

const shape: TableShape = { required: ['nummer', 'namn'], optional: ['ort', 'huvudman'], spoken: ['huvudman'] }

/** Of each row, whether it may have been cut and whether it ends in what could be half a value. */
async function ends(content: string, mapping: Mapping = noMapping): Promise<string[]> {
  const rows = await allOf(tableRows(aFile(content), shape, mapping))
  return rows.map(({ mayBeCut, endsOpen }) => (endsOpen ? 'open' : mayBeCut ? 'closed' : 'whole'))
}

describe('the last value of a file', () => {
  it.each([
    ['that the file has used', '1;a;Öst\n2;b;Öst', 'closed'],
    ['that the file has used, with blanks around', '1;a; Öst \n2;b;Öst', 'closed'],
    ['that the file has not used', '1;a;Östgården\n2;b;Öst', 'open'],
    ['with a line break after it', '1;a;Östgården\n2;b;Öst\n', 'whole'],
    ['with a Windows line break after it', '1;a;Östgården\r\n2;b;Öst\r\n', 'whole'],
    ['with half a Windows line break after it', '1;a;Östgården\r\n2;b;Öst\r', 'whole'],
    ['that is not there', '1;a;Öst\n2;b;', 'open'],
    ['whose column is not there', '1;a;Öst\n2;b', 'open'],
    ['of a file of one row', '1;a;Öst', 'open'],
    ['yes', '1;a;Öst\n2;b;ja', 'closed'],
    ['no', '1;a;Öst\n2;b;NEJ', 'closed'],
    ['a date', '1;a;Öst\n2;b;2026-11-21', 'closed'],
    ['a date without dashes', '1;a;Öst\n2;b;20261121', 'closed'],
    ['a school unit code', '1;a;Öst\n2;b;10000001', 'closed'],
    ['half a date', '1;a;Öst\n2;b;2026-11-2', 'open'],
    ['half a date without dashes', '1;a;Öst\n2;b;2026112', 'open'],
    ['half a school unit code', '1;a;Öst\n2;b;1000000', 'open'],
    ['half a yes', '1;a;Öst\n2;b;j', 'open'],
    ['more than a date', '1;a;Öst\n2;b;2026-11-21T', 'open'],
    ['more than a code', '1;a;Öst\n2;b;100000011', 'open'],
  ])('%s', async (_, rows, expected) => {
    expect((await ends(`nummer;namn;ort\n${rows}`)).at(-1)).toBe(expected)
  })

  it.each([
    ['by which nothing is decided', 'nummer;namn;huvudman\n1;a;Öst\n2;b;Vä'],
    ['that is not read', 'nummer;namn;anmarkning\n1;a;Öst\n2;b;Vä'],
  ])('in a column %s does no harm as half', async (_, content) => {
    expect(await ends(content)).toEqual(['whole', 'closed'])
  })

  it('is that of the last row alone', async () => {
    expect(await ends('nummer;namn;ort\n1;a;Ös\n2;b;Öst\n3;c;Östg')).toEqual(['whole', 'whole', 'open'])
  })

  it('is compared as the file writes it, before any mapping', async () => {
    const mapping = aMapping({ columns: { plats: 'ort' }, values: { ort: { Ö: 'Öst', Ös: 'Öst' } } })
    expect(await ends('nummer;namn;plats\n1;a;Ös\n2;b;Ö', mapping)).toEqual(['whole', 'open'])
    expect(await ends('nummer;namn;plats\n1;a;Ö\n2;b;Ö', mapping)).toEqual(['whole', 'closed'])
  })
})
