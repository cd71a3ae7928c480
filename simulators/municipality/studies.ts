/** How the school life of a made-up youth is drawn: term by term from the end of compulsory school. */
import { birthday, dayFrom, partsOf, plusDays, yearOf, type Day } from '../../src/platform/plain-date.ts'
import type { CredentialFact, EnrolmentFact, EnrolmentVersion, School, Studies } from './lives.types.ts'
import type { Random } from './random.ts'
import {
  diplomaType,
  introductoryCodes,
  languageIntroduction,
  nationalCodesFor,
  nextTermStart,
  placementsEnd,
  schools,
  springTermEnd,
} from './school-year.ts'
import { nationalOutcomes, otherForms, stepWeights, type Stage, type Step } from './steps.ts'

/** Whose school life it is. `from`: the last day before upper secondary school is possible. */
export type Pupil = { readonly bornOn: Day; readonly from: Day; readonly newcomer: boolean; readonly untilOn: Day }

type Path = {
  readonly random: Random
  readonly pupil: Pupil
  readonly enrolments: EnrolmentFact[]
  readonly credentials: CredentialFact[]
  stage: Stage | 'done'
  /** The last day that is settled. */
  at: Day
}

type Education = { readonly schoolType: string; readonly educationCode: string; readonly school: School }
type Ending = { readonly on: Day; readonly knownOn: Day; readonly cancelled: boolean }

/** Most autumn places are known before the spring term ends, some after the final admission in July, a few late. */
function startKnownOn(random: Random, startOn: Day): Day {
  const { year, month } = partsOf(startOn)
  if (month !== 8) return plusDays(startOn, random.whole(-12, 6))
  const draw = random.next()
  if (draw < 0.94) return dayFrom(year, 6, random.whole(1, 8))
  return draw < 0.98 ? dayFrom(year, 7, random.whole(1, 13)) : plusDays(startOn, random.whole(-9, 12))
}

function enrol(path: Path, education: Education, startOn: Day, plannedEndOn: Day | null, ending?: Ending): void {
  const knownOn = startKnownOn(path.random, startOn)
  const versions: EnrolmentVersion[] = [{ knownOn, endOn: plannedEndOn, cancelled: false }]
  if (ending !== undefined) {
    versions.push({ knownOn: Math.max(knownOn, ending.knownOn) as Day, endOn: ending.on, cancelled: ending.cancelled })
  }
  path.enrolments.push({ ...education, startOn, versions })
}

/** Interruptions fall mostly in the autumn and become known some days late; a few come without the word. */
function interruptionIn(random: Random, autumnOn: Day): Ending {
  const part = random.weighted({ autumn: 66, newYear: 21, spring: 13 })
  const days = part === 'autumn' ? random.whole(14, 95) : part === 'newYear' ? random.whole(96, 160) : random.whole(161, 280)
  const on = plusDays(autumnOn, days)
  return { on, knownOn: plusDays(on, random.whole(1, 21)), cancelled: random.chance(0.9) }
}

/** Documents are dated at the end of the spring term and delivered within weeks, a few in late summer. */
function certify(path: Path, type: string, education: Education, year: number): void {
  const on = plusDays(springTermEnd(year), -path.random.whole(0, 3))
  const knownOn = plusDays(on, path.random.chance(0.97) ? path.random.whole(3, 15) : path.random.whole(30, 70))
  path.credentials.push({ type, on, educationCode: education.educationCode, school: education.school, knownOn })
}

function changeSchool(path: Path, education: Education, startOn: Day, endOn: Day): void {
  const change = interruptionIn(path.random, startOn)
  const other = { ...education, school: path.random.pick(schools.upperSecondary.filter((one) => one !== education.school)) }
  const restartOn = plusDays(change.on, path.random.whole(1, 12))
  enrol(path, education, startOn, endOn, change)
  enrol(path, other, restartOn, endOn)
  certify(path, diplomaType(education.educationCode), other, yearOf(endOn))
}

function followNational(path: Path, stage: Stage, startOn: Day): void {
  const { random } = path
  const education = { schoolType: 'GY', educationCode: random.pick(nationalCodesFor(startOn)), school: random.pick(schools.upperSecondary) }
  const endOn = placementsEnd(yearOf(startOn) + 3)
  // Some systems plan no end: it becomes known in the last spring.
  const plannedEndOn = random.chance(0.7) ? endOn : null
  const endedAsPlanned = { on: endOn, knownOn: plusDays(endOn, -random.whole(20, 60)), cancelled: false }
  const outcome = random.weighted(nationalOutcomes(stage))
  path.at = endOn
  path.stage = outcome === 'diploma' || outcome === 'changedSchool' ? 'done' : 'afterLeaving'
  if (outcome === 'changedSchool') return changeSchool(path, education, startOn, endOn)
  if (outcome === 'interrupted') {
    const autumnOn = plusDays(startOn, 365 * Number(random.weighted({ 0: 42, 1: 36, 2: 22 })))
    const ending = interruptionIn(random, autumnOn)
    enrol(path, education, startOn, plannedEndOn, ending)
    path.stage = 'afterInterruption'
    path.at = ending.on
    return
  }
  enrol(path, education, startOn, plannedEndOn, plannedEndOn === null ? endedAsPlanned : undefined)
  if (outcome === 'diploma') certify(path, diplomaType(education.educationCode), education, yearOf(endOn))
  if (outcome === 'certificate') certify(path, 'studiebevis', education, yearOf(endOn))
}

/** Adult education that goes on over the summer. */
const allYear: ReadonlySet<string> = new Set(['SFI', 'VUXSFI', 'VUXGR', 'KOMVUX'])

/** A year (or the rest of one) that is planned to its end and sometimes interrupted. */
function followYear(path: Path, education: Education, startOn: Day, interrupted: number, then: Stage): void {
  const { year, month } = partsOf(startOn)
  const endYear = month < 7 ? year : year + 1
  const endOn = allYear.has(education.schoolType) ? dayFrom(endYear, 8, 14) : placementsEnd(endYear)
  const ending = interruptionIn(path.random, startOn)
  const breaksOff = path.random.chance(interrupted) && ending.on < endOn
  enrol(path, education, startOn, endOn, breaksOff ? ending : undefined)
  path.at = breaksOff ? ending.on : endOn
  path.stage = breaksOff ? 'afterInterruption' : then
}

function followIntroductory(path: Path, startOn: Day): void {
  const { random, pupil } = path
  const educationCode = pupil.newcomer ? languageIntroduction : random.pick(introductoryCodes)
  followYear(
    path,
    { schoolType: 'GY', educationCode, school: random.pick(schools.upperSecondary.slice(0, 4)) },
    startOn,
    0.14,
    'afterIntroductory',
  )
}

/** Adapted upper secondary school: four years; GYS until the name changed in July 2023. */
function followAdapted(path: Path, startOn: Day): void {
  const renamed = startOn >= dayFrom(2023, 7, 1)
  const education = { schoolType: renamed ? 'GYAN' : 'GYS', educationCode: '', school: path.random.pick(schools.adapted) }
  const year = yearOf(startOn) + 4
  enrol(path, education, startOn, placementsEnd(year))
  certify(path, year >= 2023 ? 'anpassad_gymnasiebevis' : 'gymnasiesarskolebevis', education, year)
  path.at = placementsEnd(year)
  path.stage = 'done'
}

function followOtherForm(path: Path, stage: Stage, startOn: Day): void {
  const { random, pupil } = path
  const age = yearOf(startOn) - yearOf(pupil.bornOn)
  const schoolType = random.weighted(otherForms(pupil.newcomer, age))
  const school = random.pick(schoolType === 'FHS' ? schools.folkHighSchool : schools.adult)
  followYear(path, { schoolType, educationCode: '', school }, startOn, 0.2, stage === 'afterLeaving' ? stage : 'afterInterruption')
}

function followEquivalent(path: Path, startOn: Day): void {
  const education = { schoolType: 'VUXGY', educationCode: '', school: path.random.pick(schools.adult) }
  followYear(path, education, startOn, 0.3, 'afterLeaving')
  if (path.stage !== 'afterLeaving' || !path.random.chance(0.5)) return
  certify(path, 'vux_examen', education, yearOf(path.at))
  path.stage = 'done'
}

/** Admitted, on the list of pupils in August, and never came. Found out in September. */
function stayAway(path: Path, startOn: Day): void {
  const education = {
    schoolType: 'GY',
    educationCode: path.random.pick(nationalCodesFor(startOn)),
    school: path.random.pick(schools.upperSecondary),
  }
  const ending = { on: plusDays(startOn, -1), knownOn: plusDays(startOn, path.random.whole(10, 40)), cancelled: true }
  enrol(path, education, startOn, placementsEnd(yearOf(startOn) + 3), ending)
  path.stage = 'afterInterruption'
  path.at = plusDays(startOn, 45)
}

function take(path: Path, step: Step, stage: Stage, startOn: Day): void {
  const { random } = path
  switch (step) {
    case 'national':
      return followNational(path, stage, startOn)
    case 'introductory':
      return followIntroductory(path, startOn)
    case 'adapted':
      return followAdapted(path, startOn)
    case 'extraYear':
      return followYear(path, { schoolType: 'GR', educationCode: '', school: random.pick(schools.compulsory) }, startOn, 0.05, 'grade9')
    case 'otherForm':
      return followOtherForm(path, stage, startOn)
    case 'equivalent':
      return followEquivalent(path, startOn)
    case 'unknownType':
      return followYear(path, { schoolType: 'GYPRAKT', educationCode: 'NY1', school: random.pick(schools.adult) }, startOn, 0.2, stage)
    case 'noShow':
      return stayAway(path, startOn)
    case 'nothing':
      path.at = startOn
  }
}

/** The enrolments and credentials of a youth from the end of compulsory school to the 20th birthday, or to `untilOn`. */
export function drawStudies(random: Random, pupil: Pupil): Studies {
  const path: Path = { random, pupil, enrolments: [], credentials: [], stage: pupil.newcomer ? 'newcomer' : 'grade9', at: pupil.from }
  const lastOn = Math.min(birthday(pupil.bornOn, 20), pupil.untilOn)
  while (path.stage !== 'done') {
    const term = nextTermStart(path.at)
    if (term.on >= lastOn) break
    // A school year's own days: classes start within the same week.
    const startOn = plusDays(term.on, random.whole(0, 2))
    take(path, random.weighted(stepWeights(path.stage, term.season)), path.stage, startOn)
  }
  return { enrolments: path.enrolments, credentials: path.credentials }
}

/** The same studies when the person has died or left the country: everything ends then. */
export function cutShort(studies: Studies, on: Day): Studies {
  const ended = studies.enrolments
    .filter(({ startOn }) => startOn <= on)
    .map((enrolment) => {
      const before = enrolment.versions.filter(({ knownOn }) => knownOn <= on)
      const last = before.at(-1)
      if (last === undefined || (last.endOn !== null && last.endOn <= on)) return enrolment
      return { ...enrolment, versions: [...before, { knownOn: plusDays(on, 9), endOn: on, cancelled: true }] }
    })
  return { enrolments: ended, credentials: studies.credentials.filter((credential) => credential.on <= on) }
}
