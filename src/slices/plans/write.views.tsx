/** The form in which a plan is written: alone, or together with the youth on one screen in large type. */
import { instantText, shortDay } from '../../ui/day.texts.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { flagsInKept, NoteWarning, type ShownFlag } from '../hygiene/index.ts'
import type { ThreeWay } from './diff.rules.ts'
import { writtenText } from './draft.rules.ts'
import type { TypedPlan } from './draft.types.ts'
import { lixSentence } from './lix.texts.ts'
import { planPath, underPlan } from './plan-links.ts'
import { planTexts } from './plans.texts.ts'
import { longest, type Acknowledgement, type PlanStatus } from './plans.types.ts'
import { differenceTitle } from './step.views.tsx'
import { FollowUpRows, StepRows, type RowsProps } from './write-rows.views.tsx'
import { writeTexts } from './write.texts.ts'

/** What stands in the form, and what is wrong with it. */
export type WriteDraft = {
  readonly typed: TypedPlan
  readonly problems: readonly FieldProblem[]
  readonly flags: readonly ShownFlag[]
  /** The tick "save anyway" as it was sent. */
  readonly kept: string
  readonly isAcknowledged: boolean
  /** What somebody else saved meanwhile. */
  readonly conflict: { readonly byName: string; readonly savedAt: string; readonly lines: readonly ThreeWay[] } | null
  readonly isEnded: boolean
}

export type WriteProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly name: string
  readonly today: PlainDate
  /** The plan and version that the form is written from; null and 0 for a new one. */
  readonly planId: string | null
  readonly version: number
  readonly status: PlanStatus | null
  readonly isTogether: boolean
  /** The latest acknowledgement, when nothing has been written since. */
  readonly acknowledgement: Acknowledgement | null
  readonly draft: WriteDraft
  readonly once: string
}

/** The script of the page: measures as one types. */
export const lixScriptName = 'plan-lix.js'

/** The names of the fields whose text is measured. */
const measuredFields = 'goal youthText municipalityText otherText'

const Conflict = ({ frame: { lang }, today, draft: { conflict } }: WriteProps) => {
  if (conflict === null) return null
  const t = writeTexts[lang].conflict
  const shown = (text: string | null) => (text === null || text === '' ? t.none : <span class="as-typed">{text}</span>)
  const rows = conflict.lines.map(({ what, base, theirs, mine }) => [
    differenceTitle(what, lang),
    shown(base),
    base === theirs ? shown(theirs) : <strong>{shown(theirs)}</strong>,
    base === mine ? shown(mine) : <strong>{shown(mine)}</strong>,
  ])
  return (
    <Alert kind="warning" title={t.title} live>
      <p>{t.text(conflict.byName, instantText(conflict.savedAt, today, lang))}</p>
      <Table columns={[t.what, t.base, t.theirs, t.mine].map((title) => ({ title }))} rows={rows} headed stacks />
    </Alert>
  )
}

const Readability = ({ frame: { lang }, draft }: WriteProps) => (
  <div class="row plan-lix">
    <output data-lix={measuredFields} data-lix-lang={lang}>
      {lixSentence(writtenText(draft.typed), lang)}
    </output>
    <noscript>
      <Button variant="secondary" name="act" value="preview">
        {writeTexts[lang].preview}
      </Button>
    </noscript>
  </div>
)

const GoalAndTime = ({ frame: { lang }, draft: { typed, problems }, isTogether }: WriteProps) => {
  const t = writeTexts[lang]
  return (
    <Card>
      <TextArea
        name="goal"
        label={t.goal}
        hint={t.goalHint}
        value={typed.goal}
        rows={isTogether ? 3 : 4}
        maxlength={longest.goal}
        problem={problemOf(problems, 'goal')}
      />
      <div class="row low spaced">
        <Field name="beginsOn" type="date" label={t.beginsOn} value={typed.beginsOn} problem={problemOf(problems, 'beginsOn')} />
        <Field
          name="endsOn"
          type="date"
          label={t.endsOn}
          hint={t.endsOnHint}
          value={typed.endsOn}
          problem={problemOf(problems, 'endsOn')}
        />
      </div>
    </Card>
  )
}

const Acknowledge = ({ frame: { lang }, isTogether, draft }: WriteProps) =>
  isTogether ? (
    <Checkbox
      name="isAcknowledged"
      label={writeTexts[lang].isAcknowledged}
      hint={writeTexts[lang].isAcknowledgedHint}
      checked={draft.isAcknowledged}
      problem={problemOf(draft.problems, 'isAcknowledged')}
    />
  ) : null

/** What the youth has said yes to, on the screen that both read. */
const SaidYes = ({ frame: { lang }, isTogether, acknowledgement }: WriteProps) =>
  isTogether && acknowledgement !== null ? (
    <Alert kind="success">{writeTexts[lang].saidYes(shortDay(acknowledgement.at.slice(0, 10) as PlainDate, lang))}</Alert>
  ) : null

const SaveRow = (props: WriteProps) => {
  const { frame, subjectId, planId, status, draft } = props
  const t = writeTexts[frame.lang]
  return (
    <div class="row">
      {!draft.isEnded && (
        <Button name="act" value="agreed">
          {status === 'agreed' ? t.save : t.agreed}
        </Button>
      )}
      {status !== 'agreed' && !draft.isEnded && (
        <Button name="act" value="draft" variant="secondary">
          {t.draft}
        </Button>
      )}
      <Button name="act" value="more" variant="secondary">
        {t.more}
      </Button>
      <LinkButton href={planPath(subjectId, planId)} variant="tertiary">
        {draft.conflict === null ? t.back : t.conflict.leave}
      </LinkButton>
    </div>
  )
}

const PlanForm = (props: WriteProps) => {
  const { frame, subjectId, planId, version, isTogether, draft, once } = props
  const rows: RowsProps = { lang: frame.lang, typed: draft.typed, problems: draft.problems, isTogether }
  return (
    <Form frame={frame} action={underPlan(subjectId, isTogether ? 'tillsammans' : 'skriv')} once={once}>
      <input type="hidden" name="plan" value={planId ?? ''} />
      <input type="hidden" name="version" value={String(version)} />
      <GoalAndTime {...props} />
      <StepRows {...rows} />
      <Card>
        <FollowUpRows {...rows} />
      </Card>
      <Readability {...props} />
      <NoteWarning
        flags={draft.flags.length > 0 ? draft.flags : flagsInKept(draft.kept)}
        lang={frame.lang}
        isKept={draft.flags.length === 0 && draft.kept !== ''}
      />
      <Acknowledge {...props} />
      <SaveRow {...props} />
    </Form>
  )
}

/** The page. In large type nothing but the plan itself stands on it. */
export const WritePage = (props: WriteProps) => {
  const { frame, subjectId, name, planId, isTogether, draft } = props
  const [t, p] = [writeTexts[frame.lang], planTexts[frame.lang]]
  const title = isTogether ? t.togetherTitle : planId === null ? t.newTitle : t.editTitle
  const crumbs = [
    { href: '/ungdomar', label: p.youths },
    { href: `/ungdomar/${subjectId}`, label: p.youth },
    { href: planPath(subjectId), label: p.title },
    { href: '', label: title },
  ]
  return (
    <Page frame={frame} title={title} crumbs={crumbs} scripts={[lixScriptName]}>
      <div class={isTogether ? 'plan-large' : ''}>
        {draft.isEnded && <Alert kind="warning">{t.endedMeanwhile}</Alert>}
        <Conflict {...props} />
        <FormErrors problems={draft.problems} />
        <PageHead heading={title} below={isTogether ? t.togetherBelow : name} />
        <SaidYes {...props} />
        <PlanForm {...props} />
      </div>
    </Page>
  )
}
