/** What was delivered: the list on the half-year's page, and one delivery with its file and its receipt. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList, Tag } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { PageHead } from '../../ui/page.tsx'
import { deliverTexts } from './deliver.texts.ts'
import { deskTexts } from './desk.texts.ts'
import type { DeskProps } from './desk.views.tsx'
import { ForHolders, ReturnPage } from './parts.views.tsx'
import { returnPaths } from './return-paths.ts'
import { returnTexts } from './returns.texts.ts'
import type { Delivery } from './returns.types.ts'

const ReceiptTag = ({ delivery, lang }: { delivery: Delivery; lang: Lang }) => {
  const t = deliverTexts[lang]
  return delivery.receipt === null ? (
    <Tag tone="warning">{t.noReceipt}</Tag>
  ) : (
    <Tag tone="success">{t.received(delivery.receipt.number)}</Tag>
  )
}

/** The deliveries of the half-year, the last one first. One without receipt is to be done. */
export const DeliveriesCard = ({ desk: { deliveries }, frame: { lang }, may }: DeskProps) => {
  const [t, d] = [deliverTexts[lang], deskTexts[lang]]
  const last = deliveries[0]
  return (
    <Card heading={t.deliveries} id="leveranser">
      {last !== undefined && last.receipt === null && (
        <Alert kind="warning" title={d.noReceipt(last.nth)}>
          <p>{d.noReceiptText}</p>
          {may('returns.deliver') && <LinkButton href={`${returnPaths.delivery(last.deliveryId)}#number`}>{d.toReceipt}</LinkButton>}
        </Alert>
      )}
      {deliveries.length === 0 && <p>{t.none}</p>}
      <ul class="plain counted">
        {deliveries.map((delivery, index) => (
          <li>
            <span>
              <a href={returnPaths.delivery(delivery.deliveryId)}>{t.nth(delivery.nth)}</a>
              <small class="below">
                {[t.by(delivery.at, delivery.byName), t.rowsText(delivery.counts.rows), index === 0 ? t.stands : t.replaced].join(' · ')}
              </small>
            </span>
            <span>
              <ReceiptTag delivery={delivery} lang={lang} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export type DeliveryPageProps = {
  readonly frame: Frame
  readonly delivery: Delivery
  readonly isLast: boolean
  /** Who may fetch the file, where the reader may not; null where they may. */
  readonly holders: readonly string[] | null
  readonly mayDeliver: boolean
  readonly typed: string
  readonly problems: readonly FieldProblem[]
  /** Somebody else wrote the receipt down meanwhile. */
  readonly isStale: boolean
  readonly newOnce: () => string
}

const About = ({ frame: { lang }, delivery, isLast }: DeliveryPageProps) => {
  const [t, r, d] = [deliverTexts[lang], returnTexts[lang], deskTexts[lang]]
  const { counts, errors, warnings, profileOrigin, profileVersion } = delivery
  const facts = [
    { term: t.when, value: delivery.at },
    { term: t.who, value: delivery.byName },
    { term: t.state, value: isLast ? t.stands : t.replaced },
    { term: t.file, value: delivery.fileName },
    { term: t.sha, value: <code class="keep">{delivery.sha256}</code> },
    { term: t.youths, value: counts.youths },
    { term: t.rows, value: counts.rows },
    ...Object.entries(r.blocks).map(([block, name]) => ({ term: name, value: counts.blocks[block as keyof typeof counts.blocks] })),
    ...(counts.protected > 0 ? [{ term: t.protected, value: counts.protected }] : []),
    ...(counts.leftOut > 0 ? [{ term: t.leftOut, value: counts.leftOut }] : []),
    { term: t.errors, value: errors === 0 ? 0 : t.despiteErrors(errors) },
    { term: t.warnings, value: warnings },
    { term: t.profile, value: d.profileIs(d.origins[profileOrigin], profileVersion) },
    { term: t.asKnown, value: delivery.asKnownAt },
  ]
  return (
    <Card heading={t.about}>
      <DefinitionList facts={facts} />
    </Card>
  )
}

const ReceiptForm = ({ frame, delivery, isLast, typed, problems, newOnce }: DeliveryPageProps) => {
  const t = deliverTexts[frame.lang]
  return (
    <>
      <Alert kind={isLast ? 'warning' : 'info'}>{isLast ? t.receiptText : t.receiptOld}</Alert>
      <Form frame={frame} action={`${returnPaths.delivery(delivery.deliveryId)}/kvittens`} once={newOnce()}>
        <Field
          name="number"
          label={t.number}
          hint={t.numberHint}
          value={typed}
          maxlength={60}
          problem={problemOf(problems, 'number')}
          required
        />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </>
  )
}

const ReceiptCard = (props: DeliveryPageProps) => {
  const { frame, delivery, mayDeliver, isStale, typed } = props
  const t = deliverTexts[frame.lang]
  const { receipt } = delivery
  return (
    <Card heading={t.receipt} id="kvittens">
      {isStale && receipt !== null && (
        <Alert kind="warning" live>
          <p>{t.hasReceipt(receipt.number, receipt.byName)}</p>
          <DefinitionList facts={[{ term: t.mine, value: typed }]} />
        </Alert>
      )}
      {receipt !== null && (
        <DefinitionList
          facts={[
            { term: t.number, value: receipt.number },
            { term: t.when, value: t.receiptBy(receipt.at, receipt.byName) },
          ]}
        />
      )}
      {receipt === null && (mayDeliver ? <ReceiptForm {...props} /> : <Alert kind="warning">{t.receiptText}</Alert>)}
    </Card>
  )
}

const FileCard = ({ frame: { lang }, delivery, holders }: DeliveryPageProps) => {
  const t = deliverTexts[lang]
  if (holders !== null) return <ForHolders lang={lang} names={holders} />
  return (
    <Card heading={t.file}>
      <p>
        <LinkButton href={`${returnPaths.delivery(delivery.deliveryId)}/fil`} variant="primary">
          {t.download}
        </LinkButton>
      </p>
      <p class="muted">{t.downloadHint}</p>
    </Card>
  )
}

/** One delivery. */
export const DeliveryPage = (props: DeliveryPageProps) => {
  const { frame, delivery, problems } = props
  const t = deliverTexts[frame.lang]
  const side = (
    <>
      <FileCard {...props} />
      <ReceiptCard {...props} />
    </>
  )
  return (
    <ReturnPage frame={frame} title={t.nth(delivery.nth)} under={delivery.half}>
      <FormErrors problems={problems} />
      <PageHead heading={t.one(delivery.half, delivery.nth)} below={t.by(delivery.at, delivery.byName)} />
      <Columns main={<About {...props} />} side={side} />
    </ReturnPage>
  )
}
