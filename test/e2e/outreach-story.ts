/** Youths of the demo in the states that a worklist shows: called in vain, reached, with a dead number, a meeting, quiet after a no. */
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction, type Pool, type Tx } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { recordContact, recordOccupation, recordWay, type NewContact } from '../../src/slices/outreach/index.ts'

/** The day so many days ago. */
export const ago = (days: number): PlainDate => dateOf(plusDays(dayOf(todayInSweden()), -days))

type Told = Partial<NewContact> & { readonly days: number; readonly time?: string }
export type StoryYouth = { readonly personId: number; readonly subjectId: string; readonly name: string }

const silent = {
  reached: false,
  attempted: true,
  secondStaffId: null,
  occupation: null,
  nextStep: null,
  nextOn: null,
  department: null,
} as const

const contact = (tx: Tx, { personId }: StoryYouth, staffId: string, { days, time = '10:20', ...told }: Told) =>
  recordContact(tx, {
    personId,
    channel: 'phone',
    outcome: 'noAnswer',
    happenedAt: `${ago(days)} ${time} Europe/Stockholm`,
    wayId: null,
    staffId,
    byName: 'Amina Lind',
    note: '',
    origin: 'hand',
    originId: null,
    ...silent,
    ...told,
  })

const phone = (tx: Tx, { personId }: StoryYouth, value: string, days: number): Promise<number> =>
  recordWay(tx, { personId, kind: 'phone', value, source: 'youth', sourceDetail: '', foundOn: ago(days), foundBy: 'prov' })

const letter = { channel: 'letter', outcome: 'sent' } as const

/** What happened with each, in the order of the youths. */
const stories: readonly ((tx: Tx, youth: StoryYouth, staffId: string) => Promise<unknown>)[] = [
  async (tx, youth, staff) => {
    const wayId = await phone(tx, youth, '+46701740611', 16)
    await contact(tx, youth, staff, { days: 16, ...letter })
    await contact(tx, youth, staff, { days: 8, wayId })
  },
  async (tx, youth, staff) => {
    await phone(tx, youth, '+46701740612', 80)
    await contact(tx, youth, staff, { days: 78, reached: true, outcome: 'reached', occupation: 'work' })
    await recordOccupation(tx, {
      personId: youth.personId,
      kind: 'work',
      source: 'youth',
      sinceOn: null,
      statedOn: ago(78),
      saidBy: 'prov',
      contactId: null,
    })
    await contact(tx, youth, staff, { days: 30, time: '09:00' })
  },
  async (tx, youth, staff) => {
    const wayId = await phone(tx, youth, '+46701740613', 14)
    await contact(tx, youth, staff, { days: 12, wayId, outcome: 'deadNumber' })
  },
  async (tx, youth, staff) => {
    await phone(tx, youth, '+46701740614', 9)
    await contact(tx, youth, staff, { days: 4, reached: true, outcome: 'reached', nextStep: 'meet' })
    await tx.query(
      `insert into meetings.meeting (person_id, staff_id, starts_at, ends_at, way, booked_by) values ($1, $2, $3::timestamptz, $3::timestamptz + interval '1 hour', 'phone', $2)`,
      [youth.personId, staff, `${ago(-5)} 14:00 Europe/Stockholm`],
    )
    await recordWay(tx, {
      personId: youth.personId,
      kind: 'email',
      value: 'prov@example.com',
      source: 'youth',
      sourceDetail: '',
      foundOn: ago(4),
      foundBy: 'prov',
    })
  },
  async (tx, youth, staff) => {
    await contact(tx, youth, staff, { days: 20, reached: true, outcome: 'declined' })
  },
  async (tx, youth, staff) => {
    await contact(tx, youth, staff, { days: 3, reached: true, outcome: 'reached', nextStep: 'waitForSchool' })
    await recordOccupation(tx, {
      personId: youth.personId,
      kind: 'none',
      source: 'youth',
      sinceOn: null,
      statedOn: ago(50),
      saidBy: 'prov',
      contactId: null,
    })
  },
  async (tx, youth, staff) => {
    await phone(tx, youth, '+46701740617', 30)
    await contact(tx, youth, staff, { days: 2, reached: true, outcome: 'reached', nextStep: 'call', nextOn: ago(0) })
  },
]

/** Gives the colleague as many of the latest youths to act on as there are stories, and tells each its story. */
export const tellStories = (pool: Pool, staffName: string): Promise<StoryYouth[]> =>
  inTransaction(pool, async (tx) => {
    const [staff] = await tx.query<{ id: string }>('select id from access.staff where name = $1', [staffName])
    const youths = await tx.query<StoryYouth>(
      `select y.person_id as "personId", y.subject_id as "subjectId", y.given_name || ' ' || y.family_name as name from worklist.seen(null, false) y
       where y.from_on <= current_date - 20 and y.until_on > current_date and y.other_form = '{}' order by y.from_on desc, y.person_id limit $1`,
      [stories.length],
    )
    for (const { personId } of youths) {
      await tx.query(`update worklist.assignment set known_until = clock_timestamp() where person_id = $1 and known_until = 'infinity'`, [
        personId,
      ])
      await tx.query(
        `insert into worklist.assignment (person_id, unit_id, staff_id, how, assigned_by, known_from)
         select $1, y.unit_id, $2, 'by-hand', 'prov', now() - interval '60 days' from worklist.youth y where person_id = $1`,
        [personId, staff?.id],
      )
      await tx.query('update worklist.youth set staff_id = $2 where person_id = $1', [personId, staff?.id])
    }
    for (const [index, tell] of stories.entries()) {
      const youth = youths[index]
      if (youth !== undefined) await tell(tx, youth, staff?.id ?? '')
    }
    return youths
  })
