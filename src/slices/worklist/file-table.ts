/** A list's rows as the cells of a file: plain texts and ISO days. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { ladderTexts } from '../ladder/index.ts'
import { reasonText } from '../law/index.ts'
import { nextStepName } from './next-step.texts.ts'
import { turns20On } from './row.rules.ts'
import { standingTexts } from './standing.texts.ts'
import { worklistTexts } from './worklist.texts.ts'
import type { ColumnName, ListRow, Tab } from './worklist.types.ts'

/** What the file is made with. */
export type FileFrame = { readonly lang: Lang; readonly today: PlainDate; readonly tab: Tab; readonly columns: readonly ColumnName[] }

const names: Readonly<Record<Lang, readonly [given: string, family: string]>> = {
  sv: ['Förnamn', 'Efternamn'],
  en: ['Given name', 'Family name'],
}

function sinceTitle(lang: Lang, tab: Tab): string {
  const t = worklistTexts[lang]
  return tab === 'closed' ? t.sinceClosed : tab === 'watching' ? t.sinceWatching : t.columns.since
}

/** The titles: the names, district, then the reader's columns. */
export const fileTitles = ({ lang, tab, columns }: Omit<FileFrame, 'today'>): string[] => {
  const t = worklistTexts[lang]
  const own = standingTexts[lang]
  const titlesOf = (column: ColumnName): readonly string[] => {
    switch (column) {
      case 'since':
        return [sinceTitle(lang, tab)]
      case 'lastReached':
        return [t.columns.lastReached, own.fileOccupation, own.fileOccupationUntil]
      case 'lastAttempt':
        return [t.columns.lastAttempt, own.fileHow, own.fileOutcome]
      case 'nextStep':
        return [t.columns.nextStep, own.fileDue]
      case 'why':
        return [tab === 'measurePlanned' || tab === 'measureOngoing' ? t.whyMeasure : t.columns.why]
      case 'unit':
      case 'responsible':
      case 'birthYear':
      case 'turns20':
      case 'number':
      case 'address':
        return [t.columns[column]]
    }
  }
  return [...names[lang], t.district, ...columns.flatMap(titlesOf)]
}

const sinceOn = (row: ListRow, tab: Tab): PlainDate | null =>
  tab === 'closed' ? row.untilOn : tab === 'watching' ? row.watchedFrom : row.fromOn

function whyOf(row: ListRow, { lang, tab }: FileFrame): string {
  if (tab === 'watching') return row.watchGround ?? ''
  if (row.measure !== null) return row.measure.name[lang]
  const reason = tab === 'closed' ? row.exitReason : row.entryReason
  return reason === null ? '' : reasonText(reason, lang)
}

type StandingColumn = Extract<ColumnName, 'lastReached' | 'lastAttempt' | 'nextStep'>

/** The columns of outreach: one thing in each cell, so that a sheet can sort and count. */
function standingCells(column: StandingColumn, row: ListRow, { lang, today }: FileFrame): string[] {
  const t = ladderTexts[lang]
  switch (column) {
    case 'lastReached':
      return [row.lastReachedOn ?? '', row.occupation === null ? '' : t.occupations[row.occupation], row.occupationReviewOn ?? '']
    case 'lastAttempt': {
      const how = row.lastAttemptChannel === null ? '' : t.channels[row.lastAttemptChannel]
      return [row.lastAttemptOn ?? '', how, row.lastAttemptOutcome === null ? '' : t.outcomes[row.lastAttemptOutcome]]
    }
    case 'nextStep':
      return [nextStepName({ row, lang, today }), row.stepDue ?? '']
  }
}

function cellOf(column: Exclude<ColumnName, StandingColumn>, row: ListRow, frame: FileFrame): string {
  switch (column) {
    case 'why':
      return whyOf(row, frame)
    case 'since':
      return sinceOn(row, frame.tab) ?? ''
    case 'unit':
      return row.unit ?? ''
    case 'responsible':
      return row.staff ?? ''
    case 'birthYear':
      return row.bornOn?.slice(0, 4) ?? ''
    case 'turns20':
      return turns20On(row) ?? ''
    case 'number':
      return row.number === null ? '' : `${row.number.slice(0, 8)}-${row.number.slice(8)}`
    case 'address':
      return row.address ?? ''
  }
}

/** The cells of a row, in the order of the titles. */
export const fileCells = (row: ListRow, frame: FileFrame): string[] => [
  row.givenName,
  row.familyName,
  row.district ?? '',
  ...frame.columns.flatMap((column) =>
    column === 'lastReached' || column === 'lastAttempt' || column === 'nextStep'
      ? standingCells(column, row, frame)
      : [cellOf(column, row, frame)],
  ),
]
