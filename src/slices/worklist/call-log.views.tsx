/** The call log's part of a list: a link in each row, the row's cells anew, and the line that says what was saved. */
import type { Lang } from '../../kernel/lang.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { Cell, Column } from '../../ui/table.tsx'
import { callLogPage, callLogPart, type JustLogged } from './call-log-address.ts'
import type { FreshRow } from './call-log.types.ts'
import { callLogTexts } from './call-log.texts.ts'
import { cellOf, columnTitle, nameOf } from './row.views.tsx'
import type { ListRow } from './worklist.types.ts'

/** The last column, for those who may log. */
export const callColumn = (lang: Lang, mayCall: boolean): readonly Column[] => (mayCall ? [{ title: callLogTexts[lang].column }] : [])

/** The link to the call log. The script opens it under the row instead; the key is r. `query`: the list's, to come back to. */
export const callCell = (row: ListRow, lang: Lang, query: string): Cell => {
  const t = callLogTexts[lang]
  return (
    <a href={callLogPage(row.subjectId, query)} data-call={callLogPart(row.subjectId, query)}>
      {t.log}
      <span class="ds-sr-only">{` ${t.logOf(nameOf(row))}`}</span>
    </a>
  )
}

/** The cells of the reader's columns, to take the place of those in the row: by their titles. */
export const FreshCells = ({ lang, of: { row, columns, frame } }: { readonly lang: Lang; readonly of: FreshRow }) => (
  <table hidden>
    <tbody>
      <tr>
        {columns.map((column) => (
          <td data-title={columnTitle(column, lang, frame.tab)}>{cellOf(column, { row, frame: { ...frame, lang } })}</td>
        ))}
      </tr>
    </tbody>
  </table>
)

type SaidProps = { readonly frame: Frame; readonly query: string; readonly logged: JustLogged | null; readonly once: string }

/** Where it is said what was saved, with a button to undo it for ten seconds. Without script the button stands until the page is left. */
export const CallSaid = ({ frame, query, logged, once }: SaidProps) => (
  <div class="call-said" role="status" data-call-said>
    {logged !== null && (
      <Form frame={frame} action={`/ungdomar/${logged.subjectId}/kontakter/${logged.contactId}/angra`} once={once} inline>
        <input type="hidden" name="back" value="list" />
        <input type="hidden" name="view" value={query} />
        <Button variant="secondary">{callLogTexts[frame.lang].undo}</Button>
      </Form>
    )}
  </div>
)
