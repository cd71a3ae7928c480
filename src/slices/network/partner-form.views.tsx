/** The form of a partner: a new one, or one that is changed. */
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { networkTexts } from './network.texts.ts'
import { partnerKinds, type Partner } from './network.types.ts'
import type { NetworkDraft } from './partner.views.tsx'
import { networkPath, partnerPath } from './words.views.tsx'

type Props = {
  readonly frame: Frame
  /** Null: a new one. */
  readonly partner: Partner | null
  readonly draft: NetworkDraft
  readonly once: string
}

const Fields = ({ frame, draft }: Props) => {
  const t = networkTexts[frame.lang]
  const f = t.fields
  const at = (name: string) => ({ name, value: draft.value(name), problem: problemOf(draft.problems, name) })
  return (
    <>
      <Select {...at('kind')} label={f.kind} options={partnerKinds.map((value) => ({ value, label: t.kinds[value] }))} blank required />
      <Field {...at('name')} label={f.name} maxlength={120} required />
      <Field {...at('area')} label={f.area} hint={f.areaHint} maxlength={120} required={false} />
      <TextArea {...at('offers')} label={f.offers} maxlength={1000} required={false} />
      <Field {...at('meets')} label={f.meets} hint={f.meetsHint} maxlength={300} required={false} />
      <Field {...at('contact')} label={f.contact} hint={f.contactHint} maxlength={120} required={false} />
      <Field {...at('phone')} type="tel" label={f.phone} maxlength={40} required={false} />
      <Field {...at('email')} type="email" label={f.email} maxlength={200} required={false} />
      <Field {...at('endedOn')} type="date" label={f.endedOn} hint={f.endedOnHint} required={false} />
    </>
  )
}

/** The page. */
export const PartnerFormPage = (props: Props) => {
  const { frame, partner, draft, once } = props
  const t = networkTexts[frame.lang]
  const back = partner === null ? networkPath : partnerPath(partner.partnerId)
  const heading = partner === null ? t.addDo : t.changeTitle
  const crumbs = [
    { href: networkPath, label: t.title },
    ...(partner === null ? [] : [{ href: back, label: partner.name }]),
    { href: '', label: heading },
  ]
  return (
    <Page frame={frame} title={heading} crumbs={crumbs}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={heading} below={partner?.name} />
      <Card>
        <Form frame={frame} action={partner === null ? `${networkPath}/ny` : `${back}/andra`} once={once}>
          <input type="hidden" name="version" value={String(partner?.version ?? 0)} />
          <Fields {...props} />
          <div class="row">
            <Button>{partner === null ? t.addDo : t.save}</Button>
            <LinkButton href={back} variant="tertiary">
              {t.title}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </Page>
  )
}
