/** Periods, home, school, certificates and decisions as one picture, which has its own table, and the records as tables. */
import { dateOf, dayOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { Card, Details } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Table, TwoLines } from '../../ui/table.tsx'
import { TimePicture, type BarKind, type Lane } from '../../ui/time-picture.tsx'
import { credentialText, municipalityText, plainOrigin, reasonText, schoolTypeText, type Told } from '../law/index.ts'
import type { CredentialRecord, EnrolmentRecord } from '../register/index.ts'
import { contactText, type ShownContact } from '../outreach/index.ts'
import { contactMarks } from './contact-marks.rules.ts'
import { lanesOf, type Study, type TimeLanes } from './time.rules.ts'
import { youthTexts } from './youth.texts.ts'
import type { ReadYouth } from './youth.types.ts'

type Props = { readonly youth: ReadYouth; readonly told: Told }

const kindOf = ({ kind }: Study): BarKind => (kind === 'otherForm' || kind === 'levelUnknown' || kind === 'undecided' ? 'quiet' : 'study')

function studyLanes({ studies }: TimeLanes, label: string): Lane[] {
  const rows = studies.length === 0 ? [[]] : studies
  return rows.map((row, index) => ({
    label: index === 0 ? label : `${label} ${index + 1}`,
    bars: row.map((study) => ({ ...study, kind: kindOf(study), label: `${study.schoolType} ${study.educationCode}`.trim() })),
  }))
}

function decisionLanes({ decisions }: TimeLanes, { lang }: Told): Lane[] {
  const { lanes, covered, notCovered } = youthTexts[lang]
  if (decisions.length === 0) return []
  const bars = decisions.map((span) => ({ ...span, kind: 'work' as const, label: span.covers ? covered : notCovered }))
  return [{ label: lanes.decisions, bars }]
}

const written: ReadonlySet<string> = new Set(['letter', 'visitCard', 'sms', 'email'])

/** A reach has the sign of what holds, an attempt that of how it was made. */
const signOf = ({ reached, channel }: ShownContact): string =>
  reached ? '✓' : channel === 'phone' ? '☎' : written.has(channel) ? '✉' : '→'

/** Attempts and reaches: as marks, each in words in the table. */
function contactLane({ neighbours }: ReadYouth, lanes: TimeLanes, { lang }: Told): Lane {
  const { contacts } = neighbours.outreach.contacts
  const standing = contacts.filter(({ struck }) => struck === null)
  const marks = contactMarks(standing, lanes).map(({ of, on, isDrawn }) => ({
    on,
    sign: signOf(of),
    label: contactText(of, lang),
    onlyInTable: !isDrawn,
  }))
  return { label: youthTexts[lang].lanes.contacts, bars: [], marks }
}

function lanesWithWords(lanes: TimeLanes, told: Told, on: Day): Lane[] {
  const texts = youthTexts[told.lang]
  return [
    {
      label: texts.lanes.periods,
      bars: lanes.periods.map((span) => ({ ...span, kind: span.from > on ? 'unknown' : 'covered', label: texts.covered })),
    },
    {
      label: texts.lanes.residence,
      bars: lanes.residences.map((span) => ({ ...span, kind: 'quiet', label: municipalityText(span.municipality, told) })),
    },
    ...studyLanes(lanes, texts.lanes.school),
    {
      label: texts.lanes.credentials,
      bars: [],
      marks: lanes.credentials.map((one) => ({ on: one.on, sign: '◆', label: credentialText(one.type, told.lang) })),
    },
    ...decisionLanes(lanes, told),
  ]
}

/** The picture of time. */
export const TimeCard = ({ youth, told }: Props) => {
  const texts = youthTexts[told.lang]
  const { person, explanation, records, law } = youth
  const lanes = lanesOf({ life: person.life, periods: explanation.periods, credentials: records.credentials, law }, dayOf(youth.on))
  return (
    <Card heading={texts.inTime}>
      <TimePicture
        title={texts.pictureOf}
        lanes={[...lanesWithWords(lanes, told, dayOf(youth.on)), contactLane(youth, lanes, told)]}
        axis={{ first: lanes.first, last: lanes.last }}
        today={dayOf(youth.on)}
        legends={[
          { kind: 'covered', label: texts.legends.covered },
          { kind: 'study', label: texts.legends.study },
          { kind: 'quiet', label: texts.legends.quiet },
        ]}
      />
    </Card>
  )
}

const Periods = ({ youth, told: { lang } }: Props) => {
  const texts = youthTexts[lang]
  const on = dayOf(youth.on)
  const rows = youth.explanation.periods
    .filter(({ fromOn }) => fromOn <= on)
    .map(({ fromOn, untilOn, entryReason, exitReason }) => {
      const ended = untilOn !== null && untilOn <= on
      return [
        dateOf(fromOn),
        ended ? dateOf(plusDays(untilOn, -1)) : texts.ongoing,
        reasonText(entryReason, lang),
        ended ? reasonText(exitReason ?? '', lang) : '–',
      ]
    })
    .toReversed()
  const { from, until, why, ended } = texts.columns
  const columns = [from, until, why, ended].map((title) => ({ title }))
  return <Table caption={texts.periods} columns={columns} rows={rows} empty={texts.noPeriods} stacks />
}

const endText = ({ startOn, endOn, cancelled }: EnrolmentRecord, { lang }: Told): string => {
  const texts = youthTexts[lang]
  if (endOn === null) return texts.ongoing
  if (cancelled && endOn < startOn) return texts.withdrawn
  return cancelled ? `${endOn}, ${texts.interrupted}` : endOn
}

/** School unit and authority; studies abroad have neither. */
const placeText = ({ source, schoolUnit, authority }: EnrolmentRecord, { lang }: Told): string =>
  source === 'manuellt'
    ? ''
    : [`${youthTexts[lang].columns.school} ${schoolUnit}`, authority].filter((part) => part.trim() !== '').join(', ')

const Enrolments = ({ records, told }: { records: readonly EnrolmentRecord[]; told: Told }) => {
  const texts = youthTexts[told.lang]
  const { what, from, until, source } = texts.columns
  const rows = records.map((one) => [
    <TwoLines below={placeText(one, told)}>{`${schoolTypeText(one.schoolType, told.lang)} ${one.educationCode}`.trim()}</TwoLines>,
    one.startOn,
    endText(one, told),
    plainOrigin(one, told),
  ])
  const columns = [what, from, until, source].map((title) => ({ title }))
  return <Table caption={texts.enrolments} columns={columns} rows={rows} empty={texts.noEnrolments} headed stacks />
}

const Credentials = ({ records, told }: { records: readonly CredentialRecord[]; told: Told }) => {
  const texts = youthTexts[told.lang]
  const { what, on, school, source } = texts.columns
  const rows = records.map((one) => [credentialText(one.type, told.lang), one.on, one.schoolUnit, plainOrigin(one, told)])
  const columns = [what, on, school, source].map((title) => ({ title }))
  return <Table caption={texts.credentials} columns={columns} rows={rows} empty={texts.noCredentials} headed stacks />
}

/** Periods, and for the one who asks the enrolments and certificates as they were read. */
export const RecordsCard = ({ youth, told }: Props) => {
  const texts = youthTexts[told.lang]
  return (
    <Card heading={texts.records}>
      <Periods youth={youth} told={told} />
      <Details summary={`${texts.enrolments} (${youth.records.enrolments.length})`}>
        <Enrolments records={youth.records.enrolments} told={told} />
      </Details>
      <Details summary={`${texts.credentials} (${youth.records.credentials.length})`}>
        <Credentials records={youth.records.credentials} told={told} />
      </Details>
    </Card>
  )
}

/** A day for a table cell of history. */
export const dayOfInstant = (instant: string, lang: Told['lang']): string => shortDay(instant.slice(0, 10) as PlainDate, lang)
