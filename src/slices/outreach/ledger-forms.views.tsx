/** The forms beside the ledger: adding a way, and how the youth wants to be contacted. */
import { contactLangs, ownNames } from '../../kernel/contact-lang.ts'
import { Both, type Difference } from '../../ui/both.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { choiceVersion } from './ledger.rules.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { optOutChannels, type LedgerPage } from './ledger.types.ts'
import { wayKinds } from './outreach.types.ts'

type Props = {
  readonly frame: Frame
  readonly shown: LedgerPage
  readonly draft: {
    readonly value: (field: string) => string
    readonly problems: readonly FieldProblem[]
    readonly staleChoice: readonly Difference[] | null
  }
  readonly newOnce: () => string
}

const sources = ['youth', 'lookedUp', 'school', 'partner'] as const

const AddFields = ({ frame, shown, draft }: Omit<Props, 'newOnce'>) => {
  const t = ledgerTexts[frame.lang]
  const of = (name: string) => ({ name, problem: problemOf(draft.problems, name) })
  const steps = shown.searchSteps.filter(({ active }) => active)
  return (
    <>
      <RadioGroup
        {...of('kind')}
        label={t.kind}
        options={wayKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        value={draft.value('kind') || 'phone'}
        inline
      />
      <Field {...of('value')} label={t.value} hint={t.valueHint} value={draft.value('value')} maxlength={300} required />
      <Select
        {...of('source')}
        label={t.source}
        options={sources.map((source) => ({ value: source, label: t.sourceChoices[source] }))}
        value={draft.value('source') || 'youth'}
      />
      <Select
        {...of('step')}
        label={t.step}
        options={steps.map(({ key, name }) => ({ value: key, label: name }))}
        value={draft.value('step')}
        blank={t.noStep}
      />
    </>
  )
}

/** A way that somebody found. */
export const AddForm = ({ newOnce, ...props }: Props) => {
  const { frame, shown } = props
  const t = ledgerTexts[frame.lang]
  return (
    <Card heading={t.addHeading} id="lagg-till">
      {shown.isFollowed ? (
        <Form frame={frame} action={`/ungdomar/${shown.youth.subjectId}/vagar`} once={newOnce()}>
          <AddFields {...props} />
          <div class="row">
            <Button>{t.add}</Button>
          </div>
        </Form>
      ) : (
        <p>{t.notFollowed}</p>
      )}
    </Card>
  )
}

type Texts = (typeof ledgerTexts)[Frame['lang']]

/** Each language by our name for it and its own. */
const langChoices = (t: Texts) =>
  contactLangs.map((lang) => ({ value: lang, label: lang === 'sv' ? t.langs.sv : `${t.langs[lang]} – ${ownNames[lang]}` }))

/** Language and the channels that the youth has said no to. */
export const ChoiceForm = ({ frame, shown, draft, newOnce }: Props) => {
  const t = ledgerTexts[frame.lang]
  const { choice, youth } = shown
  return (
    <Card heading={t.choiceHeading} id="kontaktval">
      {draft.staleChoice !== null && <Both differences={draft.staleChoice} />}
      <Form frame={frame} action={`/ungdomar/${youth.subjectId}/vagar/kontaktval`} once={newOnce()}>
        <input type="hidden" name="seen" value={choiceVersion(choice)} />
        <Select name="lang" label={t.lang} options={langChoices(t)} value={choice.lang} />
        <CheckboxGroup
          name="optOut"
          label={t.optOut}
          options={optOutChannels.map((channel) => ({ value: channel, label: t.channels[channel] }))}
          values={choice.optOuts}
          inline
        />
        <div class="row">
          <Button variant="secondary">{t.saveChoice}</Button>
        </div>
      </Form>
    </Card>
  )
}
