/** Talks and reports on the youth's page: each process sees its own. */
import type { YouthSection } from '../section.ts'
import { TalkCard } from './talk-list.views.tsx'
import { loadYouthTalks } from './talk-page.actions.ts'

export const talkSection: YouthSection = {
  permit: 'followup.follow',
  read: async (tx, reader, youth, today) => {
    const told = await loadYouthTalks(tx, reader, youth.id, today)
    if (told.following.length === 0 && told.talks.length === 0 && told.reports.length === 0) return () => null
    return (shown) => <TalkCard shown={shown} youthId={youth.id} told={told} />
  },
}
