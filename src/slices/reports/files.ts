/** A report as a file to save: made now or as it was published. */
import { pdfOf } from '../../platform/pdf.ts'
import { file, missing, type Answer, type Visit } from '../access/index.ts'
import type { FigureNames, ReadIndicator } from '../figures/index.ts'
import { reportCsv, reportXlsx } from './report-file.ts'
import { reportMarkup, type ReportPaper } from './report-page.ts'
import { sectionOf } from './section.ts'

/** What becomes a file. `name`: of the file, without ending; nothing of any person. */
export type Filed = {
  readonly name: string
  readonly paper: Omit<ReportPaper, 'place' | 'lang'>
  readonly figures: readonly ReadIndicator[]
  readonly names: FigureNames
  /** What the reader counts by name; null: the whole municipality. */
  readonly units: string | null
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The file in the form that the address names: `pdf`, `xlsx`, `csv`. */
export async function fileOf({ lang, place, params }: Visit, { name, paper, figures, names, units }: Filed): Promise<Answer> {
  switch (params['form'] ?? '') {
    case 'pdf': {
      const sections = figures.map((figure) => sectionOf(figure, names, lang, units))
      const where = units === null ? place.name : `${place.name}, ${units}`
      return file(`${name}.pdf`, 'application/pdf', new Uint8Array(pdfOf(reportMarkup({ ...paper, place: where, lang }, sections))))
    }
    case 'xlsx':
      return file(`${name}.xlsx`, xlsxType, new Uint8Array(await reportXlsx(paper.title, { figures, names, lang, units })))
    case 'csv':
      return file(`${name}.csv`, 'text/csv; charset=utf-8', reportCsv({ figures, names, lang, units }))
    default:
      return missing
  }
}
