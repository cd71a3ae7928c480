/** The page of a round: who is visited, the cards, and what is left to do before it is over. */
import type { Lang } from '../../kernel/lang.ts'
import { dayOf, weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import { Confirm, FormErrors, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { CardsCard } from './cards.views.tsx'
import { Conflicts } from './conflict.views.tsx'
import { dayWithWeekday, pairText, roundPath, StateTag } from './parts.views.tsx'
import { isOver, isTouched, mayBecome, partIn } from './plan.rules.ts'
import { pocketOf } from './pocket.rules.ts'
import type { ReadRound } from './read.actions.ts'
import { HitsCard, ProposedCard, SearchCard, StopsCard, type FoundYouth } from './stops.views.tsx'
import { stopTexts } from './stops.texts.ts'
import { visitTexts } from './visits.texts.ts'
import type { Candidate } from './visits.types.ts'

/** What a refused form hands back to the page. */
export type RoundDraft = {
  readonly problems: readonly FieldProblem[]
  readonly typedTimes?: ReadonlyMap<string, string> | undefined
  readonly timesProblem?: string | undefined
  /** Youths who could not be added: whom, and why. */
  readonly notAdded: readonly string[]
}
export const noDraft: RoundDraft = { problems: [], notAdded: [] }

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly staffId: string
  readonly found: ReadRound
  readonly candidates: readonly Candidate[]
  readonly draft: RoundDraft
  readonly newOnce: () => string
}

const headingOf = ({ found: { round } }: Props, lang: Lang): string =>
  `${round.area}, ${dayWithWeekday(round.on, weekdayOf(dayOf(round.on)), lang)}`

const About = ({ frame: { lang }, found: { round, carriers }, today }: Props) => {
  const texts = visitTexts[lang]
  const carried = carriers.map(({ name, takenAt }) => texts.carriedBy(name, instantText(takenAt, today, lang))).join('; ')
  const facts = [
    { term: texts.facts.time, value: `${round.startsAt}–${round.endsAt}` },
    { term: texts.facts.goes, value: pairText(round, lang) },
    { term: texts.facts.watches, value: round.watch.name },
    { term: texts.facts.state, value: <StateTag state={round.state} lang={lang} /> },
    ...(carried === '' ? [] : [{ term: texts.facts.carried, value: carried }]),
  ]
  return (
    <Card heading={texts.about}>
      <DefinitionList facts={facts} />
    </Card>
  )
}

/** Cancelling before the round has begun, closing it when it has. */
const Ending = ({ frame, found: { round, stops }, newOnce }: Props) => {
  const texts = visitTexts[frame.lang]
  if (isOver(round)) return null
  const common = { frame, once: newOnce() }
  if (mayBecome(round.state, 'cancelled') && !stops.some(isTouched)) {
    return (
      <Confirm
        {...common}
        action={`${roundPath(round)}/stall-in`}
        label={texts.cancel}
        question={texts.cancelQuestion}
        confirm={texts.cancelConfirm}
        danger
      />
    )
  }
  return (
    <Confirm
      {...common}
      action={`${roundPath(round)}/avsluta`}
      label={texts.close}
      question={texts.closeQuestion}
      confirm={texts.closeConfirm}
    />
  )
}

const Head = (props: Props) => {
  const { frame, found, staffId } = props
  const texts = visitTexts[frame.lang]
  const { round, stops } = found
  const goes = partIn(round, staffId) === 'goes' && !isOver(round) && stops.length > 0
  return (
    <PageHead
      heading={headingOf(props, frame.lang)}
      below={`${round.startsAt}–${round.endsAt} · ${pairText(round, frame.lang)} · ${texts.columns.watch.toLowerCase()}: ${round.watch.name}`}
    >
      {goes && (
        <LinkButton href={`${roundPath(round)}/falt`} variant="primary">
          {texts.toPhone}
        </LinkButton>
      )}
      {round.state === 'planned' && <LinkButton href={`${roundPath(round)}/andra`}>{texts.change}</LinkButton>}
    </PageHead>
  )
}

const NotAdded = ({ names, lang }: { names: readonly string[]; lang: Lang }) =>
  names.length === 0 ? null : (
    <Alert kind="warning" title={stopTexts[lang].someNotAdded} live>
      <ul>
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </Alert>
  )

const Above = ({ frame, found, draft, newOnce }: Props) => {
  const { round, stops } = found
  return (
    <>
      <Conflicts pocket={pocketOf(found)} lang={frame.lang} formToken={frame.formToken} newOnce={newOnce} back="runda" />
      <StopsCard {...{ frame, round, stops, newOnce, typedTimes: draft.typedTimes, timesProblem: draft.timesProblem }} />
    </>
  )
}

/** What would make an alarm come to nothing. */
const WeakWatch = ({ frame: { lang }, found: { round } }: Props) => {
  const texts = visitTexts[lang]
  const hasNumber = round.first.phone !== null || round.second.phone !== null
  if (isOver(round) || (hasNumber && round.watch.isReachable)) return null
  return (
    <Alert kind="warning" title={texts.watchIsWeak}>
      {!hasNumber && <p>{texts.noNumbers}</p>}
      {!round.watch.isReachable && <p>{texts.unreachable(round.watch.name)}</p>}
      <p>{texts.askForNumbers}</p>
    </Alert>
  )
}

const Main = ({ frame, found: { round, stops }, today, candidates, draft, newOnce }: Props) => (
  <>
    {!isOver(round) && stops.length > 0 && <CardsCard {...{ frame, today, round, stops, problems: draft.problems, newOnce }} />}
    {round.state === 'planned' && <ProposedCard {...{ frame, round, candidates, newOnce }} />}
  </>
)

const Side = (props: Props) => {
  const { frame, found } = props
  const { round } = found
  return (
    <>
      {!isOver(round) && <SearchCard frame={frame} round={round} />}
      <About {...props} />
      <Ending {...props} />
    </>
  )
}

/** A round. */
export const RoundPage = (props: Props) => {
  const { frame, draft } = props
  const texts = visitTexts[frame.lang]
  return (
    <Page
      frame={frame}
      title={texts.about}
      crumbs={[
        { href: '/besok', label: texts.title },
        { href: '', label: texts.about },
      ]}
    >
      <FormErrors problems={draft.problems} />
      <NotAdded names={draft.notAdded} lang={frame.lang} />
      <Head {...props} />
      <WeakWatch {...props} />
      <div class="stack">
        <Above {...props} />
        <Columns main={<Main {...props} />} side={<Side {...props} />} />
      </div>
    </Page>
  )
}

type HitsProps = Pick<Props, 'frame' | 'found' | 'newOnce'> & {
  readonly written: string
  readonly hits: readonly FoundYouth[]
  readonly isCut: boolean
  readonly problem?: string | undefined
}

/** What a search for youths to visit found. */
export const HitsPage = ({ frame, found: { round }, newOnce, written, hits, isCut, problem }: HitsProps) => {
  const texts = visitTexts[frame.lang]
  const heading = stopTexts[frame.lang].search
  const crumbs = [
    { href: '/besok', label: texts.title },
    { href: roundPath(round), label: texts.about },
    { href: '', label: heading },
  ]
  return (
    <Page frame={frame} title={heading} crumbs={crumbs}>
      <PageHead heading={heading}>
        <LinkButton href={roundPath(round)}>{texts.back}</LinkButton>
      </PageHead>
      <div class="stack">
        <SearchCard frame={frame} round={round} written={written} problem={problem} />
        {problem === undefined && <HitsCard {...{ frame, round, newOnce, hits, isCut }} />}
      </div>
    </Page>
  )
}
