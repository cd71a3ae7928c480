/** Reading the overview: only youths that the reader sees are counted, and only areas that are theirs, with one line in the log. */
import type { Pool } from '../../../platform/db/tx.ts'
import { listAssessments } from '../assessments/assessments.store.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { InstrumentArea } from '../instrument/instrument.types.ts'
import { scoredIn } from '../judgement/decline.rules.ts'
import { readAs } from '../log.ts'
import { listRolesNow } from '../members/members.store.ts'
import type { Reader } from '../members/members.types.ts'
import { listYouths } from '../people/people.store.ts'
import { shownAreas } from '../progress/progress.rules.ts'
import type { Period } from '../progress/progress.types.ts'
import { overviewOf, type GroupStanding } from './overview.rules.ts'

export type ReadOverview = { readonly period: Period; readonly areas: readonly InstrumentArea[]; readonly groups: readonly GroupStanding[] }

/** How the units and the areas stand. */
export const readOverview = (pool: Pool, reader: Reader, period: Period): Promise<ReadOverview> =>
  readAs(
    pool,
    ({ groups }: ReadOverview) => ({
      actor: reader.staffId,
      action: 'followup.readOverview',
      detail: { ...period, counted: groups[0]?.youths ?? 0 },
    }),
    async (tx) => {
      const youths = await listYouths(tx, reader, { left: false })
      const ids = youths.map(({ id }) => id)
      const [roles, instruments] = [await listRolesNow(tx, reader.staffId), await listInstruments(tx)]
      const assessments = await listAssessments(tx, ids)
      // One youth's area may have been given to another process: that shows it for that youth, not for all.
      const areas = shownAreas(roles, { signals: [], instruments })
      const assessed = youths.map(({ id, unit }) => ({
        unit,
        scored: scoredIn(
          assessments.filter(({ youthId }) => youthId === id),
          instruments,
        ),
      }))
      return { period, areas, groups: overviewOf(assessed, areas, period) }
    },
  )
