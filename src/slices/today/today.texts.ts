/** Wording of the start page. */
import type { Lang } from '../../kernel/lang.ts'
import type { RunState } from '../sources/index.ts'
import type { OwnNumber, WaitingReturn } from './today.types.ts'

const swedishHalf = ({ half, errors, daysLeft, lacks }: WaitingReturn): string => {
  const days = `${Math.abs(daysLeft)} ${Math.abs(daysLeft) === 1 ? 'dag' : 'dagar'}`
  const time = daysLeft < 0 ? `sista dagen var för ${days} sedan` : days
  const left = errors === null ? 'profil saknas' : `${errors} fel kvar`
  const more = { delivery: time, receipt: 'kvittensen saknas' }
  return `Halvårsuppgiften ${half}: ${[left, ...(lacks === null ? ['levererad'] : [more[lacks]])].join(', ')}`
}
const englishHalf = ({ half, errors, daysLeft, lacks }: WaitingReturn): string => {
  const days = `${Math.abs(daysLeft)} ${Math.abs(daysLeft) === 1 ? 'day' : 'days'}`
  const time = daysLeft < 0 ? `the last day was ${days} ago` : days
  const left = errors === null ? 'no profile' : `${errors} ${errors === 1 ? 'error' : 'errors'} left`
  const more = { delivery: time, receipt: 'no receipt' }
  return `The half-yearly return ${half}: ${[left, ...(lacks === null ? ['delivered'] : [more[lacks]])].join(', ')}`
}

/** What a run that did not go well means, and what to do. Those not here went well. */
type Trouble = Readonly<Partial<Record<RunState, string>>>

const sv = {
  today: 'I dag',
  night: 'Senaste natten',
  delivery: 'Senaste leveransen',
  when: (on: string, state: string, at: string, lasted: string) => `${on}: ${state}. Började ${at} och tog ${lasted}.`,
  running: (since: string, lasted: string) => `Natten körs just nu, sedan ${since} (${lasted}). Sidan visar läget före natten.`,
  trouble: {
    failed: 'Något gick fel i programmet. Det som inte blev klart är som före natten. Hör av dig till driften; nästa natt försöker igen.',
    interrupted:
      'Natten avbröts, troligen för att servern startades om. Det som inte hann bli klart görs nästa natt. Hör av dig till driften om det händer igen.',
    stopped: 'Spärren stoppade en källa som hade krympt eller växt för mycket. Inget från den är ändrat förrän någon har svarat.',
    refused: 'En källa gick inte att läsa. Det som stod från den gäller fortfarande, men är inte nytt.',
  } satisfies Trouble,
  missing: (on: string) => `Ingen natt har körts sedan ${on}. Listorna visar läget då. Hör av dig till driften.`,
  goodBefore: (on: string) => `Senaste natten som blev klar är ${on}. Det är den som visas här.`,
  noRun: 'Ingen natt har körts än',
  noRunToDo:
    'När källorna är inställda läser natten dem klockan fyra på vardagar. På morgonen står här vilka som har kommit in och lämnat, och varför.',
  entered: 'kom in',
  left: 'lämnade',
  enteredWhy: 'Varför de kom in',
  leftWhy: 'Varför de lämnade',
  reason: 'Anledning',
  n: 'Antal',
  nobody: 'Ingen som du får se kom in eller lämnade.',
  none: 'Ingen.',
  scope: 'Antalen gäller de ungdomar du får se.',
  showAll: 'Visa nattens händelser',
  sources: 'Källor',
  noSources: 'Inga källor är inställda.',
  toSources: 'Till källorna',
  source: 'Källa',
  state: 'Läge',
  age: 'Senast läst',
  rows: 'Rader',
  waiting: 'Väntar på dig',
  nothing: 'Inget väntar.',
  nothingText: 'Allt som du kan göra här är gjort.',
  stopped: (source: string) => `Svara spärren: ${source}`,
  exceptions: (kind: string) => `Undantag: ${kind}`,
  duplicates: 'Troliga dubbletter',
  together: 'Skola och samverkan',
  corrections: 'Rättelser att kontrollera',
  parked: 'Rättelser som väntar på nästa läsning',
  unassigned: 'Nya utan ansvarig, senaste 7 dagarna',
  notBegun: 'Ingen har börjat inom en månad',
  half: swedishHalf,
  replies: 'Svar från ungdomar att ta ställning till',
  followUpsOverdue: 'Försenade uppföljningar hos mig',
  followUpsDue: 'Uppföljningar i dag hos mig',
  proposals: 'Förslag som väntar på personalgruppen',
  pastEnd: 'Åtgärder vars planerade slut har passerat',
  expiring: 'Sysselsättningar som går ut inom 14 dagar',
  termEnd: (year: number) => `Sätt vårterminens slut ${year}`,
  own: 'Mina siffror',
  team: 'Arbetslag',
  standsInFor: (name: string, until: string) => `Räknat med ungdomarna hos ${name}, som du ersätter till ${until}.`,
  wasAway: (days: string) => `Du var borta ${days}.`,
  toSummary: 'Läs vad som hände med dina ungdomar',
  numbers: {
    mine: 'mina att åtgärda',
    newForMine: 'nya hos mig, 7 dagar',
    mineOverdue: 'förfallet hos mig',
    mineDueToday: 'förfaller i dag hos mig',
    unit: 'enhetens att åtgärda',
    unitUnassigned: 'utan ansvarig på enheten',
    unitOverdue: 'förfallet på enheten',
  } satisfies Readonly<Record<OwnNumber, string>>,
}

type Texts = typeof sv

const en: Texts = {
  today: 'Today',
  night: 'Last night',
  delivery: 'Last delivery',
  when: (on, state, at, lasted) => `${on}: ${state}. Began ${at} and took ${lasted}.`,
  running: (since, lasted) => `The nightly match is running now, since ${since} (${lasted}). The page shows how things were before it.`,
  trouble: {
    failed:
      'Something went wrong in the program. What was not finished is as it was before the night. Tell operations; the next night tries again.',
    interrupted:
      'The night was interrupted, probably because the server was restarted. What was not finished is done the next night. Tell operations if it happens again.',
    stopped: 'The guard stopped a source that had shrunk or grown too much. Nothing from it is changed until somebody has answered.',
    refused: 'A source could not be read. What it said before still holds, but is not new.',
  },
  missing: (on) => `No night has been run since ${on}. The lists show how things were then. Tell operations.`,
  goodBefore: (on) => `The last night that was finished is ${on}. That is the one shown here.`,
  noRun: 'No night has been run yet',
  noRunToDo:
    'When the sources are set up, the night reads them at four on weekdays. In the morning it says here who has entered and left, and why.',
  entered: 'entered',
  left: 'left',
  enteredWhy: 'Why they entered',
  leftWhy: 'Why they left',
  reason: 'Reason',
  n: 'Number',
  nobody: 'Nobody whom you may see entered or left.',
  none: 'Nobody.',
  scope: 'The numbers are of the youths you may see.',
  showAll: "Show the night's events",
  sources: 'Sources',
  noSources: 'No sources are set up.',
  toSources: 'To the sources',
  source: 'Source',
  state: 'State',
  age: 'Last read',
  rows: 'Rows',
  waiting: 'Waits for you',
  nothing: 'Nothing waits.',
  nothingText: 'Everything that you can do here is done.',
  stopped: (source) => `Answer the guard: ${source}`,
  exceptions: (kind) => `Exceptions: ${kind}`,
  duplicates: 'Likely duplicates',
  together: 'Schools and co-operation',
  corrections: 'Corrections to check',
  parked: 'Corrections waiting for the next read',
  unassigned: 'New with nobody responsible, last 7 days',
  notBegun: 'Nobody has begun within a month',
  half: englishHalf,
  replies: 'Answers from youths to decide on',
  followUpsOverdue: 'Follow-ups overdue with me',
  followUpsDue: 'Follow-ups due today with me',
  proposals: 'Proposals waiting for the personnel group',
  pastEnd: 'Measures whose planned end has passed',
  expiring: 'Occupations that expire within 14 days',
  termEnd: (year) => `Set the end of the spring term ${year}`,
  own: 'My numbers',
  team: 'Team',
  standsInFor: (name, until) => `Counted with the youths of ${name}, for whom you stand in until ${until}.`,
  wasAway: (days) => `You were away ${days}.`,
  toSummary: 'Read what happened with your youths',
  numbers: {
    mine: 'mine to act on',
    newForMine: 'new with me, 7 days',
    mineOverdue: 'overdue with me',
    mineDueToday: 'due today with me',
    unit: "the unit's to act on",
    unitUnassigned: 'unassigned in the unit',
    unitOverdue: 'overdue in the unit',
  },
}

export const todayTexts: Readonly<Record<Lang, Texts>> = { sv, en }
