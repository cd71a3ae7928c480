/** The print folder as a channel: a PDF for each letter, and when all are there a list and merged documents by postal code. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { csv } from '../../platform/csv.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { mergedPdf, pdfOf } from '../../platform/pdf.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeWhole } from '../../platform/whole-file.ts'
import type { ComposedPaper } from './message.types.ts'
import { folderProblem, keepOnly, letterFile, readPart, removeParts, writeLetter, type LetterPart } from './print-folder.ts'
import { manifestColumns, manifestRows, mergedFiles, type ListedLetter, type MergedFile } from './print.rules.ts'
import {
  closeFolder,
  findOpenFolder,
  holdFolder,
  insertFolder,
  listFoldersToClose,
  listPrinted,
  noteFolderProblem,
  withdrawPrinted,
  type OpenFolder,
} from './print.store.ts'
import { folderMinutes } from './send.rules.ts'
import type { Claimed, SendOutcome } from './send.types.ts'
import type { Sender } from './sender.ts'

/** Letters in one merged document: more would cost too much memory at once. */
const lettersAFile = 250

/** The open folder of the round, or a new one with a name that nobody can guess. */
export async function openFolderOf(tx: Tx, roundId: number | null, today: PlainDate): Promise<OpenFolder> {
  const found = await findOpenFolder(tx, roundId)
  if (found !== null) return found
  await insertFolder(tx, roundId, `${today}-${randomBytes(6).toString('hex')}`)
  return openFolderOf(tx, roundId, today)
}

const pathOf = ({ printFolder, place }: Sender, folder: string): string => join(printFolder, place.code, folder)

/** Makes the letter's PDF and puts it in its folder: sent, or still certain not to be there. @throws PdfError when the markup is wrong */
export async function printLetter(sender: Sender, { message, to }: Claimed, composed: ComposedPaper): Promise<SendOutcome> {
  const { messageId, lang: language } = message
  const { postalCode, sharedSetUp, part, setUp } = composed
  const letter: LetterPart = { messageId, kind: message.channel === 'card' ? 'kort' : 'brev', language, postalCode, sharedSetUp, part }
  const pdf = pdfOf(`${setUp}\n${part}`)
  try {
    await writeLetter(pathOf(sender, to), letter, pdf)
    return { kind: 'sent', providerId: letterFile(letter) }
  } catch (error) {
    const problem = folderProblem(error)
    if (problem === null) throw error
    return { kind: 'held', problem, afterMinutes: folderMinutes }
  }
}

/** One merged document. The markup is read for it alone, so that a large round does not lie in memory all at once. */
async function mergeFile(path: string, { name, letters }: MergedFile): Promise<void> {
  const parts: LetterPart[] = []
  for (const { messageId } of letters) {
    const part = await readPart(path, messageId)
    if (part !== null) parts.push(part)
  }
  const pdf = mergedPdf(
    parts[0]?.sharedSetUp ?? '',
    parts.map(({ part }) => part),
  )
  await writeWhole(join(path, name), pdf)
  await breathe()
}

/** Letters that lie in the folder and may stay there. Those of somebody who became protected meanwhile are taken out. */
async function keptLetters(tx: Tx, folderId: number, path: string): Promise<ListedLetter[]> {
  const kept: ListedLetter[] = []
  for (const { id, messageId, isProtected } of await listPrinted(tx, folderId)) {
    const part = await readPart(path, messageId)
    if (part === null || isProtected) await withdrawPrinted(tx, id, isProtected ? 'protected' : 'file-gone')
    else kept.push({ messageId, kind: part.kind, language: part.language, postalCode: part.postalCode })
  }
  await keepOnly(path, new Set(kept.map(({ messageId }) => messageId)))
  return kept
}

/** The list comes last: where it lies, everything does. */
async function putTogether(tx: Tx, { id }: OpenFolder, path: string): Promise<void> {
  const letters = await keptLetters(tx, id, path)
  const files = mergedFiles(letters, lettersAFile)
  for (const file of files) await mergeFile(path, file)
  if (files.length > 0) await writeWhole(join(path, 'forteckning.csv'), csv([...manifestColumns], manifestRows(files)))
  await closeFolder(tx, id, letters.length)
}

async function close(sender: Sender, open: OpenFolder): Promise<void> {
  const path = pathOf(sender, open.folder)
  const isClosed = await inTransaction(sender.place.pool, async (tx) => {
    if (!(await holdFolder(tx, open.id))) return false
    await putTogether(tx, open, path)
    return true
  })
  if (isClosed) await removeParts(path)
}

/** Puts together the folders where everything has come. One that cannot be written says why, and is tried again. */
export async function closeFolders(sender: Sender): Promise<void> {
  const { pool } = sender.place
  for (const open of await inTransaction(pool, listFoldersToClose)) {
    try {
      await close(sender, open)
    } catch (error) {
      const problem = folderProblem(error)
      await inTransaction(pool, (tx) => noteFolderProblem(tx, open.id, problem ?? 'defect'))
      if (problem === null) sender.report(error)
    }
  }
}
