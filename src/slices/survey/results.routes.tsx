/** /enkater/resultat: trends on a page and as CSV. What is chosen is in the address: a questionnaire and a unit. */
import { csv } from '../../platform/csv.ts'
import { file, missing, page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { optionWords } from './question-words.ts'
import { readResults, type Results } from './results.actions.ts'
import { ResultsPage } from './results.views.tsx'
import { surveyTexts } from './survey.texts.ts'
import { percentsOf, quarterName } from './trend.rules.ts'

function wished({ place, scope, today, query }: Visit): Promise<Results | null> {
  const unit = query.get('enhet') ?? ''
  const unitId = unit === '' ? null : /^\d{1,9}$/.test(unit) ? Number(unit) : -1
  return readResults(place.pool, { scope, today, key: query.get('enkat'), unitId })
}

async function show(visit: Visit): Promise<Answer> {
  const results = await wished(visit)
  return results === null ? missing : page(<ResultsPage frame={visit.frame} results={results} may={visit.may} />)
}

/** A row for each option of each shown point. What is not shown on the page is not in the file. */
async function download(visit: Visit): Promise<Answer> {
  const results = await wished(visit)
  if (results === null) return missing
  const { trends: t } = surveyTexts[visit.lang]
  const [title, unit] = [results.chosen.content.title.sv, results.unit?.name ?? t.everybody]
  const rows = results.trends.flatMap(({ question, points }) =>
    points.flatMap(({ quarter, of }) =>
      of === null
        ? []
        : optionWords(question, 'sv').map(({ text }, option) => [
            title,
            question.text.sv,
            unit,
            quarterName(quarter, t.quarterSign),
            of.answers,
            text,
            percentsOf(of)[option] ?? 0,
          ]),
    ),
  )
  return file(t.csvName, 'text/csv; charset=utf-8', csv(t.csvColumns, rows))
}

/** Registers the pages. */
export function addResultsPages(pages: Pages): void {
  const declared = { permit: 'survey.read', shows: 'nothing' } as const
  pages.get('/enkater/resultat', declared, show)
  pages.get('/enkater/resultat.csv', declared, download)
}
