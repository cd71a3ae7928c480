/** The template as a form: fields that say which part they are of, empty rows for more, and back again. */
import type { TypedFields } from '../people/particulars.views.tsx'
import { mostSections } from './template.rules.ts'
import type { Template, TemplateSection } from './talks.types.ts'

const numbers = Array.from({ length: mostSections }, (_, at) => at + 1)
const parts = ['Sv', 'En', 'HintSv', 'HintEn'] as const

/** The fields of a template. Parts count from one. */
export const templateFields = ({ sections }: Template): Readonly<Record<string, string>> =>
  Object.fromEntries(
    sections.flatMap(({ key, sv, en, hintSv, hintEn, perArea, required }, at) => {
      const field = `section${at + 1}`
      return [
        [`${field}Key`, key],
        [`${field}Sv`, sv],
        [`${field}En`, en],
        [`${field}HintSv`, hintSv],
        [`${field}HintEn`, hintEn],
        [`${field}PerArea`, perArea ? 'ja' : ''],
        [`${field}Required`, required ? 'ja' : ''],
      ]
    }),
  )

const isWritten = (typed: TypedFields, n: number): boolean => parts.some((part) => typed(`section${n}${part}`).trim() !== '')

/** How many rows have something in them. */
export const sectionsIn = (typed: TypedFields): number =>
  numbers.findLast((n) => isWritten(typed, n) || typed(`section${n}Key`) !== '') ?? 0

/** A key that no version has had: texts of another part are never taken for texts of this. */
function newKey(taken: Set<string>): string {
  const n = Array.from({ length: taken.size + 1 }, (_, at) => at + 1).find((one) => !taken.has(`part${one}`)) ?? taken.size + 1
  taken.add(`part${n}`)
  return `part${n}`
}

type Written = {
  readonly template: Template
  /** From the row that the rules name to the row of the form. */
  readonly places: ReadonlyMap<string, string>
}

/** The template that the form says: rows that are empty or ticked away are left out. `used`: keys that any version has had. */
export function templateFrom(typed: TypedFields, used: readonly string[]): Written {
  const [taken, places] = [new Set(used), new Map<string, string>()]
  const kept = numbers.filter((n) => typed(`section${n}Remove`) === '' && (isWritten(typed, n) || typed(`section${n}Key`) !== ''))
  const sections = kept.map((n, at): TemplateSection => {
    const field = `section${n}`
    places.set(`section${at + 1}`, field)
    const text = (part: string): string => typed(`${field}${part}`).trim()
    return {
      key: typed(`${field}Key`) || newKey(taken),
      sv: text('Sv'),
      en: text('En'),
      hintSv: text('HintSv'),
      hintEn: text('HintEn'),
      perArea: typed(`${field}PerArea`) !== '',
      required: typed(`${field}Required`) !== '',
    }
  })
  return { template: { sections }, places }
}

/** Where the rules' field is in the form. */
export function placeOf(field: string, places: ReadonlyMap<string, string>): string {
  const found = /^(section\d+)(.*)$/.exec(field)
  // The key is nobody's to write: what is wrong with it is told at the heading.
  return found === null ? 'section1Sv' : `${places.get(found[1] ?? '') ?? found[1]}${found[2] === 'Key' ? 'Sv' : found[2]}`
}
