/** A made-up municipality after some nights, for tests of where the ladder stands with real youths. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeUpMunicipality, type NightFile } from '../../../simulators/municipality/index.ts'
import { aFolder, aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { parseMunicipalityCode } from '../../kernel/municipality-code.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { runNightly, type NightSource } from '../matching/index.ts'

const sourceOf = (folder: string, on: PlainDate, { feed, kind, source, name, content }: NightFile): NightSource => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { name: source, feed, next: () => Promise.resolve({ source, feed, kind, on, files: [path] }) }
}

export type MadeUpPlace = Pick<TestPlace, 'code' | 'pool' | 'sql' | 'installation'> & {
  /** A night without any source. */
  readonly emptyNight: (on: string) => Promise<unknown>
}

/** Lövsta with 40 youths of each year, as it stands on 20 November 2026. The caller closes the installation. */
export async function aMadeUpPlace(): Promise<MadeUpPlace> {
  const { installation } = await aPlace()
  const municipality = madeUpMunicipality({ seed: 4, cohort: 40, firstNight: date('2026-11-16'), lastNight: date('2026-11-20') })
  const code = parseMunicipalityCode(municipality.code)
  if (code === null) throw new Error('the made-up municipality has a well-formed code')
  const { pool } = await installation.setUp(code, municipality.name)
  const place = { code, pool }
  const folder = aFolder()
  for (const { on, files } of municipality.nights) {
    await runNightly(
      place,
      files.map((file) => sourceOf(folder, on, file)),
      on,
      () => {},
    )
  }
  return {
    ...place,
    installation,
    emptyNight: (on) => runNightly(place, [], date(on), () => {}),
    sql: <Row extends object>(text: string, values: unknown[] = []) => inTransaction(pool, (tx: Tx) => tx.query<Row>(text, values), null),
  }
}
