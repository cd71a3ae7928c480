/** From what was typed to what a plan says, with each problem at its field. */
import { dateOf, dayOf, parseDate, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { DraftFault, DraftProblem, ReadDraft, TypedPlan, TypedRow } from './draft.types.ts'
import { longest, mostFollowUps, mostStepsPerColumn, planColumns, type PlanColumn, type PlanContent, type PlanStep } from './plans.types.ts'

/** What is known when a draft is read. `steps`: every step that the plan has had, as it is now. `planned`: the follow-ups that wait. */
export type DraftContext = {
  readonly today: PlainDate
  readonly steps: ReadonlyMap<string, PlanStep>
  readonly planned: readonly PlainDate[]
}

/** Nobody plans further ahead: the years of a youth in the register are fewer. */
const farthestDays = 5 * 366

/** The id of a row's field. */
export const rowField = (column: PlanColumn, part: 'Text' | 'Actor' | 'From' | 'Due', index: number): string => `${column}${part}-${index}`

const squeezed = (text: string): string => text.trim().replaceAll('\r\n', '\n')
const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

type Noted = { readonly faults: DraftFault[]; readonly today: PlainDate }

function dayIn({ faults, today }: Noted, field: string, text: string, whenEmpty: 'required' | null): PlainDate | null {
  const say = (problem: DraftProblem): null => {
    faults.push({ field, problem })
    return null
  }
  if (text.trim() === '') return whenEmpty === null ? null : say(whenEmpty)
  const day = parseDate(text.trim())
  if (day === null) return say('not-a-date')
  return Math.abs(dayOf(day) - dayOf(today)) > farthestDays ? say('too-far') : day
}

function textIn({ faults }: Noted, field: string, text: string, most: number): string {
  if (text === '') faults.push({ field, problem: 'required' })
  else if (text.length > most) faults.push({ field, problem: 'too-long' })
  return text
}

const isBlank = ({ text, actor, dueOn, beginsOn }: TypedRow): boolean => `${text}${actor}${dueOn}${beginsOn}`.trim() === ''

function stepIn(
  noted: Noted,
  { column, index, row }: { column: PlanColumn; index: number; row: TypedRow },
  known: DraftContext['steps'],
): PlanStep {
  const { faults } = noted
  const text = oneLine(row.text)
  if (text === '') faults.push({ field: rowField(column, 'Text', index), problem: 'step-missing' })
  if (text.length > longest.step) faults.push({ field: rowField(column, 'Text', index), problem: 'too-long' })
  const actor = column === 'other' ? oneLine(row.actor) : ''
  if (actor.length > longest.actor) faults.push({ field: rowField(column, 'Actor', index), problem: 'too-long' })
  const beginsOn = dayIn(noted, rowField(column, 'From', index), row.beginsOn, null)
  const dueOn = dayIn(noted, rowField(column, 'Due', index), row.dueOn, null)
  if (beginsOn !== null && dueOn !== null && dueOn < beginsOn) {
    faults.push({ field: rowField(column, 'Due', index), problem: 'due-before-start' })
  }
  const before = known.get(row.stepId)
  const kept = before?.column === column ? before : undefined
  return {
    stepId: kept?.stepId ?? '',
    column,
    text,
    actor,
    beginsOn,
    dueOn,
    doneOn: kept?.doneOn ?? null,
    byYouth: kept?.byYouth ?? false,
  }
}

function stepsIn(noted: Noted, rows: readonly TypedRow[], known: DraftContext['steps']): PlanStep[] {
  return planColumns.flatMap((column) => {
    const steps = rows
      .filter((row) => row.column === column)
      .map((row, index) => ({ row, index, column }))
      .filter(({ row }) => !isBlank(row))
    const ids = new Set<string>()
    if (steps.length > mostStepsPerColumn) noted.faults.push({ field: rowField(column, 'Text', 0), problem: 'too-many-steps' })
    return steps.map((step) => {
      // No form of ours has a step twice: the second is a new one.
      const stepId = ids.has(step.row.stepId) ? '' : step.row.stepId
      ids.add(stepId)
      return stepIn(noted, { ...step, row: { ...step.row, stepId } }, known)
    })
  })
}

type Within = Pick<PlanContent, 'endsOn'> & { readonly beginsOn: PlainDate | null; readonly planned: readonly PlainDate[] }

/** A day that is planned already may have passed: it is overdue, and stays until somebody says how it went. */
function followUpProblem(day: PlainDate, today: PlainDate, { beginsOn, endsOn, planned }: Within): DraftProblem | null {
  if (day < today && !planned.includes(day)) return 'follow-up-passed'
  if (beginsOn !== null && day < beginsOn) return 'follow-up-before-start'
  return endsOn !== null && day > endsOn ? 'follow-up-after-end' : null
}

function followUpsIn(noted: Noted, typed: readonly string[], within: Within): PlainDate[] {
  const days: PlainDate[] = []
  for (const [index, text] of typed.entries()) {
    const field = `followUp-${index}`
    const day = dayIn(noted, field, text, null)
    if (day === null) continue
    const problem = days.includes(day) ? 'follow-up-twice' : followUpProblem(day, noted.today, within)
    if (problem === null) days.push(day)
    else noted.faults.push({ field, problem })
  }
  const unsaid = within.planned.some((day) => day < noted.today && !typed.some((text) => text.trim() === day))
  if (unsaid) noted.faults.push({ field: 'followUp-0', problem: 'follow-up-unsaid' })
  if (days.length > mostFollowUps) noted.faults.push({ field: 'followUp-0', problem: 'too-many-follow-ups' })
  return days.toSorted()
}

/** Reads what was typed. What it says is to be saved only when there is no fault. */
export function readDraft(typed: TypedPlan, { today, steps: known, planned }: DraftContext): ReadDraft {
  const noted: Noted = { faults: [], today }
  const goal = textIn(noted, 'goal', squeezed(typed.goal), longest.goal)
  const beginsOn = dayIn(noted, 'beginsOn', typed.beginsOn, 'required')
  const endsOn = dayIn(noted, 'endsOn', typed.endsOn, null)
  if (beginsOn !== null && endsOn !== null && endsOn < beginsOn) noted.faults.push({ field: 'endsOn', problem: 'end-before-start' })
  const steps = stepsIn(noted, typed.rows, known)
  const { noOtherActor } = typed
  if (noOtherActor && steps.some(({ column }) => column === 'other')) noted.faults.push({ field: 'noOtherActor', problem: 'said-no-other' })
  const followUpDays = followUpsIn(noted, typed.followUps, { beginsOn, endsOn, planned })
  return { content: { goal, beginsOn: beginsOn ?? today, endsOn, noOtherActor, steps }, followUpDays, faults: noted.faults }
}

const rowOf = ({ column, stepId, text, actor, beginsOn, dueOn }: PlanStep): TypedRow => ({
  column,
  stepId,
  text,
  actor,
  beginsOn: beginsOn ?? '',
  dueOn: dueOn ?? '',
})

/** A plan as its form begins. */
export const typedFrom = ({ goal, beginsOn, endsOn, noOtherActor, steps }: PlanContent, followUpDays: readonly PlainDate[]): TypedPlan => ({
  goal,
  beginsOn,
  endsOn: endsOn ?? '',
  noOtherActor,
  followUps: [...followUpDays],
  rows: steps.map(rowOf),
})

/** A form that nobody has typed in: from today, for half a year, with a follow-up in a month. */
export const emptyDraft = (today: PlainDate): TypedPlan => ({
  goal: '',
  beginsOn: today,
  endsOn: '',
  noOtherActor: false,
  followUps: [dateOf(plusDays(dayOf(today), 28))],
  rows: [],
})

/** The rows with blank ones to write in after each column's own: so many at least, and never more than there may be steps. */
export function withBlankRows(typed: TypedPlan, blank: number): TypedPlan {
  const rows = planColumns.flatMap((column) => {
    const own = typed.rows.filter((row) => row.column === column)
    const filled = own.filter((row) => !isBlank(row) || row.stepId !== '')
    const wanted = Math.min(mostStepsPerColumn, filled.length + blank)
    const more = Math.max(0, wanted - own.length)
    return [...own, ...Array.from({ length: more }, () => ({ column, stepId: '', text: '', actor: '', beginsOn: '', dueOn: '' }))]
  })
  const days = typed.followUps.length
  const filledDays = typed.followUps.filter((day) => day.trim() !== '').length
  const moreDays = Math.max(0, Math.min(mostFollowUps, filledDays + 1) - days)
  return { ...typed, rows, followUps: [...typed.followUps, ...Array.from({ length: moreDays }, () => '')] }
}

/** All that is written, as what LIX measures: each step a line of its own. */
export const writtenText = ({ goal, rows }: TypedPlan): string => [goal, ...rows.map(({ text }) => text)].join('\n')

/** Every free text of a plan with its field: what is looked through for what may not stand in the register. */
export function textsOf({ goal, steps }: Pick<PlanContent, 'goal' | 'steps'>): { readonly field: string; readonly text: string }[] {
  const inColumn = planColumns.flatMap((column) =>
    steps
      .filter((step) => step.column === column)
      .flatMap(({ text, actor }, index) => [
        { field: rowField(column, 'Text', index), text },
        { field: rowField(column, 'Actor', index), text: actor },
      ]),
  )
  return [{ field: 'goal', text: goal }, ...inColumn].filter(({ text }) => text !== '')
}
