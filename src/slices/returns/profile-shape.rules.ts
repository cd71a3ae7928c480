/**
 * The export profile of a half-year: SCB's columns, codes and form as data (DOMAIN.md 7). The same shape is the file `profile.schema.json`, which a
 * test holds to this. What a profile leaves out is refused, never guessed.
 */
import { z } from 'zod'
import type { Occupation } from '../ladder/index.ts'
import type { EducationKind, EntryReason, NotCoveredReason } from '../law/index.ts'
import { controlKeys, controlLevels, type Control } from './control.types.ts'
import { blocks, fields, type Block, type ReturnOccupation } from './returns.types.ts'

/** Letters, digits and the few signs that no separator, quote or spreadsheet formula is made of; all of them are in every encoding. */
const codeSigns = /^[0-9A-Za-zÅÄÖåäö]([0-9A-Za-zÅÄÖåäö ._-]{0,18}[0-9A-Za-zÅÄÖåäö])?$/
const code = z.string().regex(codeSigns)
/** Whether a text can stand as a code in a file: the catalogue's own codes are freer than a profile's. */
export const isCode = (text: string): boolean => codeSigns.test(text)
const columnName = z.string().regex(/^[0-9A-Za-zÅÄÖåäö][0-9A-Za-zÅÄÖåäö ._/()-]{0,59}$/)

/** The object with the same code shape under every one of the keys: a key that is missing is a code without mapping. */
const codesOf = <Key extends string>(keys: Readonly<Record<Key, true>>): z.ZodObject<Record<Key, typeof code>, z.core.$strict> =>
  z.strictObject(Object.fromEntries(Object.keys(keys).map((key) => [key, code])) as Record<Key, typeof code>)

const entryReasons: Readonly<Record<EntryReason, true>> = {
  decided: true,
  returned: true,
  registeredInSweden: true,
  movedIn: true,
  studyCertificate: true,
  endedWithoutDiploma: true,
  interruptedNational: true,
  interruptedIntroductory: true,
  interruptedAdapted: true,
  interruptedEquivalent: true,
  noShow: true,
  neverStarted: true,
  unknown: true,
}

const exitReasons: Readonly<Record<NotCoveredReason, true>> = {
  deceased: true,
  turned20: true,
  emigrated: true,
  deregistered: true,
  moved: true,
  inCompulsorySchooling: true,
  completed: true,
  inEducation: true,
  undecidedEducation: true,
  awaitingStart: true,
  decided: true,
}

const said: Readonly<Record<Occupation, true>> = {
  work: true,
  studies: true,
  studiesAbroad: true,
  abroad: true,
  other: true,
  none: true,
  unknown: true,
}
const occupations: Readonly<Record<ReturnOccupation, true>> = { ...said, introductory: true, notAsked: true }

/** Which education a youth left for can have a code of its own: `inEducation.introductory` is asked before `inEducation`. */
const refined = ['national', 'introductory', 'adapted', 'equivalent', 'abroad'] as const satisfies readonly EducationKind[]
const refinements = Object.fromEntries(refined.map((kind) => [`inEducation.${kind}`, code.optional()])) as Record<
  `inEducation.${(typeof refined)[number]}`,
  z.ZodOptional<typeof code>
>

const level = z.enum(controlLevels)
const levels = z.strictObject(Object.fromEntries(controlKeys.map((control) => [control, level])) as Record<Control, typeof level>)
const key = z.string().regex(/^[a-zA-Z0-9]{1,40}$/)
const protectedRule = z.enum(['include', 'leaveOut'])

/** A column holds a field, or the same text on every line: one of the two (`profile.rules`). */
const column = z.strictObject({ name: columnName, field: z.enum(fields).optional(), constant: code.optional() })

const file = z.strictObject({
  /** `{municipality}` and `{half}` are filled in. */
  name: z.string().regex(/^[0-9A-Za-z_-](?:[0-9A-Za-z._-]|\{municipality\}|\{half\}){0,79}$/),
  /** Each thing on a line of its own, or a youth's first contact, measure and exit on one line and the next on further ones. */
  layout: z.enum(['blockRows', 'youthRows']),
  separator: z.enum([';', ',', '\t', '|']),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'windows-1252', 'iso-8859-1']),
  header: z.boolean(),
  lineEnd: z.enum(['crlf', 'lf']),
  dates: z.enum(['YYYY-MM-DD', 'YYYYMMDD']),
  numbers: z.enum(['12', '12-dash', '10', '10-dash']),
  quotes: z.enum(['never', 'always']),
})

const rules = z.strictObject({
  /** An attempt is not a contact (DOMAIN.md 2) unless the profile says so. */
  contacts: z.enum(['reached', 'reachedOrAttempted']),
  /** `counting`: those that count by the municipality's catalogue. */
  measures: z.enum(['counting', 'all']),
  /** What was first said within so many days after the registration tells the occupation at registration. */
  occupationWithinDays: z.int().min(0).max(366),
  /** Where nothing is known, studies in another school form, and introductory ones before 1 July 2018, are what the youth does. */
  occupationFromSchool: z.boolean(),
  secrecyMarked: protectedRule,
  protectedRegistration: protectedRule,
})

const blockCodes = z.strictObject(Object.fromEntries(blocks.map((block) => [block, code])) as Record<Block, typeof code>)
const codes = z.strictObject({
  blocks: blockCodes,
  entryReasons: codesOf(entryReasons),
  exitReasons: z.strictObject({ ...codesOf(exitReasons).shape, ...refinements }),
  occupations: codesOf(occupations),
  /** By the catalogue's keys. An item of the municipality's own may have its code in the catalogue instead. */
  measureKinds: z.record(key, code),
  measureEndReasons: z.record(key, code),
})

/** A profile as it is stored and as files hold it. */
export const profileShape = z.strictObject({
  $schema: z.string().optional(),
  half: z.string().regex(/^\d{4}H[12]$/),
  version: z.int().min(1).max(9999),
  /** `draft`: nobody has compared it with SCB's file description. */
  status: z.enum(['draft', 'verified']),
  note: z.string().max(500),
  file,
  columns: z.array(column).min(1).max(60),
  codes,
  rules,
  controls: levels,
})
