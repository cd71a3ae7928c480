/** The forms of the component page. */
import { Button } from './button.tsx'
import { Card, Details } from './card.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from './choice.tsx'
import { Field, Select, TextArea } from './field.tsx'
import { Confirm, Form, FormErrors, problemOf } from './form.tsx'
import type { Frame } from './frame.ts'

type Props = { readonly frame: Frame }

const problems = [
  { field: 'refused-phone', text: 'Skriv ett telefonnummer, till exempel 070-174 06 05.' },
  { field: 'refused-outcome', text: 'Välj hur det gick.' },
]

const answers = [
  { value: 'reached', label: 'Nådd', hint: 'Ungdomen själv svarade.' },
  { value: 'guardian', label: 'Vårdnadshavare svarade' },
  { value: 'none', label: 'Inget svar' },
]

const Fields = () => (
  <>
    <Field name="phone" label="Telefon" type="tel" hint="Med riktnummer." value="070-174 06 05" required />
    <Field name="on" label="Dag" type="date" value="2026-11-21" required={false} />
    <Select
      name="kind"
      label="Slag"
      blank
      options={['Samtal', 'Brev', 'Hembesök'].map((label) => ({ value: label, label }))}
      value="Brev"
    />
    <TextArea name="note" label="Vad sades" hint="Skriv bara det som behövs för stödet." maxlength={500} value="Vill läsa in engelska." />
    <RadioGroup name="outcome" label="Hur gick det" options={answers} value="reached" />
    <CheckboxGroup
      name="ways"
      label="Får nås genom"
      inline
      values={['sms']}
      options={[
        { value: 'sms', label: 'Sms' },
        { value: 'brev', label: 'Brev' },
      ]}
    />
    <Checkbox name="consent" label="Ungdomen vill ha uppföljning" hint="Kan ångras när som helst." checked />
    <Field name="locked" label="Källa" value="Skolregistret" readonly />
    <Field name="off" label="Avstängt fält" value="Går inte att ändra" disabled />
  </>
)

const Refused = ({ frame }: Props) => (
  <Card heading="Ett avvisat formulär">
    <FormErrors problems={problems} />
    <Form frame={frame} action="/ui">
      <Field name="phone" id="refused-phone" label="Telefon" value="abc" required problem={problemOf(problems, 'refused-phone')} />
      <RadioGroup
        name="outcome"
        id="refused-outcome"
        label="Hur gick det"
        required
        options={answers}
        problem={problemOf(problems, 'refused-outcome')}
      />
      <Checkbox name="read" id="refused-read" label="Jag har läst upp anteckningen" problem="Kryssa i rutan." />
      <Button>Spara samtalet</Button>
    </Form>
  </Card>
)

const AskFirst = ({ frame }: Props) => (
  <Card heading="Fråga först">
    <Confirm
      frame={frame}
      action="/ui"
      label="Avsluta ärendet …"
      question="Ärendet avslutas och försvinner från listan. Det kan öppnas igen."
      confirm="Ja, avsluta"
      danger
    >
      <TextArea name="reason" label="Varför" required rows={2} />
    </Confirm>
    <Details summary="Så räknas det">
      <p>En ungdom är nådd när hen själv har svarat.</p>
    </Details>
  </Card>
)

/** A form as it comes, one that was refused, and a question before a change. */
export const FormSamples = ({ frame }: Props) => (
  <>
    <Card heading="Ett formulär">
      <Form frame={frame} action="/ui" once="en-gang">
        <Fields />
        <div class="row">
          <Button>Spara samtalet</Button>
          <Button variant="secondary" name="then" value="next">
            Spara och ring nästa
          </Button>
        </div>
      </Form>
    </Card>
    <Refused frame={frame} />
    <AskFirst frame={frame} />
  </>
)
