/** Reading the start page: the boards of whoever opens it, with one line in the log. */
import type { SealedPermission } from '../../kernel/permission.ts'
import type { Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from './log.ts'
import type { Reader } from './members/members.types.ts'
import type { Drawn, StartBoard } from './section.ts'

type Asked = { readonly today: PlainDate; readonly boards: readonly StartBoard[]; readonly may: (permission: SealedPermission) => boolean }

/** The boards that the reader's roles give. */
export const readStart = (pool: Pool, reader: Reader, { today, boards, may }: Asked): Promise<readonly Drawn[]> =>
  readAs(pool, { actor: reader.staffId, action: 'followup.readStart' }, async (tx) => {
    const drawn: Drawn[] = []
    for (const board of boards) if (may(board.permit)) drawn.push(await board.read(tx, reader, today))
    return drawn
  })
