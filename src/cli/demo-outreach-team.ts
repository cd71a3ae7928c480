/** More of the demo's daily work: searches for numbers, languages that youths asked for, and a colleague who is away. */
import { inTransaction } from '../platform/db/tx.ts'
import { setAbsence } from '../slices/cover/index.ts'
import { saveLanguage } from '../slices/messaging/index.ts'
import { searchFound, searchInVain } from '../slices/outreach/index.ts'
import { colleague, everybody, freeMobiles, workingDay, type Colleague, type Desk } from './demo-outreach-desk.ts'

type Step = 'school' | 'unit' | 'field' | 'lookup' | 'social'

/** For each youth where it was searched in vain, and where something was found in the end. */
const searches: readonly { readonly inVain: readonly Step[]; readonly found: Step | null; readonly kind: 'phone' | 'email' }[] = [
  { inVain: ['lookup', 'social'], found: 'school', kind: 'phone' },
  { inVain: ['school'], found: 'unit', kind: 'phone' },
  { inVain: ['lookup'], found: 'school', kind: 'email' },
  { inVain: [], found: 'lookup', kind: 'phone' },
  { inVain: ['school', 'lookup'], found: null, kind: 'phone' },
  { inVain: ['lookup'], found: null, kind: 'phone' },
  { inVain: ['school', 'unit', 'field', 'lookup', 'social'], found: null, kind: 'phone' },
]

/** Searches of the last weeks by Amina and Per: some gave a number, some nothing, and one has nothing left to try. */
export async function searchNumbers({ place, today, pickSome }: Desk): Promise<void> {
  const { pool, code } = place
  const seekers: readonly Colleague[] = [await colleague(pool, 'amina'), await colleague(pool, 'per')]
  const free = await inTransaction(pool, freeMobiles)
  const youths = await pickSome({ steps: ['furtherLetter', 'letter'], phone: 'lacks' }, searches.length)
  for (const [nth, { subjectId }] of youths.entries()) {
    const [one, seeker] = [searches[nth], seekers[nth % seekers.length]]
    if (one === undefined || seeker === undefined) return
    const now = { on: workingDay(today, -2 - nth), minute: 10 * 60 }
    const logger = { pool, code, scope: everybody, staffId: seeker.id, name: seeker.name, now }
    for (const step of one.inVain) await searchInVain(logger, subjectId, step)
    const value = one.kind === 'email' ? `ungdom${nth}@example.com` : free[nth]
    if (one.found !== null && value !== undefined) await searchFound(logger, subjectId, one.found, { kind: one.kind, value })
  }
}

/** Three who are written to in another language: letters in it wait until somebody has proofread them. */
export async function askForLanguages({ place: { pool }, pickSome }: Desk): Promise<void> {
  const amina = await colleague(pool, 'amina')
  const youths = await pickSome({ steps: ['furtherLetter'], isDue: true }, 3)
  await inTransaction(pool, async (tx) => {
    for (const [nth, { id }] of youths.entries()) await saveLanguage(tx, id, (['en', 'so', 'ar'] as const)[nth] ?? 'en', amina.id)
  })
}

/** Per is away for some days, and Erik stands in. */
export async function goAway({ place: { pool }, today }: Desk): Promise<void> {
  const [per, erik, amina] = [await colleague(pool, 'per'), await colleague(pool, 'erik'), await colleague(pool, 'amina')]
  const days = { fromOn: workingDay(today, -1), untilOn: workingDay(today, 4) }
  await setAbsence(pool, { staffId: amina.id, mayEdit: true, units: null }, { staffId: per.id, substituteId: erik.id, ...days }, today)
}
