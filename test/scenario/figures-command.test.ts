/** ./lots figures, run as a person and a program run it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { indicatorNames } from '../../src/slices/figures/index.ts'
import { aProgramPlace, expectOneLine, type ProgramPlace } from '../support/program.ts'

let place: ProgramPlace
beforeAll(async () => {
  place = await aProgramPlace()
})

const figures = (...args: readonly string[]) => place.run('figures', ...args)
const period = ['--from', '2026-07-01', '--until', '2027-01-01'] as const
const past = ['--from', '2018-01-01', '--until', '2018-07-01'] as const

describe('figures outreach', () => {
  it('answers in JSON, with zeros said out', async () => {
    const { code, stdout, stderr } = await figures('outreach', ...period, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const said = JSON.parse(stdout) as { groups: { channels: Record<string, object>; outside: object }[] }
    expect(said).toMatchObject({ name: 'outreach', from: '2026-07-01', until: '2027-01-01', by: 'none' })
    expect(said.groups).toHaveLength(1)
    expect(Object.keys(said.groups[0]?.channels ?? {})).toHaveLength(8)
    expect(said.groups[0]?.channels['letter']).toEqual({ made: 0, answered: 0, reached: 0 })
    expect(said.groups[0]?.outside).toMatchObject({ youths: 0, reached: 0, choseSupport: 0 })
  })

  it('answers the same as it was known', async () => {
    const now = await figures('outreach', ...past, '--json')
    const then = await figures('outreach', ...past, '--json', '--as-known-at', '2026-11-20')
    expect(then).toEqual(now)
  })

  it('answers as CSV and as a table', async () => {
    expect((await figures('outreach', ...period, '--csv')).stdout.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFgroup;channel;made;answered;reached;outsideMade;outsideAnswered;outsideReached',
      ';letter;0;0;0;0;0;0',
    ])
    expect((await figures('outreach', ...period, '--by', 'unit')).stdout).toContain('Besvarade')
  })

  it('refuses what it cannot read with one clear line', async () => {
    expectOneLine(await figures(), 2, 'Säg vilka siffror')
    expectOneLine(await figures('utskick'), 2, 'Säg vilka siffror')
    expectOneLine(await figures('outreach', '--from', '2026-07-01'), 2, '--until')
    expectOneLine(await figures('outreach', '--from', 'juli', '--until', '2027-01-01'), 2, 'inte ett datum')
    expectOneLine(await figures('outreach', '--from', '2027-01-01', '--until', '2027-01-01'), 2, 'senare dag')
    expectOneLine(await figures('outreach', ...period, '--by', 'chef'), 2, 'unit eller district')
  })
})

type Said = {
  readonly rows: readonly { key: string; kind: string; title: string }[]
  readonly groups: readonly { at: object; values: Record<string, number | null> }[]
}

describe('the figures by name', () => {
  it.each(indicatorNames)('%s of an empty register: every row is there, and zero', async (name) => {
    const { code, stdout, stderr } = await figures(name, ...past, '--by', 'sex,unit', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { rows, groups } = JSON.parse(stdout) as Said
    expect(groups.map(({ at }) => at)).toContainEqual({ sex: '*', unit: '*' })
    for (const { values } of groups) {
      for (const { key, kind } of rows) expect(values[key]).toBe(kind === 'share' ? null : 0)
    }
  })

  it('as CSV a line for each place and row, as an Excel file, and as a table', async () => {
    const { stdout } = await figures('not-known', '--on', '2018-06-30', '--by', 'sex', '--csv')
    expect(stdout.split('\r\n').slice(0, 2)).toEqual(['\uFEFFsex;row;title;value', '*;covered;Omfattades;0'])
    expect((await figures('flow', ...past, '--xlsx')).stdout.slice(0, 2)).toBe('PK')
    expect((await figures('since-reached', '--on', '2018-06-30', '--hide-small')).stdout).toContain('Aldrig nådd')
  })

  it('refuses what it cannot count with one clear line', async () => {
    const ahead = ['--from', '2090-01-01', '--until', '2090-07-01'] as const
    expectOneLine(await figures('on-day', '--on', '2090-01-01'), 2, 'Räknedagen ligger framåt')
    expectOneLine(await figures('september', ...ahead), 2, 'Räknedagen ligger framåt')
    expectOneLine(await figures('half-year', ...ahead), 2, 'har inte börjat')
    expectOneLine(await figures('half-year', '--from', '2018-07-01', '--until', '2018-01-01'), 2, 'senare dag')
    expectOneLine(await figures('half-year', ...past, '--by', 'department'), 2, 'unit, district, birthYear, sex')
    expectOneLine(await figures('half-year', ...past, '--by', 'unit,unit'), 2, 'högst en gång')
    expectOneLine(await figures('half-year', ...past, '--by', 'chef'), 2, 'per chef')
    expectOneLine(await figures('half-year', '--on', '2018-06-30'), 2, '--from och --until')
    expectOneLine(await figures('on-day', '--on', '2018-06-30', ...past), 2, 'antingen --on')
    expectOneLine(await figures('half-year', ...past, '--as-known-at', 'i går'), 2, 'ingen tidpunkt')
    expectOneLine(await figures('half-year', ...past, '--csv', '--json'), 2, 'Välj ett')
  })
})

describe('figures published', () => {
  it('are counted again by their id', async () => {
    const { code, stdout } = await figures('publish', 'half-year', ...past, '--by', 'unit', '--note', 'Till nämnden')
    expect(code).toBe(0)
    const id = stdout.trim()
    expect((await figures('published')).stdout).toContain(id)
    expect(JSON.parse((await figures('again', id, '--json')).stdout)).toEqual({
      published: id,
      name: 'half-year',
      isReproduced: true,
      cells: [],
    })
    expect((await figures('again', id)).stdout).toContain('Inget har ändrats')
  })

  it('that are none are refused', async () => {
    expectOneLine(await figures('again', 'fel'), 2, 'inget id')
    expectOneLine(await figures('again', '00000000-0000-4000-8000-000000000000'), 2, 'ingen publicerad siffra')
    expectOneLine(await figures('publish', 'on-day', '--on', '2090-01-01'), 2, 'Räknedagen')
    expectOneLine(await figures('publish'), 2, 'Säg vilka siffror')
  })
})
