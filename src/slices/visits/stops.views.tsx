/** The stops of a round with order and times, and the youths who can be added. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button } from '../../ui/button.tsx'
import { Card, EmptyState } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Table, TwoLines } from '../../ui/table.tsx'
import { Announced, ResultTag, roundPath } from './parts.views.tsx'
import { isOver, isTouched } from './plan.rules.ts'
import { addressLine, nameOf } from './pocket.rules.ts'
import { stopTexts } from './stops.texts.ts'
import type { Candidate, Round, Stop } from './visits.types.ts'

type Props = {
  readonly frame: Frame
  readonly round: Round
  readonly stops: readonly Stop[]
  readonly newOnce: () => string
  /** Times as they were typed, when one of them could not be read. */
  readonly typedTimes?: ReadonlyMap<string, string> | undefined
  readonly timesProblem?: string | undefined
}

const orderForm = 'ordning'
const removeForm = 'ta-bort'
const timesForm = 'tider'

type RowProps = Pick<Props, 'round' | 'typedTimes'> & { readonly stop: Stop; readonly n: number; readonly of: number; readonly lang: Lang }

const Moves = ({ stop, n, of, lang }: RowProps) => {
  const texts = stopTexts[lang]
  const step = (way: 'up' | 'down', sign: string, disabled: boolean) => (
    <button
      class="ds-button"
      data-variant="tertiary"
      form={orderForm}
      name="order"
      value={`${way}:${stop.stopId}`}
      aria-label={texts[way](n)}
      disabled={disabled}
    >
      {sign}
    </button>
  )
  return (
    <span class="row tight">
      {step('up', '↑', n === 1)}
      {step('down', '↓', n === of)}
      {!isTouched(stop) && (
        <button class="ds-button" data-variant="tertiary" form={removeForm} name="stop" value={stop.stopId} aria-label={texts.remove(n)}>
          {texts.removeShort}
        </button>
      )}
    </span>
  )
}

const TimeField = ({ stop, n, lang, typedTimes }: RowProps) => (
  <>
    <input type="hidden" form={timesForm} name="stop" value={stop.stopId} />
    <input
      class="ds-input"
      type="time"
      form={timesForm}
      name="time"
      id={`time-${n}`}
      value={typedTimes?.get(stop.stopId) ?? stop.plannedAt ?? ''}
      aria-label={stopTexts[lang].timeOf(n)}
    />
  </>
)

function rowOf(props: RowProps) {
  const { stop, n, lang, round } = props
  const isOpen = !isOver(round)
  return [
    String(n),
    <TwoLines below={addressLine(stop)}>
      <a href={`/ungdomar/${stop.subjectId}`}>{nameOf(stop) || stopTexts[lang].somebody}</a>
    </TwoLines>,
    isOpen ? <TimeField {...props} /> : (stop.plannedAt ?? '–'),
    stop.result === null ? <Announced stop={stop} on={round.on} lang={lang} /> : <ResultTag result={stop.result} lang={lang} />,
    ...(isOpen ? [<Moves {...props} />] : []),
  ]
}

/** The forms that the buttons in the table belong to. */
const TableForms = ({ frame, round, newOnce }: Props) => {
  const texts = stopTexts[frame.lang]
  return (
    <div class="row">
      <Form frame={frame} action={`${roundPath(round)}/tider`} id={timesForm} once={newOnce()} inline>
        <Button variant="secondary">{texts.saveTimes}</Button>
      </Form>
      <Form frame={frame} action={`${roundPath(round)}/ordning`} id={orderForm} once={newOnce()} inline>
        <Button variant="tertiary" name="order" value="address">
          {texts.byAddress}
        </Button>
        <Button variant="tertiary" name="order" value="times">
          {texts.spread}
        </Button>
      </Form>
      <Form frame={frame} action={`${roundPath(round)}/ta-bort`} id={removeForm} once={newOnce()} label={texts.removeShort}>
        {''}
      </Form>
    </div>
  )
}

/** The stops in order, with times, cards and results. */
export const StopsCard = (props: Props) => {
  const { frame, round, stops, typedTimes, timesProblem } = props
  const texts = stopTexts[frame.lang]
  const { order, youth, time, card, move } = texts.stopColumns
  const columns = [order, youth, time, card, ...(isOver(round) ? [] : [move])].map((title) => ({ title }))
  if (stops.length === 0) {
    return (
      <Card heading={texts.stops}>
        <EmptyState title={texts.noStops}>{isOver(round) ? null : <p>{texts.noStopsHint}</p>}</EmptyState>
      </Card>
    )
  }
  const rows = stops.map((stop, index) => rowOf({ stop, n: index + 1, of: stops.length, lang: frame.lang, round, typedTimes }))
  return (
    <Card heading={texts.stops}>
      {timesProblem !== undefined && (
        <p class="late" id="time-problem">
          {timesProblem}
        </p>
      )}
      <Table columns={columns} rows={rows} stacks />
      {!isOver(round) && <TableForms {...props} />}
    </Card>
  )
}

type ProposedProps = Pick<Props, 'frame' | 'round' | 'newOnce'> & { readonly candidates: readonly Candidate[] }

const proposedRow = (one: Candidate, lang: Lang) => {
  const texts = stopTexts[lang]
  const name = nameOf(one) || texts.somebody
  const due = one.stepDue === null ? '' : texts.due(shortDay(one.stepDue, lang))
  return {
    value: one.subjectId,
    label: name,
    cells: [
      <TwoLines below={addressLine(one)}>
        <a href={`/ungdomar/${one.subjectId}`}>{name}</a>
      </TwoLines>,
      one.district ?? '–',
      <TwoLines below={due}>{texts.step[one.step ?? ''] ?? '–'}</TwoLines>,
    ],
  }
}

/** Youths whose next step is a card or a visit. */
export const ProposedCard = ({ frame, round, candidates, newOnce }: ProposedProps) => {
  const { lang } = frame
  const texts = stopTexts[lang]
  const columns = [texts.stopColumns.youth, texts.district, texts.nextStep].map((title) => ({ title }))
  return (
    <Card heading={texts.proposed}>
      <p class="muted">{texts.proposedLead(round.districtId === null ? texts.wholeMunicipality : round.area)}</p>
      {candidates.length === 0 ? (
        <EmptyState title={texts.noProposed} />
      ) : (
        <Form frame={frame} action={`${roundPath(round)}/ungdomar`} once={newOnce()}>
          <Table columns={columns} rows={candidates.map((one) => proposedRow(one, lang))} selection={{ name: 'youth' }} stacks />
          <div class="row">
            <Button>{texts.add}</Button>
          </div>
        </Form>
      )}
    </Card>
  )
}

type SearchProps = Pick<Props, 'frame' | 'round'> & { readonly written?: string; readonly problem?: string | undefined }

/** Searching for anybody else. What is written is posted, and stands nowhere else. */
export const SearchCard = ({ frame, round, written = '', problem }: SearchProps) => {
  const texts = stopTexts[frame.lang]
  return (
    <Card heading={texts.search}>
      <Form frame={frame} action={`${roundPath(round)}/sok`} inline label={texts.search}>
        <Field name="q" type="search" label={texts.searchLabel} value={written} size={24} spellcheck={false} problem={problem} />
        <Button variant="secondary">{texts.searchButton}</Button>
      </Form>
    </Card>
  )
}

/** A youth that a search found. */
export type FoundYouth = { readonly subjectId: string; readonly name: string; readonly address: string; readonly bornOn: PlainDate | null }

type HitsProps = Pick<Props, 'frame' | 'round' | 'newOnce'> & { readonly hits: readonly FoundYouth[]; readonly isCut: boolean }

/** What a search found, to be added. */
export const HitsCard = ({ frame, round, hits, isCut, newOnce }: HitsProps) => {
  const texts = stopTexts[frame.lang]
  const columns = [texts.stopColumns.youth, texts.born].map((title) => ({ title }))
  const rows = hits.map(({ subjectId, name, address, bornOn }) => ({
    value: subjectId,
    label: name || texts.somebody,
    checked: hits.length === 1,
    cells: [<TwoLines below={address}>{name || texts.somebody}</TwoLines>, bornOn ?? ''],
  }))
  return (
    <Card heading={texts.hits}>
      {hits.length === 0 && <EmptyState title={texts.noHits} />}
      {hits.length > 0 && (
        <Form frame={frame} action={`${roundPath(round)}/ungdomar`} once={newOnce()}>
          <Table columns={columns} rows={rows} selection={{ name: 'youth' }} stacks />
          {isCut && <p class="muted">{texts.cut}</p>}
          <div class="row">
            <Button>{texts.add}</Button>
          </div>
        </Form>
      )}
    </Card>
  )
}
