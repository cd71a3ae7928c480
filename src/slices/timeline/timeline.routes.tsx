/** The page of everything about a youth in order of time. */
import { missing, page, signInAgain, type Answer, type Pages, type Visit } from '../access/index.ts'
import { readTimeline } from './timeline.actions.ts'
import { questionFrom } from './timeline.rules.ts'
import { TimelinePage } from './timeline.views.tsx'

async function show({ params, query, place, actor, scope, may, isFresh, today, lang, frame }: Visit): Promise<Answer> {
  const asked = questionFrom(query)
  const reader = { staffId: actor.staffId, scope, may, isFresh }
  const of = { subjectId: params['id'] ?? '', municipality: place.code, today, question: asked.question }
  const answer = await readTimeline(place.pool, reader, of)
  if (answer.kind === 'missing') return missing
  if (answer.kind === 'sign-in-again') return signInAgain
  const told = { lang, place: { code: place.code, name: place.name }, today }
  return page(<TimelinePage frame={frame} timeline={answer.timeline} told={told} asked={asked} />, asked.problem === null ? 200 : 422)
}

/** Registers the pages. */
export function addTimelinePages(pages: Pages): void {
  const declared = { permit: 'youth.read', shows: 'person', outlet: 'timeline.page' } as const
  pages.get(`/ungdomar/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/tidslinje`, declared, show)
}
