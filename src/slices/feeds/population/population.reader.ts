/** Reads population register files: decoding as declared, structure, record by record (FEEDS.md 1). */
import { basename } from 'node:path'
import { Refused } from '../../../platform/failure.ts'
import { headOf, mustBeFile, textOf } from '../../../platform/text-file.ts'
import type { Problem, ReadContext } from '../feeds.types.ts'
import { xmlRecords } from '../xml-tree.ts'
import { parsePost, type PopulationRecord } from './population.parser.ts'
import { navetRoot } from './population.structure.ts'

/** The encoding an XML file declares. Only UTF-8 and ISO-8859-1 are agreed on. */
export async function declaredEncoding(path: string): Promise<'utf-8' | 'latin1'> {
  const head = (await headOf(path, 256)).toString('latin1')
  const declared = /^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  if (declared === 'utf-8' || declared === 'utf8') return 'utf-8'
  if (declared === 'iso-8859-1' || declared === 'latin1') return 'latin1'
  throw new Refused(`${basename(path)} är kodad som ${declared}. Bara UTF-8 och ISO-8859-1 kan läsas; inget är inläst.`)
}

export type ReadRecord = { readonly record: PopulationRecord | null; readonly problems: readonly Problem[] }

/** All records of the files in order, in batches. @throws Refused when a file cannot be read as the register's XML */
export async function* readPopulation(paths: readonly string[], context: ReadContext): AsyncGenerator<ReadRecord[]> {
  for (const path of paths) {
    mustBeFile(path)
    const name = basename(path)
    const shape = { root: navetRoot.name, rule: navetRoot.rule, record: 'Folkbokforingspost', noun: name }
    let post = 0
    for await (const batch of xmlRecords(textOf(path, await declaredEncoding(path)), shape)) {
      yield batch.map((element) => parsePost(element, `${name}, post ${++post}`, context))
    }
  }
}
