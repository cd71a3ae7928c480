/** What has been decided of duplicates: merges with their snapshot and undo, and pairs that are two persons. */
import { Card, Cards, DefinitionList, EmptyState } from '../../ui/card.tsx'
import { Confirm } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import type { ShownMerges } from './duplicates.actions.ts'
import { inboxTexts } from './inbox.texts.ts'
import { mergeLink, mergesPage, mergesPath, youthLink } from './links.ts'
import { duplicateCrumbs } from './parts.views.tsx'
import { snapshotRecords, type SnapshotRecord } from './snapshot.rules.ts'
import type { MergeSnapshot, NotSame } from './sources.types.ts'

type ListProps = { readonly frame: Frame; readonly shown: ShownMerges; readonly pageSize: number; readonly newOnce: () => string }

const NotSames = ({ frame, pairs, newOnce }: { frame: Frame; pairs: readonly NotSame[]; newOnce: () => string }) => {
  const texts = inboxTexts[frame.lang]
  const columns = [texts.name, texts.ground, texts.by, texts.on, texts.undo].map((title) => ({ title }))
  const rows = pairs.map(({ id, names, ground, by, saidOn }) => [
    names.join(' / '),
    ground,
    by,
    saidOn,
    <Confirm
      frame={frame}
      action={`/kallor/dubbletter/olika/${id}/angra`}
      once={newOnce()}
      label={texts.undo}
      question={texts.undoNotSame}
      confirm={texts.undoYes}
    />,
  ])
  return (
    <Card heading={texts.notSames}>
      <Table headed stacks columns={columns} rows={rows} empty={texts.noNotSames} />
    </Card>
  )
}

/** Merges in force, and pairs kept apart. */
export const MergesPage = ({ frame, shown, pageSize, newOnce }: ListProps) => {
  const texts = inboxTexts[frame.lang]
  const columns = [texts.kept, texts.ground, texts.by, texts.on, texts.snapshot].map((title) => ({ title }))
  const rows = shown.merges.map((merge) => [
    <a href={youthLink(merge.keptSubjectId)}>{merge.keptName}</a>,
    merge.ground,
    merge.by,
    merge.mergedOn,
    <a href={mergeLink(merge.id)}>
      {texts.snapshot}
      <span class="ds-sr-only">{` ${merge.keptName}`}</span>
    </a>,
  ])
  return (
    <Page frame={frame} title={texts.decided} crumbs={duplicateCrumbs(frame.lang, texts.decided)}>
      <PageHead heading={texts.decided} />
      <div class="stack">
        <Card heading={texts.merges}>
          <Table headed stacks columns={columns} rows={rows} empty={texts.noMerges} />
          <Pagination page={shown.page} pageSize={pageSize} total={shown.total} href={mergesPage} />
        </Card>
        <NotSames frame={frame} pairs={shown.notSame} newOnce={newOnce} />
      </div>
    </Page>
  )
}

const RecordThen = ({ frame, record, index }: { frame: Frame; record: SnapshotRecord; index: number }) => {
  const texts = inboxTexts[frame.lang]
  const lines = (values: readonly string[]) => (values.length === 0 ? texts.none : values.join('; '))
  const facts = [
    { term: texts.born, value: record.bornOn ?? texts.none },
    { term: texts.registrations, value: lines(record.registrations) },
    { term: texts.fields.enrolments, value: lines(record.enrolments) },
    { term: texts.credentials, value: lines(record.credentials) },
    { term: texts.decisions, value: lines(record.decisions) },
  ]
  return (
    <Card heading={texts.recordThen(index + 1)}>
      <DefinitionList facts={facts} />
    </Card>
  )
}

type MergeProps = { readonly frame: Frame; readonly merge: MergeSnapshot; readonly once: string }

const MergeFacts = ({ frame, merge, once }: MergeProps) => {
  const texts = inboxTexts[frame.lang]
  const facts = [
    { term: texts.kept, value: <a href={youthLink(merge.keptSubjectId)}>{merge.keptName}</a> },
    { term: texts.ground, value: merge.ground },
    { term: texts.by, value: merge.by },
    { term: texts.on, value: merge.mergedOn },
  ]
  const { undoMerge, undoMergeText, undoYes } = texts
  return (
    <Card>
      <DefinitionList facts={facts} />
      <Confirm
        frame={frame}
        action={`${mergeLink(merge.id)}/angra`}
        once={once}
        label={undoMerge}
        question={undoMergeText}
        confirm={undoYes}
      />
    </Card>
  )
}

/** One merge: who said so and why, the records as they were, and the undo. */
export const MergePage = ({ frame, merge, once }: MergeProps) => {
  const texts = inboxTexts[frame.lang]
  const records = snapshotRecords(merge.snapshot)
  const crumbs = duplicateCrumbs(frame.lang, texts.mergeTitle, [{ href: mergesPath, label: texts.decided }])
  return (
    <Page frame={frame} title={texts.mergeTitle} crumbs={crumbs}>
      <PageHead heading={texts.mergeTitle} />
      <div class="stack">
        <MergeFacts frame={frame} merge={merge} once={once} />
        {records.length === 0 ? (
          <EmptyState title={texts.none} />
        ) : (
          <Cards>
            {records.map((record, index) => (
              <RecordThen frame={frame} record={record} index={index} />
            ))}
          </Cards>
        )}
      </div>
    </Page>
  )
}
