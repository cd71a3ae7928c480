/** The made-up youths of directed follow-up: how each area goes from quarter to quarter, and what is done about it. */

/** Points in hundredths at each assessment in turn; the last goes on. Areas that are not named are well above the threshold. */
export type FollowupStory = {
  readonly low: Readonly<Record<string, readonly number[]>>
  /** Areas whose follow-up is stopped at the assessment with the number, from 0. */
  readonly stops?: Readonly<Record<string, number>>
  /** What the newest signals wait for. Nothing: they are acknowledged. */
  readonly waits?: 'answer' | 'acknowledge'
  /** Areas whose signal is dismissed, or given to the other process. */
  readonly dismissed?: readonly string[]
  readonly adjusted?: readonly string[]
  /** Half a year after the follow-up began, or as soon as it was needed. */
  readonly position?: 'opened' | 'notOpened' | 'openedEarly'
  /** Days ago that they came; a year and more when it is not said. */
  readonly cameDaysAgo?: number
  readonly leftDaysAgo?: number
}

const steady: FollowupStory = { low: {} }

/** Twenty-four. School is low for most and moves least, as in the routine that the municipality wrote down. */
export const followupStories: readonly FollowupStory[] = [
  steady,
  steady,
  steady,
  { low: { school: [1250], housing: [1249, 1260] }, stops: { housing: 1 } },
  steady,
  { low: { school: [1180, 1150, 1190, 1190, 1200] }, position: 'notOpened' },
  { low: { school: [1020, 1000, 1040, 1010, 1030] }, position: 'notOpened' },
  { low: { school: [1140, 1160, 1150, 1130, 1170], economy: [1100, 1180, 1240, 1310, 1390] }, stops: { economy: 3 } },
  { low: { school: [1220, 1200, 1180, 1230, 1240] }, position: 'notOpened' },
  { low: { school: [1190, 1300, 1380, 1420, 1450] }, stops: { school: 1 } },
  { low: { housing: [980, 1060, 1150, 1210, 1230] } },
  { low: { health: [900, 990, 1080, 1190, 1240] } },
  { low: { communication: [1050, 1120, 1130, 1200, 1220], school: [1230, 1210, 1200, 1190, 1200] } },
  { low: { housing: [1100, 1220, 1320, 1400, 1410] }, stops: { housing: 2 } },
  { low: { health: [1010, 1150, 1290, 1350, 1400], economy: [1080, 1100, 1150, 1180, 1210] }, stops: { health: 2 } },
  { low: { health: [1240, 1130, 1020, 930, 860], housing: [1230, 1200, 1150, 1120, 1080] }, position: 'opened' },
  { low: { school: [1210, 1120, 1050, 980, 960], communication: [1200, 1190, 1210, 1180, 1190] }, position: 'notOpened' },
  { low: { economy: [1150, 1090, 960, 880, 900] }, position: 'openedEarly' },
  { low: { school: [1400, 1380, 1330, 1290, 1170] }, waits: 'answer' },
  { low: { housing: [1500, 1420, 1360, 1300, 1210], economy: [1450, 1400, 1350, 1280, 1190] }, waits: 'acknowledge' },
  { low: {}, cameDaysAgo: 20 },
  { low: { health: [1180, 1210, 1240, 1240, 1240] }, leftDaysAgo: 60 },
  { low: { school: [1240, 1260, 1300, 1310, 1330] }, dismissed: ['school'] },
  { low: { health: [1100, 1120, 1180, 1200, 1220] }, adjusted: ['health'], cameDaysAgo: 240 },
]

/** How areas that are well go: a start of their own, and a little up each quarter, school hardly at all. */
const drifts: Readonly<Record<string, number>> = { school: 5, housing: 40, communication: 25, health: 30, economy: 45 }

/** The points of an area at the youth's assessment with the number. */
export function pointsAt({ low }: FollowupStory, nth: number, area: string, assessment: number): number {
  const told = low[area]
  if (told !== undefined) return told[Math.min(assessment, told.length - 1)] ?? 1500
  const place = Object.keys(drifts).indexOf(area)
  return Math.min(2500, 1350 + ((nth * 7 + place * 3) % 9) * 90 + assessment * (drifts[area] ?? 0))
}

export const unitsOfFollowup = [
  { name: 'Björkgården', district: 'Lövsta' },
  { name: 'Kajhuset', district: 'Lövstastrand' },
  { name: 'Lindens kollektiv', district: 'Skuggkvarn' },
] as const
export const schoolsOfFollowup = ['Lövsta gymnasium', 'Skuggkvarns gymnasium', 'Lövsta komvux', ''] as const

/** What is written down, in turn. Nothing of it is of any person. */
export const grounds = {
  dismiss: 'Låg poäng efter en sjukdomsperiod som är över. Följs upp vid nästa bedömning.',
  adjust: 'Arbetsmarknad träffar ungdomen varje vecka och tar uppföljningen.',
  stop: 'Poängen ligger över gränsen och har hållit sig där till kvartalets bedömning.',
  up: ['Skattningarna stiger och det stämmer med rapporten.', 'Det som vi kom överens om är gjort.'],
  same: ['Inget har hänt åt något håll sedan förra månaden.', 'Rapporten och skattningarna säger samma sak som förra gången.'],
  down: ['Skattningarna sjunker vecka för vecka.', 'Det som vi kom överens om blev inte gjort.'],
  opened: 'Nedgången har fortsatt i ett halvår trots insatserna. Utredning inleds.',
  notOpened: 'Nedgången har stannat av. Uppföljningen fortsätter, ny ställning vid nästa halvår.',
  openedEarly: 'Nedgången är så snabb att vi inte väntar till halvåret.',
} as const
export const said = {
  since: ['Lugn månad. Två möten med kontaktpersonen.', 'Nytt schema sedan den första. En vecka borta på grund av sjukdom.'],
  status: ['Går åt rätt håll, men ojämnt.', 'Står stilla. Morgnarna är svårast.', 'Det har blivit svårare sedan förra samtalet.'],
  done: ['Veckoplanering på måndagar.', 'Samtal med lärare och boendepersonal.'],
  youth: ['”Det går bättre när jag vet vad som ska hända.”', '”Jag vill klara det själv men behöver påminnelser.”'],
  agreed: ['Väckning klockan sju till och med nästa samtal.', 'Kontaktpersonen följer med på nästa möte.'],
} as const
