/** A large round: from a list of youths to letters as PDF, as it is prepared and again as it is printed, with the memory it takes. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseMunicipalityCode } from '../src/kernel/municipality-code.ts'
import { inTransaction, type Pool } from '../src/platform/db/tx.ts'
import type { PlainDate } from '../src/platform/plain-date.ts'
import { beginRound, newSender, prepareRound, releaseRound, reviewRound, type RoundAround } from '../src/slices/messaging/index.ts'
import type { Installation } from '../src/slices/tenancy/index.ts'
import { cpuSeconds, peakMemoryMb, round, timed } from './measure.ts'

export type OutreachResult = {
  readonly letters: number
  readonly texts: number
  /** Selecting, asking about everybody, and making every letter once as a PDF. */
  readonly prepareSeconds: number
  /** Of the processor, whatever else the machine did. */
  readonly prepareCpuSeconds: number
  /** Asking once more and queuing every message. */
  readonly releaseSeconds: number
  /** Every letter as a PDF of its own in the folder, and the merged documents. */
  readonly printSeconds: number
  readonly printedMb: number
  readonly memoryBeforeMb: number
  /** The most that the process has held until the round was prepared, and in all. */
  readonly preparedMemoryMb: number
  readonly peakMemoryMb: number
}

type Say = (text: string) => void
const today = '2026-11-18' as PlainDate
const now = new Date(`${today}T08:00:00Z`)

/** Youths as the lists have them: every seventh in each language, half with a mobile, each with a colleague who has a number. */
const people = (youths: number): string => `
  insert into organisation.unit (name) values ('Ungdomsenheten Väst'), ('Ungdomsenheten Öst');
  insert into access.staff (issuer, subject, name, roles, unit_id, phone)
    select 'bench', n::text, 'Kollega ' || n, '{coordinator}', 1 + n % 2, '+467017406' || lpad((5 + n)::text, 2, '0') from generate_series(1, 20) n;
  insert into register.person (subject_id) select gen_random_uuid() from generate_series(1, ${youths}) n;
  insert into worklist.youth (person_id, subject_id, number, given_name, family_name, search_key, born_on, street, postal_code, locality, unit_id,
      staff_id, from_on, entry_reason)
    select p.id, p.subject_id, null, 'Förnamn' || p.id, 'Efternamn' || p.id, p.id::text, '2009-03-10', 'Gatan ' || p.id, (10000 + p.id % 90000)::text,
      'Bänkstad', 1 + (p.id % 2)::int, (array(select s.id from access.staff s where s.issuer = 'bench'))[1 + p.id % 20], '2026-10-01', 'neverStarted'
    from register.person p;
  insert into messaging.language (person_id, lang, set_by)
    select p.id, (array['sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk'])[1 + p.id % 7], 'bench' from register.person p;
  insert into outreach.way (person_id, kind, value, source, found_on, found_by)
    select p.id, 'phone', '+467017406' || lpad((5 + p.id % 95)::text, 2, '0'), 'youth', '2026-10-01', 'bench' from register.person p where p.id % 2 = 0;
  insert into outreach.standing (person_id, entered_on, waits_for, step, step_from, step_due)
    select p.id, '2026-10-01', 'us', 'letter', '2026-10-02', '2026-11-02' from register.person p;
  analyze`

type Colleague = Parameters<typeof reviewRound>[0]

async function colleagues(pool: Pool): Promise<readonly [Colleague, Colleague]> {
  const staff = await inTransaction(pool, (tx) =>
    tx.query<{ id: string }>(`select id from access.staff where issuer = 'bench' order by name limit 2`),
  )
  const as = (staffId: string): Colleague => ({ pool, staffId, scope: { units: null, mayReadProtected: false } })
  return [as(staff[0]?.id ?? ''), as(staff[1]?.id ?? '')]
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => round(await timed(work), 1)

const failed = (error: unknown): never => {
  throw error
}

async function prepare(given: RoundAround, by: Colleague): Promise<string> {
  const wish = { kind: 'large', name: 'Bänken', query: '', letterKey: 'firstLetter', smsKey: 'firstSms', emailKey: null } as const
  const reader = { ...by, code: given.place.code, unitId: null, today }
  const roundId = await beginRound(given, reader, wish, { now, report: failed })
  await prepareRound(given, roundId, now)
  return roundId
}

async function release(given: RoundAround, [first, second]: readonly [Colleague, Colleague], roundId: string): Promise<number> {
  const reviewed = await reviewRound(first, roundId, 2)
  const released = await releaseRound(given, second, { roundId, seen: 3, now })
  if (!reviewed.granted || !released.granted) throw new Error('the round was not released')
  return released.value.messages
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size),
    0,
  )

/** A municipality with so many youths to write to. */
async function settle(installation: Installation, youths: number): Promise<RoundAround> {
  const code = parseMunicipalityCode('0180')
  if (code === null) throw new Error('0180 is a municipality')
  const name = 'Bänkstads kommun'
  const { pool } = await installation.setUp(code, name)
  await inTransaction(pool, (tx) => tx.script(people(youths)), null)
  return { place: { code, name, pool }, publicUrl: 'https://ungdomslots.bankstad.example' }
}

/** Prepares, releases and prints a round of so many letters. */
export async function benchOutreach(
  installation: Installation,
  { folder, letters }: { readonly folder: string; readonly letters: number },
  say: Say,
): Promise<OutreachResult> {
  const given = await settle(installation, letters)
  const both = await colleagues(given.place.pool)
  const memoryBeforeMb = peakMemoryMb()
  let [roundId, messages] = ['', 0]
  say(`${letters} brev: förbereder`)
  const cpuBefore = cpuSeconds()
  const prepareSeconds = await seconds(async () => (roundId = await prepare(given, both[0])))
  const [prepareCpuSeconds, preparedMemoryMb] = [round(cpuSeconds() - cpuBefore, 1), peakMemoryMb()]
  say(`${letters} brev: släpper`)
  const releaseSeconds = await seconds(async () => (messages = await release(given, both, roundId)))
  say(`${letters} brev: skriver ut`)
  const printFolder = join(folder, 'utskick')
  const channels = { sms: null, mail: null, printFolder, publicUrl: given.publicUrl }
  const send = newSender({ channels, report: failed, isOver: () => false })
  const printSeconds = await seconds(() => send(given.place, new Date()))
  const printedMb = round(sizeOf(printFolder) / 1e6, 1)
  rmSync(printFolder, { recursive: true, force: true })
  const times = { prepareSeconds, prepareCpuSeconds, releaseSeconds, printSeconds }
  return { letters, texts: messages - letters, ...times, printedMb, memoryBeforeMb, preparedMemoryMb, peakMemoryMb: peakMemoryMb() }
}
