/** One offer from another municipality: before it is accepted nothing of anybody, and then what was carried, to be put in the register. */
import { LinkButton } from '../../ui/button.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Confirm, FormErrors, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { afterTexts } from './after.texts.ts'
import { CarriedCard } from './carried.views.tsx'
import type { ShownIncoming } from './desk.actions.ts'
import { FetchFile, incomingPath, incomingTone, transfersPath } from './desk.views.tsx'
import { KeepForm } from './kept.views.tsx'
import { Refused } from './moved.views.tsx'
import { goesBackOn } from './offer.rules.ts'
import { transferTexts } from './transfers.texts.ts'

type Props = {
  readonly frame: Frame
  readonly offer: ShownIncoming
  readonly refusal: string | null
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

const Answer = ({ frame, offer, newOnce }: Props) => {
  const texts = transferTexts[frame.lang]
  const path = incomingPath(offer.transferId)
  return (
    <Card>
      <div class="stack">
        <p>{texts.waitingLead}</p>
        <p>{texts.waitingBy(longDay(goesBackOn(offer.receivedOn), frame.lang))}</p>
        <Confirm
          frame={frame}
          action={`${path}/godta`}
          once={newOnce()}
          label={texts.accept}
          question={texts.acceptQuestion}
          confirm={texts.acceptDo}
        />
        <Confirm
          frame={frame}
          action={`${path}/avboj`}
          once={newOnce()}
          label={texts.refuse}
          question={texts.refuseQuestion}
          confirm={texts.refuseDo}
        />
      </div>
    </Card>
  )
}

/** Where it stands, in a sentence. */
function leadOf({ state, way }: ShownIncoming, lang: Frame['lang']): string {
  const texts = transferTexts[lang]
  if (state === 'accepted') return way === 'file' ? texts.acceptedFile : texts.acceptedLead
  if (state === 'notComing') return texts.notComingLead
  if (state === 'wiped') return texts.wipedLead
  return state === 'withdrawn' || state === 'refused' ? texts.overLead : ''
}

const Came = ({ frame, offer, problems, newOnce }: Props) => {
  const texts = transferTexts[frame.lang]
  const after = afterTexts[frame.lang]
  const { content, kept, transferId } = offer
  if (content === null) return null
  return (
    <>
      <Card heading={after.keep}>
        <p>{texts.contentLead}</p>
        <KeepForm frame={frame} action={`${incomingPath(transferId)}/lagg-in`} {...{ content, kept, problems, newOnce }} />
      </Card>
      <CarriedCard carried={content} lang={frame.lang} heading={texts.content} />
    </>
  )
}

/** Where it stands, what can be done, and what has come. */
const Body = (props: Props) => {
  const { frame, offer, newOnce } = props
  const texts = transferTexts[frame.lang]
  const { state, way, transferId } = offer
  const lead = leadOf(offer, frame.lang)
  return (
    <div class="stack">
      <p>
        <Tag tone={incomingTone[state]}>{texts.incomingStates[state]}</Tag>
      </p>
      {lead !== '' && <p>{lead}</p>}
      {state === 'waiting' && <Answer {...props} />}
      {way === 'file' && (state === 'accepted' || state === 'refused') && (
        <FetchFile frame={frame} action={`${incomingPath(transferId)}/svarsfil`} once={newOnce()} label={texts.answerFile} />
      )}
      <Came {...props} />
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
  const name = youth === null ? texts.someone : `${youth.givenName} ${youth.familyName}`.trim()
  return (
    <Page frame={frame} title={texts.inTitle} crumbs={crumbs}>
      <FormErrors problems={problems} />
      <Refused refusal={refusal} />
      <PageHead heading={name} below={texts.inLead(offer.from, longDay(offer.receivedOn, frame.lang))}>
        {youth !== null && <LinkButton href={`/ungdomar/${youth.subjectId}`}>{texts.toYouth}</LinkButton>}
      </PageHead>
      <Body {...props} />
    </Page>
  )
}
