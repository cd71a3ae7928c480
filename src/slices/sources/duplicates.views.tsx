/** Likely duplicates, and two records side by side with what differs between them. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Cards, EmptyState, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Pagination } from '../../ui/tabs.tsx'
import { reasonText } from '../law/index.ts'
import type { Pair, ShownDuplicates } from './duplicates.actions.ts'
import { comparedFields, differencesOf, likelierToKeep, type ComparedField } from './duplicates.rules.ts'
import { inboxTexts } from './inbox.texts.ts'
import { duplicatesPage, mergesPath, pairLink, youthLink } from './links.ts'
import { NotSaved } from './linking.views.tsx'
import { duplicateCrumbs, Ground } from './parts.views.tsx'
import type { Duplicate, DuplicateRecord } from './sources.types.ts'

const nameOf = ({ givenName, familyName }: DuplicateRecord): string => `${givenName} ${familyName}`.trim()

const RecordCell = ({ record, lang }: { record: DuplicateRecord; lang: Lang }) => (
  <>
    {nameOf(record)}
    <small class="below">{record.number ?? inboxTexts[lang].none}</small>
  </>
)

type ListProps = { readonly frame: Frame; readonly shown: ShownDuplicates; readonly pageSize: number }

const pairRow = ({ because, records: [first, second] }: Duplicate, lang: Lang) => [
  <RecordCell record={first} lang={lang} />,
  <RecordCell record={second} lang={lang} />,
  inboxTexts[lang].because[because],
  <a href={pairLink(first.subjectId, second.subjectId)}>
    {inboxTexts[lang].compare}
    <span class="ds-sr-only">{` ${nameOf(first)}`}</span>
  </a>,
]

/** Likely duplicates. */
export const DuplicatesPage = ({ frame, shown, pageSize }: ListProps) => {
  const { lang } = frame
  const texts = inboxTexts[lang]
  const columns = [texts.first, texts.second, texts.why, texts.compare].map((title) => ({ title }))
  return (
    <Page frame={frame} title={texts.duplicates} crumbs={duplicateCrumbs(lang)}>
      <PageHead heading={texts.duplicates} below={texts.duplicatesBelow}>
        <a href={mergesPath}>{texts.decided}</a>
      </PageHead>
      {shown.total === 0 ? (
        <EmptyState title={texts.noDuplicates}>
          <p>{texts.noDuplicatesText}</p>
        </EmptyState>
      ) : (
        <Card>
          <Table headed stacks columns={columns} rows={shown.pairs.map((pair) => pairRow(pair, lang))} />
          <Pagination page={shown.page} pageSize={pageSize} total={shown.total} href={duplicatesPage} />
        </Card>
      )}
    </Page>
  )
}

const Lines = ({ lines, none }: { lines: readonly string[]; none: string }) =>
  lines.length === 0 ? (
    <span class="muted">{none}</span>
  ) : (
    <ul class="plain">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

function cellOf(field: ComparedField, record: DuplicateRecord, lang: Lang): Child {
  const { none, ongoing } = inboxTexts[lang]
  switch (field) {
    case 'names':
      return <a href={youthLink(record.subjectId)}>{nameOf(record)}</a>
    case 'numbers':
      return <Lines lines={record.numbers} none={none} />
    case 'bornOn':
      return record.bornOn ?? <span class="muted">{none}</span>
    case 'address':
      return record.address === '' ? <span class="muted">{none}</span> : record.address
    case 'enrolments':
      return <Lines lines={record.enrolments} none={none} />
    case 'periods': {
      const lines = record.periods.map(
        ({ fromOn, untilOn, entryReason }) => `${fromOn}–${untilOn ?? ongoing}: ${reasonText(entryReason, lang)}`,
      )
      return <Lines lines={lines} none={none} />
    }
  }
}

/** Two records side by side; what differs is told in words. */
const SideBySide = ({ pair: [first, second], lang }: { readonly pair: Pair; readonly lang: Lang }) => {
  const texts = inboxTexts[lang]
  const differences = differencesOf(first, second)
  const columns = [texts.field, texts.first, texts.second, texts.difference].map((title) => ({ title }))
  const rows = comparedFields.map((field) => [
    texts.fields[field],
    cellOf(field, first, lang),
    cellOf(field, second, lang),
    differences.has(field) ? <Tag tone="warning">{texts.differs}</Tag> : texts.same,
  ])
  return <Table headed stacks columns={columns} rows={rows} />
}

/** What was written in the pair's forms. */
export type TypedPair = { readonly keep: string; readonly ground: string; readonly difference: string }

type PairProps = {
  readonly frame: Frame
  readonly pair: Pair
  readonly typed: TypedPair | null
  readonly problems: readonly FieldProblem[]
  readonly notSaved: 'night-is-running' | null
  readonly once: readonly [string, string]
}

const MergeForm = ({ frame, pair, typed, problems, once }: PairProps) => {
  const texts = inboxTexts[frame.lang]
  const [first, second] = pair
  const options = pair.map((record, index) => ({
    value: record.subjectId,
    label: `${index === 0 ? texts.first : texts.second}: ${nameOf(record)}, ${record.number ?? texts.none}`,
  }))
  return (
    <Card heading={texts.merge}>
      <Form frame={frame} action={`${pairLink(first.subjectId, second.subjectId)}/sla-samman`} once={once[0]}>
        <RadioGroup
          name="keep"
          label={texts.keep}
          hint={texts.keepHint}
          options={options}
          value={typed?.keep ?? likelierToKeep(first, second)}
          required
          problem={problemOf(problems, 'keep')}
        />
        <Ground name="ground" label={texts.ground} hint={texts.groundHint} value={typed?.ground} problems={problems} />
        <Button>{texts.mergeButton}</Button>
      </Form>
    </Card>
  )
}

const NotSameForm = ({ frame, pair: [first, second], typed, problems, once }: PairProps) => {
  const texts = inboxTexts[frame.lang]
  return (
    <Card heading={texts.notSame}>
      <p>{texts.notSameHelp}</p>
      <Form frame={frame} action={`${pairLink(first.subjectId, second.subjectId)}/inte-samma`} once={once[1]}>
        <Ground name="difference" label={texts.ground} hint={texts.groundHint} value={typed?.difference} problems={problems} />
        <Button variant="secondary">{texts.notSameButton}</Button>
      </Form>
    </Card>
  )
}

/** Two records side by side, and what to say of them. */
export const PairPage = (props: PairProps) => {
  const { frame, pair, problems, notSaved } = props
  const texts = inboxTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.pair} crumbs={duplicateCrumbs(frame.lang, texts.pair)}>
      <PageHead heading={texts.pair} />
      <FormErrors problems={problems} />
      <div class="stack">
        {notSaved !== null && <NotSaved frame={frame} reason={notSaved} />}
        <Card>
          <SideBySide pair={pair} lang={frame.lang} />
        </Card>
        <Cards>
          <MergeForm {...props} />
          <NotSameForm {...props} />
        </Cards>
      </div>
    </Page>
  )
}
