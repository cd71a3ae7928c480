/** Time as one picture, which has its own table, and the records as tables. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { Card, Details } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Table, TwoLines } from '../../ui/table.tsx'
import { credentialText, plainOrigin, reasonText, schoolTypeText, type Told } from '../law/index.ts'
import type { CredentialRecord, EnrolmentRecord } from '../register/index.ts'
import { contactText } from '../outreach/index.ts'
import { timelinePath, YouthPicture, type PictureContact } from '../timeline/index.ts'
import { youthTexts } from './youth.texts.ts'
import type { ReadYouth } from './youth.types.ts'

type Props = { readonly youth: ReadYouth; readonly told: Told }

/** Struck ones are not drawn. */
const pictureContacts = ({ neighbours }: ReadYouth, { lang }: Told): PictureContact[] =>
  neighbours.outreach.contacts.contacts
    .filter(({ struck }) => struck === null)
    .map((one) => ({ at: one.at, reached: one.reached, channel: one.channel, label: contactText(one, lang) }))

/** The picture of time, with the way to everything in order. */
export const TimeCard = ({ youth, told }: Props) => {
  const { inTime, wholeTime } = youthTexts[told.lang]
  const { doings, on } = youth
  const whole = <a href={timelinePath(youth.seen.subjectId)}>{wholeTime}</a>
  return (
    <Card heading={inTime} action={whole}>
      <YouthPicture pictured={{ explained: youth, doings, contacts: pictureContacts(youth, told), on }} told={told} />
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
