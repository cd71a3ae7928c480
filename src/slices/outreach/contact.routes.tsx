/** The pages of a youth's contacts, and saving one. */
import { isRandomId } from '../../platform/random-id.ts'
import { goTo, missing, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { backToList, callLogPage } from '../worklist/index.ts'
import { flagsIn } from '../hygiene/index.ts'
import { SaidPart } from './call-said.views.tsx'
import { contactsPath } from './contact-address.ts'
import { backHref, draftFrom, isScripted, part, showAgain, showCall, showContacts } from './contact-show.routes.tsx'
import { draftOf, problemOfField, readerOf, untouched } from './contact-visit.ts'
import { outcomeText } from './contact-words.texts.ts'
import { logContact, type Logged } from './contact.actions.ts'
import { contactForm, type ContactForm } from './contact.forms.ts'
import { contactTexts } from './contact.texts.ts'
import { freshRow } from './fresh-row.routes.tsx'
import { undoSeconds } from './undo.rules.ts'
import { addUndoPages } from './undo.routes.tsx'

type Saved = { readonly subjectId: string; readonly form: ContactForm; readonly logged: Logged }

async function said(visit: Visit, { subjectId, form: { view }, logged: { contactId } }: Saved, what: string): Promise<Answer> {
  const row = await freshRow(visit, view, subjectId)
  const t = contactTexts[visit.lang]
  const text = row === null ? t.saved(what) : t.savedOf(`${row.row.givenName} ${row.row.familyName}`.trim(), what)
  const undo = { subjectId, contactId, view, once: visit.newOnce() }
  return part(visit, <SaidPart frame={visit.frame} text={text} row={row} undo={undo} />)
}

function saved(visit: Visit, done: Saved): Promise<Answer> | Answer {
  const { subjectId, form, logged } = done
  const what = outcomeText(form, visit.lang)
  const text = contactTexts[visit.lang].saved(what)
  if (isScripted(visit)) return said(visit, done, what)
  if (form.back !== 'list') return goTo(backHref(subjectId, form), text)
  return goTo(backToList(form.view, { subjectId, contactId: logged.contactId, untilMs: visit.nowMs + undoSeconds * 1000 }), text)
}

async function answerLog(visit: Visit, form: ContactForm, typed: Typed): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  const decision = await logContact(readerOf(visit), subjectId, draftOf(form))
  if (decision.granted) return saved(visit, { subjectId, form, logged: decision.value })
  if (decision.reason === 'missing') return missing
  if (decision.reason === 'note-flags') return showAgain(visit, [], typed, 422, flagsIn(decision))
  return showAgain(visit, [problemOfField(decision.reason)], typed, decision.reason === 'night-is-running' ? 409 : 422)
}

/** The part that the script puts under a row. Whoever comes to its address otherwise is shown the page. */
const showPart = (visit: Visit): Promise<Answer> | Answer => {
  if (isScripted(visit)) return showCall(visit, draftFrom(visit), true)
  const subjectId = visit.params['id']
  return isRandomId(subjectId) ? goTo(callLogPage(subjectId, visit.query.get('vy') ?? '')) : missing
}

/** Registers the pages. */
export function addContactPages(pages: Pages): void {
  const declared = { permit: 'outreach.log', shows: 'person', outlet: 'outreach.page' } as const
  const path = contactsPath(':id{[0-9a-f-]+}')
  pages.get(path, declared, (visit) =>
    visit.query.get('snabb') === '1' ? showCall(visit, draftFrom(visit), false) : showContacts(visit, { draft: untouched('contacts') }),
  )
  pages.get(`${path}/snabb`, declared, showPart)
  pages.post(path, declared, contactForm, answerLog, (visit, problems, typed) => showAgain(visit, problems, typed))
  addUndoPages(pages)
}
