/** How a youth's areas stand, on the youth's page. */
import type { YouthSection } from '../section.ts'
import { loadProgress } from './progress.actions.ts'
import { lastYear } from './progress.rules.ts'
import { ProgressCard } from './progress.views.tsx'

export const progressSection: YouthSection = {
  permit: 'followup.read',
  read: async (tx, reader, youth, today) => {
    const progress = await loadProgress(tx, reader, youth.id, lastYear(today))
    return ({ lang }) => (progress.areas.length === 0 ? null : <ProgressCard lang={lang} youthId={youth.id} progress={progress} />)
  },
}
