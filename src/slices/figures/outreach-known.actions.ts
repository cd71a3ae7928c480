/** The figures of outreach as they were known at an instant, for the command. */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { dateOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { lastDayToBegin } from '../ladder/index.ts'
import { outreachSettingsFrom } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import type { OutreachFigures } from './figures.actions.ts'
import { readFacts } from './facts.actions.ts'
import type { KnownAt } from './facts.types.ts'
import { byYouth, outreachFigures } from './figures.rules.ts'
import { listGroups } from './figures.store.ts'
import type { FigureQuestion } from './figures.types.ts'
import { outreachSource } from './outreach-known.rules.ts'
import { entryWait } from './waits.rules.ts'

type Asked = { readonly actor: string; readonly municipality: string; readonly today: PlainDate; readonly knownAt: KnownAt }

/** The groups of the figures; measures item by item are as they stand now, and left out. */
export const readOutreachKnownAt = (
  pool: Pool,
  { actor, municipality, today, knownAt }: Asked,
  question: FigureQuestion,
): Promise<Pick<OutreachFigures, 'question' | 'groups'>> =>
  inTransaction(pool, async (tx) => {
    const { ladder } = outreachSettingsFrom(await listSettings(tx, knownAt.work))
    const whole = { fromOn: question.fromOn, untilOn: question.untilOn, on: today, by: [] }
    const facts = await readFacts(tx, { municipality, knownAt, question: whole, needs: { contacts: 'period', studies: false } })
    const source = outreachSource(facts, question, today)
    const youths = byYouth(source.contacts)
    const entries = source.entries.map((entry) =>
      entryWait(entry, dateOf(lastDayToBegin(dayOf(entry.enteredOn), ladder)), youths.get(entry.personId) ?? []),
    )
    const { units, districts } = await listGroups(tx)
    const named = question.by === 'unit' ? units : districts
    const groups = outreachFigures({ ...source, entries }, question, today).map((group) => ({
      ...group,
      name: named.find(({ id }) => id === group.group)?.name ?? null,
    }))
    await writeAuditLine(tx, { actor, action: 'figures.outreach', detail: { ...question, knownAt } })
    return { question, groups }
  })
