/** Which education takes a youth outside the responsibility (DOMAIN.md 3.2; skollagen 29 kap. 9 §; 15 kap., 18 kap., 20 kap.). */
import { dayFrom, type Day } from '../../platform/plain-date.ts'
import type { EducationKind, EducationRow, Enrolment } from './law.types.ts'

/** Introductory programmes count as education from this day on (lag 2018:749). */
export const introductoryQualifiesOn: Day = dayFrom(2018, 7, 1)

const rows = (counts: EducationKind, types: readonly string[]): EducationRow[] =>
  types.map((schoolType) => ({ schoolType, educationCode: null, counts, qualifiesFromOn: null }))

/** The school type of a manual fact: upper secondary studies abroad. No feed delivers it. */
export const studiesAbroad = 'ABROAD_UPPER_SECONDARY'

/** The table as shipped. A municipality's settings may hold another. */
export const shippedEducations: readonly EducationRow[] = [
  { schoolType: 'GY', educationCode: 'IM*', counts: 'introductory', qualifiesFromOn: introductoryQualifiesOn },
  ...rows('national', ['GY']),
  ...rows('adapted', ['GYS', 'GYAN', 'VUXSARGY', 'VUXGYAN']),
  ...rows('equivalent', ['VUXGY']),
  ...rows('abroad', [studiesAbroad]),
  ...rows('levelUnknown', ['VUX', 'KOMVUX', 'ABU', 'AU']),
  ...rows('otherForm', ['VUXGR', 'VUXSFI', 'SFI', 'VUXSARGR', 'VUXSARTR', 'VUXGRAN', 'SARVUX*']),
  ...rows('otherForm', ['FHS', 'YH', 'HS', 'KU', 'KKU', 'STF']),
  ...rows('otherForm', ['GR', 'GRS', 'GRAN', 'SP', 'SAM', 'TR']),
]

const undecidedRow: EducationRow = { schoolType: '*', educationCode: null, counts: 'undecided', qualifiesFromOn: null }

const fits = (pattern: string, text: string): boolean => (pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern)

/** The row of the table that decides; what no row names is undecided, never "not in school". */
export function educationRow(table: readonly EducationRow[], schoolType: string, educationCode: string): EducationRow {
  const type = schoolType.trim().toUpperCase()
  const code = educationCode.trim().toUpperCase()
  for (const row of table) {
    if (fits(row.schoolType, type) && (row.educationCode === null || fits(row.educationCode, code))) return row
  }
  return undecidedRow
}

/** Whether a kind qualifies at all, whatever the day. */
export function isQualifyingKind(kind: EducationKind): boolean {
  switch (kind) {
    case 'national':
    case 'introductory':
    case 'adapted':
    case 'equivalent':
    case 'abroad':
      return true
    case 'levelUnknown':
    case 'otherForm':
    case 'undecided':
      return false
  }
}

/** Whether following an education by this row on the day takes a youth outside the responsibility. */
export const qualifiesOn = (row: EducationRow, day: Day): boolean =>
  isQualifyingKind(row.counts) && (row.qualifiesFromOn === null || day >= row.qualifiesFromOn)

/** Cancelled with an end before the start: the pupil never came (3.2). */
export const isWithdrawn = (enrolment: Enrolment): boolean =>
  enrolment.cancelled && enrolment.endOn !== null && enrolment.endOn < enrolment.startOn

/** Followed on at least one day. An end before the start is either a withdrawal or an error, and never followed. */
export const isFollowed = (enrolment: Enrolment): boolean => enrolment.endOn === null || enrolment.endOn >= enrolment.startOn

const completing: ReadonlySet<string> = new Set([
  'examen_hogskoleforberedande',
  'examen_yrkes',
  'examen_ingenjor',
  'anpassad_gymnasiebevis',
  'gymnasiesarskolebevis',
  'vux_examen',
  'ib_diploma',
  'utlandsk_examen',
  'folkhogskola_behorighet',
])

/** The types of credentials that end the responsibility (3.4). */
export const completingTypes: readonly string[] = [...completing]

/** Whether a credential of this type ends the responsibility (3.4). Studiebevis, gymnasieintyg, kunskapsintyg and slutbetyg do not. */
export const isCompleting = (type: string): boolean => completing.has(type)
