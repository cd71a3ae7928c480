/** What was coded of a youth, and striking it with a reason. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Card, Tag } from '../../ui/card.tsx'
import { Confirm } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Frame } from '../../ui/frame.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Item } from '../measures/index.ts'
import { codingTexts } from './coding.texts.ts'
import { strikeReasons, type ShownCoding } from './coding.types.ts'
import { codingPath } from './event-form.views.tsx'
import { itemName, occupationText, upper } from './line.texts.ts'
import { wordTexts } from './words.texts.ts'

type Named = readonly Pick<Item, 'key' | 'name'>[]

const day = (at: string, lang: Lang): string => shortDay(at.slice(0, 10) as PlainDate, lang)

/** What stands written of it: `arbetar`, `Genom annan aktör`. */
function writtenText({ occupation, item }: ShownCoding, items: Named, lang: Lang): string {
  const parts = [occupation === null ? '' : occupationText(occupation, lang), item === null ? '' : itemName(item, items, lang)]
  return parts.filter((part) => part !== '').join(' · ')
}

/** One line: what happened and what it was coded as. */
export const CodingLineText = ({ one, items, lang }: { one: ShownCoding; items: Named; lang: Lang }) => {
  const t = codingTexts[lang]
  const written = writtenText(one, items, lang)
  const text = upper(wordTexts[lang].events[one.event])
  return (
    <>
      {one.struck === null ? text : <s>{text}</s>}
      {one.isReplayed && one.struck === null && <Tag>{t.replayed}</Tag>}
      {written !== '' && one.struck === null && <small class="below">{upper(written)}</small>}
      <small class="below">{t.said(shortDay(one.on, lang), one.by)}</small>
      {one.struck !== null && (
        <small class="below">{t.struck(t.strikeReasons[one.struck.why], day(one.struck.at, lang), one.struck.by)}</small>
      )}
    </>
  )
}

type StrikeProps = { readonly frame: Frame; readonly subjectId: string; readonly one: ShownCoding; readonly once: string }

const Strike = ({ frame, subjectId, one, once }: StrikeProps) => {
  const t = codingTexts[frame.lang]
  const options = strikeReasons.map((why) => ({ value: why, label: upper(t.strikeReasons[why]) }))
  const path = `${codingPath(subjectId)}/${one.codedId}/stryk`
  return (
    <Confirm frame={frame} action={path} once={once} label={t.strike} question={t.strikeQuestion} confirm={t.strikeDo}>
      <RadioGroup name="why" id={`why-${one.codedId}`} label={t.strikeWhy} options={options} value="pressedWrong" required />
    </Confirm>
  )
}

type Props = {
  readonly frame: Frame
  readonly subjectId: string
  readonly codings: readonly ShownCoding[]
  readonly items: Named
  readonly mayStrike: (one: ShownCoding) => boolean
  readonly newOnce: () => string
}

/** What was coded, newest first. */
export const HistoryCard = ({ frame, subjectId, codings, items, mayStrike, newOnce }: Props) => {
  const t = codingTexts[frame.lang]
  return (
    <Card heading={t.history}>
      {codings.length === 0 && <p class="muted">{t.none}</p>}
      <ul class="plain stack">
        {codings.map((one) => (
          <li>
            <CodingLineText one={one} items={items} lang={frame.lang} />
            {one.struck === null && mayStrike(one) && <Strike frame={frame} subjectId={subjectId} one={one} once={newOnce()} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}
