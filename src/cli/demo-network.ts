/**
 * The demo's partners, of the kinds that Stockholm's own documents name (field workers, youth clinics, police, employment service, projects), all made
 * up; agreements of which one runs out soon and one has; and meetings, one of them closed.
 */
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import {
  addAgreement,
  addPartner,
  askAtMeeting,
  bookNetworkMeeting,
  closeNetworkMeeting,
  type PartnerContent,
} from '../slices/network/index.ts'
import { shifted } from './demo-cases.ts'
import { colleague, everybody, type DemoPlace } from './demo-outreach-desk.ts'

type Told = Pick<PartnerContent, 'kind' | 'name' | 'area' | 'offers' | 'meets' | 'contact'> & { readonly nth: number }

const partners: readonly Told[] = [
  {
    nth: 0,
    kind: 'unit',
    name: 'Lotsen',
    area: '',
    offers: 'Studie- och yrkesvägledning, enskilt och i grupp. Förmedlar platser i gymnasieskolan.',
    meets: 'Måndagar 9–10 om veckans nya ungdomar',
    contact: 'Samordnaren',
  },
  {
    nth: 1,
    kind: 'district',
    name: 'Ungdomsgruppen',
    area: 'Norra stadsdelen',
    offers: 'Stöd enligt socialtjänstlagen till ungdomar och deras familjer.',
    meets: 'Första torsdagen i månaden, 13.00',
    contact: 'Gruppledaren',
  },
  {
    nth: 2,
    kind: 'fieldWork',
    name: 'Fältgruppen',
    area: 'Norra stadsdelen',
    offers: 'Möter ungdomar ute, kvällar och helger. Följer med till första mötet.',
    meets: 'Tisdagar 15.00 på fritidsgården',
    contact: 'Fältassistenterna',
  },
  {
    nth: 3,
    kind: 'youthClinic',
    name: 'Ungdomsmottagningen',
    area: 'Centrum',
    offers: 'Samtal om hälsa, kropp och relationer. Drop-in utan tid.',
    meets: 'En eftermiddag i månaden är en av oss på plats',
    contact: 'Kuratorn',
  },
  {
    nth: 4,
    kind: 'police',
    name: 'Kommunpolisen',
    area: '',
    offers: 'Berättar om oss för ungdomar de möter, och förmedlar kontakt när ungdomen vill.',
    meets: 'Samverkansmöte varje termin',
    contact: 'Kommunpolisen',
  },
  {
    nth: 5,
    kind: 'employmentService',
    name: 'Arbetsförmedlingen',
    area: '',
    offers: 'Stöd och insatser till den som inte vill studera. Gemensam planering.',
    meets: 'Varje tisdag hos oss',
    contact: 'Handläggaren för unga',
  },
  {
    nth: 6,
    kind: 'project',
    name: 'Steget in',
    area: 'Södra stadsdelen',
    offers: 'Uppsökande projekt för unga mellan 16 och 24 som varken arbetar eller studerar.',
    meets: 'Onsdagar 10.00',
    contact: 'Projektledaren',
  },
  {
    nth: 7,
    kind: 'other',
    name: 'Fritidsgården Tornet',
    area: 'Södra stadsdelen',
    offers: 'Öppen verksamhet. Sprider vårt material.',
    meets: 'Vid behov',
    contact: 'Föreståndaren',
  },
]

/** Agreements by partner: begun so many days ago, and the last day so many days ahead (null: until further notice). */
const agreements: readonly (readonly [nth: number, name: string, ago: number, ahead: number | null])[] = [
  [5, 'Lokal överenskommelse om unga i arbete eller studier', 700, 45],
  [4, 'Samverkansavtal med kommunpolisen', 800, -20],
  [3, 'Plats på mottagningen en eftermiddag i månaden', 300, 430],
  [2, 'Rutin för att lotsa ungdomar vidare', 500, null],
]

/** Numbers that Post- och telestyrelsen keeps for made-up places. */
const phoneOf = (nth: number): string => `+4684650040${nth}`

type Telling = { readonly pool: Pool; readonly staffId: string; readonly today: PlainDate }

async function addPartners({ pool, staffId, today }: Telling): Promise<Map<number, string>> {
  const ids = new Map<number, string>()
  for (const { nth, ...told } of partners) {
    const content = { ...told, phone: phoneOf(nth), email: `partner${nth + 1}@example.se`, endedOn: null }
    const made = await addPartner({ pool, staffId, today }, content)
    if (!made.granted) throw new Error(`the demo's partner was not added: ${made.reason}`)
    ids.set(nth, made.value)
  }
  return ids
}

/** Some who are covered and not protected, always the same. */
const listSome = (pool: Pool, today: PlainDate): Promise<{ readonly subjectId: string }[]> =>
  inTransaction(pool, (tx) =>
    tx.query(
      `select y.subject_id as "subjectId" from worklist.seen(null, false) y where y.from_on <= $1 and (y.until_on is null or y.until_on > $1)
       order by y.person_id limit 5`,
      [today],
    ),
  )

/** A meeting today where some are asked about, one that is booked, and one last week that is closed: only its numbers are left. */
async function meet({ pool, staffId, today }: Telling, ids: ReadonlyMap<number, string>): Promise<void> {
  const at = (on: PlainDate) => ({ pool, staffId, scope: everybody, today: on })
  const book = async (nth: number, on: PlainDate, heldOn: PlainDate, beginsAt: string): Promise<string> => {
    const made = await bookNetworkMeeting(at(on), ids.get(nth) ?? '', { heldOn, beginsAt, place: 'Hos oss' })
    if (!made.granted) throw new Error(`the demo's meeting was not booked: ${made.reason}`)
    return made.value
  }
  const youths = (await listSome(pool, today)).map(({ subjectId }) => subjectId)
  const past = shifted(today, -7)
  const closed = await book(6, past, past, '10:00')
  await askAtMeeting(at(past), closed, { subjectIds: youths.slice(3), ground: 'assessed' })
  await closeNetworkMeeting(at(past), closed)
  const now = await book(2, today, today, '15:00')
  await askAtMeeting(at(today), now, { subjectIds: youths.slice(0, 3), ground: 'assessed' })
  await book(1, today, shifted(today, 14), '13:00')
}

/** Fills in the network, once in a demo folder. */
export async function fillDemoNetwork({ pool }: DemoPlace, today: PlainDate): Promise<void> {
  const amina = await colleague(pool, 'amina')
  const telling = { pool, staffId: amina.id, today }
  const ids = await addPartners(telling)
  for (const [nth, name, ago, ahead] of agreements) {
    const lastOn = ahead === null ? null : shifted(today, ahead)
    await addAgreement(telling, ids.get(nth) ?? '', { name, reference: '', fromOn: shifted(today, -ago), lastOn, remindDays: 90 })
  }
  await meet(telling, ids)
}
