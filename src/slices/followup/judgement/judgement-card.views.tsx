/** The card of judgements on the youth's page: the latest ones, the ways to a month and to the position on an investigation. */
import { judgementTexts } from './judgement.texts.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { Card } from '../../../ui/card.tsx'
import { longDay } from '../../../ui/day.texts.ts'
import { Table } from '../../../ui/table.tsx'
import { monthName } from '../calendar/calendar.texts.ts'
import type { Instrument } from '../instrument/instrument.types.ts'
import { areaName } from '../instrument/points.texts.ts'
import type { SectionFrame } from '../section.ts'
import { judgementPageTexts } from './pages.texts.ts'
import type { Judgement, TakenPosition } from './judgement.types.ts'
import { monthAddress } from './month-address.ts'

type ToldJudgements = {
  readonly judgements: readonly Judgement[]
  readonly taken: readonly TakenPosition[]
  readonly instrument: Pick<Instrument, 'areas'>
  /** The months that can be read now. */
  readonly months: readonly PlainDate[]
}

type Props = { readonly shown: SectionFrame; readonly youthId: string; readonly told: ToldJudgements }

/** How many of the latest judgements the card shows. */
const shownAtMost = 8

export const JudgementCard = ({ shown: { lang }, youthId, told: { judgements, taken, instrument, months } }: Props) => {
  const t = judgementPageTexts[lang]
  const latest = judgements.toReversed().slice(0, shownAtMost)
  const rows = latest.map(({ month, area, progression, ground }) => [
    <a href={monthAddress(youthId, month)}>{monthName(month, lang)}</a>,
    areaName(instrument, area, lang),
    judgementTexts[lang].progressions[progression],
    ground,
  ])
  const last = taken.at(-1)
  return (
    <Card heading={t.judgements} action={<a href={`/uppfoljning/ungdom/${youthId}/utredning`}>{t.investigation}</a>}>
      {last !== undefined && <p>{`${longDay(last.decidedOn, lang)}: ${judgementTexts[lang].positions[last.opens ? 'opens' : 'not']}.`}</p>}
      {months.map((month) => (
        <p>
          <a href={monthAddress(youthId, month)}>{t.goOn(monthName(month, lang))}</a>
        </p>
      ))}
      <Table columns={t.columns.map((title) => ({ title }))} rows={rows} empty={t.noJudgements} headed stacks />
    </Card>
  )
}
