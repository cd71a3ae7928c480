/** Figures of others: those in force, writing one, and what has been written under a key. */
import type { Lang } from '../../kernel/lang.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import { rowText, type FigureNames, type PastReference, type Reference, type ShownReference } from '../figures/index.ts'
import { compareTexts } from './compare.texts.ts'
import { rowsText, Source, valueText } from './compare.views.tsx'
import { reportsTexts } from './reports.texts.ts'

/** What was typed, or stands. */
export type ReferenceDraft = { readonly values: Readonly<Partial<Record<string, string>>>; readonly problems: readonly FieldProblem[] }

/** What a figure of others can be of: the rows of ours. */
export type ReferenceWords = { readonly names: FigureNames; readonly rows: readonly string[] }

type FormProps = {
  readonly frame: Frame
  readonly once: string
  readonly action: string
  readonly draft: ReferenceDraft
  readonly words: ReferenceWords
}

function rowOptions({ names, rows }: ReferenceWords, lang: Lang, also: string | undefined) {
  const options = rows.map((value) => ({ value, label: rowText(value, names, lang) }))
  if (also === undefined || also === '' || rows.includes(also)) return options
  return [{ value: also, label: rowsText({ row: also, whole: null }, { names, lang }) }, ...options]
}

const ReferenceFields = ({ frame, once, action, draft: { values, problems }, words }: FormProps) => {
  const { lang } = frame
  const t = compareTexts[lang]
  const of = (name: string) => ({ name, value: values[name], problem: problemOf(problems, name) })
  const wholes = [{ value: '', label: t.notShare }, ...rowOptions(words, lang, values['whole'])]
  return (
    <>
      <FormErrors problems={problems} />
      <Form frame={frame} action={action} once={once}>
        <Select {...of('row')} label={t.row} options={rowOptions(words, lang, values['row'])} blank required />
        <Select {...of('whole')} label={t.whole} hint={t.wholeHint} options={wholes} />
        <Field {...of('ofWhom')} label={t.ofWhom} hint={t.ofWhomHint} maxlength={120} required />
        <Field {...of('period')} label={t.period} hint={t.periodHint} maxlength={7} size={9} required />
        <Field {...of('value')} label={t.value} hint={t.valueHint} inputmode="decimal" maxlength={14} size={12} required />
        <Field {...of('source')} label={t.sourceField} hint={t.sourceHint} maxlength={300} required />
        <Field {...of('url')} label={t.url} hint={t.urlHint} type="url" maxlength={400} required />
        <div class="row">
          <Button>{t.save}</Button>
        </div>
      </Form>
    </>
  )
}

const crumbsOf = (lang: Lang, current: string | null) => [
  { href: '/siffror', label: reportsTexts[lang].figures },
  { href: '/rapporter', label: reportsTexts[lang].title },
  { href: '/rapporter/jamfor', label: compareTexts[lang].title },
  { href: '/rapporter/jamfor/siffror', label: compareTexts[lang].listTitle },
  ...(current === null ? [] : [{ href: '', label: current }]),
]

const cellsOf = (one: ShownReference, words: { readonly names: FigureNames; readonly lang: Lang }): Cell[] => [
  <a href={`/rapporter/jamfor/siffror/${one.key}`}>{rowsText(one, words)}</a>,
  <span class="report-words">{one.ofWhom}</span>,
  <span class="nowrap">{one.period}</span>,
  <span class="nowrap">{valueText(one.value, one.kind, words.lang)}</span>,
  <Source of={one} lang={words.lang} />,
  one.isShipped ? compareTexts[words.lang].shipped : `${one.by ?? ''} ${one.at ?? ''}`,
]

type ListProps = Omit<FormProps, 'action'> & { readonly references: readonly ShownReference[] }

/** GET /rapporter/jamfor/siffror */
export const ReferencesPage = ({ frame, references, words, ...form }: ListProps) => {
  const { lang } = frame
  const t = compareTexts[lang]
  const { what, whom, period, value, source, by } = t.columns
  const rows = references.map((one) => cellsOf(one, { names: words.names, lang }))
  return (
    <Page frame={frame} title={t.listTitle} crumbs={crumbsOf(lang, null)}>
      <PageHead heading={t.listTitle} below={t.listBelow} />
      <div class="stack">
        <Card>
          <Details summary={t.add} open={form.draft.problems.length > 0}>
            <ReferenceFields frame={frame} words={words} action="/rapporter/jamfor/siffror" {...form} />
          </Details>
        </Card>
        <Table
          columns={[what, whom, period, value, source, by].map((title) => ({ title, isNumber: title === value }))}
          rows={rows}
          headed
          stacks
        />
      </div>
    </Page>
  )
}

type OneProps = Omit<FormProps, 'action'> & {
  readonly of: Reference
  readonly past: readonly PastReference[]
  readonly shipped: Reference | null
  readonly dropOnce: string
}

const History = ({ past, shipped, lang }: Pick<OneProps, 'past' | 'shipped'> & { lang: Lang }) => {
  const t = compareTexts[lang]
  const line = (one: Reference, by: string): Cell[] => [valueText(one.value, one.kind, lang), <Source of={one} lang={lang} />, by]
  const rows = [
    ...past.map((one) => line(one, `${one.by ?? ''} ${one.at ?? ''} ${one.until === null ? t.inForce : t.until(one.until)}`)),
    ...(shipped === null ? [] : [line(shipped, t.shipped)]),
  ]
  return <Table columns={[t.columns.value, t.columns.source, t.columns.by].map((title) => ({ title }))} rows={rows} headed stacks />
}

/** GET /rapporter/jamfor/siffror/:key */
export const ReferencePage = ({ frame, of, past, shipped, words, dropOnce, ...form }: OneProps) => {
  const { lang } = frame
  const t = compareTexts[lang]
  const title = rowsText(of, { names: words.names, lang })
  const address = `/rapporter/jamfor/siffror/${of.key}`
  return (
    <Page frame={frame} title={t.listTitle} crumbs={crumbsOf(lang, title)}>
      <PageHead heading={title} below={`${of.ofWhom} ${t.at(of.period)}`} />
      <div class="stack">
        <Card heading={t.change}>
          <ReferenceFields frame={frame} words={words} action={address} {...form} />
          {past.some(({ until }) => until === null) && (
            <Confirm
              frame={frame}
              action={`${address}/bort`}
              once={dropOnce}
              label={t.drop}
              question={t.dropQuestion}
              confirm={t.dropConfirm}
              danger
            />
          )}
        </Card>
        <Card heading={t.history}>
          <History past={past} shipped={shipped} lang={lang} />
        </Card>
      </div>
    </Page>
  )
}
