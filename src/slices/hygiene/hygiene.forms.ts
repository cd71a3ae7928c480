/** The tick "save anyway" as a form sends it. */
import { z } from 'zod'
import { keptFrom } from './kept.rules.ts'

/** The name of the tick in every form: `z.strictObject({ …, noteKept: keptField })`. */
export const keptName = 'noteKept'

/** The tick: what was shown and kept. Not ticked: nothing. */
export const keptField = z.string().default('').transform(keptFrom)
