/** The forms of searching: a step that gave nothing, a find, and taking a tick back. */
import { z } from 'zod'
import { optionalText } from '../../platform/form.ts'
import { searchViews } from './search.types.ts'

/** Where the list was: which part of it, which page, and the youth who comes after, so that the work goes on there. */
const place = {
  view: z.enum(searchViews).catch('all').default('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  next: optionalText(40),
}

export const searchForm = z.strictObject({
  ...place,
  /** The step that gave nothing; with a find the step stands in `step`. */
  nothing: optionalText(30),
  step: optionalText(30),
  found: optionalText(300),
})
export type SearchForm = z.infer<typeof searchForm>

export const undoForm = z.strictObject({ ...place, search: optionalText(40) })
export type UndoForm = z.infer<typeof undoForm>
