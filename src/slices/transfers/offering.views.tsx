/** Handing a youth over: to whom, exactly what would follow, what has been offered, and how it ended; and what came from another municipality. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm, FormErrors, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { carriedTexts } from './carried.texts.ts'
import { CarriedCard, NeverCard } from './carried.views.tsx'
import { OutgoingTable, transfersPath } from './desk.views.tsx'
import { KeptCard } from './kept.views.tsx'
import { CloseMove, offeringPath, Refused } from './moved.views.tsx'
import { isOpenOffer } from './offer.rules.ts'
import type { Offering } from './outgoing.actions.ts'
import { refusalTexts } from './refusals.texts.ts'
import { transferTexts } from './transfers.texts.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly offering: Offering
  /** Why what was asked was not done. */
  readonly refusal: string | null
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

const Offer = ({ frame, offering, newOnce }: Props) => {
  const texts = transferTexts[frame.lang]
  const { receiver, youth, offers } = offering
  if (!receiver.granted) return <Alert kind="info">{refusalTexts[frame.lang].offering[receiver.reason]}</Alert>
  return (
    <Card>
      <p>{texts.receiver(receiver.value)}</p>
      <p>{texts.first}</p>
      <p class="muted">{texts.byItself}</p>
      {!offers.some(({ state }) => isOpenOffer(state)) && (
        <Confirm
          frame={frame}
          action={offeringPath(youth.subjectId)}
          once={newOnce()}
          label={texts.offerDo}
          question={texts.offerQuestion}
          confirm={texts.offerConfirm}
        />
      )}
    </Card>
  )
}

/** The page. */
export const OfferingPage = (props: Props) => {
  const { frame, today, offering, refusal, problems, newOnce } = props
  const texts = transferTexts[frame.lang]
  const { youth, carried, offers, kept } = offering
  const name = `${youth.givenName} ${youth.familyName}`.trim()
  const crumbs = [
    { href: transfersPath, label: texts.title },
    { href: '', label: texts.offerTitle },
  ]
  return (
    <Page frame={frame} title={texts.offerTitle} crumbs={crumbs}>
      <FormErrors problems={problems} />
      <Refused refusal={refusal} />
      <PageHead heading={texts.offerTitle} below={<a href={`/ungdomar/${youth.subjectId}`}>{name}</a>} />
      <div class="stack">
        <KeptCard frame={frame} subjectId={youth.subjectId} kept={kept} newOnce={newOnce} />
        <Offer {...props} />
        {offers.length > 0 && (
          <Card heading={texts.outgoing}>
            <OutgoingTable frame={frame} today={today} offers={offers} newOnce={newOnce} />
          </Card>
        )}
        <CloseMove {...props} />
        {carried !== null && <CarriedCard carried={carried} lang={frame.lang} heading={carriedTexts[frame.lang].carried} />}
        {carried !== null && <NeverCard lang={frame.lang} />}
      </div>
    </Page>
  )
}
