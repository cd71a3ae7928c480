/** The plan on paper: what stands on it, that it is tagged, and that the note fits a pocket. */
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { pageCount } from '../../platform/pdf-pages.ts'
import { pdfOf } from '../../platform/pdf.ts'
import { aContent, aStep } from './plans.testbed.ts'
import type { Plan } from './plans.types.ts'
import { notePdf, planMarkup, type PlanPrinting } from './print-page.ts'

const printing: PlanPrinting = { name: 'Synlig Provsson', lang: 'sv', place: 'Provstad', on: date('2026-12-01') }
const followUp = (on: string, of: Partial<Plan['followUps'][number]> = {}): Plan['followUps'][number] => ({
  followUpId: on,
  on: date(on),
  state: 'planned',
  movedFrom: null,
  closedOn: null,
  outcome: null,
  reason: null,
  note: '',
  by: null,
  ...of,
})
const aPlan = (of: Partial<Plan> = {}): Plan => ({
  ...aContent(),
  planId: 'x',
  personId: 1,
  openedOn: date('2026-11-20'),
  endedOn: null,
  status: 'agreed',
  version: 3,
  savedAt: '2026-11-20T10:00',
  savedBy: 'Anna Prov',
  endReason: null,
  endNote: '',
  followUps: [followUp('2026-12-08'), followUp('2026-11-25', { state: 'done', outcome: 'slow', note: 'Internt' })],
  acknowledgement: null,
  asksForAcknowledgement: true,
  ...of,
})

describe('A4', () => {
  it('has the goal, all three columns, the days, and a line to sign; nothing that we noted', () => {
    const markup = planMarkup(aPlan(), printing)
    for (const text of [
      'Börja på en utbildning i januari',
      'Ringa skolan',
      'Boka tid hos studievägledaren',
      'Lärcentrum',
      '8 december 2026',
      'Namn och dag',
      'Synlig Provsson',
    ])
      expect(markup).toContain(text)
    expect(markup).not.toContain('Internt')
    expect(markup).not.toContain('25 november')
  })

  it('is a tagged document in the language of the page', () => {
    const bytes = pdfOf(planMarkup(aPlan(), { ...printing, lang: 'en' }))
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('/StructTreeRoot')
    expect(text).toContain('/Lang (en)')
    expect(pageCount(bytes)).toBe(1)
  })

  it('says when it is a draft, and when it is acknowledged needs no line', () => {
    expect(planMarkup(aPlan({ status: 'draft' }), printing)).toContain('inte överenskommen')
    const acknowledgement = { version: 3, how: 'paper', at: '2026-11-21T10:00', by: 'Anna Prov' } as const
    const markup = planMarkup(aPlan({ acknowledgement, asksForAcknowledgement: false }), printing)
    expect(markup).toContain('Kvitterad: version 3, 21 november 2026.')
    expect(markup).not.toContain('Namn och dag')
  })

  it('shows signs of markup as they were written', () => {
    expect(pageCount(pdfOf(planMarkup(aPlan({ goal: '#let x = [*_`$@<>\n= Rubrik' }), printing)))).toBe(1)
  })
})

describe('the small note', () => {
  it('is one A6 page for what is usual, and for ten long steps on as few as it takes', () => {
    expect(pageCount(notePdf(aPlan(), printing))).toBe(1)
    const usual = Array.from({ length: 6 }, (_, n) => aStep({ text: `Steg ${n}: ringa vägledaren och boka en tid som passar` }))
    expect(pageCount(notePdf(aPlan({ steps: usual }), printing))).toBe(1)
    const most = Array.from({ length: 10 }, () => aStep({ text: 'ett långt steg '.repeat(13).trim() }))
    expect(pageCount(notePdf(aPlan({ goal: 'mål '.repeat(120).trim(), steps: most }), printing))).toBeLessThanOrEqual(2)
  })

  it('is the size of a postcard', () => {
    expect(Buffer.from(notePdf(aPlan(), printing)).toString('latin1')).toMatch(/\/MediaBox \[0 0 297\.\d+ 419\.\d+\]/)
  })
})
