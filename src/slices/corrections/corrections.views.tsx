/** The list of correction cases, and one case with its answer. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList, EmptyState, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { instantText, shortDay } from '../../ui/day.texts.ts'
import { TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { Pagination, Tabs } from '../../ui/tabs.tsx'
import { NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { correctionTexts } from './corrections.texts.ts'
import {
  casesPerPage,
  correctionAnswers,
  type CorrectionAnswer,
  type CorrectionList,
  type CorrectionState,
  type SeenCorrection,
} from './corrections.types.ts'

type Told = { readonly lang: Lang; readonly today: PlainDate }

const nameOf = ({ givenName, familyName }: SeenCorrection, lang: Lang): string =>
  `${givenName} ${familyName}`.trim() || correctionTexts[lang].columns.youth

const StateTag = ({ one, lang }: { one: SeenCorrection; lang: Lang }) => {
  const texts = correctionTexts[lang]
  return one.state === 'closed' ? (
    <Tag>{texts.outcomes[one.outcome ?? 'stands']}</Tag>
  ) : (
    <Tag tone={one.state === 'toCheck' ? 'warning' : 'info'}>{texts.stateTag[one.state]}</Tag>
  )
}

const rowOf = (one: SeenCorrection, { lang, today }: Told) => {
  const texts = correctionTexts[lang]
  return [
    <a href={`/rattelser/${one.id}`}>{nameOf(one, lang)}</a>,
    <TwoLines below={texts.reasons[one.reason]}>{texts.lines[one.line]}</TwoLines>,
    one.source,
    <TwoLines below={one.readOn === null ? '' : shortDay(one.readOn, lang)}>
      <StateTag one={one} lang={lang} />
    </TwoLines>,
    <TwoLines below={texts.by(one.openedBy)}>{instantText(one.openedAt, today, lang)}</TwoLines>,
  ]
}

type ListProps = {
  readonly frame: Frame
  readonly told: Told
  readonly list: CorrectionList
  readonly state: CorrectionState | null
  readonly page: number
}

/** Where a state of the list is. */
export const stateAddresses: readonly (readonly [CorrectionState | null, string])[] = [
  [null, ''],
  ['toCheck', 'att-kontrollera'],
  ['waiting', 'vantar'],
  ['closed', 'avslutade'],
]

const countOf = ({ waiting, toCheck, closed }: CorrectionList['counts'], state: CorrectionState | null): number =>
  state === null ? waiting + toCheck : { waiting, toCheck, closed }[state]

const Cases = ({ list, told }: Pick<ListProps, 'list' | 'told'>) => {
  const texts = correctionTexts[told.lang]
  const { youth, line, source, state, opened } = texts.columns
  if (list.rows.length === 0) return <EmptyState title={texts.empty} />
  const columns = [youth, line, source, state, opened].map((title) => ({ title }))
  return <Table columns={columns} rows={list.rows.map((one) => rowOf(one, told))} headed stacks />
}

const toYouths = (lang: Lang) => ({ href: '/ungdomar', label: correctionTexts[lang].youths })

/** Open cases, oldest first; or those of one state. */
export const CorrectionsPage = ({ frame, told, list, state, page }: ListProps) => {
  const texts = correctionTexts[told.lang]
  const address = stateAddresses.find(([one]) => one === state)?.[1] ?? ''
  const links = stateAddresses.map(([one, query]) => ({
    href: query === '' ? '/rattelser' : `/rattelser?lage=${query}`,
    label: texts.states[one ?? 'all'],
    count: countOf(list.counts, one),
    current: one === state,
  }))
  return (
    <Page frame={frame} title={texts.title} crumbs={[toYouths(told.lang), { href: '', label: texts.title }]}>
      <PageHead heading={texts.title} below={texts.lead} />
      <Tabs label={texts.tabsLabel} links={links} />
      <Cases list={list} told={told} />
      <Pagination
        page={page}
        pageSize={casesPerPage}
        total={countOf(list.counts, state)}
        href={(to) => `/rattelser?${address === '' ? '' : `lage=${address}&`}sida=${to}`}
      />
    </Page>
  )
}

/** The answer as it was typed. `isStale`: somebody answered meanwhile, and both are shown. */
export type AnswerDraft = {
  readonly answer: string
  readonly note: string
  readonly problems: readonly FieldProblem[]
  /** The warning of what is in the note. */
  readonly warning: NoteDraft
  readonly isStale: boolean
  readonly isClosed: boolean
}

type CaseProps = {
  readonly frame: Frame
  readonly told: Told
  readonly found: SeenCorrection
  readonly draft: AnswerDraft
  readonly once: string
}

function stateText(one: SeenCorrection, { lang }: Told): string {
  const texts = correctionTexts[lang]
  if (one.state === 'closed') return texts.outcomes[one.outcome ?? 'stands']
  return one.readOn === null ? texts.waits(one.source) : texts.check(one.source, shortDay(one.readOn, lang))
}

const AboutCase = ({ found, told }: Pick<CaseProps, 'found' | 'told'>) => {
  const texts = correctionTexts[told.lang]
  const when = (instant: string, by: string): string => `${instantText(instant, told.today, told.lang)}, ${by}`
  const facts = [
    { term: texts.facts.line, value: texts.lines[found.line] },
    { term: texts.facts.reason, value: texts.reasons[found.reason] },
    { term: texts.facts.note, value: found.note === '' ? '–' : <span class="as-typed">{found.note}</span> },
    { term: texts.facts.source, value: found.source },
    { term: texts.facts.opened, value: when(found.openedAt, found.openedBy) },
    { term: texts.facts.state, value: stateText(found, told) },
    ...(found.closedAt === null ? [] : [{ term: texts.facts.closed, value: when(found.closedAt, found.closedBy ?? '') }]),
    ...(found.closingNote === '' ? [] : [{ term: texts.closingNote, value: <span class="as-typed">{found.closingNote}</span> }]),
  ]
  return (
    <Card heading={texts.about}>
      <DefinitionList facts={facts} />
      {found.message !== '' && !found.isProtected && (
        <div class="spaced">
          <TextArea name="text" id="text-to-source" label={texts.message} hint={texts.messageHint} rows={10} value={found.message} />
        </div>
      )}
    </Card>
  )
}

const answerText = (answer: string, lang: Lang): string =>
  Object.hasOwn(correctionTexts[lang].answers, answer) ? correctionTexts[lang].answers[answer as CorrectionAnswer] : answer

const Both = ({ found, told, draft }: Pick<CaseProps, 'found' | 'told' | 'draft'>) => {
  const texts = correctionTexts[told.lang]
  return (
    <Alert kind="warning" title={texts.staleTitle} live>
      <p>{draft.isClosed ? texts.alreadyClosed : texts.stale}</p>
      <DefinitionList
        facts={[
          { term: texts.yours, value: [answerText(draft.answer, told.lang), draft.note].filter((part) => part !== '').join(' – ') },
          { term: texts.theirs, value: [stateText(found, told), found.closingNote].filter((part) => part !== '').join(' – ') },
        ]}
      />
    </Alert>
  )
}

const SaveRow = ({ id, isStale, lang }: { id: number; isStale: boolean; lang: Lang }) => {
  const texts = correctionTexts[lang]
  return (
    <div class="row">
      <Button>{isStale ? texts.saveOver : texts.save}</Button>
      {isStale && (
        <LinkButton href={`/rattelser/${id}`} variant="tertiary">
          {texts.leave}
        </LinkButton>
      )}
    </div>
  )
}

const AnswerForm = ({ frame, told, found, draft, once }: CaseProps) => {
  const texts = correctionTexts[told.lang]
  const answers = correctionAnswers.filter((answer) => found.state !== 'closed' || answer !== 'again')
  return (
    <Card heading={found.state === 'closed' ? texts.change : texts.answerHeading}>
      <Form frame={frame} action={`/rattelser/${found.id}`} once={once}>
        <input type="hidden" name="version" value={String(found.version)} />
        <RadioGroup
          name="answer"
          label={texts.answer}
          options={answers.map((answer) => ({ value: answer, label: texts.answers[answer] }))}
          value={draft.answer}
          problem={problemOf(draft.problems, 'answer')}
          required
        />
        <TextArea
          name="note"
          label={texts.closingNote}
          hint={texts.closingNoteHint}
          value={draft.note}
          maxlength={2000}
          problem={problemOf(draft.problems, 'note')}
        />
        <NoteWarning {...draft.warning} lang={told.lang} />
        <SaveRow id={found.id} isStale={draft.isStale} lang={told.lang} />
      </Form>
    </Card>
  )
}

/** One case. */
export const CorrectionPage = (props: CaseProps) => {
  const { frame, told, found, draft } = props
  const texts = correctionTexts[told.lang]
  return (
    <Page
      frame={frame}
      title={texts.title}
      crumbs={[toYouths(told.lang), { href: '/rattelser', label: texts.title }, { href: '', label: texts.about }]}
    >
      {draft.isStale && <Both found={found} told={told} draft={draft} />}
      <FormErrors problems={draft.problems} />
      <PageHead heading={`${nameOf(found, told.lang)}: ${texts.lines[found.line].toLowerCase()}`} below={found.unit ?? undefined}>
        <LinkButton href={`/ungdomar/${found.subjectId}`}>{texts.youth}</LinkButton>
      </PageHead>
      <Columns main={<AboutCase found={found} told={told} />} side={<AnswerForm {...props} />} />
    </Page>
  )
}
