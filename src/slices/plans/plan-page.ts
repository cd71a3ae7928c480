/** What the page of a plan is handed. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { ShownFlag } from '../hygiene/index.ts'
import type { PlansOnPage } from './plan.actions.ts'

/** A form as it was sent, with what is wrong with it. */
export type FormDraft = {
  readonly value: (field: string) => string
  readonly problems: readonly FieldProblem[]
  readonly flags: readonly ShownFlag[]
}

/** A form that nobody has typed in. */
export const noDraft: FormDraft = { value: () => '', problems: [], flags: [] }

export type FormName = 'done' | 'postpone' | 'end'

/** What the ids of a form's fields begin with: those of one follow-up are told apart from those of another. */
export const prefixOf = (form: FormName, of: string): string => `${form}-${of === '' ? '' : `${of}-`}`

/** The form that was refused; `of`: which follow-up, empty for the ending. */
export type SentForm = { readonly form: FormName; readonly of: string; readonly draft: FormDraft }

export type PlanPageProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly today: PlainDate
  readonly read: PlansOnPage
  /** Whether measures may be read and written. */
  readonly mayMeasure: boolean
  readonly sent: SentForm | null
  /** What stood in the way, above the plan as it is now. */
  readonly problem: string | null
  readonly newOnce: () => string
}
