/** A month: each area's report and ratings beside the form of its judgement. */
import { followupTexts } from '../followup.texts.ts'
import { Both } from '../../../ui/both.tsx'
import { Card, Columns, EmptyState, Tag } from '../../../ui/card.tsx'
import { longDay, shortDay } from '../../../ui/day.texts.ts'
import { FormErrors } from '../../../ui/form.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { monthName } from '../calendar/calendar.texts.ts'
import { daysLater, plusMonths } from '../calendar/month.rules.ts'
import { areaName, pointsIn } from '../instrument/points.texts.ts'
import { Room } from '../people/room.views.tsx'
import { judgementDueOn } from './judgement.rules.ts'
import { judgementPageTexts } from './pages.texts.ts'
import { JudgementForm, type MonthProps } from './judge-form.views.tsx'
import { monthAddress } from './month-address.ts'
import type { AreaMonth } from './month.rules.ts'
import { Ratings, Report } from './reading.views.tsx'

const Area = (props: MonthProps & { readonly of: AreaMonth }) => {
  const { shown, of } = props
  const { lang, today } = shown
  const t = judgementPageTexts[lang]
  const { signal, score } = of
  const main = (
    <>
      {score !== null && <p>{t.score(pointsIn(score.points, lang), shortDay(score.on, lang))}</p>}
      <Report lang={lang} today={today} read={props.read} of={of} />
      <Ratings lang={lang} of={of} />
    </>
  )
  return (
    <Card heading={areaName(of.instrument, signal.area, lang)} action={<Tag>{followupTexts[lang].processes[signal.recipient]}</Tag>}>
      <Columns main={main} side={<JudgementForm {...props} />} />
    </Card>
  )
}

const Months = ({ shown: { lang, today }, read: { youth, month } }: MonthProps) => {
  const now = plusMonths(`${today.slice(0, 7)}-01` as typeof today, 1)
  const links = [0, -1, -2, -3, -4, -5].map((back) => {
    const one = plusMonths(now, back)
    return { href: monthAddress(youth.id, one), label: `1 ${monthName(one, lang)}`, count: null, current: one === month }
  })
  return <Tabs label={judgementPageTexts[lang].months} links={links} />
}

/** GET /uppfoljning/ungdom/:id/manad/:month. */
export const MonthPage = (props: MonthProps) => {
  const { shown, read, draft } = props
  const { lang } = shown
  const t = judgementPageTexts[lang]
  const [first, last] = [plusMonths(read.month, -1), daysLater(read.month, -1)]
  const below = t.lead(shortDay(first, lang), shortDay(last, lang), longDay(judgementDueOn(read.month, read.routine), lang))
  return (
    <Room shown={shown} youth={read.youth} title={t.title} below={below}>
      <Months {...props} />
      {draft !== null && draft.differences !== null && <Both differences={draft.differences} />}
      <FormErrors problems={draft?.problems ?? []} />
      {read.areas.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneHint}</p>
        </EmptyState>
      )}
      <div class="stack">
        {read.areas.map((of) => (
          <Area {...props} of={of} />
        ))}
      </div>
    </Room>
  )
}
