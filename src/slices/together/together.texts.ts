/** Wording of what waits with schools and with others, and of the two pages that lead to the rooms. */
import type { Lang } from '../../kernel/lang.ts'
import type { Room } from './together.types.ts'

const days = (n: number): string => (n === 1 ? '1 dag' : `${n} dagar`)
const englishDays = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

const sv = {
  school: 'Skola',
  schoolLead: 'Det som skolorna anmäler, och ungdomar som är på väg bort från skolan eller inte har fått en plats.',
  others: 'Samverkan',
  othersLead: 'Det som görs med andra: hänvisa, träffas, lämna över, och hur ansvaret är ordnat.',
  nothing: 'Inget väntar.',
  lines: {
    notices: 'Anmälningar från skolor att ta ställning till',
    toContact: 'Elever med mycket frånvaro som ingen har kontaktat',
    matters: 'Ärenden hos skolor att ta vidare',
    lacking: (left: number) => `Utan plats på sommarradarn, ${days(left)} kvar`,
    lateReferrals: 'Hänvisningar som inte har besvarats i tid',
    noWord: 'Hänvisningar där ingen har sagt hur det går',
    toTell: 'Mottagare som ska få veta att något är återkallat',
    toAnswer: 'Överflytt hit att svara på',
    toHandOver: 'Ungdomar som har flyttat, inget är överlämnat',
    within30: 'Fyller 20 inom 30 dagar',
    past: 'Har fyllt 20, ingen har sagt hur det slutade',
    agreements: 'Överenskommelser som löper ut',
    meetings: 'Dina nätverksmöten inom en vecka att förbereda',
    review: (by: string) => `Handlingsplanen ska revideras, senast ${by}`,
    reviewOver: (by: string) => `Handlingsplanen skulle ha reviderats ${by}`,
    late: 'Beslutade utvecklingsfrågor som är försenade',
  },
  rooms: {
    notices: ['Anmälningar', 'Skolor hos andra huvudmän anmäler att en elev har börjat, slutat eller är borta.'],
    prevention: ['Förebyggande', 'Mycket frånvaro i de egna skolorna, de som bevakas, och ärenden hos skolor.'],
    radar: ['Sommarradarn', 'De som inte har en plats till hösten, dag för dag till mitten av september.'],
    schools: ['Skolor som anmäler', 'Skolhuvudmän, skolornas adresser och program som får anmäla.'],
    lists: ['Antagningslistor', 'Läs in listorna från första och andra antagningen.'],
    referrals: ['Hänvisningar', 'Till en egen verksamhet, en partner eller en åtgärd. Alltid med samtycke.'],
    network: ['Nätverket', 'Partner, överenskommelser och möten utan listor på papper.'],
    transfers: ['Överflytt', 'När en ungdom har flyttat, hit eller härifrån.'],
    turning20: ['Fyller 20', 'De som snart fyller 20: vad som är gjort, och vem som tar över.'],
    keys: ['Nycklar för överflytt', 'För kommuner utanför den här anläggningen.'],
    steering: ['Styrning', 'Handlingsplanen, utvecklingsfrågor och årsrapporten.'],
  } satisfies Record<Room, readonly [string, string]>,
}
type Texts = Omit<typeof sv, 'rooms'> & { readonly rooms: Readonly<Record<Room, readonly [name: string, about: string]>> }

const en: Texts = {
  school: 'Schools',
  schoolLead: 'What schools notify, and youths who are on their way out of school or have not got a place.',
  others: 'Co-operation',
  othersLead: 'What is done with others: referring, meeting, handing over, and how the responsibility is arranged.',
  nothing: 'Nothing waits.',
  lines: {
    notices: 'Notices from schools to decide on',
    toContact: 'Pupils with much absence whom nobody has contacted',
    matters: 'Matters with schools to take further',
    lacking: (left) => `Without a place on the summer radar, ${englishDays(left)} left`,
    lateReferrals: 'Referrals that have not been answered in time',
    noWord: 'Referrals where nobody has said how it goes',
    toTell: 'Receivers to be told that something is called back',
    toAnswer: 'Transfers to us to answer',
    toHandOver: 'Youths who have moved, nothing is handed over',
    within30: 'Turn 20 within 30 days',
    past: 'Have turned 20, nobody has said how it ended',
    agreements: 'Agreements that run out',
    meetings: 'Your network meetings within a week to prepare',
    review: (by) => `The action plan is to be revised by ${by}`,
    reviewOver: (by) => `The action plan should have been revised ${by}`,
    late: 'Approved development items that are late',
  },
  rooms: {
    notices: ['Notices', 'Schools of other authorities notify that a pupil has begun, left or is absent.'],
    prevention: ['Prevention', 'Much absence in our own schools, those who are watched, and matters with schools.'],
    radar: ['Summer radar', 'Those who have no place for the autumn, day by day until mid-September.'],
    schools: ['Schools that notify', 'Authorities, the addresses of schools and programs that may notify.'],
    lists: ['Admission lists', 'Read in the lists of the first and the second admission.'],
    referrals: ['Referrals', 'To an own service, a partner or a measure. Always with consent.'],
    network: ['The network', 'Partners, agreements and meetings without lists on paper.'],
    transfers: ['Transfer', 'When a youth has moved, to us or from us.'],
    turning20: ['Turning 20', 'Those who soon turn 20: what is done, and who takes over.'],
    keys: ['Keys for transfer', 'For municipalities outside this installation.'],
    steering: ['Steering', 'The action plan, development items and the yearly report.'],
  },
}

/** The words. */
export const togetherTexts: Readonly<Record<Lang, Texts>> = { sv, en }
