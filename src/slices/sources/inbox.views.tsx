/** The exception inbox: what waits, what to do about it, and what became of those marked as seen. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { SelectedCount, Table } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import { exceptionTexts } from '../feeds/index.ts'
import type { ShownInbox } from './inbox.actions.ts'
import { inboxTexts } from './inbox.texts.ts'
import { decisionLink, inboxLink, inboxPath, linkedPath, linkingLink, youthLink } from './links.ts'
import { inboxCrumbs, sourcesCrumbs } from './parts.views.tsx'
import type { Closing, ExceptionCount, OpenException } from './sources.types.ts'

/** What the reader may do in the inbox. */
export type InboxRights = { readonly answer: boolean; readonly decide: boolean; readonly youth: boolean }

const decided = new Set(['level-unknown', 'unknown-education'])

const summed = (counts: readonly ExceptionCount[], key: 'kind' | 'source'): [string, number][] => {
  const sums = new Map<string, number>()
  for (const count of counts) sums.set(count[key], (sums.get(count[key]) ?? 0) + count.n)
  return [...sums].toSorted(([, a], [, b]) => b - a)
}

/** The filter is a form that asks, so it needs no script; each choice tells how many it holds. */
const InboxFilter = ({ shown: { counts, filter }, lang }: { shown: ShownInbox; lang: Lang }) => {
  const texts = inboxTexts[lang]
  const kinds = summed(counts, 'kind').map(([value, n]) => ({ value, label: `${exceptionTexts(lang, value).title} (${n})` }))
  const sources = summed(counts, 'source').map(([value, n]) => ({ value, label: `${value} (${n})` }))
  return (
    <form method="get" action={inboxPath} class="row">
      <Select name="slag" label={texts.kind} options={kinds} value={filter.kind} blank={texts.allKinds} />
      <Select name="kalla" label={texts.source} options={sources} value={filter.source} blank={texts.allSources} />
      <Button variant="secondary">{texts.show}</Button>
    </form>
  )
}

type RowProps = { readonly one: OpenException; readonly rights: InboxRights; readonly lang: Lang }

/** Ways on from an exception, for those who may go there. */
const Ways = ({ one, rights, lang }: RowProps) => {
  const texts = inboxTexts[lang]
  return (
    <>
      {one.subjectId !== null && rights.decide && decided.has(one.kind) && (
        <div>
          <a href={decisionLink(one.subjectId)}>{texts.decide}</a>
        </div>
      )}
      {one.hasPupil && rights.answer && (
        <div>
          <a href={linkingLink(one.id)}>{texts.link}</a>
        </div>
      )}
    </>
  )
}

const Who = ({ one, rights, lang }: RowProps) =>
  one.subjectId === null ? (
    <span class="muted">{inboxTexts[lang].unknownYouth}</span>
  ) : rights.youth ? (
    <a href={youthLink(one.subjectId)}>
      <span class="keep">{one.name?.trim() === '' ? '–' : one.name}</span>
    </a>
  ) : (
    <>{one.name}</>
  )

/** The exception's own words are the program's and in Swedish, on the English page too. */
const rowOf = (one: OpenException, rights: InboxRights, lang: Lang) => {
  const { title, toDo } = exceptionTexts(lang, one.kind)
  const cells = [
    <>
      <strong>{title}</strong>
      <span lang="sv" class="below">
        {one.reason}
      </span>
    </>,
    <>
      {toDo}
      <Ways one={one} rights={rights} lang={lang} />
    </>,
    <Who one={one} rights={rights} lang={lang} />,
    <>
      {one.source}
      <small class="below">{`${one.rowReference}, ${one.field}`}</small>
    </>,
    <span class="nowrap">{one.firstOn}</span>,
  ]
  if (!rights.answer) return cells
  const button = (
    <Button variant="tertiary" name="only" value={String(one.id)}>
      {inboxTexts[lang].seen}
    </Button>
  )
  return { cells: [...cells, button], value: String(one.id), label: inboxTexts[lang].rowName(`${one.source} ${one.rowReference}`) }
}

type InboxProps = {
  readonly frame: Frame
  readonly shown: ShownInbox
  readonly rights: InboxRights
  readonly pageSize: number
  readonly once: string
  /** Nothing was ticked. */
  readonly noneChosen: boolean
}

const Rows = ({ frame, shown, rights, once }: InboxProps) => {
  const { lang } = frame
  const texts = inboxTexts[lang]
  const columns = [texts.what, texts.toDo, texts.youth, texts.row, texts.since].map((title) => ({ title }))
  const rows = shown.exceptions.map((one) => rowOf(one, rights, lang))
  if (!rights.answer) return <Table stacks columns={columns} rows={rows} empty={texts.nothingFits} />
  return (
    <Form frame={frame} action={`${inboxPath}/sedda`} once={once}>
      <input type="hidden" name="slag" value={shown.filter.kind ?? ''} />
      <input type="hidden" name="kalla" value={shown.filter.source ?? ''} />
      <input type="hidden" name="sida" value={String(shown.page)} />
      <Table stacks selection={{ name: 'id' }} columns={[...columns, { title: texts.seen }]} rows={rows} empty={texts.nothingFits} />
      <div class="row">
        <Button variant="secondary">{texts.markSeen}</Button>
        <SelectedCount />
      </div>
      <p class="muted">{texts.seenHint}</p>
    </Form>
  )
}

/** The exception inbox. */
export const InboxPage = (props: InboxProps) => {
  const { frame, shown, pageSize, noneChosen } = props
  const texts = inboxTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.inbox} wide crumbs={sourcesCrumbs(frame.lang, texts.inbox)}>
      <PageHead heading={texts.inbox} below={texts.inboxBelow}>
        <a href={linkedPath}>{texts.links}</a>
      </PageHead>
      {noneChosen && (
        <Alert kind="danger" live>
          <p>{texts.noneChosen}</p>
        </Alert>
      )}
      {shown.counts.length === 0 ? (
        <EmptyState title={texts.empty}>
          <p>{texts.emptyToDo}</p>
        </EmptyState>
      ) : (
        <div class="stack">
          <InboxFilter shown={shown} lang={frame.lang} />
          <Card>
            <Rows {...props} />
            <Pagination page={shown.page} pageSize={pageSize} total={shown.total} href={(page) => inboxLink(shown.filter, page)} />
          </Card>
        </div>
      )}
    </Page>
  )
}

type ClosedProps = { readonly frame: Frame; readonly closings: readonly Closing[]; readonly back: string }

/** What became of each of those marked as seen. */
export const ClosedPage = ({ frame, closings, back }: ClosedProps) => {
  const texts = inboxTexts[frame.lang]
  const closed = closings.filter(({ outcome }) => outcome === 'closed').length
  return (
    <Page frame={frame} title={texts.results} crumbs={inboxCrumbs(frame.lang, texts.results)}>
      <PageHead heading={texts.results} below={texts.resultCount(closed, closings.length)} />
      <Card>
        <Table
          headed
          stacks
          columns={[{ title: texts.row }, { title: texts.results }]}
          rows={closings.map(({ id, row, outcome }) => [row ?? texts.exception(id), texts.outcome[outcome]])}
        />
        <p>
          <a href={back}>{texts.toInbox}</a>
        </p>
      </Card>
    </Page>
  )
}
