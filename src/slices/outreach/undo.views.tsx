/** The button that takes back what was just logged, and the question before something older is struck. */
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { keptName, NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { contactsPath } from './contact-address.ts'
import type { Return } from './contact.forms.ts'
import { contactTexts } from './contact.texts.ts'

type OfContact = { readonly frame: Frame; readonly subjectId: string; readonly contactId: string; readonly once: string }
type UndoProps = OfContact & { readonly back: Return; readonly view?: string }

/** For ten seconds. */
export const UndoForm = ({ frame, subjectId, contactId, once, back, view = '' }: UndoProps) => {
  const { undo } = contactTexts[frame.lang]
  return (
    <Form frame={frame} action={`${contactsPath(subjectId)}/${contactId}/angra`} once={once} inline>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="view" value={view} />
      <Button variant="secondary">{undo}</Button>
    </Form>
  )
}

/** The reason of a strike that was refused, to show it again where it was written. */
export type StrikeDraft = { readonly contactId: string; readonly why: string; readonly problem: string; readonly note: NoteDraft }

/** With the reason. */
export const StrikeForm = ({ frame, subjectId, contactId, once, refused }: OfContact & { readonly refused: StrikeDraft | null }) => {
  const t = contactTexts[frame.lang]
  return (
    <div class="acts">
      <Confirm
        frame={frame}
        action={`${contactsPath(subjectId)}/${contactId}/stryk`}
        once={once}
        label={t.strike}
        question={t.strikeQuestion}
        confirm={t.strikeConfirm}
        open={refused !== null}
      >
        <Field
          name="why"
          id={`why-${contactId}`}
          label={t.strikeWhy}
          maxlength={200}
          value={refused?.why}
          problem={refused?.problem}
          required
        />
        {refused !== null && <NoteWarning {...refused.note} lang={frame.lang} id={`${keptName}-${contactId}`} />}
      </Confirm>
    </div>
  )
}
