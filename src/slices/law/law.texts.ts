/** The law in plain Swedish: reasons, lines of the chain and facts. Codes stay codes everywhere else. */
import { dateOf, dayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import type { Explanation } from './explain.rules.ts'
import type { ChainLine, EducationKind, EntryReason, LineName, NotCoveredReason, ResponsibilityPeriod, ShownFact } from './law.types.ts'

const entryTexts: Readonly<Record<EntryReason, string>> = {
  decided: 'beslut av en person',
  returned: 'återkom till Sverige',
  registeredInSweden: 'nyfolkbokförd i Sverige',
  movedIn: 'flyttade in',
  studyCertificate: 'gick ut med studiebevis',
  endedWithoutDiploma: 'slutade utan examen',
  interruptedNational: 'avbröt nationellt program',
  interruptedIntroductory: 'avbröt introduktionsprogram',
  interruptedAdapted: 'avbröt anpassad gymnasieskola',
  interruptedEquivalent: 'avbröt motsvarande utbildning',
  noShow: 'kom aldrig till sin gymnasieplats',
  neverStarted: 'började aldrig i gymnasiet',
  unknown: 'okänd anledning',
}

const exitTexts: Readonly<Record<NotCoveredReason, string>> = {
  deceased: 'avliden',
  turned20: 'fyllde 20 år',
  emigrated: 'utvandrade',
  deregistered: 'avregistrerades',
  moved: 'bor inte i kommunen',
  inCompulsorySchooling: 'skolplikten har inte upphört',
  completed: 'har en gymnasieexamen eller motsvarande',
  inEducation: 'går en gymnasieutbildning',
  undecidedEducation: 'går en utbildning vars slag inte är avgjort',
  awaitingStart: 'är mellan två utbildningar',
  decided: 'beslut av en person',
}

const reasonTexts: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...exitTexts, ...entryTexts, retracted: 'uppgifterna är rättade' }),
)

/** A reason key in Swedish; a key nobody knows is shown as it is. */
export const reasonText = (reason: string): string => reasonTexts.get(reason) ?? reason

/** A line that holds, and one that does not. */
const lineTexts: Readonly<Record<LineName, readonly [holds: string, fails: string]>> = {
  '1': ['Lever.', 'Är avliden.'],
  '2': ['Har inte fyllt 20 år.', 'Har fyllt 20 år.'],
  '3': ['Är folkbokförd i Sverige.', 'Är inte längre folkbokförd i Sverige.'],
  '4': ['Har kommunen som hemkommun.', 'Har inte kommunen som hemkommun.'],
  '5': ['Skolplikten har upphört.', 'Skolplikten har inte upphört, eller så är födelsedagen okänd.'],
  '6': ['Har ingen gymnasieexamen eller motsvarande.', 'Har en gymnasieexamen eller motsvarande.'],
  '7': ['Går ingen gymnasieutbildning eller motsvarande.', 'Går en gymnasieutbildning eller motsvarande.'],
  '7b': ['Ingen utbildning av okänt slag håller ungdomen utanför.', 'Går en utbildning av okänt slag och var utanför när den började.'],
  '8': ['Är inte bara mellan två utbildningar.', 'Är mellan två utbildningar eller väntar på en känd start.'],
  decision: ['En person har beslutat att ungdomen omfattas.', 'En person har beslutat att ungdomen inte omfattas.'],
}

/** The sentence of one line of the chain. */
export const lineText = ({ line, holds }: ChainLine): string => lineTexts[line][holds ? 0 : 1]

const kindTexts: Readonly<Record<string, string>> = {
  birthDate: 'Födelsedag',
  death: 'Avliden',
  registration: 'Folkbokförd',
  deregistration: 'Avregistrerad',
  protectedRegistration: 'Skyddad folkbokföring sedan',
  termEnd: 'Vårterminens slut',
  firstDay: 'Första dagen efter skolplikten',
  schoolingEnd: 'Beslut om skolpliktens slut',
  immigration: 'Invandrade',
  credential: 'Betygsdokument',
  completedFrom: 'Räknas från',
  enrolment: 'Inskrivning',
  gap: 'Uppehåll',
  decision: 'Beslut',
}

const educationTexts: Readonly<Record<EducationKind, string>> = {
  national: 'räknas som gymnasieutbildning',
  introductory: 'introduktionsprogram',
  adapted: 'anpassad gymnasieskola eller motsvarande',
  equivalent: 'motsvarar gymnasieskolan',
  abroad: 'gymnasiestudier utomlands',
  levelUnknown: 'nivån är inte avgjord',
  otherForm: 'annan skolform, räknas inte',
  undecided: 'okänt slag',
}

/** Words of fact values. Codes of schools are not translated: they come first, and only what follows them is looked up. */
const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...educationTexts,
    withdrawn: 'började aldrig',
    cancelled: 'avbröts',
    unknown: 'okänd',
    elsewhere: 'annan kommun',
    covers: 'omfattas',
    not: 'omfattas inte',
    UV: 'utvandrad',
    OB: 'obefintlig',
  }),
)

const inWords = (value: string): string =>
  value
    .split(' ')
    .map(
      (word) =>
        words.get(word) ??
        word.replace(
          /^(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})?$/,
          (_, from: string, until: string | undefined) => `${from} till ${until ?? 'tills vidare'}`,
        ),
    )
    .join(', ')

const inDays = (_: string, from: string, until: string | undefined): string => `${from} till ${until ?? 'tills vidare'}`

/** A fact as a phrase: what, and its value in Swedish. */
export function factText({ kind, value }: ShownFact): string {
  const title = Object.hasOwn(kindTexts, kind) ? kindTexts[kind] : kind
  if (kind !== 'decision') return `${title}: ${inWords(value)}`
  const verdict = value.startsWith('covers') ? 'omfattas' : 'omfattas inte'
  // Only the days at the front are put in words: what follows is a person's own text.
  return `${title}: ${verdict} ${value.replace(/^\S+ /, '').replace(/^(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})?/, inDays)}`
}

const ownSources: Readonly<Record<string, string>> = {
  settings: 'kommunens inställningar',
  rule: 'räknat ur regeln',
  identityNumber: 'identitetsnumret',
}

/** Where a fact comes from, and when it was read. */
export const originText = ({ source, readAt }: ShownFact): string =>
  readAt === null ? (ownSources[source] ?? source) : `${ownSources[source] ?? source}, läst ${readAt.slice(0, 10)}`

/** A period as a sentence, as it looks on the day: an end that lies ahead is not told. */
export function periodText({ fromOn, untilOn, entryReason, exitReason }: ResponsibilityPeriod, on: Day): string {
  const hasEnded = untilOn !== null && untilOn <= on
  return `Från ${dateOf(fromOn)} (${reasonText(entryReason)}) ${hasEnded ? `till ${dateOf(untilOn)} (${reasonText(exitReason ?? '')})` : 'och pågår'}`
}

/** The whole explanation as text for a terminal. */
export function describeExplanation(explanation: Explanation, name: string, on: PlainDate): string {
  const verdict = explanation.covered ? 'OMFATTAS av aktivitetsansvaret' : `omfattas INTE: ${reasonText(explanation.reason ?? '')}`
  const chain = explanation.chain.flatMap((line) => [
    `  ${line.holds ? '+' : '-'} ${line.line.padEnd(3)} ${lineText(line)}  [${line.rule}]`,
    ...line.facts.map((fact) => `          ${factText(fact)}  (${originText(fact)})`),
  ])
  const begun = explanation.periods.filter(({ fromOn }) => fromOn <= dayOf(on))
  const periods = begun.length === 0 ? ['  inga'] : begun.map((period) => `  ${periodText(period, dayOf(on))}`)
  return [`${name} ${on}: ${verdict}`, ...chain, 'Perioder:', ...periods].join('\n')
}
