/** What of a round is carried on a telephone: name, address, time and order, and what is written about each visit. Nothing else. */
import { mayVisit } from './announce.rules.ts'
import type { VisitSettings } from './visit-settings.rules.ts'
import type { Address, Conflict, Pocket, PocketStop, Round, Stop, VisitFields } from './visits.types.ts'

/** An address on one line. */
export const addressLine = ({ street, postalCode, locality }: Address): string =>
  [street.trim(), `${postalCode} ${locality}`.trim()].filter((part) => part !== '').join(', ')

/** The name as it may stand on a door. */
export const nameOf = ({ givenName, familyName }: Pick<Stop, 'givenName' | 'familyName'>): string => `${givenName} ${familyName}`.trim()

function pocketStop(stop: Stop, on: Round['on']): PocketStop {
  const announced = mayVisit(on, stop)
  const { stopId, plannedAt, version, checkedInAt, checkedOutAt, result, note } = stop
  return {
    stopId,
    name: nameOf(stop),
    address: addressLine(stop),
    plannedAt,
    version,
    why: announced.granted ? null : announced.reason,
    fields: { checkedInAt, checkedOutAt, result, note },
  }
}

type Carried = {
  readonly round: Round
  readonly stops: readonly Stop[]
  readonly conflicts: readonly Conflict[]
  readonly settings: VisitSettings
}

/** The round as it is carried. The stops are those that the reader may see through the pocket's outlet. */
export function pocketOf({ round, stops, conflicts, settings }: Carried): Pocket {
  const { roundId, area, on, startsAt, endsAt, wipeAtMs } = round
  return {
    roundId,
    area,
    on,
    startsAt,
    endsAt,
    wipeAt: wipeAtMs,
    minutesInside: settings.minutesInside,
    crew: [round.first.name, round.second.name, round.watch.name],
    stops: stops.map((stop) => pocketStop(stop, on)),
    conflicts,
  }
}

/** What is shown when a form is drawn, carried in the form: another telephone may write meanwhile. */
export const baseOf = ({ checkedInAt, checkedOutAt, result, note }: VisitFields): string =>
  JSON.stringify({ checkedInAt, checkedOutAt, result, note })

const isInside = ({ fields }: PocketStop): boolean => fields.checkedInAt !== null && fields.checkedOutAt === null

/** The id of a field of a visit's form: the visit may stand at the top or in the list. */
export function fieldIdOf(pocket: Pick<Pocket, 'stops'>, stopId: string, field: string): string {
  const n = nextStop(pocket)?.stopId === stopId ? 0 : pocket.stops.findIndex((one) => one.stopId === stopId) + 1
  return `${field}-${n}`
}

/** The visit to make now: the one somebody is inside at, else the first without a result. Null: every visit has one. */
export const nextStop = ({ stops }: Pick<Pocket, 'stops'>): PocketStop | null =>
  stops.find(isInside) ?? stops.find(({ fields }) => fields.result === null) ?? null
