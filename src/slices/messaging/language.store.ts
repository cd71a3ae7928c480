/** Which language youths want to be written to in. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { Tx } from '../../platform/db/tx.ts'

/** Sets the language; the one before is kept as history. */
export async function saveLanguage(tx: Tx, personId: number, lang: ContactLang, setBy: string): Promise<void> {
  await tx.query(`update messaging.language set known_until = clock_timestamp() where person_id = $1 and known_until = 'infinity'`, [
    personId,
  ])
  await tx.query('insert into messaging.language (person_id, lang, set_by) values ($1, $2, $3)', [personId, lang, setBy])
}

/** The language of the youth under any of these ids; easy Swedish where nothing is said. */
export async function languageOf(tx: Tx, personIds: readonly number[]): Promise<ContactLang> {
  const [row] = await tx.prepared<{ lang: ContactLang }>(
    `select lang from messaging.language where person_id = any ($1) and known_until = 'infinity' order by id desc limit 1`,
    [personIds],
  )
  return row?.lang ?? 'sv'
}
