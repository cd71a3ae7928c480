/** The door between the web and the sealed module: what the web must know of it, which is who may do what there and where its refusals go. */
import type { SealedPermission } from '../../kernel/permission.ts'
import type { Pool } from '../../platform/db/tx.ts'
import type { Place } from './pages.ts'

/** Where what somebody typed waits for them: whose schema, under which role, and the page that shows it again. */
export type Vault = { readonly schema: 'access' | 'followup'; readonly role: 'lots_app' | 'lots_followup'; readonly path: string }

/** A municipality as the web holds it: `sealed` is a pool of the sealed module's role, which its pages are handed instead of the other. */
export type WholePlace = Place & { readonly sealed: Pool }

/** The sealed module, as main wires it to the web. */
export type SealedDoor = {
  /** What the module's own roles give somebody whom the sign-in lets in there. */
  readonly heldBy: (sealed: Pool, staffId: string) => Promise<readonly SealedPermission[]>
  /** Somebody tried what those roles do not allow: on record in the module's own log. */
  readonly recordDenial: (sealed: Pool, staffId: string, permit: SealedPermission) => Promise<unknown>
  readonly vault: Vault
}
