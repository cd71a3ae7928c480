/** The demo's youth employments: proposed, decided in rounds of the personnel group, and gone through stage by stage. */
import { inTransaction } from '../platform/db/tx.ts'
import type { Occupation } from '../slices/ladder/index.ts'
import { beginStage, closeRound, decide, endMeasure, interruptStage, openRound, type DecisionOutcome } from '../slices/measures/index.ts'
import { talked, type Case, type Cases } from './demo-cases.ts'
import { measured, writerOn } from './demo-measures.ts'
import { colleague, everybody } from './demo-outreach-desk.ts'
import { asOf } from './demo-past.ts'

/** A stage begun so many working days from today; `stopped`: interrupted, and the measure with it where an occupation is told. */
type Stage = {
  readonly key: 'preparation' | 'matching' | 'practice' | 'employment'
  readonly on: number
  readonly stopped?: { readonly on: number; readonly reason: string; readonly ends?: Occupation }
}

/** Days are working days from today. `decided` null: it waits for the personnel group. */
type Placement = {
  readonly of: string
  readonly proposed: number
  readonly from: number
  readonly note: string
  readonly decided: { readonly on: number; readonly outcome: DecisionOutcome; readonly ground: string } | null
  readonly stages?: readonly Stage[]
  readonly completed?: { readonly on: number; readonly after: Occupation }
}

const yes = (on: number, ground: string) => ({ on, outcome: 'approved', ground }) as const

const placements: readonly Placement[] = [
  {
    of: 'leila',
    proposed: -214,
    from: -206,
    note: 'Vill arbeta i kök.',
    decided: yes(-208, 'Ungdomen vill och platsen finns.'),
    stages: [
      { key: 'preparation', on: -206 },
      { key: 'practice', on: -201 },
      { key: 'employment', on: -170 },
    ],
    completed: { on: -40, after: 'work' },
  },
  {
    of: 'erik',
    proposed: -94,
    from: -88,
    note: 'Vill prova lager och truck.',
    decided: yes(-90, 'Har varit med på gruppaktiviteten och är redo för nästa steg.'),
    stages: [
      { key: 'preparation', on: -88 },
      { key: 'practice', on: -83 },
      { key: 'employment', on: -52 },
    ],
  },
  {
    of: 'leila',
    proposed: -93,
    from: -88,
    note: 'Vill arbeta på fritidsgård.',
    decided: yes(-90, 'Ungdomen vill och platsen finns.'),
    stages: [
      { key: 'preparation', on: -88 },
      { key: 'practice', on: -82, stopped: { on: -60, reason: 'studies', ends: 'studies' } },
    ],
  },
  {
    of: 'per',
    proposed: -60,
    from: -54,
    note: 'Vill arbeta ute.',
    decided: yes(-56, 'Parkgruppen kan ta emot från nästa vecka.'),
    stages: [
      { key: 'matching', on: -54 },
      { key: 'practice', on: -49, stopped: { on: -37, reason: 'attendance' } },
      { key: 'practice', on: -20 },
    ],
  },
  {
    of: 'erik',
    proposed: -33,
    from: -27,
    note: 'Vill arbeta med fordon.',
    decided: yes(-29, 'Verkstaden har en plats som passar.'),
    stages: [
      { key: 'matching', on: -27 },
      { key: 'practice', on: -19 },
    ],
  },
  {
    of: 'per',
    proposed: -32,
    from: -25,
    note: 'Vill gå direkt till anställning.',
    decided: { on: -29, outcome: 'refused', ground: 'Ungdomen vill läsa klart sin kurs först. Vi tar upp det igen till våren.' },
  },
  {
    of: 'amina',
    proposed: -9,
    from: -3,
    note: 'Vill prova butik.',
    decided: yes(-5, 'Ungdomen vill och platsen finns.'),
    stages: [{ key: 'preparation', on: -3 }],
  },
  {
    of: 'leila',
    proposed: -8,
    from: -2,
    note: 'Vet inte än vad det ska bli. Börjar med att titta på tre platser.',
    decided: yes(-5, 'Matchning först, praktik när platsen är klar.'),
    stages: [{ key: 'matching', on: -2 }],
  },
  { of: 'erik', proposed: -7, from: 6, note: 'Vill arbeta på förskola.', decided: yes(-5, 'Börjar när platsen är ledig.') },
  {
    of: 'amina',
    proposed: -10,
    from: 2,
    note: 'Vill arbeta i kök.',
    decided: { on: -5, outcome: 'postponed', ground: 'Köket svarar nästa vecka. Vi tar upp det igen då.' },
  },
  { of: 'erik', proposed: -3, from: 8, note: 'Vill prova lager.', decided: null },
]

/** A proposal that has been made. */
type Made = Placement & { readonly one: Case; readonly measureId: string }

async function propose({ place, at, take }: Cases, wanted: Placement): Promise<Made | null> {
  const { of, proposed, from, note } = wanted
  const one = await take({ of, since: at(proposed - 2) })
  if (one === null) return null
  await talked(place, one, { on: at(proposed - 1), time: '13:15' }, { occupation: 'none', department: 'labourMarket' })
  const fromOn = at(from) > (one.untilOn ?? '9999') ? at(proposed) : at(from)
  const measureId = await measured(place, one, { item: 'youthEmployment', fromOn, untilOn: null, note }, at(proposed))
  return measureId === null ? null : { ...wanted, one, measureId }
}

/** One round of the personnel group: Karin was there and writes, Amina and one more too. */
async function holdRound({ place, at }: Cases, on: number, made: readonly Made[]): Promise<void> {
  const { pool } = place
  const [karin, amina, leila] = [await colleague(pool, 'karin'), await colleague(pool, 'amina'), await colleague(pool, 'leila')]
  const reader = { pool, scope: everybody, staffId: karin.id, name: karin.name, unitId: null, isFresh: true, today: at(on) }
  await asOf(pool, { on: at(on), time: '09:40' }, async () => {
    const round = await openRound(reader, { heldOn: at(on), present: [karin.id, amina.id, leila.id] })
    if (!round.granted) return
    for (const { measureId, decided } of made) {
      if (decided === null) continue
      const { outcome, ground } = decided
      await decide(reader, { roundId: round.value, measureId, outcome, ground, kept: [] })
    }
    await closeRound(reader, round.value)
  })
}

/** The measure as a form that is sent now has seen it. */
async function seenNow({ place }: Cases, { one, measureId }: Made) {
  const [row] = await inTransaction(place.pool, (tx) =>
    tx.query<{ version: number }>('select version from measures.measure where measure_id = $1', [measureId]),
  )
  return { subjectId: one.subjectId, measureId, version: row?.version ?? 0 }
}

async function goThrough(cases: Cases, made: Made): Promise<void> {
  const { place, at } = cases
  const { one, stages = [], completed } = made
  const unsaid = { occupation: null, source: 'youth' } as const
  for (const { key, on, stopped } of stages) {
    const seen = await seenNow(cases, made)
    await asOf(place.pool, { on: at(on), time: '10:30' }, () => beginStage(writerOn(place, one, at(on)), seen, { key, fromOn: at(on) }))
    if (stopped === undefined) continue
    const again = await seenNow(cases, made)
    const { reason, ends } = stopped
    const wish = { ...unsaid, reason, endedOn: at(stopped.on), endsMeasure: ends !== undefined, occupation: ends ?? null }
    await asOf(place.pool, { on: at(stopped.on), time: '15:05' }, () => interruptStage(writerOn(place, one, at(stopped.on)), again, wish))
  }
  const last = stages.at(-1)
  if (completed === undefined) {
    // They see each other again: until then nobody has anything to do.
    if (last !== undefined && last.stopped === undefined)
      await talked(
        place,
        one,
        { on: at(Math.max(last.on, -6)), time: '15:40' },
        { nextStep: 'meet', nextOn: at(4 + (stages.length % 3) * 3) },
      )
    return
  }
  const { on, after } = completed
  const wish = { ...unsaid, endedOn: at(on), reason: 'completed', occupation: after }
  const seen = await seenNow(cases, made)
  await asOf(place.pool, { on: at(on), time: '14:20' }, () => endMeasure(writerOn(place, one, at(on)), seen, wish))
}

/** Youth employments in every stage: some decided on, one refused, one postponed, one that waits for its first round. */
export async function fillPlacements(cases: Cases): Promise<void> {
  const made: Made[] = []
  for (const wanted of placements) {
    const one = await propose(cases, wanted)
    if (one !== null) made.push(one)
  }
  const rounds = [...new Set(made.flatMap(({ decided }) => (decided === null ? [] : [decided.on])))]
  for (const on of rounds) {
    const here = made.filter(({ decided }) => decided?.on === on)
    await holdRound(cases, on, here)
  }
  for (const one of made) await goThrough(cases, one)
}
