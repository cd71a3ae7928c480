/** What youths of the demo are said to do: some of it lapses in the coming fortnight, with something heard since, some has lapsed, and some was confirmed. */
import { inTransaction } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import type { Occupation } from '../slices/ladder/index.ts'
import { confirmOccupation } from '../slices/outreach/index.ts'
import { answerQuestion, askQuestion } from '../slices/questions/index.ts'
import { giveAnswer, issueCode } from '../slices/replies/index.ts'
import { shifted, talked, type Case, type Cases } from './demo-cases.ts'
import { had, type Had } from './demo-measures.ts'
import { everybody } from './demo-outreach-desk.ts'

/** How long each kind stays known, as shipped. */
const freshFor: Readonly<Record<Occupation, number>> = {
  work: 90,
  studies: 120,
  studiesAbroad: 120,
  abroad: 120,
  other: 60,
  none: 45,
  unknown: 45,
}

/** What has been heard since: an answer on the reply page that waits, or what a school or an employer answered to a question. */
type Heard = { readonly reply: 'studying' | 'working' } | { readonly asked: 'school' | 'employer'; readonly answer: 'no' | 'unknown' }

/** `lapses`: in so many days; what is negative has lapsed. `had`: the measure that ended as they said it. */
type Said = {
  readonly of: string
  readonly kind: Occupation
  readonly lapses: number
  readonly heard?: Heard
  readonly isConfirmed?: true
  readonly had?: Had
}

const statements: readonly Said[] = [
  { of: 'amina', kind: 'work', lapses: 4, heard: { reply: 'working' }, had: { item: 'practice', days: 40, reason: 'work' } },
  { of: 'leila', kind: 'studies', lapses: 7, heard: { reply: 'studying' }, had: { item: 'guidance', days: 60, reason: 'studies' } },
  { of: 'erik', kind: 'work', lapses: 9, heard: { reply: 'studying' } },
  { of: 'amina', kind: 'studies', lapses: 2, heard: { asked: 'school', answer: 'no' } },
  {
    of: 'per',
    kind: 'work',
    lapses: 11,
    heard: { asked: 'employer', answer: 'unknown' },
    had: { item: 'groupActivity', days: 50, reason: 'completed' },
  },
  { of: 'erik', kind: 'other', lapses: 6, had: { item: 'adultCourse', days: 45, reason: 'attendance' } },
  { of: 'leila', kind: 'abroad', lapses: 13 },
  { of: 'per', kind: 'work', lapses: -6, heard: { reply: 'working' } },
  { of: 'amina', kind: 'other', lapses: -12, had: { item: 'motivationalTalk', days: 30, reason: 'unsuited' } },
  { of: 'leila', kind: 'work', lapses: 8, isConfirmed: true, had: { item: 'practice', days: 55, reason: 'work' } },
  { of: 'erik', kind: 'studies', lapses: 12, isConfirmed: true, had: { item: 'flexibleStart', days: 80, reason: 'studies' } },
]

async function hear({ place, today }: Cases, one: Case, heard: Heard, statedOn: PlainDate): Promise<void> {
  if ('reply' in heard) {
    const code = await inTransaction(place.pool, (tx) => issueCode(tx, { personId: one.id, messageId: null, channel: 'letter' }))
    const where = heard.reply === 'working' ? 'Låtsasbagarn i Lövsta' : 'Påhittade folkhögskolan, allmän kurs'
    await giveAnswer(place.pool, code, { kind: heard.reply, place: where, since: statedOn }, 'sv')
    return
  }
  const asker = { scope: everybody, staffId: one.staff.id, name: one.staff.name }
  const receiverName = heard.asked === 'school' ? 'Påhittade gymnasiet, expeditionen' : 'Låtsasbagarn i Lövsta'
  const wish = { receiverKind: heard.asked, receiverName, shown: ['givenName', 'familyName', 'birthYear'], days: 14, noteKept: [] } as const
  const asked = await askQuestion(place.pool, asker, one.subjectId, wish)
  if (asked.granted) await answerQuestion(place.pool, asked.value, { answer: heard.answer, sinceOn: null, today })
}

async function confirm({ place, at }: Cases, { id, subjectId, staff }: Case): Promise<void> {
  const [said] = await inTransaction(place.pool, (tx) =>
    tx.query<{ id: string }>(
      `select occupation_id as id from outreach.occupation where person_id = $1 and known_until = 'infinity' order by stated_on desc, id desc limit 1`,
      [id],
    ),
  )
  const now = { on: at(-1), minute: 14 * 60 }
  const logger = { pool: place.pool, code: place.code, scope: everybody, staffId: staff.id, name: staff.name, now }
  await confirmOccupation(logger, { subjectId, occupationId: said?.id ?? '', source: 'youth' })
}

/** Says them all, and hears what came since. */
export async function fillOccupations(cases: Cases): Promise<void> {
  const { place, today, take } = cases
  for (const { of, kind, lapses, heard, isConfirmed, had: measure } of statements) {
    const statedOn = shifted(today, lapses - freshFor[kind])
    const one = await take({ of, since: shifted(statedOn, -10), unsaidSince: statedOn })
    if (one === null) continue
    await talked(place, one, { on: statedOn, time: '12:30' }, { channel: 'phone', occupation: kind })
    if (measure !== undefined) await had(cases, one, measure, statedOn)
    if (heard !== undefined) await hear(cases, one, heard, shifted(statedOn, -20))
    if (isConfirmed === true) await confirm(cases, one)
  }
}
