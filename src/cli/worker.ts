/** What runs by itself while the product serves: messages leave, and what other slices do as time passes. */
import { join } from 'node:path'
import { todayInSweden } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { clearLine } from '../platform/failure.ts'
import { newSender, tendRounds, type Channels, type SendPlace } from '../slices/messaging/index.ts'
import { queueReminders } from '../slices/meetings/index.ts'
import { forgetOldSeasons } from '../slices/admissions/index.ts'
import { closeForgotten } from '../slices/network/index.ts'
import { sendLinks, tendNotices } from '../slices/notices/index.ts'
import { tendOwnPages } from '../slices/ownplan/index.ts'
import { forgetAbsence } from '../slices/prevention/index.ts'
import { wipeReceivers } from '../slices/questions/index.ts'
import { tendReferrals } from '../slices/referrals/index.ts'
import { rehearseIfDue } from '../slices/returns/index.ts'
import { forgetExpiredCodes } from '../slices/survey/index.ts'
import type { Installation } from '../slices/tenancy/index.ts'
import { tendTransfers } from '../slices/transfers/index.ts'
import { watchVisits } from '../slices/visits/index.ts'
import { messageSecrets } from './message-secrets.ts'
import { reportDefect } from './serving.ts'
import { say } from './terminal.ts'

/** Done every few seconds for each municipality; it looks for itself whether there is anything to do, and may be run twice at once. */
export type Tick = (place: SendPlace, now: Date) => Promise<void>
/** Another municipality of the installation: what crosses the border is an explicit message. Null when it is not in it. */
type PlaceOf = (code: string) => Promise<SendPlace | null>

/** What a failed tick is called in the server's own output, and the tick. One line each. */
export const ticksOf = ({ publicUrl, mail }: Channels, placeOf: PlaceOf): readonly (readonly [name: string, tick: Tick])[] => [
  ['utskicksrundor', (place, now) => tendRounds({ place, publicUrl }, now)],
  ['påminnelser om möten', async ({ pool }, now) => void (await queueReminders(pool, now))],
  ['vakten över hembesök', async (place, now) => void (await watchVisits(place, now))],
  ['frågor som gått ut', async ({ pool }) => void (await wipeReceivers(pool))],
  ['nätverksmöten som är över', async ({ pool }, now) => void (await closeForgotten(pool, todayInSweden(now)))],
  ['ungdomens egen sida', ({ pool }) => tendOwnPages(pool)],
  ['länkar till skolor', (place) => sendLinks(place, { mail, publicUrl })],
  ['anmälningar från skolor', (place, now) => tendNotices(place, placeOf, now)],
  ['överflytt mellan kommuner', (place, now) => tendTransfers(place, placeOf, now)],
  ['frånvaro som är gammal', ({ pool }, now) => forgetAbsence(pool, todayInSweden(now))],
  ['sommarradarns gamla säsonger', ({ pool }, now) => forgetOldSeasons(pool, todayInSweden(now))],
  ['det som delats och är över', async ({ pool }, now) => void (await tendReferrals(pool, todayInSweden(now)))],
  ['enkätkoder som gått ut', async ({ pool }) => void (await forgetExpiredCodes(pool))],
  ['halvårsuppgiftens repetition', async (place, now) => void (await rehearseIfDue(place, todayInSweden(now)))],
]

const everyMs = 10_000

/** The ways out: where nothing is said of a print folder it lies beside the data. `publicUrl`: where the product is reached. */
export const channelsOf = ({ channels, dataFolder }: Config, publicUrl: string): Channels => ({
  sms: channels.sms,
  mail: channels.mail,
  printFolder: channels.printFolder ?? join(dataFolder, 'utskick'),
  publicUrl,
})

type Worker = { readonly stop: () => Promise<void> }
type Work = { readonly key: string; readonly name: string; readonly tick: Tick; readonly code: string }

/** Runs one tick. What goes wrong is one line, and leaves the other ticks and the other municipalities alone. */
async function run({ name, tick, code }: Work, place: SendPlace): Promise<void> {
  try {
    await tick(place, new Date())
  } catch (error) {
    const clear = clearLine(error)
    if (clear === null) reportDefect(error)
    say(`kommun ${code}: ${name} gick inte: ${clear?.message ?? 'internt fel'}`)
  }
}

/** Starts what is not still running since the last time: a large round of one municipality keeps nobody else waiting. */
function startThose(all: readonly Work[], running: Map<string, Promise<void>>, place: SendPlace): void {
  for (const work of all) {
    if (running.has(work.key)) continue
    const done = run(work, place).finally(() => running.delete(work.key))
    running.set(work.key, done)
  }
}

/** Municipalities by their code, each opened once. @throws when its database does not answer */
const placesOf =
  (installation: Pick<Installation, 'list' | 'open'>, opened: Map<string, SendPlace>): PlaceOf =>
  async (code) => {
    const known = (await installation.list()).find((one) => one.code === code)
    if (known === undefined) return null
    const place = opened.get(code) ?? (await installation.open(known.code))
    opened.set(code, place)
    return place
  }

/** Begins to work for every municipality of the installation, until it is stopped: then what is being handed over is finished first. */
export function startWorker(installation: Pick<Installation, 'list' | 'open'>, channels: Channels): Worker {
  let isEnding = false
  const opened = new Map<string, SendPlace>()
  const running = new Map<string, Promise<void>>()
  const send = newSender({ channels, report: reportDefect, isOver: () => isEnding, secretsOf: messageSecrets })
  const all = [['utlådan', send] as const, ...ticksOf(channels, placesOf(installation, opened))]
  const look = async (): Promise<void> => {
    for (const { code } of await installation.list().catch(() => [])) {
      const place = opened.get(code) ?? (await installation.open(code).catch(() => null))
      if (place === null || isEnding) continue
      opened.set(code, place)
      startThose(
        all.map(([name, tick]) => ({ key: `${code} ${name}`, name, tick, code })),
        running,
        place,
      )
    }
  }
  void look()
  const timer = setInterval(() => void look(), everyMs)
  return {
    stop: async () => {
      isEnding = true
      clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}
