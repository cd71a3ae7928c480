/** What the first plan of a municipality begins with: what the law, Skolverket's general advice and a city's own plan ask of one, in our own words and in Swedish as the plan is. */
import type { PartContent } from './steering.types.ts'

/** Headings with what each should answer. The municipality writes the rest, and names the board that answers: without one the plan is not adopted. */
const outline: readonly (readonly [heading: string, asks: string])[] = [
  [
    'Uppdrag, målgrupp och gränser',
    'Vilka ungdomar omfattas (29 kap. 9 § skollagen), och vilka följer vi i förebyggande syfte? Vad ingår i uppdraget, och vad hör till andra: vård, socialtjänst, stöd enligt LSS? Hur möter vi den som behöver något annat först?',
  ],
  [
    'Vem som ansvarar för vad',
    'Vilken nämnd svarar för vilken del? Hur är arbetet organiserat, vem leder det, och hur är ansvaret delat mellan nämnderna?',
  ],
  [
    'Styrgrupp och samverkansforum',
    'Vilka sitter där, och vad avgör de? Hur förbereds en fråga, när möts de, och hur når besluten dem som arbetar med ungdomarna?',
  ],
  [
    'Samverkan med andra',
    'Vilka myndigheter, enheter och andra aktörer samverkar vi med, och vad erbjuder de? Vilka överenskommelser finns, till när, och vem ser till att de förnyas? På vilken grund får uppgifter lämnas?',
  ],
  [
    'Övergången från grundskolan och antagningen',
    'Hur uppmärksammas den som inte söker, inte blir antagen eller inte kommer? Vilka bjuds in efter första och andra antagningen, och tills när arbetar vi: septembersiffran?',
  ],
  [
    'Att hindra avbrott',
    'Hur tas anmälningar om start, avslut och frånvaro emot från egna och andra huvudmän? Vem tar kontakt före ett avbrott, och hur hanteras den som är inskriven men inte är där, eller har klagomål på skolan?',
  ],
  [
    'Att identifiera och hålla sig underrättad',
    'Vilka källor läses, hur ofta, och vem rättar det som inte stämmer? Hur håller vi oss underrättade om vad ungdomarna gör, och när ska en uppgift förnyas?',
  ],
  [
    'Att informera och kontakta',
    'Hur och hur snart tar vi kontakt: brev, sms, telefon, kort, hembesök? Hur anpassas det till ungdomens situation och språk? Vilken information når ungdomar och vårdnadshavare, och hur sköts sociala medier?',
  ],
  [
    'Ungdomar som är nya i landet, har studiebevis eller snart fyller 20',
    'Vad gäller för den som nyss har fått uppehållstillstånd? Vart visas den med studiebevis? Vad händer när ungdomen fyller 20, och vem tar emot den som vill ha fortsatt stöd?',
  ],
  [
    'Lämpliga individuella åtgärder',
    'Vad erbjuds, i första hand för att ungdomen ska börja eller återuppta en utbildning, och i andra hand annan sysselsättning? Vem beslutar om platser, och hur samordnas åtgärder med andra aktörers?',
  ],
  [
    'Dokumentation och register',
    'Vem skriver vad, och var? Hur hämtas och rättas uppgifter, hur lämnas halvårsuppgiften, och när tas uppgifterna bort? När behövs samtycke för att skriva i ett annat system?',
  ],
  [
    'Skyddade personuppgifter och sekretess',
    'Vilka får arbeta med ungdomar som har skyddade personuppgifter, och hur? Hur prövas sekretessen när en uppgift lämnas till någon annan?',
  ],
  [
    'Ungdomarnas röst',
    'Hur får ungdomarna säga vad de tycker, och vad händer med det? Hur tas synpunkter och klagomål emot? Hur tas barnets rättigheter till vara?',
  ],
  [
    'Att följa upp och utvärdera',
    'Vilka siffror följs, när, och till vem rapporteras de? När utvärderas sättet att söka upp ungdomar? Vem analyserar årsrapporten, och hur lyfts det som behöver ändras?',
  ],
  [
    'Utvecklingsområden',
    'Vad behöver utvecklas under året, vem svarar för det, och när ska det vara klart? Frågorna under Styrning är underlaget.',
  ],
]

export const shippedParts: readonly PartContent[] = outline.map(([heading, body]) => ({ heading, board: '', body }))
