/** A youth's progress in the browser: the pictures of a period, and the same as a tagged PDF. */
import { z } from 'zod'
import { dateField } from '../../../platform/form.ts'
import { pdfOf } from '../../../platform/pdf.ts'
import { file, missing, page, signInAgain, type Answer, type Pages, type Visit } from '../../access/index.ts'
import { youthIdOf } from '../people/file-visit.ts'
import { readerOf, sectionFrameOf } from '../reader.ts'
import { readProgress } from './progress.actions.ts'
import { progressMarkup } from './progress-paper.ts'
import { askedFrom, type Asked } from './progress-visit.ts'
import { lastYear, periodProblem } from './progress.rules.ts'
import { progressTexts } from './progress.texts.ts'
import { ProgressPage } from './progress.views.tsx'

async function show(visit: Visit, { period, typed, problems }: Asked): Promise<Answer> {
  const asked = { youthId: youthIdOf(visit), isFresh: visit.isFresh, period }
  const read = await readProgress(visit.place.pool, readerOf(visit), asked, 'followup.readProgress')
  if (read === 'missing') return missing
  if (read === 'sign-in-again') return signInAgain
  return page(<ProgressPage shown={sectionFrameOf(visit)} read={read} typed={typed} problems={problems} />, problems.length > 0 ? 422 : 200)
}

const form = z.strictObject({ fran: dateField, till: dateField })

/** The days of the form that were no days come back on the page, as the days of an address would. */
const reshow = (visit: Visit, problems: readonly { field: string }[]): Promise<Answer> => {
  const { firstOn, lastOn } = lastYear(visit.today)
  const texts = progressTexts[visit.lang].problems
  const period = { firstOn, lastOn }
  const found = problems.map(({ field }) => ({ field, text: texts['no-day'] }))
  return show(visit, { period, typed: { fran: firstOn, till: lastOn }, problems: found })
}

async function makeFile(visit: Visit, { fran: firstOn, till: lastOn }: z.infer<typeof form>): Promise<Answer> {
  const { place, today: on, lang, isFresh } = visit
  const period = { firstOn, lastOn }
  const problem = periodProblem(firstOn, lastOn, on)
  if (problem !== null) {
    const problems = [{ field: problem.field, text: progressTexts[lang].problems[problem.problem] }]
    return show(visit, { period: lastYear(on), typed: { fran: firstOn, till: lastOn }, problems })
  }
  const read = await readProgress(place.pool, readerOf(visit), { youthId: youthIdOf(visit), isFresh, period }, 'followup.fileProgress')
  if (read === 'missing') return missing
  if (read === 'sign-in-again') return signInAgain
  const pdf = pdfOf(progressMarkup({ ...read, place: place.name, on, lang }))
  return file(`riktad-uppfoljning-${on}.pdf`, 'application/pdf', new Uint8Array(pdf))
}

/** Registers the page and the file. The file is posted: making it is put on record. */
export function addProgressPages(pages: Pages): void {
  const read = { permit: 'followup.read', shows: 'person' } as const
  pages.get('/uppfoljning/ungdom/:id/utveckling', { ...read, outlet: 'followup.page' }, (visit) => show(visit, askedFrom(visit)))
  pages.post('/uppfoljning/ungdom/:id/utveckling/fil', { ...read, outlet: 'followup.file' }, form, makeFile, reshow)
}
