/** What the register knows of a youth's time, as entries: periods, homes, studies, certificates, manual facts; and occupations and watches. */
import { dateOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { residencesOf } from '../law/index.ts'
import type { CredentialRecord, EnrolmentRecord, ExplainedYouth, ManualRecord } from '../register/index.ts'
import type { Doings, SaidOccupation, WatchSpan } from './doings.types.ts'
import type { Entry, EntryKind, Happened } from './timeline.types.ts'

type Told = Partial<Pick<Entry, 'at' | 'by' | 'struck'>>

const entry = (kind: EntryKind, on: PlainDate, happened: Happened, told: Told = {}): Entry => ({
  kind,
  on,
  at: null,
  by: null,
  struck: null,
  ...told,
  ...happened,
})

/** Periods that have begun; an end that lies ahead is not told. */
const periodEntries = ({ explanation }: ExplainedYouth, today: Day): Entry[] =>
  explanation.periods
    .filter(({ fromOn }) => fromOn <= today)
    .flatMap(({ fromOn, untilOn, entryReason, exitReason }) => [
      entry('coverage', dateOf(fromOn), { event: 'periodBegan', detail: { reason: entryReason } }),
      ...(untilOn !== null && untilOn <= today
        ? [entry('coverage', dateOf(untilOn), { event: 'periodEnded', detail: { reason: exitReason ?? '' } })]
        : []),
    ])

const homeEntries = ({ person }: ExplainedYouth): Entry[] =>
  residencesOf(person.life).map(({ from, municipality }) =>
    entry('residence', dateOf(from), { event: 'residence', detail: { municipality } }),
  )

function studyEntries({ schoolType, educationCode, schoolUnit, source, startOn, endOn, cancelled }: EnrolmentRecord): Entry[] {
  const detail = { schoolType, educationCode, schoolUnit, source }
  if (endOn !== null && endOn < startOn) return [entry('school', startOn, { event: 'studiesWithdrawn', detail }, { by: source })]
  return [
    entry('school', startOn, { event: 'studiesBegan', detail }, { by: source }),
    ...(endOn === null ? [] : [entry('school', endOn, { event: 'studiesEnded', detail: { ...detail, cancelled } }, { by: source })]),
  ]
}

const credentialEntry = ({ on, type, schoolUnit, source }: CredentialRecord): Entry =>
  entry('school', on, { event: 'credential', detail: { type, schoolUnit, source } }, { by: source })

const dayIn = (instant: string): PlainDate => instant.slice(0, 10) as PlainDate
const clockIn = (instant: string): string => instant.slice(11, 16)

/** A manual fact on the day that it was said; one that was taken back is struck, and says so on that day too. */
function manualEntries(manual: ManualRecord): Entry[] {
  const { saidAt, by, withdrawnAt, withdrawnBy, withdrawnGround } = manual
  const struck = withdrawnAt === null ? null : { by: withdrawnBy, why: withdrawnGround }
  const said = entry('decision', dayIn(saidAt), { event: 'manualSaid', detail: { manual } }, { at: clockIn(saidAt), by, struck })
  if (withdrawnAt === null) return [said]
  const taken = { at: clockIn(withdrawnAt), by: withdrawnBy === '' ? null : withdrawnBy }
  return [said, entry('decision', dayIn(withdrawnAt), { event: 'manualWithdrawn', detail: { manual } }, taken)]
}

/** Each statement, and the day that it lapsed unless something was said before. */
function occupationEntries(said: readonly SaidOccupation[], today: PlainDate): Entry[] {
  const standing = said.filter(({ isRetracted }) => !isRetracted)
  return said.flatMap((one) => {
    const { kind, source, sinceOn, statedOn, reviewOn, by, isRetracted } = one
    const struck = isRetracted ? { by: '', why: '' } : null
    const stated = entry('occupation', statedOn, { event: 'occupation', detail: { kind, source, sinceOn, reviewOn } }, { by, struck })
    const next = standing[standing.indexOf(one) + 1]
    const lapses = !isRetracted && kind !== 'unknown' && reviewOn <= today && (next === undefined || next.statedOn > reviewOn)
    return lapses ? [stated, entry('occupation', reviewOn, { event: 'occupationLapsed', detail: { kind } })] : [stated]
  })
}

const watchEntries = ({ fromOn, untilOn, ground, by, stoppedBy }: WatchSpan): Entry[] => [
  entry('watch', fromOn, { event: 'watchBegan', detail: { ground } }, { by }),
  ...(untilOn === null ? [] : [entry('watch', untilOn, { event: 'watchEnded', detail: {} }, { by: stoppedBy })]),
]

/** All of them, in no order. */
export const lifeEntries = (explained: ExplainedYouth, doings: Doings, today: { readonly day: Day; readonly date: PlainDate }): Entry[] => [
  ...periodEntries(explained, today.day),
  ...homeEntries(explained),
  ...explained.records.enrolments.flatMap(studyEntries),
  ...explained.records.credentials.map(credentialEntry),
  ...explained.records.manual.flatMap(manualEntries),
  ...occupationEntries(doings.occupations, today.date),
  ...doings.watches.flatMap(watchEntries),
]
