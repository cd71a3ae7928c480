/** Wording of the settings that have pages of their own: what they are, what they mean, and the button that leads there. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  outreach: {
    title: 'Uppsökande arbete',
    meaning: 'Stegens dagar, söksteg när nummer saknas, förvaltningar och hur länge en sysselsättning är känd. Historiken står där.',
    change: 'Ändra stegen och söken',
  },
  visits: {
    title: 'Hembesök',
    meaning: 'Hur många minuter ett besök får vara innan den tredje personen larmas.',
    change: 'Ändra vakten',
  },
  notes: {
    title: 'Anteckningar',
    meaning: 'Vilka egna ord som ger en fråga innan en text om en ungdom sparas, och vilka som aldrig gör det.',
    change: 'Ändra orden',
  },
  figures: {
    title: 'Siffror',
    meaning: 'Under vilket tal siffror döljs på sidor, i filer och i rapporter.',
    change: 'Ändra gränsen',
  },
  measures: {
    title: 'Åtgärdskatalogen',
    meaning: 'Vad kommunen erbjuder, hur det räknas, vilka steg det har och vad personalgruppen beslutar.',
    change: 'Åtgärdskatalogen',
  },
  coding: {
    title: 'Kodning',
    meaning: 'Vilken sysselsättning och åtgärd det som händer skrivs som.',
    change: 'Ändra kodningen',
  },
  survey: {
    title: 'Enkäter',
    meaning: 'Från hur många svar ett resultat visas, och hur länge en kod gäller.',
    change: 'Ändra enkäterna',
  },
  prevention: {
    title: 'Förebyggande arbete',
    meaning: 'Hur mycket frånvaro som är mycket, CSN:s timmar, och hur länge en summa sparas.',
    change: 'Ändra gränserna',
  },
  radar: {
    title: 'Sommarradarn',
    meaning: 'Säsongens dagar, och från när bara en källa visar att någon har en plats.',
    change: 'Ändra säsongen',
  },
  consents: {
    title: 'Samtycken och hänvisningar',
    meaning: 'Vem säger ja för den som är under 18 år, hur länge ett ja gäller, och när ett svar saknas.',
    change: 'Ändra samtycken och hänvisningar',
  },
  transfers: {
    title: 'Nycklar för överflytt',
    meaning: 'Kommunens nyckel och andra kommuners, för den som flyttar till eller från en kommun utanför anläggningen.',
    change: 'Nycklarna',
  },
}

const en: typeof sv = {
  outreach: {
    title: 'Outreach',
    meaning:
      'Days of the ladder, search steps when a number is missing, departments and how long an occupation is known. With their history.',
    change: 'Change the ladder and the searches',
  },
  visits: {
    title: 'Home visits',
    meaning: 'How many minutes a visit may last before the third person is alarmed.',
    change: 'Change the watch',
  },
  notes: {
    title: 'Notes',
    meaning: 'Which words of your own are asked about before a text about a youth is saved, and which never are.',
    change: 'Change the words',
  },
  figures: {
    title: 'Figures',
    meaning: 'Below which number figures are hidden on pages, in files and in reports.',
    change: 'Change the limit',
  },
  measures: {
    title: 'The catalogue of measures',
    meaning: 'What the municipality offers, how it counts, which stages it has and what the personnel group decides.',
    change: 'The catalogue of measures',
  },
  coding: {
    title: 'Coding',
    meaning: 'Which occupation and measure that what happens is written as.',
    change: 'Change the coding',
  },
  survey: {
    title: 'Questionnaires',
    meaning: 'From how many answers a result is shown, and how long a code lasts.',
    change: 'Change the questionnaires',
  },
  prevention: {
    title: 'Prevention',
    meaning: 'How much absence is much, CSN’s hours, and how long a sum is kept.',
    change: 'Change the limits',
  },
  radar: {
    title: 'Summer radar',
    meaning: 'The days of the season, and from when only a source shows that somebody has a place.',
    change: 'Change the season',
  },
  consents: {
    title: 'Consents and referrals',
    meaning: 'Who says yes for those under 18, for how long a yes holds, and when an answer is missed.',
    change: 'Change consents and referrals',
  },
  transfers: {
    title: 'Keys for transfer',
    meaning: 'The key of the municipality and those of others, for youths who move to or from one outside the installation.',
    change: 'The keys',
  },
}

/** The words of the cards that lead to other settings. */
export const ownPageTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
