/** The instrument's settings in the browser: a new version, more rows, what is wrong at its field, two who save; and the routine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFollowupSite, type FollowupSite, type Somebody } from '../followup-site.testbed.ts'
import { shipped } from '../followup.testbed.ts'
import { instrumentFields } from './instrument-form.ts'
import { shippedRoutine } from './shipped.rules.ts'

let site: FollowupSite
let administrator: Somebody
beforeAll(async () => {
  site = await aFollowupSite()
  administrator = await site.member('Ada Admin', ['administrator'])
})
afterAll(() => site.close())

const path = '/uppfoljning/installningar/instrument'
const fields = instrumentFields(shipped, 'sv')
const versions = async () =>
  site.place.sql<{ version: number; areas: { key: string; threshold: number; items: { key: string; sv: string }[] }[] }>(
    'select version, areas from followup.instrument order by version',
  )
const save = (more: Readonly<Record<string, string>>, version: string) =>
  administrator.send(path, { ...fields, version, do: 'save', ...more })

describe('the instrument', () => {
  it('as shown and saved again is nothing new', async () => {
    const { html } = await administrator.get(path)
    for (const shown of ['Skola', 'value="12,5"', 'name="version" value="1"', 'Version 1']) expect(html).toContain(shown)
    const { status, html: told } = await save({}, '1')
    expect([status, told.includes('Inget är ändrat')]).toEqual([422, true])
    expect(await versions()).toHaveLength(1)
  })

  it.each([
    [{ max: '0' }, 'max'],
    [{ step: '0' }, 'step'],
    [{ ratingStep: '0,7' }, 'ratingStep'],
    [{ min: 'noll' }, 'min'],
    [{ area2Threshold: '26' }, 'area2Threshold'],
    [{ area2Threshold: '0' }, 'area2Threshold'],
    [{ area3En: '' }, 'area3En'],
    [{ area1Item2Sv: '' }, 'area1Item2Sv'],
    [{ area4Sv: 'Skola' }, 'area4Sv'],
    [{ missing: 'answered', atLeast: '4' }, 'atLeast'],
    [{ missing: 'answered', atLeast: '' }, 'atLeast'],
    // What is ticked away is not counted: the problem stands in the row where it was written all the same.
    [{ area1Remove: 'ja', area2Threshold: '26' }, 'area2Threshold'],
    [{ area5Item1Key: 'school1' }, 'area5Item1Key'],
  ])('with %j is refused at %s, and nothing typed is lost', async (more, field) => {
    const { status, html } = await save({ ...more, area5Sv: 'Ekonomi och skulder' }, '1')
    expect([status, html.includes(`href="#${field}"`), html.includes('value="Ekonomi och skulder"')]).toEqual([422, true, true])
    expect(await versions()).toHaveLength(1)
  })

  it('gives more rows without saving, and new areas and questions keys that nothing has had', async () => {
    const row = { area6Sv: 'Fritid', area6En: 'Free time', area6Threshold: '10', area6Recipient: 'housing', area6Direction: 'below' }
    const two = { area6Item1Sv: 'Vänner', area6Item1En: 'Friends', area6Item2Sv: 'Rörelse', area6Item2En: 'Exercise' }
    const more = await administrator.send(path, { ...fields, ...row, ...two, version: '1', do: 'more' })
    expect([more.status, more.html.includes('name="area6Item4Sv"'), more.html.includes('name="area7Sv"')]).toEqual([200, true, true])
    expect(await versions()).toHaveLength(1)
    expect((await save({ ...row, ...two, area1Item3Sv: '', area1Item3En: '', area2Threshold: '13' }, '1')).status).toBe(303)
    const [, second] = await versions()
    expect(second?.areas.map(({ key }) => key)).toEqual(['school', 'housing', 'communication', 'health', 'economy', 'area1'])
    expect(second?.areas[1]?.threshold).toBe(1300)
    expect(second?.areas[0]?.items.map(({ key }) => key)).toEqual(['school1', 'school2'])
    expect(second?.areas[5]?.items).toEqual([
      { key: 'item1', sv: 'Vänner', en: 'Friends' },
      { key: 'item2', sv: 'Rörelse', en: 'Exercise' },
    ])
  })

  it('saved by two is saved by the first, and the other sees both', async () => {
    const { status, html } = await save({ area2Threshold: '14' }, '1')
    expect(status).toBe(409)
    for (const shown of [
      'Någon annan hann spara före dig',
      'Boende: Gräns',
      '<td data-title="Du skrev">14</td>',
      'name="version" value="2"',
    ])
      expect(html).toContain(shown)
    expect((await save({ area6Remove: 'ja', area2Threshold: '14' }, '2')).status).toBe(303)
    expect(await versions()).toHaveLength(3)
  })

  it('takes an area away, and its key is not given to another', async () => {
    const row = { area5Key: '', area5Sv: 'Arbete', area5En: 'Work', area5Item1Key: '', area5Item2Key: '', area5Item3Key: '' }
    expect((await save(row, '3')).status).toBe(303)
    const newest = (await versions()).at(-1)
    expect(newest?.areas.at(-1)?.key).toBe('area2')
    expect(newest?.areas.at(-1)?.items.map(({ key }) => key)).toEqual(['item3', 'item4', 'item5'])
  })

  it('is the administrator’s', async () => {
    const authority = await site.member('Mia Myndighet', ['authority'])
    for (const one of [path, '/uppfoljning/installningar/rutin']) expect((await authority.get(one)).status).toBe(403)
    expect((await administrator.get('/uppfoljning/installningar')).html).toContain(path)
  })
})

describe('the routine', () => {
  const at = '/uppfoljning/installningar/rutin'
  const said = (prefix: string) =>
    Object.fromEntries(Object.entries(shippedRoutine).map(([key, value]) => [`${prefix}${key}`, String(value)]))
  const form = { ...said(''), ...said('seen-') }

  it('is saved, and told to the second who saves', async () => {
    expect((await administrator.get(at)).html).toContain('name="seen-judgementDay" value="10"')
    expect((await administrator.send(at, form)).status).toBe(422)
    expect((await administrator.send(at, { ...form, judgementDay: '12', onHoliday: 'before' })).status).toBe(303)
    const second = await administrator.send(at, { ...form, judgementDay: '14' })
    expect([second.status, second.html.includes('<td data-title="Du skrev">14</td>')]).toEqual([409, true])
    const [row] = await site.place.sql<{ value: object }>(
      `select value from followup.setting where key = 'routine' and known_until = 'infinity'`,
    )
    expect(row?.value).toMatchObject({ judgementDay: 12, onHoliday: 'before' })
  })
  it.each([[{ judgementDay: '29' }], [{ judgementDay: '1' }], [{ judgementDay: 'tio' }], [{ judgementDay: '10,5' }]])(
    'with %j is refused at its field',
    async (more) => {
      const { status, html } = await administrator.send(at, { ...form, ...more })
      expect([status, html.includes('href="#judgementDay"'), html.includes('Skriv ett helt tal från 2 till 28.')]).toEqual([
        422,
        true,
        true,
      ])
    },
  )
})
