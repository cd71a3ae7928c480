/**
 * The floor: the least that any solution must do. The same rows by COPY into bare tables (no keys, no history), and the same
 * kind of target set by one anti-join. The population's XML is turned into CSV beforehand, outside the clock.
 */
import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { BenchFiles } from './files.ts'

/** The fields of a post that the match reads, as CSV beside the XML. */
export async function populationCsv(files: BenchFiles): Promise<string> {
  const path = files.population.replace(/\.xml$/, '.csv')
  if (existsSync(path)) return path
  const post =
    /<PersonNr>(\d+)<.*?<Fornamn>([^<]*)<.*?<Efternamn>([^<]*)<.*?<Folkbokforingsdatum>(\d+)<.*?<LanKod>(\d+)<.*?<KommunKod>(\d+)<.*?<Utdelningsadress2>([^<]*)<.*?<PostNr>(\d+)<.*?<Postort>([^<]*)</g
  async function* rows(): AsyncGenerator<string> {
    let rest = ''
    for await (const chunk of createReadStream(files.population, 'utf8')) {
      const text = rest + String(chunk)
      const end = text.lastIndexOf('</Folkbokforingspost>')
      let out = ''
      for (const found of text.slice(0, Math.max(0, end)).matchAll(post)) {
        const [, number, given, family, on, county, code, street, postal, locality] = found
        out += `${[number, given, family, on, `${county}${code}`, street, postal, locality].join(';')}\n`
      }
      rest = end < 0 ? text : text.slice(end)
      if (out !== '') yield out
    }
  }
  await pipeline(Readable.from(rows()), createWriteStream(`${path}.new`))
  renameSync(`${path}.new`, path)
  return path
}

const bareTables = `
  create table population (number text, given_name text, family_name text, registered_on date, municipality text, street text, postal_code text, locality text);
  create table enrolment (number text, given_name text, family_name text, school_type text, education_code text, school_unit text, authority text, start_on date, end_on date, cancelled text);
  create table diploma (number text, type text, on_date date, education_code text, school_unit text)`

const antiJoin = `
  select count(*)::int as n from population p
  where left(p.number, 8)::date > date '2026-11-20' - interval '20 years' and left(p.number, 4)::int + 16 <= 2026
    and not exists (select from enrolment e where e.number = p.number and e.school_type in ('GY', 'GYS', 'VUXGY')
      and e.start_on <= date '2026-11-20' and (e.end_on is null or e.end_on >= date '2026-11-20'))
    and not exists (select from diploma d where d.number = p.number and d.type like 'examen%')`

async function copy(client: pg.Client, table: string, path: string, options: string): Promise<void> {
  await pipeline(
    createReadStream(path, { highWaterMark: 256 * 1024 }),
    client.query(copyFrom(`copy ${table} from stdin (format csv, delimiter ';'${options})`)),
  )
}

/** Copies and joins one municipality in the given (empty) database; resolves with the size of the target set. */
export async function runFloor(url: string, files: BenchFiles, csv: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(bareTables)
    await client.query('begin')
    await copy(client, 'population', csv, '')
    await copy(client, 'enrolment', files.enrolments, ', header')
    await copy(client, 'diploma', files.diplomas, ', header')
    const { rows } = await client.query<{ n: number }>(antiJoin)
    await client.query('commit')
    return rows[0]?.n ?? 0
  } finally {
    await client.end()
  }
}
