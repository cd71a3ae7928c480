/** The template's settings in the browser, for administrators of the module. */
import { z } from 'zod'
import { choiceField, optionalText, wholeField } from '../../../platform/form.ts'
import { goTo, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { Difference } from '../../../ui/both.tsx'
import type { FieldProblem } from '../../../ui/form.tsx'
import { typedFields } from '../people/file-visit.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import { saveTemplate } from './report.actions.ts'
import { talkTexts } from './talks.texts.ts'
import type { TemplateVersion } from './talks.types.ts'
import { readTemplates } from './template.actions.ts'
import { placeOf, templateFields, templateFrom } from './template-form.ts'
import { templateProblems } from './template.rules.ts'
import { templateTexts } from './template.texts.ts'
import { TemplatePage } from './template.views.tsx'

/** The fields of parts are as many as the template has: the rules say what is wrong with them. */
const form = z.object({ version: wholeField, do: choiceField(['save', 'more']) }).catchall(optionalText(1000))
const path = '/uppfoljning/installningar/mall'

type Draft = { readonly typed: TypedFields; readonly problems: readonly FieldProblem[]; readonly isStale?: boolean }

function differencesOf(typed: TypedFields, newest: TemplateVersion | undefined, { lang }: Visit): Difference[] {
  const t = templateTexts[lang]
  const now = newest === undefined ? {} : templateFields(newest)
  const words: Readonly<Record<string, string>> = { Sv: t.sv, En: t.en, HintSv: t.hintSv, HintEn: t.hintEn }
  return Object.entries(now).flatMap(([field, theirs]): Difference[] => {
    const [, n = '', part = ''] = /^section(\d+)(.*)$/.exec(field) ?? []
    const word = words[part]
    return word === undefined || typed(field).trim() === theirs
      ? []
      : [{ what: `${t.part(Number(n))}: ${word}`, mine: typed(field), theirs }]
  })
}

async function show(visit: Visit, draft: Draft | null, status: 200 | 409 | 422): Promise<Answer> {
  const { place, frame, may, newOnce } = visit
  const versions = await readTemplates(place.pool)
  const newest = versions.at(-1)
  const fields = newest === undefined ? {} : templateFields(newest)
  const typed = draft?.typed ?? ((field: string) => fields[field] ?? '')
  const differences = draft?.isStale === true ? differencesOf(typed, newest, visit) : null
  return page(
    <TemplatePage
      frame={frame}
      may={may}
      typed={typed}
      problems={draft?.problems ?? []}
      differences={differences}
      versions={versions}
      once={newOnce()}
    />,
    status,
  )
}

async function save(visit: Visit, { version, do: what }: z.infer<typeof form>, fields: Typed): Promise<Answer> {
  const { place, actor, lang, today } = visit
  const typed = typedFields(fields)
  if (what === 'more') return show(visit, { typed, problems: [] }, 200)
  const versions = await readTemplates(place.pool)
  const used = versions.flatMap(({ sections }) => sections.map(({ key }) => key))
  const { template, places } = templateFrom(typed, used)
  const t = talkTexts[lang]
  const problems = templateProblems(template).map(({ field, problem }) => ({ field: placeOf(field, places), text: t.template[problem] }))
  if (problems.length > 0) return show(visit, { typed, problems }, 422)
  const decision = await saveTemplate(place.pool, { staffId: actor.staffId, name: actor.name, today }, template, version)
  if (decision.granted) return goTo(path, templateTexts[lang].saved(decision.value))
  if (decision.reason === 'somebody-else-first') return show(visit, { typed, problems: [], isStale: true }, 409)
  return show(visit, { typed, problems: [{ field: 'section1Sv', text: t.templates[decision.reason] }] }, 422)
}

/** Registers the page. */
export function addTemplatePages(pages: Pages): void {
  const declared = { permit: 'followup.settings', shows: 'settings' } as const
  pages.get(path, declared, (visit) => show(visit, null, 200))
  pages.post(path, declared, form, save, (visit, problems, typed) => {
    const told = problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) }))
    return show(visit, { typed: typedFields(typed), problems: told }, 422)
  })
}
