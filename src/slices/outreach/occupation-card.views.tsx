/** The card "Sysselsättning" on the person page: what is known, for how long, and one press to confirm it; and why it was not. */
import type { Lang } from '../../kernel/lang.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Unknown } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { PersonCard } from '../access/index.ts'
import { ladderTexts } from '../ladder/index.ts'
import { dayText, upper } from './contact-words.texts.ts'
import { occupationTexts } from './occupation.texts.ts'
import { occupationSources, type ConfirmRefusal, type OccupationCardData, type SaidOccupation } from './occupation.types.ts'

type Props = PersonCard<OccupationCardData>

/** `arbetar sedan 1 sep, enligt ungdomen 9 sep` */
function saidText({ kind, source, sinceOn, statedOn }: SaidOccupation, lang: Lang, today: PlainDate): string {
  const t = occupationTexts[lang]
  const since = sinceOn === null ? '' : ` ${t.since(dayText(sinceOn, today, lang))}`
  return `${ladderTexts[lang].occupations[kind]}${since}, ${t.said(t.sources[source], dayText(statedOn, today, lang))}`
}

const Said = ({ said, on, lang, today }: { said: SaidOccupation; on: PlainDate; lang: Lang; today: PlainDate }) => {
  const t = occupationTexts[lang]
  const text = saidText(said, lang, today)
  const until = dayText(said.reviewOn, today, lang)
  if (said.reviewOn <= on) {
    return (
      <>
        <p>
          <Unknown />
        </p>
        <p class="muted">{t.lapsed(text, until)}</p>
      </>
    )
  }
  return (
    <>
      <p>{upper(text)}</p>
      <p class="muted">{t.knownUntil(until, dayOf(said.reviewOn) - dayOf(on))}</p>
    </>
  )
}

const Confirm = ({ said, frame, lang, subjectId, newOnce }: Props & { said: SaidOccupation }) => {
  const t = occupationTexts[lang]
  return (
    <Form frame={frame} action={`/ungdomar/${subjectId}/sysselsattning`} once={newOnce()} label={t.stillHolds} inline>
      <input type="hidden" name="occupation" value={said.occupationId} />
      <span>{t.stillHolds}</span>
      {occupationSources.map((source) => (
        <Button variant="secondary" name="source" value={source}>
          {upper(t.sources[source])}
        </Button>
      ))}
    </Form>
  )
}

/** What the youth is said to do. Of somebody nobody follows, only what was once said. */
export const OccupationCard = (props: Props) => {
  const { of, lang, today, acts, may } = props
  const { on, said, isFollowed } = of
  const t = occupationTexts[lang]
  if (said === null && !isFollowed) return null
  return (
    <Card heading={t.heading} id="sysselsattning">
      {said === null ? <p class="muted">{t.notAsked}</p> : <Said said={said} on={on} lang={lang} today={today} />}
      {said !== null && acts && isFollowed && on === today && may('outreach.log') && <Confirm {...props} said={said} />}
    </Card>
  )
}

type RefusedProps = {
  readonly frame: Frame
  readonly reason: Exclude<ConfirmRefusal, 'missing'> | 'night-is-running'
  readonly back: string
}

/** It was not confirmed, why, and the way back to what is so now. */
export const NotConfirmedPage = ({ frame, reason, back }: RefusedProps) => {
  const t = occupationTexts[frame.lang]
  return (
    <Page frame={frame} title={t.heading}>
      <PageHead heading={t.heading} />
      <Alert kind="warning" live>
        {t.refusals[reason]}
      </Alert>
      <LinkButton href={back} variant="primary">
        {t.back}
      </LinkButton>
    </Page>
  )
}
