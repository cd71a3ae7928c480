/** The page of a month's report: its form, or what was handed in; beside it how the days were rated. */
import { Alert } from '../../../ui/alert.tsx'
import { Both, type Difference } from '../../../ui/both.tsx'
import { Card, Columns, DefinitionList, Details, Tag } from '../../../ui/card.tsx'
import { longDay, shortDay } from '../../../ui/day.texts.ts'
import { FormErrors } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import { monthName } from '../calendar/calendar.texts.ts'
import { areaName, pointsIn } from '../instrument/points.texts.ts'
import { Room } from '../people/room.views.tsx'
import type { SectionFrame } from '../section.ts'
import { fieldsIn } from './report-form.ts'
import { BackToTalks, ReportForm, type ReportFilled } from './report-form.views.tsx'
import type { ReadReport } from './report-page.actions.ts'
import { reportPageTexts } from './report-page.texts.ts'
import { talksAddress } from './talk-address.ts'
import { talkTexts } from './talks.texts.ts'

type Props = {
  readonly shown: SectionFrame
  readonly read: ReadReport
  readonly filled: ReportFilled
  /** Somebody else was first: what was typed beside what is now. */
  readonly differences: readonly Difference[] | null
}
type Told = Pick<Props, 'shown' | 'read'>

const Ratings = ({ shown: { lang }, read: { ratings, instrument } }: Told) => {
  const t = reportPageTexts[lang]
  if (ratings.length === 0) return null
  const facts = ratings.map(({ area, mean, days }) => ({
    term: areaName(instrument, area, lang),
    value: mean.points === null ? t.ratingsNone(days.length) : t.ratingsOf(pointsIn(mean.points, lang), mean.days, days.length),
  }))
  return (
    <Card heading={t.ratings}>
      <DefinitionList facts={facts} />
    </Card>
  )
}

const talkText = ({ read: { talks }, shown: { lang } }: Told, talkId: string | null, why: string): string => {
  const t = reportPageTexts[lang]
  const talk = talks.find((one) => one.talkId === talkId)
  return talk === undefined ? `${t.noTalk}. ${why}` : t.talkOf(longDay(talk.on, lang), talk.place)
}

/** What was handed in, as it holds now. */
const Written = (props: Told) => {
  const { shown, read } = props
  const t = reportPageTexts[shown.lang]
  const newest = read.before?.versions[0]
  if (newest === undefined) return null
  return (
    <Card>
      <p>
        <strong>{t.sentBy(longDay(newest.madeOn, shown.lang), newest.byName)}</strong>
      </p>
      <p>{talkText(props, newest.talkId, newest.noTalkWhy)}</p>
      {fieldsIn(read, shown.lang).map(({ field, label }) => (
        <>
          <h2>{label}</h2>
          {(newest.texts[field] ?? '') === '' ? <p class="muted">{t.without}</p> : <p class="as-typed">{newest.texts[field]}</p>}
        </>
      ))}
    </Card>
  )
}

const History = ({ shown: { lang }, read: { before } }: Told) => {
  const t = reportPageTexts[lang]
  if (before === null || before.versions.length < 2) return null
  const rows = before.versions.map(({ savedAt, byName, why }) => [savedAt.replace('T', ' '), byName, why === '' ? t.firstTime : why])
  return (
    <Details summary={t.history}>
      <Table columns={t.historyColumns.map((title) => ({ title }))} rows={rows} headed stacks />
    </Details>
  )
}

const Main = (props: Props) => {
  const { shown, read, filled, differences } = props
  const t = reportPageTexts[shown.lang]
  const form = <ReportForm shown={shown} read={read} filled={filled} />
  return (
    <>
      <Written {...props} />
      {read.closed !== null && (
        <Alert kind="info" title={t.closed}>
          <p>{talkTexts[shown.lang].reports[read.closed]}</p>
        </Alert>
      )}
      {read.closed === null && read.before === null && form}
      {read.closed === null && read.before !== null && (
        <Details summary={t.correctOpen} open={filled.problems.length > 0 || differences !== null}>
          {form}
        </Details>
      )}
      <History {...props} />
    </>
  )
}

/** GET /uppfoljning/ungdom/:id/rapport/:process/:month. */
export const ReportPage = (props: Props) => {
  const { shown, read, filled, differences } = props
  const { lang, today } = shown
  const t = reportPageTexts[lang]
  const { before, draft, dueOn, areas, instrument, template, closed } = read
  const isLate = before === null && closed === null && dueOn < today
  return (
    <Room
      shown={shown}
      youth={read.youth}
      title={t.title(monthName(read.month, lang))}
      below={t.lead(longDay(dueOn, lang), template.version)}
    >
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={filled.problems} />
      <p class="row">
        {isLate && <Tag tone="danger">{t.late}</Tag>}
        {areas.length > 0 && <span>{t.about(areas.map((area) => areaName(instrument, area, lang)).join(', '))}</span>}
        {draft !== null && <span>{t.draftBy(shortDay(draft.savedAt.slice(0, 10) as typeof today, lang), draft.byName)}</span>}
      </p>
      <Columns main={<Main {...props} />} side={<Ratings shown={shown} read={read} />} />
      <p>
        <BackToTalks shown={shown} href={talksAddress(read.youth.id)} />
      </p>
    </Room>
  )
}
