/** One offer from another municipality: before it is accepted nothing but who it is about by our own register, and then what was carried. */
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Confirm, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { CarriedCard } from './carried.views.tsx'
import { FetchFile, incomingPath, transfersPath } from './desk.views.tsx'
import { transferTexts } from './transfers.texts.ts'
import { type Incoming, refusalReasons } from './transfers.types.ts'

type Props = {
  readonly frame: Frame
  readonly offer: Incoming
  readonly refusal: string | null
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

const Refuse = ({ frame, offer, problems, newOnce }: Props) => {
  const texts = transferTexts[frame.lang]
  const problem = problemOf(problems, 'reason')
  const options = refusalReasons.map((value) => ({ value, label: texts.reasons[value] }))
  return (
    <Confirm
      frame={frame}
      action={`${incomingPath(offer.transferId)}/avboj`}
      once={newOnce()}
      label={texts.refuse}
      question={texts.refuseQuestion}
      confirm={texts.refuseDo}
      open={problem !== undefined}
    >
      <RadioGroup name="reason" label={texts.refuseWhy} options={options} value="" problem={problem} />
    </Confirm>
  )
}

const Answer = (props: Props) => {
  const { frame, offer, newOnce } = props
  const texts = transferTexts[frame.lang]
  return (
    <Card>
      <div class="stack">
        <Confirm
          frame={frame}
          action={`${incomingPath(offer.transferId)}/godta`}
          once={newOnce()}
          label={texts.accept}
          question={texts.acceptQuestion}
          confirm={texts.acceptDo}
        />
        <Refuse {...props} />
      </div>
    </Card>
  )
}

/** Where it stands, what can be done, and what has come. */
const Body = (props: Props) => {
  const { frame, offer, newOnce } = props
  const texts = transferTexts[frame.lang]
  const { state, way, content, transferId } = offer
  return (
    <div class="stack">
      <p>
        <Tag>{texts.incomingStates[state]}</Tag>
      </p>
      {state === 'waiting' && <Answer {...props} />}
      {way === 'file' && (state === 'accepted' || state === 'received') && (
        <FetchFile frame={frame} action={`${incomingPath(transferId)}/svarsfil`} once={newOnce()} label={texts.answerFile} />
      )}
      {content !== null && <p>{texts.contentLead}</p>}
      {content !== null && <CarriedCard carried={content} lang={frame.lang} heading={texts.content} />}
    </div>
  )
}

/** The page. */
export const IncomingPage = (props: Props) => {
  const { frame, offer, refusal, problems } = props
  const texts = transferTexts[frame.lang]
  const { youth } = offer
  const crumbs = [
    { href: transfersPath, label: texts.title },
    { href: '', label: texts.inTitle },
  ]
  const name = youth === null ? '' : `${youth.givenName} ${youth.familyName}`.trim()
  return (
    <Page frame={frame} title={texts.inTitle} crumbs={crumbs}>
      <FormErrors problems={problems} />
      {refusal !== null && (
        <Alert kind="danger" live>
          {refusal}
        </Alert>
      )}
      <PageHead heading={name} below={texts.inLead(offer.from, longDay(offer.receivedOn, frame.lang))}>
        {youth !== null && <LinkButton href={`/ungdomar/${youth.subjectId}`}>{texts.toYouth}</LinkButton>}
      </PageHead>
      <Body {...props} />
    </Page>
  )
}
