/** Reading a youth for the form, and what a draft would write: nothing is saved here. */
import type { Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { readAs } from '../audit/index.ts'
import { listItems, type Item } from '../measures/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { codingSettingsFrom } from './coding-settings.rules.ts'
import { listCodings } from './coding.store.ts'
import type { CodingDraft, CodingProblem, Convention, ShownCoding } from './coding.types.ts'
import { judgedFirst, type WillWrite } from './draft.rules.ts'
import { knownOf, type Coder } from './known.actions.ts'

/** A youth for the form: the convention in force, the catalogue, and what was coded before. */
export type CodingOfYouthPage = {
  readonly youth: SeenYouth
  readonly convention: Convention
  readonly items: readonly Item[]
  readonly codings: readonly ShownCoding[]
}

type Answered = CodingOfYouthPage | 'missing' | 'sign-in-again'

const shownAtMost = 20

async function load(tx: Tx, { scope, isFresh, now }: Coder, subjectId: string): Promise<Answered> {
  const youth = await findSeenYouth(tx, scope, subjectId)
  if (youth === null) return 'missing'
  if (youth.isProtected && !isFresh) return 'sign-in-again'
  const { chosen } = codingSettingsFrom(await listSettings(tx, 'infinity'))
  const codings = await listCodings(tx, await listSameRecords(tx, youth.personId), now.on, shownAtMost)
  return { youth, convention: chosen, items: await listItems(tx, null), codings }
}

const lineOf = ({ staffId }: Coder, found: Answered) => ({
  actor: staffId,
  action: 'coding.read',
  ...(typeof found === 'string' ? { outcome: found } : { subjectId: found.youth.subjectId }),
})

/** Reads the youth; `sign-in-again` when protected and the sign-in is too old. */
export const readCodings = (coder: Coder, subjectId: string): Promise<Answered> =>
  readAs(
    coder.pool,
    (found) => lineOf(coder, found),
    (tx) => load(tx, coder, subjectId),
  )

/** What the first page was answered with: what will be written, or what is wrong. */
export type Preview = { readonly of: CodingOfYouthPage; readonly will: Decision<WillWrite, CodingProblem> }

/** What the draft would write, by the convention in force. Leaves a read line. */
export const previewCoding = (coder: Coder, subjectId: string, draft: CodingDraft): Promise<Preview | 'missing' | 'sign-in-again'> =>
  readAs<Preview | 'missing' | 'sign-in-again'>(
    coder.pool,
    (found) => lineOf(coder, typeof found === 'string' ? found : found.of),
    async (tx) => {
      const of = await load(tx, coder, subjectId)
      if (typeof of === 'string') return of
      return { of, will: judgedFirst(draft, of.convention, await knownOf(tx, coder, of.youth, draft)) }
    },
  )
