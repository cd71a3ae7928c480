/** Print folders: one open at a time for each round. A closed one is the print shop's and never changes. */
import type { Tx } from '../../platform/db/tx.ts'

export type OpenFolder = { readonly id: number; readonly folder: string }

/** The open folder of the round (null: of single letters), held against being closed until the transaction ends; null when there is none. */
export async function findOpenFolder(tx: Tx, roundId: number | null): Promise<OpenFolder | null> {
  const [row] = await tx.query<OpenFolder>(
    'select id, folder from messaging.print_folder where round_id is not distinct from $1 and closed_at is null for share',
    [roundId],
  )
  return row ?? null
}

/** Opens a folder by the name, unless somebody else did meanwhile. */
export const insertFolder = (tx: Tx, roundId: number | null, folder: string): Promise<unknown> =>
  tx.query(
    `insert into messaging.print_folder (round_id, folder) values ($1, $2) on conflict (round_id) where closed_at is null do nothing`,
    [roundId, folder],
  )

/** Folders where nothing is on its way any more, though they have letters that are not yet put together. */
export const listFoldersToClose = (tx: Tx): Promise<OpenFolder[]> =>
  tx.query<OpenFolder>(
    `select f.id, f.folder from messaging.print_folder f where f.closed_at is null
       and exists (select from messaging.message m where m.print_folder_id = f.id and m.state = 'sent')
       and not exists (select from messaging.message m where m.round_id is not distinct from f.round_id and m.channel in ('letter', 'card')
         and (m.state = 'sending' or (m.state = 'queued' and (m.round_id is not null or m.not_before <= clock_timestamp())))) order by f.id`,
  )

/** Holds an open folder until the transaction ends; false when it is closed, or another process is closing it. */
export const holdFolder = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.query('select from messaging.print_folder where id = $1 and closed_at is null for update skip locked', [id])).length > 0

/** A letter that lies in a folder. */
export type PrintedLetter = { readonly id: number; readonly messageId: string; readonly isProtected: boolean }

export const listPrinted = (tx: Tx, folderId: number): Promise<PrintedLetter[]> =>
  tx.query<PrintedLetter>(
    `select m.id, m.message_id as "messageId", m.person_id in (select p.person_id from register.protected_now p) as "isProtected"
     from messaging.message m where m.print_folder_id = $1 and m.state = 'sent' order by m.id`,
    [folderId],
  )

/** A letter that is not in its folder after all: its youth became protected before the folder was put together, or the file is gone. */
export const withdrawPrinted = (tx: Tx, id: number, problem: 'protected' | 'file-gone'): Promise<unknown> =>
  tx.query(`update messaging.message set state = 'failed', problem = $2, settled_at = clock_timestamp() where id = $1`, [id, problem])

/** The folder is the print shop's from now on. */
export const closeFolder = (tx: Tx, id: number, letters: number): Promise<unknown> =>
  tx.query('update messaging.print_folder set closed_at = clock_timestamp(), letters = $2, problem = null where id = $1', [id, letters])

export const noteFolderProblem = (tx: Tx, id: number, problem: string | null): Promise<unknown> =>
  tx.query('update messaging.print_folder set problem = $2 where id = $1 and closed_at is null and problem is distinct from $2', [
    id,
    problem,
  ])
