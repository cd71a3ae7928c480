/** Handing a youth over: to whom, exactly what would follow, and what has been offered. */
import { Alert } from '../../ui/alert.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { CarriedCard, NeverCard } from './carried.views.tsx'
import { OutgoingTable, transfersPath } from './desk.views.tsx'
import type { Offering } from './outgoing.actions.ts'
import { refusalTexts } from './refusals.texts.ts'
import { transferTexts } from './transfers.texts.ts'

type Props = {
  readonly frame: Frame
  readonly offering: Offering
  /** Why what was asked was not done. */
  readonly refusal: string | null
  readonly newOnce: () => string
}

export const offeringPath = (subjectId: string): string => `/ungdomar/${subjectId}/overflytt`

const isOpen = ({ offers }: Offering): boolean =>
  offers.some(({ state }) => state === 'waiting' || state === 'offered' || state === 'accepted')

const Offer = ({ frame, offering, newOnce }: Props) => {
  const texts = transferTexts[frame.lang]
  const { receiver, youth } = offering
  if (!receiver.granted) return <Alert kind="info">{refusalTexts[frame.lang].offering[receiver.reason]}</Alert>
  return (
    <Card>
      <p>{texts.receiver(receiver.value)}</p>
      <p>{texts.first}</p>
      <p class="muted">{texts.byItself}</p>
      {!isOpen(offering) && (
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
  const { frame, offering, refusal, newOnce } = props
  const texts = transferTexts[frame.lang]
  const { youth, carried, offers } = offering
  const name = `${youth.givenName} ${youth.familyName}`.trim()
  const crumbs = [
    { href: transfersPath, label: texts.title },
    { href: '', label: texts.offerTitle },
  ]
  return (
    <Page frame={frame} title={texts.offerTitle} crumbs={crumbs}>
      {refusal !== null && (
        <Alert kind="danger" live>
          {refusal}
        </Alert>
      )}
      <PageHead heading={texts.offerTitle} below={<a href={`/ungdomar/${youth.subjectId}`}>{name}</a>} />
      <div class="stack">
        <Offer {...props} />
        {offers.length > 0 && (
          <Card heading={texts.outgoing}>
            <OutgoingTable frame={frame} offers={offers} newOnce={newOnce} />
          </Card>
        )}
        {carried !== null && <CarriedCard carried={carried} lang={frame.lang} heading={texts.carried} />}
        {carried !== null && <NeverCard lang={frame.lang} />}
      </div>
    </Page>
  )
}
