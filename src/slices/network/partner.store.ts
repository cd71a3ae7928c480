/** Partners and agreements with them. A partner is changed from the version that was seen; an agreement is never rewritten. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AgreementContent, Partner, PartnerAgreement, PartnerContent } from './network.types.ts'

const columns = `p.partner_id as "partnerId", p.version, p.kind, p.name, p.area, p.offers, p.meets, p.contact, p.phone, p.email, p.ended_on as "endedOn"`

/** All partners, those whose co-operation has ended last. */
export const listPartners = (tx: Tx, today: PlainDate): Promise<Partner[]> =>
  tx.query<Partner>(
    `select ${columns} from network.partner p
     order by coalesce(p.ended_on <= $1::date, false), p.name collate "sv-x-icu", p.area collate "sv-x-icu", p.id`,
    [today],
  )

export async function findPartner(tx: Tx, partnerId: string): Promise<Partner | null> {
  const [row] = await tx.query<Partner>(`select ${columns} from network.partner p where p.partner_id = $1`, [partnerId])
  return row ?? null
}

/** Whether another partner that is still with us has the name in the same area. */
export async function isNameTaken(tx: Tx, { name, area }: PartnerContent, exceptId: string | null): Promise<boolean> {
  const found = await tx.query(
    `select from network.partner where lower(name) = lower($1) and lower(area) = lower($2) and ended_on is null and partner_id is distinct from $3::uuid`,
    [name, area, exceptId],
  )
  return found.length > 0
}

const valuesOf = ({ kind, name, area, offers, meets, contact, phone, email, endedOn }: PartnerContent): unknown[] => [
  kind,
  name,
  area,
  offers,
  meets,
  contact,
  phone,
  email,
  endedOn,
]

/** Returns its id. */
export async function insertPartner(tx: Tx, content: PartnerContent, staffId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into network.partner (kind, name, area, offers, meets, contact, phone, email, ended_on, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning partner_id as id`,
    [...valuesOf(content), staffId],
  )
  return row?.id ?? ''
}

/** Saves from the version that was seen. False when somebody else was first. */
export const savePartner = async (
  tx: Tx,
  { partnerId, version }: { readonly partnerId: string; readonly version: number },
  content: PartnerContent,
  staffId: string,
): Promise<boolean> =>
  (
    await tx.query(
      `update network.partner set kind = $1, name = $2, area = $3, offers = $4, meets = $5, contact = $6, phone = $7, email = $8, ended_on = $9,
         changed_by = $10, changed_at = clock_timestamp(), version = version + 1 where partner_id = $11 and version = $12 returning id`,
      [...valuesOf(content), staffId, partnerId, version],
    )
  ).length > 0

/** All agreements, or those with one partner; the one that ends first before those that end later. */
export const listAgreements = (tx: Tx, partnerId: string | null): Promise<PartnerAgreement[]> =>
  tx.query<PartnerAgreement>(
    `select a.agreement_id as "agreementId", p.partner_id as "partnerId", p.name as "partnerName", a.name, a.reference, a.from_on as "fromOn",
       a.last_on as "lastOn", a.remind_days as "remindDays", a.ended_on as "endedOn", r.agreement_id as renews
     from network.agreement a join network.partner p on p.id = a.partner_pk left join network.agreement r on r.id = a.renews_pk
     where $1::uuid is null or p.partner_id = $1
     order by a.last_on nulls last, a.from_on, a.id`,
    [partnerId],
  )

/** Writes an agreement with the partner. Returns its id. */
export async function insertAgreement(tx: Tx, partnerId: string, content: AgreementContent, staffId: string): Promise<string> {
  const { name, reference, fromOn, lastOn, remindDays, renews } = content
  const [row] = await tx.query<{ id: string }>(
    `insert into network.agreement (partner_pk, name, reference, from_on, last_on, remind_days, made_by, renews_pk)
     select p.id, $2, $3, $4::date, $5::date, $6::int, $7::uuid, (select r.id from network.agreement r where r.agreement_id = $8::uuid)
     from network.partner p where p.partner_id = $1 returning agreement_id as id`,
    [partnerId, name, reference, fromOn, lastOn, remindDays, staffId, renews],
  )
  return row?.id ?? ''
}

/** Ends an agreement that holds, from the day; one that has not begun ends on its first day. False when there is none such. */
export const endAgreement = async (tx: Tx, partnerId: string, agreementId: string, on: PlainDate): Promise<boolean> =>
  (
    await tx.query(
      `update network.agreement a set ended_on = greatest($3::date, a.from_on) from network.partner p
       where p.id = a.partner_pk and p.partner_id = $1 and a.agreement_id = $2 and a.ended_on is null returning a.id`,
      [partnerId, agreementId, on],
    )
  ).length > 0
