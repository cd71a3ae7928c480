/** The cards of outreach on the person page. */
import type { PersonCard } from '../access/index.ts'
import type { OutreachOfYouth } from './card.actions.ts'
import { HistoryCard, NextStepCard } from './contact-card.views.tsx'
import { OccupationCard } from './occupation-card.views.tsx'
import { WaysCard } from './ways-card.views.tsx'

export const OutreachCards = (props: PersonCard<OutreachOfYouth>) => (
  <>
    <NextStepCard {...props} of={props.of.contacts} />
    <OccupationCard {...props} of={props.of.occupation} />
    <WaysCard {...props} />
    <HistoryCard {...props} of={props.of.contacts} />
  </>
)
