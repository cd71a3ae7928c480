/** The history of contacts: an attempt and a reach are told apart by sign and word, struck ones are kept apart. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Details } from '../../ui/card.tsx'
import { ladderTexts } from '../ladder/index.ts'
import { contactTexts } from './contact.texts.ts'
import type { ShownContact } from './contact.types.ts'
import { contactText, dayText, howText, kindSign, kindText, timeText, upper, wayText } from './contact-words.texts.ts'
import type { Department } from './outreach-settings.rules.ts'
import { undone } from './undo.rules.ts'

/** What the list is shown with. `isBare`: the screen is turned to the youth, and what staff wrote for each other is left out. */
export type ContactListProps = {
  readonly lang: Lang
  readonly today: PlainDate
  readonly contacts: readonly ShownContact[]
  readonly departments: readonly Department[]
  readonly isBare?: boolean
  /** What can be done with a contact. */
  readonly acts?: (contact: ShownContact) => Child
}

type OneProps = Omit<ContactListProps, 'contacts'> & { readonly contact: ShownContact }

/** What the youth said in it, and what was agreed. */
function saidTexts(
  { occupation, nextStep, nextOn, department }: ShownContact,
  { lang, today, departments }: Omit<OneProps, 'contact'>,
): string[] {
  const words = ladderTexts[lang]
  const chosen = departments.find(({ key }) => key === department)?.name ?? department
  return [
    occupation === null ? '' : words.occupations[occupation],
    nextStep === null
      ? ''
      : [words.agreed[nextStep], nextOn === null ? '' : dayText(nextOn, today, lang)].filter((text) => text !== '').join(' '),
    chosen === null ? '' : contactTexts[lang].someSupport(chosen),
  ].filter((text) => text !== '')
}

/** When, by whom, by which number. */
function aboutText(
  { at, loggedAt, by, secondBy, way, origin }: ShownContact,
  { lang, today, isBare = false }: Omit<OneProps, 'contact'>,
): string {
  const t = contactTexts[lang]
  const isLate = loggedAt.slice(0, 10) !== at.slice(0, 10)
  return [
    timeText(at, today, lang),
    secondBy === null ? by : t.withBoth(by, secondBy),
    way === null || isBare ? '' : wayText(way),
    t.origins[origin],
    isLate ? t.logged(dayText(loggedAt, today, lang)) : '',
  ]
    .filter((text) => text !== '')
    .join(' · ')
}

const One = ({ contact, acts, isBare = false, ...rest }: OneProps) => {
  const said = saidTexts(contact, rest)
  return (
    <li class={contact.reached ? 'holds' : 'tried'}>
      <span class="mark" aria-hidden="true">
        {kindSign(contact)}
      </span>
      <div>
        <span>
          <strong>{kindText(contact, rest.lang)}</strong>: {howText(contact, rest.lang)}
        </span>
        {said.length > 0 && <span class="said">{upper(said.join(' · '))}</span>}
        {!isBare && contact.note !== '' && <p class="as-typed">{contact.note}</p>}
        <small>{aboutText(contact, { ...rest, isBare })}</small>
        {acts?.(contact)}
      </div>
    </li>
  )
}

const Struck = ({ contact, lang, today }: Pick<OneProps, 'contact' | 'lang' | 'today'>) => {
  const t = contactTexts[lang]
  const { struck } = contact
  if (struck === null) return null
  const when = timeText(struck.at, today, lang)
  return (
    <li>
      <s>{`${contactText(contact, lang)}, ${timeText(contact.at, today, lang)} · ${contact.by}`}</s>
      <small class="below">{struck.why === undone ? t.undoneBy(struck.by, when) : t.struckBy(struck.by, when, struck.why)}</small>
    </li>
  )
}

/** The contacts that stand, newest first, and those that are struck for whoever asks. */
export const ContactList = ({ contacts, ...rest }: ContactListProps) => {
  const t = contactTexts[rest.lang]
  const stands = contacts.filter(({ struck }) => struck === null)
  const struck = contacts.filter((contact) => contact.struck !== null)
  return (
    <>
      {stands.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <ol class="plain chain">
          {stands.map((contact) => (
            <One contact={contact} {...rest} />
          ))}
        </ol>
      )}
      {struck.length > 0 && rest.isBare !== true && (
        <Details summary={t.struckHeading(struck.length)}>
          <ul class="plain stack">
            {struck.map((contact) => (
              <Struck contact={contact} lang={rest.lang} today={rest.today} />
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
