/** Attendance sums from a school system: added up a pupil, read to the end or not at all, and absent where they are not handed out. */
import { afterEach, describe, expect, it } from 'vitest'
import { anAttendance, startSs12000, type Attendance, type Listening } from '../../../../simulators/ss12000/index.ts'
import { aWorld, token } from '../../../../simulators/ss12000/testbed.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { fetchAttendance } from './ss12000.attendance.ts'

let running: Listening | null = null
afterEach(async () => {
  await running?.stop()
  running = null
})

const october = { fromOn: '2026-10-01' as PlainDate, untilOn: '2026-10-31' as PlainDate }
const [eva, bo] = ['00000001-0000-4000-8000-000000000001', '00000001-0000-4000-8000-000000000002']

async function ask(attendances: readonly object[], options: Parameters<typeof startSs12000>[1] = {}) {
  const world = { ...aWorld(2), attendances: attendances as Attendance[] }
  running = await startSs12000(world, { bearerTokens: [token], ...options })
  const source = { baseUrl: running.url, auth: { kind: 'bearer', token }, retries: 0, pageSize: 2 } as const
  return fetchAttendance(source, october)
}

const lesson = (student: string, on: string, invalid: number, activity = 'a') => ({
  ...anAttendance({ student, on, invalid }),
  activity: { id: activity },
})

describe('sums of a month', () => {
  it('are of each pupil, over all activities and pages, and of no other days', async () => {
    const sums = await ask([
      lesson(eva, '2026-09-30', 300),
      lesson(eva, '2026-10-01', 60),
      lesson(eva, '2026-10-31', 30),
      lesson(eva, '2026-10-15', 45, 'b'),
      lesson(bo, '2026-10-02', 0),
      lesson(bo, '2026-11-01', 300),
    ])
    expect(sums).toEqual([
      { pupilId: eva, invalid: 135, offered: 900 },
      { pupilId: bo, invalid: 0, offered: 300 },
    ])
  })

  it('of a pupil whose source does not say how much was offered are sums without a share', async () => {
    const { offeredSum: _, ...without } = lesson(eva, '2026-10-01', 60)
    expect(await ask([without])).toEqual([{ pupilId: eva, invalid: 60, offered: null }])
  })

  it.each([404, 405, 501] as const)('are null where they are not handed out (%i)', async (status) => {
    expect(await ask([], { notOffered: { '/aggregatedAttendance': status } })).toBeNull()
  })

  it('that cannot be understood are not used at all', async () => {
    await expect(ask([lesson(eva, '2026-10-01', -5)])).rejects.toThrow('närvaro som inte går att tolka')
  })

  it('are not read without a sign-in', async () => {
    await expect(ask([], { bearerTokens: [] })).rejects.toThrow('401')
  })
})
