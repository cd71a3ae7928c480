/** What happened to some youths of the demo, in everyday words: coded by the convention in force, so that another one would code some of it otherwise. */
import { saveCoding, type CodingDraft } from '../slices/coding/index.ts'
import { shifted, type Cases } from './demo-cases.ts'
import { had, type Had } from './demo-measures.ts'
import { everybody } from './demo-outreach-desk.ts'
import { asOf } from './demo-past.ts'

type Coded = Pick<CodingDraft, 'event' | 'heard'> & {
  readonly of: string
  /** Working days from today. */
  readonly on: number
  readonly minute: number
  /** Days before it was said that it began. */
  readonly since?: number
  readonly until?: number
  readonly ground?: string
  /** What ended when it was said. */
  readonly had?: Had
}

const hour = 60

const codings: readonly Coded[] = [
  { of: 'amina', event: 'militaryService', heard: 'weCalled', on: -26, minute: 10 * hour, since: 20 },
  { of: 'erik', event: 'militaryService', heard: 'youthCalled', on: -7, minute: 14 * hour, since: 4 },
  { of: 'leila', event: 'workAbroad', heard: 'smsReply', on: -12, minute: 9 * hour, since: 30 },
  {
    of: 'per',
    event: 'declines',
    heard: 'weCalled',
    on: -9,
    minute: 11 * hour,
    had: { item: 'motivationalTalk', days: 35, reason: 'declined' },
  },
  { of: 'erik', event: 'declines', heard: 'met', on: -21, minute: 13 * hour },
  { of: 'leila', event: 'singleTalk', heard: 'met', on: -15, minute: 15 * hour },
  {
    of: 'amina',
    event: 'singleTalk',
    heard: 'weCalled',
    on: -4,
    minute: 10 * hour,
    had: { item: 'groupActivity', days: 48, reason: 'noPlace' },
  },
  {
    of: 'leila',
    event: 'workFound',
    heard: 'weCalled',
    on: -10,
    minute: 16 * hour,
    since: 12,
    had: { item: 'guidance', days: 50, reason: 'work' },
  },
  {
    of: 'per',
    event: 'parentalLeave',
    heard: 'met',
    on: -18,
    minute: 14 * hour,
    since: 25,
    had: { item: 'practice', days: 21, reason: 'other' },
  },
  { of: 'amina', event: 'abroad', heard: 'emailReply', on: -13, minute: 12 * hour, since: 40 },
  { of: 'erik', event: 'unknown', heard: 'school', on: -5, minute: 12 * hour },
  { of: 'leila', event: 'otherActor', heard: 'actor', on: -11, minute: 12 * hour, since: 15, until: 90 },
  {
    of: 'erik',
    event: 'studiesAbroad',
    heard: 'emailReply',
    on: -3,
    minute: 9 * hour,
    since: 60,
    until: 200,
    ground: 'Antagningsbesked från skolan, visat i ett mejl från ungdomen.',
  },
]

async function code(cases: Cases, wanted: Coded): Promise<void> {
  const { place, at, take, today } = cases
  const { of, event, heard, on, minute, since = null, until = null, ground = '' } = wanted
  const one = await take({ of, since: at(on - 2), unsaidSince: at(on) })
  if (one === null) return
  const days = { sinceOn: since === null ? null : shifted(at(on), -since), untilOn: until === null ? null : shifted(today, until) }
  const coder = {
    pool: place.pool,
    code: place.code,
    scope: everybody,
    staffId: one.staff.id,
    name: one.staff.name,
    isFresh: true,
    patience: 10,
  }
  const draft = { event, heard, on: at(on), minute, ground, ...days }
  const wish = { subjectId: one.subjectId, draft, seen: { key: 'skaraborg', version: 1 }, kept: [] }
  if (wanted.had !== undefined) await had(cases, one, wanted.had, at(on))
  await asOf(place.pool, { on: at(on), time: '16:40' }, () => saveCoding({ ...coder, now: { on: at(on), minute: 16 * hour + 40 } }, wish))
}

/** Codes all of them. */
export async function fillCodings(cases: Cases): Promise<void> {
  for (const wanted of codings) await code(cases, wanted)
}
