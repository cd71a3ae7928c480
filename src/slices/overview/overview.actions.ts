/** What the read-only page shows: the last run, and a few explained youths. Reads across slices, writes only read lines. */
import { parseIdentityNumber } from '../../kernel/identity-number.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { lastReport, listRuns, type PastRun, type RunReport } from '../matching/index.ts'
import { explainPerson, type ExplainedPerson } from '../register/index.ts'

/** A youth whose story is told: made-up people of the demo, chosen by hand. */
export type Story = { readonly number: string; readonly title: string; readonly text: string }
export type ExplainedStory = Story & ExplainedPerson
export type Overview = {
  readonly name: string
  readonly on: PlainDate
  readonly report: RunReport | null
  readonly runs: readonly PastRun[]
  readonly stories: readonly ExplainedStory[]
}

export type OverviewPlace = { readonly code: string; readonly name: string; readonly pool: Pool }

const pastRuns = 12

/** Explains the stories' youths as of the last run. Somebody protected is left out whole. */
export async function readOverview({ code, name, pool }: OverviewPlace, stories: readonly Story[], today: PlainDate): Promise<Overview> {
  const [report, runs] = await inTransaction(pool, async (tx) => [await lastReport(tx), await listRuns(tx, pastRuns)] as const)
  const on = report?.on ?? today
  const explained: ExplainedStory[] = []
  for (const story of stories) {
    const number = parseIdentityNumber(story.number, dayOf(on))
    if (typeof number === 'string') continue
    const question = { municipality: code, on: dayOf(on), asOf: 'infinity', actor: 'visningssidan' }
    const found = await explainPerson(pool, number, question, 'demo.page')
    if (found !== null) explained.push({ ...story, ...found })
  }
  return { name, on, report, runs, stories: explained }
}
