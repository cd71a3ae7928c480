/** The return built on a real PostgreSQL: from files and from what was written, as it was known at any time. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { todayInSweden } from '../../platform/clock.ts'
import { buildReturnFile, type ReturnFile } from './build.actions.ts'
import { shown } from './returns.testbed.ts'
import { aBusyTown, numbers, type Town } from './town.testbed.ts'

let town: Town
const today = todayInSweden()
beforeAll(async () => {
  town = (await aBusyTown()).town
})
afterAll(() => town.installation.close())

const build = async (half = '2026H1', asOf = 'infinity', on = today): Promise<ReturnFile> => {
  const made = await buildReturnFile(town, { half, today: on, asOf, actor: 'prov' })
  if (!made.granted) throw new Error(made.reason)
  return made.value
}
const textOf = ({ bytes }: { bytes: Uint8Array }): string => new TextDecoder('windows-1252').decode(bytes)
const ofNumber = ({ built }: ReturnFile, number: string): string[] => shown(built.records.filter((record) => record.number === number))

describe('what is built', () => {
  it('holds the five blocks of those who were covered, and nobody else', async () => {
    const file = await build()
    expect(ofNumber(file, numbers.anna)).toEqual([
      'youth 2024-06-16 05 0',
      'contact 2026-03-02 4',
      'contact 2026-06-30 1',
      'measureBegun 2026-06-15 02',
    ])
    expect(ofNumber(file, numbers.bo)).toEqual(['youth 2026-02-11 02 5', 'measureBegun 2026-03-01 02', 'measureEnded 2026-06-30 02 1 2'])
    expect(ofNumber(file, numbers.cia).at(-1)).toBe('exit 2026-06-30 01')
    expect(ofNumber(file, numbers.dan)).toEqual(['youth 2024-06-16 05 0'])
    expect(ofNumber(file, numbers.eva)).toEqual(['youth 2024-06-16 05 0'])
    expect(ofNumber(file, numbers.filip)).toEqual([])
    expect(ofNumber(file, numbers.gun)).toEqual(['youth 2026-04-01 06 0', 'exit 2026-05-01 05'])
    expect(file.built.counts).toMatchObject({ youths: 6, protected: 1, leftOut: 0 })
    expect(textOf(file).split('\r\n')[0]).toMatch(/^Posttyp;Personnr;Kommun;/)
    expect(file.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'))
  })

  it('of the second half-year has the exit of 1 July, and no work of the first', async () => {
    const file = await build('2026H2')
    expect(ofNumber(file, numbers.dan)).toEqual(['youth 2024-06-16 05 0', 'exit 2026-07-01 05'])
    expect(ofNumber(file, numbers.anna)).toEqual(['youth 2024-06-16 05 0'])
    expect(ofNumber(file, numbers.cia)).toEqual([])
  })

  it('is as it was known: a move heard of in July was not known in May', async () => {
    expect(ofNumber(await build('2026H1', '2026-05-20 00:00'), numbers.gun)).toEqual(['youth 2026-04-01 06 0', 'contact 2026-05-01 1'])
    expect(ofNumber(await build('2026H1', '2026-03-03 00:00'), numbers.anna)).toEqual(['youth 2024-06-16 05 0', 'contact 2026-03-02 4'])
    expect((await build('2026H1', '2026-06-29 00:00')).facts.on).toBe('2026-06-28')
  })

  it('refuses what does not exist, has not begun or has no profile', async () => {
    const reason = async (half: string) => {
      const made = await buildReturnFile(town, { half, today, actor: 'prov' })
      return made.granted ? 'granted' : made.reason
    }
    expect([await reason('2026H3'), await reason('2014H2'), await reason('2999H1'), await reason('2025H2')]).toEqual([
      'no-such-half-year',
      'no-such-half-year',
      'not-begun',
      'no-profile',
    ])
  })
})
