/** ./lots figures, run as a person and a program run it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { aProgramPlace, expectOneLine, type ProgramPlace } from '../support/program.ts'

let place: ProgramPlace
beforeAll(async () => {
  place = await aProgramPlace()
})

const figures = (...args: readonly string[]) => place.run('figures', ...args)
const period = ['--from', '2026-07-01', '--until', '2027-01-01'] as const

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
