/** A consent of a youth and a referral with it: where the receiver's page is. */
import { todayInSweden } from '../../src/platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../src/platform/plain-date.ts'
import type { Visitor } from '../support/web.ts'
import type { DemoSite } from './demo-site.ts'

const previewedIn = (html: string): string => /name="previewed" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''

/** Records both through the pages. Returns the ids of addresses by what comes before them. */
export async function fillInSharing({ place }: DemoSite, who: Visitor, subjectId: string): Promise<[string, string][]> {
  const today = todayInSweden()
  const youth = `/ungdomar/${subjectId}`
  const consent = {
    purpose: 'joinActivity',
    kind: 'internal',
    name: 'Jobbtorgets verkstad',
    fields: ['name', 'phones', 'measures'],
    how: 'inPerson',
    givenOn: today,
    untilOn: dateOf(plusDays(dayOf(today), 90)),
  }
  const look = await who.send(`${youth}/samtycken/forhandsvisa`, consent)
  await who.send(`${youth}/samtycken`, { ...consent, previewed: previewedIn(look.html) })
  const { html: listed } = await who.get(`${youth}/samtycken`)
  const id = /hanvisningar\?samtycke=([0-9a-f-]{36})/.exec(listed)?.[1] ?? ''
  const preview = await who.get(`${youth}/hanvisningar?samtycke=${id}`)
  const made = await who.send(`${youth}/hanvisningar`, { consent: id, previewed: previewedIn(preview.html) })
  const token = /\/hanvisning\/\d{4}\/([\w-]{24})/.exec(made.html)?.[1] ?? ''
  return [
    ['/hanvisning/', place.code],
    [`/hanvisning/${place.code}/`, token],
  ]
}
