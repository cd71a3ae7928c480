/** The page of a youth's contacts: the form and everything that was done. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, Columns } from '../../ui/card.tsx'
import { FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { Channel } from '../ladder/index.ts'
import { nameOf } from './call-log.views.tsx'
import type { TypedContact } from './contact-draft.ts'
import { ContactForm } from './contact-form.views.tsx'
import { ContactList } from './contact-list.views.tsx'
import type { ContactsOfYouth } from './contact-read.actions.ts'
import { contactTexts } from './contact.texts.ts'
import type { ShownContact } from './contact.types.ts'
import { StrikeForm, UndoForm, type StrikeDraft } from './undo.views.tsx'

export type ContactsPageProps = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly staffId: string
  readonly of: ContactsOfYouth
  readonly channel: Channel
  readonly draft: TypedContact
  readonly strike: StrikeDraft | null
  readonly mayStrikeAny: boolean
  /** Why something could not be taken back. */
  readonly refused: string | null
  readonly newOnce: () => string
}

const History = ({ frame, today, staffId, of, strike, mayStrikeAny, newOnce }: ContactsPageProps) => {
  const { subjectId } = of.youth
  const acts = ({ contactId, byId, isFresh }: ShownContact) => {
    const about = { frame, subjectId, contactId, once: newOnce() }
    if (byId === staffId && isFresh) return <UndoForm {...about} back="contacts" />
    const refused = strike?.contactId === contactId ? strike : null
    return byId === staffId || mayStrikeAny ? <StrikeForm {...about} refused={refused} /> : null
  }
  return (
    <Card heading={contactTexts[frame.lang].history}>
      <ContactList lang={frame.lang} today={today} contacts={of.contacts} departments={of.departments} acts={acts} />
    </Card>
  )
}

const problemsOf = ({ draft, strike }: ContactsPageProps) =>
  strike === null ? draft.problems : [{ field: `why-${strike.contactId}`, text: strike.problem }]

/** The page. */
export const ContactsPage = (props: ContactsPageProps) => {
  const { frame, today, of, channel, draft, newOnce } = props
  const t = contactTexts[frame.lang]
  const crumbs = [
    { href: '/ungdomar', label: t.list },
    { href: `/ungdomar/${of.youth.subjectId}`, label: t.youth },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      <FormErrors problems={problemsOf(props)} />
      <PageHead heading={t.title} below={nameOf(of)} />
      {props.refused !== null && (
        <Alert kind="danger" live>
          {props.refused}
        </Alert>
      )}
      {!of.isFollowed && <Alert kind="warning">{t.notFollowed}</Alert>}
      <Columns
        main={<ContactForm frame={frame} today={today} of={of} channel={channel} draft={draft} once={newOnce()} />}
        side={<History {...props} />}
      />
    </Page>
  )
}
