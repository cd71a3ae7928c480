/** The desk of transfers: offers to us and from us, and reading a file. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Tag, type Tone } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines, type Cell } from '../../ui/table.tsx'
import type { TransferDesk } from './desk.actions.ts'
import { goesBackOn, isOpenOffer, isSilent } from './offer.rules.ts'
import { keyTexts } from './key.texts.ts'
import { MovedTable } from './moved.views.tsx'
import type { Incoming, Outgoing } from './transfers.types.ts'
import { refusalTexts } from './refusals.texts.ts'
import { transferTexts } from './transfers.texts.ts'

export const transfersPath = '/overflytt'
export const incomingPath = (transferId: string): string => `${transfersPath}/hit/${transferId}`
const outgoingPath = (transferId: string): string => `${transfersPath}/harifran/${transferId}`
export const keysPath = `${transfersPath}/nycklar`

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly desk: TransferDesk
  readonly problems: readonly FieldProblem[]
  readonly mayKeys: boolean
  readonly newOnce: () => string
}

export const incomingTone: Readonly<Record<Incoming['state'], Tone>> = {
  waiting: 'warning',
  accepted: 'info',
  received: 'success',
  wiped: 'neutral',
  refused: 'neutral',
  withdrawn: 'neutral',
  notComing: 'warning',
}
const outgoingTone: Readonly<Record<Outgoing['state'], Tone>> = {
  waiting: 'info',
  offered: 'info',
  accepted: 'info',
  sent: 'success',
  refused: 'warning',
  unanswered: 'warning',
  withdrawn: 'neutral',
  withheld: 'danger',
}

type FetchProps = { readonly frame: Frame; readonly action: string; readonly once: string; readonly label: string }

/** A file to fetch: the answer is saved by the browser. */
export const FetchFile = ({ frame, action, once, label }: FetchProps) => (
  <Form frame={frame} action={action} once={once} givesFile>
    <Button variant="secondary">{label}</Button>
  </Form>
)

function incomingCells(one: Incoming, { frame, newOnce }: Props): Cell[] {
  const texts = transferTexts[frame.lang]
  const { youth, transferId, state, way } = one
  return [
    <a href={incomingPath(transferId)}>{youth === null ? texts.someone : `${youth.givenName} ${youth.familyName}`.trim()}</a>,
    texts.municipality(one.from),
    <span>
      <TwoLines below={state === 'waiting' ? texts.answerBy(shortDay(goesBackOn(one.receivedOn), frame.lang)) : ''}>
        <Tag tone={incomingTone[state]}>{texts.incomingStates[state]}</Tag>
      </TwoLines>
      {way === 'file' && (state === 'accepted' || state === 'refused') && !one.isTold && (
        <FetchFile frame={frame} action={`${incomingPath(transferId)}/svarsfil`} once={newOnce()} label={texts.answerFile} />
      )}
    </span>,
    shortDay(one.receivedOn, frame.lang),
  ]
}

/** What can be done with an offer of ours. */
const OutgoingActs = ({ one, frame, newOnce }: Pick<Props, 'frame' | 'newOnce'> & { readonly one: Outgoing }) => {
  const texts = transferTexts[frame.lang]
  const { state, delivery, transferId } = one
  const isOpen = isOpenOffer(state)
  const hasFile = !one.isProtected && delivery !== 'inside' && (isOpen || (state === 'sent' && delivery === 'file'))
  const label = state === 'accepted' || state === 'sent' ? texts.contentFile : texts.offerFile
  return (
    <div class="row">
      {hasFile && <FetchFile frame={frame} action={`${outgoingPath(transferId)}/fil`} once={newOnce()} label={label} />}
      {isOpen && (
        <Confirm
          frame={frame}
          action={`${outgoingPath(transferId)}/aterta`}
          once={newOnce()}
          label={texts.withdraw}
          question={texts.withdrawQuestion}
          confirm={texts.withdrawDo}
        />
      )}
    </div>
  )
}

/** What stands under the state: why it is over, or until when it waits. */
function underState(
  { state, withheld, deliveredOn }: Outgoing,
  { lang, today }: { readonly lang: Frame['lang']; readonly today: PlainDate },
): string {
  const texts = transferTexts[lang]
  if (withheld !== null) return refusalTexts[lang].withheld[withheld]
  if (state !== 'offered' || deliveredOn === null) return ''
  const by = shortDay(goesBackOn(deliveredOn), lang)
  return isSilent({ state, deliveredOn }, today) ? texts.silent(by) : texts.answerBy(by)
}

function outgoingCells(one: Outgoing, { frame, today, newOnce }: Pick<Props, 'frame' | 'today' | 'newOnce'>): Cell[] {
  const texts = transferTexts[frame.lang]
  return [
    <span>
      <a href={`/ungdomar/${one.subjectId}/overflytt`}>{`${one.givenName} ${one.familyName}`.trim()}</a>
      {one.isProtected && [' ', <Tag tone="warning">{texts.protectedTag}</Tag>]}
    </span>,
    <TwoLines below={one.byName}>{texts.municipality(one.to)}</TwoLines>,
    <TwoLines below={underState(one, { lang: frame.lang, today })} lateBelow={isSilent(one, today)}>
      <Tag tone={outgoingTone[one.state]}>{texts.states[one.state]}</Tag>
    </TwoLines>,
    shortDay(one.changedOn, frame.lang),
    <OutgoingActs one={one} frame={frame} newOnce={newOnce} />,
  ]
}

/** Offers of ours, as a table. */
export const OutgoingTable = (props: Pick<Props, 'frame' | 'today' | 'newOnce'> & { readonly offers: readonly Outgoing[] }) => {
  const texts = transferTexts[props.frame.lang]
  const columns = [...texts.columns, texts.toDo].map((title) => ({ title }))
  return <Table columns={columns} rows={props.offers.map((one) => outgoingCells(one, props))} empty={texts.outgoingNone} headed stacks />
}

const ReadFile = ({ frame, problems, newOnce }: Props) => {
  const texts = transferTexts[frame.lang]
  return (
    <Card heading={texts.readFile}>
      <Form frame={frame} action={`${transfersPath}/fil`} once={newOnce()} sendsFiles>
        <Field
          name="file"
          type="file"
          label={texts.file}
          hint={texts.readLead}
          accept=".json,application/json"
          problem={problemOf(problems, 'file')}
        />
        <Button>{texts.read}</Button>
      </Form>
    </Card>
  )
}

const crumbsOf = (lang: Frame['lang']) => [
  { href: '/samverkan', label: keyTexts[lang].together },
  { href: '', label: transferTexts[lang].title },
]

/** The page. */
export const TransferDeskPage = (props: Props) => {
  const { frame, today, desk, problems, mayKeys, newOnce } = props
  const texts = transferTexts[frame.lang]
  const columns = texts.columns.map((title) => ({ title }))
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbsOf(frame.lang)}>
      <FormErrors problems={problems} />
      <PageHead heading={texts.title} below={texts.lead}>
        {mayKeys && <LinkButton href={keysPath}>{texts.keys}</LinkButton>}
      </PageHead>
      <div class="stack">
        <Card heading={texts.incoming}>
          <Table columns={columns} rows={desk.incoming.map((one) => incomingCells(one, props))} empty={texts.incomingNone} headed stacks />
        </Card>
        <Card heading={texts.movedHeading}>
          {desk.moved.length > 0 && <p>{texts.movedLead}</p>}
          <MovedTable frame={frame} moved={desk.moved} />
        </Card>
        <Card heading={texts.outgoing}>
          <OutgoingTable frame={frame} today={today} offers={desk.outgoing} newOnce={newOnce} />
        </Card>
        <ReadFile {...props} />
      </div>
    </Page>
  )
}
