/** Which field a refusal belongs to. */
import type { CodingProblem, MeasureRefusal } from './coding.types.ts'

type Refused = CodingProblem | MeasureRefusal | 'convention-changed' | 'night-is-running' | 'missing'

const fields: Readonly<Record<Refused, string>> = {
  'in-the-future': 'on',
  'time-missing': 'at',
  'before-birth': 'on',
  'not-followed': 'on',
  'contact-needed': 'heard',
  'since-after': 'sinceOn',
  'since-too-early': 'sinceOn',
  'until-before': 'untilOn',
  'until-too-far': 'untilOn',
  'ground-missing': 'ground',
  'overlaps-abroad': 'sinceOn',
  'note-flags': 'ground',
  'unknown-item': 'main',
  'item-not-valid': 'main',
  'outside-period': 'sinceOn',
  'start-too-far': 'sinceOn',
  'end-before-start': 'untilOn',
  'end-too-far': 'untilOn',
  overlaps: 'sinceOn',
  'note-too-long': 'ground',
  'not-standing': 'main',
  'ended-already': 'main',
  'unknown-reason': 'main',
  'end-ahead': 'on',
  'end-before-stage': 'main',
  'only-never-began': 'on',
  'convention-changed': 'main',
  'night-is-running': 'main',
  missing: 'main',
}

/** The field's id, or that of the page's main part when no field can mend it. */
export const fieldOf = (reason: Refused): string => fields[reason]

/** Fields that the second page asks. */
export const laterFieldNames: ReadonlySet<string> = new Set(['sinceOn', 'untilOn', 'ground', 'noteKept'])
