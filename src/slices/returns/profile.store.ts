/** The municipality's own profiles, version by version. */
import type { Tx } from '../../platform/db/tx.ts'
import type { CatalogueWords, NamedInCatalogue, Profile } from './profile.types.ts'

/** The own profile of the half-year as known at the instant; null when there was none. */
export async function findOwnProfile(tx: Tx, half: string, asOf: string): Promise<Profile | null> {
  const [row] = await tx.query<{ content: Profile }>(
    'select p.content from returns.profile p where p.half = $1 and p.known_from < $2::timestamptz and p.known_until >= $2::timestamptz',
    [half, asOf],
  )
  return row?.content ?? null
}

/** How many versions there are; holds them until the transaction ends, so that of two who save one is told. */
export async function holdProfileVersion(tx: Tx, half: string): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`returns.profile ${half}`])
  const [row] = await tx.query<{ n: number }>('select coalesce(max(version), 0)::int as n from returns.profile where half = $1', [half])
  return row?.n ?? 0
}

/** Closes the version in force, and opens this one at the same instant. */
export async function insertProfile(
  tx: Tx,
  profile: Profile,
  by: { readonly name: string; readonly staffId: string | null },
): Promise<void> {
  const [closed] = await tx.query<{ at: string }>(
    `update returns.profile set known_until = clock_timestamp() where half = $1 and known_until = 'infinity' returning known_until::text as at`,
    [profile.half],
  )
  await tx.query(
    `insert into returns.profile (half, version, content, changed_by, staff_id, known_from) values ($1, $2, $3, $4, $5, coalesce($6::timestamptz, clock_timestamp()))`,
    [profile.half, profile.version, JSON.stringify(profile), by.name, by.staffId, closed?.at ?? null],
  )
}

/** Closes the own version in force: the shipped one is in force from now. False when there was none. */
export const closeOwnProfile = async (tx: Tx, half: string): Promise<boolean> =>
  (
    await tx.query(
      `update returns.profile set known_until = clock_timestamp() where half = $1 and known_until = 'infinity' returning version`,
      [half],
    )
  ).length > 0

/** A version of an own profile with who wrote it. Times are Swedish local time. */
export type ProfileVersion = {
  readonly version: number
  readonly content: Profile
  readonly changedBy: string
  readonly at: string
  readonly isInForce: boolean
  /** When another took its place, or the shipped one did; null while it is in force. */
  readonly untilAt: string | null
}

/** The versions of the half-year, the one in force first. */
export const listProfileVersions = (tx: Tx, half: string): Promise<ProfileVersion[]> =>
  tx.query<ProfileVersion>(
    `select p.version, p.content, p.changed_by as "changedBy", to_char(p.known_from, 'YYYY-MM-DD HH24:MI') as at, p.known_until = 'infinity' as "isInForce",
       case when p.known_until < 'infinity' then to_char(p.known_until, 'YYYY-MM-DD HH24:MI') end as "untilAt"
     from returns.profile p where p.half = $1 order by p.version desc`,
    [half],
  )

/** The half-years that have an own profile, the latest first. */
export const listOwnHalves = async (tx: Tx): Promise<string[]> =>
  (await tx.query<{ half: string }>('select distinct half from returns.profile order by half desc')).map(({ half }) => half)

/** What a profile must have a code for: items of the catalogue that say nothing themselves, and the reasons that measures end for. */
export async function listKnownKeys(tx: Tx): Promise<{ readonly items: string[]; readonly endReasons: string[] }> {
  const items = await tx.query<{ key: string }>(
    `select v.item_key as key from measures.item_version v where v.known_until = 'infinity' and not v.codes ? 'draft' order by 1`,
  )
  const reasons = await tx.query<{ key: string }>(`select key from measures.reason where 'end' = any (uses) order by key`)
  return { items: items.map(({ key }) => key), endReasons: reasons.map(({ key }) => key) }
}

export const listCatalogueWords = async (tx: Tx): Promise<CatalogueWords> => ({
  items: await tx.query<NamedInCatalogue>(
    `select v.item_key as key, json_build_object('sv', v.name_sv, 'en', v.name_en) as name from measures.item_version v
     where v.known_until = 'infinity' order by v.item_key = 'other', v.name_sv collate "sv-x-icu", v.item_key`,
  ),
  endReasons: await tx.query<NamedInCatalogue>(
    `select key, json_build_object('sv', name_sv, 'en', name_en) as name from measures.reason where 'end' = any (uses) order by position`,
  ),
})
