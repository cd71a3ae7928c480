/** GET /ungdomar/:id/sysselsattning: what is known of one youth, the form for something new, and everything that was said before. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, Columns, EmptyState } from '../../ui/card.tsx'
import { FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { nameOf } from './call-log.views.tsx'
import { dayText, upper } from './contact-words.texts.ts'
import { ConfirmButtons, OccupationState } from './occupation-card.views.tsx'
import { WriteForm, type TypedStatement } from './occupation-form.views.tsx'
import { occupationTexts } from './occupation.texts.ts'
import { saidText } from './occupation-words.texts.ts'
import type { OccupationOfYouth, ToldOccupation } from './occupation.types.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly of: OccupationOfYouth
  readonly draft: TypedStatement
  readonly mayCode: boolean
  readonly newOnce: () => string
}

const rowOf = (told: ToldOccupation, { frame: { lang }, today }: Props) => {
  const t = occupationTexts[lang]
  return [
    dayText(told.statedOn, today, lang),
    upper(saidText(told, lang, today)),
    <TwoLines below={told.by}>{t.origins[told.origin]}</TwoLines>,
    t.states[told.state](dayText(told.reviewOn, today, lang), told.reviewOn > today),
  ]
}

const History = (props: Props) => {
  const { of, frame } = props
  const t = occupationTexts[frame.lang]
  const { stated, what, how, state } = t.columns
  return (
    <Card heading={t.history}>
      {of.history.length === 0 ? (
        <EmptyState title={t.noHistory} />
      ) : (
        <Table
          columns={[stated, what, how, state].map((title) => ({ title }))}
          rows={of.history.map((told) => rowOf(told, props))}
          stacks
        />
      )}
    </Card>
  )
}

const Now = ({ frame, today, of, newOnce }: Props) => {
  const { said, on, youth, isFollowed } = of
  return (
    <Card heading={occupationTexts[frame.lang].heading} id="sysselsattning">
      <OccupationState said={said} on={on} lang={frame.lang} today={today} />
      {said !== null && isFollowed && <ConfirmButtons {...{ frame, said, newOnce }} subjectId={youth.subjectId} back="page" />}
    </Card>
  )
}

/** The last day that the youth was covered, of somebody nobody follows any more; null: followed, or never covered. */
function lastCoveredDay({ isFollowed, covered }: OccupationOfYouth): PlainDate | null {
  const untilOn = isFollowed ? null : (covered.at(-1)?.untilOn ?? null)
  return untilOn === null ? null : dateOf(plusDays(dayOf(untilOn), -1))
}

/** Why the form is here although nobody follows the youth, and which occupation is asked for. */
const Asked = ({ frame: { lang }, of, today }: Pick<Props, 'frame' | 'of' | 'today'>) => {
  const t = occupationTexts[lang]
  const { lacking, isFollowed, covered } = of
  const spans = covered.map(({ fromOn, untilOn }) => {
    const from = dayText(fromOn, today, lang)
    return untilOn === null ? t.coveredSince(from) : t.covered(from, dayText(dateOf(plusDays(dayOf(untilOn), -1)), today, lang))
  })
  return (
    <>
      {lacking !== null && <Alert kind="info">{t.lacking[lacking.what](dayText(lacking.on, today, lang))}</Alert>}
      {!isFollowed && <p>{t.ofThen(spans.join(', '))}</p>}
    </>
  )
}

const New = ({ frame, today, of, draft, mayCode, newOnce }: Props) => {
  const lastOn = lastCoveredDay(of)
  // What was refused is shown again, whatever the reason.
  if (!of.isFollowed && lastOn === null && draft.problems.length === 0) return null
  const form = {
    lastOn,
    frame,
    draft,
    mayCode,
    newOnce,
    subjectId: of.youth.subjectId,
    seen: of.said?.occupationId ?? '',
  }
  return (
    <Card heading={occupationTexts[frame.lang].newHeading} id="ny">
      <Asked {...{ frame, of, today }} />
      <WriteForm {...form} prefix="" back={draft.value('back') === 'youth' ? 'youth' : 'page'} />
    </Card>
  )
}

/** The page. */
export const OccupationPage = (props: Props) => {
  const { frame, of, draft } = props
  const t = occupationTexts[frame.lang]
  const crumbs = [
    { href: '/ungdomar', label: t.list },
    { href: `/ungdomar/${of.youth.subjectId}`, label: t.youth },
    { href: '', label: t.heading },
  ]
  const main = (
    <>
      <Now {...props} />
      <New {...props} />
    </>
  )
  return (
    <Page frame={frame} title={t.heading} crumbs={crumbs}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={t.heading} below={nameOf(of)} />
      {!of.isFollowed && <Alert kind="warning">{lastCoveredDay(of) === null ? t.refusals['not-followed'] : t.notFollowedNow}</Alert>}
      <Columns main={main} side={<History {...props} />} />
    </Page>
  )
}
