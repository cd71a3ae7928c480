/** Taking a contact back: undoing at once, and striking later. */
import { isRandomId } from '../../platform/random-id.ts'
import type { z } from 'zod'
import { goTo, missing, problemText, typedValue, type Answer, type Pages, type Visit } from '../access/index.ts'
import { SaidPart } from './call-said.views.tsx'
import { contactsPath } from './contact-address.ts'
import { backHref, isScripted, part, showContacts } from './contact-show.routes.tsx'
import { untouched } from './contact-visit.ts'
import { flagsIn, keptName, noteDraft, noteProblems, notWarned, type NoteDraft } from '../hygiene/index.ts'
import { strikeForm, undoForm, type UndoForm } from './contact.forms.ts'
import { contactTexts } from './contact.texts.ts'
import { freshRow } from './fresh-row.routes.tsx'
import { strikeWrong, undoContact } from './undo.actions.ts'

type Ids = { readonly subjectId: string; readonly contactId: string }

const idsOf = ({ params }: Visit): Ids | null => {
  const { id: subjectId, contact: contactId } = params
  return isRandomId(subjectId) && isRandomId(contactId) ? { subjectId, contactId } : null
}

const takerOf = ({ place, scope, actor }: Visit) => ({ pool: place.pool, scope, staffId: actor.staffId })

/** Why it was not taken back: to the script as a line, else above the history. */
const refused = (visit: Visit, text: string): Promise<Answer> | Answer =>
  isScripted(visit)
    ? part(visit, <SaidPart frame={visit.frame} text={text} row={null} undo={null} />, 409)
    : showContacts(visit, { draft: untouched('contacts'), refused: text }, 409)

async function answerUndo(visit: Visit, form: UndoForm): Promise<Answer> {
  const ids = idsOf(visit)
  if (ids === null) return missing
  const t = contactTexts[visit.lang]
  const decision = await undoContact(takerOf(visit), ids, visit.nowMs)
  if (!decision.granted) {
    if (decision.reason === 'missing') return missing
    return refused(visit, decision.reason === 'night-is-running' ? t.problems['night-is-running'] : t.undoTexts[decision.reason])
  }
  if (!isScripted(visit)) return goTo(backHref(ids.subjectId, form), t.undone)
  const row = await freshRow(visit, form.view, ids.subjectId)
  return part(visit, <SaidPart frame={visit.frame} text={t.undone} row={row} undo={null} />)
}

const strikeAgain = (visit: Visit, why: string, problem: string, note: NoteDraft = notWarned): Promise<Answer> =>
  showContacts(
    visit,
    { draft: untouched('contacts'), strike: { contactId: visit.params['contact'] ?? '', why: why.slice(0, 500), problem, note } },
    422,
  )

async function answerStrike(visit: Visit, form: z.infer<typeof strikeForm>): Promise<Answer> {
  const ids = idsOf(visit)
  if (ids === null) return missing
  const t = contactTexts[visit.lang]
  const decision = await strikeWrong({ ...takerOf(visit), mayStrikeAny: visit.may('outreach.strike') }, ids, form)
  if (decision.granted) return goTo(contactsPath(ids.subjectId), t.struck)
  if (decision.reason === 'missing') return missing
  if (decision.reason === 'say-why') return strikeAgain(visit, form.why, t.strikeTexts['say-why'])
  if (decision.reason === 'note-flags') {
    const flags = flagsIn(decision)
    return strikeAgain(visit, form.why, noteProblems(flags, visit.lang)[0]?.text ?? '', noteDraft(flags, ''))
  }
  return refused(visit, decision.reason === 'night-is-running' ? t.problems['night-is-running'] : t.strikeTexts[decision.reason])
}

/** Registers the pages. */
export function addUndoPages(pages: Pages): void {
  const declared = { permit: 'outreach.log', shows: 'person', outlet: 'outreach.page' } as const
  const path = `${contactsPath(':id{[0-9a-f-]+}')}/:contact{[0-9a-f-]+}`
  pages.post(`${path}/angra`, declared, undoForm, answerUndo)
  pages.post(`${path}/stryk`, declared, strikeForm, answerStrike, async (visit, [first], typed) =>
    idsOf(visit) === null
      ? missing
      : strikeAgain(
          visit,
          typedValue(typed, 'why'),
          problemText(visit.lang, first?.problem ?? 'required'),
          noteDraft([], typedValue(typed, keptName)),
        ),
  )
}
