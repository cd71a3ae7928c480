/** Reading the hub: counts only, so no read line is left. */
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { listSettings } from '../settings/index.ts'
import { countView, type Reader } from '../worklist/index.ts'
import { begunInTime, yearBefore } from './hub.rules.ts'
import { listBegins, readHubCounts } from './hub.store.ts'
import { hubLists, type Hub, type HubList } from './hub.types.ts'
import { hubListQuery } from './hub-links.ts'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'
import { schoolYearTo } from './search.rules.ts'
import { countNumberless } from './search.store.ts'
import { readYield } from './search-yield.store.ts'

async function countLists(tx: Tx, reader: Reader): Promise<Record<HubList, number>> {
  const counted: [HubList, number][] = []
  for (const list of hubLists) counted.push([list, await countView(tx, reader, hubListQuery(list))])
  return Object.fromEntries(counted) as Record<HubList, number>
}

/** Everything that waits, and how it goes. */
export const readHub = (reader: Reader): Promise<Hub> =>
  inTransaction(reader.pool, async (tx) => {
    const { scope, today } = reader
    const { ladder, searchSteps } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
    const steps = searchSteps.filter(({ active }) => active).map(({ key }) => key)
    return {
      counts: await readHubCounts(tx, scope, today),
      lists: await countLists(tx, reader),
      numberless: await countNumberless(tx, scope, { today, steps }),
      begun: begunInTime(await listBegins(tx, scope, yearBefore(today)), today, ladder),
      beginMonths: ladder.beginMonths,
      yield: (await readYield(tx, scope, schoolYearTo(today))).total,
    }
  })
