/** The bench's files: written once per size and round, and reused. They hold generated numbers and never leave the data folder. */
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { benchDiplomas, benchEnrolments, benchPopulation } from '../simulators/municipality/bench-files.ts'

export type BenchMunicipality = { readonly code: string; readonly residents: number }
export type Round = 1 | 2
export type BenchFiles = { readonly population: string; readonly enrolments: string; readonly diplomas: string }

const counties = '01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25'.split(' ')

/** Made-up municipality codes of real counties, as many as wanted (at most 2,000). */
const codeOf = (index: number): string =>
  `${counties[index % counties.length] ?? '01'}${String(1 + Math.floor(index / counties.length)).padStart(2, '0')}`

/** One city. */
export const city = (residents: number): BenchMunicipality[] => [{ code: codeOf(0), residents }]

/** So many municipalities whose sizes fall off as Swedish municipalities' do: one large, a few middling, most small. */
export function nation(municipalities: number, residents: number): BenchMunicipality[] {
  const weights = Array.from({ length: municipalities }, (_, index) => 1 / (index + 3) ** 0.9)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const sizes = weights.map((weight) => Math.floor((weight / total) * residents))
  sizes[0] = (sizes[0] ?? 0) + residents - sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map((size, index) => ({ code: codeOf(index), residents: size }))
}

async function write(path: string, chunks: AsyncIterable<string>): Promise<void> {
  if (existsSync(path)) return
  await pipeline(Readable.from(chunks), createWriteStream(`${path}.new`))
  renameSync(`${path}.new`, path)
}

/** The three files of a municipality and round. */
export async function filesOf(folder: string, { code, residents }: BenchMunicipality, round: Round): Promise<BenchFiles> {
  const own = join(folder, `${code}-${residents}-${round}`)
  mkdirSync(own, { recursive: true })
  const order = { residents, municipality: code, seed: 7, round }
  const files = { population: join(own, 'population.xml'), enrolments: join(own, 'enrolments.csv'), diplomas: join(own, 'diplomas.csv') }
  await write(files.population, benchPopulation(order))
  await write(files.enrolments, benchEnrolments(order))
  await write(files.diplomas, benchDiplomas(order))
  return files
}
