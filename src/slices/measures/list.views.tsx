/** A youth's measures: what is going on, what was, what was declined, and the way to a new one. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Select } from '../../ui/field.tsx'
import { Confirm } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { emptyDraft, type Draft } from './draft.ts'
import { isValidOn, stateOf } from './measure.rules.ts'
import type { DeclinedOffer, Item, Measure, MeasureState, Reason } from './measures.types.ts'
import { pageTexts } from './page.texts.ts'
import { daysText, listPath, measurePath, prefixed, StateTags, WhyField, YouthPage } from './parts.views.tsx'
import { openStage } from './stage.rules.ts'
import { measureWords, nameOf } from './words.texts.ts'

export type ListProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly name: string
  readonly today: PlainDate
  readonly measures: readonly Measure[]
  readonly offers: readonly DeclinedOffer[]
  readonly items: readonly Item[]
  readonly reasons: readonly Reason[]
  readonly isFollowed: boolean
  /** A strike of an offer that was refused, with what was typed. */
  readonly striking: { readonly offerId: string; readonly draft: Draft } | null
  readonly problem: string | null
  readonly newOnce: () => string
}

const Line = ({ measure, props }: { measure: Measure; props: ListProps }) => {
  const { frame, subjectId, today, reasons } = props
  const words = measureWords[frame.lang]
  const open = stateOf(measure, today) === 'ongoing' ? openStage(measure) : null
  const stage = measure.itemStages.find(({ key }) => key === open?.key)
  const after = [
    words.responsible[measure.responsible],
    ...(stage === undefined ? [] : [stage[frame.lang]]),
    ...(measure.endReason === null ? [] : [nameOf(reasons, measure.endReason, frame.lang)]),
    ...(measure.counts ? [] : [words.notCounted]),
  ]
  return (
    <li>
      <a href={measurePath(subjectId, measure.measureId)}>{measure.name[frame.lang]}</a>{' '}
      <StateTags measure={measure} on={today} lang={frame.lang} />
      <br />
      <small class="muted">{[daysText(measure, frame.lang), ...after].join(' · ')}</small>
    </li>
  )
}

const Group = ({ heading, states, none, props }: { heading: string; states: readonly MeasureState[]; none?: string; props: ListProps }) => {
  const shown = props.measures.filter((measure) => states.includes(stateOf(measure, props.today)))
  if (shown.length === 0 && none === undefined) return null
  return (
    <Card heading={heading}>
      {shown.length === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <ul class="plain stack">
          {shown.map((measure) => (
            <Line measure={measure} props={props} />
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The step that the measure is to come of. */
type ChosenStep = { readonly stepId: string; readonly text: string }
type ChooseProps = Pick<ListProps, 'frame' | 'subjectId' | 'items' | 'today' | 'isFollowed'> & { readonly ofStep?: ChosenStep }

/** Choosing comes first: what the form then asks depends on it, with or without script. */
const NewCard = ({ frame, subjectId, items, today, isFollowed, ofStep }: ChooseProps) => {
  const texts = pageTexts[frame.lang]
  const options = items.filter((item) => isValidOn(item, today)).map(({ key, name }) => ({ value: key, label: name[frame.lang] }))
  return (
    <Card heading={texts.newTitle}>
      {ofStep !== undefined && <p class="as-typed">{texts.ofStep(ofStep.text)}</p>}
      {!isFollowed && (
        <Alert kind="info" title={texts.notFollowed}>
          {texts.notFollowedText}
        </Alert>
      )}
      <p class="muted">{texts.newBelow}</p>
      <form method="get" action={`${listPath(subjectId)}/ny`} class="stack">
        {ofStep !== undefined && <input type="hidden" name="steg" value={ofStep.stepId} />}
        <Select name="insats" label={texts.choose} options={options} blank />
        <Button>{texts.chooseDo}</Button>
      </form>
    </Card>
  )
}

const OfferLine = ({ offer, props }: { offer: DeclinedOffer; props: ListProps }) => {
  const { frame, subjectId, reasons, striking, newOnce } = props
  const texts = pageTexts[frame.lang]
  const isStriking = striking?.offerId === offer.offerId
  const { struck } = offer
  return (
    <li>
      <p>
        {offer.name[frame.lang]}, {shortDay(offer.offeredOn, frame.lang)}: {nameOf(reasons, offer.reason, frame.lang).toLowerCase()}
        <br />
        <small class="muted">{[offer.note, offer.byName].filter((part) => part !== '').join(' · ')}</small>
      </p>
      {struck !== null && <p class="muted">{texts.struckBy(struck.by, struck.at, struck.why)}</p>}
      {struck === null && (
        <Confirm
          frame={frame}
          action={`${listPath(subjectId)}/avbojd/${offer.offerId}/stryk`}
          once={newOnce()}
          label={texts.strike}
          question={texts.strikeOfferQuestion}
          confirm={texts.strikeDo}
          open={isStriking}
          danger
        >
          <WhyField draft={isStriking ? striking.draft : emptyDraft()} prefix={`${offer.offerId}-`} lang={frame.lang} />
        </Confirm>
      )}
    </li>
  )
}

const Offers = (props: ListProps) => {
  const texts = pageTexts[props.frame.lang]
  return (
    <Card heading={texts.offers}>
      {props.offers.length === 0 && <p class="muted">{texts.offersNone}</p>}
      <ul class="plain stack">
        {props.offers.map((offer) => (
          <OfferLine offer={offer} props={props} />
        ))}
      </ul>
      <LinkButton href={`${listPath(props.subjectId)}/avbojd`}>{texts.offerNew}</LinkButton>
    </Card>
  )
}

/** The page where the item is chosen that a step of the plan becomes a measure of. */
export const ChooseItemPage = (props: ChooseProps & Pick<ListProps, 'name'> & { readonly ofStep: ChosenStep }) => (
  <YouthPage {...props} title={pageTexts[props.frame.lang].newTitle} problems={[]} problem={null}>
    <NewCard {...props} />
  </YouthPage>
)

/** The page. */
export const MeasuresPage = (props: ListProps) => {
  const { frame, subjectId, name, striking, problem } = props
  const texts = pageTexts[frame.lang]
  const problems = striking === null ? [] : prefixed(striking.draft.problems, `${striking.offerId}-`)
  return (
    <YouthPage {...{ frame, subjectId, name, problems, problem }} title={texts.title} isBelowList={false}>
      <Group heading={texts.now} states={['ongoing', 'planned', 'waiting']} none={texts.nowNone} props={props} />
      <NewCard {...props} />
      <Group heading={texts.before} states={['ended']} props={props} />
      <Offers {...props} />
      <Group heading={texts.refusedOnes} states={['refused', 'struck']} props={props} />
    </YouthPage>
  )
}
