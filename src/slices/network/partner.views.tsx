/** One partner with agreements and meetings. */
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList, Tag, type Tone } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { agreementState, canBeRenewed, isRenewed, shippedRemindDays } from './agreement.rules.ts'
import { meetingTexts } from './meeting.texts.ts'
import { networkTexts } from './network.texts.ts'
import type { AgreementState, PartnerAgreement } from './network.types.ts'
import type { OnePartner } from './partner.actions.ts'
import { ContactText, EndTag, MeetingsTable, networkPath, partnerPath, type NetworkRights } from './words.views.tsx'

/** What was typed in a form that is shown again. */
export type NetworkDraft = { readonly value: (field: string) => string; readonly problems: readonly FieldProblem[] }

type PartnerProps = NetworkRights & {
  readonly frame: Frame
  readonly today: PlainDate
  readonly of: OnePartner
  readonly draft: NetworkDraft
  readonly newOnce: () => string
}

const About = ({ frame: { lang }, of: { partner } }: PartnerProps) => {
  const t = networkTexts[lang]
  return (
    <DefinitionList
      facts={[
        { term: t.fields.kind, value: t.kinds[partner.kind] },
        ...(partner.area === '' ? [] : [{ term: t.fields.area, value: partner.area }]),
        { term: t.columns.offers, value: partner.offers },
        { term: t.columns.meets, value: partner.meets },
        { term: t.columns.contact, value: <ContactText partner={partner} /> },
      ]}
    />
  )
}

const tones: Readonly<Record<AgreementState, Tone>> = {
  coming: 'info',
  inForce: 'success',
  runsOut: 'warning',
  ranOut: 'danger',
  ended: 'neutral',
}

const Agreements = ({ frame, today, of: { partner, agreements }, mayEdit, newOnce }: PartnerProps) => {
  const { lang } = frame
  const t = networkTexts[lang]
  const actOf = (one: PartnerAgreement) =>
    mayEdit && one.endedOn === null ? (
      <Confirm
        frame={frame}
        action={`${partnerPath(partner.partnerId)}/avtal/${one.agreementId}/saga-upp`}
        once={newOnce()}
        label={t.callOff}
        question={t.callOffQuestion}
        confirm={t.callOffDo}
        danger
      />
    ) : null
  const rows = agreements.map((one) => {
    const state = agreementState(one, today)
    const last = one.endedOn ?? one.lastOn
    return [
      <TwoLines below={one.reference}>{one.name}</TwoLines>,
      shortDay(one.fromOn, lang),
      last === null ? t.forever : shortDay(last, lang),
      isRenewed(one, agreements) ? <Tag>{t.renewed}</Tag> : <Tag tone={tones[state]}>{t.states[state]}</Tag>,
      actOf(one),
    ]
  })
  const columns = Object.values(t.agreementColumns).map((title) => ({ title }))
  return <Table columns={columns} rows={rows} empty={t.agreementsNone} headed stacks />
}

const NewAgreement = ({ frame, today, of: { partner, agreements }, draft, newOnce }: PartnerProps) => {
  const t = networkTexts[frame.lang]
  const renewable = canBeRenewed(agreements).map((one) => ({ value: one.agreementId, label: one.name }))
  const f = t.agreementFields
  const at = (name: string, otherwise = '') => ({
    name,
    value: draft.value(name) === '' ? otherwise : draft.value(name),
    problem: problemOf(draft.problems, name),
  })
  return (
    <Card heading={t.newAgreement}>
      <Form frame={frame} action={`${partnerPath(partner.partnerId)}/avtal`} once={newOnce()}>
        <p class="muted">{t.agreementHint}</p>
        <Field {...at('name')} id="name" label={f.name} maxlength={160} required />
        <Field {...at('reference')} label={f.reference} maxlength={60} required={false} />
        <Field {...at('fromOn', today)} type="date" label={f.fromOn} required />
        <Field {...at('lastOn')} type="date" label={f.lastOn} hint={f.lastOnHint} required={false} />
        <Field {...at('remindDays', String(shippedRemindDays))} label={f.remindDays} inputmode="numeric" size={6} required />
        {renewable.length > 0 && <Select {...at('renews')} label={f.renews} options={renewable} blank={f.renewsNone} required={false} />}
        <Button>{t.agreementAdd}</Button>
      </Form>
    </Card>
  )
}

const BookMeeting = ({ frame, of: { partner }, draft, newOnce }: PartnerProps) => {
  const t = meetingTexts[frame.lang]
  const at = (name: string) => ({ name, value: draft.value(name), problem: problemOf(draft.problems, name) })
  return (
    <Card heading={t.book}>
      <Form frame={frame} action={`${partnerPath(partner.partnerId)}/moten`} once={newOnce()}>
        <Field {...at('heldOn')} type="date" label={t.fields.heldOn} required />
        <Field {...at('beginsAt')} type="time" label={t.fields.beginsAt} required />
        <Field {...at('place')} label={t.fields.place} maxlength={120} required={false} />
        <Button variant="secondary">{t.bookDo}</Button>
      </Form>
    </Card>
  )
}

/** What there is of the partner: who it is, what is agreed, and when you meet. */
const PartnerCards = (props: PartnerProps) => {
  const {
    frame: { lang },
    of,
    mayMeet,
  } = props
  const t = networkTexts[lang]
  return (
    <>
      <Card heading={t.about}>
        <About {...props} />
      </Card>
      <Card heading={t.agreements}>
        <Agreements {...props} />
      </Card>
      <Card heading={meetingTexts[lang].meetings}>
        <MeetingsTable meetings={of.meetings} lang={lang} mayOpen={mayMeet} />
      </Card>
    </>
  )
}

/** One partner. */
export const PartnerPage = (props: PartnerProps) => {
  const { frame, today, of, draft, mayEdit, mayMeet } = props
  const t = networkTexts[frame.lang]
  const isOver = of.partner.endedOn !== null && of.partner.endedOn <= today
  const crumbs = [
    { href: networkPath, label: t.title },
    { href: '', label: of.partner.name },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={of.partner.name} below={<EndTag partner={of.partner} frame={frame} today={today} />}>
        {mayEdit && <LinkButton href={`${partnerPath(of.partner.partnerId)}/andra`}>{t.change}</LinkButton>}
      </PageHead>
      <Columns
        main={<PartnerCards {...props} />}
        side={
          <>
            {mayMeet && !isOver && <BookMeeting {...props} />}
            {mayEdit && !isOver && <NewAgreement {...props} />}
          </>
        }
      />
    </Page>
  )
}
