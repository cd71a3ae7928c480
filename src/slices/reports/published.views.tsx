/** What has been published, one of them as it was then, and the page that waits while something is counted. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/card.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import { indicatorNamed, indicatorTitles, publishedTable } from '../figures/index.ts'
import { publishedTexts } from './published.texts.ts'
import { FileLinks, ReportBody } from './report-body.views.tsx'
import { publicationsOnAPage, yearOfStretch } from './report.rules.ts'
import { reportsTexts } from './reports.texts.ts'
import type { Publication, PublicationHead } from './reports.types.ts'
import type { Run } from './runs.ts'
import { sectionOf, type Section } from './section.ts'

/** What a publication is called. */
export function publicationTitle({ kind, figure, fromOn, untilOn }: PublicationHead, lang: Lang): string {
  if (kind !== 'figure') return reportsTexts[lang].named(kind, yearOfStretch({ fromOn, untilOn }))
  const name = indicatorNamed(figure)
  return name === null ? figure : indicatorTitles[lang][name].title
}

const lastDay = ({ untilOn }: Pick<PublicationHead, 'untilOn'>) => dateOf(plusDays(dayOf(untilOn), -1))
export const daysText = ({ fromOn, untilOn }: PublicationHead, lang: Lang): string => {
  const last = lastDay({ untilOn })
  return fromOn === last ? longDay(fromOn, lang) : reportsTexts[lang].period(longDay(fromOn, lang), longDay(last, lang))
}

/** The figures of a publication as they were, what was too small then hidden still. */
export const publicationSections = ({ figures, names, smallBelow }: Publication, lang: Lang): Section[] =>
  figures.map((figure) =>
    sectionOf({ name: figure.name, question: figure.question, table: publishedTable(figure, smallBelow) }, names, lang),
  )

type ShellProps = {
  readonly frame: Frame
  readonly title: string
  readonly refresh?: number | undefined
  readonly isList?: boolean
  readonly children: Child
}

const Shell = ({ frame, title, refresh, isList = false, children }: ShellProps) => {
  const t = reportsTexts[frame.lang]
  const crumbs = [
    { href: '/siffror', label: t.figures },
    { href: '/rapporter', label: t.title },
    { href: '/rapporter/publicerat', label: t.links.published },
    ...(isList ? [] : [{ href: '', label: title }]),
  ]
  return (
    <Page frame={frame} title={title} crumbs={crumbs} refresh={refresh}>
      {children}
    </Page>
  )
}

type ListProps = { readonly frame: Frame; readonly found: readonly PublicationHead[]; readonly total: number; readonly page: number }

/** GET /rapporter/publicerat */
export const PublicationsPage = ({ frame, found, total, page }: ListProps) => {
  const { lang } = frame
  const t = publishedTexts[lang]
  const { what, period, at, by, note } = t.columns
  const rows = found.map((one) => [
    <a href={`/rapporter/publicerat/${one.id}`}>{publicationTitle(one, lang)}</a>,
    `${shortDay(one.fromOn, lang)} – ${shortDay(lastDay(one), lang)}`,
    one.at,
    one.by,
    one.note,
  ])
  return (
    <Shell frame={frame} title={t.title} isList>
      <PageHead heading={t.title} below={t.below} />
      {total === 0 ? (
        <EmptyState title={t.empty}>
          <p>{t.emptyHelp}</p>
          <LinkButton href="/rapporter">{reportsTexts[lang].title}</LinkButton>
        </EmptyState>
      ) : (
        <Table columns={[what, period, at, by, note].map((title) => ({ title }))} rows={rows} headed stacks />
      )}
      <Pagination page={page} pageSize={publicationsOnAPage} total={total} href={(nth) => `/rapporter/publicerat?sida=${nth}`} />
    </Shell>
  )
}

type BodyProps = { readonly frame: Frame; readonly publication: Publication; readonly mayRaise: boolean }

/** The figures as they were, and how they were counted; also a part of somebody else's page. A figure by itself is no report to raise from. */
export const PublicationBody = ({ frame, publication, mayRaise }: BodyProps) => {
  const { id, kind, smallBelow } = publication
  const raiseHref =
    mayRaise && kind !== 'figure' ? ({ name }: Section['asked']) => `/styrning/fragor/ur-tal?rapport=${id}&tal=${name}` : null
  return <ReportBody frame={frame} smallBelow={smallBelow} sections={publicationSections(publication, frame.lang)} raiseHref={raiseHref} />
}

type PublicationProps = BodyProps & { readonly once: string; readonly problem: string | null }

/** GET /rapporter/publicerat/:id */
export const PublicationPage = ({ frame, publication, mayRaise, once, problem }: PublicationProps) => {
  const { lang } = frame
  const [t, r] = [publishedTexts[lang], reportsTexts[lang]]
  const { id, at, by, note } = publication
  const title = publicationTitle(publication, lang)
  return (
    <Shell frame={frame} title={title}>
      <PageHead heading={title} below={`${daysText(publication, lang)}. ${r.publishedAt(at, by)}`}>
        <Form frame={frame} action={`/rapporter/publicerat/${id}/igen`} once={once} inline>
          <Button>{t.again}</Button>
        </Form>
      </PageHead>
      {problem !== null && (
        <Alert kind="warning" live>
          {problem}
        </Alert>
      )}
      {note !== '' && <p>{note}</p>}
      <p class="muted">{t.againHint}</p>
      <div class="row low report-acts">
        <FileLinks frame={frame} address={(form) => `/rapporter/publicerat/${id}/${form}`} />
      </div>
      <PublicationBody frame={frame} publication={publication} mayRaise={mayRaise} />
    </Shell>
  )
}

type WaitingProps = { readonly frame: Frame; readonly run: Pick<Run, 'id' | 'what' | 'done' | 'total'> }

/** GET /rapporter/arbete/:id while it runs. */
export const WaitingPage = ({ frame, run: { id, what, done, total } }: WaitingProps) => {
  const t = publishedTexts[frame.lang]
  return (
    <Shell frame={frame} title={t.waiting[what]} refresh={2}>
      <PageHead heading={t.waiting[what]} below={t.waitingBelow} />
      <progress max={Math.max(total, 1)} value={done} aria-label={t.waiting[what]} />
      <p role="status">{t.step(done, total)}</p>
      <p>
        <a href={`/rapporter/arbete/${id}`}>{t.look}</a>
      </p>
    </Shell>
  )
}

/** GET /rapporter/arbete/:id when it was refused or failed. */
export const NotDonePage = ({ frame, text, back }: { readonly frame: Frame; readonly text: string; readonly back: string }) => {
  const t = publishedTexts[frame.lang]
  return (
    <Shell frame={frame} title={t.failedTitle}>
      <PageHead heading={t.failedTitle} />
      <Alert kind="warning" live>
        {text}
      </Alert>
      <LinkButton href={back}>{t.back}</LinkButton>
    </Shell>
  )
}
