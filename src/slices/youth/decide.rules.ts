/** Whether what somebody wants to say goes together with what is known, and the fact it becomes. */
import { parseMunicipalityCode } from '../../kernel/municipality-code.ts'
import { dateOf, dayOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { schoolingEndsOn, type LawSettings, type Life } from '../law/index.ts'
import type { ManualFact } from '../matching/index.ts'
import type { ManualKind, ManualRecord } from '../register/index.ts'
import type { DecideForm } from './decide.types.ts'

export type DecideProblem =
  | 'end-before-start'
  | 'overlaps'
  | 'already-said'
  | 'no-birthday'
  | 'after-ordinary-end'
  | 'day-needed'
  | 'not-a-municipality'
  | 'not-protected'
  | 'before-birth'
  | 'too-far'

/** A problem at its field. */
export type DecideFault = { readonly field: string; readonly problem: DecideProblem }

/** What is known of the youth when it is asked. */
export type Known = {
  readonly life: Life
  readonly manual: readonly ManualRecord[]
  readonly law: LawSettings
  readonly today: PlainDate
}

const farthest = 10 * 366

type Days = { readonly fromOn: PlainDate; readonly toOn: PlainDate | null }

const openOf = ({ manual }: Known, kind: ManualKind): ManualRecord[] =>
  manual.filter((one) => one.kind === kind && one.withdrawnAt === null)

/** The last day of a manual fact on record: decisions and stays are kept with the day after. */
const lastOf = ({ kind, untilOn }: ManualRecord): Day => {
  if (untilOn === null) return Infinity as Day
  return kind === 'studies-abroad' ? dayOf(untilOn) : plusDays(dayOf(untilOn), -1)
}

function faultsOfDays({ fromOn, toOn }: Days, kind: ManualKind, known: Known): DecideFault[] {
  const [from, to] = [dayOf(fromOn), toOn === null ? (Infinity as Day) : dayOf(toOn)]
  const { bornOn } = known.life
  if (to < from) return [{ field: 'toOn', problem: 'end-before-start' }]
  if (bornOn !== null && from < bornOn) return [{ field: 'fromOn', problem: 'before-birth' }]
  if (from > dayOf(known.today) + farthest) return [{ field: 'fromOn', problem: 'too-far' }]
  const overlaps = openOf(known, kind).some((one) => one.fromOn !== null && from <= lastOf(one) && dayOf(one.fromOn) <= to)
  return overlaps ? [{ field: 'fromOn', problem: 'overlaps' }] : []
}

type SchoolingForm = Extract<DecideForm, { kind: 'schooling-end' }>

function faultsOfSchooling({ paragraph, endOn }: SchoolingForm, known: Known): DecideFault[] {
  const { life, law } = known
  if (openOf(known, 'schooling-end').some(({ value }) => value === paragraph)) return [{ field: 'paragraph', problem: 'already-said' }]
  if (life.bornOn === null) return [{ field: 'paragraph', problem: 'no-birthday' }]
  if (paragraph === '7:13') return []
  if (endOn === null) return [{ field: 'endOn', problem: 'day-needed' }]
  if (dayOf(endOn) < life.bornOn) return [{ field: 'endOn', problem: 'before-birth' }]
  return dayOf(endOn) < schoolingEndsOn(life.bornOn, [], law) ? [] : [{ field: 'endOn', problem: 'after-ordinary-end' }]
}

/** What stands in the way of saying it; nothing when it can be said. */
export function faultsOf(form: DecideForm, known: Known): DecideFault[] {
  switch (form.kind) {
    case 'decision':
    case 'studies-abroad':
      return faultsOfDays(form, form.kind, known)
    case 'schooling-end':
      return faultsOfSchooling(form, known)
    case 'stay':
      if (known.life.protectedRegistration === null) return [{ field: 'municipality', problem: 'not-protected' }]
      if (parseMunicipalityCode(form.municipality) === null) return [{ field: 'municipality', problem: 'not-a-municipality' }]
      return faultsOfDays(form, 'stay', known)
  }
}

const dayAfter = (date: PlainDate | null): PlainDate | null => (date === null ? null : dateOf(plusDays(dayOf(date), 1)))

/** The fact that the form says. A 7:14 without its day has been refused by `faultsOf`. */
export function factOf(form: DecideForm): ManualFact {
  switch (form.kind) {
    case 'decision':
      return { kind: 'decision', covers: form.verdict === 'covers', fromOn: form.fromOn, untilOn: dayAfter(form.toOn), ground: form.ground }
    case 'schooling-end':
      return form.paragraph === '7:14' && form.endOn !== null
        ? { kind: 'schooling-end', paragraph: '7:14', endOn: form.endOn }
        : { kind: 'schooling-end', paragraph: '7:13' }
    case 'stay':
      return { kind: 'stay', municipality: form.municipality, fromOn: form.fromOn, untilOn: dayAfter(form.toOn) }
    case 'studies-abroad':
      return { kind: 'studies-abroad', startOn: form.fromOn, endOn: form.toOn }
  }
}
