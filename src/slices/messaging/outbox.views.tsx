/** The outbox: every message with where it stands, and what a person can decide about it. */
import { Button } from '../../ui/button.tsx'
import { EmptyState, Tag, type Tone } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import { Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { Pagination, Tabs } from '../../ui/tabs.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import type { MessageState } from './message.types.ts'
import { messageNames, problemText } from './names.texts.ts'
import { channelWord, outboxAddress, shownStates } from './outbox-address.ts'
import { FoldersCard, NotSetUp, ProblemsCard, ProgressCard, type SetUp, type Told } from './outbox-parts.views.tsx'
import { choicesFor } from './outbox.rules.ts'
import { outboxTexts } from './outbox.texts.ts'
import { messagesPerPage, type Outbox, type OutboxFilter, type OutboxRow } from './outbox.types.ts'

const tones: Readonly<Record<MessageState, Tone>> = {
  queued: 'neutral',
  sending: 'info',
  sent: 'success',
  delivered: 'success',
  failed: 'danger',
  unsure: 'warning',
  cancelled: 'neutral',
}

/** A message's state in words on a colour, with what is wrong. */
export const StateCell = ({
  row,
  told: { lang, today },
}: {
  row: Pick<OutboxRow, 'state' | 'problem' | 'nextAt' | 'tries'>
  told: Told
}) => {
  const texts = outboxTexts[lang]
  const { what = '', code = '' } = row.problem === null ? {} : problemText(row.problem, lang)
  const waits =
    row.state === 'queued' && row.tries > 0 ? `${texts.tried(row.tries)}, ${texts.next(instantText(row.nextAt, today, lang))}.` : ''
  const below = [what, code === '' ? '' : `${texts.providerCode(code)}.`, waits].filter((part) => part !== '').join(' ')
  return (
    <TwoLines below={below}>
      <Tag tone={tones[row.state]}>{messageNames[lang].states[row.state]}</Tag>
    </TwoLines>
  )
}

type Props = {
  readonly frame: Frame
  readonly told: Told
  readonly outbox: Outbox
  readonly filter: OutboxFilter
  readonly page: number
  readonly setUp: SetUp
  readonly newOnce: () => string
}

const nameOf = ({ name, subjectId }: OutboxRow, told: Told): string =>
  name === '' ? outboxTexts[told.lang].nameless : subjectId === null ? `${name} (${outboxTexts[told.lang].colleague})` : name

const Choices = ({ row, props: { frame, told, filter, page, newOnce } }: { row: OutboxRow; props: Props }) => {
  const texts = outboxTexts[told.lang]
  const choices = choicesFor(row)
  if (choices.length === 0) return null
  return (
    <Form frame={frame} action={`/utskick/utlada/${row.messageId}`} once={newOnce()} inline>
      <input type="hidden" name="seen" value={row.state} />
      <input type="hidden" name="back" value={outboxAddress(filter, page)} />
      {choices.map((choice) => (
        <Button variant="secondary" name="choice" value={choice}>
          {texts.choices[choice]}
          <span class="ds-sr-only">{`: ${nameOf(row, told)}, ${messageNames[told.lang].channels[row.channel]}`}</span>
        </Button>
      ))}
    </Form>
  )
}

function rowOf(row: OutboxRow, props: Props) {
  const { told } = props
  const { lang, today } = told
  const names = messageNames[lang]
  const whom = nameOf(row, told)
  return [
    row.subjectId === null ? whom : <a href={`/ungdomar/${row.subjectId}`}>{whom}</a>,
    <TwoLines below={[names.channels[row.channel], row.round ?? ''].filter((part) => part !== '').join(' · ')}>
      {names.templates[row.templateKey]}
    </TwoLines>,
    <StateCell row={row} told={told} />,
    instantText(row.at, today, lang),
    <Choices row={row} props={props} />,
  ]
}

const Filter = ({ filter, outbox: { rounds }, told: { lang } }: Pick<Props, 'filter' | 'outbox' | 'told'>) => {
  const texts = outboxTexts[lang]
  const channels = (['letter', 'card', 'sms', 'email'] as const).map((channel) => ({
    value: channelWord(channel),
    label: messageNames[lang].channels[channel],
  }))
  const address = outboxAddress({ ...filter, channel: null, round: null })
  const state = new URL(address, 'http://lots').searchParams.get('lage')
  return (
    <form method="get" action="/utskick/utlada" class="row" aria-label={texts.filterHeading}>
      {state !== null && <input type="hidden" name="lage" value={state} />}
      <Select
        name="kanal"
        label={texts.channel}
        options={[{ value: '', label: texts.everyChannel }, ...channels]}
        value={filter.channel === null ? '' : channelWord(filter.channel)}
      />
      <Select
        name="runda"
        label={texts.round}
        options={[{ value: '', label: texts.everyRound }, ...rounds.map(({ roundId, name }) => ({ value: roundId, label: name }))]}
        value={filter.round ?? ''}
      />
      <Button variant="secondary">{texts.show}</Button>
    </form>
  )
}

const StateTabs = ({ filter, outbox: { counts }, told: { lang } }: Pick<Props, 'filter' | 'outbox' | 'told'>) => {
  const texts = outboxTexts[lang]
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const linkTo = (state: MessageState | null) => ({
    href: outboxAddress({ ...filter, state }),
    label: state === null ? texts.all : texts.tabs[state],
    count: state === null ? all : counts[state],
    current: filter.state === state,
  })
  return <Tabs label={texts.tabsLabel} links={[null, ...shownStates].map(linkTo)} />
}

const Messages = (props: Props) => {
  const { outbox, filter, told } = props
  const texts = outboxTexts[told.lang]
  const { whom, what, state, when, decide } = texts.columns
  if (outbox.rows.length === 0) return <EmptyState title={texts.empty}>{filter.state === null && <p>{texts.emptyHint}</p>}</EmptyState>
  const columns = [whom, what, state, when, decide].map((title) => ({ title }))
  return <Table columns={columns} rows={outbox.rows.map((row) => rowOf(row, props))} headed stacks />
}

const totalOf = ({ counts }: Outbox, { state }: OutboxFilter): number =>
  state === null ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[state]

/** Öre as kronor with two decimals. */
const kronorText = (ore: number, lang: Told['lang']): string =>
  `${numberText(Math.trunc(ore / 100), lang)}${lang === 'sv' ? ',' : '.'}${String(ore % 100).padStart(2, '0')}`

/** Seconds between two looks while something leaves. */
const refreshSeconds = 5

/** The outbox. While something leaves the page asks for itself again. */
export const OutboxPage = (props: Props) => {
  const { frame, told, outbox, filter, page, setUp, newOnce } = props
  const texts = outboxTexts[told.lang]
  const isSending = outbox.counts.sending > 0 || outbox.due > 0
  const crumbs = [
    { href: '/utskick', label: texts.messages },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs} wide refresh={isSending ? refreshSeconds : undefined}>
      <PageHead heading={texts.title} below={texts.lead} />
      <div class="stack">
        <NotSetUp setUp={setUp} lang={told.lang} />
        {isSending && <ProgressCard outbox={outbox} filter={filter} lang={told.lang} />}
        <ProblemsCard frame={frame} outbox={outbox} filter={filter} once={newOnce()} />
        <Filter {...props} />
        <StateTabs {...props} />
        <Messages {...props} />
        <Pagination page={page} pageSize={messagesPerPage} total={totalOf(outbox, filter)} href={(to) => outboxAddress(filter, to)} />
        {outbox.costOre > 0 && <p class="muted">{texts.cost(kronorText(outbox.costOre, told.lang))}</p>}
        <FoldersCard folders={outbox.folders} told={told} />
      </div>
    </Page>
  )
}
