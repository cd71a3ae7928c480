/** Wording of conventions: choosing one, making one's own, and coding the past anew. */
import type { Lang } from '../../kernel/lang.ts'
import type { ConventionFault } from './convention.rules.ts'
import type { ConventionOrigin } from './coding.types.ts'
import type { LeftReason } from './replay.types.ts'

const sv = {
  title: 'Kodning',
  plans: 'Planer',
  settings: 'Inställningar',
  lead: 'Hur det som händer blir sysselsättning och åtgärd. Valet gäller nya uppgifter; tidigare räknas om bara när du säger till.',
  origins: { sourced: 'ur en källa', example: 'exempel, inte ur någon källa', own: 'kommunens egen' } satisfies Record<
    ConventionOrigin,
    string
  >,
  about: {
    skaraborg:
      'Ur ”Tips på vägen” för kommunerna i Skaraborg. Arbete genom kommunen, andra studier och ”något annat” nämns inte där och är våra.',
    'enstaka-samtal':
      'Samma källa: ”enstaka samtal kodar en del”. Samtalet skrivs som åtgärd, också när ungdomen inte vill ha mer kontakt.',
    exempel: 'Vårt eget exempel på vad en konvention kan bestämma. Ingen kommun har valt det, och det finns inte i någon källa.',
    egen: 'Så som kommunen själv har bestämt.',
  } as Readonly<Record<string, string>>,
  chosen: 'gäller nya uppgifter',
  version: (n: number) => `version ${n}`,
  conventions: 'Konventioner',
  choose: 'Vilken konvention?',
  chooseForNew: 'Använd för nya uppgifter',
  preview: 'Visa vad som skulle ändras',
  chosenNow: 'Vald. Nya uppgifter kodas så. Det som redan är inskrivet är som det var.',
  unchanged: 'Den gällde redan. Inget är ändrat.',
  own: 'Kommunens egen',
  ownDo: 'Ändra kommunens egen',
  ownMake: 'Gör en egen',
  lines: 'Vad varje händelse blir',
  columns: {
    event: 'Händelse',
    occupation: 'Sysselsättning',
    measure: 'Åtgärd',
    responsible: 'Vem ansvarar',
    before: 'Före',
    after: 'Efter',
    n: 'Antal',
    youth: 'Ungdom',
  },
  fixed: 'Bestäms inte av någon konvention',
  fixedWhy:
    'Lagen avgör vem som lämnar registret, en annan aktörs slag sparas aldrig, och okänt är inte samma sak som att inget göra (skollagen 29 kap. 9 §, förordning 2006:39).',
  stale: 'Någon annan har ändrat sedan du öppnade sidan. Det här gäller nu; gör om ditt val om det fortfarande är rätt.',
  running: 'Natten körs just nu. Inget är ändrat. Försök igen om en stund.',
  unknown: 'Den konventionen finns inte längre. Välj en annan.',
  ownTitle: 'Kommunens egen konvention',
  ownLead: 'Välj vad varje händelse skrivs som. Den sparas som en ny version och gäller först när den är vald.',
  name: 'Namn',
  noOccupation: 'ingen',
  noItem: 'ingen åtgärd',
  save: 'Spara som ny version',
  saved: 'Sparad. Välj den för att den ska gälla nya uppgifter.',
  savedInForce: 'Sparad. Den är vald och gäller nya uppgifter från nu.',
  paste: 'Klistra in en konvention',
  pasteHint: 'Text i formatet JSON, till exempel en som en annan kommun har laddat ner här.',
  pasteDo: 'Läs och spara',
  download: 'Ladda ner kommunens egen (JSON)',
  faults: {
    'not-readable': 'Texten går inte att läsa som en konvention. Den ska vara JSON med fälten name och lines.',
    'name-missing': 'Skriv ett namn.',
    'name-too-long': 'Namnet får ha högst 60 tecken.',
    'line-missing': 'Händelsen saknar rad.',
    'unknown-event': 'Händelsen finns inte.',
    'unknown-field': 'Fältet finns inte.',
    'decided-by-law':
      'Det bestämmer lagen, inte en konvention: bara gymnasiestudier utomlands avslutar ansvaret, en annan aktörs slag sparas aldrig, och okänt är inte att inget göra.',
    'unknown-occupation': 'Sysselsättningen finns inte.',
    'unknown-item': 'Åtgärden finns inte i kommunens katalog.',
    'item-not-valid': 'Åtgärden gäller inte längre i kommunens katalog.',
    'unknown-responsible': 'Välj vem som ansvarar.',
    'not-a-line': 'Raden ska ha fälten occupation och measure.',
  } satisfies Record<ConventionFault, string>,
  previewTitle: 'Vad skulle ändras?',
  previewLead: (name: string) => `Om det som redan är inskrivet kodas efter ${name}. Inget är ändrat än.`,
  scope: 'Bara ungdomar som du får se räknas om. Andras rörs inte, och inte det som någon har skrivit för hand sedan dess.',
  changes: (n: number, youths: number) =>
    `${n === 1 ? 'En uppgift' : `${n} uppgifter`} om ${youths === 1 ? 'en ungdom' : `${youths} ungdomar`} skulle få andra koder.`,
  noChanges: 'Inget ändras: allt som är inskrivet har redan de koderna.',
  perKind: 'Antal per slag',
  perYouth: 'Ungdom för ungdom',
  more: (n: number) => `och ${n} till. Alla räknas om.`,
  leftHeading: 'Lämnas som det är',
  left: {
    'said-since': 'Något annat har uppgetts sedan dess. Det senare gäller.',
    'taken-back': 'Kontakten eller uppgiften är tillbakatagen.',
    'measure-touched': 'Åtgärden har avslutats, ändrats eller strukits.',
    'item-not-valid': 'Åtgärden gällde inte den dagen i kommunens katalog.',
  } satisfies Record<LeftReason, string>,
  leftMeasure: 'Åtgärden får inte börja den dagen: ',
  replay: 'Använd för nya uppgifter och räkna om de tidigare',
  replayOnly: 'Räkna om de tidigare',
  replayQuestion: 'Koderna skrivs om för ungdomarna ovan. Det går att räkna tillbaka med den konvention som gällde.',
  progressTitle: 'Omräkning',
  progress: (done: number, total: number) => `${done} av ${total} ungdomar är klara.`,
  again: 'Läs in sidan igen',
  done: (changed: number, isPart: boolean) =>
    changed === 0
      ? isPart
        ? 'Inga koder är ändrade.'
        : 'Klart. Inget behövde ändras.'
      : `${isPart ? '' : 'Klart. '}${changed === 1 ? 'En uppgift' : `${changed} uppgifter`} fick nya koder.`,
  failed: 'Omräkningen avbröts. Det som hann bli klart står kvar. Räkna om igen: den fortsätter där den slutade.',
  held: (n: number) =>
    `${n === 1 ? 'En ungdom' : `${n} ungdomar`} räknades inte om: någon annan skrev om dem just då, eller så körs natten. De är som de var. Räkna om igen om en stund.`,
  protectedTag: 'Skyddade uppgifter',
  noReplay: 'Ingen omräkning pågår, och ingen är gjord nyss.',
  anotherRuns: 'En omräkning pågår redan i kommunen. Vänta tills den är klar.',
  back: 'Tillbaka till kodning',
}

const en: typeof sv = {
  title: 'Coding',
  plans: 'Plans',
  settings: 'Settings',
  lead: 'How what happens becomes occupation and measure. The choice holds for new records; earlier ones are coded anew only when you say so.',
  origins: { sourced: 'from a source', example: 'an example, from no source', own: 'the municipality’s own' },
  about: {
    skaraborg:
      'From “Tips på vägen” of the municipalities in Skaraborg. Work through the municipality, other studies and “something else” are not in it and are ours.',
    'enstaka-samtal':
      'The same source: “some code a single talk”. The talk is written as a measure, also when the youth wants no more contact.',
    exempel: 'Our own example of what a convention can decide. No municipality has chosen it, and it is in no source.',
    egen: 'As the municipality itself has decided.',
  },
  chosen: 'holds for new records',
  version: (n) => `version ${n}`,
  conventions: 'Conventions',
  choose: 'Which convention?',
  chooseForNew: 'Use for new records',
  preview: 'Show what would change',
  chosenNow: 'Chosen. New records are coded so. What is already written is as it was.',
  unchanged: 'It was in force already. Nothing is changed.',
  own: 'The municipality’s own',
  ownDo: 'Change the municipality’s own',
  ownMake: 'Make your own',
  lines: 'What each event becomes',
  columns: {
    event: 'Event',
    occupation: 'Occupation',
    measure: 'Measure',
    responsible: 'Who is responsible',
    before: 'Before',
    after: 'After',
    n: 'Number',
    youth: 'Youth',
  },
  fixed: 'Decided by no convention',
  fixedWhy:
    'The law decides who leaves the register, another actor’s kind is never kept, and unknown is not the same as doing nothing (Education Act 29:9, ordinance 2006:39).',
  stale: 'Somebody else has changed it since you opened the page. This is what holds now; choose again if it is still right.',
  running: 'The nightly match is running. Nothing is changed. Try again in a while.',
  unknown: 'There is no such convention any more. Choose another.',
  ownTitle: 'The municipality’s own convention',
  ownLead: 'Choose what each event is written as. It is saved as a new version and holds only once it is chosen.',
  name: 'Name',
  noOccupation: 'none',
  noItem: 'no measure',
  save: 'Save as a new version',
  saved: 'Saved. Choose it for new records to follow it.',
  savedInForce: 'Saved. It is chosen, and new records follow it from now on.',
  paste: 'Paste a convention',
  pasteHint: 'Text as JSON, for instance one that another municipality has downloaded here.',
  pasteDo: 'Read and save',
  download: 'Download the municipality’s own (JSON)',
  faults: {
    'not-readable': 'The text cannot be read as a convention. It is to be JSON with the fields name and lines.',
    'name-missing': 'Write a name.',
    'name-too-long': 'The name may have 60 characters at most.',
    'line-missing': 'The event has no line.',
    'unknown-event': 'There is no such event.',
    'unknown-field': 'There is no such field.',
    'decided-by-law':
      'The law decides that, not a convention: only upper secondary studies abroad end the responsibility, another actor’s kind is never kept, and unknown is not doing nothing.',
    'unknown-occupation': 'There is no such occupation.',
    'unknown-item': 'The measure is not in the municipality’s catalogue.',
    'item-not-valid': 'The measure is no longer valid in the municipality’s catalogue.',
    'unknown-responsible': 'Choose who is responsible.',
    'not-a-line': 'The line is to have the fields occupation and measure.',
  },
  previewTitle: 'What would change?',
  previewLead: (name) => `If what is already written is coded by ${name}. Nothing is changed yet.`,
  scope: 'Only youths that you may see are coded anew. Others are not touched, nor what somebody has written by hand since.',
  changes: (n, youths) =>
    `${n === 1 ? 'One record' : `${n} records`} of ${youths === 1 ? 'one youth' : `${youths} youths`} would get other codes.`,
  noChanges: 'Nothing changes: all that is written has those codes already.',
  perKind: 'Number of each kind',
  perYouth: 'Youth by youth',
  more: (n) => `and ${n} more. All are coded anew.`,
  leftHeading: 'Left as it is',
  left: {
    'said-since': 'Something else has been said since. The later holds.',
    'taken-back': 'The contact or the statement is taken back.',
    'measure-touched': 'The measure has been ended, changed or struck.',
    'item-not-valid': 'The measure was not valid that day in the municipality’s catalogue.',
  },
  leftMeasure: 'The measure may not begin that day: ',
  replay: 'Use for new records and code the earlier ones anew',
  replayOnly: 'Code the earlier ones anew',
  replayQuestion: 'The codes of the youths above are written anew. They can be coded back by the convention that was in force.',
  progressTitle: 'Coding anew',
  progress: (done, total) => `${done} of ${total} youths are done.`,
  again: 'Load the page again',
  done: (changed, isPart) =>
    changed === 0
      ? isPart
        ? 'No codes have changed.'
        : 'Done. Nothing needed to change.'
      : `${isPart ? '' : 'Done. '}${changed === 1 ? 'One record' : `${changed} records`} got new codes.`,
  failed: 'It was interrupted. What was done stays. Do it again: it goes on where it stopped.',
  held: (n) =>
    `${n === 1 ? 'One youth was' : `${n} youths were`} not coded anew: somebody else was writing about them just then, or the night is running. Nothing of theirs has changed. Do it again in a while.`,
  protectedTag: 'Protected identity',
  noReplay: 'Nothing is being coded anew, and nothing was just now.',
  anotherRuns: 'The past is already being coded anew in the municipality. Wait until that is done.',
  back: 'Back to coding',
}

/** The words of conventions. */
export const conventionTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
