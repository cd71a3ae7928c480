/** Wording of note hygiene: what each flag is called, and why it may not belong. */
import type { Lang } from '../../kernel/lang.ts'
import type { FlagKind } from './hygiene.types.ts'

const sv = {
  kinds: {
    identityNumber: 'personnummer',
    name: 'någon annans namn',
    kin: 'anhöriga',
    diagnosis: 'hälsa',
    crime: 'brott eller frihetsberövande',
    benefit: 'bidrag eller socialtjänst',
    local: 'kommunens egen lista',
  } satisfies Record<FlagKind, string>,
  why: {
    identityNumber:
      'Ungdomens eget personnummer står redan på sin plats, och någon annans får inte stå i registret (förordning 2006:39, 4 §).',
    name: 'Registret får innehålla ungdomens namn, inte andras (förordning 2006:39, 4 §).',
    kin: 'Anhöriga finns inte bland det som registret får innehålla (förordning 2006:39, 4 §).',
    diagnosis: 'Uppgifter om hälsa är känsliga personuppgifter och får inte stå i registret (förordning 2006:39, 5 §).',
    crime: 'Uppgifter om lagöverträdelser får inte stå i registret (förordning 2006:39, 5 §).',
    benefit: 'Bidrag och stöd från socialtjänsten finns inte bland det som registret får innehålla (förordning 2006:39, 4 §).',
    local: 'Kommunen har satt upp ordet på sin egen lista över sådant som inte ska stå i anteckningar (förordning 2006:39, 4 §).',
  } satisfies Record<FlagKind, string>,
  title: 'Läs igenom det du skrev',
  lead: 'Inget är sparat än. Stryk det som inte får stå i registret. Är det rätt ändå, så är det du som avgör.',
  keep: 'Spara ändå',
  keepHint: 'Att du valde att spara står i loggen, utan texten.',
  problem: (words: string) => `Ser ut att innehålla något som inte får stå i registret: ${words}. Stryk det, eller kryssa i ”Spara ändå”.`,
  quoted: (word: string) => `”${word}”`,
  named: (word: string, kind: string) => `”${word}” (${kind})`,
  more: (count: number) => `och ${count} till`,
}

const en: typeof sv = {
  kinds: {
    identityNumber: 'identity number',
    name: 'somebody else’s name',
    kin: 'relatives',
    diagnosis: 'health',
    crime: 'crime or detention',
    benefit: 'benefits or social services',
    local: 'the municipality’s own list',
  },
  why: {
    identityNumber:
      'The youth’s own number already has its place, and nobody else’s may be kept in the register (ordinance 2006:39, section 4).',
    name: 'The register may hold the youth’s name, not those of others (ordinance 2006:39, section 4).',
    kin: 'Relatives are not among what the register may hold (ordinance 2006:39, section 4).',
    diagnosis: 'Data on health are sensitive and may not be kept in the register (ordinance 2006:39, section 5).',
    crime: 'Data on offences may not be kept in the register (ordinance 2006:39, section 5).',
    benefit: 'Benefits and support from social services are not among what the register may hold (ordinance 2006:39, section 4).',
    local: 'The municipality has this word on its own list of what is not to be written in notes (ordinance 2006:39, section 4).',
  },
  title: 'Read through what you wrote',
  lead: 'Nothing is saved yet. Take out what may not be kept in the register. If it is right all the same, you decide.',
  keep: 'Save anyway',
  keepHint: 'That you chose to save is in the log, without the text.',
  problem: (words) => `Seems to hold something that may not be kept in the register: ${words}. Take it out, or tick “Save anyway”.`,
  quoted: (word) => `“${word}”`,
  named: (word, kind) => `“${word}” (${kind})`,
  more: (count) => `and ${count} more`,
}

/** The words of note hygiene. */
export const hygieneTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
