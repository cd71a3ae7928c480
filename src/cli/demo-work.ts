/** Some weeks of work in the demo, so that the pages show what they look like in use: youths with colleagues, a case at a source, a watch. */
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { openCorrection } from '../slices/corrections/index.ts'
import { assignYouths, watchYouth } from '../slices/worklist/index.ts'
import { workingDay } from './demo-outreach-desk.ts'

const scope = { units: null, mayReadProtected: false }

/** Who takes which share of the unassigned of their unit; the rest wait for somebody, as they do in life. */
const takers = [
  { subject: 'leila', share: [0, 3] },
  { subject: 'amina', share: [3, 4] },
  { subject: 'erik', share: [0, 3] },
  { subject: 'per', share: [3, 6] },
] as const

type Waiting = { subject_id: string; version: number; nth: number }

/** Covered youths of the colleague's unit whom nobody has, but for those of the last week: new ones come unassigned. */
const waitingFor = (pool: Pool, subject: string, on: PlainDate): Promise<{ staffId: string; youths: Waiting[] }> =>
  inTransaction(pool, async (tx) => {
    const [staff] = await tx.query<{ id: string; unit_id: number }>('select id, unit_id from access.staff where subject = $1', [subject])
    const youths = await tx.query<Waiting>(
      `select y.subject_id, coalesce(a.id, 0)::int as version, row_number() over (order by y.person_id)::int as nth
       from worklist.seen(array[$1::integer], false) y
       left join worklist.assignment a on a.person_id = y.person_id and a.known_until = 'infinity'
       where y.from_on < $2::date - 7 and (y.until_on is null or y.until_on > $2)`,
      [staff?.unit_id ?? 0, on],
    )
    return { staffId: staff?.id ?? '', youths }
  })

async function giveOut(pool: Pool, on: PlainDate): Promise<void> {
  for (const { subject, share } of takers) {
    const { staffId, youths } = await waitingFor(pool, subject, on)
    const own = youths.filter(({ nth }) => nth % 7 >= share[0] && nth % 7 < share[1])
    const ticked = own.map(({ subject_id: subjectId, version }) => ({ subjectId, version }))
    await assignYouths(pool, { scope, by: staffId, target: { kind: 'staff', staffId } }, ticked)
  }
}

type Told = { subject_id: string; source: string }

async function tellOfMistake(pool: Pool, by: string): Promise<void> {
  const [told] = await inTransaction(pool, (tx) =>
    tx.query<Told>(
      `select y.subject_id, e.source from worklist.seen(null, false) y join register.enrolment e on e.person_id = y.person_id and e.known_until = 'infinity'
       where y.entry_reason = 'interruptedNational' and y.until_on > current_date order by y.from_on desc limit 1`,
    ),
  )
  if (told === undefined) return
  const note = 'Ungdomen berättar att hen fortfarande går kvar i klassen. Skolans kansli kontrollerar.'
  const message =
    'Hej! I er leverans står att en elev har avbrutit sina studier. Eleven säger sig gå kvar. Kan ni kontrollera och rätta vid nästa leverans?'
  await openCorrection(pool, { scope, by, isFresh: true }, told.subject_id, {
    line: '7',
    reason: 'wrong',
    note,
    source: told.source,
    message,
    noteKept: [],
  })
}

/** Why each is watched, and since how many working days. */
const watches = [
  { since: -24, ground: 'Skolan har hört av sig om lång frånvaro. Vi följer tillsammans med elevhälsan.' },
  { since: -15, ground: 'Vill byta program och har slutat gå på lektionerna. Skolan frågade om vi kan hjälpa till.' },
  { since: 0, ground: 'Ny på skolan i höst och har svårt att komma igång. Skolan hör av sig igen efter jul.' },
] as const

async function watchSome(pool: Pool, by: string, today: PlainDate): Promise<void> {
  const pupils = await inTransaction(pool, (tx) =>
    tx.query<{ subject_id: string }>(
      `select subject_id from worklist.seen(null, false) where from_on is null and born_on between current_date - interval '18 years' and current_date - interval '17 years'
       and unit_id is not null order by person_id limit 3`,
    ),
  )
  for (const [nth, { ground, since }] of watches.entries()) {
    const subjectId = pupils[nth]?.subject_id
    if (subjectId === undefined) return
    await watchYouth(pool, { scope, by, subjectId, ground, noteKept: [], today: workingDay(today, since) })
  }
}

/** Does the work once in a demo folder. */
export async function doDemoWork(pool: Pool, today: PlainDate): Promise<void> {
  const [done, amina] = await inTransaction(pool, async (tx) => {
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from worklist.assignment where how = 'by-hand'`)
    const [staff] = await tx.query<{ id: string }>(`select id from access.staff where subject = 'amina'`)
    return [count?.n ?? 0, staff?.id ?? ''] as const
  })
  if (done > 0) return
  await giveOut(pool, today)
  await tellOfMistake(pool, amina)
  await watchSome(pool, amina, today)
}
