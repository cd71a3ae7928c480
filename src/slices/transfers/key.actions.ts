/** Keys for municipalities outside the installation: making our own, and comparing another's fingerprint before its key is used. */
import { parseMunicipalityCode } from '../../kernel/municipality-code.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { fingerprintOf, newOwnKeys, type PublicKeys } from '../../platform/envelope.ts'
import type { Pool } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import { endPartner, findOwnPublicKeys, listPartners, replaceOwnKeys, replacePartner, type Partner } from './key.store.ts'
import { KeyShape } from './package.forms.ts'

type Handler = { readonly pool: Pool; readonly code: string; readonly staffId: string }

export type Keys = {
  readonly own: { readonly keys: PublicKeys; readonly fingerprint: string; readonly text: string } | null
  readonly partners: readonly (Partner & { readonly fingerprint: string })[]
}

/** Our key as others are given it. */
const keyText = (municipality: string, { signing, agreement }: PublicKeys): string =>
  JSON.stringify({ format: 'lots-key/1', municipality, signing, agreement })

/** Our public keys and those of others. */
export const readKeys = ({ pool, code, staffId }: Handler): Promise<Keys> =>
  readAs(pool, { actor: staffId, action: 'transfers.readKeys' }, async (tx) => {
    const keys = await findOwnPublicKeys(tx)
    const partners = (await listPartners(tx)).map((one) => ({ ...one, fingerprint: fingerprintOf(one.municipality, one) }))
    return { own: keys === null ? null : { keys, fingerprint: fingerprintOf(code, keys), text: keyText(code, keys) }, partners }
  })

/** Makes new keys of our own. Others must be given them again. */
export const makeOwnKeys = ({ pool, staffId }: Handler): Promise<Decision<null, never>> =>
  change<null, never>(pool, { actor: staffId, action: 'transfers.makeKeys' }, async (tx) => {
    await replaceOwnKeys(tx, newOwnKeys(), staffId)
    return grant(null)
  })

export type PartnerRefusal = 'not-a-key' | 'own-key' | 'other-fingerprint'

const plain = (fingerprint: string): string => fingerprint.toLowerCase().replaceAll(/[^\da-f]/g, '')

function keyIn(text: string): (PublicKeys & { readonly municipality: string }) | null {
  try {
    const { municipality, signing, agreement } = KeyShape.parse(JSON.parse(text))
    return parseMunicipalityCode(municipality) === null ? null : { municipality, signing, agreement }
  } catch {
    return null
  }
}

/** Takes another municipality's key into use, when the fingerprint that was heard from it on another road is that of the key. */
export function addPartner(
  { pool, code, staffId }: Handler,
  { text, fingerprint }: { readonly text: string; readonly fingerprint: string },
): Promise<Decision<null, PartnerRefusal>> {
  const key = keyIn(text)
  return change<null, PartnerRefusal>(
    pool,
    { actor: staffId, action: 'transfers.addPartner', detail: { municipality: key?.municipality ?? null } },
    async (tx) => {
      if (key === null) return refuse('not-a-key')
      if (key.municipality === code) return refuse('own-key')
      if (plain(fingerprintOf(key.municipality, key)) !== plain(fingerprint)) return refuse('other-fingerprint')
      await replacePartner(tx, key.municipality, key, staffId)
      return grant(null)
    },
  )
}

/** Ends another municipality's key: files from it are not read, and none are made for it. */
export const dropPartner = ({ pool, staffId }: Handler, municipality: string): Promise<Decision<null, 'missing'>> =>
  change<null, 'missing'>(pool, { actor: staffId, action: 'transfers.dropPartner', detail: { municipality } }, async (tx) =>
    (await endPartner(tx, municipality, staffId)) ? grant(null) : refuse('missing'),
  )
