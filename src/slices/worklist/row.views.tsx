/** A row of the lists: who, why here, since when, whose. Two lines a row, what is context in grey. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Tag } from '../../ui/card.tsx'
import { TwoLines, type Cell } from '../../ui/table.tsx'
import type { DayHours } from '../ladder/index.ts'
import { reasonText } from '../law/index.ts'
import { ageOn } from './age.rules.ts'
import { daysBetween, entryEventOn, turns20On } from './row.rules.ts'
import { shortDay } from './day.texts.ts'
import { measureLine } from './measure-line.texts.ts'
import { lastAttemptCell, lastReachedCell, nextStepCell } from './standing.views.tsx'
import { worklistTexts } from './worklist.texts.ts'
import type { ColumnName, LastNight, ListRow, RowMeasure, Tab } from './worklist.types.ts'

/** What every row of a page is shown with. */
export type RowFrame = {
  readonly lang: Lang
  readonly today: PlainDate
  readonly tab: Tab
  readonly lastNight: LastNight | null
  /** Who reads: what somebody does for a colleague who is away is said as such. */
  readonly me?: string
  /** Where the municipality's parts of the day begin. */
  readonly hours?: DayHours
}

type RowOf = { readonly row: ListRow; readonly frame: RowFrame }

/** First name and surname. */
export const nameOf = ({ givenName, familyName }: Pick<ListRow, 'givenName' | 'familyName'>): string => `${givenName} ${familyName}`.trim()

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The youth's name as a link, with age and district below. */
export const youthCell = ({ row, frame: { lang, today } }: RowOf): Cell => {
  const t = worklistTexts[lang]
  const age = ageOn(row.bornOn, today)
  const below = [age === null ? t.ageUnknown : t.years(age), ...(row.district === null ? [] : [row.district])].join(' · ')
  return (
    <TwoLines below={below}>
      <a href={`/ungdomar/${row.subjectId}`}>{nameOf(row)}</a>
      {row.isProtected ? [' ', <Tag tone="warning">{t.protectedTag}</Tag>] : ''}
    </TwoLines>
  )
}

/** Why somebody came in, with the day of what happened. */
function whyText({ entryReason, fromOn }: ListRow, { lang, today }: Pick<RowFrame, 'lang' | 'today'>): string {
  if (entryReason === null || fromOn === null) return ''
  const on = entryEventOn(entryReason, fromOn)
  return `${upper(reasonText(entryReason, lang))}${on === null ? '' : ` ${shortDay(lang, on, today)}`}`
}

/** Why the youth is on this list, in words. */
function reasonOnTab(row: ListRow, frame: RowFrame): string {
  if (frame.tab === 'watching') return row.watchGround ?? ''
  if (frame.tab === 'closed') return upper(reasonText(row.exitReason ?? '', frame.lang))
  return whyText(row, frame)
}

/** The day that the tab counts from. */
const sinceOnTab = (row: ListRow, tab: Tab): PlainDate | null =>
  tab === 'watching' ? row.watchedFrom : tab === 'closed' ? row.untilOn : row.fromOn

function newText({ lang, today, tab, lastNight }: RowFrame): string {
  const t = worklistTexts[lang]
  const isClosed = tab === 'closed'
  if (lastNight === null || lastNight.on === today) return isClosed ? t.leftTag : t.newTag
  const date = shortDay(lang, lastNight.on, today)
  return isClosed ? t.leftTagOn(date) : t.newTagOn(date)
}

const sinceCell = ({ row, frame }: RowOf): Cell => {
  const { lang, today, tab } = frame
  const on = sinceOnTab(row, tab)
  if (on === null) return ''
  const below = worklistTexts[lang].days(daysBetween(on, today))
  if (!row.isNew) return <TwoLines below={below}>{shortDay(lang, on, today)}</TwoLines>
  return (
    <TwoLines below={below}>
      <span>
        {shortDay(lang, on, today)} <Tag tone="info">{newText(frame)}</Tag>
      </span>
    </TwoLines>
  )
}

/** Which measure, and below since or from when; one that should have ended is late. */
const measureCell = (measure: RowMeasure, { lang, today }: RowFrame): Cell => {
  const { text, days, isLate } = measureLine(measure, today, lang)
  return (
    <TwoLines below={days} lateBelow={isLate}>
      {text}
    </TwoLines>
  )
}

const whyCell = ({ row, frame }: RowOf): Cell => {
  if (row.measure !== null) return measureCell(row.measure, frame)
  if (frame.tab !== 'closed' || row.fromOn === null) return reasonOnTab(row, frame)
  const from = shortDay(frame.lang, row.fromOn, frame.today)
  return <TwoLines below={worklistTexts[frame.lang].wasCovered(from)}>{reasonOnTab(row, frame)}</TwoLines>
}

/** Whose the youth is. While that colleague is away: who stands in, and until when. */
const responsibleCell = ({ row: { staff, awayUntil, substitute, substituteId }, frame: { lang, today, me } }: RowOf): Cell => {
  const t = worklistTexts[lang]
  if (staff === null) return <strong>{t.nobody}</strong>
  if (awayUntil === null) return staff
  const until = shortDay(lang, awayUntil, today)
  if (substituteId === me) return <TwoLines below={t.forColleague(staff, until)}>{t.youStandIn}</TwoLines>
  return <TwoLines below={t.awayUntil(until, substitute ?? '')}>{staff}</TwoLines>
}

const hiddenOr = ({ row, frame }: RowOf, value: string | null, none = ''): Cell =>
  row.isProtected ? <span class="muted">{worklistTexts[frame.lang].hidden}</span> : (value ?? none)

const numberText = (number: string | null): string | null => (number === null ? null : `${number.slice(0, 8)}-${number.slice(8)}`)

/** The cell of a column. */
export function cellOf(column: ColumnName, of: RowOf): Cell {
  switch (column) {
    case 'why':
      return whyCell(of)
    case 'since':
      return sinceCell(of)
    case 'lastReached':
      return lastReachedCell(of)
    case 'lastAttempt':
      return lastAttemptCell(of)
    case 'nextStep':
      return nextStepCell(of)
    case 'unit':
      return hiddenOr(of, of.row.unit, worklistTexts[of.frame.lang].noUnit)
    case 'responsible':
      return responsibleCell(of)
    case 'birthYear':
      return of.row.bornOn?.slice(0, 4) ?? ''
    case 'turns20':
      return turns20On(of.row) ?? ''
    case 'number':
      return hiddenOr(of, numberText(of.row.number))
    case 'address':
      return hiddenOr(of, of.row.address)
  }
}

/** The title of a column on the tab. */
export function columnTitle(column: ColumnName, lang: Lang, tab: Tab): string {
  const t = worklistTexts[lang]
  if (column === 'why' && tab === 'closed') return t.whyClosed
  if (column === 'why' && tab === 'watching') return t.whyWatching
  if (column === 'why' && (tab === 'measurePlanned' || tab === 'measureOngoing')) return t.whyMeasure
  if (column === 'since' && tab === 'closed') return t.sinceClosed
  if (column === 'since' && tab === 'watching') return t.sinceWatching
  return t.columns[column]
}
