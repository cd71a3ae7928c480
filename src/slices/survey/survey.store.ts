/** Questionnaires, codes and tallies in SQL. Codes can only be put in: what they open and what they answer is asked of the database's own functions. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Questionnaire, QuestionnaireVersion, Said, SurveyUnit, Tally } from './survey.types.ts'

const versionQuery = `select v.key, v.version, v.content, s.name as "savedBy", v.saved_on as "savedOn"
  from survey.version v left join access.staff s on s.id = v.saved_by`

/** Every version that was saved here or handed out, the newest first. */
export const listSavedVersions = (tx: Tx): Promise<QuestionnaireVersion[]> =>
  tx.query<QuestionnaireVersion>(`${versionQuery} order by v.key, v.version desc`)

/** The id of a version as it is; a shipped one is put in the first time it is handed out. */
export async function keepVersion(tx: Tx, { key, version, content }: QuestionnaireVersion): Promise<number> {
  await tx.query('insert into survey.version (key, version, content) values ($1, $2, $3) on conflict (key, version) do nothing', [
    key,
    version,
    JSON.stringify(content),
  ])
  const [row] = await tx.query<{ id: number }>('select id from survey.version where key = $1 and version = $2', [key, version])
  if (row === undefined) throw new Error('a version that was put in is not there')
  return row.id
}

/** The id of a version that was saved. */
export const findVersionId = async (tx: Tx, key: string, version: number): Promise<number | null> =>
  (await tx.query<{ id: number }>('select id from survey.version where key = $1 and version = $2', [key, version]))[0]?.id ?? null

export type NewVersion = { readonly key: string; readonly version: number; readonly content: Questionnaire; readonly by: string }

/** False when somebody else has saved the version meanwhile. */
export const insertVersion = async (tx: Tx, { key, version, content, by }: NewVersion): Promise<boolean> =>
  (
    await tx.query(
      `insert into survey.version (key, version, content, saved_by) values ($1, $2, $3, $4) on conflict (key, version) do nothing returning id`,
      [key, version, JSON.stringify(content), by],
    )
  ).length > 0

/** Those that save versions of one questionnaire wait for each other. */
export const holdQuestionnaire = (tx: Tx, key: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('survey ' || $1, 0))`, [key])

/** Units, those in use first. `units` null: all of them. */
export const listUnits = (tx: Tx, units: readonly number[] | null): Promise<SurveyUnit[]> =>
  tx.query<SurveyUnit>(
    `select id, name, active from organisation.unit where $1::integer[] is null or id = any ($1) order by active desc, name collate "sv-x-icu"`,
    [units],
  )

export type NewCodes = {
  readonly hashes: readonly Buffer[]
  readonly versionId: number
  readonly unitId: number
  readonly expiresOn: PlainDate
}

/** Puts codes in, in the order of their hashes: none tells which of a batch it was. */
export const insertCodes = (tx: Tx, { hashes, versionId, unitId, expiresOn }: NewCodes): Promise<unknown> =>
  tx.query('insert into survey.code (code_hash, version_id, unit_id, expires_on) select h, $2, $3, $4 from unnest($1::bytea[]) h', [
    hashes.toSorted((a, b) => a.compare(b)),
    versionId,
    unitId,
    expiresOn,
  ])

/** The questionnaire that a code opens; null for a code that is unknown, used or expired. */
export async function findAsked(tx: Tx, hash: Buffer): Promise<Questionnaire | null> {
  const [row] = await tx.query<{ content: Questionnaire }>(
    'select v.content from survey.version v where v.id = (select survey.asked_by($1))',
    [hash],
  )
  return row?.content ?? null
}

/** Counts an answer and forgets the code. False when the code leads nowhere, also when another answer was first. */
export async function countAnswer(tx: Tx, hash: Buffer, said: Said): Promise<boolean> {
  const [row] = await tx.query<{ counted: boolean }>('select survey.answer($1, $2) as counted', [hash, JSON.stringify(said)])
  return row?.counted === true
}

/** What was answered to all versions of a questionnaire in the quarters before a day. */
export const listTallies = (tx: Tx, key: string, before: PlainDate): Promise<Tally[]> =>
  tx.query<Tally>(
    `select t.unit_id as "unitId", t.quarter, t.question, t.option, sum(t.n)::integer as n from survey.tally t join survey.version v on v.id = t.version_id
     where v.key = $1 and t.quarter < $2 group by t.unit_id, t.quarter, t.question, t.option`,
    [key, before],
  )

/** Takes away codes that have run out. Returns how many. */
export async function forgetCodes(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>('select survey.forget_codes() as n')
  return row?.n ?? 0
}
