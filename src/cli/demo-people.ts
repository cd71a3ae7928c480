/** The demo's staff and organisation: five people to sign in as, their colleagues, units, districts and postal codes. All made up. */
import type { Person } from '../../simulators/idp/index.ts'
import type { Role } from '../kernel/actor.ts'
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { registerStaff } from '../slices/access/index.ts'
import { readOrganisation, saveDistrict, saveUnit } from '../slices/organisation/index.ts'
import { listSettings, saveSetting } from '../slices/settings/index.ts'

type Staff = { readonly subject: string; readonly name: string; readonly roles: readonly Role[]; readonly unit: string }

const [west, east] = ['Ungdomsenheten Väst', 'Ungdomsenheten Öst']
const by = 'lots demo'

/** Who can sign in, and what each of them shows of the product. */
const signsIn: readonly (Staff & { readonly title: string })[] = [
  { subject: 'amina', name: 'Amina Lind', roles: ['coordinator'], unit: west, title: 'Samordnare, ser hela kommunen' },
  { subject: 'erik', name: 'Erik Nyholm', roles: ['counsellor'], unit: east, title: 'Handledare på Ungdomsenheten Öst' },
  { subject: 'karin', name: 'Karin Ahlvik', roles: ['unitManager'], unit: west, title: 'Enhetschef på Ungdomsenheten Väst' },
  {
    subject: 'jonas',
    name: 'Jonas Ekdal',
    roles: ['systemCoordinator'],
    unit: west,
    title: 'Systemsamordnare, sköter organisation och inställningar',
  },
  {
    subject: 'sara',
    name: 'Sara Vikander',
    roles: ['coordinator', 'protectedHandler'],
    unit: west,
    title: 'Samordnare som får hantera skyddade personuppgifter',
  },
]

const colleagues: readonly Staff[] = [
  { subject: 'leila', name: 'Leila Holmdal', roles: ['counsellor'], unit: west },
  { subject: 'per', name: 'Per Sandfors', roles: ['counsellor'], unit: east },
]

/** The people of the demo's sign-in, with their claims. */
export const demoPeople = (municipality: string): Person[] =>
  signsIn.map(({ subject, name, roles, unit, title }) => ({
    subject,
    name,
    title,
    claims: { name, roles: [...roles], unit, municipality },
  }))

/** Localities of the made-up municipality by the unit that receives new youths; Klintesaga has none, so that some wait for a person. */
const districts = [
  { name: 'Lövsta', unit: west, first: 99_910 },
  { name: 'Lövstastrand', unit: west, first: 99_920 },
  { name: 'Skuggkvarn', unit: west, first: 99_930 },
  { name: 'Österpåhitt', unit: east, first: 99_940 },
  { name: 'Västerpåhitt', unit: east, first: 99_950 },
] as const

/** Sets up units, districts and routing before the first night, so that new youths are routed as they come. */
export async function setUpDemoOrganisation(pool: Pool, on: PlainDate): Promise<void> {
  if ((await readOrganisation(pool)).units.length > 0) return
  for (const name of [west, east]) await saveUnit(pool, by, on, { id: null, name, active: true, version: 1 })
  const { units } = await readOrganisation(pool)
  for (const { name, unit, first } of districts) {
    const unitId = units.find((one) => one.name === unit)?.id ?? null
    await saveDistrict(pool, by, { id: null, name, unitId, codes: [{ first, last: first + 9 }], version: 1 })
  }
}

/** The staff as the demo's own sign-in knows them, with a number and an address at work; the sign-in's address changes with the port. */
export const setUpDemoStaff = (pool: Pool, issuer: string): Promise<void> =>
  inTransaction(pool, async (tx) => {
    for (const [nth, { subject, name, roles, unit }] of [...signsIn, ...colleagues].entries()) {
      await registerStaff(tx, { issuer, subject, name, roles, unit })
      // Numbers and addresses kept for fiction: letters say whom to call.
      const [phone, email] = [`+4684650040${nth}`, `${subject}@example.org`]
      await tx.query('update access.staff set phone = coalesce(phone, $2), email = coalesce(email, $3) where subject = $1', [
        subject,
        phone,
        email,
      ])
    }
    if ((await listSettings(tx, 'infinity')).some(({ key }) => key === 'messages.contactPhone')) return
    await saveSetting(tx, 'messages.contactName', 'Amina Lind', '-infinity', by)
    await saveSetting(tx, 'messages.contactPhone', '+46846500400', '-infinity', by)
  })
