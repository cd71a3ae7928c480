/** What the assigning form sends. */
import { z } from 'zod'
import { manyField, optionalText } from '../../platform/form.ts'
import type { AssignTarget, Ticked } from './assignment.types.ts'

const uuid = '[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}'
const tickedText = new RegExp(`^(${uuid}):(\\d{1,15})$`)
const staffText = new RegExp(`^staff:(${uuid})$`)

/** A ticked row as its box sends it. */
export const tickedValue = ({ subjectId, version }: Ticked): string => `${subjectId}:${version}`

/** A box's value; null when it is not one of ours. */
function parseTicked(text: string): Ticked | null {
  const [, subjectId, version] = tickedText.exec(text) ?? []
  return subjectId === undefined ? null : { subjectId, version: Number(version) }
}

/** `staff:<id>`, `unit:<id>` or `nobody`; null for anything else. */
function parseTarget(text: string): AssignTarget | null {
  if (text === 'nobody') return { kind: 'nobody' }
  const [, staffId] = staffText.exec(text) ?? []
  if (staffId !== undefined) return { kind: 'staff', staffId }
  const [, unitId] = /^unit:(\d{1,9})$/.exec(text) ?? []
  return unitId === undefined ? null : { kind: 'unit', unitId: Number(unitId) }
}

const read = <T>(parse: (text: string) => T | null) =>
  z.string().transform((text, context): T => {
    const value = parse(text)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: text === '' ? 'required' : 'unknown-choice' })
    return z.NEVER
  })

/** Ticked rows, to whom, and the view to come back to. */
export const assignForm = z.strictObject({
  youth: manyField.pipe(z.array(read(parseTicked)).max(200, 'too-long')),
  to: read(parseTarget),
  view: optionalText(2000),
})
