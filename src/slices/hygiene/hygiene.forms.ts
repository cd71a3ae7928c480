/** The tick "save anyway" as a form sends it. */
import { z } from 'zod'
import { keptFrom } from './kept.rules.ts'

/**
 * The tick: what was shown and kept; not ticked, nothing. `z.strictObject({ …, noteKept: keptField })`. Marked as pure, so that the script of a
 * telephone, which asks too, carries no forms.
 */
export const keptField = /* @__PURE__ */ (() => z.string().default('').transform(keptFrom))()
