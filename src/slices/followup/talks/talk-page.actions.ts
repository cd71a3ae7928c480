/** Reading a youth's talks and reports, one talk, and whom can be called; each with a line in the module's log. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { monthOf, plusMonths } from '../calendar/month.rules.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { recipients, type Recipient } from '../instrument/instrument.types.ts'
import type { Reader } from '../members/members.types.ts'
import { listRolesOf } from '../people/file.store.ts'
import type { Unreached, Writer } from '../people/people.actions.ts'
import { listActors } from '../people/people.store.ts'
import type { CalledActor, Youth } from '../people/people.types.ts'
import { readRoom } from '../people/room.actions.ts'
import { listSignals } from '../signals/signals.store.ts'
import { listDrafts } from './draft.store.ts'
import { reportDueOn, reportsOwed } from './report-due.rules.ts'
import { listWrittenReports } from './report.store.ts'
import { followedOn, reportable } from './talks.rules.ts'
import { findTalkStart, listCalledTalks } from './talks.store.ts'
import type { CalledTalk } from './talks.types.ts'

/** A report of the process: owed and not handed in (`sentOn` null), or handed in. */
export type ReportLine = {
  readonly recipient: Recipient
  readonly month: PlainDate
  readonly dueOn: PlainDate
  readonly sentOn: PlainDate | null
  readonly isBegun: boolean
}

export type YouthTalks = {
  /** The latest first. */
  readonly talks: readonly CalledTalk[]
  /** The latest month first. */
  readonly reports: readonly ReportLine[]
  /** The reader's processes that follow the youth up today. */
  readonly following: readonly Recipient[]
}

async function ownProcesses(tx: Tx, { staffId }: Reader): Promise<Recipient[]> {
  const roles = await listRolesOf(tx, staffId)
  return recipients.filter((recipient) => roles.includes(recipient))
}

/** What the reader's processes have called and written, and are to write. In the transaction of whoever shows it. */
export async function loadYouthTalks(tx: Tx, reader: Reader, youthId: string, today: PlainDate): Promise<YouthTalks> {
  const own = await ownProcesses(tx, reader)
  const [signals, routine, drafts] = [await listSignals(tx, [youthId]), await loadRoutine(tx), await listDrafts(tx, youthId)]
  const written = (await listWrittenReports(tx, youthId)).filter(({ recipient }) => own.includes(recipient))
  const until = reportDueOn(plusMonths(monthOf(today), 1), routine)
  const owed = own.flatMap((recipient) =>
    reportsOwed(signals, recipient, until, routine)
      .filter(({ month }) => reportable(signals, recipient, { month, today, routine }).length > 0)
      .filter(({ month }) => !written.some((one) => one.recipient === recipient && one.month === month))
      .map(({ month, dueOn }): ReportLine => {
        const isBegun = drafts.some((one) => one.recipient === recipient && one.month === month)
        return { recipient, month, dueOn, sentOn: null, isBegun }
      }),
  )
  const sent = written.map(({ recipient, month, dueOn, madeOn }) => ({ recipient, month, dueOn, sentOn: madeOn, isBegun: false }))
  return {
    talks: (await listCalledTalks(tx, youthId)).filter(({ recipient }) => own.includes(recipient)),
    reports: [...owed, ...sent].toSorted((a, b) => (a.month < b.month ? 1 : -1)),
    following: own.filter((recipient) => followedOn(signals, recipient, today).length > 0),
  }
}

export type ReadTalks = YouthTalks & { readonly youth: Youth }
export const readTalks = (pool: Pool, writer: Writer, youthId: string): Promise<ReadTalks | Unreached> =>
  readRoom(pool, writer, { youthId, action: 'followup.readTalks' }, async (tx, youth) => ({
    ...(await loadYouthTalks(tx, writer.reader, youthId, writer.today)),
    youth,
  }))

export type ReadCall = { readonly youth: Youth; readonly actors: readonly CalledActor[]; readonly following: readonly Recipient[] }
const callable = async (tx: Tx, youthId: string): Promise<CalledActor[]> =>
  (await listActors(tx, youthId)).filter(({ endedOn }) => endedOn === null)

export const readCall = (pool: Pool, writer: Writer, youthId: string): Promise<ReadCall | Unreached> =>
  readRoom(pool, writer, { youthId, action: 'followup.readCall' }, async (tx, youth) => {
    const { following } = await loadYouthTalks(tx, writer.reader, youthId, writer.today)
    return { youth, actors: await callable(tx, youthId), following }
  })

export type ReadTalk = {
  readonly youth: Youth
  readonly talk: CalledTalk
  readonly actors: readonly CalledActor[]
  /** When it begins, as an instant. */
  readonly startsAt: string
}

/** A talk that the reader's own process has called; missing for everybody else. */
export const readTalk = (
  pool: Pool,
  writer: Writer,
  { youthId, talkId, action }: { readonly youthId: string; readonly talkId: string; readonly action: string },
): Promise<ReadTalk | Unreached> =>
  readRoom(pool, writer, { youthId, action }, async (tx, youth) => {
    const own = await ownProcesses(tx, writer.reader)
    const talk = (await listCalledTalks(tx, youthId)).find((one) => one.talkId === talkId && own.includes(one.recipient))
    if (talk === undefined) return null
    return { youth, talk, actors: await listActors(tx, youthId), startsAt: await findTalkStart(tx, talkId) }
  })
