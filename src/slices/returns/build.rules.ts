/**
 * From what is known to the return's five blocks (DOMAIN.md 7). Pure: the same facts and profile give the same records in the same order, whatever
 * day it is.
 */
import { cellText } from './cell.rules.ts'
import { linesOf } from './lines.rules.ts'
import { occupationAtContact, occupationAtRegistration } from './occupation.rules.ts'
import { isCode } from './profile-shape.rules.ts'
import type { Profile } from './profile.types.ts'
import { begunIn, contactsIn, endedIn, isExitIn, periodsIn } from './spread.rules.ts'
import {
  blocks,
  type Block,
  type BlockCounts,
  type BuiltReturn,
  type Field,
  type ReturnFacts,
  type ReturnMeasure,
  type ReturnPeriod,
  type ReturnRecord,
  type ReturnYouth,
} from './returns.types.ts'

/** A code, or the field of the profile that lacks one. */
type Coded = { readonly code: string; readonly lacks: string | null }

/** The code of an exit: that of the education the youth left for where the profile has one. */
function exitCode({ codes }: Profile, { exitReason, exitStudy }: ReturnPeriod): string {
  if (exitReason === null) return ''
  const refined =
    exitReason === 'inEducation' && exitStudy !== null
      ? (codes.exitReasons as Readonly<Record<string, string>>)[`inEducation.${exitStudy}`]
      : undefined
  return refined ?? codes.exitReasons[exitReason]
}

const coded = (list: 'measureKinds' | 'measureEndReasons', key: string, code: string | undefined): Coded =>
  code === undefined ? { code: '', lacks: `codes.${list}.${key}` } : { code, lacks: null }

/** The code of a measure's kind: the profile's own, else the one in the catalogue when it can stand in a file. */
export const kindCode = ({ codes }: Profile, { itemKey, code }: ReturnMeasure): Coded =>
  coded('measureKinds', itemKey, codes.measureKinds[itemKey] ?? (code !== null && isCode(code) ? code : undefined))

/** The code of why a measure ended. */
export const endCode = ({ codes }: Profile, endReason: string | null): Coded =>
  endReason === null ? { code: '', lacks: null } : coded('measureEndReasons', endReason, codes.measureEndReasons[endReason])

/** What one youth's records are made of. */
type Making = {
  readonly facts: ReturnFacts
  readonly profile: Profile
  readonly youth: ReturnYouth
  readonly period: ReturnPeriod
  readonly lacking: Set<string>
}

type Said = { readonly on: ReturnRecord['on']; readonly refId?: string; readonly cells: ReturnRecord['cells'] }

function record({ profile, facts, youth, period }: Making, block: Block, { on, refId, cells }: Said): ReturnRecord {
  const { personId, subjectId, number } = youth
  const common: Partial<Record<Field, string>> = {
    recordType: profile.codes.blocks[block],
    identityNumber: cellText.number(number, profile.file.numbers),
    municipality: facts.municipality,
    halfYear: facts.half.key,
    registeredOn: cellText.date(period.fromOn, profile.file.dates),
  }
  const key = `${block} ${refId ?? period.fromOn}`
  return { block, key, personId, subjectId, number, periodFromOn: period.fromOn, on, refId: refId ?? null, cells: { ...common, ...cells } }
}

const codeIn = ({ lacking }: Making, { code, lacks }: Coded): string => {
  if (lacks !== null) lacking.add(lacks)
  return code
}

function youthRecord(making: Making): ReturnRecord {
  const { profile, youth, period } = making
  const occupation = occupationAtRegistration(youth, period, profile.rules)
  return record(making, 'youth', {
    on: period.fromOn,
    cells: {
      registrationReason: profile.codes.entryReasons[period.entryReason],
      occupationAtRegistration: profile.codes.occupations[occupation],
    },
  })
}

const contactRecords = (making: Making): ReturnRecord[] => {
  const { facts, profile, youth, period } = making
  return contactsIn(youth, period, facts, profile.rules).map((contact) =>
    record(making, 'contact', {
      on: contact.on,
      refId: contact.contactId,
      cells: {
        contactOn: cellText.date(contact.on, profile.file.dates),
        contactOccupation: profile.codes.occupations[occupationAtContact(youth, contact, profile.rules)],
      },
    }),
  )
}

const begunRecords = (making: Making): ReturnRecord[] => {
  const { facts, profile, youth, period } = making
  return begunIn(youth, period, facts, profile.rules).map((measure) =>
    record(making, 'measureBegun', {
      on: measure.fromOn,
      refId: measure.measureId,
      cells: {
        measureKind: codeIn(making, kindCode(profile, measure)),
        measureBegunOn: cellText.date(measure.fromOn, profile.file.dates),
      },
    }),
  )
}

const endedRecords = (making: Making): ReturnRecord[] => {
  const { facts, profile, youth, period } = making
  return endedIn(youth, period, facts, profile.rules).map((measure) =>
    record(making, 'measureEnded', {
      on: measure.endedOn ?? measure.fromOn,
      refId: measure.measureId,
      cells: {
        endedMeasureKind: codeIn(making, kindCode(profile, measure)),
        endedMeasureBegunOn: cellText.date(measure.fromOn, profile.file.dates),
        measureEndedOn: cellText.date(measure.endedOn, profile.file.dates),
        measureEndReason: codeIn(making, endCode(profile, measure.endReason)),
        occupationAfterMeasure: profile.codes.occupations[measure.occupationAfter ?? 'notAsked'],
      },
    }),
  )
}

const exitRecords = (making: Making): ReturnRecord[] => {
  const { facts, profile, period } = making
  if (period.untilOn === null || !isExitIn(period, facts)) return []
  const cells = { exitOn: cellText.date(period.untilOn, profile.file.dates), exitReason: exitCode(profile, period) }
  return [record(making, 'exit', { on: period.untilOn, cells })]
}

/** Whether the profile's rule leaves a protected youth out of the file. */
export function isLeftOut({ protection }: ReturnYouth, { rules }: Profile): boolean {
  switch (protection) {
    case 'none':
      return false
    case 'marked':
      return rules.secrecyMarked === 'leaveOut'
    case 'registration':
      return rules.protectedRegistration === 'leaveOut'
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** By number, then period, block and day; those without a number come last. Never by anything that differs between two builds. */
const inOrder = (a: ReturnRecord, b: ReturnRecord): number =>
  order(a.number ?? '~', b.number ?? '~') ||
  order(a.subjectId, b.subjectId) ||
  order(a.periodFromOn, b.periodFromOn) ||
  blocks.indexOf(a.block) - blocks.indexOf(b.block) ||
  order(a.on, b.on)

function recordsOf(facts: ReturnFacts, profile: Profile, youth: ReturnYouth, lacking: Set<string>): ReturnRecord[] {
  return periodsIn(youth, facts).flatMap((period) => {
    const making: Making = { facts, profile, youth, period, lacking }
    return [youthRecord(making), ...contactRecords(making), ...begunRecords(making), ...endedRecords(making), ...exitRecords(making)]
  })
}

const countOf = (records: readonly ReturnRecord[], block: Block): number => records.filter((one) => one.block === block).length
const blockCounts = (records: readonly ReturnRecord[]): BlockCounts =>
  Object.fromEntries(blocks.map((block) => [block, countOf(records, block)])) as Record<Block, number>

/** The return. Nobody is left out but by the profile's rule, and how many are is said. */
export function buildReturn(facts: ReturnFacts, profile: Profile): BuiltReturn {
  const lacking = new Set<string>()
  const told = facts.youths.filter((youth) => !isLeftOut(youth, profile))
  const records = told.flatMap((youth) => recordsOf(facts, profile, youth, lacking)).toSorted(inOrder)
  const lines = linesOf(records, profile)
  const inFile = new Set(records.map(({ personId }) => personId))
  return {
    records,
    lines,
    counts: {
      youths: inFile.size,
      rows: lines.length,
      blocks: blockCounts(records),
      leftOut: facts.youths.filter((youth) => isLeftOut(youth, profile) && periodsIn(youth, facts).length > 0).length,
      protected: told.filter(({ personId, protection }) => protection !== 'none' && inFile.has(personId)).length,
    },
    uncoded: [...lacking].toSorted(order),
  }
}
