/** Somebody who turns 20, whose page there is only near the day: where it is. */
import { inTransaction } from '../../src/platform/db/tx.ts'
import type { DemoSite } from './demo-site.ts'

/** The ids of addresses by what comes before them, and whole addresses by their route. */
export async function handOverPlaces({ place }: DemoSite): Promise<[string, string][]> {
  const [near] = await inTransaction(place.pool, (tx) =>
    tx.query<{ id: string }>(
      'select y.subject_id as id from turning20.mark m join worklist.youth y on y.person_id = m.person_id order by m.id limit 1',
    ),
  )
  const [offer] = await inTransaction(place.pool, (tx) =>
    tx.query<{ id: string }>('select transfer_id as id from transfers.incoming order by id limit 1'),
  )
  return [
    ['/ungdomar/:id{[0-9a-f-]+}/fyller-20', `/ungdomar/${near?.id ?? ''}/fyller-20`],
    ['/overflytt/hit/', offer?.id ?? ''],
  ]
}
