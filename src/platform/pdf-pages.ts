/** How many pages a document has (ISO 32000-2, 7.7.3.2): the root of its page tree counts them all. */
const treeNode = /\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g

/** The pages of a PDF that Typst made: its page tree lies open. @throws when there is none: that is no such document */
export function pageCount(pdf: Uint8Array): number {
  const counts = [...Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1').matchAll(treeNode)].map(([, n]) =>
    Number(n),
  )
  if (counts.length === 0) throw new Error('the document has no page tree')
  return Math.max(...counts)
}
