/** One youth as a reader may see it: the way in to every page about a person. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

export type SeenYouth = {
  readonly personId: number
  readonly subjectId: string
  readonly number: string | null
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate | null
  readonly street: string
  readonly postalCode: string
  readonly locality: string
  readonly district: string | null
  readonly unitId: number | null
  readonly unit: string | null
  readonly staffId: string | null
  readonly staff: string | null
  /** The open assignment, whose id is also its version; null when nobody has the youth. */
  readonly assignmentId: number | null
  readonly isProtected: boolean
}

const seenQuery = `
  select y.person_id as "personId", y.subject_id as "subjectId", y.number, y.given_name as "givenName", y.family_name as "familyName",
    y.born_on as "bornOn", y.street, y.postal_code as "postalCode", y.locality, d.name as district, y.unit_id as "unitId", u.name as unit,
    y.staff_id as "staffId", t.name as staff, s.id as "assignmentId",
    register.is_protected(y.person_id) as "isProtected"
  from worklist.seen_one($1, $2, $3) y
  left join organisation.district d on d.id = y.district_id left join organisation.unit u on u.id = y.unit_id
  left join access.staff t on t.id = y.staff_id left join worklist.assignment s on s.person_id = y.person_id and s.known_until = 'infinity'`

/** The youth of the subject id; null when there is none, or the scope does not hold it: the answer is the same. */
export async function findSeenYouth(tx: Tx, { units, mayReadProtected }: Scope, subjectId: string): Promise<SeenYouth | null> {
  const [row] = await tx.prepared<SeenYouth>(seenQuery, [units, mayReadProtected, subjectId])
  return row ?? null
}
