/** Files that are whole or not there: written beside, on the disk, and renamed. */
import { rename, rm, writeFile } from 'node:fs/promises'

/** Whole and on the disk before it has its name; nothing is left behind when there is no room. For its owner alone. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`
  try {
    await writeFile(beside, content, { mode: 0o600, flush: true })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw error
  }
}
