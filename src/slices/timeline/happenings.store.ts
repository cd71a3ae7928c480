/** What happened with a youth, from the tables of those who keep it, in one statement. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import { aroundParts } from './around-happenings.store.ts'
import { outreachParts } from './outreach-happenings.store.ts'
import { schoolParts } from './school-happenings.store.ts'
import { sharingParts } from './sharing-happenings.store.ts'
import type { Entry } from './timeline.types.ts'
import { workParts } from './work-happenings.store.ts'

/** More than anybody has had. */
const most = 3000
const query = `${[...outreachParts, ...workParts, ...aroundParts, ...schoolParts, ...sharingParts].join(' union all ')} limit ${most}`

/** All of it, in no order. Words and days only: no number, no address. */
export const listHappenings = (tx: Tx, personIds: readonly number[]): Promise<Entry[]> => tx.prepared<Entry>(query, [personIds])
