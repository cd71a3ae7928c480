/** The hash of a package: what was previewed is what is saved and what is sent, or somebody looks once more. */
import { createHash } from 'node:crypto'
import type { SharedPackage } from './consents.types.ts'
import { packageText } from './package.rules.ts'

/** SHA-256 in hex. */
export const hashOfPackage = (shared: SharedPackage): string => createHash('sha256').update(packageText(shared)).digest('hex')
