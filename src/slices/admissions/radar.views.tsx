/** The radar: the countdown, who lacks a place and why, and what is done written for many at once. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, EmptyState, Figures, Tag, type Tone } from '../../ui/card.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines, type Cell, type MarkedRow } from '../../ui/table.tsx'
import { Pagination, Tabs } from '../../ui/tabs.tsx'
import { stepKinds, type Stage } from './admissions.types.ts'
import type { ReadRadar, StandingYouth } from './radar.actions.ts'
import { countTabs, onTab, radarTabs, tabWords, type RadarTab } from './radar-tabs.rules.ts'
import { radarTexts } from './radar.texts.ts'
import { daysLeft } from './season.rules.ts'
import { answerOn } from './standing.rules.ts'

export const radarPath = '/radar'
const youthsPerPage = 50

type Rights = { readonly mayLists: boolean; readonly mayFigures: boolean; readonly maySettings: boolean }
type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly radar: ReadRadar
  readonly tab: RadarTab
  readonly page: number
  readonly rights: Rights
  readonly problems: readonly FieldProblem[]
  readonly typed: (field: string) => string
  readonly ticked: readonly string[]
  readonly once: string
}

const tones: Readonly<Record<Stage, Tone>> = { new: 'warning', invited: 'info', met: 'info', changedChoice: 'accent', placed: 'success' }

const StageTag = ({ stage, lang }: { readonly stage: Stage; readonly lang: Frame['lang'] }) => (
  <Tag tone={tones[stage]}>{radarTexts[lang].stages[stage]}</Tag>
)

/** The address of a tab. */
export const tabPath = (year: number, tab: RadarTab): string =>
  `${radarPath}?ar=${year}${tabWords[tab] === '' ? '' : `&flik=${tabWords[tab]}`}`

function rowOf(youth: StandingYouth, { frame: { lang }, radar: { on }, ticked }: Props): MarkedRow {
  const texts = radarTexts[lang]
  const { subjectId, standing, unit, staff, isProtected, answers, steps } = youth
  const name = `${youth.givenName} ${youth.familyName}`.trim()
  const answer = answerOn(answers, on)
  const done = steps.find((step) => step.kind === standing.stage && step.on <= on)
  const cells: Cell[] = [
    <span>
      <a href={`/ungdomar/${subjectId}`}>{name}</a>
      {isProtected && [' ', <Tag tone="warning">{texts.protectedTag}</Tag>]}
    </span>,
    <TwoLines below={answer === null ? '' : texts.listSays(shortDay(answer.on, lang))}>{texts.one[standing.group]}</TwoLines>,
    <TwoLines below={done === undefined ? '' : shortDay(done.on, lang)}>
      <StageTag stage={standing.stage} lang={lang} />
    </TwoLines>,
    <TwoLines below={unit ?? texts.noUnit}>{staff ?? texts.nobody}</TwoLines>,
  ]
  return { cells, value: subjectId, label: name, checked: ticked.includes(subjectId) }
}

/** What is done, for those marked in the table: the boxes belong to this form. */
const MarkForm = ({ frame, today, radar, problems, typed, once, tab }: Props) => {
  const texts = radarTexts[frame.lang]
  const kinds = stepKinds.map((value) => ({ value, label: texts.steps[value] }))
  return (
    <Card heading={texts.mark}>
      <Form frame={frame} action={`${radarPath}/steg`} once={once} id="steg">
        <input type="hidden" name="flik" value={tabWords[tab]} />
        <input type="hidden" name="ar" value={String(radar.radar.year)} />
        <Select name="kind" label={texts.step} options={kinds} value={typed('kind')} problem={problemOf(problems, 'kind')} />
        <Field name="on" type="date" label={texts.on} value={typed('on') || today} max={today} problem={problemOf(problems, 'on')} />
        <Button>{texts.save}</Button>
      </Form>
      <p class="muted">{texts.invites}</p>
    </Card>
  )
}

const Listed = (props: Props) => {
  const { frame, radar, tab, page } = props
  const texts = radarTexts[frame.lang]
  const shown = radar.youths.filter(({ standing }) => onTab(tab, standing))
  if (shown.length === 0) return <EmptyState title={tab === 'lacking' && radar.youths.length > 0 ? texts.emptyLacking : texts.empty} />
  const { youth, why, stage, who } = texts.columns
  const rows = shown.slice((page - 1) * youthsPerPage, page * youthsPerPage).map((one) => rowOf(one, props))
  return (
    <>
      <Table
        columns={[youth, why, stage, who].map((title) => ({ title }))}
        rows={rows}
        headed
        stacks
        selection={{ name: 'subject', form: 'steg' }}
      />
      <Pagination page={page} pageSize={youthsPerPage} total={shown.length} href={(to) => `${tabPath(radar.radar.year, tab)}&sida=${to}`} />
      <MarkForm {...props} />
    </>
  )
}

const Countdown = ({ frame: { lang }, today, radar: { radar, youths } }: Props) => {
  const texts = radarTexts[lang]
  const isBegun = today >= radar.fromOn
  const without = youths.filter(({ standing }) => standing.lacksPlace).length
  const certificates = youths.filter(({ standing }) => standing.group === 'studyCertificate' && standing.stage !== 'placed').length
  const placed = youths.filter(({ standing }) => standing.stage === 'placed').length
  return (
    <Card>
      <p>
        <strong>
          {isBegun ? texts.left(daysLeft(radar, today), longDay(radar.lastOn, lang)) : texts.notBegun(longDay(radar.fromOn, lang))}
        </strong>
      </p>
      <Figures
        figures={[
          { label: texts.september, value: without },
          { label: texts.certificates, value: certificates },
          { label: texts.placed, value: placed },
          { label: texts.listed, value: youths.length },
        ]}
      />
    </Card>
  )
}

const Links = ({ frame: { lang }, rights, radar: { radar } }: Props) => {
  const texts = radarTexts[lang]
  return (
    <>
      {rights.mayFigures && <LinkButton href={`${radarPath}/siffror?ar=${radar.year}`}>{texts.toFigures}</LinkButton>}
      {rights.mayLists && <LinkButton href={`${radarPath}/listor`}>{texts.toLists}</LinkButton>}
      {rights.maySettings && <LinkButton href={`${radarPath}/installningar`}>{texts.toSettings}</LinkButton>}
    </>
  )
}

const crumbsOf = (lang: Frame['lang']) => [
  { href: '/skola', label: radarTexts[lang].room },
  { href: '', label: radarTexts[lang].title },
]

/** The page. */
export const RadarPage = (props: Props) => {
  const { frame, radar, tab, problems } = props
  const texts = radarTexts[frame.lang]
  const counts = countTabs(radar.youths.map(({ standing }) => standing))
  const links = radarTabs
    .filter((one) => one === 'lacking' || one === tab || counts[one] > 0)
    .map((one) => ({
      href: tabPath(radar.radar.year, one),
      label: one === 'lacking' ? texts.lacking : one === 'placed' ? texts.placed : texts.groups[one],
      count: counts[one],
      current: one === tab,
    }))
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbsOf(frame.lang)}>
      <FormErrors problems={problems} />
      <PageHead heading={texts.season(radar.radar.year)} below={texts.lead}>
        <Links {...props} />
      </PageHead>
      <div class="stack">
        {radar.radar.listedFromOn === null && <Alert kind="info">{texts.noLists}</Alert>}
        <Countdown {...props} />
        <Tabs label={texts.tabsLabel} links={links} />
        <Listed {...props} />
      </div>
    </Page>
  )
}
