/** The questionnaires that are shipped. A change of a question's Swedish words is a new version and a new key. */
import { afterGroup } from './shipped-group.ts'
import { afterMeeting } from './shipped-meeting.ts'
import { start } from './shipped-start.ts'
import type { QuestionnaireVersion } from './survey.types.ts'

const shipped = { savedBy: null, savedOn: null } as const

export const shippedQuestionnaires: readonly QuestionnaireVersion[] = [
  { key: 'start', version: 1, content: start, ...shipped },
  { key: 'afterGroup', version: 1, content: afterGroup, ...shipped },
  { key: 'afterMeeting', version: 1, content: afterMeeting, ...shipped },
]

/** The questionnaires that can be chosen: the shipped ones, and the newest version of each of the municipality's own. */
export const questionnairesOf = (saved: readonly QuestionnaireVersion[]): QuestionnaireVersion[] => {
  const newest = new Map<string, QuestionnaireVersion>()
  for (const one of saved.filter(({ savedBy }) => savedBy !== null)) {
    if (one.version > (newest.get(one.key)?.version ?? 0)) newest.set(one.key, one)
  }
  return [...shippedQuestionnaires, ...newest.values()]
}
