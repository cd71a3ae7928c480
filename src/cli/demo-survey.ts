/** A year and a half of answers to questionnaires in the demo: two units with a trend, and a third that is too small to be shown at first. */
import { inTransaction, type Pool, type Tx } from '../platform/db/tx.ts'
import { partsOf, dayOf, type PlainDate } from '../platform/plain-date.ts'
import { readOrganisation, saveUnit } from '../slices/organisation/index.ts'
import { shippedQuestionnaires } from '../slices/survey/index.ts'

const smallUnit = 'Ungdomshuset'
const quarters = 6

type Asked = {
  readonly questionnaire: string
  readonly question: string
  /** Of a hundred, how many choose each option in the first quarter, and in the last. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const asked: readonly Asked[] = [
  { questionnaire: 'afterMeeting', question: 'meeting', from: [6, 12, 28, 34, 20], to: [3, 5, 16, 42, 34] },
  { questionnaire: 'afterMeeting', question: 'helped', from: [58, 42], to: [81, 19] },
  { questionnaire: 'start', question: 'days', from: [18, 30, 30, 16, 6], to: [14, 28, 32, 19, 7] },
  { questionnaire: 'start', question: 'wish', from: [30, 28, 12, 8, 22], to: [34, 30, 14, 8, 14] },
  { questionnaire: 'start', question: 'where', from: [36, 64], to: [52, 48] },
  { questionnaire: 'start', question: 'ahead', from: [12, 22, 36, 22, 8], to: [8, 18, 34, 28, 12] },
  { questionnaire: 'afterGroup', question: 'group', from: [4, 8, 24, 40, 24], to: [2, 6, 18, 42, 32] },
  { questionnaire: 'afterGroup', question: 'welcome', from: [78, 22], to: [90, 10] },
  { questionnaire: 'afterGroup', question: 'most', from: [34, 26, 30, 10], to: [30, 34, 30, 6] },
  { questionnaire: 'afterGroup', question: 'next', from: [46, 54], to: [68, 32] },
]

/** How many answer in a quarter, by the unit's place: the third begins with a handful after meetings, and stays so with the others. */
const answersOf: Readonly<Record<string, readonly ((quarter: number) => number)[]>> = {
  afterMeeting: [(q) => 38 + q * 4, (q) => 26 + q * 3, (q) => [3, 4, 6, 8, 12, 15][q] ?? 0],
  start: [(q) => 18 + q, (q) => 14 + (q % 3), (q) => q % 4],
  afterGroup: [(q) => (q % 3 === 2 ? 8 : 16 + q), (q) => (q % 2 === 0 ? 12 : 0), () => 0],
}

/** The answers shared out among the options, whole numbers that add up. */
function shared(answers: number, { from, to }: Asked, quarter: number): number[] {
  let [left, parts] = [answers, 100]
  return from.map((first, option) => {
    const part = first + (((to[option] ?? 0) - first) * quarter) / (quarters - 1)
    const n = parts <= 0 ? 0 : Math.min(left, Math.round((left * part) / parts))
    left -= n
    parts -= part
    return n
  })
}

/** The first days of the quarters before the one that today is in, the oldest first. */
function pastQuarters(today: PlainDate): string[] {
  const { year, month } = partsOf(dayOf(today))
  const present = year * 4 + Math.floor((month - 1) / 3)
  return Array.from({ length: quarters }, (_, nth) => present - quarters + nth).map(
    (at) => `${Math.floor(at / 4)}-${String((at % 4) * 3 + 1).padStart(2, '0')}-01`,
  )
}

const keptVersions = async (tx: Tx): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.query<{ key: string; id: number }>(
    `insert into survey.version (key, version, content) select v ->> 'key', (v ->> 'version')::int, v -> 'content' from jsonb_array_elements($1) v returning key, id`,
    [JSON.stringify(shippedQuestionnaires)],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

async function fillAnswers(tx: Tx, units: readonly number[], today: PlainDate): Promise<void> {
  const versions = await keptVersions(tx)
  for (const [nth, quarter] of pastQuarters(today).entries()) {
    for (const one of asked) {
      for (const [place, unit] of units.entries()) {
        const chosen = shared(answersOf[one.questionnaire]?.[place]?.(nth) ?? 0, one, nth)
        await tx.query(
          `insert into survey.tally (version_id, unit_id, quarter, question, option, n)
           select $1, $2, $3, $4, o.nth - 1, o.n from unnest($5::int[]) with ordinality o (n, nth) where o.n > 0`,
          [versions.get(one.questionnaire), unit, quarter, one.question, chosen],
        )
      }
    }
  }
}

/** Fills in the answers, once in a demo folder. */
export async function fillDemoSurvey(pool: Pool, today: PlainDate): Promise<void> {
  const isDone = await inTransaction(pool, async (tx) => (await tx.query('select from survey.version limit 1')).length > 0)
  if (isDone) return
  await saveUnit(pool, 'lots demo', today, { id: null, name: smallUnit, active: true, version: 1 })
  const { units } = await readOrganisation(pool)
  const ids = ['Ungdomsenheten Väst', 'Ungdomsenheten Öst', smallUnit].map((name) => units.find((unit) => unit.name === name)?.id ?? 0)
  await inTransaction(pool, (tx) => fillAnswers(tx, ids, today), null)
}
