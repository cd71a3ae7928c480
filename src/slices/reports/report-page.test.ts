/** The report on paper, as a reader that is not Typst sees it: tags, language, headings of tables, words for pictures. */
import { beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { inPdf, infoOf, opened, structureOf, textOf } from '../../platform/pdf.testbed.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { reportMarkup, type ReportPaper } from './report-page.ts'
import type { Section } from './section.ts'

const paper: ReportPaper = {
  title: 'Läsårsrapport 2025/26',
  place: 'Provstad',
  period: '1 juli 2025 – 30 juni 2026',
  knownText: 'Publicerad 2026-09-01 10:00 av Amina Lind, med det som var känt då.',
  note: 'Till nämnden i maj',
  smallBelow: 5,
  lang: 'sv',
}
const question = { fromOn: date('2025-07-01'), untilOn: date('2026-07-01'), on: date('2026-06-30'), by: [] }
const section: Section = {
  asked: { name: 'half-year', question },
  title: 'Halvåret',
  below: 'Det som redovisas.',
  charts: [
    {
      kind: 'bars',
      title: 'Nådda per enhet',
      heading: 'Var',
      categories: ['Väst', 'Öst #let x = [*_`$@<>'],
      series: [{ label: 'ungdomar', values: [12, '..'] }],
    },
  ],
  tables: [
    {
      caption: 'Hela kommunen',
      columns: ['Vad', 'Antal'],
      rows: [
        ['Omfattades "alla"', 1234],
        ['Nya #panic()', '..'],
        ['Andel', '12,5 %'],
      ],
    },
  ],
}

describe('a report on paper', () => {
  let pdf: Uint8Array
  beforeAll(() => {
    pdf = pdfOf(reportMarkup(paper, [section]))
  })

  it('is tagged, with its title and language', () => {
    const info = infoOf(pdf)
    expect([info.get('Tagged'), info.get('Title'), info.get('Page size')?.includes('A4')]).toEqual([
      'yes',
      'Läsårsrapport 2025/26, Provstad',
      true,
    ])
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (sv)')
  })

  it('has headings in order, tables with headings of columns, and pictures with words', () => {
    const structure = structureOf(pdf)
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'THead', 'TH', 'TD', 'Figure', 'L', 'LI'])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    expect(opened(pdf).toUpperCase()).toContain(inPdf('Nådda per enhet').slice(4))
  })

  it('shows what was written, whatever signs it has, and how it was counted', () => {
    const text = textOf(pdf).replaceAll('\u00A0', ' ')
    for (const said of ['Provstad', 'Omfattades "alla"', '1 234', 'Nya #panic()', 'Så har det räknats', 'Till nämnden i maj', 'Sida 1 / 2'])
      expect(text).toContain(said)
  })

  it('is the same bytes each time', () => expect(Buffer.from(pdfOf(reportMarkup(paper, [section]))).equals(Buffer.from(pdf))).toBe(true))

  it('speaks the language of the page', () => {
    const english = pdfOf(reportMarkup({ ...paper, lang: 'en' }, [section]))
    expect(Buffer.from(english).toString('latin1')).toContain('/Lang (en)')
    expect(textOf(english)).toContain('How it was counted')
  })
})
