/** Reading the round of a quarter: every youth the reader sees that is or was to be assessed in it, with one line in the module's log. */
import type { Pool } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { listPresences } from '../due/due.store.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import { scoredIn } from '../judgement/decline.rules.ts'
import { readAs } from '../log.ts'
import type { Reader } from '../members/members.types.ts'
import { listYouths } from '../people/people.store.ts'
import type { ListedYouth } from '../people/people.types.ts'
import { presenceOf, type Scored } from './assessments.rules.ts'
import { listAssessments } from './assessments.store.ts'
import { inRound, type InRound } from './round.rules.ts'

/** `scored`: the assessment with its instrument, when it is done. */
export type RoundRow = InRound & { readonly youth: ListedYouth; readonly scored: Scored | null }

/** Those of the round, by name. */
export const readRound = (pool: Pool, reader: Reader, quarter: PlainDate, today: PlainDate): Promise<RoundRow[]> =>
  readAs(
    pool,
    (found: RoundRow[]) => ({ actor: reader.staffId, action: 'followup.readRound', detail: { quarter, shown: found.length } }),
    async (tx) => {
      const youths = [...(await listYouths(tx, reader, { left: false })), ...(await listYouths(tx, reader, { left: true }))]
      const ids = youths.map(({ id }) => id)
      const [assessments, presences] = [await listAssessments(tx, ids), await listPresences(tx, ids)]
      const [routine, instruments] = [await loadRoutine(tx), await listInstruments(tx)]
      return youths.flatMap((youth): RoundRow[] => {
        const came = presences.find(({ youthId }) => youthId === youth.id)
        const own = assessments.filter(({ youthId }) => youthId === youth.id)
        const found = came === undefined ? null : inRound({ presence: presenceOf(came), assessments: own }, quarter, today, routine)
        if (found === null) return []
        const scored = found.assessment === null ? null : (scoredIn([found.assessment], instruments)[0] ?? null)
        return [{ ...found, youth, scored }]
      })
    },
  )
