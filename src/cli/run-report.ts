/** A run's report as people read it. */
import type { Movement, RunReport, SourceReport } from '../slices/matching/index.ts'
import { reasonText } from '../slices/law/index.ts'
import { table } from './terminal.ts'

const states: Readonly<Record<SourceReport['state'], string>> = {
  good: 'läst',
  stopped: 'STOPPAD',
  refused: 'AVVISAD',
  failed: 'FEL',
  'nothing-new': 'inget nytt',
}

const ageOf = ({ ageDays }: SourceReport): string =>
  ageDays === null ? 'aldrig läst' : ageDays === 0 ? 'i dag' : ageDays === 1 ? '1 dag' : `${ageDays} dagar`

const movementLine = (title: string, { total, byReason }: Movement): string => {
  const reasons = Object.entries(byReason).map(([reason, count]) => `${reasonText(reason)} ${count.toLocaleString('sv-SE')}`)
  return `${title} ${total.toLocaleString('sv-SE')}${reasons.length === 0 ? '' : `: ${reasons.join(', ')}`}`
}

/** The report as text. */
export function describeRun(report: RunReport): string {
  const header = ['Källa', 'Läge', 'Ålder', 'Personer', 'Rader', 'Nya', 'Ändrade', 'Avslutade', 'Avvisade', 'Undantag']
  const rows = report.sources.map((one) => [
    one.source,
    states[one.state],
    ageOf(one),
    one.people,
    one.rows,
    one.new,
    one.changed,
    one.ended,
    one.rejected,
    one.exceptions,
  ])
  return [
    `Körning ${report.runId}, kommun ${report.municipality}, ${report.on} (${report.seconds.toLocaleString('sv-SE')} s)`,
    ...(rows.length === 0 ? ['Inga källor lästes.'] : [table(header, rows)]),
    movementLine('Kom in:', report.entered),
    movementLine('Lämnade:', report.left),
    `Omfattas nu: ${report.covered.toLocaleString('sv-SE')}. Öppna undantag: ${report.openExceptions.toLocaleString('sv-SE')}.`,
  ].join('\n')
}
