/** The whole form for a contact, on the channel that was chosen. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, problemOf } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Chips } from '../../ui/tabs.tsx'
import { NoteWarning } from '../hygiene/index.ts'
import { channels, ladderTexts, type Channel } from '../ladder/index.ts'
import { contactsPath } from './contact-address.ts'
import type { TypedContact } from './contact-draft.ts'
import type { ContactsOfYouth } from './contact-read.actions.ts'
import { allOutcomesOf, canCome, wayKindOf } from './contact.rules.ts'
import { contactTexts } from './contact.texts.ts'
import { directions } from './contact.types.ts'
import { upper, wayNote, wayText } from './contact-words.texts.ts'
import { SaidFields } from './said-fields.views.tsx'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly of: ContactsOfYouth
  readonly channel: Channel
  readonly draft: TypedContact
  readonly once: string
}

/** The channels, those used by hand most often first. */
const inOrder: readonly Channel[] = ['phone', ...channels.filter((channel) => channel !== 'phone')]

const ChannelLinks = ({ frame: { lang }, of, channel }: Props) => (
  <Chips
    label={contactTexts[lang].channel}
    links={inOrder.map((one) => ({
      href: contactsPath(of.youth.subjectId, one),
      label: upper(ladderTexts[lang].channels[one]),
      count: null,
      current: one === channel,
    }))}
  />
)

const given = ({ value, problems }: TypedContact, name: string) => ({ name, value: value(name), problem: problemOf(problems, name) })

const WayField = ({ frame: { lang }, of: { ways }, today, channel, draft }: Props) => {
  const t = contactTexts[lang]
  const kind = wayKindOf(channel)
  const fitting = ways.filter((way) => way.kind === kind)
  if (kind === null || (kind === 'address' && fitting.length === 0)) return null
  const options = fitting.map((way) => {
    const note = wayNote(way, today, lang)
    return { value: way.wayId, label: note === '' ? wayText(way) : `${wayText(way)} (${note})` }
  })
  const none = { phone: t.noNumber, email: t.noEmail, address: t.registered }[kind]
  const label = { phone: t.number, email: t.email, address: t.address }[kind]
  const live = fitting.find(({ deadOn }) => deadOn === null)
  const value = draft.value('channel') === '' && kind !== 'address' ? (live?.wayId ?? '') : draft.value('way')
  return <Select {...given(draft, 'way')} label={label} options={options} blank={none} value={value} />
}

const When = ({ frame: { lang }, today, draft }: Props) => {
  const t = contactTexts[lang]
  const on = draft.value('on')
  return (
    <div class="row low">
      <Field {...given(draft, 'on')} type="date" label={t.on} value={on === '' ? today : on} max={today} />
      <Field {...given(draft, 'at')} type="time" label={t.at} hint={t.atHint} />
    </div>
  )
}

const Who = ({ frame: { lang }, of: { colleagues }, channel, draft }: Props) => {
  const t = contactTexts[lang]
  return (
    <>
      {canCome(channel) && (
        <RadioGroup
          {...given(draft, 'direction')}
          label={t.direction}
          options={directions.map((one) => ({ value: one, label: t.directions[one] }))}
          value={draft.value('direction') === '' ? 'weContacted' : draft.value('direction')}
          inline
        />
      )}
      {channel === 'homeVisit' && (
        <Select
          {...given(draft, 'second')}
          label={t.second}
          hint={t.secondHint}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          blank
          required
        />
      )}
    </>
  )
}

const Outcome = ({ frame: { lang }, channel, draft }: Props) => {
  const outcomes = allOutcomesOf(channel)
  const chosen = draft.value('outcome')
  return (
    <RadioGroup
      {...given(draft, 'outcome')}
      label={contactTexts[lang].outcome}
      options={outcomes.map((one) => ({ value: one, label: upper(ladderTexts[lang].outcomes[one]) }))}
      value={chosen === '' && outcomes.length === 1 ? outcomes[0] : chosen}
      inline
      required
    />
  )
}

/** The form, with the channels above it. */
export const ContactForm = (props: Props) => {
  const { frame, of, channel, draft, once } = props
  const t = contactTexts[frame.lang]
  return (
    <Card heading={t.newHeading}>
      <div class="stack">
        <ChannelLinks {...props} />
        <Form frame={frame} action={contactsPath(of.youth.subjectId)} once={once} label={t.newHeading}>
          <input type="hidden" name="channel" value={channel} />
          <input type="hidden" name="back" value={draft.back} />
          <Who {...props} />
          <WayField {...props} />
          <Outcome {...props} />
          <When {...props} />
          <SaidFields lang={frame.lang} draft={draft} departments={of.departments} prefix="" />
          <TextArea {...given(draft, 'note')} label={t.note} hint={t.noteHint} rows={3} maxlength={500} required={false} />
          <NoteWarning {...draft.note} lang={frame.lang} />
          <div class="row">
            <Button>{t.save}</Button>
          </div>
        </Form>
      </div>
    </Card>
  )
}
