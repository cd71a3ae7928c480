/** The law alone: lives a second on one core. */
import { benchDiplomas, benchEnrolments, benchPopulation } from '../simulators/municipality/bench-files.ts'
import { benchLivesOf } from '../simulators/municipality/replayed.ts'
import { responsibilityPeriods, shippedEducations, type LawSettings } from '../src/slices/law/index.ts'
import { round } from './measure.ts'

export type RulesResult = { readonly lives: number; readonly seconds: number; readonly livesPerSecond: number; readonly covered: number }

const settings: LawSettings = {
  termEnds: new Map(),
  shortGapDays: 14,
  summer: { from: [5, 1], until: [9, 30] },
  educations: shippedEducations,
}

async function whole(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}

/** Asks for the periods of so many lives, `rounds` times over; the first round warms up and is not counted. */
export async function benchRules(residents: number, rounds: number): Promise<RulesResult> {
  const order = { residents, municipality: '0180', seed: 3 }
  const lives = benchLivesOf(await whole(benchPopulation(order)), await whole(benchEnrolments(order)), await whole(benchDiplomas(order)))
  let covered = 0
  for (const life of lives) covered += responsibilityPeriods(life, '0180', settings).length
  const startedAt = performance.now()
  for (let i = 0; i < rounds; i++) for (const life of lives) responsibilityPeriods(life, '0180', settings)
  const seconds = (performance.now() - startedAt) / 1000
  return { lives: lives.length * rounds, seconds: round(seconds), livesPerSecond: Math.round((lives.length * rounds) / seconds), covered }
}
