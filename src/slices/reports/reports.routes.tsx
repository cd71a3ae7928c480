/** Reports in the browser: which there are, one of them counted now, and as files. */
import { type Answer, type Pages, type Visit } from '../access/index.ts'
import { longDay } from '../../ui/day.texts.ts'
import { addComparePages } from './compare.routes.tsx'
import { fileOf } from './files.ts'
import { addPublishedPages } from './published.routes.tsx'
import { addPublishPages } from './publish.routes.tsx'
import { kindOf, lastDayOf, reportSlugs, stretchOf, yearFrom } from './report.rules.ts'
import { makeFor, showReport, showReports, unitsCounted } from './report-visit.tsx'
import { reportsTexts } from './reports.texts.ts'

const counts = { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' } as const

async function showFile(visit: Visit): Promise<Answer> {
  const kind = kindOf(visit.params['kind'] ?? '')
  if (kind === null) return showReports(visit, true)
  const { lang, today, query, scope } = visit
  const { year } = yearFrom(query.get('ar') ?? '', kind, today)
  const { figures, names, smallBelow } = await makeFor(visit, kind, year)
  const t = reportsTexts[lang]
  const stretch = stretchOf({ kind, year })
  const period = t.period(longDay(stretch.fromOn, lang), longDay(lastDayOf(stretch, today), lang))
  const units = unitsCounted(scope, names)
  const told = [...(units === null ? [] : [t.paperScope(units)]), ...(scope.mayReadProtected ? [] : [t.paperProtected])]
  const paper = { title: t.named(kind, year), period, knownText: t.madeOn(longDay(today, lang)), note: told.join('\n'), smallBelow }
  return fileOf(visit, { name: `rapport-${reportSlugs[kind]}-${year}`, paper, figures, names, units })
}

/** Registers the pages. `report` is told of defects in what runs after an answer. */
export function addReportsPages(pages: Pages, report: (error: unknown) => void = () => {}): void {
  pages.get('/rapporter', counts, (visit) => showReports(visit, false))
  addPublishPages(pages, report)
  addPublishedPages(pages, report)
  addComparePages(pages)
  pages.get('/rapporter/:kind', counts, (visit) => {
    const kind = kindOf(visit.params['kind'] ?? '')
    return kind === null ? showReports(visit, true) : showReport(visit, kind, visit.query.get('ar')?.trim() ?? '')
  })
  pages.get('/rapporter/:kind/:form{pdf|xlsx|csv}', counts, showFile)
}
