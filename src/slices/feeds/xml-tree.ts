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

/** A rule made ready for asking: maps instead of objects, and what must be there as a list. */
type Ready = {
  readonly children: ReadonlyMap<string, { readonly rule: Ready; readonly max: number }> | null
  readonly required: readonly string[]
  readonly oneOf: readonly string[] | null
  readonly isOpaque: boolean
}

const noChildren: ReadonlyMap<string, Element[]> = new Map()
const anything: Ready = { children: null, required: [], oneOf: null, isOpaque: true }

/** Each rule is made ready once, however many places of the structure it stands in. */
function madeReady(rule: ElementRule, done = new Map<ElementRule, Ready>()): Ready {
  const before = done.get(rule)
  if (before !== undefined) return before
  const entries = Object.entries(rule.children ?? {})
  const children = rule.children && new Map(entries.map(([name, [child, , max]]) => [name, { rule: madeReady(child, done), max }]))
  const required = entries.filter(([, [, min]]) => min > 0).map(([name]) => name)
  const ready = { children: children ?? null, required, oneOf: rule.oneOf ?? null, isOpaque: rule.opaque === true }
  done.set(rule, ready)
  return ready
}

/** An element of a record while it is open. Most are leaves: their maps are made only when a child comes. */
type Growing = { text: string; children: Map<string, Element[]> | null }
type Open = { readonly name: string; readonly rule: Ready; counts: Map<string, number> | null; readonly element: Growing | null }

export type XmlShape = { readonly root: string; readonly rule: ElementRule; readonly record: string; readonly noun: string }

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

class StructureReader {
  readonly #shape: XmlShape
  readonly #rule: Ready
  readonly #stack: Open[] = []
  readonly records: Element[] = []
  readonly parser = new SaxesParser({ xmlns: false, position: true })

  constructor(shape: XmlShape) {
    this.#shape = shape
    this.#rule = madeReady(shape.rule)
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
    const isKept = !rule.isOpaque && (name === this.#shape.record || (parent?.element ?? null) !== null)
    this.#stack.push({ name, rule, counts: null, element: isKept ? { text: '', children: null } : null })
  }

  #rootRule(name: string): Ready {
    if (name !== this.#shape.root) this.refuse(`börjar med <${name}> i stället för <${this.#shape.root}>`)
    return this.#rule
  }

  #childRule(parent: Open, name: string): Ready {
    if (parent.rule.isOpaque) return anything
    const child = parent.rule.children?.get(name)
    if (child === undefined) this.refuse(`har <${name}> i <${parent.name}>, där det inte hör hemma`)
    parent.counts ??= new Map()
    const count = (parent.counts.get(name) ?? 0) + 1
    parent.counts.set(name, count)
    if (count > child.max) this.refuse(`har <${name}> fler än ${child.max} gång i <${parent.name}>`)
    return child.rule
  }

  #text(text: string): void {
    const open = this.#stack.at(-1)
    if (open === undefined || open.rule.isOpaque) return
    if (open.rule.children === null) {
      if (open.element !== null) open.element.text += text
    } else if (text.trim() !== '') this.refuse(`har text direkt i <${open.name}>`)
  }

  #closed(): void {
    const open = this.#stack.pop()
    if (open === undefined) return
    const { name, rule, counts, element } = open
    for (const wanted of rule.required) if (counts?.has(wanted) !== true) this.refuse(`saknar <${wanted}> i <${name}>`)
    if (rule.oneOf !== null && rule.oneOf.filter((one) => counts?.has(one) === true).length !== 1) {
      this.refuse(`ska ha ett av ${rule.oneOf.map((one) => `<${one}>`).join(' och ')} i <${name}>`)
    }
    if (element !== null) this.#keep(name, { text: element.text, children: element.children ?? noChildren })
  }

  #keep(name: string, element: Element): void {
    if (name === this.#shape.record) return void this.records.push(element)
    const parent = this.#stack.at(-1)?.element
    if (parent === null || parent === undefined) return
    parent.children ??= new Map()
    const same = parent.children.get(name)
    if (same === undefined) parent.children.set(name, [element])
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
