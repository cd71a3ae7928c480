/** Loads what figures are counted from, once and set by set. The transaction may make temporary tables, so it is not a read-only one. */
import type { Tx } from '../../platform/db/tx.ts'
import { outreachSettingsFrom } from '../outreach/index.ts'
import { now, scopeRoots } from '../register/index.ts'
import { listSettings } from '../settings/index.ts'
import { readLivesAt, readLivesNow, type LifeFacts } from './life-facts.actions.ts'
import { listContacts, listMeasures, listOccupations, listOffers, listSearches, listWatches, readKeys, type Of } from './facts.store.ts'
import type { FactKeys, Facts, FactYouth, KnownAt } from './facts.types.ts'
import type { IndicatorQuestion, Needs } from './indicator.types.ts'

/** All that is known. */
export const knownNow: KnownAt = { facts: now, work: now }

export type FactsQuestion = {
  readonly municipality: string
  readonly question: IndicatorQuestion
  readonly knownAt: KnownAt
  readonly needs: Needs
}

const byYouth = <Fact extends { readonly personId: number }>(facts: readonly Fact[]): Map<number, Fact[]> =>
  Map.groupBy(facts, ({ personId }) => personId)

type Sets = {
  readonly contacts: Awaited<ReturnType<typeof listContacts>>
  readonly occupations: Awaited<ReturnType<typeof listOccupations>>
  readonly measures: Awaited<ReturnType<typeof listMeasures>>
  readonly offers: Awaited<ReturnType<typeof listOffers>>
  readonly searches: Awaited<ReturnType<typeof listSearches>>
  readonly watches: Awaited<ReturnType<typeof listWatches>>
}

async function readSets(tx: Tx, { question, knownAt: { work }, needs }: FactsQuestion): Promise<Sets> {
  const { fromOn, on } = question
  return {
    contacts: needs.contacts === 'none' ? [] : await listContacts(tx, work, fromOn, on, needs.contacts === 'periodAndLastHeard'),
    occupations: await listOccupations(tx, work, on),
    measures: await listMeasures(tx, work),
    offers: await listOffers(tx, work, on),
    searches: await listSearches(tx, work, fromOn, on),
    watches: await listWatches(tx, work),
  }
}

/** The sets as youths. Somebody with nothing in any of them is nobody that a figure counts. */
function youthsOf(sets: Sets, { lives, protectedIds }: LifeFacts): FactYouth[] {
  const [contacts, occupations, measures] = [byYouth(sets.contacts), byYouth(sets.occupations), byYouth(sets.measures)]
  const [offers, searches, watches] = [byYouth(sets.offers), byYouth(sets.searches), byYouth(sets.watches)]
  return lives.map((life) => {
    const of = <Fact>(all: ReadonlyMap<number, readonly Of<Fact>[]>): readonly Of<Fact>[] => all.get(life.personId) ?? []
    return {
      ...life,
      isProtected: protectedIds.has(life.personId),
      watches: of(watches),
      contacts: contacts.get(life.personId) ?? [],
      occupations: of(occupations),
      measures: of(measures),
      offers: of(offers),
      searches: of(searches),
    }
  })
}

const withFound = (named: readonly string[], found: readonly (string | null)[]): string[] => [
  ...new Set([...named, ...found.flatMap((key) => (key === null ? [] : [key]))]),
]

/** The departments of the settings, and those that something was written with before they were taken away. */
async function keysOf(tx: Tx, { contacts, measures }: Sets): Promise<FactKeys> {
  const { departments } = outreachSettingsFrom(await listSettings(tx, now))
  const named = departments.filter(({ active }) => active).map(({ key }) => key)
  const found = [...contacts, ...measures].map(({ department }) => department)
  return { ...(await readKeys(tx)), departments: withFound(named, found) }
}

const personsIn = (sets: Sets): number[] => [...new Set(Object.values(sets).flatMap((set) => set.map(({ personId }) => personId)))]

/** Everything that a figure with these needs is counted from. */
export async function readFacts(tx: Tx, asked: FactsQuestion): Promise<Facts> {
  await scopeRoots(tx, asked.knownAt.facts)
  const sets = await readSets(tx, asked)
  const keys = await keysOf(tx, sets)
  const lives = asked.knownAt.facts === now ? await readLivesNow(tx, asked, personsIn(sets)) : await readLivesAt(tx, asked, personsIn(sets))
  return { on: asked.question.on, youths: youthsOf(sets, lives), keys }
}
