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
}

/** The words of the cards that lead to other settings. */
export const ownPageTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
