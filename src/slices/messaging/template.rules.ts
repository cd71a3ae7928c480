/** Texts with fields, as templates write them: `{{name}}`, `## ` before a heading, `- ` before an item of a list. */

/** A piece of a body. A paragraph keeps its line ends. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

const field = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names of the fields in the text, each once, in the order they stand. */
export const fieldsIn = (text: string): string[] => [...new Set([...text.matchAll(field)].map(([, name]) => name ?? ''))]

/** The text without its fields: what whoever wrote it has said. */
export const withoutFields = (text: string): string => text.replaceAll(field, ' ')

/** Whether a brace stands outside any field: somebody meant a field and missed it. */
export const hasLooseBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replaceAll(field, ''))

/** The text with each field's value in its place. What is no value of a field stands as it is. */
export const filled = (text: string, valueOf: (name: string) => string): string =>
  text.replaceAll(field, (_, name: string) => valueOf(name))

type Line = { readonly kind: Block['kind']; readonly text: string }

function lineOf(line: string): Line {
  if (line.startsWith('## ')) return { kind: 'heading', text: line.slice(3).trim() }
  if (line.startsWith('- ')) return { kind: 'list', text: line.slice(2).trim() }
  return { kind: 'paragraph', text: line }
}

const blockOf = (kind: Block['kind'], lines: readonly string[]): Block =>
  kind === 'list' ? { kind, items: lines } : { kind, text: lines.join('\n') }

/** Lines that stand together, as blocks: a heading is one line, items and lines of a paragraph that follow each other are one. */
function blocksOfPart(part: string): Block[] {
  const blocks: Block[] = []
  let open: { readonly kind: Block['kind']; readonly lines: string[] } | null = null
  for (const line of part.split('\n').map((one) => lineOf(one.trim()))) {
    if (open !== null && open.kind === line.kind && line.kind !== 'heading') {
      open.lines.push(line.text)
      continue
    }
    if (open !== null) blocks.push(blockOf(open.kind, open.lines))
    open = { kind: line.kind, lines: [line.text] }
  }
  return open === null ? blocks : [...blocks, blockOf(open.kind, open.lines)]
}

/** The pieces of a body. Fields are put in afterwards, block by block, so that a value never becomes a heading or an item. */
export const blocksOf = (body: string): Block[] =>
  body
    .trim()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .filter((part) => part.trim() !== '')
    .flatMap(blocksOfPart)

/** The block with each text changed. */
export const withTexts = (block: Block, change: (text: string) => string): Block =>
  block.kind === 'list' ? { ...block, items: block.items.map(change) } : { ...block, text: change(block.text) }

/** Every text of the block. */
export const textsOf = (block: Block): readonly string[] => (block.kind === 'list' ? block.items : [block.text])
