/** GET /sysselsattning: what lapses, what has lapsed and of whom it is watched; ticked and confirmed many at a time, with an answer for each. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { Select } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { SelectedCount, Table } from '../../ui/table.tsx'
import { Chips, Pagination, Tabs } from '../../ui/tabs.tsx'
import { upper } from './contact-words.texts.ts'
import { expiryPath } from './expiry.forms.ts'
import { rowOf, type RowFrame } from './expiry-row.views.tsx'
import { expiryTexts } from './expiry.texts.ts'
import { expiriesPerPage, expiryGroups, type ExpiryDesk, type ExpiryResult } from './expiry.types.ts'
import { occupationPath } from './contact-address.ts'
import { occupationTexts } from './occupation.texts.ts'
import { occupationSources } from './occupation.types.ts'

/** What was sent and could not be used. */
export type ExpiryDraft = { readonly ticked: readonly string[]; readonly source: string; readonly problems: readonly FieldProblem[] }

type Props = {
  readonly frame: Frame
  readonly told: RowFrame
  readonly desk: ExpiryDesk
  readonly draft: ExpiryDraft | null
  readonly hasNoUnit: boolean
  readonly newOnce: () => string
}

const formId = 'bekrafta'

const Views = ({ frame, desk: { view, counts } }: Props) => {
  const t = expiryTexts[frame.lang]
  const tabs = expiryGroups.map((group) => ({
    href: expiryPath({ ...view, group, page: 1 }),
    label: t.groups[group],
    count: counts[group],
    current: group === view.group,
  }))
  const mine = { href: expiryPath({ ...view, mine: !view.mine, page: 1 }), label: t.mine, count: null, current: view.mine }
  return (
    <>
      <Tabs label={t.groupsLabel} links={tabs} />
      <Chips label={t.whose} links={[mine]} />
    </>
  )
}

const ConfirmForm = ({ frame, desk: { view }, draft, newOnce }: Props) => {
  const t = expiryTexts[frame.lang]
  const words = occupationTexts[frame.lang].sources
  return (
    <Form frame={frame} action="/sysselsattning" once={newOnce()} id={formId} label={t.formLabel} inline>
      <input type="hidden" name="group" value={view.group} />
      <input type="hidden" name="mine" value={view.mine ? 'ja' : ''} />
      <input type="hidden" name="page" value={view.page} />
      <Select
        name="source"
        label={t.source}
        hint={t.sourceHint}
        options={occupationSources.map((source) => ({ value: source, label: upper(words[source]) }))}
        value={draft?.source ?? ''}
        blank
        problem={problemOf(draft?.problems ?? [], 'source')}
      />
      <Button>{t.confirm}</Button>
      <SelectedCount />
    </Form>
  )
}

const List = (props: Props) => {
  const { frame, told, desk, draft, hasNoUnit } = props
  const t = expiryTexts[frame.lang]
  if (desk.rows.length === 0) return <EmptyState title={hasNoUnit ? t.noUnit : t.empty[desk.view.group]} />
  const { youth, said, lapses, heard, acts } = t.columns
  return (
    <>
      <Table
        columns={[youth, said, lapses, heard, acts].map((title) => ({ title }))}
        rows={desk.rows.map((row) => rowOf(row, told, draft?.ticked ?? null))}
        selection={{ name: 'row', form: formId }}
        headed
        stacks
        isWorklist
      />
      <div class="with-marked">
        <ConfirmForm {...props} />
      </div>
    </>
  )
}

/** The desk. */
export const ExpiriesPage = (props: Props) => {
  const { frame, desk, draft } = props
  const t = expiryTexts[frame.lang]
  const crumbs = [
    { href: '/planer', label: t.crumb },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs} wide>
      <FormErrors problems={draft?.problems ?? []} />
      <PageHead heading={t.title} below={t.intro} />
      <div class="stack">
        <Views {...props} />
        <Card>
          <List {...props} />
        </Card>
      </div>
      <Pagination
        page={desk.view.page}
        pageSize={expiriesPerPage}
        total={desk.counts[desk.view.group]}
        href={(page) => expiryPath({ ...desk.view, page })}
      />
    </Page>
  )
}

type ResultProps = { readonly frame: Frame; readonly results: readonly ExpiryResult[]; readonly back: string }

const isDone = ({ outcome }: ExpiryResult): boolean => outcome === 'confirmed' || outcome === 'confirmedByAnswer'

/** How it went: one row a youth. */
export const ConfirmedPage = ({ frame, results, back }: ResultProps) => {
  const t = expiryTexts[frame.lang]
  const done = results.filter(isDone).length
  const rows = results.map((result) => [
    result.name === null ? '–' : <a href={occupationPath(result.subjectId)}>{result.name}</a>,
    isDone(result) ? t.outcomes[result.outcome] : <strong>{t.outcomes[result.outcome]}</strong>,
  ])
  return (
    <Page frame={frame} title={t.resultTitle}>
      <PageHead heading={t.resultTitle} />
      <Alert kind={done === results.length ? 'success' : 'warning'} live>
        {t.summary(done, results.length)}
      </Alert>
      <Card>
        <Table columns={[{ title: t.youth }, { title: t.result }]} rows={rows} headed stacks />
      </Card>
      <p class="spaced">
        <LinkButton href={back} variant="primary">
          {t.back}
        </LinkButton>
      </p>
    </Page>
  )
}
