/** Five youths built by hand, whose explanations are worth opening. None is protected, none moves away. */
import { dateOf, dayFrom, partsOf, plusDays, type Day } from '../../src/platform/plain-date.ts'
import type { Draw, EnrolmentFact, EnrolmentVersion, MadeUpLife, PopulationRecord, School } from './lives.types.ts'
import { residentSinceBirth } from './resident.ts'
import type { NumberPool } from './number-pool.ts'
import { autumnStart, nationalCodesFor, placementsEnd, schools, springTermEnd } from './school-year.ts'
import { bornOnOf, testNumber } from './test-numbers.ts'

export type Story = { readonly number: string; readonly title: string; readonly text: string }
type ToldLife = { readonly story: Story; readonly life: MadeUpLife }

const [town, mill, , independent] = schools.upperSecondary
const [adult] = schools.adult

/** The autumn that the stories end in: the last one with October behind it. */
function autumnOf(lastNight: Day): number {
  const { year, month } = partsOf(lastNight)
  return month >= 11 ? year : year - 1
}

const enrolment = (educationCode: string, school: School, startOn: Day, versions: readonly EnrolmentVersion[]): EnrolmentFact => ({
  schoolType: 'GY',
  educationCode,
  school,
  startOn,
  versions,
})

const living = (first: PopulationRecord, studies: Partial<MadeUpLife>): MadeUpLife => {
  const knownOn = bornOnOf(first.number)
  return { population: [{ knownOn, records: [first] }], visibleFrom: knownOn, enrolments: [], credentials: [], ...studies }
}

/** A national programme from the autumn, planned for three years, with what became of it. */
function national(startYear: number, school: School, ending: EnrolmentVersion | null): EnrolmentFact {
  const startOn = autumnStart(startYear)
  const code = nationalCodesFor(startOn).find((one) => one.startsWith('SA')) ?? ''
  const planned = { knownOn: dayFrom(startYear, 6, 5), endOn: placementsEnd(startYear + 3), cancelled: false }
  return enrolment(code, school, startOn, ending === null ? [planned] : [planned, ending])
}

function interrupted(draw: Draw, pool: NumberPool, autumn: number): ToldLife {
  const first = residentSinceBirth(draw, pool.reserve(testNumber(dateOf(dayFrom(autumn - 17, 4, 9)), '238')), 'Tilde', 'Hasselvidfors')
  const endOn = dayFrom(autumn, 10, 14)
  const knownOn = plusDays(endOn, 7)
  const story = {
    number: first.number,
    title: 'Avbröt ett nationellt program i oktober',
    text: `Tilde började på samhällsvetenskapsprogrammet ${dateOf(autumnStart(autumn - 1))} och avbröt ${dateOf(endOn)}. Skolans uppgift kom ${dateOf(knownOn)}. Hon omfattas från dagen efter avbrottet.`,
  }
  return { story, life: living(first, { enrolments: [national(autumn - 1, town, { knownOn, endOn, cancelled: true })] }) }
}

function certified(draw: Draw, pool: NumberPool, autumn: number): ToldLife {
  const first = residentSinceBirth(draw, pool.reserve(testNumber(dateOf(dayFrom(autumn - 19, 10, 3)), '239')), 'Yonas', 'Tesfabekova')
  const on = plusDays(springTermEnd(autumn), -1)
  const studies = national(autumn - 3, mill, null)
  const credential = { type: 'studiebevis', on, educationCode: studies.educationCode, school: mill, knownOn: plusDays(on, 6) }
  const story = {
    number: first.number,
    title: 'Gick ut med studiebevis',
    text: `Yonas fick studiebevis ${dateOf(on)}, inte examen, och placeringen slutade ${dateOf(placementsEnd(autumn))}. Ett studiebevis avslutar inte ansvaret: han omfattas från ${dateOf(plusDays(placementsEnd(autumn), 1))}.`,
  }
  return { story, life: living(first, { enrolments: [studies], credentials: [credential] }) }
}

function movedIn(draw: Draw, pool: NumberPool, autumn: number): ToldLife {
  const number = pool.reserve(testNumber(dateOf(dayFrom(autumn - 17, 2, 18)), '239'))
  const on = dayFrom(autumn, 9, 8)
  const earlier = [{ on: bornOnOf(number), municipality: '1480' }]
  const first = { ...residentSinceBirth(draw, number, 'Navid', 'Zamizadeni'), registeredOn: on, earlier }
  const knownOn = plusDays(on, 5)
  const story = {
    number,
    title: 'Flyttade in och hade aldrig börjat',
    text: `Navid folkbokfördes här ${dateOf(on)} från en annan kommun. Ingen skola har uppgift om honom. Han omfattas här från inflyttningen; tiden dessförinnan var den andra kommunens.`,
  }
  return { story, life: { ...living(first, {}), population: [{ knownOn, records: [first] }], visibleFrom: knownOn } }
}

function undecided(draw: Draw, pool: NumberPool, autumn: number): ToldLife {
  const first = residentSinceBirth(draw, pool.reserve(testNumber(dateOf(dayFrom(autumn - 17, 6, 27)), '238')), 'Hodan', 'Karaloumi')
  const endOn = dayFrom(autumn, 3, 11)
  const startedOn = autumnStart(autumn - 1)
  const introductory = enrolment('IMA', town, startedOn, [
    { knownOn: dayFrom(autumn - 1, 6, 4), endOn: placementsEnd(autumn), cancelled: false },
    { knownOn: plusDays(endOn, 9), endOn, cancelled: true },
  ])
  const newOn = dayFrom(autumn, 9, 7)
  const unknown = {
    ...enrolment('NY1', adult, newOn, [{ knownOn: plusDays(newOn, 4), endOn: null, cancelled: false }]),
    schoolType: 'GYPRAKT',
  }
  const story = {
    number: first.number,
    title: 'Avbröt introduktionsprogram, sedan en okänd skolform',
    text: `Hodan avbröt introduktionsprogrammet ${dateOf(endOn)} och omfattas sedan dess. Från ${dateOf(newOn)} finns hon i en skolform som ingen regel känner (GYPRAKT). En okänd kod tar ingen från listan: hon är kvar tills någon har bestämt vad den betyder.`,
  }
  return { story, life: living(first, { enrolments: [introductory, unknown] }) }
}

function lateStart(draw: Draw, pool: NumberPool, autumn: number): ToldLife {
  const first = residentSinceBirth(draw, pool.reserve(testNumber(dateOf(dayFrom(autumn - 17, 11, 21)), '239')), 'Melker', 'Björkbrinkér')
  const endOn = dayFrom(autumn, 9, 4)
  const listedOn = plusDays(endOn, 5)
  const startOn = plusDays(endOn, 11)
  const knownOn = dayFrom(autumn, 10, 19)
  const before = national(autumn - 1, town, { knownOn: listedOn, endOn, cancelled: true })
  const after = {
    ...national(autumn - 1, independent, null),
    startOn,
    versions: [{ knownOn, endOn: placementsEnd(autumn + 2), cancelled: false }],
  }
  const story = {
    number: first.number,
    title: 'Stod på listan tills en sen uppgift kom',
    text: `Melkers avbrott ${dateOf(endOn)} blev känt ${dateOf(listedOn)} och han kom på listan. ${dateOf(knownOn)} kom uppgiften att han börjat på en annan skola redan ${dateOf(startOn)}. Ett skolbyte på högst två veckor är inget uppehåll: perioden försvann i efterhand, men det gamla svaret går att ta fram.`,
  }
  return { story, life: living(first, { enrolments: [before, after] }) }
}

/** The five, for the nights of the window. */
export function toldLives(draw: Draw, pool: NumberPool): ToldLife[] {
  const autumn = autumnOf(draw.window.lastNight)
  return [interrupted, certified, movedIn, undecided, lateStart].map((tell) => tell(draw, pool, autumn))
}
