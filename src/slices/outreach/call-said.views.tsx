/** What the script is answered when a call was logged or undone: a line, the button to undo, and the row's cells anew. */
import type { Frame } from '../../ui/frame.ts'
import { FreshCells, type FreshRow } from '../worklist/index.ts'
import { UndoForm } from './undo.views.tsx'

type Props = {
  readonly frame: Frame
  readonly text: string
  readonly row: FreshRow | null
  /** What can be undone; null: nothing. */
  readonly undo: { readonly subjectId: string; readonly contactId: string; readonly view: string; readonly once: string } | null
}

/** The answer. */
export const SaidPart = ({ frame, text, row, undo }: Props) => (
  <>
    <div class="row" data-said>
      <span>{text}</span>
      {undo !== null && <UndoForm frame={frame} {...undo} back="list" />}
    </div>
    {row !== null && <FreshCells lang={frame.lang} of={row} />}
  </>
)
