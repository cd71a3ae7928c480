/** The demo's chosen youths, explained as of the last run. Reads across slices, writes only read lines. */
import { parseIdentityNumber } from '../kernel/identity-number.ts'
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../platform/plain-date.ts'
import { lastReport, type RunReport } from '../slices/matching/index.ts'
import { explainPerson, type ExplainedPerson } from '../slices/register/index.ts'

/** A youth whose story is told: made-up people of the demo, chosen by hand. */
export type Story = { readonly number: string; readonly title: string; readonly text: string }
export type ExplainedStory = Story & ExplainedPerson

export type Stories = {
  readonly on: PlainDate
  readonly report: RunReport | null
  readonly stories: readonly ExplainedStory[]
}

export type StoryPlace = { readonly code: string; readonly name: string; readonly pool: Pool }

/** Explains the stories' youths as of the last run. Somebody protected is left out whole. */
export async function readStories({ code, pool }: StoryPlace, stories: readonly Story[], today: PlainDate): Promise<Stories> {
  const report = await inTransaction(pool, lastReport)
  const on = report?.on ?? today
  const explained: ExplainedStory[] = []
  for (const story of stories) {
    const number = parseIdentityNumber(story.number, dayOf(on))
    if (typeof number === 'string') continue
    const question = { municipality: code, on: dayOf(on), asOf: 'infinity', actor: 'visningssidan' }
    const found = await explainPerson(pool, number, question, 'demo.story')
    if (found !== null) explained.push({ ...story, ...found })
  }
  return { on, report, stories: explained }
}
