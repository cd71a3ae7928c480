/** The profiles that a new municipality begins with. None has been compared with SCB's file description: all say so. */
import h2018H1 from './2018H1.json' with { type: 'json' }
import h2018H2 from './2018H2.json' with { type: 'json' }
import h2026H1 from './2026H1.json' with { type: 'json' }
import h2026H2 from './2026H2.json' with { type: 'json' }
import type { Profile } from '../profile.types.ts'

/** By half-year. A test reads each of them as if somebody had written it. */
export const shippedProfiles = {
  '2018H1': h2018H1,
  '2018H2': h2018H2,
  '2026H1': h2026H1,
  '2026H2': h2026H2,
} as unknown as Readonly<Record<string, Profile>>
