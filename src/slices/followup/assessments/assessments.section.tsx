/** The latest assessment on the youth's page, for the authority process. */
import type { YouthSection } from '../section.ts'
import { loadAssessed } from './pages.actions.ts'
import { AssessmentCard } from './scores.views.tsx'

export const assessmentSection: YouthSection = {
  permit: 'followup.assess',
  read: async (tx, _, youth, today) => {
    const assessed = await loadAssessed(tx, youth, today)
    return (shown) => <AssessmentCard shown={shown} youthId={youth.id} assessed={assessed} />
  },
}
