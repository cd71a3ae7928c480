/**
 * PostgreSQL refuses to run as root. As root, its programs are run as another user of the machine; as anybody else, as ourselves.
 * The one capability kept (dac_read_search) lets that user pass through private folders such as /root or a mktemp folder
 * to reach the data folder and the binaries. It cannot write anywhere it could not before.
 */
import { spawn, spawnSync } from 'node:child_process'

export type OsUser = { readonly ids: { uid: number; gid: number } | null; readonly prefix: readonly string[] }

function idOf(name: string): { uid: number; gid: number } | null {
  const [uid, gid] = [spawnSync('id', ['-u', name]), spawnSync('id', ['-g', name])].map(({ status, stdout }) =>
    status === 0 ? Number(String(stdout)) : Number.NaN,
  )
  return uid !== undefined && gid !== undefined && Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null
}

function capable(ids: { uid: number; gid: number }): readonly string[] {
  const drop = ['setpriv', `--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups']
  const prefix = [...drop, '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
  const tried = spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true'])
  return tried.status === 0 ? prefix : []
}

/** The user that the database's programs run as on this machine. */
export function databaseUser(): OsUser {
  if (process.getuid?.() !== 0) return { ids: null, prefix: [] }
  if (idOf('postgres') === null) spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', 'postgres'])
  const ids = idOf('postgres') ?? idOf('nobody') ?? { uid: 65534, gid: 65534 }
  return { ids, prefix: capable(ids) }
}

/** Runs a program of the database's as that user; resolves with its exit code and what it printed. */
export function runAs(user: OsUser, program: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const [command = program, ...rest] = [...user.prefix, program, ...args]
  const plain = user.prefix.length === 0 && user.ids !== null ? user.ids : {}
  return new Promise((resolve, reject) => {
    // Detached: Ctrl-C in the terminal must not reach the server before our own orderly stop does.
    const child = spawn(command, rest, { ...plain, cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code: code ?? 1, output }))
  })
}
