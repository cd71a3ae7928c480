/** The form of an area's judgement for a month, with what was judged before. */
import { judgementTexts } from './judgement.texts.ts'
import type { Difference } from '../../../ui/both.tsx'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Details } from '../../../ui/card.tsx'
import { shortDay } from '../../../ui/day.texts.ts'
import { TextArea } from '../../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import { areaName } from '../instrument/points.texts.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import type { SectionFrame } from '../section.ts'
import { judgementPageTexts } from './pages.texts.ts'
import { progressions } from './judgement.types.ts'
import type { ReadMonth } from './month.actions.ts'
import type { AreaMonth } from './month.rules.ts'
import { monthAddress } from './month-address.ts'

/** What was sent and refused: of which signal, what was typed, and beside what when somebody else was first. */
export type JudgementDraft = {
  readonly of: string
  readonly typed: TypedFields
  readonly problems: readonly FieldProblem[]
  readonly differences: readonly Difference[] | null
}

export type MonthProps = { readonly shown: SectionFrame; readonly read: ReadMonth; readonly draft: JudgementDraft | null }

type Props = MonthProps & { readonly of: AreaMonth }

const Fields = ({ shown: { lang }, draft, of: { signal, judgement } }: Props) => {
  const t = judgementPageTexts[lang]
  const isMine = draft?.of === signal.signalId
  const field = (name: 'progression' | 'ground') => {
    const id = `${name}-${signal.signalId}`
    const value = isMine ? draft.typed(name) : (judgement?.[name] ?? '')
    return { name, id, value, problem: isMine ? problemOf(draft.problems, id) : undefined, required: true }
  }
  const options = progressions.map((value) => ({ value, label: judgementTexts[lang].progressions[value] }))
  return (
    <>
      <RadioGroup {...field('progression')} label={t.progression} options={options} />
      <TextArea {...field('ground')} label={t.ground} hint={t.groundHint} rows={4} maxlength={2000} />
    </>
  )
}

const Versions = ({ shown: { lang }, read: { versions }, of: { signal } }: Props) => {
  const t = judgementPageTexts[lang]
  const own = versions.filter(({ signalId }) => signalId === signal.signalId)
  if (own.length < 2) return null
  const rows = own.map(({ savedAt, byName, progression, ground }) => [
    savedAt.replace('T', ' '),
    byName,
    judgementTexts[lang].progressions[progression],
    ground,
  ])
  return (
    <Details summary={t.history}>
      <Table columns={t.historyColumns.map((title) => ({ title }))} rows={rows} headed stacks />
    </Details>
  )
}

const Told = ({ shown: { lang }, read: { versions }, of: { before, judgement, signal } }: Props) => {
  const t = judgementPageTexts[lang]
  const newest = versions.find(({ signalId }) => signalId === signal.signalId)
  return (
    <>
      {before !== null && <p class="muted">{t.before(judgementTexts[lang].progressions[before.progression])}</p>}
      {judgement !== null && <p>{t.judgedBy(shortDay(judgement.judgedOn, lang), newest?.byName ?? '')}</p>}
    </>
  )
}

const Judged = ({ shown: { lang }, of: { judgement, refusal } }: Props) => {
  return (
    <>
      {judgement !== null && (
        <p>
          <strong>{judgementTexts[lang].progressions[judgement.progression]}</strong> {judgement.ground}
        </p>
      )}
      {refusal !== null && <p>{judgementTexts[lang].judging[refusal]}</p>}
    </>
  )
}

/** The judgement: its form while it can be judged, else what was judged and why it cannot be. */
export const JudgementForm = (props: Props) => {
  const { shown, read, of } = props
  const { signal, judgement, refusal } = of
  const t = judgementPageTexts[shown.lang]
  return (
    <section class="stack">
      <h3>{t.judge}</h3>
      <Told {...props} />
      {refusal === null ? (
        <Form
          frame={shown.frame}
          action={monthAddress(read.youth.id, read.month)}
          once={shown.newOnce()}
          label={`${t.judge}: ${areaName(of.instrument, signal.area, shown.lang)}`}
        >
          <input type="hidden" name="signal" value={signal.signalId} />
          <input type="hidden" name="seen" value={judgement?.version ?? ''} />
          <Fields {...props} />
          <div>
            <Button>{judgement === null ? t.save : t.change}</Button>
          </div>
        </Form>
      ) : (
        <Judged {...props} />
      )}
      <Versions {...props} />
    </section>
  )
}
