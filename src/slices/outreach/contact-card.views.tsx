/** The cards "Nästa steg" and "Kontakter" on the person page. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card, DefinitionList, type Fact } from '../../ui/card.tsx'
import type { PersonCard } from '../access/index.ts'
import {
  ladderTexts,
  quietText,
  skipText,
  stepText,
  stepTiming,
  suggestedCall,
  suggestionText,
  waitsForOn,
  type Standing,
} from '../ladder/index.ts'
import type { ContactsCard, NextOfYouth } from './contact-card.actions.ts'
import { contactsPath } from './contact-address.ts'
import { ContactList } from './contact-list.views.tsx'
import type { ShownContact } from './contact.types.ts'
import { dayText, outcomeText, upper } from './contact-words.texts.ts'
import { nextStepTexts } from './next-step.texts.ts'
import { undone } from './undo.rules.ts'
import { UndoForm } from './undo.views.tsx'

type Props = PersonCard<ContactsCard>

const isSilent = ({ quiet }: Standing, today: PlainDate): boolean => quiet !== null && dayOf(today) < quiet.untilOn

/** The sentence: what, and when; or how long we are silent and why. */
const Sentence = ({ next: { standing, hours }, lang, today }: { next: NextOfYouth; lang: Lang; today: PlainDate }) => {
  const t = nextStepTexts[lang]
  const { step, quiet, stoppedAnswering } = standing
  const day = dayOf(today)
  const call = step === null || isSilent(standing, today) ? null : suggestedCall(step, day)
  const waits = upper(ladderTexts[lang].waitsFor[waitsForOn(standing, day)])
  return (
    <>
      {quiet !== null && isSilent(standing, today) && <p>{quietText(lang, quiet, day)}</p>}
      {step === null ? (
        <p>{t.nothing}</p>
      ) : (
        <p>
          <strong class={stepTiming(step, day) === 'late' ? 'late' : ''}>{stepText(lang, step, day, hours)}</strong>
          {call !== null && ` – ${t.suggestion(suggestionText(lang, call, day, hours))}`}
        </p>
      )}
      <p class="muted">{[waits, stoppedAnswering ? ladderTexts[lang].stoppedAnswering : ''].filter((text) => text !== '').join(' · ')}</p>
    </>
  )
}

const mostDone = 4

/** What was done last, oldest first, then what comes, then what is left out and why. */
function stepFacts({ contacts, next }: ContactsCard, lang: Lang, today: PlainDate): Fact[] {
  const t = nextStepTexts[lang]
  const { steps } = ladderTexts[lang]
  const done = contacts.filter(({ struck, attempted }) => struck === null && attempted).slice(0, mostDone)
  const ahead = (next?.ahead ?? []).map((step) => steps[step]).join(' → ')
  return [
    ...done
      .toReversed()
      .map((contact) => ({ term: dayText(contact.at, today, lang), value: `${upper(outcomeText(contact, lang))} · ${contact.by}` })),
    ...(ahead === '' ? [] : [{ term: t.after, value: ahead }]),
    ...(next?.standing.skipped ?? []).map((skipped) => ({ term: t.skipped, value: `${steps[skipped.step]}: ${skipText(lang, skipped)}` })),
  ]
}

const ago = ({ at }: ShownContact, today: PlainDate): number => dayOf(today) - dayOf(at.slice(0, 10) as PlainDate)

/** The two clocks: days since somebody tried, and since the youth was reached. */
function clocks({ contacts }: ContactsCard, lang: Lang, today: PlainDate): Fact[] {
  const t = nextStepTexts[lang]
  const standing = contacts.filter(({ struck }) => struck === null)
  const [attempt, reached] = [standing.find(({ attempted }) => attempted), standing.find((contact) => contact.reached)]
  const said = (contact: ShownContact): string => `${dayText(contact.at, today, lang)}, ${t.daysAgo(ago(contact, today))}`
  return [
    { term: t.lastAttempt, value: attempt === undefined ? t.noAttempt : said(attempt) },
    { term: t.lastReached, value: reached === undefined ? <strong>{t.never}</strong> : said(reached) },
  ]
}

const Buttons = ({ of, lang, subjectId, acts, may, isProtected }: Props) => {
  const t = nextStepTexts[lang]
  if (!acts || !may('outreach.log')) return null
  if (!of.isFollowed && !isProtected) return <p class="muted">{t.notFollowed}</p>
  return (
    <p class="row spaced">
      <LinkButton href={`${contactsPath(subjectId)}?snabb=1&fran=ungdom`} variant="primary">
        {t.log}
      </LinkButton>
      <LinkButton href={contactsPath(subjectId)}>{t.other}</LinkButton>
    </p>
  )
}

/** The next step. Of a day that has been there is none: it was never kept. */
export const NextStepCard = (props: Props) => {
  const { of, lang, today, frame } = props
  const t = nextStepTexts[lang]
  const { next } = of
  if (of.on !== today || (next === null && of.contacts.length === 0 && !of.isFollowed)) return null
  const facts = stepFacts(frame.meeting ? { ...of, contacts: [] } : of, lang, today)
  const beginBy = next?.standing.beginBy ?? null
  return (
    <Card heading={t.heading} id="nasta-steg">
      {next !== null && <Sentence next={next} lang={lang} today={today} />}
      {beginBy !== null && <p>{t.beginBy(dayText(dateOf(beginBy), today, lang))}</p>}
      {facts.length > 0 && <DefinitionList facts={facts} />}
      <hr class="thin" />
      <DefinitionList facts={clocks(of, lang, today)} />
      <Buttons {...props} />
    </Card>
  )
}

/** Notes, and why something was struck, are for those who may open the page of contacts. */
const withoutWords = (contact: ShownContact): ShownContact => ({
  ...contact,
  note: '',
  struck: contact.struck === null || contact.struck.why === undone ? contact.struck : { ...contact.struck, why: '' },
})

const mostShown = 5

/** The history, the latest of it. What staff wrote for each other is not for a screen that is turned to the youth. */
export const HistoryCard = ({ of, lang, today, subjectId, frame, acts, may, staffId, newOnce }: Props) => {
  const t = nextStepTexts[lang]
  const contacts = may('outreach.log') ? of.contacts : of.contacts.map(withoutWords)
  const standing = contacts.filter(({ struck }) => struck === null)
  if (contacts.length === 0) return null
  const mayLog = acts && may('outreach.log')
  const undo = ({ contactId, byId, isFresh }: ShownContact) =>
    mayLog && isFresh && byId === staffId ? <UndoForm {...{ frame, subjectId, contactId }} once={newOnce()} back="youth" /> : null
  const link = mayLog ? <a href={contactsPath(subjectId)}>{t.all(standing.length)}</a> : undefined
  return (
    <Card heading={t.contacts} action={link}>
      <ContactList
        lang={lang}
        today={today}
        contacts={[...standing.slice(0, mostShown), ...contacts.filter(({ struck }) => struck !== null)]}
        departments={of.departments}
        isBare={frame.meeting}
        acts={undo}
      />
    </Card>
  )
}
