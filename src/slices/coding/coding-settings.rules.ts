/** The settings of coding as stored: which convention new records follow, and the municipality's own. */
import { z } from 'zod'
import { conventionOf, ownShape, type OwnConvention } from './convention.rules.ts'
import type { Convention } from './coding.types.ts'
import { defaultConvention, shippedConventions } from './shipped.rules.ts'

export type CodingSettings = {
  /** New records follow it. */
  readonly chosen: Convention
  readonly own: OwnConvention | null
}

const chosenKey = z.string()

/** All that can be chosen, the default first and the own last. */
export const conventionsOf = ({ own }: Pick<CodingSettings, 'own'>): readonly Convention[] => [
  ...shippedConventions,
  ...(own === null ? [] : [conventionOf(own)]),
]

/**
 * What is in force. A key that names no convention any more, an own one that was never made, is answered with the default.
 * @throws ZodError when a stored value does not have its shape: it was written past the settings' own action
 */
export function codingSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): CodingSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const own = stored.has('coding.own') ? ownShape.parse(stored.get('coding.own')) : null
  const key = stored.has('coding.convention') ? chosenKey.parse(stored.get('coding.convention')) : defaultConvention.key
  const chosen = conventionsOf({ own }).find((one) => one.key === key) ?? defaultConvention
  return { chosen, own }
}

/** The own convention with what somebody wants it to be, as its next version. */
export const nextOwn = (own: OwnConvention | null, draft: Omit<OwnConvention, 'version'>): OwnConvention => ({
  ...draft,
  version: (own?.version ?? 0) + 1,
})
