/** GET /utskick/:id: a round from preparing to done, and what the reader can do with it. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList, type Fact } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { instantText } from '../../ui/day.texts.ts'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import { selectionOf } from './round-form.rules.ts'
import { roundAddress, roundsAddress, RoundTag, type Told } from './round-list.views.tsx'
import { ExcludedCard, NumbersCard, PreviewsCard, ProgressCard, SinceCard, Warnings } from './round-parts.views.tsx'
import { roundPageTexts } from './round-page.texts.ts'
import type { ShownRound } from './round-read.actions.ts'
import { roundTexts } from './round.texts.ts'
import type { Round } from './round.types.ts'

export type RoundPageProps = {
  readonly frame: Frame
  readonly told: Told
  readonly shown: ShownRound
  /** How far preparing has come in this process; null when it is not known here. */
  readonly done: { readonly done: number; readonly total: number } | null
  readonly staffId: string
  readonly mayRelease: boolean
  readonly problems: readonly FieldProblem[]
  /** Why what was asked could not be done. */
  readonly refusal: string | null
  readonly newOnce: () => string
}

const Selection = ({ round: { query, kind }, lang }: { round: Round; lang: Told['lang'] }) => {
  const t = roundPageTexts[lang]
  const { selection, days } = selectionOf(query)
  const kindText = roundTexts[lang].kinds[kind]
  if (selection === 'list') {
    return (
      <>
        {`${kindText} · `}
        <a href={`/ungdomar?${query}`}>{t.selectionText.list}</a>
      </>
    )
  }
  return `${kindText} · ${selection === 'twenty' ? t.selectionText.twenty(days) : t.selectionText[selection]}`
}

const StepsCard = ({ shown: { round }, told: { lang, today } }: RoundPageProps) => {
  const t = roundPageTexts[lang]
  const step = (term: string, name: string | null, at: string | null): Fact[] =>
    at === null ? [] : [{ term, value: `${name ?? roundTexts[lang].byItself}, ${instantText(at, today, lang)}` }]
  return (
    <Card heading={t.steps}>
      <DefinitionList
        facts={[
          ...step(t.stepPrepared, round.preparedName, round.preparedAt),
          ...step(t.stepReviewed, round.reviewedName, round.reviewedAt),
          ...step(t.stepReleased, round.releasedName, round.releasedAt),
          ...step(t.stepCancelled, round.cancelledName, round.cancelledAt),
        ]}
      />
    </Card>
  )
}

const ReviewForm = ({ frame, shown: { round }, problems, newOnce }: RoundPageProps) => {
  const t = roundPageTexts[frame.lang]
  return (
    <Form frame={frame} action={`${roundAddress(round.roundId)}/granska`} once={newOnce()}>
      <input type="hidden" name="version" value={String(round.version)} />
      <Checkbox name="read" label={t.reviewTick} problem={problemOf(problems, 'read')} />
      <div>
        <Button>{t.review}</Button>
      </div>
    </Form>
  )
}

const ReleaseForm = ({ frame, shown: { round, counts }, newOnce }: RoundPageProps) => {
  const t = roundPageTexts[frame.lang]
  return (
    <Confirm
      frame={frame}
      action={`${roundAddress(round.roundId)}/slapp`}
      once={newOnce()}
      label={t.release}
      question={t.releaseQuestion(numberText(counts.recipients, frame.lang))}
      confirm={t.releaseConfirm}
    >
      <input type="hidden" name="version" value={String(round.version)} />
    </Confirm>
  )
}

/** What comes next with a prepared round, for this reader. */
const NextStep = (props: RoundPageProps) => {
  const { shown, told, staffId, mayRelease } = props
  const t = roundPageTexts[told.lang]
  const { round } = shown
  if (!shown.isWhollySeen) return <p>{t.notWhole}</p>
  if (round.reviewedBy === null) return <ReviewForm {...props} />
  if (round.reviewedBy === staffId || round.preparedBy === staffId) return <p>{t.waitsForSecond}</p>
  return mayRelease ? <ReleaseForm {...props} /> : <p>{t.mayNotRelease}</p>
}

const CancelForm = ({ frame, shown: { round }, newOnce }: RoundPageProps) => {
  const t = roundPageTexts[frame.lang]
  return (
    <Confirm
      frame={frame}
      action={`${roundAddress(round.roundId)}/avbryt`}
      once={newOnce()}
      label={t.cancel}
      question={t.cancelQuestion}
      confirm={t.cancelConfirm}
      danger
    />
  )
}

const Acts = (props: RoundPageProps) => {
  const { state } = props.shown.round
  if (state === 'done' || state === 'cancelled') return null
  const isReady = state === 'prepared' && props.shown.counts.recipients > 0
  return (
    <Card heading={roundPageTexts[props.told.lang].next}>
      <div class="stack">
        {isReady && <NextStep {...props} />}
        {props.shown.isWhollySeen && <CancelForm {...props} />}
      </div>
    </Card>
  )
}

const Failed = ({ frame, shown: { round }, newOnce }: RoundPageProps) => {
  const t = roundPageTexts[frame.lang]
  return (
    <Alert kind="danger" title={t.failed}>
      <p>{t.failedText}</p>
      <Form frame={frame} action={`${roundAddress(round.roundId)}/forbered`} once={newOnce()}>
        <div>
          <Button variant="secondary">{t.tryAgain}</Button>
        </div>
      </Form>
    </Alert>
  )
}

const Preparing = ({ shown: { round }, done, told: { lang } }: RoundPageProps) => {
  const t = roundPageTexts[lang]
  const { done: so, total } = done ?? { done: 0, total: 0 }
  const text = t.preparingText(numberText(so, lang), numberText(total, lang))
  return (
    <Card heading={t.preparing}>
      {total > 0 && <p role="status">{text}</p>}
      <p>
        <progress {...(total > 0 ? { max: total, value: so } : {})} aria-label={t.preparing}>
          {text}
        </progress>
      </p>
      <p class="muted">{t.preparingHint}</p>
      <a href={roundAddress(round.roundId)}>{t.reload}</a>
    </Card>
  )
}

const Main = (props: RoundPageProps) => {
  const { shown, told } = props
  const { round, counts } = shown
  if (round.state === 'preparing') return round.problem === null ? <Preparing {...props} /> : <Failed {...props} />
  return (
    <>
      <ProgressCard shown={shown} lang={told.lang} />
      <SinceCard counts={counts} lang={told.lang} />
      <NumbersCard shown={shown} lang={told.lang} />
      <ExcludedCard counts={counts} lang={told.lang} />
      <PreviewsCard shown={shown} lang={told.lang} />
    </>
  )
}

const Side = (props: RoundPageProps) => (
  <>
    <Acts {...props} />
    <StepsCard {...props} />
  </>
)

const moves = ({ state, problem }: Round): boolean => (state === 'preparing' && problem === null) || state === 'released'

/** The page. */
export const RoundPage = (props: RoundPageProps) => {
  const { frame, told, shown, problems, refusal } = props
  const { round } = shown
  const { title } = roundTexts[told.lang]
  const crumbs = [
    { href: roundsAddress, label: title },
    { href: '', label: round.name },
  ]
  return (
    <Page frame={frame} title={title} crumbs={crumbs} refresh={moves(round) ? (round.state === 'preparing' ? 2 : 15) : undefined}>
      <FormErrors problems={problems} />
      {refusal !== null && (
        <Alert kind="warning" live>
          {refusal}
        </Alert>
      )}
      <PageHead heading={round.name} below={<Selection round={round} lang={told.lang} />}>
        <RoundTag round={round} lang={told.lang} />
      </PageHead>
      {round.state === 'prepared' && <Warnings shown={shown} lang={told.lang} />}
      <Columns main={<Main {...props} />} side={<Side {...props} />} />
    </Page>
  )
}
