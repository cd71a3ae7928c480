/** Wording of what is done with what came, and of how a move ended. */
import type { Lang } from '../../kernel/lang.ts'
import { namedMunicipality } from '../../kernel/municipality-names.ts'
import type { Closing } from './transfers.types.ts'

const sv = {
  keep: 'Lägg in i registret',
  keepWhat: 'Vad ska in i registret?',
  keepHint:
    'Sysselsättning blir en uppgift med källan ”flytt från en annan kommun”, nummer läggs i nummerliggaren. Utbildning och åtgärder står på ungdomens sida som den andra kommunens. Det går att ta tillbaka.',
  keepDone: (count: number) => (count === 0 ? 'Inget lades in: det finns redan.' : `Inlagt i registret: ${count}.`),
  keptTag: 'i registret',
  keptHeading: 'Från andra kommuner, i registret',
  keptBy: (who: string, day: string) => `inlagt av ${who}, ${day}`,
  keptFrom: (code: string) => `flytt från ${namedMunicipality(code)}`,
  keptEnded: 'numret gäller inte längre',
  takeBack: 'Ta tillbaka',
  takeBackQuestion: 'Uppgiften tas bort ur registret.',
  takeBackDo: 'Ja, ta tillbaka',
  takenBack: 'Uppgiften är tagen tillbaka.',
  closeHeading: 'Hur det slutade',
  closeWhat: 'Om inget lämnas över härifrån',
  closings: {
    nobodyTookOver: 'Ingen tog över',
    otherRoad: 'Överlämnad på annat sätt, till exempel vid ett samtal',
    nothingNeeded: 'Det finns inget att lämna över',
  } satisfies Record<Closing, string>,
  closeDo: 'Spara hur det slutade',
  closed: 'Sparat.',
  closedAs: (outcome: string, day: string, who: string) => `${outcome}. ${day}, ${who}.`,
  reopen: 'Ta tillbaka',
  reopenQuestion: 'Ungdomen står bland dem som ska lämnas över igen.',
  reopenDo: 'Ja, ta tillbaka',
}

const en: typeof sv = {
  keep: 'Put in the register',
  keepWhat: 'What is to be put in the register?',
  keepHint:
    'An occupation becomes a statement with the source “moved from another municipality”, numbers go into the ledger. Education and measures stand on the page of the youth as those of the other municipality. It can be taken back.',
  keepDone: (count) => (count === 0 ? 'Nothing was put in: it is there already.' : `Put in the register: ${count}.`),
  keptTag: 'in the register',
  keptHeading: 'From other municipalities, in the register',
  keptBy: (who, day) => `put in by ${who}, ${day}`,
  keptFrom: (code) => `moved from ${namedMunicipality(code)}`,
  keptEnded: 'the number does not hold any more',
  takeBack: 'Take back',
  takeBackQuestion: 'It is removed from the register.',
  takeBackDo: 'Yes, take back',
  takenBack: 'It is taken back.',
  closeHeading: 'How it ended',
  closeWhat: 'If nothing is handed over from here',
  closings: {
    nobodyTookOver: 'Nobody took over',
    otherRoad: 'Handed over in another way, such as a talk',
    nothingNeeded: 'There is nothing to hand over',
  },
  closeDo: 'Save how it ended',
  closed: 'Saved.',
  closedAs: (outcome, day, who) => `${outcome}. ${day}, ${who}.`,
  reopen: 'Take back',
  reopenQuestion: 'The youth is among those to hand over again.',
  reopenDo: 'Yes, take back',
}

export const afterTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
