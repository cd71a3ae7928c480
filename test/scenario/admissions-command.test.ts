/** ./lots admissions as a person runs it: lists in other encodings and words, and one clear line for what is refused. */
import { beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../support/feed-files.ts'
import { aPopulation, aPost } from '../support/places.ts'
import { aFile, aProgramPlace, expectOneLine, type ProgramPlace } from '../support/program.ts'

let place: ProgramPlace
const [ada, bo] = [aNumber('20100105'), aNumber('20100211')]
const first = ['--round', 'first', '--on', '2026-07-01'] as const
const list = (text: string | Uint8Array) => aFile('lista*.csv', text)

beforeAll(async () => {
  place = await aProgramPlace()
  await place.run(
    'feed',
    'population',
    aFile('population*.xml', aPopulation(aPost({ number: ada }), aPost({ number: bo }))),
    '--on',
    '2026-05-01',
  )
})

describe('admissions', () => {
  it('reads a list in any encoding, and says which rows could not be used and nothing of whose they were', async () => {
    const rows = `personnummer;status\n${ada};ej sökt\n${bo};kanske\n`
    const { code, stdout, stderr } = await place.run('admissions', list(Buffer.from(rows, 'latin1')), ...first)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(
      /^2 rader lästes, 1 gick inte att använda\. 1 i registret fick listans besked, 0 finns inte där\.\n {2}lista\S*\.csv, rad 3: beskedet är okänt\n$/,
    )
  })

  it('takes another system’s words, and answers in JSON', async () => {
    const mapping = aFile(
      'mappning.json',
      JSON.stringify({ columns: { PNR: 'personnummer', Besked: 'status' }, values: { status: { A: 'antagen' } } }),
    )
    const { code, stdout } = await place.run(
      'admissions',
      list(`PNR;Besked\n${bo};A\n`),
      '--round',
      'second',
      '--on',
      '2026-08-05',
      '--mapping',
      mapping,
      '--json',
    )
    expect([code, JSON.parse(stdout)]).toEqual([0, { count: 1, answers: 1, unknown: 0, before: null, faults: [] }])
  })

  it.each([
    [['finns-inte.csv', ...first], 'finns-inte.csv'],
    [[...first], 'Ange en fil'],
    [[list(`personnummer;status\n${ada};antagen\n`), '--on', '2026-07-01'], '--round first'],
    [[list('namn\nx\n'), ...first], 'fel rubrikrad: personnummer, status saknas'],
    [[list(`personnummer;status\n${bo};antagen\n`), '--round', 'first', '--on', '2026-04-20'], 'utanför säsongen'],
    [[list('personnummer;status\nx;y\n'), ...first], 'Ingen rad gick att använda'],
    [[list(`personnummer;status\n${ada};ej sökt\n`), ...first], 'redan inläst'],
  ])('%j is refused with one clear line', async (args, text) => {
    const refused = await place.run('admissions', ...args)
    expectOneLine(refused, 2, new RegExp(text))
    expect(refused.stderr).not.toContain(ada)
  })
})
