/** Raising an item from a figure, and the number on the item's page: as it stood then. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import { figureAddress, indicatorTitles } from '../figures/index.ts'
import type { ItemDraft } from './item.views.tsx'
import { numberWords, type RaisedFrom } from './number-words.ts'
import { numbersToChoose } from './number.rules.ts'
import { steeringPath } from './plan.views.tsx'
import { steeringTexts } from './steering.texts.ts'
import type { RaisedNumber } from './steering.types.ts'

export const fromNumberPath = `${steeringPath}/fragor/ur-tal`

const valueText = ({ value, isShare }: Pick<RaisedNumber, 'value' | 'isShare'>, lang: Lang): string =>
  isShare ? `${numberText(value, lang)}\u00A0%` : numberText(value, lang)

/** Days, half-open: one of them, or the first and the last. */
function daysText({ fromOn, untilOn }: { readonly fromOn: PlainDate; readonly untilOn: PlainDate }, lang: Lang): string {
  const last = dateOf(plusDays(dayOf(untilOn), -1))
  return fromOn === last ? longDay(last, lang) : `${longDay(fromOn, lang)} – ${longDay(last, lang)}`
}

type RaiseProps = {
  readonly frame: Frame
  readonly from: RaisedFrom
  /** The question as its address says it. */
  readonly figure: string
  /** The row that was looked at. */
  readonly row: string
  readonly draft: ItemDraft
  readonly isWithoutProtected: boolean
  readonly once: string
}

/** The number to raise, and what is said of it. */
const Fields = ({ frame: { lang }, from, row, draft, isWithoutProtected }: RaiseProps) => {
  const f = steeringTexts[lang].fields
  const at = (name: string) => ({ name, value: draft.value(name), problem: problemOf(draft.problems, name) })
  const options = numbersToChoose(from.table, row).map((one) => ({
    value: one.key,
    label: `${numberWords(from, one, lang)}: ${valueText(one, lang)}`,
  }))
  const hint = isWithoutProtected ? f.numberHintProtected : f.numberHint
  return (
    <>
      <Select {...at('cell')} label={f.number} hint={hint} options={options} blank required />
      <Field {...at('title')} label={f.title} maxlength={160} required />
      <TextArea {...at('why')} label={f.why} hint={f.whyHint} maxlength={2000} required />
      <Field {...at('board')} label={f.board} maxlength={120} required={false} />
    </>
  )
}

/** Which figure, which days, counted when and of which units. */
function fromText({ name, question, on, units }: RaisedFrom, lang: Lang): string {
  const t = steeringTexts[lang]
  const told = [indicatorTitles[lang][name].title, daysText(question, lang), t.countedOn(longDay(on, lang))]
  return `${[...told, ...(units === '' ? [] : [t.ofUnits(units)])].join('. ')}.`
}

/** A new item from a number. */
export const RaiseFromNumberPage = (props: RaiseProps) => {
  const { frame, from, figure, draft, once } = props
  const t = steeringTexts[frame.lang]
  const crumbs = [
    { href: steeringPath, label: t.title },
    { href: '', label: t.raiseTitle },
  ]
  return (
    <Page frame={frame} title={t.raiseTitle} crumbs={crumbs}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={t.raiseTitle} below={fromText(from, frame.lang)} />
      <Card>
        <Form frame={frame} action={fromNumberPath} once={once}>
          <input type="hidden" name="figure" value={figure} />
          <Fields {...props} />
          <div class="row">
            <Button>{t.raiseDo}</Button>
            <LinkButton href={figureAddress(from.name, from.question)} variant="tertiary">
              {t.backToFigure}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </Page>
  )
}

type NumberProps = { readonly number: RaisedNumber; readonly lang: Lang; readonly mayFigures: boolean }

/** The number that an item was raised from. It is not counted again here; the way to what it is now is a link. */
export const NumberThen = ({ number, lang, mayFigures }: NumberProps) => {
  const t = steeringTexts[lang]
  const { name, words, fromOn, untilOn, on, by, row, units } = number
  return (
    <p>
      {t.fromNumber}: <strong>{`${words}: ${valueText(number, lang)}`}</strong>
      <br />
      <span class="muted">
        {[
          indicatorTitles[lang][name].title,
          daysText({ fromOn, untilOn }, lang),
          t.countedOn(longDay(on, lang)),
          units === '' ? t.ofWhole : t.ofUnits(units),
        ].join('. ')}
        .
      </span>
      {mayFigures && (
        <>
          {' '}
          <a href={figureAddress(name, { fromOn, untilOn, on, by }, row)}>{t.numberNow}</a>
        </>
      )}
    </p>
  )
}
