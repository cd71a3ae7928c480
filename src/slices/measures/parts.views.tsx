/** What the pages of measures share: days and states in words, the frame of a youth's pages, and the fields of several forms. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Select, TextArea } from '../../ui/field.tsx'
import { FormErrors, problemOf } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { NoteWarning } from '../hygiene/index.ts'
import { ladderTexts, occupations } from '../ladder/index.ts'
import type { Draft, DraftProblem } from './draft.ts'
import { longestNote, isOverdue, stateOf } from './measure.rules.ts'
import { occupationSources, type Measure, type MeasureState, type Reason, type ReasonUse } from './measures.types.ts'
import { pageTexts } from './page.texts.ts'
import { measureWords } from './words.texts.ts'

export const listPath = (subjectId: string): string => `/ungdomar/${subjectId}/atgarder`
/** The form of a new measure: of an item when one is chosen, and of a step of the plan. Ids of steps are random. */
export function newPath(subjectId: string, { item, step }: { readonly item?: string; readonly step?: string | null }): string {
  const query = [...(item === undefined ? [] : [`insats=${item}`]), ...(step === undefined || step === null ? [] : [`steg=${step}`])]
  return `${listPath(subjectId)}/ny?${query.join('&')}`
}
export const measurePath = (subjectId: string, measureId: string): string => `${listPath(subjectId)}/${measureId}`

const tones = {
  waiting: 'warning',
  refused: 'neutral',
  planned: 'info',
  ongoing: 'success',
  ended: 'neutral',
  struck: 'neutral',
} as const satisfies Record<MeasureState, string>

/** Where it stands on the day, and that its planned end has come. */
export const StateTags = ({ measure, on, lang }: { readonly measure: Measure; readonly on: PlainDate; readonly lang: Lang }) => {
  const words = measureWords[lang]
  const state = stateOf(measure, on)
  return (
    <>
      <Tag tone={tones[state]}>{words.states[state]}</Tag>
      {isOverdue(measure, on) && [' ', <Tag tone="danger">{words.overdue}</Tag>]}
    </>
  )
}

/** Its days in a sentence. */
export function daysText({ fromOn, plannedUntilOn, endedOn }: Pick<Measure, 'fromOn' | 'plannedUntilOn' | 'endedOn'>, lang: Lang): string {
  const words = measureWords[lang]
  const from = shortDay(fromOn, lang)
  if (endedOn === fromOn) return from
  if (endedOn !== null) return words.span(from, shortDay(endedOn, lang))
  return plannedUntilOn === null ? words.since(from) : words.planned(from, shortDay(plannedUntilOn, lang))
}

/** A form's problems with its prefix, as the summary and the fields take them. */
export const prefixed = (problems: readonly DraftProblem[], prefix: string): DraftProblem[] =>
  problems.map(({ field, text }) => ({ field: `${prefix}${field}`, text }))

/** What a field is given: name, id, value, problem. */
export const fieldsOf = (draft: Draft, prefix: string) => (name: string) => ({
  name,
  id: `${prefix}${name}`,
  value: draft.value(name),
  problem: problemOf(draft.problems, name),
})

export type FormProps = { readonly draft: Draft; readonly prefix: string; readonly lang: Lang }

/** The free text of a measure, and what was flagged in it. */
export const NoteField = ({ draft, prefix, lang, label }: FormProps & { readonly label?: string }) => {
  const texts = pageTexts[lang]
  return (
    <>
      <TextArea
        {...fieldsOf(draft, prefix)('note')}
        label={label ?? texts.note}
        hint={texts.noteHint}
        maxlength={longestNote}
        required={false}
        rows={3}
      />
      <NoteWarning flags={draft.flags} lang={lang} isKept={draft.isKept} id={`${prefix}noteKept`} />
    </>
  )
}

/** Why something is struck, and what was flagged in it. */
export const WhyField = ({ draft, prefix, lang }: FormProps) => (
  <>
    <TextArea {...fieldsOf(draft, prefix)('why')} label={pageTexts[lang].why} maxlength={200} rows={2} />
    <NoteWarning flags={draft.flags} lang={lang} isKept={draft.isKept} id={`${prefix}noteKept`} />
  </>
)

/** What the youth does afterwards, and who says so. `isSaid`: it has been said before, and is not taken back here. */
export const AfterFields = ({ draft, prefix, lang, isSaid = false }: FormProps & { readonly isSaid?: boolean }) => {
  const texts = pageTexts[lang]
  const at = fieldsOf(draft, prefix)
  const names = ladderTexts[lang].occupations
  return (
    <>
      <Select
        {...at('occupation')}
        label={texts.after}
        hint={texts.afterHint}
        blank={isSaid ? false : texts.afterNot}
        options={occupations.map((value) => ({ value, label: names[value] }))}
      />
      <Select
        {...at('source')}
        label={texts.source}
        options={occupationSources.map((value) => ({ value, label: measureWords[lang].sources[value] }))}
      />
    </>
  )
}

/** The reasons of a use as choices; `only` narrows them. */
export const reasonOptions = (reasons: readonly Reason[], use: ReasonUse, lang: Lang, only?: readonly string[]) =>
  reasons
    .filter(({ key, uses }) => uses.includes(use) && (only === undefined || only.includes(key)))
    .map(({ key, name }) => ({ value: key, label: name[lang] }))

type YouthPageProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly name: string
  readonly title: string
  readonly isBelowList?: boolean
  readonly problems?: readonly DraftProblem[]
  readonly problem?: string | null
  readonly children: Child
}

/** The frame of every page of one youth's measures. */
export const YouthPage = ({
  frame,
  subjectId,
  name,
  title,
  isBelowList = true,
  problems = [],
  problem = null,
  children,
}: YouthPageProps) => {
  const texts = pageTexts[frame.lang]
  const crumbs = [
    { href: '/ungdomar', label: texts.youths },
    { href: `/ungdomar/${subjectId}`, label: texts.youth },
    ...(isBelowList ? [{ href: listPath(subjectId), label: texts.title }] : []),
    { href: '', label: title },
  ]
  return (
    <Page frame={frame} title={title} crumbs={crumbs}>
      <PageHead heading={title} below={name} />
      <div class="stack">
        {problem !== null && <Alert kind="warning">{problem}</Alert>}
        <FormErrors problems={problems} />
        {children}
      </div>
    </Page>
  )
}
