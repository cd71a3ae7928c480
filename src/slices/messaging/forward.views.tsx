/** The page from which a letter by the forwarding route is printed. */
import { contactLangs, ownNames } from '../../kernel/contact-lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Select } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { cardTexts } from './card.texts.ts'
import { forwardedKeys, type ForwardRefusal } from './forward.rules.ts'
import { messageNames } from './names.texts.ts'

/** What was typed and could not be used. */
export type ForwardDraft = {
  readonly template: string
  readonly lang: string
  readonly problems: readonly FieldProblem[]
  readonly refusal: ForwardRefusal | null
}

type Props = {
  readonly frame: Frame
  readonly subjectId: string
  /** Why no letter can be written at all; null when one can. */
  readonly problem: ForwardRefusal | null
  readonly draft: ForwardDraft
  readonly once: string
}

const PrintForm = ({ frame, subjectId, draft, once }: Props) => {
  const { lang } = frame
  const texts = cardTexts[lang]
  const { templates } = messageNames[lang]
  const langs = contactLangs.map((one) => ({ value: one, label: one === 'sv' ? texts.easySwedish : ownNames[one] }))
  return (
    <Form frame={frame} action={`/ungdomar/${subjectId}/formedlat-brev`} once={once} givesFile>
      <RadioGroup
        name="template"
        label={texts.template}
        options={forwardedKeys.map((key) => ({ value: key, label: templates[key] }))}
        value={draft.template}
        problem={problemOf(draft.problems, 'template')}
        required
      />
      <Select name="lang" label={texts.lang} options={langs} value={draft.lang} problem={problemOf(draft.problems, 'lang')} />
      <div class="row">
        <Button>{texts.print}</Button>
        <LinkButton href={`/ungdomar/${subjectId}`} variant="tertiary">
          {texts.leave}
        </LinkButton>
      </div>
    </Form>
  )
}

/** A letter without address to a protected youth. */
export const ForwardPageView = (props: Props) => {
  const { frame, subjectId, problem, draft } = props
  const texts = cardTexts[frame.lang]
  const said = draft.refusal ?? problem
  const crumbs = [
    { href: '/ungdomar', label: texts.youths },
    { href: `/ungdomar/${subjectId}`, label: texts.youth },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <FormErrors problems={draft.problems} />
      <PageHead heading={texts.title} below={texts.lead} />
      {said !== null && (
        <Alert kind="warning" live={draft.refusal !== null}>
          {texts.refusals[said]}
        </Alert>
      )}
      <Card>
        <ul>
          {texts.facts.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        {problem === null ? <PrintForm {...props} /> : <LinkButton href={`/ungdomar/${subjectId}`}>{texts.leave}</LinkButton>}
      </Card>
    </Page>
  )
}
