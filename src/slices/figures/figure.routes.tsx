/** /siffror/tal: all figures, one of them, those behind a number, and the figure as a file. */
import { file, missing, page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { askedOf, fileFormats } from './ask.rules.ts'
import { figureFile } from './figure-file.ts'
import { readFigurePersons } from './figure-persons.actions.ts'
import { FigurePersonsPage } from './figure-persons.views.tsx'
import { AllFiguresPage, FigurePage } from './figure.views.tsx'
import { readIndicators, type FigureReader } from './indicator.actions.ts'
import type { IndicatorQuestion } from './indicator.types.ts'
import { indicatorNamed, type IndicatorName } from './registry.rules.ts'

export const readerOf = ({ actor, scope, place }: Visit): FigureReader => ({ actor: actor.staffId, scope, municipality: place.code })

/** One figure as the reader may count it, small numbers hidden. */
async function readOne(visit: Visit, name: IndicatorName, question: IndicatorQuestion) {
  const { indicators, names, smallBelow } = await readIndicators(visit.place.pool, readerOf(visit), [{ name, question }], {
    hideSmall: true,
  })
  const [read] = indicators
  if (read === undefined) throw new Error('one question has one answer')
  return { read, names, smallBelow: smallBelow ?? 1 }
}

async function showFigure(visit: Visit): Promise<Answer> {
  const { frame, today, may, query, params } = visit
  const name = indicatorNamed(params['name'] ?? '')
  if (name === null) return missing
  const { question, problem } = askedOf(name, query, today)
  const found = await readOne(visit, name, question)
  const { rows } = found.read.table
  const row = rows.find(({ key }) => key === query.get('rad'))?.key ?? rows[0]?.key ?? ''
  return page(
    <FigurePage frame={frame} today={today} may={may} row={row} {...{ problem, ...found }} isWhole={visit.scope.units === null} />,
  )
}

async function sendFile(visit: Visit): Promise<Answer> {
  const { today, lang, query, params } = visit
  const name = indicatorNamed(params['name'] ?? '')
  const format = fileFormats.find((one) => one === query.get('format'))
  if (name === null || format === undefined) return missing
  const { question, problem } = askedOf(name, query, today)
  if (problem !== null) return missing
  const { read, names } = await readOne(visit, name, question)
  const made = await figureFile(read, names, format, lang)
  return file(made.name, made.type, made.bytes)
}

async function showPersons(visit: Visit): Promise<Answer> {
  const { place, frame, today, may, query, params } = visit
  const name = indicatorNamed(params['name'] ?? '')
  if (name === null || !may('worklist.read')) return missing
  const { question, problem } = askedOf(name, query, today)
  const at = query.getAll('plats')
  if (problem !== null || at.length !== question.by.length) return missing
  const asked = { name, question, row: query.get('rad') ?? '', at }
  const found = await readFigurePersons(place.pool, readerOf(visit), asked)
  const nth = Math.max(1, Math.trunc(Number(query.get('sida') ?? '1')) || 1)
  return found === null ? missing : page(<FigurePersonsPage frame={frame} asked={asked} found={found} nth={nth} />)
}

/** Registers the pages. Those behind a number are shown to readers of figures who may read the lists too. */
export function addFigurePages(pages: Pages): void {
  const counts = { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' } as const
  pages.get('/siffror/tal', { permit: 'figures.read', shows: 'nothing' }, ({ frame, may }) =>
    page(<AllFiguresPage frame={frame} may={may} />),
  )
  pages.get('/siffror/tal/:name', counts, showFigure)
  pages.get('/siffror/tal/:name/fil', counts, sendFile)
  pages.get('/siffror/tal/:name/personer', { permit: 'figures.read', shows: 'persons', outlet: 'figures.persons' }, showPersons)
}
