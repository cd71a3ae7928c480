/** The way from a row of the list to the call log, and back to the same view. */
import { listAddress } from './list-address.ts'

/** What the list's script is called, and where its source is. */
export const callLogScript = { name: 'call-log.js', entry: 'src/ui/call-log.js' } as const

/** The call log as a page of its own, and as the part that the script puts under the row. `query`: the list's. */
export const callLogPage = (subjectId: string, query: string): string =>
  `/ungdomar/${subjectId}/kontakter?snabb=1&vy=${encodeURIComponent(query)}`
export const callLogPart = (subjectId: string, query: string): string =>
  `/ungdomar/${subjectId}/kontakter/snabb?svar=rad&vy=${encodeURIComponent(query)}`

/** A contact that was just logged, and until when (milliseconds since 1970) it can be undone. The ids are random. */
export type JustLogged = { readonly subjectId: string; readonly contactId: string; readonly untilMs: number }

/** The list of the query; with what was just logged, so that it can be undone from there. */
export function backToList(query: string, logged: JustLogged | null): string {
  const address = listAddress(query)
  if (logged === null) return address
  const { subjectId, contactId, untilMs } = logged
  return `${address}${address.includes('?') ? '&' : '?'}angra=${subjectId}.${contactId}.${untilMs}`
}

const uuid = '[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}'
const loggedText = new RegExp(`^(${uuid})\\.(${uuid})\\.(\\d{13})$`)

/** What an address says was just logged; null when it says nothing, or the time is out. */
export function justLoggedIn(query: URLSearchParams, nowMs: number): JustLogged | null {
  const [, subjectId, contactId, until] = loggedText.exec(query.get('angra') ?? '') ?? []
  if (subjectId === undefined || contactId === undefined || Number(until) <= nowMs) return null
  return { subjectId, contactId, untilMs: Number(until) }
}
