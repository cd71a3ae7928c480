/** The small form for a new statement, on the card and on the page of occupation. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { ladderTexts, occupations } from '../ladder/index.ts'
import { occupationPath } from './contact-address.ts'
import { upper } from './contact-words.texts.ts'
import type { OccupationBack } from './occupation.forms.ts'
import { occupationTexts } from './occupation.texts.ts'
import { occupationSources } from './occupation.types.ts'

/** A statement as it was typed, and what is wrong with it, in words. */
export type TypedStatement = { readonly value: (field: string) => string; readonly problems: readonly FieldProblem[] }

/** Nobody has typed in it. */
export const untyped: TypedStatement = { value: () => '', problems: [] }

type Props = {
  readonly frame: Frame
  readonly subjectId: string
  /** Keeps the ids apart from others of the page. */
  readonly prefix: string
  readonly draft: TypedStatement
  /** What stands as the form is made; empty: nothing. */
  readonly seen: string
  readonly back: OccupationBack
  /** Covered no longer: the day is one of those when the youth was; null: nothing is asked of it. */
  readonly lastOn?: PlainDate | null
  /** Shows the way to where studies abroad are written. */
  readonly mayCode: boolean
  readonly newOnce: () => string
}

/** The form. */
export const WriteForm = ({ frame, subjectId, prefix, draft: { value, problems }, seen, back, lastOn = null, mayCode, newOnce }: Props) => {
  const t = occupationTexts[frame.lang]
  const words = ladderTexts[frame.lang].occupations
  const given = (name: string) => ({ name, id: `${prefix}${name}`, value: value(name), problem: problemOf(problems, `${prefix}${name}`) })
  const kinds = occupations.map((kind) => ({ value: kind, label: upper(words[kind]) }))
  const sources = occupationSources.map((source) => ({ value: source, label: upper(t.sources[source]) }))
  const day = lastOn === null ? { hint: t.statedHint, required: false } : { hint: t.statedThenHint, required: true, max: lastOn }
  return (
    <Form frame={frame} action={`${occupationPath(subjectId)}/ny`} once={newOnce()} label={t.newHeading}>
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="back" value={back} />
      <Select {...given('kind')} label={t.kind} hint={t.kindHint} options={kinds} blank required />
      <div class="filters">
        <Select {...given('source')} label={t.source} options={sources} blank required />
        <Field {...given('sinceOn')} type="date" label={t.sinceOn} hint={t.sinceHint} required={false} />
        <Field {...given('statedOn')} type="date" label={t.statedOn} {...day} />
      </div>
      {mayCode && (
        <p class="muted">
          {`${t.abroad} `}
          <a href={`/ungdomar/${subjectId}/vad-hande`}>{t.whatHappened}</a>
        </p>
      )}
      <div>
        <Button>{t.save}</Button>
      </div>
    </Form>
  )
}
