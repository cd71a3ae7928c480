/** Records that may be one person: proposals for a person to look at, never merged by themselves. */
import type { Protection } from '../../kernel/disclosure.ts'
import type { Tx } from '../../platform/db/tx.ts'

export type DuplicateCandidate = {
  readonly first: string
  readonly second: string
  readonly because: 'same-name-and-birthday' | 'same-name-and-year'
  readonly protection: Protection
}

/**
 * Pairs with the same name and birthday, or the same name and birth year where one of them has a samordningsnummer
 * (a person who is given a personnummer later is the usual case). Persons already merged, and pairs said to be two persons, are left out.
 */
export const listDuplicateCandidates = (tx: Tx, limit: number): Promise<DuplicateCandidate[]> =>
  tx.query<DuplicateCandidate>(
    `with named as (
       select i.person_id, i.number, i.kind, i.born_on, left(i.number, 4) as year,
         exists (select from register.protection x where x.person_id = i.person_id and x.known_until = 'infinity'
           and (x.secrecy_marked or x.protected_registration)) as is_protected,
         lower(p.given_name) as given_name, lower(p.family_name) as family_name
       from register.identity i join register.particulars p on p.person_id = i.person_id and p.known_until = 'infinity'
       where i.known_until = 'infinity' and i.replaced_by is null and p.given_name <> '' and p.family_name <> ''
         and not exists (select from register.same_person s where s.known_until = 'infinity' and i.person_id in (s.absorbed_id, s.kept_id))
     )
     select a.number as first, b.number as second,
       case when a.born_on = b.born_on then 'same-name-and-birthday' else 'same-name-and-year' end as because,
       case when a.is_protected or b.is_protected then 'secrecy-marked' else 'none' end as protection
     from named a join named b on a.given_name = b.given_name and a.family_name = b.family_name and a.person_id < b.person_id
       and (a.born_on = b.born_on or (a.year = b.year and 'samordningsnummer' in (a.kind, b.kind)))
     where not exists (select from register.not_same n
       where n.known_until = 'infinity' and n.first_id = a.person_id and n.second_id = b.person_id)
     order by because, a.number limit $1`,
    [limit],
  )
