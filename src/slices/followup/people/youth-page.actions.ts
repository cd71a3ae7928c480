/** Reading a youth's page: the youth, what this room knows, and what the other rooms hang on it, with one line in the log. */
import type { SealedPermission } from '../../../kernel/permission.ts'
import type { Pool } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { readAs } from '../log.ts'
import type { Reader } from '../members/members.types.ts'
import type { Drawn, YouthSection } from '../section.ts'
import { findYouth, listActors, listFollowers, listStays } from './people.store.ts'
import type { YouthFile } from './people.types.ts'

export type ReadYouth = { readonly file: YouthFile; readonly sections: readonly Drawn[] }

type Asked = {
  readonly youthId: string
  /** Signed in recently enough to open a protected youth's page. */
  readonly isFresh: boolean
  readonly today: PlainDate
  readonly sections: readonly YouthSection[]
  readonly may: (permission: SealedPermission) => boolean
}

/** The page of a youth that the reader sees. A protected youth's page asks for a fresh sign-in first. */
export async function readYouthPage(
  pool: Pool,
  reader: Reader,
  { youthId, isFresh, today, sections, may }: Asked,
): Promise<ReadYouth | 'missing' | 'sign-in-again'> {
  if (!isRandomId(youthId)) return 'missing'
  return readAs(
    pool,
    (found: ReadYouth | 'missing' | 'sign-in-again') => ({
      actor: reader.staffId,
      action: 'followup.readYouth',
      outcome: typeof found === 'string' ? found : 'done',
      subjectId: found === 'missing' ? null : youthId,
    }),
    async (tx) => {
      const youth = await findYouth(tx, reader, youthId)
      if (youth === null) return 'missing'
      if (youth.protection !== 'none' && !isFresh) return 'sign-in-again'
      const [stays, actors, followers] = [await listStays(tx, youthId), await listActors(tx, youthId), await listFollowers(tx, youthId)]
      const drawn: Drawn[] = []
      for (const section of sections) if (may(section.permit)) drawn.push(await section.read(tx, reader, youth, today))
      return { file: { youth, stays, actors, followers }, sections: drawn }
    },
  )
}
