/** A made-up youth's year in directed follow-up, day by day: assessments, signals, a position and stops; the months' work is demo-followup-months.ts. */
import { inTransaction } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import {
  actOnSignal,
  beginAssessment,
  decideInvestigation,
  finishAssessment,
  listSignals,
  moveYouth,
  shippedInstrument,
  type Signal,
} from '../slices/followup/index.ts'
import {
  firstOfMonth,
  granted,
  monthsLater,
  quarterOf,
  shiftedBy,
  workerOf,
  writerOf,
  type Deed,
  type DemoYouth,
  type FollowupDesk,
  type Life,
  type Subject,
} from './demo-followup-desk.ts'
import { monthDeeds } from './demo-followup-months.ts'
import { grounds, pointsAt } from './demo-followup-stories.ts'

const refresh = async (life: Life): Promise<void> => {
  life.signals = await inTransaction(life.desk.pool, (tx) => listSignals(tx, [life.youth.id]), 'lots_followup')
}

async function assess({ desk, youth: { id, nth, story } }: Life, on: PlainDate, assessment: number): Promise<void> {
  const by = writerOf(desk, 'mona', on)
  const answers = Object.fromEntries(
    shippedInstrument.areas.flatMap(({ key, items }) => items.map((item) => [item.key, pointsAt(story, nth, key, assessment)])),
  )
  const assessmentId = granted(await beginAssessment(desk.pool, by, id, quarterOf(on)), 'an assessment')
  granted(
    await finishAssessment(desk.pool, by, { youthId: id, assessmentId, version: 1 }, { answers, assessedOn: on, note: '' }),
    'a done assessment',
  )
}

type Wish = Parameters<typeof actOnSignal>[3]

async function actOn({ desk, youth }: Life, { signalId }: Signal, subject: Subject, on: PlainDate, wish: Wish): Promise<void> {
  granted(await actOnSignal(desk.pool, writerOf(desk, subject, on), { youthId: youth.id, signalId }, wish), wish.kind)
}

const plain = (kind: Wish['kind'], ground = ''): Wish => ({ kind, ground, recipient: null })

/** The authority process answers what is proposed. */
async function answer(life: Life, on: PlainDate): Promise<void> {
  const { dismissed = [], adjusted = [] } = life.youth.story
  for (const signal of life.signals.filter(({ state }) => state === 'proposed')) {
    const other = signal.recipient === 'housing' ? 'labourMarket' : 'housing'
    const wish = dismissed.includes(signal.area)
      ? plain('dismiss', grounds.dismiss)
      : adjusted.includes(signal.area)
        ? ({ kind: 'adjust', ground: grounds.adjust, recipient: other } as const)
        : plain('confirm')
    await actOn(life, signal, 'mona', on, wish)
  }
  await refresh(life)
}

async function acknowledge(life: Life, on: PlainDate): Promise<void> {
  for (const signal of life.signals.filter(({ state }) => state === 'confirmed'))
    await actOn(life, signal, workerOf[signal.recipient], on, plain('acknowledge'))
  await refresh(life)
}

async function stop(life: Life, on: PlainDate, assessment: number): Promise<void> {
  const { stops = {} } = life.youth.story
  for (const signal of life.signals.filter(({ area, state }) => state === 'acknowledged' && stops[area] === assessment))
    await actOn(life, signal, 'mona', on, plain('stop', grounds.stop))
  await refresh(life)
}

async function takePosition({ desk, youth }: Life, on: PlainDate, markOn: PlainDate | null): Promise<void> {
  const { position } = youth.story
  if (position === undefined) return
  const wish = { markOn, opens: position !== 'notOpened', ground: grounds[position] }
  granted(await decideInvestigation(desk.pool, writerOf(desk, 'mona', on), youth.id, wish), 'a position')
}

/** The days of the youth's assessments: in the middle of each quarter since they came. */
function assessmentDays({ desk: { today }, youth: { cameOn, nth } }: Life): PlainDate[] {
  const found: PlainDate[] = []
  for (let quarter = quarterOf(cameOn); quarter <= today; quarter = firstOfMonth(quarter, 3)) {
    const on = shiftedBy(firstOfMonth(quarter, 1), 4 + (nth % 20))
    if (on >= cameOn && on <= today) found.push(on)
  }
  return found
}

function quarterDeeds(life: Life): Deed[] {
  const days = assessmentDays(life)
  const { waits, position } = life.youth.story
  return days.flatMap((on, assessment): Deed[] => {
    const isLast = assessment === days.length - 1
    const act = (days_: number, work: (day: PlainDate) => Promise<void>): Deed => ({
      on: shiftedBy(on, days_),
      act: () => work(shiftedBy(on, days_)),
    })
    const first = days[0] === on && position !== undefined
    return [
      act(0, async (day) => {
        await assess(life, day, assessment)
        await refresh(life)
      }),
      ...(isLast && waits === 'answer' ? [] : [act(1, (day) => answer(life, day))]),
      ...(isLast && waits !== undefined ? [] : [act(2, (day) => acknowledge(life, day))]),
      act(3, (day) => stop(life, day, assessment)),
      ...(first ? [positionDeed(life, shiftedBy(on, 1))] : []),
    ]
  })
}

/** On the mark half a year after the follow-up began, or four months in when it could not wait. */
function positionDeed(life: Life, fromOn: PlainDate): Deed {
  const isEarly = life.youth.story.position === 'openedEarly'
  const on = monthsLater(fromOn, isEarly ? 4 : 6)
  return { on, act: () => takePosition(life, on, isEarly ? null : on) }
}

function leaving({ desk, youth }: Life): Deed[] {
  const { leftDaysAgo } = youth.story
  if (leftDaysAgo === undefined) return []
  const on = shiftedBy(desk.today, -leftDaysAgo)
  return [
    {
      on,
      act: async () => void granted(await moveYouth(desk.pool, writerOf(desk, 'mona', on), youth.id, { unitId: null, on }), 'moving out'),
    },
  ]
}

/** Lives the year, and returns the signals as they are at its end. */
export async function liveYear(desk: FollowupDesk, youth: DemoYouth): Promise<readonly Signal[]> {
  const life: Life = { desk, youth, signals: [] }
  const [end] = leaving(life)
  const until = end === undefined ? desk.today : shiftedBy(end.on, -1)
  const deeds = [...quarterDeeds(life), ...monthDeeds(life)].filter(({ on }) => on > youth.cameOn && on <= until)
  for (const { act } of deeds.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) await act()
  if (end !== undefined) await end.act()
  await refresh(life)
  return life.signals
}
