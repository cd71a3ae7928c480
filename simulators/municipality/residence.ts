/** What the population register comes to know of a made-up youth: where from, what happens during the simulated nights. */
import { plusDays, type Day } from '../../src/platform/plain-date.ts'
import type { Address, Draw, PopulationChange, PopulationRecord } from './lives.types.ts'
import { addressElsewhere, addressHere, madeUpName } from './names.ts'
import type { NumberPool } from './number-pool.ts'
import { shuffled, type Random } from './random.ts'
import { bornOnOf } from './test-numbers.ts'

/** Codes of municipalities that people move to and from. */
const otherMunicipalities = ['0180', '1480', '1280', '0380', '0580', '2480', '1880', '0680'] as const

/** Post to people with protected registration goes through the authority. */
const forwarding: Address = { street: 'FÖRMEDLINGSPROVET 1', postalCode: '99999', locality: 'FÖRMEDLINGEN' }

type Background = 'born' | 'movedIn' | 'immigrated'
export type Happening = 'moveOut' | 'emigrate' | 'die' | 'goMissing' | 'newNumber' | 'markSecret' | 'liftSecrecy' | 'protect' | 'nothing'

/** To how many of a hundred it happens in a year of nights. */
const happenings: Record<Exclude<Happening, 'nothing'>, number> = {
  moveOut: 3.2,
  emigrate: 0.5,
  die: 0.05,
  goMissing: 0.04,
  newNumber: 0.2,
  markSecret: 0.12,
  liftSecrecy: 0.15,
  protect: 0.05,
}

/** What happens to each of so many people: the rare things happen to their share, not to nobody by chance. */
export function happeningsFor(people: number, years: number, random: Random): Happening[] {
  const all = Object.entries(happenings).flatMap(([what, share]) =>
    Array.from({ length: Math.round((people * years * share) / 100) }, () => what as Happening),
  )
  const nothing = Array.from({ length: Math.max(0, people - all.length) }, (): Happening => 'nothing')
  return shuffled([...all, ...nothing], random)
}

/** Days between that something happens and that the register delivers it. */
const handling = (random: Random): number => random.whole(1, 9)

function protection(random: Random): { secrecyMarking: boolean; protectedRegistration: boolean } {
  const draw = random.next()
  return { secrecyMarking: draw < 0.007, protectedRegistration: draw > 0.998 }
}

/** The record with the changes that protected registration brings. */
const asDelivered = (record: PopulationRecord): PopulationRecord =>
  record.protectedRegistration ? { ...record, address: forwarding } : record

function recordOf(draw: Draw, number: string, background: Background, cameOn: Day): PopulationRecord {
  const { random, municipality } = draw
  const bornOn = bornOnOf(number)
  const registeredOn = background === 'born' && random.chance(0.62) ? bornOn : cameOn
  const from = background === 'born' ? municipality : random.pick(otherMunicipalities)
  return asDelivered({
    number,
    replacedBy: null,
    ...protection(random),
    ...madeUpName(random, number),
    registeredOn,
    municipality,
    address: addressHere(random),
    deregistration: null,
    immigratedOn: background === 'immigrated' ? plusDays(cameOn, -random.whole(0, 21)) : null,
    earlier: background === 'immigrated' || registeredOn === bornOn ? [] : [{ on: bornOn, municipality: from }],
  })
}

/** Somebody who lives in the municipality on the first night. Whoever is to lose a secrecy marking has one. */
export function firstRecord(draw: Draw, number: string, what: Happening): PopulationChange {
  const background = draw.random.weighted({ born: 74, movedIn: 19, immigrated: 7 })
  const cameOn = draw.random.whole(bornOnOf(number) + 300, draw.window.firstNight - 45) as Day
  const record = recordOf(draw, number, background, cameOn)
  return { knownOn: bornOnOf(number), records: [what === 'liftSecrecy' ? { ...record, secrecyMarking: true } : record] }
}

/** Somebody who comes during the simulated nights. */
export function arrival(draw: Draw, number: string): PopulationChange {
  const { random, window } = draw
  const background = random.weighted({ movedIn: 74, immigrated: 26 })
  const cameOn = random.whole(window.firstNight, window.lastNight) as Day
  return { knownOn: plusDays(cameOn, handling(random)), records: [recordOf(draw, number, background, cameOn)] }
}

const movedOn = (record: PopulationRecord, on: Day, municipality: string, address: Address): PopulationRecord =>
  asDelivered({
    ...record,
    registeredOn: on,
    municipality,
    address,
    earlier: [{ on: record.registeredOn, municipality: record.municipality }, ...record.earlier].slice(0, 3),
  })

/** A move to an address in another municipality, as a record. */
const movedOut = (draw: Draw, record: PopulationRecord, on: Day): PopulationRecord =>
  movedOn(record, on, draw.random.pick(otherMunicipalities), addressElsewhere(draw.random))

function renumbered(record: PopulationRecord, on: Day, pool: NumberPool): PopulationRecord[] {
  const number = pool.takeOther(record.number)
  if (number === null) return []
  const old: PopulationRecord = { ...record, replacedBy: number, deregistration: { cause: 'GN', on } }
  return [old, { ...record, number }]
}

function recordsAfter(draw: Draw, record: PopulationRecord, what: Happening, on: Day, pool: NumberPool): PopulationRecord[] {
  const gone = (cause: 'AV' | 'UV' | 'OB'): PopulationRecord[] => [{ ...record, deregistration: { cause, on } }]
  switch (what) {
    case 'moveOut':
      return [movedOut(draw, record, on)]
    case 'emigrate':
      return gone('UV')
    case 'die':
      return gone('AV')
    case 'goMissing':
      return gone('OB')
    case 'newNumber':
      return renumbered(record, on, pool)
    case 'markSecret':
      return [{ ...record, secrecyMarking: true }]
    case 'liftSecrecy':
      return [{ ...record, secrecyMarking: false }]
    case 'protect':
      return [asDelivered({ ...record, protectedRegistration: true })]
    case 'nothing':
      return []
  }
}

/** Back after some months abroad: registered again, with a new immigration date. */
function returned(draw: Draw, record: PopulationRecord, after: Day): PopulationChange {
  const on = plusDays(after, draw.random.whole(50, 170))
  const back = { ...movedOn(record, on, draw.municipality, addressHere(draw.random)), deregistration: null, immigratedOn: on }
  return { knownOn: plusDays(on, handling(draw.random)), records: [back] }
}

/** Everything the register delivers of somebody from the first record on. */
export function drawPopulation(draw: Draw, first: PopulationChange, what: Happening, pool: NumberPool): PopulationChange[] {
  const { random, window, municipality } = draw
  const changes = [first]
  const current = (): PopulationRecord => changes.at(-1)?.records.at(-1) as PopulationRecord
  const earliest = Math.max(first.knownOn, window.firstNight) + 1
  if (earliest > window.lastNight) return changes
  const add = (on: Day, records: readonly PopulationRecord[]) => {
    if (records.length > 0) changes.push({ knownOn: plusDays(on, handling(random)), records })
  }
  const on = random.whole(earliest, window.lastNight) as Day
  const insideOn = random.whole(earliest, window.lastNight) as Day
  if (random.chance(0.055) && insideOn < on - 12) add(insideOn, [movedOn(current(), insideOn, municipality, addressHere(random))])
  add(on, recordsAfter(draw, current(), what, on, pool))
  if (what === 'emigrate' && random.chance(0.4)) changes.push(returned(draw, current(), on))
  return changes
}
