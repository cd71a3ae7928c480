/** Showing the two forms of contacts: empty, or with what was typed; and the parts of pages that the script asks for. */
import { isRandomId } from '../../platform/random-id.ts'
import type { Child } from 'hono/jsx'
import { LangProvider } from '../../ui/ui.texts.ts'
import {
  data,
  goTo,
  missing,
  page,
  signInAgain,
  typedValue,
  type Answer,
  type FieldProblem,
  type Typed,
  type Visit,
} from '../access/index.ts'
import type { FieldFlag } from '../hygiene/index.ts'
import { backToList } from '../worklist/index.ts'
import { CallForm, CallPage } from './call-log.views.tsx'
import { channelOf, contactsPath } from './contact-address.ts'
import type { TypedContact } from './contact-draft.ts'
import { readContacts, type ContactsOfYouth } from './contact-read.actions.ts'
import { isQuick, readerOf, typedContact, untouched } from './contact-visit.ts'
import { ContactsPage } from './contacts.views.tsx'
import type { StrikeDraft } from './undo.views.tsx'
import { channels, type Channel } from '../ladder/index.ts'

type Status = 200 | 409 | 422

/** A part of a page, for our own script. */
export function part({ lang }: Visit, body: Child, status: Status = 200): Answer {
  const drawn: { toString: () => string | Promise<string> } = <LangProvider value={lang}>{body}</LangProvider>
  // Drawing without anything awaited is a text at once.
  return data('text/html; charset=UTF-8', drawn.toString() as string, status)
}

/** Whether the script asked, and wants a part instead of a page. */
export const isScripted = ({ query }: Visit): boolean => query.get('svar') === 'rad'

/** The page that the form was opened from. */
export const backHref = (subjectId: string, { back, view }: Pick<TypedContact, 'back' | 'view'>): string =>
  back === 'list' ? backToList(view, null) : back === 'youth' ? `/ungdomar/${subjectId}` : contactsPath(subjectId)

type Shown = {
  readonly channel?: Channel
  readonly draft: TypedContact
  readonly strike?: StrikeDraft | null
  readonly refused?: string | null
}

/** Reads the youth and shows it; nothing of it while the screen is turned to the youth. */
async function withYouth(visit: Visit, quick: boolean, show: (of: ContactsOfYouth) => Answer): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  if (visit.frame.meeting) return goTo(`/ungdomar/${subjectId}`)
  const of = await readContacts(visit.place.pool, readerOf(visit), subjectId, quick)
  if (of === 'missing') return missing
  if (of === 'sign-in-again') return isScripted(visit) ? part(visit, '', 409) : signInAgain
  return show(of)
}

/** The whole form and the history. */
export const showContacts = (
  visit: Visit,
  { channel, draft, strike = null, refused = null }: Shown,
  status: Status = 200,
): Promise<Answer> =>
  withYouth(visit, false, (of) => {
    const { frame, today, actor, may, newOnce, query } = visit
    const props = { frame, today, of, draft, strike, refused, newOnce, staffId: actor.staffId, mayStrikeAny: may('outreach.strike') }
    return page(<ContactsPage {...props} channel={channel ?? channelOf(query.get('kanal'))} />, status)
  })

/** The quick call log: a part of the list for the script, else a page. */
export const showCall = (visit: Visit, draft: TypedContact, isPart: boolean, status: Status = 200): Promise<Answer> =>
  withYouth(visit, true, (of) => {
    const { frame, today, newOnce } = visit
    const props = { frame, today, of, draft, once: newOnce(), backHref: backHref(of.youth.subjectId, draft) }
    return isPart ? part(visit, <CallForm {...props} />, status) : page(<CallPage {...props} />, status)
  })

/** What was sent, with what is wrong with it, and what in its note may not belong. */
export function showAgain(
  visit: Visit,
  problems: readonly FieldProblem[],
  typed: Typed,
  status: Status = 422,
  flags: readonly FieldFlag[] = [],
): Promise<Answer> {
  const draft = typedContact(visit, typed, problems, flags)
  if (isQuick(typed)) return showCall(visit, draft, isScripted(visit), status)
  const channel = channels.find((one) => one === typedValue(typed, 'channel')) ?? 'phone'
  return showContacts(visit, { channel, draft }, status)
}

/** Where the quick form was opened from: a list (its query is carried along), or the youth's page. */
export const draftFrom = ({ query }: Visit): TypedContact =>
  query.get('fran') === 'ungdom' ? untouched('youth') : untouched('list', query.get('vy') ?? 'ansvarig=jag')
