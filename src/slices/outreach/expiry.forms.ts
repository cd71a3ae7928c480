/** What the desk's form sends: ticked rows, with what each was made from, and who says so. */
import { z } from 'zod'
import { choiceField, manyField } from '../../platform/form.ts'
import { expiryGroups, type ExpiryView, type TickedExpiry } from './expiry.types.ts'
import { occupationSources } from './occupation.types.ts'

const uuid = '[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}'
const tickedText = new RegExp(`^(${uuid}):(${uuid}):(${uuid})?$`)

/** A ticked row as its box sends it. */
export const tickedValue = ({ subjectId, occupationId, answerId }: TickedExpiry): string => `${subjectId}:${occupationId}:${answerId ?? ''}`

function parseTicked(text: string, context: z.RefinementCtx): TickedExpiry {
  const [, subjectId, occupationId, answerId] = tickedText.exec(text) ?? []
  if (subjectId !== undefined && occupationId !== undefined) return { subjectId, occupationId, answerId: answerId ?? null }
  context.addIssue({ code: 'custom', message: 'unknown-choice' })
  return z.NEVER
}

const pageNumber = z
  .string()
  .default('1')
  .transform((text) => Math.min(Math.max(1, Math.trunc(Number(text)) || 1), 10_000))

export const confirmManyForm = z
  .strictObject({
    row: manyField.pipe(z.array(z.string().transform(parseTicked)).max(200, 'too-long')),
    source: z.union([z.literal('').transform(() => null), choiceField(occupationSources)], { error: 'unknown-choice' }).default(null),
    group: choiceField(expiryGroups),
    mine: z.enum(['', 'ja']).default(''),
    page: pageNumber,
  })
  .refine(({ row }) => row.length > 0, { path: ['row'], error: 'tick-one' })
  .refine(({ row, source }) => source !== null || row.every(({ answerId }) => answerId !== null), { path: ['source'], error: 'say-who' })
export type ConfirmManyForm = z.infer<typeof confirmManyForm>

const words = { expiring: '', lapsed: 'utgangna', watched: 'bevakade' } as const

/** The page of the desk that an address asks for. */
export const viewFrom = (query: URLSearchParams): ExpiryView => ({
  group: expiryGroups.find((group) => words[group] === (query.get('visa') ?? '')) ?? 'expiring',
  mine: query.get('mina') === 'ja',
  page: pageNumber.parse(query.get('sida') ?? '1'),
})

/** Where a page of the desk is. */
export function expiryPath({ group, mine, page }: ExpiryView): string {
  const query = [words[group] === '' ? '' : `visa=${words[group]}`, mine ? 'mina=ja' : '', page > 1 ? `sida=${page}` : '']
  const said = query.filter((part) => part !== '').join('&')
  return `/sysselsattning${said === '' ? '' : `?${said}`}`
}
