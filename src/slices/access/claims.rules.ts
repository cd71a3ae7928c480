/** Reading the claims of a sign-in: which municipality, which roles. Anything unknown is left out, never guessed. */
import { roles, type Role } from '../../kernel/actor.ts'
import { parseMunicipalityCode, type MunicipalityCode } from '../../kernel/municipality-code.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'

export type ReadClaims = {
  readonly municipality: MunicipalityCode
  readonly name: string
  readonly roles: readonly Role[]
  readonly unit: string | null
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,]+/) : [])

/** The municipality that the claims name; null when they name none that can be one. */
export const municipalityOf = (claims: Readonly<Record<string, unknown>>): MunicipalityCode | null =>
  parseMunicipalityCode(text(claims['municipality']))

/**
 * Claims: `municipality` (four digits), `roles` (a list, or a text with spaces), `name`, and `unit` (its name) when there is one.
 * Refused without a municipality, or without a role that we know.
 */
export function readClaims(claims: Readonly<Record<string, unknown>>): Decision<ReadClaims, 'no-municipality' | 'no-role'> {
  const municipality = municipalityOf(claims)
  if (municipality === null) return refuse('no-municipality')
  const said = list(claims['roles'])
  const held = roles.filter((role) => said.includes(role))
  if (held.length === 0) return refuse('no-role')
  const unit = text(claims['unit'])
  return grant({ municipality, name: text(claims['name']) || 'Namnlös medarbetare', roles: held, unit: unit === '' ? null : unit })
}
