/** The person page: presentable to the youth who sits beside. It names nobody but the youth and the staff. */
import { dateOf, dayOf } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Columns, Details } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { PersonCard } from '../access/index.ts'
import { RadarCard } from '../admissions/index.ts'
import { CodingCard } from '../coding/index.ts'
import type { Told } from '../law/index.ts'
import { MeasuresCard } from '../measures/index.ts'
import { MeetingsCard } from '../meetings/index.ts'
import { MessagingCard } from '../messaging/index.ts'
import { NoticesCard } from '../notices/index.ts'
import { PreventionCard } from '../prevention/index.ts'
import { OutreachCards } from '../outreach/index.ts'
import { PlanCard } from '../plans/index.ts'
import { QuestionsCard } from '../questions/index.ts'
import { SharingCard } from '../referrals/index.ts'
import { TransfersCard } from '../transfers/index.ts'
import { Turning20Card } from '../turning20/index.ts'
import { RepliesCard } from '../replies/index.ts'
import { ComingCard, WhyCard } from './chain.views.tsx'
import { AddressCard, CorrectionsCard, ManualCard, ResponsibleCard, WatchCard, type Acting } from './side.views.tsx'
import { StatusCard } from './status.views.tsx'
import { RecordsCard, TimeCard } from './time.views.tsx'
import { ageOn, turns20On } from './youth.rules.ts'
import { youthTexts } from './youth.texts.ts'
import type { ReadYouth } from './youth.types.ts'

type Props = {
  readonly frame: Frame
  readonly youth: ReadYouth
  readonly told: Told
  readonly acting: Acting
  /** The day typed that could not be read. */
  readonly unreadDay: string | null
}

/** A number as it is read aloud: a dash before the last four. */
const numberText = (number: string): string => `${number.slice(0, 8)}-${number.slice(8)}`

/** The youth's name, or that there is none. */
export const fullName = ({ seen }: Pick<ReadYouth, 'seen'>, lang: Told['lang']): string =>
  `${seen.givenName} ${seen.familyName}`.trim() || youthTexts[lang].nameless

/** Number, age, district and the 20th birthday on one line. */
export function aboutText({ seen }: Pick<ReadYouth, 'seen'>, { lang, today }: Told): string {
  const texts = youthTexts[lang]
  const [age, twenty] = [ageOn(seen.bornOn, dayOf(today)), turns20On(seen.bornOn)]
  return [
    seen.number === null ? texts.noNumber : numberText(seen.number),
    age === null ? '' : texts.years(age),
    seen.district ?? '',
    twenty === null ? '' : (twenty > dayOf(today) ? texts.turns20 : texts.turned20)(longDay(dateOf(twenty), lang)),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Above every page about a protected person. */
export const ProtectedBanner = ({ youth: { seen }, lang }: { readonly youth: Pick<ReadYouth, 'seen'>; readonly lang: Told['lang'] }) =>
  seen.isProtected ? (
    <Alert kind="warning" title={youthTexts[lang].protected}>
      {youthTexts[lang].protectedText}
    </Alert>
  ) : null

const PastBanner = ({ youth, told: { lang, today } }: { youth: ReadYouth; told: Told }) => {
  const texts = youthTexts[lang]
  const { knownOn, on, seen } = youth
  if (knownOn === null && on === today) return null
  const day = longDay(on, lang)
  const title =
    knownOn === null
      ? texts.askedFor(day)
      : on === knownOn
        ? texts.knownThen(longDay(knownOn, lang))
        : texts.knownThenFor(longDay(knownOn, lang), day)
  return (
    <Alert kind="warning" title={title}>
      <a href={`/ungdomar/${seen.subjectId}`}>{texts.toNow}</a>
    </Alert>
  )
}

type EarlierProps = { youth: ReadYouth; told: Told; unreadDay: string | null }

const Earlier = ({ youth, told: { lang, today }, unreadDay }: EarlierProps) => {
  const texts = youthTexts[lang]
  return (
    <Card heading={texts.earlierHeading}>
      <Details summary={texts.earlier} open={unreadDay !== null}>
        <form method="get" action={`/ungdomar/${youth.seen.subjectId}`} class="stack">
          <p class="muted">{texts.earlierHint}</p>
          <Field
            name="kand"
            type="date"
            label={texts.earlierDay}
            value={unreadDay ?? youth.knownOn}
            max={today}
            problem={unreadDay === null ? undefined : texts.notADay}
          />
          <Field name="dag" type="date" label={texts.askedDay} hint={texts.askedDayHint} value={youth.on === today ? '' : youth.on} />
          <Button variant="secondary">{texts.show}</Button>
        </form>
      </Details>
    </Card>
  )
}

/** What a neighbour's card is handed. */
const cardOf = <Of,>(of: Of, { youth, told, acting }: Omit<Props, 'frame' | 'unreadDay'>): PersonCard<Of> => ({
  of,
  subjectId: youth.seen.subjectId,
  isProtected: youth.seen.isProtected,
  frame: acting.frame,
  lang: told.lang,
  today: told.today,
  acts: acting.acts,
  may: acting.may,
  staffId: acting.staffId,
  newOnce: acting.newOnce,
})

const Neighbours = (props: Omit<Props, 'frame' | 'unreadDay'>) => {
  const { neighbours } = props.youth
  return (
    <>
      <RepliesCard {...cardOf(neighbours.replies, props)} />
      <OutreachCards {...cardOf(neighbours.outreach, props)} />
      <NoticesCard {...cardOf(neighbours.notices, props)} />
      <PreventionCard {...cardOf(neighbours.prevention, props)} />
      <RadarCard {...cardOf(neighbours.radar, props)} />
      <MeetingsCard {...cardOf(neighbours.meetings, props)} />
      <QuestionsCard {...cardOf(neighbours.questions, props)} />
      <SharingCard {...cardOf(neighbours.sharing, props)} />
      <TransfersCard {...cardOf(neighbours.transfers, props)} />
      <Turning20Card {...cardOf(neighbours.turning20, props)} />
      <MessagingCard {...cardOf(neighbours.messaging, props)} />
    </>
  )
}

/** What is agreed and done: beside the why, where there is room for it. */
const Agreed = (props: Omit<Props, 'frame' | 'unreadDay'>) => {
  const { neighbours } = props.youth
  return (
    <>
      <PlanCard {...cardOf(neighbours.plans, props)} />
      <MeasuresCard {...cardOf(neighbours.measures, props)} />
      <CodingCard {...cardOf(neighbours.coding, props)} />
    </>
  )
}

const Main = ({ youth, told, acting }: Omit<Props, 'frame'>) => (
  <>
    <WhyCard youth={youth} told={told} mayCorrect={acting.mayCorrect} />
    <StatusCard youth={youth} told={told} isMeeting={acting.frame.meeting} />
    <TimeCard youth={youth} told={told} />
    <Agreed youth={youth} told={told} acting={acting} />
    <RecordsCard youth={youth} told={told} />
  </>
)

const Side = ({ frame, unreadDay, ...side }: Props) => (
  <>
    <Neighbours {...side} />
    <ComingCard youth={side.youth} told={side.told} />
    <ResponsibleCard {...side} />
    <AddressCard {...side} />
    {!frame.meeting && <CorrectionsCard {...side} />}
    <ManualCard {...side} />
    <WatchCard {...side} />
    {!frame.meeting && <Earlier youth={side.youth} told={side.told} unreadDay={unreadDay} />}
  </>
)

/** The page of one youth. */
export const YouthPage = (given: Props) => {
  const { frame, told } = given
  // The screen is turned to the youth: what the municipality asks of a source is not for that moment.
  const props = frame.meeting ? { ...given, youth: { ...given.youth, corrections: [] } } : given
  const { youth } = props
  const texts = youthTexts[told.lang]
  const crumbs = [
    { href: '/ungdomar', label: texts.list },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <FormErrors problems={props.acting.watchDraft === null ? [] : [{ field: 'ground', text: props.acting.watchDraft.problem }]} />
      <ProtectedBanner youth={youth} lang={told.lang} />
      <PastBanner youth={youth} told={told} />
      <PageHead heading={fullName(youth, told.lang)} below={aboutText(youth, told)} />
      <Columns main={<Main {...props} />} side={<Side {...props} />} />
    </Page>
  )
}
