/** A database per municipality (design idea 10): finding the server, making and opening municipalities' databases. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MunicipalityCode } from '../../kernel/municipality-code.ts'
import type { Config } from '../../platform/config.ts'
import { embeddedServer } from '../../platform/db/embedded.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openPool, type Pool } from '../../platform/db/tx.ts'
import { Refused } from '../../platform/failure.ts'
import { projectRoot } from '../../platform/project.ts'

export type Municipality = { readonly code: MunicipalityCode; readonly name: string; readonly pool: Pool; readonly url: string }

export type Installation = {
  /** @throws Refused (2) when the municipality has not been set up */
  readonly open: (code: MunicipalityCode) => Promise<Municipality>
  /** Creates the municipality, or opens it and changes its name; `isNew` tells which. */
  readonly setUp: (code: MunicipalityCode, name: string | null) => Promise<Municipality & { isNew: boolean }>
  readonly list: () => Promise<readonly { code: MunicipalityCode; name: string }[]>
  readonly close: () => Promise<void>
  /** Lets go without waiting for work under way, which is rolled back. */
  readonly abort: () => Promise<void>
}

const controlLock = 8_240_609

type Server = { readonly url: string; readonly control: string; readonly release: () => Promise<void> }

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

/** Which server, and which folder when it is the embedded one. */
type Where = Pick<Config, 'databaseUrl' | 'dataFolder'>

/** The server of the installation: that of DATABASE_URL, whose database is the control database, else the embedded one. */
async function serverOf(config: Where, mustExist: boolean): Promise<Server> {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, control: new URL(config.databaseUrl).pathname.slice(1), release: () => Promise.resolve() }
  }
  const { url, release } = await embeddedServer(config.dataFolder, { mustExist })
  return { url, control: 'lots', release }
}

async function createDatabase(pool: Pool, name: string, template: string): Promise<void> {
  const found = await pool.query('select from pg_database where datname = $1', [name])
  if (found.rowCount === 0) await pool.query(`create database "${name}" template "${template}"`)
}

const migrationCount = (): number =>
  readdirSync(join(projectRoot, 'migrations', 'municipality')).filter((name) => name.endsWith('.sql')).length

async function isCurrent(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from migration')
  return rows[0]?.n === migrationCount()
}

/** Runs the work while no other process changes which databases there are. */
async function alone<T>(control: Pool, work: () => Promise<T>): Promise<T> {
  const client = await control.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [controlLock])
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [controlLock]).catch(() => {})
    client.release()
  }
}

async function openControl(server: Server): Promise<Pool> {
  if (server.control === 'lots') {
    const admin = openPool(server.url, { max: 1 })
    try {
      await createDatabase(admin, 'lots', 'template0').catch((error: Error & { code?: string }) => {
        if (error.code !== '42P04' && error.code !== '23505') throw error
      })
    } finally {
      await admin.end()
    }
  }
  const url = withDatabase(server.url, server.control)
  const control = openPool(url, { max: 3 })
  const { rows } = await control.query<{ there: boolean }>(`select to_regclass('public.municipality') is not null as there`)
  if (rows[0]?.there !== true) await alone(control, () => migrate(url, 'control'))
  return control
}

/** Opens the installation that the configuration names. The caller closes it. @throws Refused when it must exist and does not */
export async function openInstallation(config: Where, mustExist = false): Promise<Installation> {
  const server = await serverOf(config, mustExist)
  const pools: Pool[] = []
  const close = async () => {
    await Promise.all(pools.map((pool) => pool.end().catch(() => {})))
    await server.release()
  }
  try {
    const control = await openControl(server)
    pools.push(control)
    return { ...municipalities(server, control, pools), close, abort: server.release }
  } catch (error) {
    await close()
    throw error
  }
}

type Known = { readonly name: string; readonly database_name: string }

async function findMunicipality(control: Pool, code: MunicipalityCode): Promise<Known | undefined> {
  return (await control.query<Known>('select name, database_name from municipality where code = $1', [code])).rows[0]
}

/** From a migrated template, so that a municipality costs a copy of files and not a run of migrations. */
async function createMunicipality(server: Server, control: Pool, code: MunicipalityCode, name: string): Promise<void> {
  const [template, database] = [`${server.control}_template`, `${server.control}_${code}`]
  await alone(control, async () => {
    await createDatabase(control, template, 'template0')
    await migrate(withDatabase(server.url, template), 'municipality')
    await createDatabase(control, database, template)
    await control.query('insert into municipality (code, name, database_name) values ($1, $2, $3) on conflict do nothing', [
      code,
      name,
      database,
    ])
  })
}

async function connect(
  server: Server,
  control: Pool,
  code: MunicipalityCode,
  { name, database_name: database }: Known,
): Promise<Municipality> {
  const url = withDatabase(server.url, database)
  const pool = openPool(url)
  if (!(await isCurrent(pool))) await alone(control, () => migrate(url, 'municipality'))
  return { code, name, pool, url }
}

function municipalities(server: Server, control: Pool, pools: Pool[]): Pick<Installation, 'open' | 'setUp' | 'list'> {
  const opened = async (code: MunicipalityCode, known: Known): Promise<Municipality> => {
    const municipality = await connect(server, control, code, known)
    pools.push(municipality.pool)
    return municipality
  }
  return {
    open: async (code) => {
      const found = await findMunicipality(control, code)
      if (found === undefined) throw new Refused(`Kommunen ${code} finns inte här. Lägg upp den med: ./lots setup --municipality ${code}`)
      return opened(code, found)
    },
    setUp: async (code, name) => {
      const before = await findMunicipality(control, code)
      if (before === undefined) await createMunicipality(server, control, code, name ?? `Kommun ${code}`)
      else if (name !== null) await control.query('update municipality set name = $2 where code = $1', [code, name])
      const found = await findMunicipality(control, code)
      if (found === undefined) throw new Error('the municipality that was just created is missing')
      return { ...(await opened(code, found)), isNew: before === undefined }
    },
    list: async () =>
      (await control.query<{ code: MunicipalityCode; name: string }>('select code, name from municipality order by code')).rows,
  }
}
