/** A site with the people of the processes, and youths whose signals are in force since some days: for the pages of those who follow up. */
import { date } from '../../../test/support/places.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { daysLater } from './calendar/month.rules.ts'
import { aFollowupSite, type FollowupSite, type Somebody } from './followup-site.testbed.ts'
import type { Writer } from './people/people.actions.ts'
import { endForLeaver } from './signals/leaver.actions.ts'
import { addSignal } from './signals/signals.actions.ts'
import { must } from './work.testbed.ts'

type People = Record<'authority' | 'labourMarket' | 'housing' | 'administrator', Somebody>

export type FollowingSite = FollowupSite & {
  readonly people: People
  readonly today: PlainDate
  readonly daysAgo: (days: number) => PlainDate
  readonly writer: (of: Somebody, on: PlainDate) => Writer
}

/** The caller closes it. */
export async function aFollowingSite(): Promise<FollowingSite> {
  const site = await aFollowupSite()
  const people = {
    authority: await site.member('Mona Myndig', ['authority']),
    labourMarket: await site.member('Arne Arbetsmark', ['labourMarket']),
    housing: await site.member('Bo Drift', ['housing']),
    administrator: await site.member('Ada Min', ['administrator']),
  }
  const [row] = await site.inside((tx) => tx.query<{ today: string }>('select current_date::text as today'))
  const today = date(row?.today ?? '')
  return {
    ...site,
    people,
    today,
    daysAgo: (days) => daysLater(today, -days),
    writer: ({ staffId }, on) => ({ reader: { staffId, mayReadProtected: true, today: on }, today: on, isFresh: true }),
  }
}

let youths = 0

type Wish = {
  readonly given: string
  readonly areas: readonly string[]
  readonly confirmedDaysAgo: number
  readonly protection?: string
  /** All has ended so many days ago. */
  readonly endedDaysAgo?: number
}

/** A youth with signals that the authority process added so many days ago; the id. */
export async function aFollowedYouth(
  site: FollowingSite,
  { given, areas, confirmedDaysAgo, protection = 'none', endedDaysAgo }: Wish,
): Promise<string> {
  youths++
  const by = site.writer(site.people.authority, site.daysAgo(confirmedDaysAgo))
  const [row] = await site.inside((tx) =>
    tx.query<{ id: string }>(
      `insert into followup.youth (number, given_name, family_name, born_on, protection, registered_on, registered_by, noted_on)
       values ($1, $2, 'Prov', '2008-03-14', $3, $4, $5, $4) returning id`,
      [`20080314${String(2380 + youths).padStart(4, '0')}`, given, protection, site.daysAgo(200), by.reader.staffId],
    ),
  )
  const youthId = row?.id ?? ''
  for (const area of areas) must(await addSignal(site.sealed, by, youthId, { area, ground: 'Orolig.', recipient: null }))
  if (endedDaysAgo !== undefined) {
    const lastDay = site.daysAgo(endedDaysAgo)
    await site.inside((tx) => endForLeaver(tx, youthId, { lastDay, by: by.reader.staffId, today: lastDay }))
  }
  return youthId
}
