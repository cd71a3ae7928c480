/** Profiles: which one is in force, and saving the municipality's own copy as its next version. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { now } from '../register/index.ts'
import { parseHalfYear } from './half-year.rules.ts'
import type { CatalogueWords, Profile } from './profile.types.ts'
import { numbered, profileFor, readProfile, valueOf, type ProfileProblem } from './profile.rules.ts'
import {
  closeOwnProfile,
  findOwnProfile,
  holdProfileVersion,
  insertProfile,
  listCatalogueWords,
  listKnownKeys,
  listOwnHalves,
  listProfileVersions,
  type ProfileVersion,
} from './profile.store.ts'
import type { ProfileOrigin } from './returns.types.ts'
import { shippedProfiles } from './shipped/shipped.ts'

export type ProfileInForce = { readonly profile: Profile; readonly origin: ProfileOrigin }

/** The profile of the half-year as known at the instant: the municipality's own, else the shipped one; null when there is neither. */
export async function profileInForce(tx: Tx, half: string, asOf: string): Promise<ProfileInForce | null> {
  const own = await findOwnProfile(tx, half, asOf)
  if (own !== null) return { profile: own, origin: 'own' }
  const shipped = shippedProfiles[half]
  return shipped === undefined ? null : { profile: shipped, origin: 'shipped' }
}

/** Where a half-year without a profile can begin: the latest own or shipped one of an earlier half-year, else the earliest of all. */
async function baseFor(tx: Tx, half: string): Promise<Profile | null> {
  const halves = [...new Set([...(await listOwnHalves(tx)), ...Object.keys(shippedProfiles)])].toSorted((a, b) => (a < b ? 1 : -1))
  const from = halves.find((one) => one < half) ?? halves.at(-1)
  const found = from === undefined ? null : await profileInForce(tx, from, 'infinity')
  return found === null ? null : profileFor(found.profile, half)
}

export type ShownProfile = {
  readonly inForce: ProfileInForce | null
  /** What a form or a file begins with: the one in force, else a draft made from another half-year's. */
  readonly draft: Profile | null
  /** How many own versions there are: what a form is made from. */
  readonly version: number
  readonly versions: readonly ProfileVersion[]
  readonly words: CatalogueWords
  /** The product has one for the half-year. */
  readonly isShipped: boolean
}

/** The half-year's profile with its own versions; null when there is no such half-year. */
export const readProfileOf = (pool: Pool, half: string): Promise<ShownProfile | null> =>
  inTransaction(pool, async (tx) => {
    if (parseHalfYear(half) === null) return null
    const inForce = await profileInForce(tx, half, 'infinity')
    const versions = await listProfileVersions(tx, half)
    return {
      inForce,
      draft: inForce?.profile ?? (await baseFor(tx, half)),
      version: versions[0]?.version ?? 0,
      versions,
      words: await listCatalogueWords(tx),
      isShipped: shippedProfiles[half] !== undefined,
    }
  })

export type ProfileWish = {
  readonly half: string
  /** What somebody wrote: a text in JSON, or a value that a form made. */
  readonly given: string | object
  /** How many own versions there were when it was begun; null: whatever there are. */
  readonly version: number | null
  /** Whose profile was in force then; not given: whosever. One that went back to the shipped one has the same number as before. */
  readonly origin?: ProfileOrigin | null
  readonly by: { readonly name: string; readonly staffId: string | null }
}
export type ProfileRefusal = 'no-such-half-year' | 'problems' | 'stale'
export type ProfileSaved = Decision<Profile, ProfileRefusal> & { readonly problems?: readonly ProfileProblem[] }

async function decide(tx: Tx, { half, given, version: seen, origin, by }: ProfileWish): Promise<ProfileSaved> {
  if (parseHalfYear(half)?.key !== half) return refuse('no-such-half-year')
  const before = await holdProfileVersion(tx, half)
  if (seen !== null && seen !== before) return refuse('stale')
  if (origin !== undefined && origin !== ((await profileInForce(tx, half, now))?.origin ?? null)) return refuse('stale')
  const known = await listKnownKeys(tx)
  const value = typeof given === 'string' ? (valueOf(given)?.value ?? null) : given
  const read = readProfile(numbered(value, before + 1), half, known)
  if (!read.granted) return { ...refuse('problems'), problems: read.problems ?? [] }
  await insertProfile(tx, read.value, by)
  return grant(read.value)
}

/** Saves the municipality's own profile as its next version. Refused with all that is wrong, each at its field; nothing is saved then. */
export const saveProfile = (pool: Pool, wish: ProfileWish): Promise<ProfileSaved> =>
  change<Profile, ProfileRefusal>(
    pool,
    () => ({
      actor: wish.by.staffId ?? wish.by.name,
      action: 'returns.saveProfile',
      detail: { half: parseHalfYear(wish.half)?.key ?? null },
    }),
    (tx) => decide(tx, wish),
  )

export type BackWish = Pick<ProfileWish, 'half' | 'by'> & { readonly version: number }

async function decideBack(tx: Tx, { half, version }: BackWish): Promise<Decision<Profile, 'nothing-shipped' | 'stale'>> {
  const shipped = shippedProfiles[half]
  if (shipped === undefined) return refuse('nothing-shipped')
  if ((await holdProfileVersion(tx, half)) !== version) return refuse('stale')
  return (await closeOwnProfile(tx, half)) ? grant(shipped) : refuse('stale')
}

/** The shipped profile is in force again. The own versions stay in the history. */
export const goBackToShipped = (pool: Pool, wish: BackWish): Promise<Decision<Profile, 'nothing-shipped' | 'stale'>> =>
  change<Profile, 'nothing-shipped' | 'stale'>(
    pool,
    () => ({
      actor: wish.by.staffId ?? wish.by.name,
      action: 'returns.dropProfile',
      detail: { half: parseHalfYear(wish.half)?.key ?? null, version: wish.version },
    }),
    (tx) => decideBack(tx, wish),
  )
