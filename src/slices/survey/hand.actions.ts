/** Handing out codes: made by chance, kept as hashes, and shown once. The log says who handed out how many, never to whom. */
import { createHash, randomBytes } from 'node:crypto'
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import { codeFrom, codeLength, readCode, writtenCode } from '../replies/index.ts'
import { listSettings } from '../settings/index.ts'
import { codeLastsUntil } from './hand.rules.ts'
import { questionnairesOf } from './shipped.ts'
import { surveySettings } from './survey-settings.rules.ts'
import { findVersionId, forgetCodes, insertCodes, keepVersion, listSavedVersions, listUnits } from './survey.store.ts'
import type { QuestionnaireVersion, SurveyUnit } from './survey.types.ts'

const hashOf = (code: string): Buffer => createHash('sha256').update(`enkat:${code}`).digest()

/** The hash of what somebody typed as a code; null when it cannot be one. */
export function typedHash(typed: string): Buffer | null {
  const code = readCode(typed)
  return code === null ? null : hashOf(code)
}

function newCode(): string {
  for (;;) {
    const code = codeFrom(randomBytes(codeLength * 2))
    if (code !== null) return code
  }
}

/** Who hands out. `scope`: whose units it may be for. */
export type Handing = { readonly staffId: string; readonly scope: Scope; readonly today: PlainDate }

export type HandOutPlaces = { readonly questionnaires: readonly QuestionnaireVersion[]; readonly units: readonly SurveyUnit[] }

/** What can be handed out, and for which units. Nothing of any person. */
export const readHandOut = (pool: Pool, { scope }: Pick<Handing, 'scope'>): Promise<HandOutPlaces> =>
  inTransaction(pool, async (tx) => ({
    questionnaires: questionnairesOf(await listSavedVersions(tx)),
    units: (await listUnits(tx, scope.units)).filter(({ active }) => active),
  }))

/** Codes as they were made, written in two groups: the only time that anybody sees them. */
export type HandedOut = {
  readonly codes: readonly string[]
  readonly questionnaire: QuestionnaireVersion
  readonly unit: SurveyUnit
  readonly expiresOn: PlainDate
}

export type Wanted = { readonly key: string; readonly unitId: number; readonly count: number }

/** Makes codes. Refused: `unknown-questionnaire` (or one not in use), `unknown-unit` (or one that the giver does not work in). */
export function handOut(
  pool: Pool,
  { staffId, scope, today }: Handing,
  { key, unitId, count }: Wanted,
): Promise<Decision<HandedOut, 'unknown-questionnaire' | 'unknown-unit'>> {
  let detail: Record<string, unknown> = { count }
  return change<HandedOut, 'unknown-questionnaire' | 'unknown-unit'>(
    pool,
    () => ({ actor: staffId, action: 'survey.hand', detail }),
    async (tx) => {
      const questionnaire = questionnairesOf(await listSavedVersions(tx)).find((one) => one.key === key && one.content.inUse)
      if (questionnaire === undefined) return refuse('unknown-questionnaire')
      detail = { count, key, version: questionnaire.version }
      const unit = (await listUnits(tx, scope.units)).find(({ id, active }) => id === unitId && active)
      if (unit === undefined) return refuse('unknown-unit')
      const { codeDays } = surveySettings.from(await listSettings(tx, 'infinity'))
      const versionId = (await findVersionId(tx, key, questionnaire.version)) ?? (await keepVersion(tx, questionnaire))
      const codes = Array.from({ length: count }, newCode)
      const expiresOn = codeLastsUntil(dayOf(today), codeDays)
      await insertCodes(tx, { hashes: codes.map(hashOf), versionId, unitId, expiresOn })
      return grant({ codes: codes.map(writtenCode), questionnaire, unit, expiresOn })
    },
  )
}

/** For the worker: codes that have run out are forgotten. */
export const forgetExpiredCodes = (pool: Pool): Promise<number> => inTransaction(pool, forgetCodes)
