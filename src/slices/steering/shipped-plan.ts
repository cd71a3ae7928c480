/** What the first plan of a municipality begins with: the parts of Skolverket's general advice on the responsibility, in Swedish as the plan is. */
import type { PartContent } from './steering.types.ts'

const unnamed = 'Ansvarig nämnd anges här'

/** Headings with what each should answer. The municipality writes the rest, and says which board answers. */
export const shippedParts: readonly PartContent[] = [
  {
    heading: 'Uppdrag och målgrupp',
    board: unnamed,
    body: 'Vilka ungdomar omfattas (skollagen 29 kap. 9 §)? Vad ingår i uppdraget, och vad hör till andra?',
  },
  {
    heading: 'Styra och leda arbetet',
    board: unnamed,
    body: 'Vilken nämnd ansvarar för vad? Hur är arbetet organiserat, och vem leder det?',
  },
  {
    heading: 'Samverkan',
    board: unnamed,
    body: 'Vilka myndigheter och andra aktörer samverkar kommunen med? Vilka överenskommelser finns, och till när?',
  },
  {
    heading: 'Förebyggande arbete och övergångar',
    board: unnamed,
    body: 'Hur uppmärksammas den som är på väg att lämna skolan, och den som inte har någon plats inför hösten?',
  },
  {
    heading: 'Identifiera, informera och kontakta',
    board: unnamed,
    body: 'Hur håller sig kommunen löpande underrättad? Hur kontaktas ungdomarna, och hur snart?',
  },
  {
    heading: 'Erbjuda lämpliga individuella åtgärder',
    board: unnamed,
    body: 'Vad erbjuds, i första hand för att ungdomen ska börja eller återuppta en utbildning?',
  },
  {
    heading: 'Dokumentera och föra register',
    board: unnamed,
    body: 'Vem skriver vad, var? Hur skyddas uppgifterna, och när tas de bort?',
  },
  {
    heading: 'Följa upp och utvärdera',
    board: unnamed,
    body: 'Vilka siffror följs, när, och till vem rapporteras de? Hur lyfts det som behöver ändras?',
  },
]
