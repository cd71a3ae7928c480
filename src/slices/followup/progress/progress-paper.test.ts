/** A youth's follow-up on paper, as a reader that is not Typst sees it: tags, language, headings of tables, words for pictures. */
import { beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { inPdf, infoOf, opened, structureOf, textOf } from '../../../platform/pdf.testbed.ts'
import { pdfOf } from '../../../platform/pdf.ts'
import { nothing } from '../due/walk.testbed.ts'
import { aFollowUp, aJudgement, anAssessment, aRating } from '../followup.testbed.ts'
import { progressMarkup, type ProgressPaper } from './progress-paper.ts'
import { progressOf } from './progress.rules.ts'

const history = {
  ...nothing,
  assessments: [anAssessment('2026-09-20', { health: 850, housing: 1500 })],
  signals: [aFollowUp('health', '2026-10-01')],
  ratings: [aRating('2026-10-02', { health: 800 }), aRating('2026-10-03', { health: 900 })],
  judgements: [{ ...aJudgement('health', '2026-11-01', 'up'), ground: 'Sover bättre #panic() <*_`$@>' }],
}
const paper: ProgressPaper = {
  youth: { givenName: 'Prov', familyName: 'Hemligsson', number: '200803142380' },
  unit: 'Provhuset',
  progress: progressOf(history, { firstOn: date('2026-09-01'), lastOn: date('2026-11-26') }, ['authority']),
  place: 'Provstad',
  on: date('2026-11-26'),
  lang: 'sv',
}

describe('a follow-up on paper', () => {
  let pdf: Uint8Array
  beforeAll(() => {
    pdf = pdfOf(progressMarkup(paper))
  })

  it('is tagged, in its language, with a title that names nobody', () => {
    const info = infoOf(pdf)
    expect([info.get('Tagged'), info.get('Title')]).toEqual(['yes', 'Riktad uppföljning, Provstad'])
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (sv)')
  })

  it('has headings in order, tables with headings of columns, and a picture with words for each area', () => {
    const structure = structureOf(pdf)
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'THead', 'TH', 'TD', 'Figure'])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    expect(structure.match(/^\s*Figure\b/gm)).toHaveLength(5)
    expect(opened(pdf).toUpperCase()).toContain(inPdf('Hälsa. Bedömningar: 1.').slice(4))
  })

  it('says whose it is, what happened with its ground, and which days lack a rating', () => {
    const text = textOf(pdf).replaceAll(/\s+/g, ' ')
    for (const said of [
      'Prov Hemligsson',
      '20080314-2380',
      'Bor på Provhuset',
      '8,5, under gränsen',
      'Sover bättre #panic() <*_`$@>',
      '28: 4, 5, 6',
    ])
      expect(text).toContain(said)
  })

  it('is the same bytes each time, and speaks the language of the page', () => {
    expect(Buffer.from(pdfOf(progressMarkup(paper))).equals(Buffer.from(pdf))).toBe(true)
    expect(textOf(pdfOf(progressMarkup({ ...paper, lang: 'en' })))).toContain('What has happened')
  })
})
