/** /uppsok/installningar: reading the settings of outreach and changing them. */
import { goTo, page, problemText, typedValue, type Answer, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { readOutreachSettings, type PresentOutreach } from './outreach-settings.actions.ts'
import { outreachSettingsForm, typedOutreachFrom } from './outreach-settings.forms.ts'
import { outreachSettingsTexts } from './outreach-settings.texts.ts'
import { OutreachSettingsPage, type OutreachSettingsProps } from './outreach-settings.views.tsx'
import { outreachChanges, readOutreach, typedOutreach, type OutreachProblemAt } from './settings-draft.rules.ts'
import { toldDifferences } from './settings-told.views.tsx'

const path = '/uppsok/installningar'

type Shown = Pick<OutreachSettingsProps, 'typed'> & Partial<Pick<OutreachSettingsProps, 'problems' | 'differences' | 'version'>>

const show = (visit: Visit, { version, changes }: PresentOutreach, shown: Shown, status: 200 | 409 | 422 | 503): Answer =>
  page(
    <OutreachSettingsPage
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

const worded = ({ lang }: Visit, problems: readonly OutreachProblemAt[]) =>
  problems.map(({ field, problem, ...limits }) => ({ field, text: outreachSettingsTexts[lang].problems[problem](limits) }))

async function save(visit: Visit, version: number, fields: Typed, apply: ApplySettings): Promise<Answer> {
  const t = outreachSettingsTexts[visit.lang]
  const typed = typedOutreachFrom(fields)
  const present = await readOutreachSettings(visit.place.pool)
  const { draft, problems } = readOutreach(typed, present.settings)
  if (draft === null) return show(visit, present, { typed, version, problems: worded(visit, problems) }, 422)
  const values = outreachChanges(present.settings, draft)
  if (values.length === 0) return goTo(path, t.unchanged)
  const wish = { group: 'outreach', values, version, by: visit.actor.staffId, on: visit.today } as const
  const decision = await apply(visit.place, wish)
  if (decision.granted) return goTo(path, t.saved)
  if (decision.reason === 'night-is-running') {
    return show(visit, present, { typed, version, problems: [{ field: 'beginMonths', text: t.nightRunning }] }, 503)
  }
  const newest = await readOutreachSettings(visit.place.pool)
  const told = toldDifferences(visit.lang, newest.settings, draft)
  const differences = told.map(({ what, before, after }) => ({ what, mine: after, theirs: before }))
  return show(visit, newest, { typed, differences }, 409)
}

async function reshow(visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> {
  const present = await readOutreachSettings(visit.place.pool)
  const texts = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
  const version = Number(typedValue(typed, 'version')) || 0
  return show(visit, present, { typed: typedOutreachFrom(typed), version, problems: texts }, 422)
}

/** Registers the page. `apply` saves and works the standings out anew (matching). */
export function addOutreachSettingsPages(pages: Pages, apply: ApplySettings): void {
  const edit = { permit: 'settings.edit', shows: 'settings' } as const
  pages.get(path, edit, async (visit) => {
    const present = await readOutreachSettings(visit.place.pool)
    return show(visit, present, { typed: typedOutreach(present.settings) }, 200)
  })
  pages.post(path, edit, outreachSettingsForm, (visit, form, typed) => save(visit, form.version, typed, apply), reshow)
}
