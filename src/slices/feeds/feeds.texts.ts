/** Swedish wording of everything a source can get wrong, and what to do about it. */
import type { IdentityProblem } from '../../kernel/identity-number.ts'
import type { ExceptionKind } from './feeds.types.ts'

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
