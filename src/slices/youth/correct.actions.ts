/** Reading a youth to say that a line is not right: the chain, and the sources there are to turn to. */
import type { Pool } from '../../platform/db/tx.ts'
import { readAs } from '../audit/index.ts'
import { listSourceReads } from '../feeds/index.ts'
import type { KnownSource } from './correct.rules.ts'
import { loadYouth, readLine } from './youth.actions.ts'
import type { YouthAnswer, YouthQuestion, YouthReader } from './youth.types.ts'

/** A youth and the sources that have been read here. */
export const readForCorrection = async (
  pool: Pool,
  reader: YouthReader,
  question: YouthQuestion,
): Promise<{ readonly answer: YouthAnswer; readonly sources: readonly KnownSource[] }> =>
  readAs(
    pool,
    ({ answer }) => readLine(reader, question)(answer),
    async (tx) => ({
      answer: await loadYouth(tx, reader, question),
      sources: (await listSourceReads(tx)).filter(({ goodOn }) => goodOn !== null).map(({ name, feed }) => ({ name, feed })),
    }),
  )
