/** What the youth can do with the whole plan: add a step, say yes, and close the page. */
import { Alert } from '../../ui/alert.tsx'
import { Card } from '../../ui/card.tsx'
import { TextArea } from '../../ui/field.tsx'
import { OwnForm, withTime, type OwnFrame } from './own-frame.views.tsx'
import type { OwnDraft, OwnPlan, OwnSaved } from './own-plan.rules.ts'
import { ownWords } from './own-words.ts'

type Props = { readonly frame: OwnFrame; readonly plan: OwnPlan; readonly draft: OwnDraft; readonly saved: OwnSaved | null }

const Plan = ({ plan }: Pick<Props, 'plan'>) => (
  <>
    <input type="hidden" name="plan" value={plan.planId} />
    <input type="hidden" name="version" value={String(plan.version)} />
  </>
)

/** Adding a step of the youth's own. */
export const AddCard = ({ frame, plan, draft, saved }: Props) => {
  const { plan: words, saved: said, problems } = ownWords[frame.lang]
  const isAtField = draft.problem === 'empty' || draft.problem === 'tooLong' || draft.problem === 'tooMany'
  return (
    <Card heading={words.add.title} id="eget">
      {saved?.what === 'add' && (
        <Alert kind="success" live>
          {said.add}
        </Alert>
      )}
      <OwnForm frame={frame} what="steg">
        <Plan plan={plan} />
        <TextArea
          name="text"
          label={words.add.label}
          hint={words.add.hint}
          value={draft.text}
          rows={3}
          problem={isAtField && draft.problem !== null ? problems[draft.problem] : undefined}
        />
        <button class="ds-button" type="submit">
          {words.add.button}
        </button>
      </OwnForm>
    </Card>
  )
}

/** Saying yes to the plan, and that it is said. */
export const YesCard = ({ frame, plan, saved }: Props) => {
  const { plan: words, saved: said } = ownWords[frame.lang]
  return (
    <Card heading={words.yes.title} id="ja">
      {saved?.what === 'yes' && (
        <Alert kind="success" live>
          {said.yes}
        </Alert>
      )}
      {plan.asksForYes ? (
        <OwnForm frame={frame} what="ja">
          <p>{words.yes.text}</p>
          <Plan plan={plan} />
          <button class="ds-button" type="submit">
            {words.yes.button}
          </button>
        </OwnForm>
      ) : (
        <p>{words.yes.said}</p>
      )}
    </Card>
  )
}

/** Closing the page, and when it closes by itself. */
export const LeaveForm = ({ frame, until }: { readonly frame: OwnFrame; readonly until: string }) => {
  const { plan } = ownWords[frame.lang]
  return (
    <OwnForm frame={frame} what="stang">
      <p class="muted">{withTime(plan.until, until, frame.lang)}</p>
      <button class="ds-button" data-variant="secondary" type="submit">
        {plan.leave}
      </button>
    </OwnForm>
  )
}
