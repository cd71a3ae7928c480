/** Why something about a transfer is not done, and what to do instead. */
import type { Lang } from '../../kernel/lang.ts'
import type { AnsweringRefusal } from './desk.actions.ts'
import type { FileRefusal, ReadRefusal } from './file.actions.ts'
import type { OfferingRefusal } from './outgoing.actions.ts'
import type { Withholding } from './transfers.types.ts'

type Closed = 'missing' | 'sign-in-again'

const sv = {
  offering: {
    protected: 'Ungdomen har skyddade personuppgifter. Inget lämnas med maskin: ta kontakt med den andra kommunen på säker väg.',
    stillHere: 'Enligt folkbokföringen bor ungdomen här. Det finns ingen annan kommun att lämna över till.',
    nowhere: 'Folkbokföringen säger inte i vilken kommun ungdomen bor.',
    turned20: 'Ungdomen har fyllt 20 eller har inget känt födelsedatum. Aktivitetsansvaret gäller inte, och inget får lämnas.',
    noNumber: 'Ungdomen har inget personnummer som den andra kommunen kan känna igen.',
    'offered-already': 'Det finns redan ett öppet erbjudande om ungdomen.',
  } satisfies Record<Exclude<OfferingRefusal, 'missing'>, string>,
  answering: {
    answered: 'Erbjudandet är redan besvarat.',
    withdrawn: 'Kommunen har tagit tillbaka erbjudandet.',
    'not-here': 'Ungdomen bor inte här enligt vårt register.',
  } satisfies Record<Exclude<AnsweringRefusal, Closed>, string>,
  files: {
    'nothing-to-fetch': 'Det finns ingen fil att hämta i det här läget.',
    'no-own-key': 'Kommunen har inga egna nycklar än. Skapa dem under Nycklar.',
    'no-partner-key': 'Den andra kommunens nyckel finns inte här. Lägg in den under Nycklar.',
  } satisfies Record<Exclude<FileRefusal, Closed | Withholding>, string>,
  reading: {
    'not-a-file': 'Filen går inte att läsa som en överflytt. Kontrollera att det är rätt fil och att den är hel.',
    'not-for-us': 'Filen är till en annan kommun.',
    'no-own-key': 'Kommunen har inga egna nycklar, så ingen fil kan vara till den.',
    'unknown-sender': 'Avsändarens nyckel finns inte här. Lägg in den under Nycklar.',
    'not-expected':
      'Det finns inget öppet ärende som filen hör till. Den kan vara inläst redan, eller ha kommit efter att ärendet tagits tillbaka.',
    'wrong-content': 'Filen innehåller något som inte får följa med. Inget har sparats.',
    'not-an-envelope': 'Filen går inte att läsa som en överflytt. Kontrollera att det är rätt fil och att den är hel.',
    'bad-signature': 'Filen är inte signerad av den kommun som den säger, eller har ändrats. Inget har sparats.',
    'cannot-open': 'Filen går inte att öppna med våra nycklar. Be kommunen göra en ny.',
  } satisfies Record<ReadRefusal, string>,
  withheld: {
    protected: 'Ungdomen har fått skyddade personuppgifter. Ta kontakt med den andra kommunen på säker väg.',
    notThere: 'Enligt folkbokföringen bor ungdomen inte i den kommun som godtog. Inget skickas förrän registren är överens.',
    stillHere: 'Enligt folkbokföringen bor ungdomen här.',
    turned20: 'Ungdomen har fyllt 20, och aktivitetsansvaret har upphört.',
    noNumber: 'Ungdomen har inget personnummer som den andra kommunen kan känna igen.',
  } satisfies Record<Withholding, string>,
}

const en: typeof sv = {
  offering: {
    protected: 'The youth has a protected identity. Nothing is handed over by a machine: contact the other municipality by a safe road.',
    stillHere: 'By the population register the youth lives here. There is no other municipality to hand over to.',
    nowhere: 'The population register does not say in which municipality the youth lives.',
    turned20: 'The youth has turned 20 or has no known birthday. The responsibility does not hold, and nothing may be handed over.',
    noNumber: 'The youth has no identity number that the other municipality can know hen by.',
    'offered-already': 'There is an open offer about the youth already.',
  },
  answering: {
    answered: 'The offer has been answered already.',
    withdrawn: 'The municipality has withdrawn the offer.',
    'not-here': 'The youth does not live here by our register.',
  },
  files: {
    'nothing-to-fetch': 'There is no file to fetch in this state.',
    'no-own-key': 'The municipality has no keys of its own yet. Make them under Keys.',
    'no-partner-key': 'The key of the other municipality is not here. Add it under Keys.',
  },
  reading: {
    'not-a-file': 'The file cannot be read as a transfer. Check that it is the right file and whole.',
    'not-for-us': 'The file is for another municipality.',
    'no-own-key': 'The municipality has no keys of its own, so no file can be for it.',
    'unknown-sender': 'The key of the sender is not here. Add it under Keys.',
    'not-expected':
      'There is no open case that the file belongs to. It may have been read already, or have come after the case was withdrawn.',
    'wrong-content': 'The file holds something that may not follow. Nothing has been saved.',
    'not-an-envelope': 'The file cannot be read as a transfer. Check that it is the right file and whole.',
    'bad-signature': 'The file is not signed by the municipality that it says, or has been changed. Nothing has been saved.',
    'cannot-open': 'The file cannot be opened with our keys. Ask the municipality to make a new one.',
  },
  withheld: {
    protected: 'The youth has a protected identity since. Contact the other municipality by a safe road.',
    notThere:
      'By the population register the youth does not live in the municipality that accepted. Nothing is sent until the registers agree.',
    stillHere: 'By the population register the youth lives here.',
    turned20: 'The youth has turned 20, and the responsibility has ended.',
    noNumber: 'The youth has no identity number that the other municipality can know hen by.',
  },
}

export const refusalTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
