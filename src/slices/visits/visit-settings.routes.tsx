/** /besok/installningar: reading the minutes of the watch and changing them. */
import { z } from 'zod'
import { optionalText, wholeField } from '../../platform/form.ts'
import { goTo, page, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { readPresentSettings, type PresentVisits } from './read.actions.ts'
import { readVisitDraft, visitChanges, visitSettingNames, type VisitSettings } from './visit-settings.rules.ts'
import { visitSettingTexts } from './visit-settings.texts.ts'
import { VisitSettingsPage, type VisitSettingsProps } from './visit-settings.views.tsx'

const path = '/besok/installningar'
const form = z.strictObject({ version: wholeField, minutesInside: optionalText(10), minutesAfterEnd: optionalText(10) })
type Form = z.infer<typeof form>

type Shown = Pick<VisitSettingsProps, 'typed'> & Partial<Pick<VisitSettingsProps, 'problems' | 'differences' | 'version'>>

const show = (visit: Visit, { version, changes }: PresentVisits, shown: Shown, status: 200 | 409 | 422 | 503): Answer =>
  page(
    <VisitSettingsPage
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

const typedOf = ({ minutesInside, minutesAfterEnd }: VisitSettings): VisitSettingsProps['typed'] => ({
  minutesInside: String(minutesInside),
  minutesAfterEnd: String(minutesAfterEnd),
})

async function save(visit: Visit, { version, ...typed }: Form, apply: ApplySettings): Promise<Answer> {
  const t = visitSettingTexts[visit.lang]
  const present = await readPresentSettings(visit.place.pool)
  const draft = readVisitDraft(typed)
  if (!('minutesInside' in draft)) {
    return show(visit, present, { typed, version, problems: draft.map((field) => ({ field, text: t.wrong })) }, 422)
  }
  const values = visitChanges(present.settings, draft)
  if (values.length === 0) return goTo(path, t.unchanged)
  const decision = await apply(visit.place, { group: 'visits', values, version, by: visit.actor.staffId, on: visit.today })
  if (decision.granted) return goTo(path, t.saved)
  if (decision.reason === 'night-is-running') {
    return show(visit, present, { typed, version, problems: [{ field: 'minutesInside', text: t.nightRunning }] }, 503)
  }
  const newest = await readPresentSettings(visit.place.pool)
  const theirs = typedOf(newest.settings)
  const differences = visitSettingNames
    .filter((name) => theirs[name] !== typed[name])
    .map((name) => ({ what: t.fields[name], mine: typed[name], theirs: theirs[name] }))
  return show(visit, newest, { typed, differences }, 409)
}

async function reshow(visit: Visit, typed: Typed): Promise<Answer> {
  const present = await readPresentSettings(visit.place.pool)
  const fields = { minutesInside: typedValue(typed, 'minutesInside'), minutesAfterEnd: typedValue(typed, 'minutesAfterEnd') }
  const problems = visitSettingNames.map((field) => ({ field, text: visitSettingTexts[visit.lang].wrong }))
  return show(visit, present, { typed: fields, version: Number(typedValue(typed, 'version')) || 0, problems }, 422)
}

/** Registers the page. `apply` saves settings (matching). */
export function addVisitSettingsPages(pages: Pages, apply: ApplySettings): void {
  const edit = { permit: 'settings.edit', shows: 'settings' } as const
  pages.get(path, edit, async (visit) => {
    const present = await readPresentSettings(visit.place.pool)
    return show(visit, present, { typed: typedOf(present.settings) }, 200)
  })
  pages.post(
    path,
    edit,
    form,
    (visit, given) => save(visit, given, apply),
    (visit, _, typed) => reshow(visit, typed),
  )
}
