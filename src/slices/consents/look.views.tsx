/** Before a consent is saved: exactly what its receiver will see. And without one: what the law says. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { SharedPackage } from './consents.types.ts'
import { consentTexts } from './consents.texts.ts'
import { consentsPath, crumbsOf } from './consents.views.tsx'
import type { GroundSaid } from './ground.rules.ts'
import { groundTexts } from './ground.texts.ts'
import { PackageView } from './package.views.tsx'

type PreviewProps = {
  readonly frame: Frame
  readonly subjectId: string
  readonly shared: SharedPackage
  /** The form as it was typed, to be sent again. */
  readonly typed: readonly (readonly [name: string, value: string])[]
  /** What is shown is not what was shown before. */
  readonly isChanged: boolean
  readonly once: string
}

/** The preview, with the button that saves. */
export const PreviewPage = ({ frame, subjectId, shared, typed, isChanged, once }: PreviewProps) => {
  const t = consentTexts[frame.lang]
  const path = consentsPath(subjectId)
  return (
    <Page frame={frame} title={t.previewTitle} crumbs={crumbsOf(frame.lang, subjectId, t.title)}>
      <PageHead heading={t.previewTitle} below={t.previewLead} />
      <div class="stack">
        {isChanged && <Alert kind="warning" title={t.changed} />}
        <Card>
          <PackageView shared={shared} lang="sv" />
        </Card>
        <Form frame={frame} action={path} once={once} label={t.saveHeading}>
          {typed.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div class="row">
            <Button>{t.save}</Button>
            <Button variant="secondary" formaction={`${path}/skriv`}>
              {t.back}
            </Button>
          </div>
        </Form>
      </div>
    </Page>
  )
}

type GroundsProps = { readonly frame: Frame; readonly subjectId: string; readonly said: readonly GroundSaid[] }

/** What the law says where there is no consent: explained, never chosen. */
export const GroundsPage = ({ frame, subjectId, said }: GroundsProps) => {
  const t = groundTexts[frame.lang]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(frame.lang, subjectId, t.title)}>
      <PageHead heading={t.title} below={t.lead} />
      <div class="stack">
        {said.map(({ ground, bearing }) => (
          <Card heading={t.grounds[ground].name}>
            <p>
              <Tag tone={bearing === 'look' ? 'info' : 'neutral'}>{t.bearings[bearing]}</Tag>
            </p>
            <p>{t.grounds[ground].asks}</p>
            <p class="muted">{t.grounds[ground].law}</p>
          </Card>
        ))}
        <p>{t.purpose}</p>
        <p>{t.decides}</p>
      </div>
    </Page>
  )
}
