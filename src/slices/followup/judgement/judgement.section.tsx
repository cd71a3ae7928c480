/** Judged progression and positions on the youth's page, for the authority process. */
import { plusMonths } from '../calendar/month.rules.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import { listSignals } from '../signals/signals.store.ts'
import type { YouthSection } from '../section.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import { JudgementCard } from './judgement-card.views.tsx'
import { listDecisions, listJudgements } from './judgement.store.ts'

export const judgementSection: YouthSection = {
  permit: 'followup.judge',
  read: async (tx, _, youth, today) => {
    const ids = [youth.id]
    const [judgements, taken] = [await listJudgements(tx, ids), await listDecisions(tx, ids)]
    const isFollowed = (await listSignals(tx, ids)).some(isConfirmed)
    const newest = (await listInstruments(tx)).at(-1) ?? { areas: [] }
    const month = `${today.slice(0, 7)}-01` as typeof today
    if (!isFollowed) return () => null
    // From the 25th or so the report of the next 1st can be read; before that this month's.
    const months = today.slice(8) >= '25' ? [plusMonths(month, 1), month] : [month]
    return (shown) => <JudgementCard shown={shown} youthId={youth.id} told={{ judgements, taken, instrument: newest, months }} />
  },
}
