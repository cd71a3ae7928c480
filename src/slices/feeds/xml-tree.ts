/**
 * Streams an XML document against a structure (see `population.structure`), and hands over one record at a time as a small
 * tree of texts. Nothing of the document is kept but the record being read. `saxes` reads XML strictly and resolves no entity
 * that a document defines, so neither external files nor entity bombs reach us.
 */
import { SaxesParser } from 'saxes'
import { Refused } from '../../platform/failure.ts'
import type { ElementRule } from './population/population.structure.ts'

/** An element of a record: its text when it has no children, else its children by name. */
export type Element = { readonly text: string; readonly children: ReadonlyMap<string, Element[]> }

type Open = {
  name: string
  rule: ElementRule
  counts: Map<string, number>
  element: { text: string; children: Map<string, Element[]> } | null
}

const noText: ElementRule = { opaque: true }

export type XmlShape = { readonly root: string; readonly rule: ElementRule; readonly record: string; readonly noun: string }

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

class StructureReader {
  readonly #shape: XmlShape
  readonly #stack: Open[] = []
  readonly records: Element[] = []
  readonly parser = new SaxesParser({ xmlns: false, position: true })

  constructor(shape: XmlShape) {
    this.#shape = shape
    this.parser.on('error', (error) => this.refuse(`är inte välformad XML (${error.message.replace(/^\d+:\d+: /, '')})`))
    this.parser.on('opentag', ({ name }) => this.#opened(localName(name)))
    this.parser.on('closetag', () => this.#closed())
    this.parser.on('text', (text) => this.#text(text))
    this.parser.on('cdata', (text) => this.#text(text))
  }

  refuse(why: string): never {
    throw new Refused(`${this.#shape.noun} ${why}, rad ${this.parser.line}. Inget är inläst.`)
  }

  #opened(name: string): void {
    const parent = this.#stack.at(-1)
    const rule = parent === undefined ? this.#rootRule(name) : this.#childRule(parent, name)
    const collects = name === this.#shape.record || (parent?.element ?? null) !== null
    this.#stack.push({
      name,
      rule,
      counts: new Map(),
      element: collects && rule.opaque !== true ? { text: '', children: new Map() } : null,
    })
  }

  #rootRule(name: string): ElementRule {
    if (name !== this.#shape.root) this.refuse(`börjar med <${name}> i stället för <${this.#shape.root}>`)
    return this.#shape.rule
  }

  #childRule(parent: Open, name: string): ElementRule {
    if (parent.rule.opaque === true) return noText
    const known = parent.rule.children ?? {}
    const child = Object.hasOwn(known, name) ? known[name] : undefined
    if (child === undefined) this.refuse(`har <${name}> i <${parent.name}>, där det inte hör hemma`)
    const count = (parent.counts.get(name) ?? 0) + 1
    parent.counts.set(name, count)
    if (count > child[2]) this.refuse(`har <${name}> fler än ${child[2]} gång i <${parent.name}>`)
    return child[0]
  }

  #text(text: string): void {
    const open = this.#stack.at(-1)
    if (open === undefined || open.rule.opaque === true) return
    if (open.rule.children === undefined) {
      if (open.element !== null) open.element.text += text
    } else if (text.trim() !== '') this.refuse(`har text direkt i <${open.name}>`)
  }

  #closed(): void {
    const open = this.#stack.pop()
    if (open === undefined) return
    const { rule, counts } = open
    for (const [name, [, min]] of Object.entries(rule.children ?? {})) {
      if (min > 0 && (counts.get(name) ?? 0) < min) this.refuse(`saknar <${name}> i <${open.name}>`)
    }
    if (rule.oneOf !== undefined && rule.oneOf.filter((name) => counts.has(name)).length !== 1) {
      this.refuse(`ska ha ett av ${rule.oneOf.map((name) => `<${name}>`).join(' och ')} i <${open.name}>`)
    }
    if (open.element !== null) this.#keep(open.name, open.element)
  }

  #keep(name: string, element: Element): void {
    if (name === this.#shape.record) return void this.records.push(element)
    const siblings = this.#stack.at(-1)?.element?.children
    const same = siblings?.get(name)
    if (same === undefined) siblings?.set(name, [element])
    else same.push(element)
  }
}

/**
 * The records of a document in order, in batches: one step between functions for each batch, not for each record.
 * @throws Refused when it is not well-formed or has another structure
 */
export async function* xmlRecords(chunks: AsyncIterable<string>, shape: XmlShape): AsyncGenerator<Element[]> {
  const reader = new StructureReader(shape)
  for await (const chunk of chunks) {
    reader.parser.write(chunk)
    if (reader.records.length > 0) yield reader.records.splice(0)
  }
  reader.parser.close()
  if (reader.records.length > 0) yield reader.records.splice(0)
}

/** The element down a path, or null. */
export function elementAt(from: Element, ...path: readonly string[]): Element | null {
  let element: Element | undefined = from
  for (const name of path) element = element?.children.get(name)?.[0]
  return element ?? null
}

/** The trimmed text down a path; empty when the element is not there. */
export const textAt = (from: Element, ...path: readonly string[]): string => elementAt(from, ...path)?.text.trim() ?? ''
