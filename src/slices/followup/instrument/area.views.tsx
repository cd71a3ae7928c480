/** The fields of an area of the instrument: its names, who follows up, its threshold, its questions and two empty rows for more. */
import { instrumentTexts } from './instrument.texts.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { Card, Details } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Field, Select } from '../../../ui/field.tsx'
import { problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { followupTexts } from '../followup.texts.ts'
import { itemsIn, type Fields } from './instrument-form.ts'
import { longestName, mostItems } from './instrument.rules.ts'
import { instrumentPageTexts } from './pages.texts.ts'
import { directions, recipients } from './instrument.types.ts'

type Props = {
  readonly lang: Lang
  readonly typed: Fields
  readonly problems: readonly FieldProblem[]
  readonly n: number
  readonly isNew: boolean
}

/** Empty rows after the questions there are. */
const emptyRows = 2

const languageNames = { sv: { sv: 'svenska', en: 'engelska' }, en: { sv: 'Swedish', en: 'English' } } as const

const Items = ({ lang, typed, problems, n }: Props) => {
  const t = instrumentPageTexts[lang]
  const rows = Math.min(itemsIn(typed, n) + emptyRows, mostItems)
  return (
    <div class="stack" id={`area${n}Items`} tabindex={-1}>
      <p>
        <strong>{t.items}</strong> <span class="muted">{t.itemsHint}</span>
      </p>
      {Array.from({ length: rows }, (_, at) => {
        const item = `area${n}Item${at + 1}`
        const field = (part: 'Sv' | 'En') => {
          const name = `${item}${part}`
          return { name, value: typed(name), problem: problemOf(problems, name), maxlength: longestName }
        }
        return (
          <div class="filters">
            <input type="hidden" name={`${item}Key`} value={typed(`${item}Key`)} />
            <Field {...field('Sv')} label={t.item(at + 1, languageNames[lang].sv)} />
            <Field {...field('En')} label={t.item(at + 1, languageNames[lang].en)} />
          </div>
        )
      })}
    </div>
  )
}

const Limits = ({ lang, typed, problems, n }: Props) => {
  const t = instrumentPageTexts[lang]
  const field = (part: string) => {
    const name = `area${n}${part}`
    return { name, value: typed(name), problem: problemOf(problems, name) }
  }
  const processes = recipients.map((value) => ({ value, label: followupTexts[lang].processes[value] }))
  const ways = directions.map((value) => ({ value, label: instrumentTexts[lang].directions[value] }))
  return (
    <div class="filters">
      <Select {...field('Recipient')} label={t.recipient} options={processes} />
      <Field {...field('Threshold')} label={t.threshold} hint={t.thresholdHint} inputmode="decimal" maxlength={7} />
      <Select {...field('Direction')} label={t.direction} options={ways} />
    </div>
  )
}

const Names = ({ lang, typed, problems, n }: Props) => {
  const t = instrumentPageTexts[lang]
  const field = (part: string) => {
    const name = `area${n}${part}`
    return { name, value: typed(name), problem: problemOf(problems, name), maxlength: longestName }
  }
  return (
    <div class="filters">
      <Field {...field('Sv')} label={t.sv} />
      <Field {...field('En')} label={t.en} />
    </div>
  )
}

/** An area that is there, or one more. */
export const AreaFields = (props: Props) => {
  const { lang, typed, problems, n, isNew } = props
  const t = instrumentPageTexts[lang]
  const fields = (
    <div class="stack">
      <input type="hidden" name={`area${n}Key`} value={typed(`area${n}Key`)} />
      <Names {...props} />
      <Limits {...props} />
      <Items {...props} />
      {!isNew && <Checkbox name={`area${n}Remove`} label={t.remove} checked={typed(`area${n}Remove`) !== ''} />}
    </div>
  )
  const name = typed(`area${n}Sv`)
  const isOpen = problems.some(({ field }) => field.startsWith(`area${n}`) && !/^\d/.test(field.slice(`area${n}`.length)))
  return (
    <Card heading={isNew ? t.newArea : name || t.area(n)} level={3}>
      {isNew ? (
        <Details summary={t.newArea} open={isOpen}>
          {fields}
        </Details>
      ) : (
        fields
      )}
    </Card>
  )
}
