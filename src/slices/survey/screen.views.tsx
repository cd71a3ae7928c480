/** The code on the screen: large enough to scan across a table, and shown once. */
import { raw } from 'hono/html'
import { qrSvg } from '../../platform/qr.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { HandedOut } from './hand.actions.ts'
import { surveyPath } from './survey-links.ts'
import { surveyTexts } from './survey.texts.ts'

type Props = {
  readonly frame: Frame
  readonly handed: HandedOut
  readonly once: string
  /** Where the code leads, whole, and where it is typed, as it is read. */
  readonly href: string
  readonly typedAt: string
}

const Again = ({ frame, handed, once }: Pick<Props, 'frame' | 'handed' | 'once'>) => {
  const { screen: t } = surveyTexts[frame.lang]
  return (
    <Form frame={frame} action={`${surveyPath}/skarm`} once={once}>
      <input type="hidden" name="key" value={handed.questionnaire.key} />
      <input type="hidden" name="unit" value={String(handed.unit.id)} />
      <div class="row">
        <Button variant="secondary">{t.again}</Button>
        <LinkButton href={surveyPath} variant="tertiary">
          {t.done}
        </LinkButton>
      </div>
    </Form>
  )
}

/** The page. */
export const ScreenPage = ({ frame, handed, once, href, typedAt }: Props) => {
  const { title, screen: t } = surveyTexts[frame.lang]
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[
        { href: surveyPath, label: title },
        { href: '', label: t.title },
      ]}
    >
      <PageHead heading={handed.questionnaire.content.title.sv} below={t.lead} />
      <Card>
        <div class="qr-screen" role="img" aria-label={t.alt}>
          {raw(qrSvg(href))}
        </div>
        <p class="qr-words">
          {`${t.address}: `}
          <strong>{typedAt}</strong>
          <br />
          {`${t.code}: `}
          <strong class="qr-code">{handed.codes[0] ?? ''}</strong>
        </p>
        <p>{t.look}</p>
        <p class="muted">{t.lasts(longDay(handed.expiresOn, frame.lang))}</p>
        <Again frame={frame} handed={handed} once={once} />
      </Card>
    </Page>
  )
}
