/** What a change of convention would do to what is written, how far it has come, and what came of it. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState, Tag } from '../../ui/card.tsx'
import { Confirm } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { codingTexts } from './coding.texts.ts'
import type { Convention } from './coding.types.ts'
import type { PresentCoding } from './convention.actions.ts'
import { conventionTexts } from './convention.texts.ts'
import { conventionLabel, conventionsPath, crumbsTo } from './convention.views.tsx'
import { codingPath } from './event-form.views.tsx'
import { lineText, upper } from './line.texts.ts'
import type { ShownStep } from './replay.actions.ts'
import type { ReplayRun } from './replay-run.actions.ts'
import { countsOf, leaves, lineAfter, writes } from './replay.rules.ts'
import type { ReplayStep } from './replay.types.ts'
import { wordTexts } from './words.texts.ts'

const shownAtMost = 200

type PreviewProps = {
  readonly frame: Frame
  readonly mayPlan: boolean
  /** Whether the reader may open what was coded of a youth. */
  readonly mayCode: boolean
  readonly convention: Convention
  readonly present: PresentCoding
  readonly steps: readonly ShownStep[]
  readonly once: string
}

/** The youth with a link to what the reader may open, that the identity is protected, and what happened. */
const youthCell = ({ row, event }: ShownStep, { frame: { lang }, mayCode }: PreviewProps) => (
  <TwoLines below={event === null ? '' : upper(wordTexts[lang].events[event])}>
    <a href={mayCode ? codingPath(row.subjectId) : `/ungdomar/${row.subjectId}`}>
      {`${row.givenName} ${row.familyName}`.trim() || codingTexts[lang].youth}
    </a>
    {row.isProtected && [' ', <Tag tone="warning">{conventionTexts[lang].protectedTag}</Tag>]}
  </TwoLines>
)

const Counts = ({ frame: { lang }, steps, present: { items } }: PreviewProps) => {
  const { columns, perKind } = conventionTexts[lang]
  const rows = countsOf(steps, (line) => upper(lineText(line, items, lang))).map(({ before, after, n }) => [before, after, n])
  const titles = [{ title: columns.before }, { title: columns.after }, { title: columns.n, isNumber: true }]
  return (
    <Card heading={perKind}>
      <Table columns={titles} rows={rows} stacks />
    </Card>
  )
}

const Youths = (props: PreviewProps) => {
  const { frame, steps, present } = props
  const [{ lang }, { items }] = [frame, present]
  const { columns, perYouth, more } = conventionTexts[lang]
  const changed = steps.filter(writes)
  const rows = changed
    .slice(0, shownAtMost)
    .map((step) => [
      youthCell(step, props),
      upper(lineText(step.coding.written, items, lang)),
      upper(lineText(lineAfter(step), items, lang)),
    ])
  return (
    <Card heading={perYouth}>
      <Table columns={[columns.youth, columns.before, columns.after].map((title) => ({ title }))} rows={rows} headed stacks />
      {changed.length > shownAtMost && <p class="muted">{more(changed.length - shownAtMost)}</p>}
    </Card>
  )
}

const whyLeft = ({ occupation, measure }: ReplayStep, lang: Lang): string => {
  const { left } = conventionTexts[lang]
  const whys = [occupation, measure].flatMap((part) => (part.does === 'leave' ? [left[part.why]] : []))
  return [...new Set(whys)].join(' ')
}

const LeftAsIs = (props: PreviewProps) => {
  const { frame, steps, present } = props
  const [{ lang }, { items }] = [frame, present]
  const t = conventionTexts[lang]
  const left = steps.filter(leaves)
  if (left.length === 0) return null
  const rows = left
    .slice(0, shownAtMost)
    .map((step) => [youthCell(step, props), upper(lineText(step.coding.written, items, lang)), whyLeft(step, lang)])
  return (
    <Card heading={t.leftHeading}>
      <Table columns={[t.columns.youth, t.columns.before, codingTexts[lang].why].map((title) => ({ title }))} rows={rows} headed stacks />
      {left.length > shownAtMost && <p class="muted">{t.more(left.length - shownAtMost)}</p>}
    </Card>
  )
}

const Apply = ({ frame, convention, present, once }: PreviewProps) => {
  const t = conventionTexts[frame.lang]
  const label = convention.key === present.chosen.key ? t.replayOnly : t.replay
  return (
    <Confirm
      frame={frame}
      action={`${conventionsPath}/rakna-om`}
      once={once}
      label={`${label} …`}
      question={t.replayQuestion}
      confirm={label}
    >
      <input type="hidden" name="convention" value={convention.key} />
      <input type="hidden" name="version" value={String(present.version)} />
    </Confirm>
  )
}

/** What would change, before anything does. */
export const ReplayPreviewPage = (props: PreviewProps) => {
  const { frame, mayPlan, convention, steps } = props
  const { lang } = frame
  const t = conventionTexts[lang]
  const changed = steps.filter(writes)
  const youths = new Set(changed.map(({ row }) => row.personId)).size
  return (
    <Page frame={frame} title={t.previewTitle} crumbs={crumbsTo({ lang, mayPlan }, t.previewTitle)}>
      <PageHead heading={t.previewTitle} below={t.previewLead(conventionLabel(convention, lang))} />
      <div class="stack">
        <Alert kind="info">{t.scope}</Alert>
        {changed.length === 0 ? (
          <EmptyState title={t.noChanges}>
            <LinkButton href={conventionsPath}>{t.back}</LinkButton>
          </EmptyState>
        ) : (
          <>
            <p>
              <strong>{t.changes(changed.length, youths)}</strong>
            </p>
            <Counts {...props} />
            <Youths {...props} />
            <Apply {...props} />
          </>
        )}
        <LeftAsIs {...props} />
      </div>
    </Page>
  )
}

const refreshSeconds = 2

const Result = ({ run, lang }: { run: ReplayRun; lang: Lang }) => {
  const t = conventionTexts[lang]
  const problems: Readonly<Record<string, string>> = codingTexts[lang].problems
  const reasons: Readonly<Record<string, string>> = t.left
  const whys = [...new Set(run.left.map(({ why }) => why))]
  const wordsOf = (why: string): string => reasons[why] ?? `${t.leftMeasure}${problems[why] ?? ''}`
  const rows = whys.map((why) => [wordsOf(why), run.left.filter((one) => one.why === why).length])
  return (
    <>
      {run.state === 'failed' ? <Alert kind="danger">{t.failed}</Alert> : <Alert kind="success">{t.done(run.changed, run.held > 0)}</Alert>}
      {run.held > 0 && <Alert kind="warning">{t.held(run.held)}</Alert>}
      {rows.length > 0 && (
        <Card heading={t.leftHeading}>
          <Table columns={[{ title: codingTexts[lang].why }, { title: t.columns.n, isNumber: true }]} rows={rows} />
        </Card>
      )}
    </>
  )
}

/** How far it has come, or what came of it. Null: none is known. */
export const ReplayPage = ({ frame, mayPlan, run }: { frame: Frame; mayPlan: boolean; run: ReplayRun | null }) => {
  const { lang } = frame
  const t = conventionTexts[lang]
  const isRunning = run?.state === 'running'
  return (
    <Page
      frame={frame}
      title={t.progressTitle}
      crumbs={crumbsTo({ lang, mayPlan }, t.progressTitle)}
      refresh={isRunning ? refreshSeconds : undefined}
    >
      <PageHead heading={t.progressTitle} />
      {run === null && <EmptyState title={t.noReplay} />}
      {run !== null && isRunning && (
        <Card>
          <progress max={Math.max(run.total, 1)} value={run.done} aria-label={t.progressTitle}></progress>
          <p role="status">{t.progress(run.done, run.total)}</p>
          <LinkButton href={`${conventionsPath}/omrakning`}>{t.again}</LinkButton>
        </Card>
      )}
      {run !== null && !isRunning && <Result run={run} lang={lang} />}
      <div class="spaced">
        <LinkButton href={conventionsPath}>{t.back}</LinkButton>
      </div>
    </Page>
  )
}
