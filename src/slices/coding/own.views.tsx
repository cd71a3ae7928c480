/** /kodning/egen: the municipality's own convention, line by line, and as text. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { Item } from '../measures/index.ts'
import { ladderTexts } from '../ladder/index.ts'
import { codingTexts } from './coding.texts.ts'
import { freeEvents, responsibles, type FreeEvent } from './coding.types.ts'
import { freeOccupations } from './convention.rules.ts'
import { conventionTexts } from './convention.texts.ts'
import { conventionsPath, crumbsTo } from './convention.views.tsx'
import { upper } from './line.texts.ts'
import { fieldName } from './own.forms.ts'
import { wordTexts } from './words.texts.ts'

export type OwnProps = {
  readonly frame: Frame
  readonly mayPlan: boolean
  readonly items: readonly Item[]
  readonly version: number
  readonly hasOwn: boolean
  readonly value: (field: string) => string
  readonly problems: readonly FieldProblem[]
  /** What was pasted and could not be used. */
  readonly pasted: string | null
  readonly told: string | null
  readonly newOnce: () => string
}

const Line = ({
  event,
  items,
  value,
  problems,
  lang,
}: Pick<OwnProps, 'items' | 'value' | 'problems'> & { event: FreeEvent; lang: Lang }) => {
  const t = conventionTexts[lang]
  const words = wordTexts[lang].events[event]
  const given = (name: string) => ({ name, id: name, value: value(name), problem: problemOf(problems, name) })
  const occupations = freeOccupations.map((kind) => ({ value: kind, label: upper(ladderTexts[lang].occupations[kind]) }))
  const measures = items.filter(({ key }) => key !== 'otherActor').map(({ key, name }) => ({ value: key, label: name[lang] }))
  const parties = responsibles.map((one) => ({ value: one, label: upper(codingTexts[lang].responsibles[one]) }))
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{upper(words)}</legend>
      <div class="row">
        <Select
          {...given(fieldName('occupation', event))}
          label={t.columns.occupation}
          options={occupations}
          blank={upper(t.noOccupation)}
        />
        <Select {...given(fieldName('item', event))} label={t.columns.measure} options={measures} blank={upper(t.noItem)} />
        <Select {...given(fieldName('responsible', event))} label={t.columns.responsible} options={parties} />
      </div>
    </fieldset>
  )
}

const OwnForm = (props: OwnProps) => {
  const { frame, version, value, problems, newOnce } = props
  const t = conventionTexts[frame.lang]
  return (
    <Card>
      <Form frame={frame} action={`${conventionsPath}/egen`} once={newOnce()} label={t.ownTitle}>
        <input type="hidden" name="version" value={String(version)} />
        <Field name="name" label={t.name} value={value('name')} maxlength={60} problem={problemOf(problems, 'name')} required />
        {freeEvents.map((event) => (
          <Line event={event} {...props} lang={frame.lang} />
        ))}
        <div class="row">
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Card>
  )
}

const Paste = ({ frame, version, pasted, problems, newOnce }: OwnProps) => {
  const t = conventionTexts[frame.lang]
  return (
    <Details summary={t.paste} open={pasted !== null}>
      <Form frame={frame} action={`${conventionsPath}/egen/klistra`} once={newOnce()} label={t.paste}>
        <input type="hidden" name="version" value={String(version)} />
        <TextArea name="text" label={t.paste} hint={t.pasteHint} rows={10} value={pasted} problem={problemOf(problems, 'text')} required />
        <div class="row">
          <Button variant="secondary">{t.pasteDo}</Button>
        </div>
      </Form>
    </Details>
  )
}

/** The page. */
export const OwnConventionPage = (props: OwnProps) => {
  const { frame, mayPlan, problems, told, hasOwn } = props
  const t = conventionTexts[frame.lang]
  return (
    <Page frame={frame} title={t.ownTitle} crumbs={crumbsTo({ lang: frame.lang, mayPlan }, t.ownTitle)}>
      <FormErrors problems={problems} />
      <PageHead heading={t.ownTitle} below={t.ownLead} />
      {told !== null && (
        <Alert kind="warning" live>
          {told}
        </Alert>
      )}
      <OwnForm {...props} />
      <Paste {...props} />
      {hasOwn && (
        <p>
          <a href={`${conventionsPath}/egen.json`}>{t.download}</a>
        </p>
      )}
      <Alert kind="info">{t.fixedWhy}</Alert>
    </Page>
  )
}
