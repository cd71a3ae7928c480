/** GET /siffror: how it goes, at a glance: a few numbers with what they were a year before, and pictures with their tables. */
import type { Permission } from '../../kernel/permission.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Cards } from '../../ui/card.tsx'
import { ChartFigure } from '../../ui/chart.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field, Select } from '../../ui/field.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { FigureWays } from './figure-ways.views.tsx'
import type { Overview } from './overview.actions.ts'
import { keyNumbers, overviewPictures, placeIn, type KeyNumber, type OverviewPicture } from './overview-charts.ts'
import { nearStretch, nearStretches, overviewAddress } from './overview.rules.ts'
import { overviewTexts } from './overview.texts.ts'
import { addressOf, lastDayOf } from './period.rules.ts'
import { cellOf } from './table-cells.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly may: (permission: Permission) => boolean
  readonly overview: Overview
  /** The reader counts the whole municipality. */
  readonly isWhole: boolean
}

const Near = ({ frame: { lang }, today, overview: { asked } }: Props) => {
  const t = overviewTexts[lang]
  const links = nearStretches.map((near) => {
    const stretch = nearStretch(near, today)
    const current = stretch.fromOn === asked.fromOn && stretch.untilOn === asked.untilOn
    return { href: overviewAddress(stretch, asked.unit), label: t.near[near], count: null, current }
  })
  return <Chips label={t.periods} links={links} />
}

const Question = ({ frame: { lang }, overview: { asked, units } }: Props) => {
  const t = overviewTexts[lang]
  return (
    <form class="row low" method="get" action="/siffror">
      <Field name="fran" type="date" label={t.from} value={asked.fromOn} />
      <Field name="till" type="date" label={t.to} value={lastDayOf(asked)} />
      {units.length > 0 && (
        <Select
          name="enhet"
          label={t.unit}
          value={asked.unit ?? ''}
          options={[{ value: '', label: t.allUnits }, ...units.map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
      )}
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

const Numbers = ({ numbers, label }: { numbers: readonly KeyNumber[]; label: string }) => (
  <dl class="figures key-numbers" aria-label={label}>
    {numbers.map(({ label: what, value, change, href }) => (
      <div>
        <dt>
          {what}
          <small>{change}</small>
        </dt>
        <dd>
          <a href={href}>{value}</a>
        </dd>
      </div>
    ))}
  </dl>
)

const Picture = ({ picture: { chart, href } }: { picture: OverviewPicture }) => (
  <Card heading={<a href={href}>{chart.title}</a>}>
    <ChartFigure chart={chart} isCaptionHidden />
  </Card>
)

const Onward = ({ frame: { lang }, overview: { asked }, may }: Props) => {
  const t = overviewTexts[lang]
  return (
    <Card heading={t.onward}>
      <ul>
        <li>
          <a href={addressOf({ ...asked, by: 'none' })}>{t.outreach}</a>
        </li>
        {may('coverage.read') && (
          <li>
            <a href="/tackning">{t.coverage}</a>
          </li>
        )}
        <li>
          <a href="/siffror/tal">{t.all}</a>
        </li>
      </ul>
    </Card>
  )
}

const isEmpty = (overview: Overview): boolean => {
  const { onDay, flow } = overview.answers
  const at = placeIn(overview)
  return cellOf(onDay.table, 'covered', at) === 0 && ['before', 'in', 'out'].every((row) => cellOf(flow.table, row, at) === 0)
}

function whoseText({ frame: { lang }, overview: { asked, units }, isWhole }: Props): string {
  const t = overviewTexts[lang]
  if (asked.unit !== null) return units.find(({ id }) => String(id) === asked.unit)?.name ?? ''
  return isWhole ? t.whole : t.yours
}

/** The days, and whether they are over. */
function whenText({ frame: { lang }, overview: { asked }, today }: Props): string {
  const when = `${shortDay(asked.fromOn, lang)} – ${shortDay(lastDayOf(asked), lang)}`
  return lastDayOf(asked) <= today ? when : `${when}, ${overviewTexts[lang].soFar}`
}

const hidesAny = ({ answers: { flow, onDay, notKnown, sinceReached, september } }: Overview): boolean =>
  [flow, onDay, notKnown, sinceReached, september].some(({ table }) => table.hidden.size > 0)

/** The page. */
export const OverviewPage = (props: Props) => {
  const { frame, may, overview } = props
  const { lang } = frame
  const t = overviewTexts[lang]
  const { asked, smallBelow } = overview
  return (
    <Page frame={frame} title={t.title} wide>
      <PageHead heading={t.title} below={`${whenText(props)}, ${whoseText(props)}`} />
      <FigureWays current="overview" may={may} />
      <div class="stack">
        {asked.problem !== null && <Alert kind="warning">{t.problems[asked.problem]}</Alert>}
        {isEmpty(overview) && <Alert kind="info">{t.empty}</Alert>}
        <Near {...props} />
        <Question {...props} />
        <Numbers numbers={keyNumbers(overview, lang)} label={t.keyNumbers} />
        <Cards>
          {overviewPictures(overview, lang).map((picture) => (
            <Picture picture={picture} />
          ))}
        </Cards>
        {hidesAny(overview) && <p class="muted">{t.small(smallBelow)}</p>}
        <Onward {...props} />
      </div>
    </Page>
  )
}
