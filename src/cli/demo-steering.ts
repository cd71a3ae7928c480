/** The demo's action plan, adopted last year and under revision, and development items at every stage. All made up. */
import { dayOf, weekdayOf, type PlainDate } from '../platform/plain-date.ts'
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import { listReports } from '../slices/reports/index.ts'
import {
  adoptDraft,
  beginDraft,
  changePart,
  raisedNumber,
  raiseItem,
  readDraft,
  readRaisedFrom,
  takeStep,
  type RaisedNumber,
} from '../slices/steering/index.ts'
import { shifted } from './demo-cases.ts'
import { demoPlan } from './demo-plan.ts'
import { colleague, everybody, type DemoPlace } from './demo-outreach-desk.ts'

type Telling = { readonly pool: Pool; readonly staffId: string; readonly name: string; readonly today: PlainDate }

const at = (telling: Telling, on: PlainDate): Telling => ({ ...telling, today: on })

/** Writes the parts of the first draft. */
async function writeParts(telling: Telling): Promise<void> {
  for (const [index, [board, body]] of demoPlan.entries()) {
    const draft = await readDraft(telling.pool)
    const part = draft?.plan.parts[index]
    if (draft === null || part === undefined) return
    const seen = { draftNo: draft.plan.draftNo, partKey: part.partKey, place: part.position }
    await changePart(telling, seen, { heading: part.heading, board, body })
  }
}

/** The Tuesday on or before the day: boards meet on one. */
const boardDay = (day: PlainDate): PlainDate => shifted(day, -((weekdayOf(dayOf(day)) + 5) % 7))

/** A plan that was adopted most of a year ago, so that its revision is soon due, and the draft of the next. */
async function planYear(telling: Telling): Promise<void> {
  const adoptedOn = boardDay(shifted(telling.today, -350))
  await beginDraft(at(telling, shifted(telling.today, -400)))
  await writeParts(telling)
  const draft = await readDraft(telling.pool)
  const adoption = { adoptedOn, adoptedBy: 'Arbetsmarknadsnämnden', reference: 'AMN 2025-0042', reviewOn: shifted(adoptedOn, 365) }
  const adopted = await adoptDraft(at(telling, adoptedOn), draft?.plan.draftNo ?? 0, adoption)
  if (!adopted.granted) throw new Error(`the demo's plan was not adopted: ${adopted.reason}`)
  await beginDraft(telling)
  const next = await readDraft(telling.pool)
  const last = next?.plan.parts.at(-1)
  if (next === null || last === undefined) return
  const seen = { draftNo: next.plan.draftNo, partKey: last.partKey, place: last.position }
  await changePart(telling, seen, { ...last, body: `${last.body}\n\nSeptembersiffran ska vara noll.` })
}

type Happened = readonly [
  kind: 'forum' | 'steeringGroup' | 'approved' | 'postponed' | 'settled' | 'done',
  ago: number,
  said: string,
  due?: number,
]
type Story = {
  readonly title: string
  readonly why: string
  readonly board: string
  readonly ago: number
  readonly isFromReport: boolean
  readonly steps: readonly Happened[]
}

const stories: readonly Story[] = [
  {
    title: 'Få nås på telefon',
    why: 'Mindre än hälften av numren fungerar. De som nås svarar oftare på ett hembesök.',
    board: 'Arbetsmarknadsnämnden',
    ago: 20,
    isFromReport: true,
    steps: [['forum', 12, '']],
  },
  {
    title: 'En gemensam rutin med stadsdelarna',
    why: 'Varje stadsdel har sin egen väg in. Ungdomar som flyttar inom kommunen tappas bort.',
    board: 'Arbetsmarknadsnämnden',
    ago: 200,
    isFromReport: false,
    steps: [
      ['forum', 180, 'Forumet föreslår en central rutin.'],
      ['steeringGroup', 150, ''],
      ['approved', 140, 'En rutin tas fram av enheterna tillsammans.', -10],
    ],
  },
  {
    title: 'Vägledare på plats i augusti',
    why: 'Efter andra antagningen stod flest utan plats, och minst personal var på plats.',
    board: 'Utbildningsnämnden',
    ago: 260,
    isFromReport: false,
    steps: [
      ['steeringGroup', 250, ''],
      ['approved', 240, 'Två vägledare tjänstgör första halvan av augusti.', 100],
      ['done', 80, 'Genomfört.'],
    ],
  },
  {
    title: 'Informationsmaterial på fler språk',
    why: 'Fritidsgårdarna frågar efter det.',
    board: '',
    ago: 90,
    isFromReport: false,
    steps: [
      ['forum', 60, ''],
      ['settled', 60, 'Forumet tar fram det inom sin budget.'],
    ],
  },
]

/** Of calls, the share that were answered, as it was published: what the first story is raised from. */
async function answeredCalls({ pool, staffId, today }: Telling, code: string, reportId: string): Promise<RaisedNumber | null> {
  const reader = { pool, scope: everybody, staffId, municipality: code, today }
  const from = await readRaisedFrom(reader, new URLSearchParams({ tal: 'outreach-list', rapport: reportId }))
  return from === null ? null : raisedNumber(from, 'phone.answeredShare|*', 'sv')
}

type Raised = { readonly reportId: string | null; readonly number: RaisedNumber | null }

async function tell(telling: Telling, story: Story, from: Raised): Promise<void> {
  const { title, why, board, ago, isFromReport, steps } = story
  const { reportId, number } = isFromReport ? from : { reportId: null, number: null }
  const raised = await raiseItem(at(telling, shifted(telling.today, -ago)), { title, why, board, reportId, number })
  if (!raised.granted) throw new Error(`the demo's item was not raised: ${raised.reason}`)
  for (const [seen, [kind, happened, said, due]] of steps.entries()) {
    const dueOn = due === undefined ? null : shifted(telling.today, due)
    const step = { kind, onDay: shifted(telling.today, -happened), said, dueOn: kind === 'approved' ? dueOn : null }
    const taken = await takeStep(telling, { itemId: raised.value, seen }, step)
    if (!taken.granted) throw new Error(`the demo's step was not taken: ${taken.reason}`)
  }
}

/** Fills in steering, once in a demo folder; after the reports, which an item is raised from. */
export async function fillDemoSteering({ pool, code }: DemoPlace, today: PlainDate): Promise<void> {
  const amina = await colleague(pool, 'amina')
  const telling = { pool, staffId: amina.id, name: amina.name, today }
  await planYear(telling)
  const reportId = (await inTransaction(pool, listReports))[0]?.id ?? null
  const number = reportId === null ? null : await answeredCalls(telling, code, reportId)
  for (const story of stories) await tell(telling, story, { reportId, number })
}
