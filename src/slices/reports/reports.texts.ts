/** Wording of reports: their names, their tables and pictures, and what is wrong when one cannot be made. */
import type { Lang } from '../../kernel/lang.ts'
import type { ChartKey, SeriesKey } from './layout.rules.ts'
import type { ReportKind, ReportProblem } from './report.rules.ts'

const years = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

const sv = {
  title: 'Rapporter',
  below: 'Färdiga rapporter till nämnden: räknade nu, eller som de var när de publicerades.',
  figures: 'Siffror',
  kinds: { tertial1: 'Tertialrapport 1', tertial2: 'Tertialrapport 2', annual: 'Årsrapport', schoolYear: 'Läsårsrapport' } satisfies Record<
    ReportKind,
    string
  >,
  kindsBelow: {
    tertial1: 'Januari–april. Enheternas lägesrapport först.',
    tertial2: 'Året till och med augusti. Enheternas lägesrapport först.',
    annual: 'Hela kalenderåret, med septemberbilden.',
    schoolYear: 'Juli–juni. Uppsökande arbete, stöd och insatser, och hur många som omfattades under läsåret.',
  } satisfies Record<ReportKind, string>,
  named: (kind: ReportKind, year: number): string => `${sv.kinds[kind]} ${kind === 'schoolYear' ? years(year) : year}`,
  year: 'År',
  yearHint: 'Ett läsår nämns efter året det börjar.',
  show: 'Visa',
  otherYear: 'Ett annat år',
  period: (from: string, to: string) => `${from} – ${to}`,
  ongoing: (to: string) => `Perioden pågår. Det här är räknat till och med ${to}.`,
  isOngoing: '(pågår)',
  problems: {
    'no-such-year': 'Skriv ett år mellan 2005 och 2100 med fyra siffror. Den senaste rapporten visas så länge.',
    'not-begun': 'Den perioden har inte börjat. Den senaste rapporten visas så länge.',
  } satisfies Record<ReportProblem, string>,
  unknownTitle: 'Den rapporten finns inte',
  unknown: 'Välj en av rapporterna här.',
  nobody: 'Ingen omfattades i perioden. Alla antal är noll.',
  paperScope: (units: string) => `Det här gäller ${units}, inte hela kommunen.`,
  paperProtected: 'Ungdomar med skyddade uppgifter är inte med.',
  scope: 'Du ser det som gjordes i din enhet. En publicerad rapport gäller hela kommunen.',
  protectedLeftOut: 'Ungdomar med skyddade uppgifter är inte med i det du ser. I en publicerad rapport räknas alla.',
  asPdf: 'PDF',
  asXlsx: 'Excel',
  asCsv: 'CSV',
  files: 'Spara som fil',
  contents: 'Innehåll',
  what: 'Vad',
  number: 'Antal',
  where: 'Var',
  month: 'Månad',
  item: 'Insats',
  ended: 'Avslutade',
  reasons: 'Varför',
  wholeCaption: 'Hela kommunen',
  perCaption: (dimension: string) => `Per ${dimension}`,
  endsCaption: 'Avslutade åtgärder per insats, och varför',
  monthColumns: { in: 'Kom in', out: 'Lämnade', covered: 'Omfattades sista dagen' },
  channels: { letter: 'Brev', visitCard: 'Knackakort', phone: 'Telefonsamtal', homeVisit: 'Hembesök' } as Readonly<
    Partial<Record<string, string>>
  >,
  series: { made: 'antal', answered: 'besvarade', ended: 'åtgärder', youths: 'ungdomar', periods: 'perioder' } satisfies Record<
    SeriesKey,
    string
  >,
  charts: {
    channels: 'Brev, knackakort, samtal och hembesök',
    ended: 'Varför åtgärder avslutades',
    reached: 'Nådda ungdomar per enhet',
    registration: 'Sysselsättning vid registreringen',
    exit: 'Varför perioder upphörde',
    flow: 'In och ut, månad för månad',
    notKnown: 'Känd och inte känd sysselsättning',
    since: 'Tid sedan senast nådd',
    september: 'Vad ungdomarna har den 15 september',
    onDay: 'Läget den dagen',
  } satisfies Record<ChartKey, string>,
  picture: (day: string) => `Bild av den ${day}.`,
  rules: 'Så har det räknats',
  rulesText: [
    'En ungdom räknas en gång i varje rad, där det hände först. Därför summerar enheterna till helheten.',
    'Ett brev eller samtal räknas på sin egen dag och där det gjordes. Ett svar är ungdomens egen röst.',
    'Det som gjordes en dag då ungdomen inte omfattades räknas för sig, utanför målgruppen.',
    'Omfattades gör den som kommunens aktivitetsansvar gäller minst en dag i perioden, efter de uppgifter som källorna har lämnat.',
    'Strukna och avslagna uppgifter räknas inte. Noll skrivs ut.',
    'Kön läses ur personnumret eller samordningsnumret och sparas inte.',
  ],
  smallRule: (below: number) =>
    below <= 1
      ? 'Alla antal visas, också små.'
      : `Antal från 1 till ${below - 1} visas inte, och inte heller vad de kan räknas ut av. Där står två punkter (..). Ett streck (–) är en andel av ingenting.`,
  madeOn: (day: string) => `Räknad ${day} med det som var känt då.`,
  publishedAt: (at: string, by: string) => `Publicerad ${at} av ${by}, med det som var känt då.`,
  place: (name: string) => name,
  page: (of: string) => `Sida ${of}`,
  fileColumns: { figure: 'Figur', fromOn: 'Från och med', toOn: 'Till och med', place: 'Var', row: 'Rad', value: 'Värde' },
  all: 'alla',
  links: { published: 'Publicerat', compare: 'Jämför', figure: 'Publicera en enstaka siffra', here: 'Rapporter' },
}

export type ReportsTexts = typeof sv

const en: ReportsTexts = {
  title: 'Reports',
  below: 'Reports for the board: counted now, or as they were when they were published.',
  figures: 'Figures',
  kinds: {
    tertial1: 'Report on the first four months',
    tertial2: 'Report on the first eight months',
    annual: 'Annual report',
    schoolYear: 'School-year report',
  },
  kindsBelow: {
    tertial1: 'January–April. The units’ report first.',
    tertial2: 'The year until the end of August. The units’ report first.',
    annual: 'The whole calendar year, with the September picture.',
    schoolYear: 'July–June. Outreach, support and measures, and how many were covered in the school year.',
  },
  named: (kind, year) => `${en.kinds[kind]} ${kind === 'schoolYear' ? years(year) : year}`,
  year: 'Year',
  yearHint: 'A school year is named by the year that it begins in.',
  show: 'Show',
  otherYear: 'Another year',
  period: (from, to) => `${from} – ${to}`,
  ongoing: (to) => `The period is not over. This is counted until ${to}, that day included.`,
  isOngoing: '(not over)',
  problems: {
    'no-such-year': 'Write a year from 2005 to 2100 with four digits. The latest report is shown meanwhile.',
    'not-begun': 'That period has not begun. The latest report is shown meanwhile.',
  },
  unknownTitle: 'There is no such report',
  unknown: 'Choose one of the reports here.',
  nobody: 'Nobody was covered in the period. Every number is zero.',
  paperScope: (units) => `This is of ${units}, not of the whole municipality.`,
  paperProtected: 'Youths with a protected identity are left out.',
  scope: 'You see what was done in your unit. A published report is of the whole municipality.',
  protectedLeftOut: 'Youths with a protected identity are left out of what you see. In a published report everybody is counted.',
  asPdf: 'PDF',
  asXlsx: 'Excel',
  asCsv: 'CSV',
  files: 'Save as a file',
  contents: 'Contents',
  what: 'What',
  number: 'Number',
  where: 'Where',
  month: 'Month',
  item: 'Measure',
  ended: 'Ended',
  reasons: 'Why',
  wholeCaption: 'The whole municipality',
  perCaption: (dimension) => `By ${dimension}`,
  endsCaption: 'Measures that ended, by item, and why',
  monthColumns: { in: 'Came in', out: 'Left', covered: 'Covered on the last day' },
  channels: { letter: 'Letters', visitCard: 'Visit cards', phone: 'Calls', homeVisit: 'Home visits' },
  series: { made: 'number', answered: 'answered', ended: 'measures', youths: 'youths', periods: 'periods' },
  charts: {
    channels: 'Letters, visit cards, calls and home visits',
    ended: 'Why measures ended',
    reached: 'Youths reached, by unit',
    registration: 'Occupation at registration',
    exit: 'Why periods ended',
    flow: 'In and out, month by month',
    notKnown: 'Occupation known and not known',
    since: 'Time since last reached',
    september: 'What the youths have on 15 September',
    onDay: 'The day’s picture',
  },
  picture: (day) => `A picture of ${day}.`,
  rules: 'How it was counted',
  rulesText: [
    'A youth is counted once in each row, where it happened first. That is why the units add up to the whole.',
    'A letter or a call is counted on its own day and where it was made. An answer is the youth’s own voice.',
    'What was done on a day when the youth was not covered is counted apart, outside the target group.',
    'Covered is whoever the municipality’s responsibility is for on some day of the period, by what the sources have told.',
    'Struck and refused entries are not counted. Zero is written out.',
    'Sex is read from the personal or coordination number and is not stored.',
  ],
  smallRule: (below) =>
    below <= 1
      ? 'All numbers are shown, small ones too.'
      : `Numbers from 1 to ${below - 1} are not shown, nor what they could be worked out from: two dots (..) stand there. A dash (–) is a share of nothing.`,
  madeOn: (day) => `Counted on ${day} with what was known then.`,
  publishedAt: (at, by) => `Published ${at} by ${by}, with what was known then.`,
  place: (name) => name,
  page: (of) => `Page ${of}`,
  fileColumns: { figure: 'Figure', fromOn: 'From', toOn: 'To', place: 'Where', row: 'Row', value: 'Value' },
  all: 'all',
  links: { published: 'Published', compare: 'Compare', figure: 'Publish a single figure', here: 'Reports' },
}

export const reportsTexts: Readonly<Record<Lang, ReportsTexts>> = { sv, en }
