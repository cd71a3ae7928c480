/** What a free text about a youth is looked through with: names that are no news in it, and the municipality's own words. */
import type { Tx } from '../../platform/db/tx.ts'
import { noteWordsFrom, type NoteAbout } from '../hygiene/index.ts'
import { listColleagueNames, listNoteSettings } from './note-about.store.ts'
import type { SeenYouth } from './seen.store.ts'

/** Whom the text is about; null when it is about no one youth (the cover of a colleague): then every name but colleagues' is somebody else's. */
export async function readNoteAbout(tx: Tx, youth: Pick<SeenYouth, 'givenName' | 'familyName' | 'unitId'> | null): Promise<NoteAbout> {
  return {
    ownNames: youth === null ? [] : [`${youth.givenName} ${youth.familyName}`],
    colleagues: await listColleagueNames(tx, youth?.unitId ?? null),
    words: noteWordsFrom(await listNoteSettings(tx)),
  }
}
