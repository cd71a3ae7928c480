/** /utskick/installningar: reading the settings of messages and changing them. */
import { goTo, page, problemText, typedValue, type Answer, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { messagingChanges, readMessagingDraft, typedMessaging } from './messaging-draft.ts'
import { readMessagingSettings, type PresentMessaging } from './messaging-settings.actions.ts'
import { messagingSettingsForm, typedMessagingFrom } from './messaging-settings.forms.ts'
import { messagingSettingsTexts } from './messaging-settings.texts.ts'
import {
  messagingDifferences,
  MessagingSettingsPage,
  messagingSettingsPath,
  type MessagingSettingsProps,
} from './messaging-settings.views.tsx'

type Shown = Pick<MessagingSettingsProps, 'typed'> & Partial<Pick<MessagingSettingsProps, 'problems' | 'differences' | 'version'>>

const show = (visit: Visit, { version, changes }: PresentMessaging, shown: Shown, status: 200 | 409 | 422 | 503): Answer =>
  page(
    <MessagingSettingsPage
      frame={visit.frame}
      once={visit.newOnce()}
      version={version}
      changes={changes}
      problems={[]}
      differences={null}
      {...shown}
    />,
    status,
  )

async function save(visit: Visit, version: number, fields: Typed, apply: ApplySettings): Promise<Answer> {
  const t = messagingSettingsTexts[visit.lang]
  const typed = typedMessagingFrom(fields)
  const present = await readMessagingSettings(visit.place.pool)
  const { draft, problems } = readMessagingDraft(typed)
  if (draft === null) {
    const texts = problems.map(({ field, problem }) => ({ field, text: t.problems[problem] }))
    return show(visit, present, { typed, version, problems: texts }, 422)
  }
  const values = messagingChanges(present.settings, draft)
  if (values.length === 0) return goTo(messagingSettingsPath, t.unchanged)
  const wish = { group: 'messages', values, version, by: visit.actor.staffId, on: visit.today } as const
  const decision = await apply(visit.place, wish)
  if (decision.granted) return goTo(messagingSettingsPath, t.saved)
  if (decision.reason === 'night-is-running') {
    return show(visit, present, { typed, version, problems: [{ field: 'contactPhone', text: t.nightRunning }] }, 503)
  }
  const newest = await readMessagingSettings(visit.place.pool)
  return show(visit, newest, { typed, differences: messagingDifferences(visit.lang, newest.settings, draft) }, 409)
}

async function reshow(visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> {
  const present = await readMessagingSettings(visit.place.pool)
  const texts = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  return show(
    visit,
    present,
    { typed: typedMessagingFrom(typed), version: Number(typedValue(typed, 'version')) || 0, problems: texts },
    422,
  )
}

/** Registers the page. `apply` saves (matching). */
export function addMessagingSettingsPages(pages: Pages, apply: ApplySettings): void {
  const edit = { permit: 'settings.edit', shows: 'settings' } as const
  pages.get(messagingSettingsPath, edit, async (visit) => {
    const present = await readMessagingSettings(visit.place.pool)
    return show(visit, present, { typed: typedMessaging(present.settings) }, 200)
  })
  pages.post(messagingSettingsPath, edit, messagingSettingsForm, (visit, form, typed) => save(visit, form.version, typed, apply), reshow)
}
