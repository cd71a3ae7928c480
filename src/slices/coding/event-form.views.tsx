/** The first page of "Vad hände?": everyday words to choose among, and who says it. */
import type { Lang } from '../../kernel/lang.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field, Problem } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { codingTexts } from './coding.texts.ts'
import { heardWays } from './coding.types.ts'
import { labelGroups, labelsUnder, type LabelHeading } from './labels.rules.ts'
import { wordTexts } from './words.texts.ts'

/** What was typed, to be shown again. */
export type TypedCoding = { readonly value: (field: string) => string; readonly problems: readonly FieldProblem[] }

/** Where the youth's page of coding is. */
export const codingPath = (subjectId: string): string => `/ungdomar/${subjectId}/vad-hande`

const listId = 'events'

/** Shown by the script. The field has no name: what is looked for is never sent. */
const Search = ({ lang }: { lang: Lang }) => {
  const t = codingTexts[lang]
  return (
    <div class="ds-field" data-filter={listId} hidden>
      <label class="ds-label" for="event-search">
        {t.search}
      </label>
      <input class="ds-input" type="search" id="event-search" autocomplete="off" spellcheck={false} />
      <p class="muted" role="status" data-none hidden>
        {t.noHits}
      </p>
    </div>
  )
}

/** Several words may send the same value: which of them was meant stays here. */
const Words = ({ heading, lang, value }: { heading: LabelHeading; lang: Lang; value: string }) => {
  const t = wordTexts[lang]
  const options = labelsUnder(heading).map(({ key, event }) => ({ value: event, ...t.labels[key] }))
  const [first] = labelGroups
  const id = heading === first?.heading ? 'event' : `event-${heading}`
  return <RadioGroup name="event" id={id} label={t.headings[heading]} options={options} value={value} />
}

const Events = ({ typed, lang }: { typed: TypedCoding; lang: Lang }) => {
  const problem = problemOf(typed.problems, 'event')
  return (
    <fieldset class="ds-fieldset" {...(problem === undefined ? {} : { 'aria-describedby': 'event-problem' })}>
      <legend class="ds-label">{codingTexts[lang].event}</legend>
      <Search lang={lang} />
      <Problem id="event" text={problem} />
      <div class="word-groups" id={listId}>
        {labelGroups.map(({ heading }) => (
          <Words heading={heading} lang={lang} value={typed.value('event')} />
        ))}
      </div>
    </fieldset>
  )
}

const Said = ({ typed: { value, problems }, lang }: { typed: TypedCoding; lang: Lang }) => {
  const t = codingTexts[lang]
  const given = (field: string) => ({ name: field, value: value(field), problem: problemOf(problems, field) })
  const options = heardWays.map((way) => ({ value: way, label: t.heards[way] }))
  return (
    <>
      <RadioGroup {...given('heard')} label={t.heard} hint={t.heardHint} options={options} required />
      <div class="row">
        <Field {...given('on')} type="date" label={t.on} hint={t.onHint} required />
        <Field {...given('at')} label={t.at} hint={t.atHint} inputmode="numeric" size={6} required={false} />
      </div>
    </>
  )
}

type Props = { readonly frame: Frame; readonly subjectId: string; readonly typed: TypedCoding }

/** What is asked on the second page, carried along when somebody came back to change. */
const laterFields = ['sinceOn', 'untilOn', 'ground'] as const

/** The form. It saves nothing: the next page shows what will be written. */
export const EventForm = ({ frame, subjectId, typed }: Props) => {
  const { lang } = frame
  const t = codingTexts[lang]
  return (
    <Card>
      <Form frame={frame} action={codingPath(subjectId)} label={t.title}>
        <Events typed={typed} lang={lang} />
        <Said typed={typed} lang={lang} />
        {laterFields.map((name) => (
          <input type="hidden" name={name} value={typed.value(name)} />
        ))}
        <div class="row">
          <Button>{t.next}</Button>
        </div>
      </Form>
    </Card>
  )
}
