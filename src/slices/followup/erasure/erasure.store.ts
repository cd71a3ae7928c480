/** Files and their last note; and the one way to take one away, which the database opens when the law does (followup.erase_youth). */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { KeptReason } from '../people/people.types.ts'

/** A file as the rule needs it. */
export type StoredFile = {
  readonly youthId: string
  readonly bornOn: PlainDate
  readonly lastNoteOn: PlainDate
  readonly keptBecause: KeptReason | null
  readonly isFollowed: boolean
}

/** Every file (or the one asked for), whoever it is about: this is read by a command, not by a person. */
export const listFiles = (tx: Tx, on: PlainDate, youthId: string | null): Promise<StoredFile[]> =>
  tx.query<StoredFile>(
    `select y.id as "youthId", y.born_on as "bornOn", followup.last_note_on(y.id) as "lastNoteOn", y.kept_because as "keptBecause",
       exists (select from followup.follower f where f.youth_id = y.id and (f.until_on is null or f.until_on > $1))
         or exists (select from followup.assigned a where a.youth_id = y.id and (a.until_on is null or a.until_on > $1)) as "isFollowed"
     from followup.youth y where $2::uuid is null or y.id = $2 order by "lastNoteOn", y.id`,
    [on, youthId],
  )

/** Takes the file away with everything that hangs on it. False when there is none. */
export async function eraseFile(tx: Tx, youthId: string): Promise<boolean> {
  const [row] = await tx.query<{ erased: boolean }>('select followup.erase_youth($1) as erased', [youthId])
  return row?.erased === true
}
