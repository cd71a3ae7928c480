/** The words of the overview. */
import type { Lang } from '../../../kernel/lang.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly all: string
  readonly noUnit: string
  readonly least: (areas: string) => string
  readonly leastLead: string
  readonly none: string
  readonly noneHint: string
  readonly areas: string
  readonly columns: readonly string[]
  readonly units: string
  readonly unitsLead: string
  readonly unit: string
  readonly youths: string
  readonly leastColumn: string
  readonly chart: string
  readonly first: string
  readonly last: string
  readonly area: string
  readonly ways: (up: number, same: number, down: number) => string
  readonly ofAll: (low: number, assessed: number) => string
  readonly compared: (n: number) => string
  readonly rule: string
  readonly ruleText: string
}

const sv: Texts = {
  title: 'Överblick',
  lead: 'Vilket område som går framåt minst, per enhet och för alla. Bara ungdomar som du får se räknas.',
  all: 'Alla',
  noUnit: 'Bor inte på någon enhet',
  least: (areas) => `Minst progression: ${areas}`,
  leastLead: 'Lägst medelförändring från första till senaste bedömningen i perioden.',
  none: 'Inget går att jämföra än',
  noneHint: 'Det behövs minst två bedömningar av samma ungdom i perioden.',
  areas: 'Område för område',
  columns: [
    'Område',
    'Jämförda ungdomar',
    'Första, medel',
    'Senaste, medel',
    'Förändring, procent av skalan',
    'Uppåt, oförändrat, nedåt',
    'Under gränsen',
  ],
  units: 'Enhet för enhet',
  unitsLead: 'Medelförändring i procent av skalan. Inom parentes: hur många ungdomar som går att jämföra. Få ungdomar ger osäkra tal.',
  unit: 'Enhet',
  youths: 'Ungdomar',
  leastColumn: 'Minst progression',
  chart: 'Medelpoäng vid första och senaste bedömningen',
  first: 'Första bedömningen',
  last: 'Senaste bedömningen',
  area: 'Område',
  ways: (up, same, down) => `${up}, ${same}, ${down}`,
  ofAll: (low, assessed) => `${low} av ${assessed}`,
  compared: (n) => `(${n})`,
  rule: 'Så räknas det',
  ruleText:
    'För varje ungdom och område jämförs den första bedömningen i perioden med den senaste, om de går att jämföra: samma skala och samma sida om gränsen är den låga. Förändringen räknas i procent av områdets skala och vägs samman till ett medel. Området med lägst medel är det som går framåt minst. Ungdomar med bara en bedömning räknas inte med i förändringen, men i hur många som ligger under gränsen.',
}

const en: Texts = {
  title: 'Overview',
  lead: 'Which area progresses least, by unit and in all. Only youths whom you may see are counted.',
  all: 'All',
  noUnit: 'Lives in no unit',
  least: (areas) => `Least progression: ${areas}`,
  leastLead: 'The lowest mean change from the first to the last assessment in the period.',
  none: 'Nothing can be compared yet',
  noneHint: 'At least two assessments of the same youth in the period are needed.',
  areas: 'Area by area',
  columns: [
    'Area',
    'Youths compared',
    'First, mean',
    'Last, mean',
    'Change, per cent of the scale',
    'Up, unchanged, down',
    'On the low side',
  ],
  units: 'Unit by unit',
  unitsLead: 'Mean change in per cent of the scale. In brackets: how many youths can be compared. Few youths give uncertain numbers.',
  unit: 'Unit',
  youths: 'Youths',
  leastColumn: 'Least progression',
  chart: 'Mean score at the first and the last assessment',
  first: 'First assessment',
  last: 'Last assessment',
  area: 'Area',
  ways: (up, same, down) => `${up}, ${same}, ${down}`,
  ofAll: (low, assessed) => `${low} of ${assessed}`,
  compared: (n) => `(${n})`,
  rule: 'How it is counted',
  ruleText:
    'For each youth and area the first assessment in the period is compared with the last, if they can be: the same scale, and the same side of the threshold is the low one. The change is counted in per cent of the area’s scale and made into a mean. The area with the lowest mean is the one that progresses least. Youths with one assessment only are not counted in the change, but in how many are on the low side.',
}

/** The words. */
export const overviewTexts: Readonly<Record<Lang, Texts>> = { sv, en }
