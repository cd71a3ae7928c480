/** What a telephone remembers between networks: the round as the house last told it, and what was written since, in order. */
import type { ChangeAnswer, FieldChange, Pocket, PocketStop, VisitFields } from './visits.types.ts'

/** `problems`: why the house did not take in a change, which is kept and tried again. */
export type Carried = {
  readonly pocket: Pocket
  readonly queue: readonly FieldChange[]
  readonly problems: Readonly<Record<string, string>>
}

/** The round as it is shown: what was written here stands, until the house has said otherwise. */
export function shownPocket({ pocket, queue }: Carried): Pocket {
  const written = (stop: PocketStop): VisitFields =>
    queue
      .filter(({ stopId }) => stopId === stop.stopId)
      .reduce((fields, change) => ({ ...fields, ...change.fields }) as VisitFields, stop.fields)
  const settled = new Set(queue.map(({ settles }) => settles))
  return {
    ...pocket,
    stops: pocket.stops.map((stop) => ({ ...stop, fields: written(stop) })),
    conflicts: pocket.conflicts.filter(({ changeId }) => !settled.has(changeId)),
  }
}

/** With one more change, last. */
export const withChange = (carried: Carried, change: FieldChange): Carried => ({ ...carried, queue: [...carried.queue, change] })

const isTaken = ({ outcome }: ChangeAnswer): boolean => outcome === 'saved' || outcome === 'conflict'

/**
 * After the house has answered: what it took in is dropped (a conflict is kept there), what it did not is kept with the reason, and what was
 * written meanwhile waits for the next time. `pocket` null: the round stays as it was, until what could not be sent has been seen.
 */
export function afterAnswer(
  { pocket, queue }: Carried,
  { answers, pocket: present }: { readonly answers: readonly ChangeAnswer[]; readonly pocket: Pocket | null },
): Carried {
  const taken = new Set(answers.filter(isTaken).map(({ changeId }) => changeId))
  const kept = queue.filter(({ changeId }) => !taken.has(changeId))
  const refused = answers.filter((one) => !isTaken(one) && kept.some(({ changeId }) => changeId === one.changeId))
  return {
    pocket: present ?? pocket,
    queue: kept,
    problems: Object.fromEntries(refused.map(({ changeId, outcome }) => [changeId, outcome])),
  }
}

/** Wrong codes before the telephone forgets the round. */
export const mostWrongCodes = 5

/** A code that can be chosen: at least six digits, and not one digit over and over or a plain row of them. */
export function isGoodCode(code: string): boolean {
  if (!/^\d{6,32}$/.test(code)) return false
  const steps = new Set(
    code
      .split('')
      .slice(1)
      .map((digit, index) => Number(digit) - Number(code[index])),
  )
  return !(steps.size === 1 && [0, 1, -1].some((step) => steps.has(step)))
}

/** Whether the round must be gone from the telephone at the instant. */
export const isPast = ({ wipeAt }: Pick<Pocket, 'wipeAt'>, now: number): boolean => now >= wipeAt
