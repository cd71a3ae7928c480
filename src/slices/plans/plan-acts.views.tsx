/** What can be done with a plan from its page: noting that the youth said yes, printing it, ending it. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Select, TextArea } from '../../ui/field.tsx'
import { Confirm, Form, problemOf } from '../../ui/form.tsx'
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { flagsInKept, NoteWarning } from '../hygiene/index.ts'
import { noDraft, type PlanPageProps } from './plan-page.ts'
import { underPlan } from './plan-links.ts'
import { planWords } from './plan-words.texts.ts'
import { planTexts } from './plans.texts.ts'
import { endReasons, longest, type Acknowledgement, type Plan } from './plans.types.ts'

type Props = { readonly props: PlanPageProps; readonly plan: Plan }

/** `Ungdomen kvitterade version 3 1 dec 2026, tillsammans.` */
const acknowledgedText = ({ version, at, how }: Acknowledgement, lang: Lang): string =>
  planTexts[lang].acknowledged(version, shortDay(at.slice(0, 10) as PlainDate, lang), planWords[lang].hows[how])

/** Whether the youth has said yes, and to which version; and the way to note it. */
export const AcknowledgeCard = ({ props: { frame, subjectId, newOnce }, plan }: Props) => {
  const t = planTexts[frame.lang]
  const { acknowledgement, asksForAcknowledgement, status, planId, version } = plan
  if (status === 'draft') return null
  return (
    <Card heading={t.acknowledge}>
      {acknowledgement !== null && <p>{acknowledgedText(acknowledgement, frame.lang)}</p>}
      {asksForAcknowledgement && (
        <Alert kind="warning">{acknowledgement === null ? t.notAcknowledged : t.askAgain(acknowledgement.version)}</Alert>
      )}
      {asksForAcknowledgement && (
        <Form frame={frame} action={underPlan(subjectId, 'kvittens')} once={newOnce()} inline label={t.acknowledge}>
          <input type="hidden" name="plan" value={planId} />
          <input type="hidden" name="version" value={String(version)} />
          <Button variant="secondary" name="how" value="together">
            {t.acknowledgeTogether}
          </Button>
          {!frame.meeting && (
            <Button variant="tertiary" name="how" value="paper">
              {t.acknowledgePaper}
            </Button>
          )}
        </Form>
      )}
    </Card>
  )
}

/** The plan on paper. */
export const PrintCard = ({ props: { frame, subjectId }, plan }: Props) => {
  const t = planTexts[frame.lang]
  return (
    <Card heading={t.print}>
      <form method="post" action={underPlan(subjectId, 'utskrift')} class="row" data-gives-file>
        <input type="hidden" name="formToken" value={frame.formToken} />
        <input type="hidden" name="plan" value={plan.planId} />
        <Button variant="secondary" name="size" value="a4">
          {t.printA4}
        </Button>
        {plan.status !== 'ended' && (
          <Button variant="secondary" name="size" value="note">
            {t.printNote}
          </Button>
        )}
      </form>
    </Card>
  )
}

const EndFields = ({ props: { frame, sent }, plan }: Props) => {
  const [t, w] = [planTexts[frame.lang], planWords[frame.lang]]
  const draft = sent?.form === 'end' ? sent.draft : noDraft
  const kept = draft.value('noteKept')
  const at = (name: string) => ({ name, id: `end-${name}`, value: draft.value(name), problem: problemOf(draft.problems, `end-${name}`) })
  const options = endReasons.map((value) => ({ value, label: w.endReasons[value] }))
  const flags = draft.flags.length > 0 ? draft.flags : flagsInKept(kept)
  return (
    <>
      <input type="hidden" name="plan" value={plan.planId} />
      <input type="hidden" name="version" value={String(plan.version)} />
      <Select {...at('reason')} label={t.endWhy} options={options} blank />
      <TextArea {...at('note')} label={t.note} hint={t.noteHint} rows={3} maxlength={longest.note} required={false} />
      <NoteWarning flags={flags} lang={frame.lang} isKept={draft.flags.length === 0 && kept !== ''} id="end-noteKept" />
    </>
  )
}

/** Ending the plan, with why. */
export const EndCard = ({ props, plan }: Props) => {
  const { frame, subjectId, sent, newOnce } = props
  const { end: label, endQuestion: question, endDo: confirm } = planTexts[frame.lang]
  const asked = { label, question, confirm, open: sent?.form === 'end' }
  return (
    <Card>
      <Confirm frame={frame} action={underPlan(subjectId, 'avsluta')} once={newOnce()} {...asked} danger>
        <EndFields props={props} plan={plan} />
      </Confirm>
    </Card>
  )
}
