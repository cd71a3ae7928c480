/** The pages that we count are those that poppler counts. */
import { describe, expect, it } from 'vitest'
import { pageCount } from './pdf-pages.ts'
import { documentSetUp, paragraphs } from './pdf-page.ts'
import { infoOf } from './pdf.testbed.ts'
import { mergedPdf } from './pdf.ts'

describe('pages', () => {
  it.each([1, 2, 9, 40])('of a document of %i are as many as another reader finds', (pages) => {
    const parts = Array.from({ length: pages }, (_, nth) => paragraphs(`Sida ${nth}`))
    const pdf = mergedPdf(documentSetUp({ title: 'Prov', language: 'sv' }), parts)
    expect(pageCount(pdf)).toBe(pages)
    expect(infoOf(pdf).get('Pages')).toBe(String(pages))
  })

  it('are not counted in what is no document', () => {
    expect(() => pageCount(new TextEncoder().encode('%PDF-1.7 inget'))).toThrow('no page tree')
  })
})
