/** What the return's commands tell, as text, as tables and as JSON. */
import {
  blocks,
  errorsAmong,
  mendAddress,
  returnTexts,
  type BrokenControl,
  type Delivery,
  type ReturnFile,
  type SinceDelivery,
  type YouthDiff,
} from '../slices/returns/index.ts'
import { table } from './terminal.ts'

const texts = returnTexts.sv

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`
/** How many are broken, in words. */
function brokenText(broken: readonly BrokenControl[]): string {
  const errors = errorsAmong(broken).length
  return `${errors} fel och ${many(broken.length - errors, 'varning', 'varningar')}`
}

/** The return in a few lines: counts, profile, and what is broken. */
export function summaryOf({ half, facts, built, broken, profile, origin, sha256 }: ReturnFile): string {
  const { youths, rows, blocks: of, leftOut, protected: hidden } = built.counts
  const source = origin === 'own' ? 'kommunens egen' : 'levererad'
  return [
    `Halvårsuppgiften ${half.key} för ${facts.municipality}: ${many(youths, 'ungdom', 'ungdomar')}, ${many(rows, 'rad', 'rader')}.`,
    ...(rows === 0 ? [texts.noRows] : []),
    ...blocks.map((block) => `  ${texts.blocks[block]}: ${of[block]}`),
    ...(hidden > 0 ? [`  Skyddade ungdomar i filen: ${hidden}`] : []),
    ...(leftOut > 0 ? [`  Skyddade ungdomar som profilen utelämnar: ${leftOut}`] : []),
    `Profil: ${source}, version ${profile.version}. ${profile.status === 'draft' ? texts.draft : texts.verified}`,
    `SHA-256: ${sha256}`,
    `Kontroller: ${brokenText(broken)}.`,
  ].join('\n')
}

/** The same for a program. */
export const asJson = ({ half, facts, built, broken, profile, origin, sha256, fileName }: ReturnFile): object => ({
  half: half.key,
  municipality: facts.municipality,
  fileName,
  sha256,
  profile: { origin, version: profile.version, status: profile.status },
  counts: built.counts,
  errors: errorsAmong(broken).length,
  warnings: broken.length - errorsAmong(broken).length,
  uncoded: built.uncoded,
})

export const brokenColumns = ['Nivå', 'Kontroll', 'Nummer', 'Block', 'Fält', 'Dag', 'Att göra', 'Rättas på'] as const

/** The broken controls as rows, errors first. */
export function brokenRows({ broken, facts }: ReturnFile): string[][] {
  const numbers = new Map(facts.youths.map(({ personId, number }) => [personId, number]))
  return broken
    .toSorted((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0))
    .map((one) => [
      texts.levels[one.level],
      texts.controls[one.control].is,
      numbers.get(one.personId) ?? '',
      texts.blocks[one.block],
      texts.fields[one.field],
      one.on,
      texts.controls[one.control].todo,
      mendAddress(one, facts.half.key),
    ])
}

/** The broken controls for a program: whose by the random subject id, and the address where each is mended. */
export const brokenJson = ({ broken, half }: ReturnFile): object[] =>
  broken.map((one) => {
    const { control, level, block, field, subjectId, refId, on } = one
    return { control, level, block, field, subjectId, refId, on, address: mendAddress(one, half.key) }
  })

export const brokenTable = (file: ReturnFile): string => table(brokenColumns, brokenRows(file))

/** A delivery in a line. */
export function deliveryText({ nth, half, at, byName, counts, sha256, receipt }: Delivery): string {
  const received = receipt === null ? 'utan kvittens' : `kvittens ${receipt.number}`
  return `leverans ${nth} av ${half}, ${at}, ${byName}, ${many(counts.rows, 'rad', 'rader')}, ${received}, SHA-256 ${sha256}`
}

const whyText = ({ why }: YouthDiff): string =>
  why.length === 0 ? texts.nothingOfTheirOwn : why.map(({ kind, how }) => `${texts.how[how]}: ${texts.kinds[kind]}`).join('; ')

export const diffColumns = ['Nummer', 'Block', 'Vad', 'Före', 'Efter', 'Varför'] as const

/** The difference row by row: what is added, gone or changed, with the cells that differ. */
export const diffRows = ({ diff }: SinceDelivery): string[][] =>
  diff.youths.flatMap((youth) =>
    youth.changes.map(({ block, before, after, fields }) => {
      const cells = (record: typeof before): string =>
        record === null
          ? ''
          : [record.on, ...fields.map((field) => `${texts.fields[field]} ${record.cells[field] ?? ''}`.trim())].join(', ')
      const what = before === null ? 'ny rad' : after === null ? 'borta' : 'ändrad'
      return [youth.number ?? '', texts.blocks[block], what, cells(before), cells(after), whyText(youth)]
    }),
  )

/** The difference in words, with its rows. */
export function diffText(since: SinceDelivery): string {
  const { delivery, diff, isSame, profileChanged, settingsChanged, catalogueChanged } = since
  const { added, gone, changed } = diff
  const head = `Sedan ${deliveryText(delivery)}:`
  const also = [
    ...(profileChanged ? ['Profilen är en annan än den som levererades med.'] : []),
    ...(settingsChanged ? ['Inställningarna för vem som omfattas är ändrade.'] : []),
    ...(catalogueChanged ? ['Katalogen över insatser är ändrad.'] : []),
  ]
  if (isSame) return `${head}\ninget är ändrat. Filen skulle bli densamma.\n`
  const counts = `${many(added, 'ny rad', 'nya rader')}, ${gone} borta, ${many(changed, 'ändrad', 'ändrade')}.`
  return `${[head, counts, ...also].join('\n')}\n${table(diffColumns, diffRows(since))}\n${texts.replaces}\n`
}

/** The difference for a program: counts and reasons; whose it is as the random subject id. */
export const diffJson = ({ delivery, diff, ...flags }: SinceDelivery): object => ({
  half: delivery.half,
  delivery: delivery.nth,
  added: diff.added,
  gone: diff.gone,
  changed: diff.changed,
  ...flags,
  youths: diff.youths.map(({ subjectId, changes, why }) => ({
    subjectId,
    why,
    changes: changes.map(({ block, before, after, fields }) => ({ block, before: before?.on ?? null, after: after?.on ?? null, fields })),
  })),
})
