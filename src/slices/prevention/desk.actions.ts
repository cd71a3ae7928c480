/** Reading the desk of prevention. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import { monthOf, tabsOf, type AbsenceTab } from './absence.rules.ts'
import { listReads } from './absence.store.ts'
import { listAbsent, listOpenMatters, listWatched } from './desk.store.ts'
import { preventionSettings, type PreventionSettings } from './prevention-settings.rules.ts'
import type { AbsenceRead, AbsentPupil, PupilMatter, WatchedPupil } from './prevention.types.ts'

export type PreventionReader = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly today: PlainDate
  readonly isFresh: boolean
}

export type PreventionDesk = {
  readonly settings: PreventionSettings
  readonly month: PlainDate
  readonly absent: Readonly<Record<AbsenceTab, readonly AbsentPupil[]>>
  readonly watched: readonly WatchedPupil[]
  readonly matters: readonly PupilMatter[]
  readonly reads: readonly AbsenceRead[]
}

/** The month that is shown with the one before: yesterday's. */
export const shownMonth = (today: PlainDate): PlainDate => monthOf(dateOf(plusDays(dayOf(today), -1)))

export const settingsIn = async (tx: Tx): Promise<PreventionSettings> => preventionSettings.from(await listSettings(tx, 'infinity'))

async function load(tx: Tx, { scope, today }: PreventionReader): Promise<PreventionDesk> {
  const [settings, month] = [await settingsIn(tx), shownMonth(today)]
  const all = await listAbsent(tx, scope, today, month)
  const on = (tab: AbsenceTab) => all.filter(({ absence }) => tabsOf(absence, settings).includes(tab))
  return {
    settings,
    month,
    absent: { over: on('over'), csn: on('csn') },
    watched: await listWatched(tx, scope, today),
    matters: await listOpenMatters(tx, scope, today),
    reads: await listReads(tx),
  }
}

/** Everything on the desk, within the reader's scope. */
export const readDesk = (reader: PreventionReader): Promise<PreventionDesk> =>
  readAs(
    reader.pool,
    ({ absent, watched, matters }) => ({
      actor: reader.staffId,
      action: 'prevention.desk',
      detail: { absent: absent.csn.length, watched: watched.length, matters: matters.length },
    }),
    (tx) => load(tx, reader),
  )
