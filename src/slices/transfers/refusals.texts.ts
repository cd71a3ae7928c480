/** Why something about a transfer is not done, and what to do instead. */
import type { Lang } from '../../kernel/lang.ts'
import type { AnsweringRefusal } from './desk.actions.ts'
import type { FileRefusal, ReadRefusal } from './file.actions.ts'
import type { Keeping } from './kept.actions.ts'
import type { ClosingRefusal } from './offer.rules.ts'
import type { OfferingRefusal } from './outgoing.actions.ts'
import type { Withholding } from './transfers.types.ts'

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
    withdrawn: 'Erbjudandet gäller inte längre.',
  } satisfies Record<Exclude<AnsweringRefusal, 'missing'>, string>,
  files: {
    'nothing-to-fetch': 'Det finns ingen fil att hämta i det här läget.',
    'no-own-key': 'Kommunen har inga egna nycklar än. Skapa dem under Nycklar.',
    'no-partner-key': 'Den andra kommunens nyckel finns inte här. Lägg in den under Nycklar.',
  } satisfies Record<Exclude<FileRefusal, 'missing' | Withholding>, string>,
  reading: {
    'not-a-file': 'Filen går inte att läsa som en överflytt. Kontrollera att det är rätt fil och att den är hel.',
    'not-for-us': 'Filen är till en annan kommun.',
    'no-own-key': 'Kommunen har inga egna nycklar, så ingen fil kan vara till den.',
    'unknown-sender': 'Avsändarens nyckel finns inte här. Lägg in den under Nycklar.',
    'not-expected':
      'Det finns inget öppet ärende som filen hör till. Den kan vara inläst redan, eller ha kommit efter att ärendet tagits tillbaka.',
    'wrong-content': 'Filen innehåller något som inte får följa med. Inget har sparats.',
    'not-an-envelope': 'Filen går inte att läsa som en överflytt. Kontrollera att det är rätt fil och att den är hel.',
    'not-here':
      'Filen gäller ingen som bor här enligt vårt register, så inget har sparats. Läs in den igen när folkbokföringen har kommit ikapp, eller ring kommunen som skickade den.',
    'other-key':
      'Filen är gjord för andra nycklar än de som vi använder nu. Ge kommunen våra nycklar, som står under Nycklar, och be om en ny fil.',
    'sender-other-key':
      'Filen är gjord med andra nycklar än dem vi har för den kommunen. Den kan ha bytt: ring, jämför fingeravtrycket och lägg in den nya nyckeln.',
    'bad-signature': 'Filen är inte signerad av den kommun som den säger, eller har ändrats. Inget har sparats.',
    'cannot-open': 'Filen går inte att öppna med våra nycklar. Be kommunen göra en ny.',
  } satisfies Record<ReadRefusal, string>,
  keeping: {
    'not-followed': 'Ungdomen omfattas inte av aktivitetsansvaret här och bevakas inte. Då får inget nytt skrivas i registret.',
    'nothing-chosen': 'Välj något att lägga in.',
    'not-come': 'Något av det som valdes finns inte bland det som kom. Läs in sidan på nytt.',
  } satisfies Record<Exclude<Keeping, 'missing'>, string>,
  closing: {
    'not-moved': 'Ungdomen har inte flyttat härifrån enligt folkbokföringen, eller är redan överlämnad.',
    'offer-open': 'Det finns ett öppet erbjudande. Ta tillbaka det först, eller vänta på svaret.',
    'not-asked': 'Att ingen tog över sägs när den nya kommunen har avböjt, inte svarat i tid eller inte kunde få uppgifterna.',
    'closed-already': 'Det är redan sagt hur det slutade.',
  } satisfies Record<ClosingRefusal, string>,
  withheld: {
    disagree: 'Den andra kommunens register säger inte att ungdomen bor där, eller något annat hindrar. Ring kommunen.',
    protected: 'Ungdomen har fått skyddade personuppgifter. Ta kontakt med den andra kommunen på säker väg.',
    notThere: 'Enligt folkbokföringen bor ungdomen inte i den kommun som tillfrågades. Inget skickas förrän registren är överens.',
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
    withdrawn: 'The offer holds no more.',
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
    'not-here':
      'The file is about nobody who lives here by our register, so nothing has been saved. Read it again when the population register has caught up, or call the municipality that sent it.',
    'other-key':
      'The file was made for other keys than those we use now. Give the municipality our keys, which stand under Keys, and ask for a new file.',
    'sender-other-key':
      'The file was made with other keys than those we have for that municipality. It may have changed: call, compare the fingerprint and add the new key.',
    'bad-signature': 'The file is not signed by the municipality that it says, or has been changed. Nothing has been saved.',
    'cannot-open': 'The file cannot be opened with our keys. Ask the municipality to make a new one.',
  },
  keeping: {
    'not-followed': 'The youth is neither covered by the responsibility here nor watched. Then nothing new may be written in the register.',
    'nothing-chosen': 'Choose something to put in.',
    'not-come': 'Something that was chosen is not among what came. Load the page again.',
  },
  closing: {
    'not-moved': 'The youth has not moved away by the population register, or has been handed over already.',
    'offer-open': 'There is an open offer. Withdraw it first, or wait for the answer.',
    'not-asked': 'That nobody took over is said when the new municipality has refused, not answered in time or could not be sent the data.',
    'closed-already': 'How it ended has been said already.',
  },
  withheld: {
    disagree: 'The register of the other municipality does not say that the youth lives there, or something else hinders. Call it.',
    protected: 'The youth has a protected identity since. Contact the other municipality by a safe road.',
    notThere:
      'By the population register the youth does not live in the municipality that was asked. Nothing is sent until the registers agree.',
    stillHere: 'By the population register the youth lives here.',
    turned20: 'The youth has turned 20, and the responsibility has ended.',
    noNumber: 'The youth has no identity number that the other municipality can know hen by.',
  },
}

export const refusalTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
