/** What the return's routes share: who asks, for which half-year, and the answers when something cannot be shown. */
import { page, type Answer, type Visit } from '../access/index.ts'
import type { ReturnPlace } from './build.actions.ts'
import { readHolders, type DeskReader } from './desk.actions.ts'
import { fileTexts } from './file.texts.ts'
import { halfToShow } from './half-year.rules.ts'
import { NoHalfPage, RefusedPage } from './parts.views.tsx'
import { returnPath } from './return-paths.ts'

/** Who reads, and what they may see of the page's outlet. */
export const readerOf = ({ place, actor, scope, today }: Visit): DeskReader => ({
  pool: place.pool,
  staffId: actor.staffId,
  scope,
  today,
})
export const placeOf = ({ place: { code, pool } }: Visit): ReturnPlace => ({ code, pool })

/** The half-year of the address, as it was written; the one that is worked with now where none is. */
export const askedText = ({ query, today }: Visit): string => query.get('halvar') ?? halfToShow(today).key

/** There is no such half-year. */
export const noHalf = ({ frame, today }: Visit, path = returnPath): Answer =>
  page(<NoHalfPage frame={frame} today={today} path={path} />, 404)

/** Something cannot be shown: why, on a page with the way back. */
export const refused = ({ frame }: Visit, half: string, title: string, told: string, status: 200 | 409 = 200): Answer =>
  page(<RefusedPage frame={frame} title={title} half={half} told={told} />, status)

/** Who may fetch a file that the reader may not: not a role that is lacking (403), but what is in the file now. */
export async function forHolders({ frame, lang, place }: Visit, half: string): Promise<Answer> {
  const t = fileTexts[lang]
  const names = await readHolders(place.pool)
  return page(<RefusedPage frame={frame} title={t.previewTitle} half={half} told={`${t.forHolders}. ${t.forHoldersText(names)}`} />, 409)
}

/** Which page of a list; the first where the address says nothing that can be read. */
export const pageOf = ({ query }: Visit): number => Math.min(Math.max(1, Math.trunc(Number(query.get('sida'))) || 1), 10_000)
