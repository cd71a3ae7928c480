/**
 * The print folder as files. A file is written beside and renamed, so what has its name is whole; written again it is the same file.
 * `underlag` holds each letter's markup until the folder is put together.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../../platform/whole-file.ts'

/** A letter's markup, and what the list and the merged document say of it. Nothing here names a person; the markup does. */
export type LetterPart = {
  readonly messageId: string
  readonly kind: 'brev' | 'kort'
  readonly language: string
  readonly postalCode: string
  readonly sharedSetUp: string
  readonly part: string
}

const owners = 0o700
const partsIn = (folder: string): string => join(folder, 'underlag')

/** Where a letter's own PDF lies, as the list says it. */
export const letterFile = ({ kind, messageId }: Pick<LetterPart, 'kind' | 'messageId'>): string => `${kind}/${messageId}.pdf`

/** Puts a letter in the folder, which is made when it is the first one. */
export async function writeLetter(folder: string, letter: LetterPart, pdf: Uint8Array): Promise<void> {
  await mkdir(join(folder, letter.kind), { recursive: true, mode: owners })
  await mkdir(partsIn(folder), { recursive: true, mode: owners })
  await writeWhole(join(partsIn(folder), `${letter.messageId}.json`), JSON.stringify(letter))
  await writeWhole(join(folder, letterFile(letter)), pdf)
}

/** The letter's markup; null when it is gone. */
export async function readPart(folder: string, messageId: string): Promise<LetterPart | null> {
  try {
    return JSON.parse(await readFile(join(partsIn(folder), `${messageId}.json`), 'utf8')) as LetterPart
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const filesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

/** Takes away every letter that is not one of these, with what a killed process left half written. */
export async function keepOnly(folder: string, messageIds: ReadonlySet<string>): Promise<void> {
  for (const kind of ['brev', 'kort', 'underlag']) {
    for (const name of await filesIn(join(folder, kind))) {
      const isKept = /^[\da-f-]{36}\.(pdf|json)$/.test(name) && messageIds.has(name.slice(0, 36))
      if (!isKept) await rm(join(folder, kind, name), { force: true })
    }
  }
}

/** The markup is not needed once the folder is put together. */
export const removeParts = (folder: string): Promise<void> => rm(partsIn(folder), { recursive: true, force: true })

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOENT', 'EIO', 'ELOOP', 'ENAMETOOLONG', 'ENXIO'])

/** What is wrong with the folder; null when the error is about something else. */
export function folderProblem(error: unknown): 'folder-full' | 'folder-unwritable' | null {
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : ''
  if (full.has(code)) return 'folder-full'
  return unwritable.has(code) ? 'folder-unwritable' : null
}
