/** Reports on a page: which there are, and one of them with its pictures and tables. */
import type { Child } from 'hono/jsx'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Permission } from '../../kernel/permission.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Cards, Details } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Field, TextArea } from '../../ui/field.tsx'
import { Confirm } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { FigureWays, raiseAddress } from '../figures/index.ts'
import { FileLinks, ReportBody } from './report-body.views.tsx'
import { publishedTexts } from './published.texts.ts'
import {
  isOngoing,
  lastDayOf,
  reportKinds,
  reportSlugs,
  latestReports,
  stretchOf,
  type ReportKind,
  type ReportOf,
  type ReportProblem,
} from './report.rules.ts'
import type { MadeReport } from './reports.actions.ts'
import { reportsTexts } from './reports.texts.ts'
import { sectionOf } from './section.ts'

export const reportAddress = ({ kind, year }: ReportOf): string => `/rapporter/${reportSlugs[kind]}?ar=${year}`
const fileAddress = ({ kind, year }: ReportOf, form: string): string => `/rapporter/${reportSlugs[kind]}/${form}?ar=${year}`

const howMany: Readonly<Record<ReportKind, number>> = { tertial1: 3, tertial2: 3, annual: 3, schoolYear: 3 }

const YearForm = ({ kind, frame, year }: { kind: ReportKind; frame: Frame; year?: number }) => {
  const t = reportsTexts[frame.lang]
  return (
    <form class="row low" method="get" action={`/rapporter/${reportSlugs[kind]}`}>
      <Field
        name="ar"
        id={`ar-${kind}`}
        label={t.year}
        inputmode="numeric"
        size={6}
        maxlength={4}
        value={year}
        hint={kind === 'schoolYear' ? t.yearHint : undefined}
      />
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

const KindCard = ({ kind, frame, today }: { kind: ReportKind; frame: Frame; today: PlainDate }) => {
  const t = reportsTexts[frame.lang]
  return (
    <Card heading={t.kinds[kind]}>
      <p class="muted">{t.kindsBelow[kind]}</p>
      <ul class="plain">
        {latestReports(kind, today, howMany[kind]).map((report) => (
          <li>
            <a href={reportAddress(report)}>{t.named(kind, report.year)}</a>
            {isOngoing(stretchOf(report), today) && ` ${t.isOngoing}`}
          </li>
        ))}
      </ul>
      <Details summary={t.otherYear}>
        <YearForm kind={kind} frame={frame} />
      </Details>
    </Card>
  )
}

const crumbsOf = (lang: Frame['lang']) => [
  { href: '/siffror', label: reportsTexts[lang].figures },
  { href: '/rapporter', label: reportsTexts[lang].title },
]

type ReportsProps = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly isUnknown: boolean
  readonly may: (permission: Permission) => boolean
}

/** GET /rapporter */
export const ReportsPage = ({ frame, today, isUnknown, may }: ReportsProps) => {
  const t = reportsTexts[frame.lang]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(frame.lang)}>
      <PageHead heading={t.title} below={t.below}>
        <LinkButton href="/rapporter/publicerat">{t.links.published}</LinkButton>
        <LinkButton href="/rapporter/jamfor">{t.links.compare}</LinkButton>
        {may('figures.publish') && <LinkButton href="/rapporter/siffra">{t.links.figure}</LinkButton>}
      </PageHead>
      <FigureWays current="reports" may={may} />
      {isUnknown && (
        <Alert kind="warning" title={t.unknownTitle} live>
          {t.unknown}
        </Alert>
      )}
      <Cards>
        {reportKinds.map((kind) => (
          <KindCard kind={kind} frame={frame} today={today} />
        ))}
      </Cards>
    </Page>
  )
}

export type NoteDraft = { readonly note: string; readonly problem: string }

const Publish = ({ frame, once, report, draft }: { frame: Frame; once: string; report: ReportOf; draft: NoteDraft | null }) => {
  const t = publishedTexts[frame.lang]
  return (
    <Confirm
      frame={frame}
      action="/rapporter/publicera"
      once={once}
      label={t.publish}
      question={t.publishQuestion}
      confirm={t.publishConfirm}
      open={draft !== null}
    >
      <input type="hidden" name="kind" value={report.kind} />
      <input type="hidden" name="year" value={report.year} />
      <TextArea
        name="note"
        label={t.note}
        hint={t.noteHint}
        rows={2}
        maxlength={500}
        required={false}
        value={draft?.note}
        problem={draft?.problem}
      />
    </Confirm>
  )
}

/** Whom the reader does not count. */
type LeftOut = { readonly isOwnUnit: boolean; readonly isWithoutProtected: boolean }

type ReportProps = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly made: MadeReport
  readonly problem: ReportProblem | null
  readonly leftOut: LeftOut
  /** What the reader counts by name; null: the whole municipality. */
  readonly units: string | null
  readonly mayRaise: boolean
  /** Null: the reader may not publish. */
  readonly publishing: { readonly once: string; readonly draft: NoteDraft | null } | null
}

const Notices = ({ frame: { lang }, today, made: { report, figures }, problem, leftOut }: ReportProps): Child => {
  const t = reportsTexts[lang]
  const stretch = stretchOf(report)
  const isEmpty = figures.every(({ table }) => table.values.every((row) => row.every((value) => value === null || value === 0)))
  return (
    <>
      {problem !== null && (
        <Alert kind="warning" live>
          {t.problems[problem]}
        </Alert>
      )}
      {isOngoing(stretch, today) && <Alert kind="info">{t.ongoing(longDay(lastDayOf(stretch, today), lang))}</Alert>}
      {isEmpty && <Alert kind="info">{t.nobody}</Alert>}
      {leftOut.isOwnUnit && <p class="muted">{t.scope}</p>}
      {leftOut.isWithoutProtected && <p class="muted">{t.protectedLeftOut}</p>}
    </>
  )
}

/** GET /rapporter/:kind */
export const ReportPage = (props: ReportProps) => {
  const { frame, today, made, units, publishing, mayRaise } = props
  const { report, figures, names, smallBelow } = made
  const { lang } = frame
  const t = reportsTexts[lang]
  const stretch = stretchOf(report)
  const heading = t.named(report.kind, report.year)
  const below = `${t.period(longDay(stretch.fromOn, lang), longDay(lastDayOf(stretch, today), lang))}. ${t.madeOn(longDay(today, lang))}`
  return (
    <Page frame={frame} title={t.kinds[report.kind]} crumbs={[...crumbsOf(lang), { href: '', label: heading }]}>
      <PageHead heading={heading} below={below}>
        <YearForm kind={report.kind} frame={frame} year={report.year} />
      </PageHead>
      <Notices {...props} />
      <div class="row low report-acts">
        <FileLinks frame={frame} address={(form) => fileAddress(report, form)} />
        {publishing !== null && <Publish frame={frame} report={report} {...publishing} />}
      </div>
      <ReportBody
        frame={frame}
        smallBelow={smallBelow}
        sections={figures.map((figure) => sectionOf(figure, names, lang, units))}
        raiseHref={mayRaise ? ({ name, question }) => raiseAddress(name, question) : null}
      />
    </Page>
  )
}
