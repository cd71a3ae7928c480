/** /halvarsuppgiften: how long is left, how much is left to mend, what the file holds, and what has been delivered. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, EmptyState, Figures } from '../../ui/card.tsx'
import { ChartFigure } from '../../ui/chart.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Permission } from '../../kernel/permission.ts'
import { FigureWays } from '../figures/index.ts'
import type { Control } from './control.types.ts'
import { DeliveriesCard } from './delivery.views.tsx'
import type { ReturnDesk } from './desk.actions.ts'
import { deskTexts } from './desk.texts.ts'
import { FindingsCard } from './findings.views.tsx'
import { hasBegun, isOver } from './half-year.rules.ts'
import { HalfPicker, halfText, NoProfile, ReturnPage } from './parts.views.tsx'
import { returnPath, returnPaths } from './return-paths.ts'
import { returnTexts } from './returns.texts.ts'
import { blocks } from './returns.types.ts'

export type DeskProps = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly desk: ReturnDesk
  readonly may: (permission: Permission) => boolean
  /** One control alone, page by page; null: all, the first of each. */
  readonly only: { readonly control: Control; readonly page: number } | null
  readonly newOnce: () => string
}

/** How long is left, in a sentence. */
const deadlineText = ({ half, daysLeft }: Pick<ReturnDesk, 'half' | 'daysLeft'>, lang: Lang): string => {
  const on = longDay(half.deadlineOn, lang)
  return daysLeft < 0 ? deskTexts[lang].passed(-daysLeft, on) : deskTexts[lang].left(daysLeft, on)
}

const RehearseForm = ({ frame, desk, newOnce, label }: Pick<DeskProps, 'frame' | 'desk' | 'newOnce'> & { label: string }) => (
  <Form frame={frame} action={`${returnPath}/prova`} once={newOnce()} inline label={label}>
    <input type="hidden" name="halvar" value={desk.half.key} />
    <Button variant="secondary">{label}</Button>
  </Form>
)

const Zero = ({ desk, today, lang }: { desk: ReturnDesk; today: PlainDate; lang: Lang }) => {
  const t = deskTexts[lang]
  const { rehearsal } = desk
  if (rehearsal?.counts?.rows === 0)
    return (
      <Alert kind="warning" title={t.empty}>
        <p>{t.emptyText}</p>
      </Alert>
    )
  return rehearsal?.errors === 0 && <Alert kind="success">{isOver(desk.half, today) ? t.zeroOver : t.zero}</Alert>
}

/** `5 nov`: the year stands above. */
const dayInShort = (on: PlainDate, lang: Lang): string => shortDay(on, lang).replace(/ \d{4}$/, '')

/** Days with one number each make no curve. */
const leastDays = 2

const ByDay = ({ byDay, lang }: Pick<ReturnDesk, 'byDay'> & { lang: Lang }) => {
  const t = deskTexts[lang]
  if (byDay.length < leastDays) return null
  const series = [
    { label: t.errors, values: byDay.map(({ errors }) => errors) },
    { label: t.warnings, values: byDay.map(({ warnings }) => warnings) },
  ]
  const categories = byDay.map(({ on }) => dayInShort(on, lang))
  return <ChartFigure chart={{ kind: 'line', title: t.byDay, heading: t.n, categories, series }} />
}

const CountCard = (props: DeskProps) => {
  const { frame, desk, today } = props
  const { lang } = frame
  const t = deskTexts[lang]
  const { rehearsal, daysLeft } = desk
  if (rehearsal === null || rehearsal.counts === null) return null
  const { errors, warnings, counts } = rehearsal
  const figures = [
    { label: t.errors, value: errors },
    { label: t.warnings, value: warnings },
    ...(daysLeft < 0 ? [] : [{ label: t.toDeadline, value: daysLeft }]),
    { label: t.youths, value: counts.youths },
    { label: t.rows, value: counts.rows },
  ]
  return (
    <Card>
      <Figures figures={figures} />
      <Zero desk={desk} today={today} lang={lang} />
      <ByDay byDay={desk.byDay} lang={lang} />
      <p class="muted">{t.builtAt(rehearsal.at)}</p>
      <RehearseForm {...props} label={t.rehearse} />
    </Card>
  )
}

const Blocks = ({ desk: { rehearsal, half }, lang }: { desk: ReturnDesk; lang: Lang }) => {
  const t = deskTexts[lang]
  const counts = rehearsal?.counts
  if (counts === undefined || counts === null) return null
  const rows = blocks.map((block) => [
    <a href={returnPaths.preview(half.key, block)}>{returnTexts[lang].blocks[block]}</a>,
    counts.blocks[block],
  ])
  return (
    <Card heading={t.byBlock}>
      <Table headed columns={[{ title: t.block }, { title: t.n, isNumber: true }]} rows={rows} />
    </Card>
  )
}

const leftOutControls = ['contactAfterExit', 'measureOutside', 'measureEndAfterExit'] as const

/** What the file does not have, and why. */
const LeftOut = ({ desk: { rehearsal, findings, half }, lang }: { desk: ReturnDesk; lang: Lang }) => {
  const t = deskTexts[lang]
  if (rehearsal === null || rehearsal.counts === null) return null
  const { leftOut } = rehearsal.counts
  const found = leftOutControls.flatMap((control) => {
    const n = findings.filter((one) => one.control === control).length
    return n === 0 ? [] : [{ control, n }]
  })
  return (
    <Card heading={t.leftOut}>
      {leftOut === 0 && found.length === 0 && <p>{t.leftOutNone}</p>}
      <ul class="plain counted">
        {found.map(({ control, n }) => (
          <li>
            <a href={returnPaths.control(half.key, control)}>{t.leftOutControls[control]}</a>
            <span class="count">{n}</span>
          </li>
        ))}
        {leftOut > 0 && <li>{t.leftOutProtected(leftOut)}</li>}
      </ul>
      <p class="muted">{t.watched}</p>
    </Card>
  )
}

const ProfileLine = ({ desk: { profile, half }, lang, mayOpen }: { desk: ReturnDesk; lang: Lang; mayOpen: boolean }) => {
  const t = deskTexts[lang]
  if (profile === null) return null
  const { draft, verified } = returnTexts[lang]
  const text = t.profileLine(t.origins[profile.origin], profile.profile.version)
  return (
    <Alert kind={profile.profile.status === 'draft' ? 'warning' : 'info'}>
      <p>
        {mayOpen ? <a href={returnPaths.profile(half.key)}>{text}</a> : text} {profile.profile.status === 'draft' ? draft : verified}
      </p>
    </Alert>
  )
}

/** Before anything is built: why nothing is shown. */
const Unbuilt = (props: DeskProps) => {
  const { frame, desk, may } = props
  const t = deskTexts[frame.lang]
  if (desk.profile === null) return <NoProfile lang={frame.lang} half={desk.half.key} mayEdit={may('returns.profile')} />
  if (desk.rehearsal?.outcome === 'built') return null
  return (
    <EmptyState title={t.notRehearsed}>
      <p>{t.notRehearsedText}</p>
      <RehearseForm {...props} label={t.rehearseFirst} />
    </EmptyState>
  )
}

const Begun = (props: DeskProps) => {
  const { frame, desk, may } = props
  const { lang } = frame
  const main = (
    <>
      <CountCard {...props} />
      <FindingsCard {...props} />
    </>
  )
  const side = (
    <>
      <DeliveriesCard {...props} />
      <Blocks desk={desk} lang={lang} />
      <LeftOut desk={desk} lang={lang} />
      <ProfileLine desk={desk} lang={lang} mayOpen={may('returns.profile')} />
    </>
  )
  return (
    <>
      <Unbuilt {...props} />
      <Columns main={main} side={side} />
    </>
  )
}

const Buttons = ({ desk, today, may, frame: { lang } }: DeskProps) => {
  const t = deskTexts[lang]
  const { half, deliveries, profile } = desk
  if (profile === null || !hasBegun(half, today)) return null
  return (
    <>
      <LinkButton href={returnPaths.preview(half.key)}>{t.preview}</LinkButton>
      {deliveries.length > 0 && <LinkButton href={returnPaths.diff(half.key)}>{t.diff}</LinkButton>}
      {may('returns.deliver') && isOver(half, today) && (
        <LinkButton href={returnPaths.deliver(half.key)} variant="primary">
          {t.deliver}
        </LinkButton>
      )}
    </>
  )
}

/** The page of a half-year. */
export const DeskPage = (props: DeskProps) => {
  const { frame, desk, today, may } = props
  const t = deskTexts[frame.lang]
  const { half } = desk
  const over = isOver(half, today) || !hasBegun(half, today) ? '' : ` ${t.notOver(shortDay(half.untilOn, frame.lang))}`
  return (
    <ReturnPage frame={frame} title={t.title} under={null}>
      <PageHead heading={t.title} below={`${halfText(half, frame.lang)}. ${deadlineText(desk, frame.lang)}${over}`}>
        <Buttons {...props} />
      </PageHead>
      <FigureWays current="returns" may={may} />
      <div class="stack">
        <HalfPicker lang={frame.lang} today={today} chosen={half.key} />
        {hasBegun(half, today) ? (
          <Begun {...props} />
        ) : (
          <EmptyState title={t.notBegun}>
            <p>{t.notBegunText(longDay(half.fromOn, frame.lang))}</p>
          </EmptyState>
        )}
      </div>
    </ReturnPage>
  )
}
