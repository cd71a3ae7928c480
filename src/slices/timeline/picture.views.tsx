/** Everything that has its days as one picture, which has its own table: periods, home, school, measures, occupation, contacts. */
import { dayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { TimePicture, type BarKind, type Lane } from '../../ui/time-picture.tsx'
import { ladderTexts, type Channel } from '../ladder/index.ts'
import { credentialText, municipalityText, type Told } from '../law/index.ts'
import type { ExplainedYouth } from '../register/index.ts'
import { contactMarks } from './contact-marks.rules.ts'
import { occupationSpans } from './doings.rules.ts'
import type { Doings } from './doings.types.ts'
import { inRows, lanesOf, type Study, type TimeLanes } from './lanes.rules.ts'
import { pictureTexts } from './picture.texts.ts'

/** A contact as a mark: `at` in Swedish local time, `label` in words. */
export type PictureContact = { readonly at: string; readonly reached: boolean; readonly channel: Channel; readonly label: string }

/** What is drawn, seen on a day. `axis`: the days shown, when somebody has chosen them. */
export type Pictured = {
  readonly explained: Pick<ExplainedYouth, 'person' | 'explanation' | 'records' | 'law'>
  readonly doings: Doings
  readonly contacts: readonly PictureContact[]
  readonly on: PlainDate
  readonly axis?: { readonly first?: Day; readonly last?: Day }
}

const kindOf = ({ kind }: Study): BarKind => (kind === 'otherForm' || kind === 'levelUnknown' || kind === 'undecided' ? 'quiet' : 'study')

const studyBar = (one: Study): Lane['bars'][number] => ({
  ...one,
  kind: kindOf(one),
  label: `${one.schoolType} ${one.educationCode}`.trim(),
})

/** Bars in as many lanes as they need; the first of them has the name. */
function lanesIn<Of>(rows: readonly (readonly Of[])[], label: string, bar: (one: Of) => Lane['bars'][number]): Lane[] {
  return (rows.length === 0 ? [[]] : rows).map((row, index) => ({
    label: index === 0 ? label : `${label} ${index + 1}`,
    bars: row.map(bar),
  }))
}

function decisionLanes({ decisions }: TimeLanes, { lang }: Told): Lane[] {
  const { lanes, covered, notCovered } = pictureTexts[lang]
  if (decisions.length === 0) return []
  const bars = decisions.map((span) => ({ ...span, kind: 'work' as const, label: span.covers ? covered : notCovered }))
  return [{ label: lanes.decisions, bars }]
}

const written: ReadonlySet<Channel> = new Set(['letter', 'visitCard', 'sms', 'email'])

/** A reach has the sign of what holds, an attempt that of how it was made. */
const signOf = ({ reached, channel }: PictureContact): string =>
  reached ? '✓' : channel === 'phone' ? '☎' : written.has(channel) ? '✉' : '→'

/** Attempts and reaches: as marks, each in words in the table. */
function contactLane({ contacts }: Pictured, axis: TimeLanes, { lang }: Told): Lane {
  const marks = contactMarks(contacts, axis).map(({ of, on, isDrawn }) => ({
    on,
    sign: signOf(of),
    label: of.label,
    onlyInTable: !isDrawn,
  }))
  return { label: pictureTexts[lang].lanes.contacts, bars: [], marks }
}

/** A measure that goes on is drawn to today; one that has not begun is dashed until its planned end. */
function measureLanes({ doings, on }: Pictured, { lang }: Told): Lane[] {
  const t = pictureTexts[lang]
  const spans = doings.measures
    .filter(({ fromOn, endedOn }) => endedOn === null || fromOn < endedOn)
    .map(({ name, fromOn, plannedUntilOn, endedOn }) => {
      const isAhead = fromOn > on
      const until = endedOn ?? (isAhead ? plannedUntilOn : null)
      const days = { from: dayOf(fromOn), until: until === null ? null : dayOf(until) }
      return { ...days, kind: isAhead ? ('unknown' as const) : ('measure' as const), label: isAhead ? t.planned(name[lang]) : name[lang] }
    })
  return lanesIn(inRows(spans), t.lanes.measures, (bar) => bar)
}

function occupationLane({ explained, doings, on }: Pictured, { lang }: Told): Lane {
  const t = pictureTexts[lang]
  const { occupations } = ladderTexts[lang]
  const labelOf = (before: keyof typeof occupations | null): string => (before === null ? t.unknown : t.unknownAfter(occupations[before]))
  const bars = occupationSpans(doings.occupations, explained.explanation.periods, dayOf(on)).map(({ from, until, kind, before }) => ({
    from,
    until,
    kind: kind === null ? ('unknown' as const) : ('work' as const),
    label: kind === null ? labelOf(before) : occupations[kind],
  }))
  return { label: t.lanes.occupation, bars }
}

function recordLanes(lanes: TimeLanes, told: Told, on: Day): Lane[] {
  const t = pictureTexts[told.lang]
  const periods = lanes.periods.map((span) => ({
    ...span,
    kind: span.from > on ? ('unknown' as const) : ('covered' as const),
    label: t.covered,
  }))
  const homes = lanes.residences.map((span) => ({ ...span, kind: 'quiet' as const, label: municipalityText(span.municipality, told) }))
  const credentials = lanes.credentials.map((one) => ({ on: one.on, sign: '◆', label: credentialText(one.type, told.lang) }))
  return [
    { label: t.lanes.periods, bars: periods },
    { label: t.lanes.residence, bars: homes },
    ...lanesIn(lanes.studies, t.lanes.school, studyBar),
    { label: t.lanes.credentials, bars: [], marks: credentials },
  ]
}

/** The picture of a youth's time. */
export const YouthPicture = ({ pictured, told }: { readonly pictured: Pictured; readonly told: Told }) => {
  const { explained, doings, axis } = pictured
  const { title, legends } = pictureTexts[told.lang]
  const on = dayOf(pictured.on)
  const { person, explanation, records, law } = explained
  const begins = doings.measures.map(({ fromOn }) => dayOf(fromOn))
  const worked = lanesOf({ life: person.life, periods: explanation.periods, credentials: records.credentials, law, begins }, on)
  const lanes = { ...worked, ...axis }
  return (
    <TimePicture
      title={title}
      lanes={[
        ...recordLanes(lanes, told, on),
        ...measureLanes(pictured, told),
        occupationLane(pictured, told),
        ...decisionLanes(lanes, told),
        contactLane(pictured, lanes, told),
      ]}
      axis={{ first: lanes.first, last: lanes.last }}
      today={on}
      legends={(['covered', 'study', 'measure', 'quiet', 'unknown'] as const).map((kind) => ({ kind, label: legends[kind] }))}
    />
  )
}
