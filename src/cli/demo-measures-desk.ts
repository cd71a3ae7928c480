/** What stands on the demo's desk of measures today, what is to begin, what was declined, and one that was written by mistake. */
import { declineOffer, strikeWrong } from '../slices/measures/index.ts'
import { talked, type Cases } from './demo-cases.ts'
import { measured, writerOn, type Planned } from './demo-measures.ts'
import { asOf } from './demo-past.ts'

type Overdue = Pick<Planned, 'item' | 'note'> & { readonly of: string; readonly from: number; readonly until: number }

/** Their planned end has passed, and nobody has said how it went. */
const overdue: readonly Overdue[] = [
  { of: 'amina', item: 'practice', from: -36, until: -3, note: 'Fyra dagar i veckan. Handledaren på platsen är vår kontakt.' },
  { of: 'erik', item: 'guidance', from: -30, until: -8 },
  { of: 'leila', item: 'groupActivity', from: -42, until: -1, note: 'Tisdagar och torsdagar på förmiddagen.' },
]

/** They begin in some days. */
const toCome = [
  { of: 'leila', item: 'studyVisit', from: 4, until: 4, note: 'Vi åker tillsammans från enheten.' },
  { of: 'per', item: 'adultCourse', from: 9, until: 70, note: '' },
  { of: 'amina', item: 'guidance', from: 3, until: 45, note: 'Första samtalet på enheten.' },
] as const

/** Offered and declined. */
const offers = [
  { of: 'erik', item: 'practice', on: -9, reason: 'notNow', note: 'Vill vänta till våren. Vi frågar igen i februari.' },
  { of: 'leila', item: 'folkHighSchool', on: -16, reason: 'wantsOther', note: 'Vill hellre läsa på kvällstid.' },
  { of: 'amina', item: 'groupActivity', on: -5, reason: 'noAnswer', note: '' },
] as const

async function overrun(cases: Cases): Promise<void> {
  const { place, at, take } = cases
  for (const { of, item, from, until, note = '' } of overdue) {
    const one = await take({ of, since: at(from - 3) })
    if (one === null) continue
    await talked(place, one, { on: at(from - 2), time: '13:40' }, { occupation: 'none' })
    await measured(place, one, { item, fromOn: at(from), untilOn: at(until), note }, at(from - 2))
  }
}

async function plan({ place, at, take }: Cases): Promise<void> {
  for (const { of, item, from, until, note } of toCome) {
    const one = await take({ of, since: at(-6) })
    if (one === null) continue
    await talked(place, one, { on: at(-1), time: '16:45' }, { channel: 'phone', occupation: 'none', nextStep: 'meet', nextOn: at(from) })
    await measured(place, one, { item, fromOn: at(from), untilOn: at(until), note }, at(-1))
  }
}

async function offer({ place, at, take }: Cases): Promise<void> {
  for (const { of, item, on, reason, note } of offers) {
    const one = await take({ of, since: at(on - 1) })
    if (one === null) continue
    await talked(place, one, { on: at(on), time: '10:50' }, { channel: 'phone', occupation: 'none' })
    await declineOffer(writerOn(place, one, at(on)), one.subjectId, { item, offeredOn: at(on), reason, note, kept: [] })
  }
}

async function strike({ place, at, take }: Cases): Promise<void> {
  const one = await take({ of: 'leila', since: at(-8) })
  const wrong = one === null ? null : await measured(place, one, { item: 'studyVisit', fromOn: at(-4), untilOn: at(-4) }, at(-5))
  if (one === null || wrong === null) return
  const seen = { subjectId: one.subjectId, measureId: wrong, version: 1 }
  await asOf(place.pool, { on: at(-4), time: '11:20' }, () =>
    strikeWrong(writerOn(place, one, at(-4)), seen, { why: 'Skulle ha stått på en annan ungdom', kept: [] }),
  )
}

/** Fills the desk. */
export async function fillDesk(cases: Cases): Promise<void> {
  await overrun(cases)
  await offer(cases)
  await strike(cases)
  await plan(cases)
}
