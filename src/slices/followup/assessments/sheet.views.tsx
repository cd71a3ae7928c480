/** The fields of an assessment: the questions area by area, each with what was answered last time, and what is said of the whole. */
import type { Lang } from '../../../kernel/lang.ts'
import { Card } from '../../../ui/card.tsx'
import { Field, TextArea } from '../../../ui/field.tsx'
import { problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { InstrumentArea, InstrumentVersion } from '../instrument/instrument.types.ts'
import { lowSide, pointsIn } from '../instrument/points.texts.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import { itemField } from './answers.rules.ts'
import { assessmentPageTexts } from './pages.texts.ts'
import type { ReadSheet } from './pages.actions.ts'

/** What stands in the fields and what is wrong with it. */
export type Filled = { readonly typed: TypedFields; readonly problems: readonly FieldProblem[] }

type AreaProps = { readonly lang: Lang; readonly area: InstrumentArea; readonly read: ReadSheet; readonly filled: Filled }

const AreaFields = ({ lang, area, read, filled }: AreaProps) => {
  const t = assessmentPageTexts[lang]
  return (
    <Card heading={area[lang]}>
      <p class="muted">{t.lowIs(lowSide(area, lang))}</p>
      <div class="filters">
        {area.items.map((item) => {
          const [name, last] = [itemField(item.key), read.answersBefore[item.key]]
          const hint = last === undefined ? undefined : t.last(pointsIn(last, lang))
          const value = filled.typed(name)
          return (
            <Field
              name={name}
              label={item[lang]}
              hint={hint}
              value={value}
              problem={problemOf(filled.problems, name)}
              inputmode="decimal"
              maxlength={7}
            />
          )
        })}
      </div>
    </Card>
  )
}

/** How many questions have nothing in their field. */
const leftIn = ({ areas }: InstrumentVersion, typed: TypedFields): number =>
  areas.flatMap(({ items }) => items).filter(({ key }) => typed(itemField(key)).trim() === '').length

/** The questions of all areas. */
export const AnswerFields = ({ lang, read, filled }: Omit<AreaProps, 'area'>) => {
  const t = assessmentPageTexts[lang]
  const { instrument } = read
  const { scale, missing } = instrument
  const left = leftIn(instrument, filled.typed)
  return (
    <>
      <p>{t.scale(pointsIn(scale.min, lang), pointsIn(scale.max, lang), pointsIn(scale.step, lang))}</p>
      <p>{missing.kind === 'refuse' ? t.allItems : t.someItems(missing.atLeast)}</p>
      {left > 0 && (
        <p>
          <strong>{t.left(left)}</strong>
        </p>
      )}
      {instrument.areas.map((area) => (
        <AreaFields lang={lang} area={area} read={read} filled={filled} />
      ))}
    </>
  )
}

type LastProps = { readonly lang: Lang; readonly filled: Filled; readonly corrects: boolean }

/** The day and the note; for a correction its reason and the note. */
export const LastFields = ({ lang, filled: { typed, problems }, corrects }: LastProps) => {
  const t = assessmentPageTexts[lang]
  const field = (name: string) => ({ name, value: typed(name), problem: problemOf(problems, name) })
  return (
    <Card>
      <div class="stack">
        {corrects ? (
          <TextArea {...field('why')} label={t.why} hint={t.whyHint} rows={2} maxlength={500} required />
        ) : (
          <Field {...field('assessedOn')} label={t.assessedOn} hint={t.assessedOnHint} type="date" />
        )}
        <TextArea
          {...field('note')}
          label={t.note}
          hint={corrects ? t.noteHint : `${t.noteHint} ${t.noteLater}`}
          rows={3}
          maxlength={2000}
          required={false}
        />
      </div>
    </Card>
  )
}
