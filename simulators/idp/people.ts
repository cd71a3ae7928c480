/** Who can sign in at the simulated provider, and what is said of them. */

export type Person = {
  readonly subject: string
  readonly name: string
  /** What they do; shown on the page. */
  readonly title: string
  /** Goes into the ID token as it is: roles, unit, municipality and so on. */
  readonly claims: Readonly<Record<string, unknown>>
}

export const levels = { high: 'urn:lots:loa3', low: 'urn:lots:loa2' } as const
export type Level = (typeof levels)[keyof typeof levels]

const ofProfile: ReadonlySet<string> = new Set(['name', 'given_name', 'family_name', 'preferred_username'])

/** Which claims each scope gives: the names under `profile`, all else under `lots`. */
export function claimsByScope(people: readonly Person[]): Record<string, string[]> {
  const names = [...new Set(['name', ...people.flatMap(({ claims }) => Object.keys(claims))])]
  return {
    openid: ['sub', 'acr', 'auth_time'],
    profile: names.filter((name) => ofProfile.has(name)),
    lots: names.filter((name) => !ofProfile.has(name)),
  }
}
