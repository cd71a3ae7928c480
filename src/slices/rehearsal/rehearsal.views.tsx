/** The rehearsal: where it starts, the page that waits, and what it came to. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState, Figures } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import { reasonText } from '../law/index.ts'
import type { Outcome, ShownShift } from './rehearsal.actions.ts'
import { rehearsalTexts } from './rehearsal.texts.ts'

type Shell = {
  readonly frame: Frame
  readonly heading: string
  readonly below?: string
  readonly refresh?: number
  readonly children: Child
}

const Shell = ({ frame, heading, below, refresh, children }: Shell) => {
  const t = rehearsalTexts[frame.lang]
  const crumbs = [
    { href: '/installningar', label: t.settings },
    { href: '/installningar/prova', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs} refresh={refresh}>
      <PageHead heading={heading} below={below} />
      {children}
    </Page>
  )
}

type StartProps = { readonly frame: Frame; readonly lastId: string | null }

/** GET /installningar/prova */
export const StartPage = ({ frame, lastId }: StartProps) => {
  const t = rehearsalTexts[frame.lang]
  return (
    <Shell frame={frame} heading={t.title} below={t.intro}>
      <div class="row">
        <LinkButton href="/installningar/regler" variant="primary">
          {t.start}
        </LinkButton>
        {lastId !== null && <a href={`/installningar/prova/${lastId}`}>{t.last}</a>}
      </div>
    </Shell>
  )
}

/** The draft's fields, carried on so that it can be saved or changed further. */
export type Carried = readonly (readonly [name: string, value: string])[]

type KeepProps = { frame: Frame; once: string; fields: Carried; maySave: boolean }

const Keep = ({ frame, once, fields, maySave }: KeepProps) => {
  const t = rehearsalTexts[frame.lang]
  return (
    <Form frame={frame} action="/installningar/regler" once={once}>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="row">
        {maySave && <Button>{t.save}</Button>}
        <Button variant="secondary" formaction="/installningar/regler/fortsatt">
          {t.changeMore}
        </Button>
        <LinkButton href="/installningar" variant="tertiary">
          {t.leave}
        </LinkButton>
      </div>
    </Form>
  )
}

type ProgressProps = { readonly frame: Frame; readonly id: string; readonly done: number; readonly total: number }

/** While it is computed: how far it has come. Refreshes itself without script. */
export const ProgressPage = ({ frame, id, done, total }: ProgressProps) => {
  const t = rehearsalTexts[frame.lang]
  const of = (n: number) => numberText(n, frame.lang)
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total)
  const text = total === 0 ? t.starting : t.progress(of(done), of(total), percent)
  return (
    <Shell frame={frame} heading={t.running} refresh={2}>
      <Card>
        <p role="status">{text}</p>
        <p>
          <progress max={Math.max(total, 1)} value={done} aria-label={t.running}>
            {text}
          </progress>
        </p>
        <p class="muted">{t.againHint}</p>
        <a href={`/installningar/prova/${id}`}>{t.again}</a>
      </Card>
    </Shell>
  )
}

/** It could not be computed: nothing has changed, and the draft is still there. */
export const FailedPage = ({ frame, once, fields }: Omit<KeepProps, 'maySave'>) => {
  const t = rehearsalTexts[frame.lang]
  return (
    <Shell frame={frame} heading={t.failedTitle}>
      <Alert kind="danger">{t.failed}</Alert>
      <Keep frame={frame} once={once} fields={fields} maySave={false} />
    </Shell>
  )
}

const pageSize = 50

function byReason(shifts: readonly ShownShift[], lang: Lang): [string, number][] {
  const counts = new Map<string, number>()
  for (const { reason } of shifts) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([reason, count]) => [reasonText(reason, lang), count])
}

/** Which page of each list is shown, from 1. */
export type Pages = { readonly enters: number; readonly leaves: number }

type ShiftsProps = {
  readonly heading: string
  readonly shifts: readonly ShownShift[]
  readonly page: number
  readonly href: (page: number) => string
  readonly lang: Lang
}

const Shifts = ({ heading, shifts, page, href, lang }: ShiftsProps) => {
  const t = rehearsalTexts[lang]
  return (
    <Card heading={`${heading}: ${numberText(shifts.length, lang)}`}>
      {shifts.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <div class="stack">
          <Table columns={[{ title: t.byReason }, { title: t.count, isNumber: true }]} rows={byReason(shifts, lang)} headed />
          <Table
            columns={[{ title: t.name }, { title: t.born }, { title: t.unit }, { title: t.reason }]}
            rows={shifts
              .slice((page - 1) * pageSize, page * pageSize)
              .map(({ subjectId, name, bornOn, unit, reason }) => [
                <a href={`/ungdomar/${subjectId}`}>{name}</a>,
                bornOn ?? '–',
                unit ?? '–',
                reasonText(reason, lang),
              ])}
            headed
            stacks
          />
          <Pagination page={page} pageSize={pageSize} total={shifts.length} href={href} />
        </div>
      )}
    </Card>
  )
}

type OutcomeProps = KeepProps & {
  readonly on: string
  readonly outcome: Outcome
  readonly id: string
  readonly pages: Pages
  readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[]
}

const Changed = ({ heading, changes }: { heading: string; changes: OutcomeProps['changes'] }) => (
  <Card heading={heading}>
    <ul class="plain">
      {changes.map(({ what, before, after }) => (
        <li>{`${what}: ${before} → ${after}`}</li>
      ))}
    </ul>
  </Card>
)

/** What the rehearsal came to, for those the reader may see. */
export const OutcomePage = ({ frame, on, outcome, changes, id, pages, ...keep }: OutcomeProps) => {
  const { lang } = frame
  const t = rehearsalTexts[lang]
  const { enters, leaves, covered, after } = outcome
  const to = (list: 'in' | 'ut') => (page: number) => `/installningar/prova/${id}?${list}=${page}`
  const figures = [
    { label: t.coveredNow, value: covered.today },
    { label: t.enters, value: enters.length },
    { label: t.leaves, value: leaves.length },
    { label: t.coveredAfter, value: after.today },
  ]
  return (
    <Shell frame={frame} heading={t.done} below={t.asOf(on)}>
      <div class="stack">
        <Card>
          <Figures figures={figures} />
          <p class="muted">{t.halfYear(numberText(covered.halfYear, lang), numberText(after.halfYear, lang))}</p>
          <Keep frame={frame} {...keep} />
        </Card>
        <Changed heading={t.changed} changes={changes} />
        {enters.length + leaves.length === 0 && <EmptyState title={t.same} />}
        {enters.length > 0 && <Shifts heading={t.enters} shifts={enters} page={pages.enters} href={to('in')} lang={lang} />}
        {leaves.length > 0 && <Shifts heading={t.leaves} shifts={leaves} page={pages.leaves} href={to('ut')} lang={lang} />}
      </div>
    </Shell>
  )
}
