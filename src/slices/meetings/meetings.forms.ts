/** The forms of meetings, read once at the edge. */
import { z } from 'zod'
import { choiceField, dateField, optionalText, textField, tickField, wholeField } from '../../platform/form.ts'
import { keptField } from '../hygiene/index.ts'
import { endings, lengths, meetingWays } from './meetings.types.ts'

const booking = {
  staffId: z.uuid('unknown-choice'),
  on: dateField,
  time: textField(5),
  minutes: choiceField(lengths.map(String) as [string, ...string[]]),
  way: choiceField(meetingWays),
  place: optionalText(120),
  remind: tickField,
  noteKept: keptField,
}

export const bookForm = z.strictObject(booking)
export const moveForm = z.strictObject({ ...booking, version: wholeField })
export const endForm = z.strictObject({ version: wholeField, ending: choiceField(endings) })
