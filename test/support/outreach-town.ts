/** A municipality at work: colleagues at their pages, youths who come in by the feed, the worker's ticks, a gateway, a mail server and a print folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailServer, type MailServer } from '../../simulators/mail/index.ts'
import { startSmsGateway, type SmsGateway } from '../../simulators/sms/index.ts'
import { ticksOf } from '../../src/cli/worker.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { listen } from '../../src/platform/http/site.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { isWorkingDay } from '../../src/platform/swedish-holidays.ts'
import { newSender, type Channels } from '../../src/slices/messaging/index.ts'
import { ownPlanSecrets } from '../../src/slices/ownplan/index.ts'
import { refreshStandings } from '../../src/slices/outreach/index.ts'
import { aNumber } from './feed-files.ts'
import { aPopulation, aPost, type TestPlace } from './places.ts'
import { aSite, type TestSite, type Visitor } from './web.ts'

export const today: PlainDate = todayInSweden()
/** The day so many days before today; after it when negative. */
export const ago = (days: number): PlainDate => dateOf(plusDays(dayOf(today), -days))

/** A working day at least so many days ahead. */
export function workingDayAhead(days: number): PlainDate {
  let day = plusDays(dayOf(today), days)
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}

/** Whoever came in by the feed. `path`: the youth's page. */
export type CameIn = {
  readonly personId: number
  readonly subjectId: string
  readonly path: string
  readonly given: string
  readonly number: string
}

/** How somebody stands in the population register: moved here 60 days ago, to an address, unless said otherwise. */
export type Came = { readonly movedOn?: PlainDate; readonly hasAddress?: boolean; readonly secrecy?: 'J' }

export type Town = {
  readonly site: TestSite
  readonly place: TestPlace
  readonly sms: SmsGateway
  readonly mail: MailServer
  /** Where print folders are put. */
  readonly folder: string
  /** Where browsers and gateways reach the product. */
  readonly address: string
  /** Two coordinators, a third, and one who handles protected identities. */
  readonly amina: Visitor
  readonly karin: Visitor
  readonly erik: Visitor
  readonly sara: Visitor
  readonly staffId: (name: string) => Promise<string>
  /** Somebody who moved here 60 days ago, in the population register's nightly file. */
  readonly comesIn: (given: string, more?: Came) => Promise<CameIn>
  /** The next night's file marks the youth with secrecy. */
  readonly isMarked: (youth: CameIn) => Promise<unknown>
  /** Everything that the worker does, once, at the moment. */
  readonly works: (now?: Date) => Promise<void>
  readonly close: () => Promise<void>
}

let cameIn = 0

/** Numbers of different birthdays, from the 10th to the 28th of nine months: each made-up youth of a town has one. */
const nextNumber = (): string => aNumber(`2009${String(1 + (cameIn % 9)).padStart(2, '0')}${String(10 + (Math.floor(cameIn++ / 9) % 19))}`)

/** The register's post of somebody who moved here. */
function postOf(number: string, given: string, { movedOn = ago(60), hasAddress = true, secrecy }: Came): string {
  const birth = `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`
  const moved = { number, given, on: movedOn, history: [[birth, '1280']] as const }
  const address = hasAddress ? { street: `${given}gatan 3`, postalCode: '12345' } : {}
  return aPost({ ...moved, ...address, ...(secrecy === undefined ? {} : { secrecy }) })
}

/** The register's nightly file has the youth, as new or with what has changed. */
const feeds = (place: TestPlace, number: string, given: string, more: Came): Promise<unknown> =>
  place.feed('population', aPopulation(postOf(number, given, more)), { kind: 'changes', on: today })

async function comesIn(place: TestPlace, given: string, more: Came): Promise<CameIn> {
  const number = nextNumber()
  await feeds(place, number, given, more)
  const [row] = await place.sql<{ personId: number; subjectId: string }>(
    'select person_id::int as "personId", subject_id as "subjectId" from worklist.youth where number = $1',
    [number],
  )
  if (row === undefined) throw new Error('the feed brought nobody in')
  return { ...row, path: `/ungdomar/${row.subjectId}`, given, number }
}

/** Words that letters need, as they are typed in the settings. */
const settings = { contactPhone: '+46846500400', contactName: 'Ungdomslinjen', unitName: 'Ungdomsenheten' } as const

async function staffOf(site: TestSite): Promise<Pick<Town, 'amina' | 'karin' | 'erik' | 'sara'>> {
  const [amina, karin, erik] = [
    await site.signedIn(['coordinator'], { name: 'Amina Lind' }),
    await site.signedIn(['coordinator'], { name: 'Karin Ahlvik' }),
    await site.signedIn(['coordinator'], { name: 'Erik Nyholm' }),
  ]
  const sara = await site.signedIn(['protectedHandler'], { name: 'Sara Vikander' })
  for (const [key, value] of Object.entries(settings)) {
    await site.place.sql(`insert into settings.value (key, value, known_from, set_by) values ($1, $2::jsonb, '-infinity', 'prov')`, [
      `messages.${key}`,
      JSON.stringify(value),
    ])
  }
  return { amina, karin, erik, sara }
}

type Around = { readonly sms: SmsGateway; readonly mail: MailServer; readonly folder: string; readonly address: string }

const channelsOf = ({ sms, mail, folder, address }: Around): Channels => ({
  sms: { url: sms.address, user: sms.user, password: sms.password, from: 'Provstad' },
  mail: { url: mail.address, from: 'Provstad <lots@example.se>' },
  printFolder: folder,
  publicUrl: address,
})

/** The worker's list, in its order, on the town. What goes wrong is thrown. */
function workerOf({ code, pool }: TestPlace, channels: Channels): Town['works'] {
  const place = { code, name: 'Provstad', pool }
  const report = (error: unknown): void => {
    throw error
  }
  const send = newSender({ channels, report, isOver: () => false, secretsOf: ownPlanSecrets })
  return async (now = new Date(Date.now() + 1000)) => {
    for (const [, tick] of ticksOf(channels, () => Promise.resolve(null))) await tick(place, now)
    await send(place, now)
  }
}

/** A town where nobody has come in yet. The caller closes it. */
export async function aTown(): Promise<Town> {
  const site = await aSite()
  const [sms, mail] = [await startSmsGateway(), await startMailServer()]
  const folder = mkdtempSync(join(tmpdir(), 'lots-town-'))
  const server = await listen(site.app, 0)
  const address = `http://localhost:${server.port}`
  const { place } = site
  return {
    ...{ site, place, sms, mail, folder, address },
    ...(await staffOf(site)),
    staffId: async (name) => (await place.sql<{ id: string }>('select id from access.staff where name = $1', [name]))[0]?.id ?? '',
    comesIn: (given, more = {}) => comesIn(place, given, more),
    isMarked: ({ number, given }) => feeds(place, number, given, { secrecy: 'J' }),
    works: workerOf(place, channelsOf({ sms, mail, folder, address })),
    close: async () => {
      await Promise.all([server.close(), sms.close(), mail.close()])
      rmSync(folder, { recursive: true, force: true })
      await site.close()
    },
  }
}

/** So many days pass for the youth: everything that has happened lies so much further back. */
export async function daysPass({ place }: Town, { personId }: CameIn, days: number): Promise<void> {
  await inTransaction(
    place.pool,
    async (tx) => {
      await tx.query(`set local session_replication_role = 'replica'`)
      const back = `make_interval(days => $2)`
      await tx.query(
        `update outreach.contact set happened_at = happened_at - ${back}, logged_at = logged_at - ${back} where person_id = $1`,
        [personId, days],
      )
      await tx.query(`update outreach.contact set next_on = next_on - $2::int where person_id = $1`, [personId, days])
      await tx.query(
        `update outreach.way set found_on = found_on - $2::int, cooldown_until = cooldown_until - $2::int where person_id = $1`,
        [personId, days],
      )
      await tx.query(`set local session_replication_role = 'origin'`)
      await refreshStandings(tx, [personId])
    },
    null,
  )
}

/** The day of a round of visits has come: it is today, and lasts until it is night. */
export const visitDayComes = async ({ place }: Town, round: string): Promise<void> => {
  const roundId = round.replace('/besok/', '')
  await place.sql(`update visits.round set on_day = $2, starts_at = '00:01', ends_at = '23:58' where round_id = $1`, [roundId, today])
  await place.sql(
    `with replica as (select set_config('session_replication_role', 'replica', true))
     update visits.card c set visit_day = $2 from visits.stop s join visits.round r on r.id = s.round_id, replica where c.stop_id = s.id and r.round_id = $1`,
    [roundId, today],
  )
}

/** A booked meeting has begun: it was two hours ago. */
export const meetingBegins = ({ place }: Town, { personId }: CameIn): Promise<unknown> =>
  place.sql(
    `update meetings.meeting set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where person_id = $1 and state = 'booked'`,
    [personId],
  )
