/** The nights: which files each source delivers, from what it knows that night. */
import { dateOf, plusDays, weekdayOf, type Day } from '../../src/platform/plain-date.ts'
import { diplomaRow, diplomasCsv } from './diplomas-csv.ts'
import { spells, type Spell } from './dirt.ts'
import { enrolmentRow, enrolmentsCsv } from './enrolments-csv.ts'
import { recordOn, versionOn } from './lives.ts'
import type { MadeUpLife, Window } from './lives.types.ts'
import type { Night, NightFile } from './municipality.types.ts'
import { populationPost, populationXml } from './population-xml.ts'
import { randomFrom } from './random.ts'

const sources = { population: 'navet', enrolments: 'elevregister', diplomas: 'betygsregister' } as const
/** The schools go on writing an old identity number for some nights. */
const numberLagDays = 7

type Order = { readonly lives: readonly MadeUpLife[]; readonly window: Window; readonly municipality: string; readonly seed: number }

/** The first and the last night, and every Monday and Thursday between: what happens on other days is delivered on the next. */
export function deliveryNights({ firstNight, lastNight }: Window): Day[] {
  const days: Day[] = []
  for (let night = firstNight; night <= lastNight; night = plusDays(night, 1)) {
    const weekday = weekdayOf(night)
    if (weekday === 1 || weekday === 4 || night === firstNight || night === lastNight) days.push(night)
  }
  return days
}

/** The residents on the first night. */
function fullPopulation({ lives, municipality }: Order, night: Day): string {
  const posts: string[] = []
  for (const life of lives) {
    const record = recordOn(life, night)
    if (record !== null && record.municipality === municipality && record.deregistration === null) posts.push(populationPost(record))
  }
  return populationXml(posts)
}

/** A move inside the municipality whose day is not known, as the register delivers now and then: an exception, and nothing else. */
function postWithIncompleteDate({ lives, municipality }: Order, night: Day): string[] {
  for (const life of lives.slice(-100)) {
    const record = recordOn(life, night)
    if (record === null || record.municipality !== municipality || record.deregistration !== null) continue
    const post = populationPost({ ...record, registeredOn: night })
    return [post.replace(/<Folkbokforingsdatum>(\d{4})\d{4}</, '<Folkbokforingsdatum>$10000<')]
  }
  return []
}

/** What the population register has come to know after the earlier delivery; null when that is nothing. */
function populationChanges(order: Order, after: Day, night: Day, incomplete: boolean): string | null {
  const posts: string[] = incomplete ? postWithIncompleteDate(order, night) : []
  for (const { population } of order.lives) {
    for (const { knownOn, records } of population) if (knownOn > after && knownOn <= night) posts.push(...records.map(populationPost))
  }
  return posts.length === 0 ? null : populationXml(posts)
}

function enrolmentRows(lives: readonly MadeUpLife[], night: Day): string[] {
  const rows: string[] = []
  for (const life of lives) {
    const record = life.visibleFrom > night ? null : (recordOn(life, plusDays(night, -numberLagDays)) ?? recordOn(life, night))
    if (record === null) continue
    for (const enrolment of life.enrolments) {
      const version = versionOn(enrolment, night)
      if (version !== null) rows.push(enrolmentRow(record, enrolment, version))
    }
  }
  return rows
}

function diplomaRows(lives: readonly MadeUpLife[], night: Day): string[] {
  const rows: string[] = []
  for (const life of lives) {
    const record = life.visibleFrom > night ? null : (recordOn(life, plusDays(night, -numberLagDays)) ?? recordOn(life, night))
    for (const credential of life.credentials)
      if (record !== null && credential.knownOn <= night) rows.push(diplomaRow(record.number, credential))
  }
  return rows
}

/** The spell that lies on the delivery, if any. */
function spellOn(feed: Spell['feed'], delivery: number, deliveries: number): Spell | null {
  const begins = (spell: Spell) => Math.max(1, Math.floor(spell.at * deliveries))
  return spells.find((spell) => spell.feed === feed && delivery >= begins(spell) && delivery < begins(spell) + spell.deliveries) ?? null
}

function withDirt(rows: string[], order: Order, feed: Spell['feed'], delivery: number, deliveries: number): readonly string[] {
  const spell = spellOn(feed, delivery, deliveries)
  // Drawn alike every night of a spell: a wrong row stays until somebody mends it.
  return spell === null || rows.length === 0 ? rows : spell.dirt(rows, randomFrom(order.seed, 9, spells.indexOf(spell)))
}

const file = (feed: keyof typeof sources, kind: 'full' | 'changes', night: Day, content: string): NightFile => ({
  feed,
  kind,
  source: sources[feed],
  name: `${feed}-${dateOf(night)}${kind === 'changes' ? '-changes' : ''}.${feed === 'population' ? 'xml' : 'csv'}`,
  content,
})

/** Every night that carries files, in order; drawn up one at a time, so a year is never in memory. */
export function* nights(order: Order): Generator<Night> {
  const dates = deliveryNights(order.window)
  const delivered = { enrolments: '', diplomas: '' }
  const incompleteOn = Math.floor(dates.length / 2)
  for (const [index, night] of dates.entries()) {
    const files: NightFile[] = []
    const before = dates[index - 1]
    const population = before === undefined ? fullPopulation(order, night) : populationChanges(order, before, night, index === incompleteOn)
    if (population !== null) files.push(file('population', before === undefined ? 'full' : 'changes', night, population))
    const snapshots = {
      enrolments: enrolmentsCsv(withDirt(enrolmentRows(order.lives, night), order, 'enrolments', index, dates.length)),
      diplomas: diplomasCsv(withDirt(diplomaRows(order.lives, night), order, 'diplomas', index, dates.length)),
    }
    for (const feed of ['enrolments', 'diplomas'] as const) {
      if (snapshots[feed] === delivered[feed] && weekdayOf(night) !== 1) continue
      delivered[feed] = snapshots[feed]
      files.push(file(feed, 'full', night, snapshots[feed]))
    }
    if (files.length > 0) yield { on: dateOf(night), files }
  }
}
