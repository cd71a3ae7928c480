/** The consents of a youth: the list, and the form for a new one. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { consentState, isUnder18 } from './consent.rules.ts'
import type { ConsentsOfYouth } from './consents.actions.ts'
import { consentTexts } from './consents.texts.ts'
import { purposes, receiverKinds, sharedFields, waysGiven, type Consent } from './consents.types.ts'
import { fieldTexts } from './package.texts.ts'

export type ConsentDraft = {
  readonly value: (field: string) => string
  readonly values: (field: string) => readonly string[]
  readonly problems: readonly FieldProblem[]
  /** The warning of what is in the receiver's name. */
  readonly note: NoteDraft
}

type Props = {
  readonly frame: Frame
  readonly subjectId: string
  readonly today: PlainDate
  readonly of: ConsentsOfYouth
  readonly draft: ConsentDraft
  readonly newOnce: () => string
}

export const consentsPath = (subjectId: string): string => `/ungdomar/${subjectId}/samtycken`

export const crumbsOf = (lang: Lang, subjectId: string, last: string) => [
  { href: '/ungdomar', label: consentTexts[lang].youths },
  { href: `/ungdomar/${subjectId}`, label: consentTexts[lang].youth },
  { href: '', label: last },
]

/** Whom a consent is for. The name of a partner is gone from the page once it is over. */
const receiverText = ({ receiverKind, receiverName, ...days }: Consent, today: PlainDate, lang: Lang): string => {
  const { nameGone, receivers } = consentTexts[lang]
  if (receiverKind === 'partner' && (receiverName === '' || consentState(days, today) !== 'live')) return nameGone
  return receiverName === '' ? receivers[receiverKind] : receiverName
}

const StateCell = ({ consent, today, lang }: { consent: Consent; today: PlainDate; lang: Lang }) => {
  const t = consentTexts[lang]
  const state = consentState(consent, today)
  const below = consent.withdrawnOn === null ? t.until(shortDay(consent.untilOn, lang)) : t.on(shortDay(consent.withdrawnOn, lang))
  return (
    <TwoLines below={below}>
      <Tag tone={state === 'live' ? 'success' : 'neutral'}>{t.states[state]}</Tag>
    </TwoLines>
  )
}

const Acts = ({ frame, subjectId, consent, newOnce }: Pick<Props, 'frame' | 'subjectId' | 'newOnce'> & { consent: Consent }) => {
  const { refer, withdraw: label, withdrawQuestion: question, withdrawDo: confirm } = consentTexts[frame.lang]
  const action = `${consentsPath(subjectId)}/${consent.consentId}/aterkalla`
  return (
    <div class="stack">
      <LinkButton href={`/ungdomar/${subjectId}/hanvisningar?samtycke=${consent.consentId}`}>{refer}</LinkButton>
      <Confirm frame={frame} action={action} once={newOnce()} label={label} question={question} confirm={confirm} danger />
    </div>
  )
}

const Given = (props: Props) => {
  const { frame, today, of } = props
  const { lang } = frame
  const t = consentTexts[lang]
  if (of.consents.length === 0) return <p class="muted">{t.none}</p>
  const { to, what, given, state, act } = t.columns
  const rows = of.consents.map((consent) => [
    <TwoLines below={t.purposes[consent.purpose]}>{receiverText(consent, today, lang)}</TwoLines>,
    consent.fields.map((field) => fieldTexts[lang].fields[field]).join(', '),
    <TwoLines below={consent.byName}>{`${t.hows[consent.how]}, ${shortDay(consent.givenOn, lang)}`}</TwoLines>,
    <StateCell consent={consent} today={today} lang={lang} />,
    consentState(consent, today) === 'live' ? <Acts {...props} consent={consent} /> : '',
  ])
  return <Table columns={[to, what, given, state, act].map((title) => ({ title }))} rows={rows} headed stacks />
}

const atOf =
  ({ draft }: Props) =>
  (name: string) => ({ name, problem: problemOf(draft.problems, name) })

const Who = (props: Props) => {
  const { frame, draft } = props
  const t = consentTexts[frame.lang]
  const at = atOf(props)
  const kinds = receiverKinds.map((value) => ({ value, label: t.receivers[value], hint: t.receiverHints[value] || undefined }))
  return (
    <>
      <RadioGroup
        {...at('purpose')}
        label={t.purpose}
        options={purposes.map((value) => ({ value, label: t.purposes[value] }))}
        value={draft.value('purpose')}
      />
      <RadioGroup {...at('kind')} label={t.receiver} options={kinds} value={draft.value('kind')} />
      <Field {...at('name')} label={t.name} hint={t.nameHint} value={draft.value('name')} maxlength={120} />
      <NoteWarning {...draft.note} lang={frame.lang} />
    </>
  )
}

const When = (props: Props) => {
  const { frame, draft, of, today } = props
  const t = consentTexts[frame.lang]
  const at = atOf(props)
  const asksGuardian = of.settings.under18 === 'guardianToo' && isUnder18(of.youth.bornOn, today)
  const ways = waysGiven.map((value) => ({ value, label: t.hows[value] }))
  return (
    <>
      <RadioGroup {...at('how')} label={t.how} options={ways} value={draft.value('how')} inline />
      <Field {...at('givenOn')} type="date" label={t.givenOn} value={draft.value('givenOn') || today} max={today} />
      {asksGuardian && (
        <Field {...at('guardianOn')} type="date" label={t.guardian} hint={t.guardianHint} value={draft.value('guardianOn')} max={today} />
      )}
      <Field {...at('untilOn')} type="date" label={t.untilOn} hint={t.untilHint(of.settings.longestDays)} value={draft.value('untilOn')} />
    </>
  )
}

const NewConsent = (props: Props) => {
  const { frame, subjectId, draft } = props
  const t = consentTexts[frame.lang]
  const fields = sharedFields.map((value) => ({ value, label: fieldTexts[frame.lang].fields[value] }))
  return (
    <Form frame={frame} action={`${consentsPath(subjectId)}/forhandsvisa`}>
      <Who {...props} />
      <CheckboxGroup {...atOf(props)('fields')} label={t.fields} hint={t.fieldsHint} options={fields} values={draft.values('fields')} />
      <When {...props} />
      <Button>{t.look}</Button>
    </Form>
  )
}

/** All consents of a youth, the form for a new one, and where to read what the law says without one. */
export const ConsentsPage = (props: Props) => {
  const { frame, subjectId, of, draft } = props
  const t = consentTexts[frame.lang]
  const name = `${of.youth.givenName} ${of.youth.familyName}`.trim()
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(frame.lang, subjectId, t.title)}>
      <PageHead heading={t.title} below={`${name} · ${t.below}`}>
        <LinkButton href={`/ungdomar/${subjectId}/hanvisningar`}>{t.referrals}</LinkButton>
      </PageHead>
      <div class="stack">
        <FormErrors problems={draft.problems} />
        <Card>
          <Given {...props} />
        </Card>
        <Card heading={t.newHeading}>
          <NewConsent {...props} />
        </Card>
        <Card heading={t.without}>
          <ul>
            {receiverKinds.map((kind) => (
              <li>
                <a href={`${consentsPath(subjectId)}/utan?till=${kind}`}>{t.withoutLink(t.receivers[kind].toLowerCase())}</a>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  )
}
