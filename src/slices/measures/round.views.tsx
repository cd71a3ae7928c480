/** A round of the personnel group: each proposal that waits with its form, and what was decided. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Card } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { TextArea } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { NoteWarning } from '../hygiene/index.ts'
import { deskTexts } from './desk.texts.ts'
import { roundPath, roundText, YouthCell } from './desk.views.tsx'
import { emptyDraft, type Draft } from './draft.ts'
import { decisionOutcomes, type DeskMeasure } from './measures.types.ts'
import { daysText, fieldsOf, prefixed } from './parts.views.tsx'
import type { Decided, OpenedRound } from './round.actions.ts'
import { groundLength } from './round.rules.ts'
import { measureWords } from './words.texts.ts'

type Props = {
  readonly frame: Frame
  readonly opened: OpenedRound
  /** The one who reads was there, and the round is open. */
  readonly mayDecide: boolean
  readonly sent: { readonly measureId: string; readonly draft: Draft } | null
  readonly problem: string | null
  readonly newOnce: () => string
}

const DecideForm = ({ measure, props }: { measure: DeskMeasure; props: Props }) => {
  const { frame, opened, sent, newOnce } = props
  const { lang } = frame
  const [texts, words] = [deskTexts[lang], measureWords[lang]]
  const prefix = `${measure.measureId}-`
  const draft = sent?.measureId === measure.measureId ? sent.draft : emptyDraft()
  const at = fieldsOf(draft, prefix)
  return (
    <Form frame={frame} action={`${roundPath(opened.round.roundId)}/beslut`} once={newOnce()} label={measure.name[lang]}>
      <input type="hidden" name="measure" value={measure.measureId} />
      <RadioGroup
        {...at('outcome')}
        label={texts.outcome}
        options={decisionOutcomes.map((value) => ({ value, label: words.outcomes[value] }))}
        inline
      />
      <TextArea {...at('ground')} label={texts.ground} hint={texts.groundHint} maxlength={groundLength.longest} rows={2} />
      <NoteWarning flags={draft.flags} lang={lang} isKept={draft.isKept} id={`${prefix}noteKept`} />
      <Button variant="secondary">{texts.decideDo}</Button>
    </Form>
  )
}

const Proposal = ({ measure, props }: { measure: DeskMeasure; props: Props }) => {
  const { frame, opened, mayDecide } = props
  const { lang } = frame
  const texts = deskTexts[lang]
  return (
    <Card heading={<YouthCell measure={measure} lang={lang} />} level={3}>
      <p>
        {measure.name[lang]}, {daysText(measure, lang)}
        <br />
        <small class="muted">{[measure.note, measure.byName].filter((part) => part !== '').join(' · ')}</small>
      </p>
      {measure.fromOn < opened.round.heldOn && <p>{texts.moved(shortDay(opened.round.heldOn, lang))}</p>}
      {mayDecide && <DecideForm measure={measure} props={props} />}
    </Card>
  )
}

const DecidedCard = ({ decided, lang }: { decided: readonly Decided[]; lang: Frame['lang'] }) => {
  const [texts, words] = [deskTexts[lang], measureWords[lang]]
  const { youth, measure, days, outcome } = texts.columns
  const rows = decided.map((one) => [
    <YouthCell measure={one} lang={lang} />,
    one.name[lang],
    daysText(one, lang),
    [words.outcomes[one.outcome], one.ground].filter((part) => part !== '').join(': '),
  ])
  return (
    <Card heading={texts.decidedTitle}>
      <Table columns={[youth, measure, days, outcome].map((title) => ({ title }))} rows={rows} empty={texts.decidedNone} headed stacks />
    </Card>
  )
}

const Waiting = (props: Props) => {
  const { frame, opened, mayDecide } = props
  const texts = deskTexts[frame.lang]
  if (opened.round.isClosed) return null
  return (
    <>
      <h2>{texts.waiting}</h2>
      {opened.waiting.length === 0 && <p class="muted">{texts.waitingNone}</p>}
      {opened.waiting.length > 0 && !mayDecide && <p class="muted">{texts.undecidedHere}</p>}
      {opened.waiting.map((measure) => (
        <Proposal measure={measure} props={props} />
      ))}
    </>
  )
}

const Close = ({ frame, opened, newOnce }: Props) => {
  const { close: label, closeQuestion: question, closeDo: confirm } = deskTexts[frame.lang]
  return <Confirm {...{ frame, label, question, confirm }} action={`${roundPath(opened.round.roundId)}/avsluta`} once={newOnce()} />
}

/** The page. */
export const RoundPage = (props: Props) => {
  const { frame, opened, mayDecide, sent, problem } = props
  const { round, decided } = opened
  const texts = deskTexts[frame.lang]
  const crumbs = [
    { href: '/planer', label: texts.hub },
    { href: '/atgarder', label: texts.title },
    { href: '', label: texts.round },
  ]
  return (
    <Page frame={frame} title={texts.round} crumbs={crumbs}>
      <PageHead heading={texts.roundOf(shortDay(round.heldOn, frame.lang))} below={roundText(round, frame.lang)} />
      <div class="stack">
        {problem !== null && <Alert kind="warning">{problem}</Alert>}
        <FormErrors problems={sent === null ? [] : prefixed(sent.draft.problems, `${sent.measureId}-`)} />
        <Waiting {...props} />
        <DecidedCard decided={decided} lang={frame.lang} />
        {mayDecide && <Close {...props} />}
      </div>
    </Page>
  )
}
