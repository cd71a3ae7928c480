/** A figure that an item is raised from: counted now as the reader may count it, or as it was published. */
import type { Scope } from '../../kernel/actor.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { isRandomId } from '../../platform/random-id.ts'
import { askedOf, indicatorNamed, publishedTable, readIndicators, type AskedIndicator, type FigureNames } from '../figures/index.ts'
import { listReports, readPublication } from '../reports/index.ts'
import type { RaisedFrom } from './number-words.ts'

export type NumberReader = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly municipality: string
  readonly today: PlainDate
}

async function fromPublished({ pool, staffId }: NumberReader, name: AskedIndicator['name'], reportId: string): Promise<RaisedFrom | null> {
  const isReport = isRandomId(reportId) && (await inTransaction(pool, listReports)).some(({ id }) => id === reportId)
  const publication = isReport ? await readPublication(pool, staffId, reportId) : null
  const figure = publication?.figures.find((one) => one.name === name)
  if (publication === null || figure === undefined) return null
  const table = publishedTable(figure, publication.smallBelow)
  return { name, question: figure.question, table, names: publication.names, reportId, on: publication.countedOn, units: '' }
}

function unitsOf({ units }: Scope, names: FigureNames): string {
  if (units === null) return ''
  const own = names.units.filter(({ id }) => units.includes(id)).map((one) => one.name)
  return own.length === 0 ? '–' : own.join(', ').slice(0, 400)
}

/** Youths with protected particulars are not in the number: it is read by those who may not count them. */
async function fromNow({ pool, scope, staffId, municipality, today }: NumberReader, asked: AskedIndicator): Promise<RaisedFrom | null> {
  const reader = { actor: staffId, scope: { ...scope, mayReadProtected: false }, municipality }
  const { indicators, names } = await readIndicators(pool, reader, [asked], { hideSmall: true })
  const [read] = indicators
  return read === undefined ? null : { ...read, names, reportId: null, on: today, units: unitsOf(scope, names) }
}

/** The figure that an address asks about; null when there is none such, or it cannot be asked so. */
export async function readRaisedFrom(reader: NumberReader, query: URLSearchParams): Promise<RaisedFrom | null> {
  const name = indicatorNamed(query.get('tal') ?? '')
  if (name === null) return null
  const reportId = query.get('rapport') ?? ''
  if (reportId !== '') return fromPublished(reader, name, reportId)
  const { question, problem } = askedOf(name, query, reader.today)
  return problem === null ? fromNow(reader, { name, question }) : null
}
