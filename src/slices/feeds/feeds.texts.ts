/** Wording of everything a source can get wrong, and what to do about it. */
import type { IdentityProblem } from '../../kernel/identity-number.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { ExceptionKind, FeedName } from './feeds.types.ts'

export const identityReasons: Readonly<Record<IdentityProblem, string>> = {
  missing: 'Identitetsbeteckning saknas.',
  'not-a-number': 'Identitetsbeteckningen är inte ett personnummer, samordningsnummer eller TF-nummer.',
  'check-digit': 'Identitetsbeteckningens kontrollsiffra stämmer inte.',
  'no-such-day': 'Identitetsbeteckningens födelsedag finns inte i kalendern.',
}

/** What a person does with an exception of the kind. */
export const whatToDo: Readonly<Record<ExceptionKind, string>> = {
  'bad-identity-number': 'Be källan rätta numret. Raden används vid nästa läsning då numret är rätt.',
  'interim-number': 'Ta reda på vem eleven är och koppla elevens id till personen. Därefter används raden av sig själv.',
  'unmatched-pupil': 'Koppla elevens id till en person i registret, eller be skolan fylla i personnumret.',
  'bad-value': 'Be källan rätta värdet.',
  'bad-date': 'Be källan rätta datumet.',
  'incomplete-date': 'Ta reda på hela datumet hos Skatteverket. Resten av posten är använd.',
  'end-before-start': 'Fråga skolan: började eleven aldrig (då ska avbrottet markeras) eller är ett datum fel?',
  'dated-ahead': 'Datumet ligger efter leveransdagen. Uppgiften används när den levereras den dagen eller senare.',
  'unknown-code': 'Koden är okänd för programmet. Kontrollera vad den betyder hos källan.',
  'unknown-education': 'Avgör om utbildningen räknas. Till dess ligger ungdomen kvar som förut.',
  'level-unknown': 'Ta reda på om studierna är på gymnasial nivå och fatta beslut. Till dess räknas de inte.',
  'no-birthday': 'Ta reda på födelsedatum. Till dess kan ungdomen inte bedömas.',
  'bad-row': 'Be källan leverera raden på nytt.',
  'number-change': 'Kontrollera numren hos Skatteverket och slå samman posterna för hand om det är samma person.',
}

const whatToDoInEnglish: Readonly<Record<ExceptionKind, string>> = {
  'bad-identity-number': 'Ask the source to correct the number. The row is used at the next read in which it is right.',
  'interim-number': "Find out who the pupil is and link the pupil's id to the person. After that the row is used by itself.",
  'unmatched-pupil': "Link the pupil's id to a person in the register, or ask the school to fill in the identity number.",
  'bad-value': 'Ask the source to correct the value.',
  'bad-date': 'Ask the source to correct the date.',
  'incomplete-date': 'Find out the whole date from the Tax Agency. The rest of the record is used.',
  'end-before-start': 'Ask the school: did the pupil never begin (then it should be marked as interrupted), or is a date wrong?',
  'dated-ahead': 'The date is after the day of delivery. It is used when delivered on that day or later.',
  'unknown-code': 'The program does not know the code. Check what it means at the source.',
  'unknown-education': 'Decide whether the education counts. Until then the youth stays as before.',
  'level-unknown': 'Find out whether the studies are at upper secondary level, and decide. Until then they do not count.',
  'no-birthday': 'Find out the date of birth. Until then the youth cannot be assessed.',
  'bad-row': 'Ask the source to deliver the row again.',
  'number-change': 'Check the numbers with the Tax Agency, and merge the records by hand if they are the same person.',
}

const kinds: Readonly<Record<Lang, Readonly<Record<ExceptionKind, string>>>> = {
  sv: {
    'bad-identity-number': 'Fel identitetsnummer',
    'interim-number': 'Tillfälligt nummer',
    'unmatched-pupil': 'Elev utan person',
    'bad-value': 'Fel värde',
    'bad-date': 'Fel datum',
    'incomplete-date': 'Ofullständigt datum',
    'end-before-start': 'Slut före start',
    'dated-ahead': 'Datum i framtiden',
    'unknown-code': 'Okänd kod',
    'unknown-education': 'Okänd utbildning',
    'level-unknown': 'Okänd nivå',
    'no-birthday': 'Födelsedag saknas',
    'bad-row': 'Oläsbar rad',
    'number-change': 'Nummerbyte',
  },
  en: {
    'bad-identity-number': 'Wrong identity number',
    'interim-number': 'Interim number',
    'unmatched-pupil': 'Pupil without a person',
    'bad-value': 'Wrong value',
    'bad-date': 'Wrong date',
    'incomplete-date': 'Incomplete date',
    'end-before-start': 'Ends before it begins',
    'dated-ahead': 'Date ahead',
    'unknown-code': 'Unknown code',
    'unknown-education': 'Unknown education',
    'level-unknown': 'Unknown level',
    'no-birthday': 'No date of birth',
    'bad-row': 'Unreadable row',
    'number-change': 'Change of number',
  },
}

/** A kind of exception as a title, and what to do about it; a kind nobody knows is shown as it is. */
export const exceptionTexts = (lang: Lang, kind: string): { readonly title: string; readonly toDo: string } => {
  if (!Object.hasOwn(kinds.sv, kind)) return { title: kind, toDo: '' }
  const known = kind as ExceptionKind
  return { title: kinds[lang][known], toDo: lang === 'sv' ? whatToDo[known] : whatToDoInEnglish[known] }
}

/** What a feed holds. */
export const feedTexts: Readonly<Record<Lang, Readonly<Record<FeedName, string>>>> = {
  sv: { population: 'folkbokföring', schools: 'skolsystem', enrolments: 'inskrivningar', diplomas: 'betygsdokument' },
  en: { population: 'population register', schools: 'school system', enrolments: 'enrolments', diplomas: 'diplomas' },
}
