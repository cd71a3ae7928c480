/** /kodning: the conventions, which one new records follow, and what each event becomes. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { codesOf } from './codes.rules.ts'
import { codingTexts } from './coding.texts.ts'
import { freeEvents, lockedEvents, type CodingEvent, type Convention } from './coding.types.ts'
import type { PresentCoding } from './convention.actions.ts'
import { conventionTexts } from './convention.texts.ts'
import { measureText, occupationText, upper } from './line.texts.ts'
import { wordTexts } from './words.texts.ts'

export const conventionsPath = '/kodning'

/** Where the reader comes from: the plans, or for those without them the settings. */
export type From = { readonly lang: Lang; readonly mayPlan: boolean }

/** The way here. */
export const crumbsTo = ({ lang, mayPlan }: From, ...last: readonly string[]) => {
  const t = conventionTexts[lang]
  const own = last.length === 0 ? { href: '', label: t.title } : { href: conventionsPath, label: t.title }
  const from = mayPlan ? { href: '/planer', label: t.plans } : { href: '/installningar', label: t.settings }
  return [from, own, ...last.map((label) => ({ href: '', label }))]
}

/** `Skaraborg, version 1`. */
export const conventionLabel = (convention: Convention, lang: Lang): string =>
  `${codingTexts[lang].conventionName(convention)}, ${conventionTexts[lang].version(convention.version)}`

type LinesProps = {
  readonly convention: Convention
  readonly events: readonly CodingEvent[]
  readonly items: PresentCoding['items']
  readonly lang: Lang
}

const Lines = ({ convention, events, items, lang }: LinesProps) => {
  const { columns } = conventionTexts[lang]
  const rows = events.map((event) => {
    const { occupation, measure, endsCoverage } = codesOf(event, convention)
    const written = upper(measureText(measure, items, lang))
    return [
      upper(wordTexts[lang].events[event]),
      upper(occupationText(occupation, lang)),
      endsCoverage ? `${written}. ${codingTexts[lang].ends}` : written,
    ]
  })
  return <Table columns={[columns.event, columns.occupation, columns.measure].map((title) => ({ title }))} rows={rows} headed stacks />
}

const About = ({ convention, isChosen, lang }: { convention: Convention; isChosen: boolean; lang: Lang }) => {
  const t = conventionTexts[lang]
  return (
    <p>
      <Tag tone={convention.origin === 'example' ? 'warning' : 'neutral'}>{t.origins[convention.origin]}</Tag>{' '}
      {isChosen && <Tag tone="success">{t.chosen}</Tag>} {t.about[convention.key] ?? ''}
    </p>
  )
}

type Props = {
  readonly frame: Frame
  readonly mayPlan: boolean
  readonly present: PresentCoding
  readonly told: string | null
  readonly once: string
}

const Choice = ({ frame, present: { conventions, chosen, version }, once }: Props) => {
  const { lang } = frame
  const t = conventionTexts[lang]
  const options = conventions.map((one) => ({
    value: one.key,
    label: conventionLabel(one, lang),
    hint: t.about[one.key] ?? upper(t.origins[one.origin]),
  }))
  return (
    <Card heading={t.conventions}>
      <Form frame={frame} action={`${conventionsPath}/valj`} once={once} label={t.conventions}>
        <input type="hidden" name="version" value={String(version)} />
        <RadioGroup name="convention" label={t.choose} options={options} value={chosen.key} required />
        <div class="row">
          <Button variant="secondary" formaction={`${conventionsPath}/visa`}>
            {t.preview}
          </Button>
          <Button>{t.chooseForNew}</Button>
          <LinkButton href={`${conventionsPath}/egen`} variant="tertiary">
            {conventions.some(({ origin }) => origin === 'own') ? t.ownDo : t.ownMake}
          </LinkButton>
        </div>
      </Form>
    </Card>
  )
}

const EachConvention = ({ present, lang }: { present: PresentCoding; lang: Lang }) => {
  const t = conventionTexts[lang]
  return (
    <>
      {present.conventions.map((convention) => (
        <Card heading={conventionLabel(convention, lang)}>
          <About convention={convention} isChosen={convention.key === present.chosen.key} lang={lang} />
          <Details summary={t.lines} open={convention.key === present.chosen.key}>
            <Lines convention={convention} events={freeEvents} items={present.items} lang={lang} />
          </Details>
        </Card>
      ))}
      <Card heading={t.fixed}>
        <p>{t.fixedWhy}</p>
        <Lines convention={present.chosen} events={lockedEvents} items={present.items} lang={lang} />
      </Card>
    </>
  )
}

/** The page. */
export const ConventionsPage = (props: Props) => {
  const { frame, mayPlan, present, told } = props
  const { lang } = frame
  const t = conventionTexts[lang]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsTo({ lang, mayPlan })}>
      <PageHead heading={t.title} below={t.lead} />
      {told !== null && (
        <Alert kind="warning" live>
          {told}
        </Alert>
      )}
      <div class="stack">
        <Choice {...props} />
        <EachConvention present={present} lang={lang} />
      </div>
    </Page>
  )
}
