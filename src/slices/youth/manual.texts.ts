/** Wording of manual facts and decisions: what was said, and the forms that say it. */
import type { Lang } from '../../kernel/lang.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { instantText, longDay } from '../../ui/day.texts.ts'
import { municipalityText, type Told } from '../law/index.ts'
import type { ManualKind, ManualRecord } from '../register/index.ts'

const sv = {
  title: 'Beslut och egna uppgifter',
  about: 'Det du skriver här ändrar inget hos källorna. Det visas i förklaringen med ditt namn, och kan tas tillbaka.',
  kindsLabel: 'Vad gäller det?',
  kinds: { decision: 'Omfattas', 'schooling-end': 'Skolplikt', 'studies-abroad': 'Studier utomlands', stay: 'Vistelsekommun' },
  headings: {
    decision: 'Beslut om att ungdomen omfattas, eller inte',
    'schooling-end': 'Beslut om när skolplikten upphör',
    'studies-abroad': 'Gymnasiestudier utomlands',
    stay: 'Bekräftad vistelsekommun vid skyddad folkbokföring',
  },
  verdict: 'Beslutet',
  verdicts: { covers: 'Ungdomen omfattas', not: 'Ungdomen omfattas inte' },
  from: 'Från och med',
  until: 'Till och med (tomt: tills vidare)',
  paragraph: 'Paragraf',
  paragraphs: {
    '7:13': '7 kap. 13 § – ett år senare, senast 18-årsdagen',
    '7:14': '7 kap. 14 § – tidigare',
  },
  lastDay: 'Sista dagen med skolplikt (bara 14 §)',
  municipality: 'Kommunens kod, fyra siffror',
  ground: 'Grund',
  groundHints: {
    decision: 'Varför, och vad du stöder dig på. Inga känsliga uppgifter.',
    'schooling-end': 'Vem som beslutade och när, till exempel rektors beslut 2026-05-02.',
    'studies-abroad': 'Hur du vet det: skola, ort, vem som visat vad.',
    stay: 'Hur vistelsen är bekräftad. Skriv ingen adress.',
  },
  save: 'Spara',
  saved: 'Sparat. Förklaringen och listan är omräknade.',
  inForce: 'Gäller nu',
  earlier: 'Tillbakataget eller ersatt',
  nothing: 'Inget är sagt.',
  withdraw: 'Ta tillbaka …',
  withdrawQuestion: 'Uppgiften slutar gälla nu. Den syns kvar i historiken.',
  withdrawGround: 'Varför tas den tillbaka?',
  withdrawDo: 'Ta tillbaka',
  withdrawn: 'Uppgiften är tillbakatagen. Förklaringen och listan är omräknade.',
  notSaid: 'Någon annan har redan tagit tillbaka den. Så här är det nu.',
  running: 'En läsning av källorna pågår just nu. Inget är sparat. Allt du skrev finns kvar nedan: vänta en stund och spara igen.',
  said: (by: string, when: string) => `${by}, ${when}`,
  taken: (by: string, when: string, why: string) => `tillbakataget ${when}${by === '' ? '' : ` av ${by}`}${why === '' ? '' : `: ${why}`}`,
  problems: {
    overlaps: 'Dagarna överlappar något som redan är sagt. Ändra dagarna eller ta tillbaka det andra först.',
    'already-said': 'Det är redan sagt. Ta tillbaka det andra först om det är fel.',
    'no-birthday': 'Födelsedagen är okänd, så dagen går inte att räkna ut.',
    'after-ordinary-end': 'Dagen ligger inte före det vanliga slutet. Paragraf 14 gäller bara ett tidigare slut.',
    'day-needed': 'Fyll i sista dagen med skolplikt.',
    'not-a-municipality': 'Skriv kommunens fyra siffror, till exempel 0180.',
    'not-protected': 'Ungdomen har inte skyddad folkbokföring. Folkbokföringens kommun gäller.',
    'before-birth': 'Dagen ligger före födelsedagen.',
    'too-far': 'Dagen ligger för långt bort. Kontrollera årtalet.',
  },
  until2: (from: string, until: string | null) => (until === null ? `från ${from} tills vidare` : `från ${from} till och med ${until}`),
  facts: {
    covers: 'Omfattas',
    not: 'Omfattas inte',
    later: 'Skolplikten upphör ett år senare (7 kap. 13 §)',
    earlier: (on: string) => `Skolplikten upphör ${on} (7 kap. 14 §)`,
    stay: (where: string) => `Vistas i ${where}`,
    abroad: 'Gymnasiestudier utomlands',
  },
}

type Texts = typeof sv

const en: Texts = {
  title: 'Decisions and own facts',
  about: 'What you write here changes nothing at the sources. It is shown in the chain with your name, and can be taken back.',
  kindsLabel: 'What is it about?',
  kinds: { decision: 'Covered', 'schooling-end': 'Compulsory schooling', 'studies-abroad': 'Studies abroad', stay: 'Municipality of stay' },
  headings: {
    decision: 'Decision that the youth is covered, or is not',
    'schooling-end': 'Decision on when compulsory schooling ends',
    'studies-abroad': 'Upper secondary studies abroad',
    stay: 'Confirmed municipality of stay with protected registration',
  },
  verdict: 'The decision',
  verdicts: { covers: 'The youth is covered', not: 'The youth is not covered' },
  from: 'From',
  until: 'To and including (empty: until further notice)',
  paragraph: 'Paragraph',
  paragraphs: { '7:13': 'Ch. 7 s. 13 – one year later, at the latest the 18th birthday', '7:14': 'Ch. 7 s. 14 – earlier' },
  lastDay: 'Last day of compulsory schooling (s. 14 only)',
  municipality: 'Code of the municipality, four digits',
  ground: 'Ground',
  groundHints: {
    decision: 'Why, and what you rely on. Nothing sensitive.',
    'schooling-end': 'Who decided and when, for example the head’s decision 2026-05-02.',
    'studies-abroad': 'How you know: school, place, who showed what.',
    stay: 'How the stay is confirmed. Write no address.',
  },
  save: 'Save',
  saved: 'Saved. The chain and the list are worked out anew.',
  inForce: 'In force now',
  earlier: 'Taken back or replaced',
  nothing: 'Nothing is said.',
  withdraw: 'Take back …',
  withdrawQuestion: 'It stops counting now. It is kept in the history.',
  withdrawGround: 'Why is it taken back?',
  withdrawDo: 'Take back',
  withdrawn: 'It is taken back. The chain and the list are worked out anew.',
  notSaid: 'Somebody else has already taken it back. This is how it is now.',
  running: 'The sources are being read right now. Nothing is saved. All you wrote is below: wait a moment and save again.',
  said: (by, when) => `${by}, ${when}`,
  taken: (by, when, why) => `taken back ${when}${by === '' ? '' : ` by ${by}`}${why === '' ? '' : `: ${why}`}`,
  problems: {
    overlaps: 'The days overlap something already said. Change the days or take the other back first.',
    'already-said': 'It is already said. Take the other back first if it is wrong.',
    'no-birthday': 'The birthday is unknown, so the day cannot be worked out.',
    'after-ordinary-end': 'The day is not before the ordinary end. Section 14 is only about an earlier end.',
    'day-needed': 'Fill in the last day of compulsory schooling.',
    'not-a-municipality': 'Write the municipality’s four digits, for example 0180.',
    'not-protected': 'The youth has no protected registration. The registered municipality counts.',
    'before-birth': 'The day is before the birthday.',
    'too-far': 'The day is too far away. Check the year.',
  },
  until2: (from, until) => (until === null ? `from ${from} until further notice` : `from ${from} to and including ${until}`),
  facts: {
    covers: 'Covered',
    not: 'Not covered',
    later: 'Compulsory schooling ends one year later (ch. 7 s. 13)',
    earlier: (on) => `Compulsory schooling ends ${on} (ch. 7 s. 14)`,
    stay: (where) => `Stays in ${where}`,
    abroad: 'Upper secondary studies abroad',
  },
}

/** The words of the decision page. */
export const manualTexts: Readonly<Record<Lang, Texts>> = { sv, en }

/** The last day of something that ends before `untilOn`; studies abroad are stored with their last day. */
const lastDay = ({ kind, untilOn }: ManualRecord): PlainDate | null =>
  untilOn === null || kind === 'studies-abroad' ? untilOn : dateOf(plusDays(dayOf(untilOn), -1))

function whatText(record: ManualRecord, told: Told): string {
  const { facts } = manualTexts[told.lang]
  const { kind, value, fromOn } = record
  switch (kind) {
    case 'decision':
      return value === 'covers' ? facts.covers : facts.not
    case 'schooling-end':
      return fromOn === null ? facts.later : facts.earlier(longDay(fromOn, told.lang))
    case 'stay':
      return facts.stay(municipalityText(value, told))
    case 'studies-abroad':
      return facts.abroad
  }
}

/** A manual fact as a sentence: what, which days, the ground, who and when, and that it was taken back. */
export function manualText(record: ManualRecord, told: Told): string {
  const texts = manualTexts[told.lang]
  const when = (instant: string): string => instantText(instant, told.today, told.lang)
  const { kind, fromOn, ground, by, saidAt, withdrawnAt, withdrawnBy, withdrawnGround } = record
  const days = fromOn === null || kind === 'schooling-end' ? '' : ` ${texts.until2(fromOn, lastDay(record))}`
  const why = ground === '' ? '' : ` – ${ground}`
  const back = withdrawnAt === null ? '' : `; ${texts.taken(withdrawnBy, when(withdrawnAt), withdrawnGround)}`
  return `${whatText(record, told)}${days}${why} (${texts.said(by, when(saidAt))}${back})`
}

/** The kinds in the order they are offered. */
export const manualKinds: readonly ManualKind[] = ['decision', 'schooling-end', 'studies-abroad', 'stay']
