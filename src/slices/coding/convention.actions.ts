/** Conventions: reading them, choosing one for new records, and saving the municipality's own. Saving goes the way of all settings. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { applySettings } from '../matching/index.ts'
import { listItems, type Item } from '../measures/index.ts'
import { listSettings, settingsVersion, type SettingsRefusal } from '../settings/index.ts'
import { codingSettingsFrom, conventionsOf, nextOwn, type CodingSettings } from './coding-settings.rules.ts'
import { readConvention, type ConventionProblem, type KnownItem } from './convention.rules.ts'
import type { Convention } from './coding.types.ts'

export type PresentCoding = CodingSettings & {
  readonly conventions: readonly Convention[]
  /** What a form is made from: how many times any of the settings has been set. */
  readonly version: number
  readonly items: readonly Item[]
}

/** All conventions, the one in force, and the catalogue. */
export const readConventions = (pool: Pool): Promise<PresentCoding> =>
  inTransaction(pool, async (tx) => {
    const settings = codingSettingsFrom(await listSettings(tx, 'infinity'))
    return {
      ...settings,
      conventions: conventionsOf(settings),
      version: await settingsVersion(tx, 'coding'),
      items: await listItems(tx, null),
    }
  })

/** Who changes what, from what was seen. */
export type ConventionWish = {
  readonly place: { readonly code: string; readonly pool: Pool }
  readonly version: number
  readonly staffId: string
  readonly on: PlainDate
}

type Refusal = SettingsRefusal | 'unknown'

const save = (wish: ConventionWish, key: string, value: unknown): Promise<Decision<unknown, SettingsRefusal>> =>
  applySettings(wish.place, { group: 'coding', values: [{ key, value }], version: wish.version, by: wish.staffId, on: wish.on })

/** Chooses the convention for new records. False: it was in force already. */
export async function chooseConvention(wish: ConventionWish, key: string): Promise<Decision<boolean, Refusal>> {
  const { conventions, chosen, version } = await readConventions(wish.place.pool)
  if (!conventions.some((one) => one.key === key)) return refuse('unknown')
  if (chosen.key === key) return version === wish.version ? grant(false) : refuse('stale')
  const decision = await save(wish, 'coding.convention', key)
  return decision.granted ? grant(true) : decision
}

/** Items of the catalogue, and whether measures may begin in them on the day. */
const knownItems = (items: readonly Item[], on: PlainDate): KnownItem[] =>
  items.map(({ key, fromOn, untilOn }) => ({ key, isValid: fromOn <= on && (untilOn === null || untilOn > on) }))

export type OwnSaved =
  | { readonly kind: 'saved'; readonly isChosen: boolean }
  | { readonly kind: 'problems'; readonly problems: readonly ConventionProblem[] }
  | { readonly kind: SettingsRefusal }

/** Saves the municipality's own convention as its next version. `given`: what somebody wrote, whatever it is. */
export async function saveOwn(wish: ConventionWish, given: unknown): Promise<OwnSaved> {
  const { own, chosen, items } = await readConventions(wish.place.pool)
  const read = readConvention(given, knownItems(items, wish.on))
  if (!read.granted) return { kind: 'problems', problems: read.problems ?? [] }
  const decision = await save(wish, 'coding.own', nextOwn(own, read.value))
  return decision.granted ? { kind: 'saved', isChosen: chosen.origin === 'own' } : { kind: decision.reason }
}
