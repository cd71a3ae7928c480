/** Who the youths are and when they were covered: from the periods as last computed, or from lives as they were known at an instant. */
import type { Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { followedStudies, otherFormSpans, responsibilityPeriods, type LawSettings } from '../law/index.ts'
import { lives, now, scopeLives, type PersonLife } from '../register/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import type { FactsQuestion } from './facts.actions.ts'
import type { Of } from './facts.store.ts'
import type { FactPeriod, FactStudy, FactYouth, Span } from './facts.types.ts'
import { sexOf } from './sex.rules.ts'
import { listOtherFormsNow, listPeriodsNow, listPlaces, listProtected, listTraitsNow, type Place } from './youth-facts.store.ts'

type LifeFact = Pick<FactYouth, 'personId' | 'bornOn' | 'sex' | 'unitId' | 'districtId' | 'periods' | 'otherForms' | 'studies'>
export type LifeFacts = { readonly lives: readonly LifeFact[]; readonly protectedIds: ReadonlySet<number> }

const dateOrNull = (day: Parameters<typeof dateOf>[0] | null): PlainDate | null => (day === null ? null : dateOf(day))

const periodsOf = ({ life }: PersonLife, municipality: string, law: LawSettings): FactPeriod[] =>
  responsibilityPeriods(life, municipality, law).map(({ fromOn, untilOn, ...why }) => ({
    fromOn: dateOf(fromOn),
    untilOn: dateOrNull(untilOn),
    ...why,
  }))

const studiesOf = ({ life }: PersonLife, law: LawSettings): FactStudy[] =>
  followedStudies(life, law).map(({ fromOn, untilOn, ...study }) => ({ fromOn: dateOf(fromOn), untilOn: dateOrNull(untilOn), ...study }))

const otherFormsOf = ({ life }: PersonLife, law: LawSettings): Span[] =>
  otherFormSpans(life, law).map(({ fromOn, untilOn }) => ({ fromOn: dateOf(fromOn), untilOn: dateOrNull(untilOn) }))

const protectedOf = async (tx: Tx): Promise<Set<number>> => new Set((await listProtected(tx)).map(({ personId }) => personId))

const byYouth = <Fact>(facts: readonly Of<Fact>[]): Map<number, Of<Fact>[]> => Map.groupBy(facts, ({ personId }) => personId)

/** The studies of those with a period that a day asked about lies in, or that ended on one. */
async function studiesNow(tx: Tx, { question, needs }: FactsQuestion, periods: readonly Of<FactPeriod>[], law: LawSettings) {
  const found = new Map<number, FactStudy[]>()
  if (!needs.studies) return found
  const near = periods.filter(({ fromOn, untilOn }) => fromOn < question.untilOn && (untilOn === null || untilOn >= question.fromOn))
  await scopeLives(tx, now, [...new Set(near.map(({ personId }) => personId))])
  for await (const batch of lives(tx, now)) for (const person of batch) found.set(person.personId, studiesOf(person, law))
  return found
}

/** The day before the days that are asked about: who was covered then came from before. */
const dayBefore = ({ fromOn }: FactsQuestion['question']): PlainDate => dateOf(plusDays(dayOf(fromOn), -1))

/** As last computed: what the lists show. */
export async function readLivesNow(tx: Tx, asked: FactsQuestion, others: readonly number[]): Promise<LifeFacts> {
  const { law } = settingsFrom(await listSettings(tx, now))
  const all = await listPeriodsNow(tx, dayBefore(asked.question), asked.question.on, others)
  const periods = byYouth(all)
  const ids = [...new Set([...periods.keys(), ...others])]
  const otherForms = byYouth(await listOtherFormsNow(tx, ids))
  const studies = await studiesNow(tx, asked, all, law)
  const found = (await listTraitsNow(tx, ids)).map(({ number, ...trait }) => ({
    ...trait,
    sex: sexOf(number),
    periods: periods.get(trait.personId) ?? [],
    otherForms: otherForms.get(trait.personId) ?? [],
    studies: studies.get(trait.personId) ?? [],
  }))
  return { lives: found, protectedIds: await protectedOf(tx) }
}

const nowhere = { unitId: null, districtId: null }

/** By what was known at the instant: the law is asked anew of every life. */
export async function readLivesAt(
  tx: Tx,
  { municipality, knownAt, needs, question }: FactsQuestion,
  others: readonly number[],
): Promise<LifeFacts> {
  const { law } = settingsFrom(await listSettings(tx, knownAt.facts))
  await scopeLives(tx, knownAt.facts, 'all')
  const places = new Map<number, Place>((await listPlaces(tx, knownAt)).map((place) => [place.personId, place]))
  const written = new Set(others)
  const before = dayBefore(question)
  const isNear = ({ fromOn, untilOn }: FactPeriod) => fromOn <= question.on && (untilOn === null || untilOn >= before)
  const found: LifeFact[] = []
  for await (const batch of lives(tx, knownAt.facts)) {
    for (const person of batch) {
      const { personId, number } = person
      const periods = periodsOf(person, municipality, law)
      if (!periods.some(isNear) && !written.has(personId)) continue
      const { unitId, districtId } = places.get(personId) ?? nowhere
      const studies = needs.studies ? studiesOf(person, law) : []
      const otherForms = otherFormsOf(person, law)
      found.push({ personId, bornOn: dateOrNull(person.life.bornOn), sex: sexOf(number), unitId, districtId, periods, otherForms, studies })
    }
  }
  return { lives: found, protectedIds: await protectedOf(tx) }
}
