/** GET /uppsok/saknar-nummer: those without a live number, the steps ticked off for each, and a field for what was found. */
import { Card, Details, EmptyState, Figures, Tag } from '../../ui/card.tsx'
import { FormErrors, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { Pagination, Tabs } from '../../ui/tabs.tsx'
import { dayText } from './contact-words.texts.ts'
import type { Told } from './ledger-words.texts.ts'
import { DoneStep, FoundForm, StepButtons, type RowForms } from './search-row.views.tsx'
import { searchTexts } from './search.texts.ts'
import { searchViews, youthsPerPage, type NumberlessList, type NumberlessYouth, type SearchView } from './search.types.ts'

/** A find that could not be saved: whose row, what was typed, and what is wrong with it. */
export type SearchDraft = { readonly subjectId: string; readonly found: string; readonly step: string; readonly problem: string }

type Props = {
  readonly frame: Frame
  readonly told: Told
  readonly list: NumberlessList
  readonly view: SearchView
  readonly page: number
  readonly staffId: string
  readonly draft: SearchDraft | null
  readonly hasNoUnit: boolean
  readonly newOnce: () => string
}

const addresses: Readonly<Record<SearchView, string>> = { all: '', left: 'kvar', done: 'klara', dead: 'doda' }

/** The view that an address names. */
export const viewOf = (address: string | null): SearchView => searchViews.find((view) => addresses[view] === (address ?? '')) ?? 'all'

/** Where a page of the list is. */
export function searchPath(view: SearchView, page: number): string {
  const query = [addresses[view] === '' ? '' : `visa=${addresses[view]}`, page > 1 ? `sida=${page}` : ''].filter((part) => part !== '')
  return `/uppsok/saknar-nummer${query.length === 0 ? '' : `?${query.join('&')}`}`
}

const YieldCard = ({ list, told }: Pick<Props, 'list' | 'told'>) => {
  const t = searchTexts[told.lang]
  const { searched, found, valid } = list.total
  return (
    <Card heading={`${t.yieldTitle}: ${t.yieldSentence(searched, valid)}`} action={<a href="/uppsok/utbyte">{t.toYield}</a>}>
      <Figures
        figures={[
          { label: t.searched, value: searched },
          { label: t.found, value: found },
          { label: t.valid, value: valid },
        ]}
      />
      <p class="muted">{`${t.yieldOf}. ${t.validMeaning}`}</p>
    </Card>
  )
}

const ageOf = ({ bornOn }: NumberlessYouth, { today }: Told): number | null => {
  if (bornOn === null) return null
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years
}

const nameOf = ({ givenName, familyName }: NumberlessYouth, { lang }: Told): string =>
  `${givenName} ${familyName}`.trim() || searchTexts[lang].nameless

const Youth = ({ youth, told }: { youth: NumberlessYouth; told: Told }) => {
  const t = searchTexts[told.lang]
  const age = ageOf(youth, told)
  const about = [
    age === null ? '' : t.years(age),
    youth.district ?? youth.unit ?? '',
    t.since(dayText(youth.fromOn, told.today, told.lang)),
  ]
  return (
    <div id={`u-${youth.subjectId}`} tabindex={-1} class="row-head">
      <a href={`/ungdomar/${youth.subjectId}/vagar`}>{nameOf(youth, told)}</a>
      <small class="below">{about.filter((part) => part !== '').join(' · ')}</small>
      {youth.deadPhones > 0 && <small class="below late">{t.dead(youth.deadPhones)}</small>}
      {youth.isProtected && <Tag tone="warning">{t.protected}</Tag>}
    </div>
  )
}

const Steps = ({ forms }: { forms: RowForms }) => {
  const t = searchTexts[forms.told.lang]
  const { youth, steps } = forms
  const [done, left] = [
    youth.done.filter(({ step }) => steps.some(({ key }) => key === step)),
    steps.filter(({ key, active }) => active && youth.done.every(({ step }) => step !== key)),
  ]
  const again = steps.filter(({ key, active }) => active && done.some(({ step }) => step === key))
  return (
    <div class="steps">
      <StepButtons {...forms} shown={left} label={t.searchFor(forms.name)} />
      {done.length > 0 && (
        <ul class="plain">
          {done.map((one) => (
            <DoneStep {...forms} done={one} />
          ))}
        </ul>
      )}
      {again.length > 0 && (
        <Details summary={t.again}>
          <StepButtons {...forms} shown={again} label={t.searchAgainFor(forms.name)} />
        </Details>
      )}
    </div>
  )
}

const rowOf = (youth: NumberlessYouth, index: number, props: Props) => {
  const { frame, told, list, view, page, staffId, draft, newOnce } = props
  const place = { view, page, next: list.rows[index + 1]?.subjectId ?? youth.subjectId }
  const own = draft?.subjectId === youth.subjectId ? draft : null
  const forms: RowForms = { frame, told, youth, name: nameOf(youth, told), steps: list.steps, place, staffId, newOnce }
  return [<Youth youth={youth} told={told} />, <Steps forms={forms} />, <FoundForm {...forms} draft={own} />]
}

const List = (props: Props) => {
  const { told, list, hasNoUnit } = props
  const t = searchTexts[told.lang]
  if (list.rows.length === 0) return <EmptyState title={hasNoUnit ? t.noUnit : t.empty} />
  const { youth, steps, found } = t.columns
  return (
    <Table
      columns={[youth, steps, found].map((title) => ({ title }))}
      rows={list.rows.map((one, index) => rowOf(one, index, props))}
      headed
      stacks
      isWorklist
    />
  )
}

const Views = ({ told, list, view }: Props) => {
  const t = searchTexts[told.lang]
  const links = searchViews.map((one) => ({
    href: searchPath(one, 1),
    label: t.views[one],
    count: list.counts[one],
    current: one === view,
  }))
  return <Tabs label={t.viewsLabel} links={links} />
}

/** The list of those without a live number. */
export const NumberlessPage = (props: Props) => {
  const { frame, told, list, view, page, draft } = props
  const t = searchTexts[told.lang]
  const problems: FieldProblem[] = draft === null ? [] : [{ field: `found-${draft.subjectId}`, text: draft.problem }]
  const crumbs = [
    { href: '/uppsok', label: t.crumb },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs} wide>
      <FormErrors problems={problems} />
      <PageHead heading={t.title} below={t.intro} />
      <YieldCard list={list} told={told} />
      <div class="spaced">
        <Views {...props} />
        <Card>
          <List {...props} />
        </Card>
      </div>
      <Pagination page={page} pageSize={youthsPerPage} total={list.counts[view]} href={(to) => searchPath(view, to)} />
    </Page>
  )
}
