/** The school's form: one for each kind of notice, with the fields that it has and no others. */
import { Card } from '../../ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import { endings, schoolActs, schoolTypes, type NoticeKind } from './notices.types.ts'
import { inLang, SchoolPage, type OpenFrame } from './open-frame.views.tsx'
import { openTexts, type OpenTexts } from './open.texts.ts'
import { ProtectedWarning } from './open.views.tsx'

/** What was typed, and what is wrong with it, in words. */
export type NoticeDraft = {
  readonly value: (field: string) => string
  readonly values: (field: string) => readonly string[]
  readonly problems: readonly FieldProblem[]
}

type Props = { readonly frame: OpenFrame; readonly kind: NoticeKind; readonly school: string; readonly draft: NoticeDraft }
type FieldName = keyof OpenTexts['fields']

const at = ({ frame, draft }: Pick<Props, 'frame' | 'draft'>, name: FieldName) => {
  const { fields, hints } = openTexts[frame.lang]
  const hint = Object.hasOwn(hints, name) ? hints[name as keyof typeof hints] : undefined
  return {
    name,
    label: fields[name],
    value: draft.value(name),
    problem: problemOf(draft.problems, name),
    ...(hint === undefined ? {} : { hint }),
  }
}

const StartFields = (props: Props) => {
  const { schoolTypes: words } = openTexts[props.frame.lang]
  return (
    <>
      <Field {...at(props, 'startOn')} type="date" />
      <RadioGroup {...at(props, 'schoolType')} options={schoolTypes.map((value) => ({ value, label: words[value] }))} />
      <Field {...at(props, 'educationCode')} maxlength={9} size={12} />
    </>
  )
}

const EndFields = (props: Props) => {
  const { endings: words } = openTexts[props.frame.lang]
  return (
    <>
      <Field {...at(props, 'lastDayOn')} type="date" />
      <RadioGroup {...at(props, 'how')} options={endings.map((value) => ({ value, label: words[value] }))} />
    </>
  )
}

const AbsenceFields = (props: Props) => {
  const { acts, yes, no } = openTexts[props.frame.lang]
  const { value: _value, ...did } = at(props, 'schoolDid')
  return (
    <>
      <Field {...at(props, 'fromOn')} type="date" />
      <Field {...at(props, 'untilOn')} type="date" />
      <Field {...at(props, 'hours')} inputmode="decimal" size={6} maxlength={7} />
      <CheckboxGroup
        {...did}
        values={props.draft.values('schoolDid')}
        options={schoolActs.map((act) => ({ value: act, label: acts[act] }))}
      />
      <RadioGroup
        {...at(props, 'reportedToCsn')}
        options={[
          { value: 'ja', label: yes },
          { value: 'nej', label: no },
        ]}
      />
    </>
  )
}

const EventFields = (props: Props) => {
  switch (props.kind) {
    case 'start':
      return <StartFields {...props} />
    case 'end':
      return <EndFields {...props} />
    case 'absence':
      return <AbsenceFields {...props} />
  }
}

const PupilCard = (props: Props) => (
  <Card heading={openTexts[props.frame.lang].pupil}>
    <div class="stack">
      <Field {...at(props, 'number')} inputmode="numeric" maxlength={13} size={16} />
      <Field {...at(props, 'givenName')} maxlength={80} />
      <Field {...at(props, 'familyName')} maxlength={80} />
    </div>
  </Card>
)

const ContactCard = (props: Props) => {
  const texts = openTexts[props.frame.lang]
  return (
    <Card heading={texts.contact}>
      <div class="stack">
        <p class="muted">{texts.contactHint}</p>
        <Field {...at(props, 'contactName')} maxlength={80} autocomplete="name" />
        <Field {...at(props, 'contactPhone')} type="tel" maxlength={20} autocomplete="tel" />
        <Field {...at(props, 'contactEmail')} type="email" maxlength={200} autocomplete="email" />
      </div>
    </Card>
  )
}

/** The form of one kind. */
export const NoticeFormPage = (props: Props) => {
  const { frame, kind, school, draft } = props
  const texts = openTexts[frame.lang]
  return (
    <SchoolPage frame={frame} title={texts.kinds[kind]}>
      <p>{school}</p>
      <FormErrors problems={draft.problems} />
      <ProtectedWarning lang={frame.lang} />
      <form class="stack" method="post" action={inLang(frame.path, frame.lang, frame.query)} novalidate>
        <PupilCard {...props} />
        <Card heading={texts.event}>
          <div class="stack">
            <EventFields {...props} />
          </div>
        </Card>
        <ContactCard {...props} />
        <button class="ds-button" type="submit">
          {texts.send}
        </button>
      </form>
    </SchoolPage>
  )
}
