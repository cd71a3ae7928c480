/** GET /ungdomar/:id/vagar: every way to reach one youth, what was heard of each, and the forms that change them. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList, EmptyState } from '../../ui/card.tsx'
import { Form, FormErrors, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { dayText, wayText } from './contact-words.texts.ts'
import { AddForm, ChoiceForm } from './ledger-forms.views.tsx'
import { AddressActs, WayActs, type SaidDraft } from './ledger-acts.views.tsx'
import { ledgerTexts } from './ledger.texts.ts'
import type { LedgerPage, LedgerWay } from './ledger.types.ts'
import { foundText, type Told } from './ledger-words.texts.ts'
import { ofRegistered, WayState, WayValue } from './ways-card.views.tsx'

/** What was wanted and could not be done, shown beside what is so now. */
export type StaleSaying = { readonly wanted: string; readonly why: string; readonly way: LedgerWay | null; readonly isAlready: boolean }

export type LedgerDraft = {
  /** The value of a field of the form for adding, as it was typed. */
  readonly value: (field: string) => string
  readonly problems: readonly FieldProblem[]
  readonly said: SaidDraft | null
  readonly stale: StaleSaying | null
  /** The choice that somebody changed meanwhile, in words. */
  readonly staleChoice: readonly { readonly what: string; readonly mine: string; readonly theirs: string }[] | null
}

export type LedgerProps = {
  readonly frame: Frame
  readonly told: Told
  readonly shown: LedgerPage
  readonly draft: LedgerDraft
  readonly newOnce: () => string
}

const nameOf = ({ youth }: LedgerPage, { lang }: Told): string =>
  `${youth.givenName} ${youth.familyName}`.trim() || ledgerTexts[lang].nameless

const Said = ({ way, told }: { way: LedgerWay; told: Told }) => {
  const t = ledgerTexts[told.lang]
  return (
    <>
      {way.said.map(({ act, why, by, at }) => (
        <small class="below">{t.saidBy(t.saidActs[act], dayText(at, told.today, told.lang), by, why)}</small>
      ))}
    </>
  )
}

const rowOf = (way: LedgerWay, props: LedgerProps) => {
  const { told, shown } = props
  const t = ledgerTexts[told.lang]
  return [
    <TwoLines below={t.kinds[way.kind]}>
      <WayValue way={way} />
    </TwoLines>,
    <TwoLines below={t.foundBy(way.foundBy)}>{foundText(way, told, shown.searchSteps)}</TwoLines>,
    <>
      <WayState way={way} told={told} />
      <Said way={way} told={told} />
    </>,
    <WayActs way={way} {...props} />,
  ]
}

const Ways = (props: LedgerProps) => {
  const { told, shown } = props
  const t = ledgerTexts[told.lang]
  const registered = ofRegistered(shown.ledger)
  const ways = shown.ledger.ways.filter((way) => way !== registered)
  if (ways.length === 0) {
    return (
      <EmptyState title={t.none}>
        <p>{t.noneToDo}</p>
      </EmptyState>
    )
  }
  const { way, found, state, acts } = t.columns
  return <Table columns={[way, found, state, acts].map((title) => ({ title }))} rows={ways.map((one) => rowOf(one, props))} headed stacks />
}

const Registered = (props: LedgerProps) => {
  const { told, shown } = props
  const t = ledgerTexts[told.lang]
  const { address } = shown.ledger
  const way = ofRegistered(shown.ledger)
  return (
    <Card heading={t.registered}>
      {address.kind === 'hidden' && <p>{t.hidden}</p>}
      {address.kind === 'none' && <p class="muted">{t.noAddress}</p>}
      {address.kind === 'line' && <p>{way === null || way.deadOn === null ? address.line : <s class="dead">{address.line}</s>}</p>}
      {way?.lastResult && (
        <p>
          <WayState way={way} told={told} />
          <Said way={way} told={told} />
        </p>
      )}
      {address.kind === 'line' && <AddressActs {...props} line={address.line} way={way} />}
    </Card>
  )
}

const Ended = ({ shown, told }: LedgerProps) => {
  const t = ledgerTexts[told.lang]
  if (shown.ledger.ended.length === 0) return null
  const { way, found, state } = t.columns
  return (
    <Card heading={t.removedHeading}>
      <Table
        columns={[way, found, state].map((title) => ({ title }))}
        rows={shown.ledger.ended.map((one) => [
          <s class="dead">{wayText(one)}</s>,
          foundText(one, told, shown.searchSteps),
          one.said.some(({ act }) => act === 'removed') ? (
            <Said way={one} told={told} />
          ) : (
            `${t.removed(dayText(one.endedAt ?? '', told.today, told.lang))}, ${t.notInSource}`
          ),
        ])}
        headed
        stacks
      />
    </Card>
  )
}

const Stale = ({ stale, told }: { stale: StaleSaying; told: Told }) => {
  const t = ledgerTexts[told.lang].stale
  return (
    <Alert kind="warning" title={t.title} live>
      <p>{stale.isAlready ? t.already : t.text}</p>
      <DefinitionList
        facts={[
          { term: t.mine, value: [stale.wanted, stale.why].filter((part) => part !== '').join(': ') },
          {
            term: t.theirs,
            value:
              stale.way === null ? (
                t.gone
              ) : (
                <>
                  <WayState way={stale.way} told={told} />
                  <Said way={stale.way} told={told} />
                </>
              ),
          },
        ]}
      />
    </Alert>
  )
}

const Main = (props: LedgerProps) => (
  <>
    <Card heading={ledgerTexts[props.told.lang].title}>
      <Ways {...props} />
    </Card>
    <Ended {...props} />
  </>
)

const Side = (props: LedgerProps) => (
  <>
    <AddForm {...props} />
    <Registered {...props} />
    <ChoiceForm {...props} />
  </>
)

/** The page of the ledger. */
export const LedgerPageView = (props: LedgerProps) => {
  const { frame, told, shown, draft } = props
  const t = ledgerTexts[told.lang]
  const path = `/ungdomar/${shown.youth.subjectId}`
  const crumbs = [
    { href: '/ungdomar', label: t.list },
    { href: path, label: t.youth },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      {draft.stale !== null && <Stale stale={draft.stale} told={told} />}
      <FormErrors problems={draft.problems} />
      <PageHead heading={t.of(nameOf(shown, told))}>
        <Form frame={frame} action={`${path}/bevis`} givesFile inline>
          <Button variant="secondary">{t.evidence}</Button>
        </Form>
      </PageHead>
      <Columns main={<Main {...props} />} side={<Side {...props} />} />
    </Page>
  )
}
