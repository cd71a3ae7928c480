/** What the list's own forms send: a search, columns, files and saved filters. */
import { z } from 'zod'
import { choiceField, manyField, optionalText, textField, wholeField } from '../../platform/form.ts'
import { columnNames } from './worklist.types.ts'

export const searchForm = z.strictObject({ q: optionalText(2_000) })

export const columnsForm = z.strictObject({
  column: manyField.pipe(z.array(z.enum(columnNames, { error: 'unknown-choice' }))),
  view: optionalText(2000),
})

export const fileForm = z.strictObject({ format: choiceField(['csv', 'xlsx']), view: optionalText(2000) })

const shared = choiceField(['me', 'unit', 'all'])

export const saveFilterForm = z.strictObject({ name: textField(60), view: optionalText(2000), shared: shared.default('me') })

/** `version` is the one the form was made from. */
export const changeFilterForm = z.strictObject({ name: textField(60), shared, version: wholeField })

export const removeFilterForm = z.strictObject({ version: wholeField })
