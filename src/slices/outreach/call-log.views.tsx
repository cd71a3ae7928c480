/** The quick call log: one form, under a row of the list with script and on a page of its own without, and what is said when it is saved. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { described, Field, Problem } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { keptName, NoteWarning } from '../hygiene/index.ts'
import { ladderTexts } from '../ladder/index.ts'
import { callable, deadPhones, quickOutcomes } from './call-log.rules.ts'
import { contactsPath } from './contact-address.ts'
import { callPrefix, type TypedContact } from './contact-draft.ts'
import type { ContactsOfYouth } from './contact-read.actions.ts'
import { contactTexts } from './contact.texts.ts'
import { directions } from './contact.types.ts'
import { upper, wayNote, wayText } from './contact-words.texts.ts'
import type { Way } from './outreach.types.ts'
import { SaidFields } from './said-fields.views.tsx'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly of: ContactsOfYouth
  readonly draft: TypedContact
  readonly once: string
  /** Where the call log was opened from. */
  readonly backHref: string
}

/** The youth's name; what the page shows of nobody else. */
export const nameOf = ({ youth: { givenName, familyName } }: Pick<ContactsOfYouth, 'youth'>): string => `${givenName} ${familyName}`.trim()

const PhoneLink = ({ way, lang }: { readonly way: Way; readonly lang: Lang }) => (
  <a href={`tel:${way.value}`}>{`${contactTexts[lang].call} ${wayText(way)}`}</a>
)

const Note = ({ way, today, lang }: { readonly way: Way; readonly today: PlainDate; readonly lang: Lang }) => {
  const note = wayNote(way, today, lang)
  return note === '' ? null : <span class="muted">{note}</span>
}

const idAt = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)

type ChoiceProps = { readonly id: string; readonly way: Way; readonly isChosen: boolean; readonly today: PlainDate; readonly lang: Lang }

const NumberChoice = ({ id, way, isChosen, today, lang }: ChoiceProps) => (
  <div class="row">
    <div class="ds-field">
      <input class="ds-input" type="radio" id={id} name="way" value={way.wayId} checked={isChosen} />
      <label class="ds-label" for={id}>
        {wayText(way)}
      </label>
    </div>
    <PhoneLink way={way} lang={lang} /> <Note way={way} today={today} lang={lang} />
  </div>
)

/** Which number was called: chosen when there are several. */
const Numbers = ({ of: { ways, youth }, today, draft, frame: { lang } }: Props) => {
  const t = contactTexts[lang]
  const [first, ...others] = callable(ways, today)
  if (first === undefined) {
    return (
      <p>
        <span class="muted">{t.emptyLedger}</span> <a href={`/ungdomar/${youth.subjectId}/vagar`}>{t.search}</a>
      </p>
    )
  }
  if (others.length === 0) {
    return (
      <p class="row">
        <input type="hidden" name="way" value={first.wayId} />
        <PhoneLink way={first} lang={lang} /> <Note way={first} today={today} lang={lang} />
      </p>
    )
  }
  const chosen = draft.value('way') === '' ? first.wayId : draft.value('way')
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{t.number}</legend>
      <div class="choices">
        {[first, ...others].map((way, index) => (
          <NumberChoice id={idAt(`${callPrefix}way`, index)} way={way} isChosen={way.wayId === chosen} today={today} lang={lang} />
        ))}
      </div>
    </fieldset>
  )
}

const DeadNumbers = ({ of: { ways }, today, frame: { lang } }: Props) => (
  <>
    {deadPhones(ways).map((way) => (
      <p>
        <s>{wayText(way)}</s> <span class="late">{wayNote(way, today, lang)}</span>
      </p>
    ))}
  </>
)

/** One key a result. */
const Results = ({ draft, frame: { lang } }: Props) => {
  const id = `${callPrefix}outcome`
  const problem = problemOf(draft.problems, id)
  return (
    <fieldset class="ds-fieldset" {...described(id, undefined, problem)}>
      <legend class="ds-label">{contactTexts[lang].outcome}</legend>
      <div class="choices row">
        {quickOutcomes.map((outcome, index) => (
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              id={idAt(id, index)}
              name="outcome"
              value={outcome}
              checked={draft.value('outcome') === outcome}
              data-digit={String(index + 1)}
            />
            <label class="ds-label" for={idAt(id, index)}>
              <kbd>{index + 1}</kbd> {upper(ladderTexts[lang].outcomes[outcome])}
            </label>
          </div>
        ))}
      </div>
      <Problem id={id} text={problem} />
    </fieldset>
  )
}

const moreFields = ['direction', 'occupation', 'nextStep', 'nextOn', 'department']

const More = ({ of: { departments }, draft, frame: { lang } }: Props) => {
  const t = contactTexts[lang]
  const isOpen = draft.problems.some(({ field }) => moreFields.includes(field.slice(callPrefix.length)))
  return (
    <Details summary={t.more} open={isOpen}>
      <div class="stack">
        <RadioGroup
          name="direction"
          id={`${callPrefix}direction`}
          label={t.direction}
          options={directions.map((one) => ({ value: one, label: t.directions[one] }))}
          value={draft.value('direction') === '' ? 'weContacted' : draft.value('direction')}
          inline
        />
        <SaidFields lang={lang} draft={draft} departments={departments} prefix={callPrefix} />
      </div>
    </Details>
  )
}

const Buttons = ({ of, frame: { lang }, backHref }: Props) => {
  const t = contactTexts[lang]
  return (
    <div class="row">
      <Button>{t.save}</Button>
      <span data-call-close>
        <LinkButton href={backHref} variant="tertiary">
          {t.cancel}
        </LinkButton>
      </span>
      <a href={contactsPath(of.youth.subjectId)}>{t.fullForm}</a>
      <span class="muted" data-call-keys hidden>
        {t.keys}
      </span>
    </div>
  )
}

const Line = ({ draft, frame: { lang } }: Props) => {
  const t = contactTexts[lang]
  const id = `${callPrefix}note`
  const problem = problemOf(draft.problems, id)
  return (
    <Field
      name="note"
      id={id}
      label={t.note}
      hint={t.lineHint}
      maxlength={500}
      value={draft.value('note')}
      problem={problem}
      required={false}
    />
  )
}

/** The form. With script it is opened under the youth's row. */
export const CallForm = (props: Props) => {
  const { frame, of, draft, once } = props
  const t = contactTexts[frame.lang]
  return (
    <div class="call-log" data-call-form data-failed={t.failed}>
      <FormErrors problems={draft.problems} />
      <Form frame={frame} action={contactsPath(of.youth.subjectId)} once={once} label={t.callOf(nameOf(of))}>
        <input type="hidden" name="channel" value="phone" />
        <input type="hidden" name="quick" value="ja" />
        <input type="hidden" name="back" value={draft.back} />
        <input type="hidden" name="view" value={draft.view} />
        <Numbers {...props} />
        <DeadNumbers {...props} />
        <Results {...props} />
        <Line {...props} />
        <NoteWarning {...draft.note} lang={frame.lang} id={`${callPrefix}${keptName}`} />
        <More {...props} />
        <Buttons {...props} />
      </Form>
    </div>
  )
}

/** The same form on a page of its own. */
export const CallPage = (props: Props) => {
  const { frame, of } = props
  const t = contactTexts[frame.lang]
  const crumbs = [
    { href: '/ungdomar', label: t.list },
    { href: `/ungdomar/${of.youth.subjectId}`, label: t.youth },
    { href: '', label: t.callTitle },
  ]
  return (
    <Page frame={frame} title={t.callTitle} crumbs={crumbs}>
      <PageHead heading={t.callTitle} below={nameOf(of)} />
      {of.isFollowed ? (
        <Card>
          <CallForm {...props} />
        </Card>
      ) : (
        <Alert kind="warning">{t.notFollowed}</Alert>
      )}
    </Page>
  )
}
