/** Wording of the instrument's and the routine's settings. */
import type { Lang } from '../../../kernel/lang.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly entry: string
  readonly scale: string
  readonly min: string
  readonly max: string
  readonly step: string
  readonly ratingStep: string
  readonly ratingStepHint: string
  readonly aggregation: string
  readonly missing: string
  readonly missings: { readonly refuse: string; readonly answered: string }
  readonly atLeast: string
  readonly areas: string
  readonly area: (n: number) => string
  readonly newArea: string
  readonly sv: string
  readonly en: string
  readonly recipient: string
  readonly threshold: string
  readonly thresholdHint: string
  readonly direction: string
  readonly items: string
  readonly itemsHint: string
  readonly item: (n: number, lang: string) => string
  readonly remove: string
  readonly more: string
  readonly save: string
  readonly savedAs: (version: number) => string
  readonly versions: string
  readonly version: (version: number, fromOn: string, by: string) => string
  readonly routine: string
  readonly routineLead: string
  readonly routineEntry: string
  readonly onHoliday: string
  readonly between: (least: number, most: number) => string
}

const sv: Texts = {
  title: 'Bedömningens instrument',
  lead: 'Det som sparas blir en ny version och gäller bedömningar som påbörjas från i dag. De som redan är påbörjade eller klara behåller sin version, och pågående uppföljningar sin.',
  entry: 'Områden, frågor, skala, gränser och vad som händer när svar saknas.',
  scale: 'Skala',
  min: 'Lägst',
  max: 'Högst',
  step: 'Steg i bedömningen',
  ratingStep: 'Steg i den dagliga skattningen',
  ratingStepHint: 'Större steg går fortare i vardagen.',
  aggregation: 'Områdets poäng är',
  missing: 'När svar saknas',
  missings: { refuse: 'kan bedömningen inte bli klar', answered: 'räcker det med några svar per område; de andra räknas inte med' },
  atLeast: 'Minst så många svar per område',
  areas: 'Områden',
  area: (n) => `Område ${n}`,
  newArea: 'Nytt område',
  sv: 'Namn på svenska',
  en: 'Namn på engelska',
  recipient: 'Vem följer upp när det är lågt?',
  threshold: 'Gräns',
  thresholdHint: 'Precis på gränsen är inte lågt.',
  direction: 'Lågt är',
  items: 'Frågor',
  itemsHint: 'Töm båda namnen på en fråga för att ta bort den.',
  item: (n, lang) => `Fråga ${n} på ${lang}`,
  remove: 'Ta bort området',
  more: 'Fler rader',
  save: 'Spara som ny version',
  savedAs: (version) => `Sparat som version ${version}. Den gäller bedömningar som påbörjas från i dag.`,
  versions: 'Versioner',
  version: (version, fromOn, by) => `Version ${version}, från ${fromOn}, ${by}`,
  routine: 'Rutinens tider',
  routineLead: 'När saker ska vara gjorda, och hur lång tid före de syns som kommande.',
  routineEntry: 'När rapporter, bedömningar och ställningstaganden ska vara klara, och påminnelser före.',
  onHoliday: 'När en dag är lör-, sön- eller helgdag',
  between: (least, most) => `Skriv ett helt tal från ${least} till ${most}.`,
}

const en: Texts = {
  title: 'The instrument of the assessment',
  lead: 'What is saved becomes a new version, for assessments that are begun from today. Those begun or done keep their version, and follow-ups under way theirs.',
  entry: 'Areas, questions, scale, thresholds, and what happens when answers are missing.',
  scale: 'Scale',
  min: 'Least',
  max: 'Most',
  step: 'Step of the assessment',
  ratingStep: 'Step of the daily rating',
  ratingStepHint: 'Larger steps are quicker every day.',
  aggregation: 'The score of an area is',
  missing: 'When answers are missing',
  missings: { refuse: 'the assessment cannot be done', answered: 'some answers of each area are enough; the others are left out' },
  atLeast: 'At least so many answers of each area',
  areas: 'Areas',
  area: (n) => `Area ${n}`,
  newArea: 'New area',
  sv: 'Name in Swedish',
  en: 'Name in English',
  recipient: 'Who follows up when it is low?',
  threshold: 'Threshold',
  thresholdHint: 'Exactly on the threshold is not low.',
  direction: 'Low is',
  items: 'Questions',
  itemsHint: 'Empty both names of a question to remove it.',
  item: (n, lang) => `Question ${n} in ${lang}`,
  remove: 'Remove the area',
  more: 'More rows',
  save: 'Save as a new version',
  savedAs: (version) => `Saved as version ${version}. It is for assessments that are begun from today.`,
  versions: 'Versions',
  version: (version, fromOn, by) => `Version ${version}, from ${fromOn}, ${by}`,
  routine: 'The routine’s times',
  routineLead: 'When things are due, and how long before they are shown as coming.',
  routineEntry: 'When reports, judgements and positions are due, and reminders before.',
  onHoliday: 'When a day is a Saturday, Sunday or holiday',
  between: (least, most) => `Write a whole number from ${least} to ${most}.`,
}

/** The words of these settings. */
export const instrumentPageTexts: Readonly<Record<Lang, Texts>> = { sv, en }
