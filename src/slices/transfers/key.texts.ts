/** Wording of the page of keys. */
import type { Lang } from '../../kernel/lang.ts'
import type { PartnerRefusal } from './key.actions.ts'

const sv = {
  together: 'Samverkan',
  title: 'Nycklar för överflytt',
  lead: 'Behövs bara för kommuner utanför anläggningen. Byt nycklar, ring upp varandra på ett nummer ni redan har, och läs fingeravtrycken för varandra.',
  own: 'Kommunens egen nyckel',
  ownNone: 'Kommunen har ingen nyckel än.',
  ownText: 'Lämna den här texten till den andra kommunen',
  fingerprint: 'Fingeravtryck, som läses upp',
  make: 'Skapa nycklar',
  remake: 'Byt nycklar',
  makeQuestion: 'Nya nycklar skapas. Filer som gjorts för de gamla går inte att öppna, och andra kommuner måste få den nya.',
  makeDo: 'Ja, skapa',
  made: 'Nycklarna är skapade.',
  partners: 'Andra kommuners nycklar',
  none: 'Ingen är inlagd.',
  columns: ['Kommun', 'Fingeravtryck', 'Jämfört av', 'Ta bort'],
  add: 'Lägg in en kommuns nyckel',
  key: 'Texten från kommunen',
  heard: 'Fingeravtrycket som du hörde',
  heardHint: 'Inte det som stod i samma meddelande: det ska komma på en annan väg.',
  save: 'Lägg in',
  added: 'Nyckeln är inlagd.',
  drop: 'Ta bort',
  dropQuestion: 'Filer från kommunen går inte att läsa in, och inga kan göras till den.',
  dropDo: 'Ja, ta bort',
  dropped: 'Nyckeln är borttagen.',
  problems: {
    'not-a-key': 'Texten är ingen nyckel. Klistra in hela texten från den andra kommunen.',
    'own-key': 'Det är kommunens egen nyckel.',
    'other-fingerprint':
      'Fingeravtrycket är inte nyckelns. Lägg inte in den förrän ni har jämfört igen: någon kan ha bytt ut den på vägen.',
  } satisfies Record<PartnerRefusal, string>,
}

const en: typeof sv = {
  together: 'Co-operation',
  title: 'Keys for transfer',
  lead: 'Needed only for municipalities outside the installation. Exchange keys, call each other on a number that you have already, and read out the fingerprints.',
  own: 'The key of the municipality',
  ownNone: 'The municipality has no key yet.',
  ownText: 'Hand this text to the other municipality',
  fingerprint: 'Fingerprint, which is read out',
  make: 'Make keys',
  remake: 'Change keys',
  makeQuestion: 'New keys are made. Files made for the old ones cannot be opened, and other municipalities must be given the new one.',
  makeDo: 'Yes, make them',
  made: 'The keys are made.',
  partners: 'Keys of other municipalities',
  none: 'None is there.',
  columns: ['Municipality', 'Fingerprint', 'Compared by', 'Remove'],
  add: 'Add the key of a municipality',
  key: 'The text from the municipality',
  heard: 'The fingerprint that you heard',
  heardHint: 'Not the one that stood in the same message: it is to come by another road.',
  save: 'Add',
  added: 'The key is added.',
  drop: 'Remove',
  dropQuestion: 'Files from the municipality cannot be read, and none can be made for it.',
  dropDo: 'Yes, remove',
  dropped: 'The key is removed.',
  problems: {
    'not-a-key': 'The text is no key. Paste the whole text from the other municipality.',
    'own-key': 'That is the key of this municipality.',
    'other-fingerprint':
      'The fingerprint is not that of the key. Do not add it until you have compared again: somebody may have changed it on the way.',
  },
}

export const keyTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
