/** The secret of a link, and what it is known by. */
import { createHash, randomBytes } from 'node:crypto'

/** 144 bits, as they stand in an address. */
export const newToken = (): string => randomBytes(18).toString('base64url')

/** What a link's secret is known by. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(`hanvisning:${token}`).digest()

/** Where the receiver's page is. */
export const linkAddress = (publicUrl: string, placeCode: string, token: string): string => `${publicUrl}/hanvisning/${placeCode}/${token}`
