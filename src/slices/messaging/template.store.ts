/** The municipality's own versions of templates. They are only added to: what was sent can be read again. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Template, TemplateName, TemplateText, TemplateVersion } from './template.types.ts'

const swedish = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')`

/** The latest own version of every template that has one. */
export const listLatest = (tx: Tx): Promise<Template[]> =>
  tx.prepared<Template>(
    'select distinct on (key, lang) key, lang, version, subject, body from messaging.template order by key, lang, version desc',
  )

/** A version that the municipality wrote; null when there is none. */
export async function findOwn(tx: Tx, { key, lang }: TemplateName, version: number): Promise<Template | null> {
  const [row] = await tx.prepared<Template>(
    'select key, lang, version, subject, body from messaging.template where key = $1 and lang = $2 and version = $3',
    [key, lang, version],
  )
  return row ?? null
}

/** Which versions a translator has read. */
export type ProofreadVersion = TemplateName & { readonly version: number }

export const listProofread = (tx: Tx): Promise<ProofreadVersion[]> =>
  tx.prepared<ProofreadVersion>('select key, lang, version from messaging.proofreading')

/** The own versions of one text, the newest first, with who wrote and who proofread them. */
export const listVersions = (tx: Tx, { key, lang }: TemplateName): Promise<TemplateVersion[]> =>
  tx.query<TemplateVersion>(
    `select t.key, t.lang, t.version, t.subject, t.body, s.name as "savedBy", ${swedish('t.saved_at')} as "savedAt",
       p.proofread_by as "proofreadBy", ${swedish('p.noted_at')} as "proofreadAt"
     from messaging.template t join access.staff s on s.id = t.saved_by
     left join messaging.proofreading p on p.key = t.key and p.lang = t.lang and p.version = t.version
     where t.key = $1 and t.lang = $2 order by t.version desc`,
    [key, lang],
  )

export type Proofreading = { readonly proofreadBy: string; readonly proofreadAt: string }

/** Who proofread the version; null when nobody has. */
export async function findProofreading(tx: Tx, { key, lang }: TemplateName, version: number): Promise<Proofreading | null> {
  const [row] = await tx.query<Proofreading>(
    `select proofread_by as "proofreadBy", ${swedish('noted_at')} as "proofreadAt" from messaging.proofreading where key = $1 and lang = $2 and version = $3`,
    [key, lang, version],
  )
  return row ?? null
}

/** Adds the version; false when somebody else has saved it meanwhile. */
export const insertTemplate = async (
  tx: Tx,
  { key, lang }: TemplateName,
  version: number,
  text: TemplateText,
  by: string,
): Promise<boolean> =>
  (
    await tx.query(
      `insert into messaging.template (key, lang, version, subject, body, saved_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (key, lang, version) do nothing returning id`,
      [key, lang, version, text.subject, text.body, by],
    )
  ).length > 0

/** Notes who proofread the version; false when it is noted already. */
export const insertProofreading = async (
  tx: Tx,
  { key, lang }: TemplateName,
  version: number,
  { proofreadBy, by }: { readonly proofreadBy: string; readonly by: string },
): Promise<boolean> =>
  (
    await tx.query(
      `insert into messaging.proofreading (key, lang, version, proofread_by, noted_by) values ($1, $2, $3, $4, $5)
       on conflict (key, lang, version) do nothing returning id`,
      [key, lang, version, proofreadBy, by],
    )
  ).length > 0

/** The longest name of a unit in use: what a text must have room for. Null when there are none. */
export async function longestUnit(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>('select name from organisation.unit where active order by length(name) desc, name limit 1')
  return row?.name ?? null
}
