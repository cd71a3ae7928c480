/** A school that notifies, with a link and a program, and something that it has told: where all that is. */
import { inTransaction } from '../../src/platform/db/tx.ts'
import { aNumber } from '../support/feed-files.ts'
import type { Visitor } from '../support/web.ts'
import type { DemoSite } from './demo-site.ts'

const unit = '99990209'

const absence = {
  number: aNumber('20080917', '239'),
  givenName: 'Ida',
  familyName: 'Nykomling',
  fromOn: '2026-10-01',
  untilOn: '2026-10-30',
  hours: '22,5',
  schoolDid: 'talk',
  reportedToCsn: 'ja',
  contactName: 'Elsa Tillfors',
  contactPhone: '08-465 004 12',
}

/** Registers the school through the pages, and tells of an absence through its link. Returns the ids of addresses by what comes before them. */
export async function fillInNotices({ place, product }: DemoSite, who: Visitor): Promise<[string, string][]> {
  const authority = (await who.send('/anmalningar/skolor', { name: 'Provskolan AB' })).location
  await who.send(`${authority}/skola`, { unitCode: unit, unitName: 'Provskolan', unitEmail: 'skolan@example.org' })
  await who.send(`${authority}/klient`, { clientName: 'Skolsystemet', clientScopes: ['notices:read'] })
  const { html } = await who.send(`${authority}/skola/${unit}/lank`)
  const token = /\/anmalan\/\d{4}\/([\w-]{43})/.exec(html)?.[1] ?? ''
  const address = `/anmalan/${place.code}/${token}?slag=absence`
  await product.app.request(address, { method: 'POST', body: new URLSearchParams(absence) })
  const [notice] = await inTransaction(place.pool, (tx) =>
    tx.query<{ id: string }>('select notice_id as id from notices.notice order by id desc limit 1'),
  )
  return [
    ['/anmalningar/skolor/', authority.replace('/anmalningar/skolor/', '')],
    ['/anmalningar/', notice?.id ?? ''],
    ['/anmalan/', place.code],
    [`/anmalan/${place.code}/`, token],
    ['/api/', place.code],
  ]
}
