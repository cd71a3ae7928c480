/** What is read before a month is judged: the report, and the ratings day by day with what is missing. */
import type { Lang } from '../../../kernel/lang.ts'
import { Details } from '../../../ui/card.tsx'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { shortDay } from '../../../ui/day.texts.ts'
import { Table } from '../../../ui/table.tsx'
import { pointsIn } from '../instrument/points.texts.ts'
import { meanOf } from '../ratings/ratings.rules.ts'
import { reportDueOn } from '../talks/report-due.rules.ts'
import type { TemplateSection, WrittenReport } from '../talks/talks.types.ts'
import { judgementPageTexts } from './pages.texts.ts'
import type { ReadMonth } from './month.actions.ts'
import type { AreaMonth } from './month.rules.ts'

type Props = { readonly lang: Lang; readonly today: PlainDate; readonly read: ReadMonth; readonly of: AreaMonth }

/** The report's texts that are about the area: what is said of all areas, and what is said of this. */
const saidOf = (report: WrittenReport, sections: readonly TemplateSection[], area: string) =>
  sections.map((section) => ({
    section,
    text: report.versions[0]?.texts[section.perArea ? `${section.key}.${area}` : section.key] ?? '',
  }))

const Written = ({ lang, read, of, report }: Props & { readonly report: WrittenReport }) => {
  const t = judgementPageTexts[lang]
  const sections = read.templates.find(({ version }) => version === report.templateVersion)?.sections ?? []
  const newest = report.versions[0]
  const isLate = report.versions.at(-1) !== undefined && (report.versions.at(-1)?.madeOn ?? '') > report.dueOn
  return (
    <>
      <p class="muted">
        {t.reportBy(shortDay(report.madeOn, lang), newest?.byName ?? '')}
        {isLate && <strong>{` (${t.late(shortDay(report.dueOn, lang))})`}</strong>}
      </p>
      {newest !== undefined && newest.noTalkWhy !== '' && <p>{t.noTalk(newest.noTalkWhy)}</p>}
      {saidOf(report, sections, of.signal.area).map(({ section, text }) => (
        <>
          <h4>{section[lang]}</h4>
          {text === '' ? <p class="muted">{t.withoutText}</p> : <p class="as-typed">{text}</p>}
        </>
      ))}
    </>
  )
}

/** The report of the month by the process that has the area. */
export const Report = (props: Props) => {
  const { lang, today, read, of } = props
  const t = judgementPageTexts[lang]
  const dueOn = reportDueOn(read.month, read.routine)
  const report = read.reports.find(({ recipient }) => recipient === of.signal.recipient)
  return (
    <section>
      <h3>{t.report}</h3>
      {report === undefined ? <p>{t.noReport(shortDay(dueOn, lang), dueOn < today)}</p> : <Written {...props} report={report} />}
    </section>
  )
}

/** The ratings of the month: their mean, what is missing, and every day. */
export const Ratings = ({ lang, of: { days, signal } }: Pick<Props, 'lang' | 'of'>) => {
  const t = judgementPageTexts[lang]
  if (signal.recipient !== 'housing') return null
  const mean = meanOf(days)
  const missing = days.filter(({ points }) => points === null).length
  const rows = days.map(({ on, points }) => [on, points === null ? <span class="unknown">{t.missing}</span> : pointsIn(points, lang)])
  return (
    <section>
      <h3>{t.ratings}</h3>
      <p>
        {mean.points !== null && `${t.mean(pointsIn(mean.points, lang), mean.days)} `}
        {days.length > 0 && t.gaps(missing, days.length)}
      </p>
      <Details summary={t.ratings}>
        <Table columns={[{ title: t.dayColumns[0] }, { title: t.dayColumns[1], isNumber: true }]} rows={rows} headed />
      </Details>
    </section>
  )
}
