/** The directory: read, added to and changed; agreements made and called off. Nothing here is about any youth. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import { flagsOf } from '../hygiene/index.ts'
import { agreementProblems, canBeRenewed, needRenewal, type AgreementProblem } from './agreement.rules.ts'
import { listMeetings } from './meeting.store.ts'
import type { AgreementContent, NetworkMeeting, Partner, PartnerAgreement, PartnerContent } from './network.types.ts'
import {
  endAgreement,
  findPartner,
  insertAgreement,
  insertPartner,
  isNameTaken,
  listAgreements,
  listPartners,
  savePartner,
} from './partner.store.ts'

export type Directory = {
  readonly partners: readonly Partner[]
  /** Agreements that somebody must see to. */
  readonly toRenew: readonly PartnerAgreement[]
  readonly meetings: readonly NetworkMeeting[]
}

/** The whole directory. It holds nothing of anybody. */
export const readDirectory = (pool: Pool, today: PlainDate): Promise<Directory> =>
  inTransaction(pool, async (tx) => ({
    partners: await listPartners(tx, today),
    toRenew: needRenewal(await listAgreements(tx, null), today),
    meetings: await listMeetings(tx, today, null),
  }))

export type OnePartner = {
  readonly partner: Partner
  readonly agreements: readonly PartnerAgreement[]
  readonly meetings: readonly NetworkMeeting[]
}

/** One partner with its agreements and meetings; null when there is none such. */
export const readPartner = (pool: Pool, partnerId: string, today: PlainDate): Promise<OnePartner | null> =>
  inTransaction(pool, async (tx) => {
    const partner = await findPartner(tx, partnerId)
    if (partner === null) return null
    return { partner, agreements: await listAgreements(tx, partnerId), meetings: await listMeetings(tx, today, partnerId) }
  })

export type NetworkEditor = { readonly pool: Pool; readonly staffId: string; readonly today: PlainDate }
/** `personal`: an identity number stands in a text. `somebody-first`: another version is in force. */
export type PartnerRefusal = 'missing' | 'name-taken' | 'personal' | 'somebody-first'

/** Whether an identity number stands in one of the texts: the directory is of partners, never of youths. */
const holdsNumber = (texts: readonly string[]): boolean =>
  texts.some((text) => flagsOf(text, { ownNames: [] }).some(({ kind }) => kind === 'identityNumber'))

async function refusalOf(tx: Tx, content: PartnerContent, exceptId: string | null): Promise<'name-taken' | 'personal' | null> {
  const { name, area, offers, meets, contact } = content
  if (holdsNumber([name, area, offers, meets, contact])) return 'personal'
  return content.endedOn === null && (await isNameTaken(tx, content, exceptId)) ? 'name-taken' : null
}

/** Adds a partner. Returns its id. */
export const addPartner = ({ pool, staffId }: NetworkEditor, content: PartnerContent): Promise<Decision<string, PartnerRefusal>> =>
  change<string, PartnerRefusal>(pool, { actor: staffId, action: 'network.addPartner', detail: { kind: content.kind } }, async (tx) => {
    const refusal = await refusalOf(tx, content, null)
    return refusal === null ? grant(await insertPartner(tx, content, staffId)) : refuse(refusal)
  })

/** Changes a partner, from the version that was seen. */
export const changePartner = (
  { pool, staffId }: NetworkEditor,
  seen: { readonly partnerId: string; readonly version: number },
  content: PartnerContent,
): Promise<Decision<null, PartnerRefusal>> =>
  change<null, PartnerRefusal>(
    pool,
    { actor: staffId, action: 'network.changePartner', detail: { partner: seen.partnerId } },
    async (tx) => {
      if ((await findPartner(tx, seen.partnerId)) === null) return refuse('missing')
      const refusal = await refusalOf(tx, content, seen.partnerId)
      if (refusal !== null) return refuse(refusal)
      return (await savePartner(tx, seen, content, staffId)) ? grant(null) : refuse('somebody-first')
    },
  )

/** `missing`: no such partner. `renews-none`: what it is said to renew is no agreement with the partner that holds. */
type AgreementRefusal = 'missing' | 'faults' | 'personal' | 'renews-none'
export type AgreementSaved = Decision<string, AgreementRefusal> & { readonly faults: readonly AgreementProblem[] }

/** Writes an agreement with a partner. Returns its id. */
export async function addAgreement(
  { pool, staffId }: NetworkEditor,
  partnerId: string,
  content: AgreementContent,
): Promise<AgreementSaved> {
  const faults = agreementProblems(content)
  const decision = await change<string, AgreementRefusal>(
    pool,
    { actor: staffId, action: 'network.addAgreement', detail: { partner: partnerId } },
    async (tx) => {
      if ((await findPartner(tx, partnerId)) === null) return refuse('missing')
      if (faults.length > 0) return refuse('faults')
      if (holdsNumber([content.name, content.reference])) return refuse('personal')
      if (content.renews !== null && !canBeRenewed(await listAgreements(tx, partnerId)).some((one) => one.agreementId === content.renews))
        return refuse('renews-none')
      return grant(await insertAgreement(tx, partnerId, content, staffId))
    },
  )
  return { ...decision, faults }
}

/** Calls an agreement off from today. Refused: `missing`, also for one that is called off already. */
export const callOffAgreement = (
  { pool, staffId, today }: NetworkEditor,
  partnerId: string,
  agreementId: string,
): Promise<Decision<null, 'missing'>> =>
  change<null, 'missing'>(
    pool,
    { actor: staffId, action: 'network.callOffAgreement', detail: { partner: partnerId, agreement: agreementId } },
    async (tx) => ((await endAgreement(tx, partnerId, agreementId, today)) ? grant(null) : refuse('missing')),
  )
