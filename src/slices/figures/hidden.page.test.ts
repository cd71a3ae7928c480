/** What is hidden of a figure is a number nowhere: the table, the picture and the files say the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestSite, Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { askedOf, figureAddress, fileAddress } from './ask.rules.ts'
import { aFigureSite } from './figure-site.testbed.ts'
import { readIndicators } from './indicator.actions.ts'
import { cellKey } from './indicator.types.ts'
import { indicatorNames } from './registry.rules.ts'
import { fileLines, type CellValue } from './table-cells.ts'

let site: TestSite
let coordinator: Visitor
const today = todayInSweden()

beforeAll(async () => {
  site = await aFigureSite()
  coordinator = await site.signedIn(['coordinator'])
})
afterAll(() => site.close())

/** A cell as CSV writes it. */
const written = (value: CellValue | undefined): string => (typeof value === 'number' ? String(value).replace('.', ',') : (value ?? ''))

describe('what is hidden', () => {
  const reader = { actor: 'prov', scope: { units: null, mayReadProtected: false }, municipality: '0180' }
  const splits = [['unit'], ['unit', 'sex'], ['birthYear']] as const

  it.each(indicatorNames)('of %s is a number nowhere: not in the table, not in the picture, not in the file', async (name) => {
    for (const by of splits) {
      const asked = { name, question: { ...askedOf(name, new URLSearchParams(), today).question, by } }
      const { indicators, names } = await readIndicators(site.place.pool, reader, [asked], { hideSmall: true })
      const [read] = indicators
      if (read === undefined) throw new Error('one question has one answer')
      const { html } = await coordinator.get(fileAddress(name, read.question, 'csv'))
      const lines = html.slice(1).split('\r\n').slice(1, -1)
      const expected = fileLines({ read, names, lang: 'sv' }).map((line) => line.at(-1))
      expect(lines.map((line) => line.split(';').at(-1))).toEqual(expected.map(written))
      expect(expected.filter((value) => value === '..').length).toBe(read.table.hidden.size)
      const shown = await coordinator.get(figureAddress(name, read.question))
      const [picture = '', table = ''] = shown.html.slice(shown.html.indexOf('<figure')).split('</figure>')
      const row = read.table.rows[0]?.key ?? ''
      const places = read.table.groups.filter((at) => at.slice(1).every((key) => key === '*'))
      const hidden = places.filter((at) => read.table.hidden.has(cellKey(row, at)))
      // The whole of the row has no bar of its own.
      if (by.length === 1) expect(picture.match(/: \.\.<\/title>/g)?.length ?? 0).toBe(hidden.filter(([key]) => key !== '*').length)
      if (read.table.hidden.size > 0 && by.length === 1) expect(table).toContain('>..</abbr>')
    }
  })
})

it('a unit’s numbers are not taken for the municipality’s', async () => {
  const told = 'inte hela kommunen'
  const ofWest = await site.signedIn(['unitManager'], { unit: 'Väst' })
  expect((await ofWest.get('/siffror/tal/on-day')).html).toContain(told)
  expect((await coordinator.get('/siffror/tal/on-day')).html).not.toContain(told)
})
