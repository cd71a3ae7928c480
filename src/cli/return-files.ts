/** The return's files in a folder: whole or not there, for the one who runs the command alone. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../platform/failure.ts'
import { writeWhole } from '../platform/whole-file.ts'
import { xlsx, type XlsxCell } from '../platform/xlsx.ts'
import type { ReturnFile } from '../slices/returns/index.ts'

const unwritable = new Set(['EEXIST', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EISDIR'])

/** A file's name and content. */
export type NamedFile = { readonly name: string; readonly content: Uint8Array }

/** Writes the files into the folder, which is made. Returns where they lie. @throws Refused when it is not a folder that can be written */
export async function writeFiles(folder: string, files: readonly NamedFile[]): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const { name, content } of files) await writeWhole(join(folder, name), content)
    return files.map(({ name }) => join(folder, name))
  } catch (error) {
    if (!unwritable.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new Refused(`Det går inte att skriva i ${folder}. Välj en annan mapp med --out.`)
  }
}

/** A table as an Excel file of the name. */
export const sheet = async (name: string, columns: readonly string[], rows: readonly (readonly XlsxCell[])[]): Promise<NamedFile> => ({
  name: `${name}.xlsx`,
  content: await xlsx(
    name,
    columns.map((title) => ({ title, width: Math.max(12, title.length + 2) })),
    rows,
  ),
})

/** A name without its ending. */
export const stemOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '')

/** The return as it is sent, and the same lines as an Excel file. */
export const returnFiles = async ({ fileName, bytes, profile, built }: ReturnFile): Promise<NamedFile[]> => [
  { name: fileName, content: bytes },
  await sheet(
    stemOf(fileName),
    profile.columns.map(({ name }) => name),
    built.lines,
  ),
]
