/** Searching for youths, on the lists or not, always through `worklist.seen`. */
import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { tabOf, type ListDay } from './conditions.store.ts'
import { pickedRows } from './list.store.ts'
import { ask, every, type Part } from './statement.store.ts'
import type { ListRow, Tab } from './worklist.types.ts'

/** A hit: the row, and the tab it stands on; null when the youth is on none. */
export type Hit = ListRow & { readonly tab: Tab | null }

const mostWords = 6

const hits = (tx: Tx, scope: Scope, day: ListDay, where: Part, order: Part, limit: number): Promise<Hit[]> =>
  ask<Hit>(
    tx,
    pickedRows(scope, day, { where, order: sql`${order} y.family_name, y.given_name, y.person_id`, limit }, sql`, ${tabOf(day)} as tab`),
  )

/**
 * Whose phone it is, by the ledger: dead numbers too, since somebody may be calling from one; never those taken away. An array is worked out
 * once, and its youths are then found by their key. A number of a record that became another's leads to that other.
 */
const hasPhone = (phones: readonly string[]): Part => sql`y.person_id = any (array(
  select coalesce(m.root_id, w.person_id) from outreach.way w left join register.merged_now m on m.absorbed_id = w.person_id
  where w.kind = 'phone' and w.value = any (${phones}::text[]) and w.ended_at is null))`

const orPhone = (condition: Part, phones: readonly string[]): Part =>
  phones.length === 0 ? condition : sql`(${condition} or ${hasPhone(phones)})`

type Numbers = { readonly numbers: readonly string[]; readonly phones: readonly string[] }

/** Youths with one of the identity numbers, or one of the phone numbers (E.164). */
export const findByNumber = (tx: Tx, scope: Scope, day: ListDay, { numbers, phones }: Numbers, limit: number): Promise<Hit[]> =>
  hits(tx, scope, day, orPhone(sql`y.number = any (${numbers}::text[])`, phones), sql``, limit)

const begins = (digits: string): Part => sql`y.number like ${`${digits}%`} or to_char(y.born_on, 'YYYYMMDD') like ${`${digits}%`}`

type Beginnings = { readonly beginnings: readonly string[]; readonly phones: readonly string[] }

/** Youths whose number, or birth date, begins so, or who have one of the phone numbers. The beginnings are digits. */
export function findByBeginning(tx: Tx, scope: Scope, day: ListDay, { beginnings, phones }: Beginnings, limit: number): Promise<Hit[]> {
  return hits(tx, scope, day, orPhone(sql`(${sql.join(beginnings.map(begins), sql` or `)})`, phones), sql``, limit)
}

const split = (words: string | undefined): string[] =>
  (words ?? '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)

/** The words of a name as they are written, and as they sound. */
async function wordsOf(tx: Tx, text: string): Promise<{ readonly written: readonly string[]; readonly sounds: readonly string[] }> {
  const [row] = await tx.query<{ key: string; written: string }>(
    `select worklist.search_key($1) as key, lower($1 collate "sv-x-icu") as written`,
    [text],
  )
  return { written: split(row?.written), sounds: split(row?.key) }
}

const beginsAWord = (column: Part, word: string): Part => sql`(' ' || ${column}) like ${`% ${word}%`}`

/** One letter is the beginning of a word; more may also be spelt another way. */
const sounds = (word: string): Part =>
  word.length < 3 ? beginsAWord(sql`y.search_key`, word) : sql`(y.search_key like ${`%${word}%`} or ${word} <% y.search_key)`

const sum = (parts: readonly Part[]): Part => sql`(${sql.join(parts, sql` + `)})`

const lowerName = sql`replace(lower(y.given_name || ' ' || y.family_name), '-', ' ')`

/**
 * Youths whose name has every word, or words that sound alike. Spelt exactly so comes first (ö is not o), then those that sound the same,
 * then those more and less alike.
 */
export async function findByName(tx: Tx, scope: Scope, day: ListDay, text: string, limit: number): Promise<Hit[]> {
  const words = await wordsOf(tx, text)
  if (words.sounds.length === 0) return []
  await tx.script('set local pg_trgm.word_similarity_threshold = 0.4')
  const exact = sum(words.written.map((word) => sql`(${beginsAWord(lowerName, word)})::int`))
  const whole = sum(words.sounds.map((word) => sql`(${beginsAWord(sql`y.search_key`, word)})::int`))
  const alike = sum(words.sounds.map((word) => sql`word_similarity(${word}, y.search_key)`))
  return hits(tx, scope, day, every(words.sounds.map(sounds)), sql`${exact} desc, ${whole} desc, ${alike} desc,`, limit)
}
