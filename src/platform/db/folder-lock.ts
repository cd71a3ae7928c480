/** A lock on a folder between processes of one machine. A lock whose owner is gone is taken over. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a process with this id is alive (EPERM: alive, somebody else's). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function ownerOf(lock: string): number | null {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

function tryTake(lock: string): boolean {
  try {
    mkdirSync(lock)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

const patienceWithoutOwner = 50

/** Runs the work while nobody else holds the lock. Waits as long as its owner lives. */
export async function withFolderLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  let ownerless = 0
  while (!tryTake(lock)) {
    const owner = ownerOf(lock)
    ownerless = owner === null ? ownerless + 1 : 0
    // Without a pid the owner was killed between making the folder and signing it.
    if ((owner !== null && !isAlive(owner)) || ownerless > patienceWithoutOwner) rmSync(lock, { recursive: true, force: true })
    else await sleep(50)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
