/** The card "Sysselsättning" on the person page: what is known, for how long, and one press to confirm it; and why it was not. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details, Unknown } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { PersonCard } from '../access/index.ts'
import { occupationPath } from './contact-address.ts'
import { upper } from './contact-words.texts.ts'
import { WriteForm, untyped } from './occupation-form.views.tsx'
import type { OccupationBack } from './occupation.forms.ts'
import { occupationTexts } from './occupation.texts.ts'
import { stateWords } from './occupation-words.texts.ts'
import { occupationSources, type ConfirmRefusal, type OccupationCardData, type SaidOccupation } from './occupation.types.ts'

type StateProps = { readonly said: SaidOccupation | null; readonly on: PlainDate; readonly lang: Lang; readonly today: PlainDate }

/** Not asked, asked in vain, known (to do nothing among it), or lapsed with the old value in grey: each in words. */
export const OccupationState = ({ said, on, lang, today }: StateProps) => {
  const { unknown, main, below } = stateWords(said, on, { lang, today })
  return (
    <>
      <p>{main === '' ? <Unknown>{unknown === '' ? undefined : unknown}</Unknown> : main}</p>
      <p class="muted">{below}</p>
    </>
  )
}

type ConfirmProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly said: SaidOccupation
  readonly back: OccupationBack
  readonly newOnce: () => string
}

/** One press a source. That nobody knew is not confirmed. */
export const ConfirmButtons = ({ frame, subjectId, said, back, newOnce }: ConfirmProps) => {
  const t = occupationTexts[frame.lang]
  if (said.kind === 'unknown') return null
  return (
    <Form frame={frame} action={occupationPath(subjectId)} once={newOnce()} label={t.stillHolds} inline>
      <input type="hidden" name="occupation" value={said.occupationId} />
      <input type="hidden" name="back" value={back} />
      <span>{t.stillHolds}</span>
      {occupationSources.map((source) => (
        <Button variant="secondary" name="source" value={source}>
          {upper(t.sources[source])}
        </Button>
      ))}
    </Form>
  )
}

type Props = PersonCard<OccupationCardData>

const Acts = ({ of: { said }, frame, subjectId, may, newOnce }: Props) => (
  <>
    {said !== null && <ConfirmButtons {...{ frame, subjectId, said, newOnce }} back="youth" />}
    <Details summary={occupationTexts[frame.lang].more}>
      <WriteForm
        {...{ frame, subjectId, newOnce }}
        prefix="syssel-"
        draft={untyped}
        seen={said?.occupationId ?? ''}
        back="youth"
        mayCode={may('coding.use')}
      />
    </Details>
  </>
)

/** What the youth is said to do. Of somebody nobody follows, only what was once said. */
export const OccupationCard = (props: Props) => {
  const { of, lang, today, acts, may, subjectId } = props
  const { on, said, isFollowed } = of
  const t = occupationTexts[lang]
  if (said === null && !isFollowed) return null
  const isNow = acts && on === today && may('outreach.log')
  return (
    <Card heading={t.heading} id="sysselsattning" action={isNow ? <a href={occupationPath(subjectId)}>{t.toPage}</a> : undefined}>
      <OccupationState said={said} on={on} lang={lang} today={today} />
      {isNow && isFollowed && <Acts {...props} />}
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
